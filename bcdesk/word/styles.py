"""The styles of a Sheet as Word's styles: names as the office reads them, ids in plain letters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bcdesk.sheet.sheet import Style
from bcdesk.vietnamese.folding import fold
from bcdesk.word.markup import Attributes, Element, attribute, child, children, legal, w
from bcdesk.word.properties import font_differences, paragraph_differences, typeface

DEFAULTS = Style("")
"""What the template's `w:docDefaults` say: each written style stands on them alone."""

SEPARATOR, SEPARATOR_NAME = "Separator", "Ngăn cách bảng"
"""The template's style for the least paragraph, which stands where only Word must have one."""

_WORDS = re.compile("[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class NamedStyle:
    """A style and the id by which the document names it."""

    id: str
    style: Style


def add_styles(sheet: Element, styles: tuple[Style, ...]) -> dict[str, NamedStyle]:
    """Add the styles to the template's `w:styles`, and give each by its name.

    One that has the name of a style of the template takes its place and its id.
    """
    known = {attribute(child(element, "name")): element for element in children(sheet, "style")}
    taken = {(attribute(element, "styleId") or "").lower() for element in known.values()}
    named: dict[str, NamedStyle] = {}
    for style in styles:
        older = known.get(legal(style.name))
        found = NamedStyle((older is not None and attribute(older, "styleId")) or _fresh_id(style.name, taken), style)
        if older is not None:
            sheet.remove(older)
        sheet.append(_element(found, default=attribute(older, "default")))
        named[style.name] = found
    return named


def separator() -> Element:
    """The least paragraph."""
    return w("p", w("pPr", w("pStyle", val=SEPARATOR)))


def _fresh_id(name: str, taken: set[str]) -> str:
    """`Tên loại` as `TenLoai`, with a number where that is taken."""
    base = "".join(word.capitalize() for word in _WORDS.findall(fold(name))) or "Style"
    found, count = base, 1
    while found.lower() in taken:
        count += 1
        found = f"{base}{count}"
    taken.add(found.lower())
    return found


def _element(named: NamedStyle, default: str | None) -> Element:
    style = named.style
    origin: Attributes = {"customStyle": 1} if default is None else {"default": default}
    return w(
        "style",
        w("name", val=legal(style.name)),
        w("qFormat"),
        w("pPr", *paragraph_differences(style.format, DEFAULTS.format)),
        w("rPr", typeface(), *font_differences(style, DEFAULTS)),
        type="paragraph",
        **origin,
        styleId=named.id,
    )
