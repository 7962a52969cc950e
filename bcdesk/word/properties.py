"""Formats and fonts as Word's properties: only what differs from a style, in the order of the schema."""

from __future__ import annotations

from typing import Protocol

from bcdesk.sheet.sheet import Format, PageSetup
from bcdesk.word.markup import Attributes, Element, w

TYPEFACE = "Times New Roman"
BODY_TEXT = 9
FOOTER_DISTANCE = 567


class Font(Protocol):
    """What a style and a run both say of their characters."""

    @property
    def size(self) -> int:
        """Half-points."""
        ...

    @property
    def bold(self) -> bool:
        """Whether bold."""
        ...

    @property
    def italic(self) -> bool:
        """Whether italic."""
        ...


def paragraph_differences(form: Format, base: Format) -> list[Element]:
    """The children of `w:pPr` that turn `base` into `form`."""
    found = (
        _switch("keepNext", form.keep_next, base.keep_next),
        _switch("keepLines", form.keep_lines, base.keep_lines),
        _switch("pageBreakBefore", form.page_break_before, base.page_break_before),
        _switch("widowControl", form.widow_control, base.widow_control),
        _rule(form) if form.rule != base.rule else None,
        _spacing(form, base),
        _indents(form, base),
        w("jc", val=form.align) if form.align != base.align else None,
        w("outlineLvl", val=(form.outline or BODY_TEXT + 1) - 1) if form.outline != base.outline else None,
    )
    return [element for element in found if element is not None]


def font_differences(font: Font, base: Font) -> list[Element]:
    """The children of `w:rPr` that turn the font `base` into `font`."""
    weights = (_switch("b", font.bold, base.bold), _switch("i", font.italic, base.italic))
    sizes = size_elements(font.size) if font.size != base.size else []
    return [*(element for element in weights if element is not None), *sizes]


def size_elements(half_points: int) -> list[Element]:
    """The size of simple and of complex scripts, which are one."""
    return [w("sz", val=half_points), w("szCs", val=half_points)]


def typeface() -> Element:
    """The paper's typeface for every script, so that no letter falls into another font (GEN-06)."""
    return w("rFonts", ascii=TYPEFACE, hAnsi=TYPEFACE, eastAsia=TYPEFACE, cs=TYPEFACE)


def page_properties(page: PageSetup, references: list[Element]) -> Element:
    """The `w:sectPr` of a section with its references to headers.

    A section that hides its first number has the switch for it; one that shows it must not (GEN-12).
    """
    orientation = {"orient": "landscape"} if page.width > page.height else {}
    margins = {"top": page.top, "right": page.right, "bottom": page.bottom, "left": page.left}
    return w(
        "sectPr",
        *references,
        w("type", val="nextPage"),
        w("pgSz", w=page.width, h=page.height, **orientation),
        w("pgMar", **margins, header=page.header, footer=FOOTER_DISTANCE, gutter=0),
        None if page.number_from is None else w("pgNumType", start=page.number_from),
        None if page.number_first else w("titlePg"),
    )


def _switch(tag: str, value: bool, base: bool) -> Element | None:  # noqa: FBT001  # a pair of values, not a flag
    if value == base:
        return None
    return w(tag) if value else w(tag, val=0)


def _rule(form: Format) -> Element:
    """The line under a paragraph: no distance, so that it stands right below the pitch of the last line."""
    line = w("bottom", val="single", sz=form.rule, space=0, color="auto") if form.rule else w("bottom", val="nil")
    return w("pBdr", line)


def _spacing(form: Format, base: Format) -> Element | None:
    found: Attributes = {}
    if form.before != base.before:
        found["before"] = form.before
    if form.after != base.after:
        found["after"] = form.after
    if form.pitch != base.pitch:
        found |= {"line": form.pitch.value, "lineRule": "exact" if form.pitch.exact else "auto"}
    return w("spacing", **found) if found else None


def _indents(form: Format, base: Format) -> Element | None:
    found: Attributes = {}
    if form.left != base.left:
        found["left"] = form.left
    if form.right != base.right:
        found["right"] = form.right
    if form.first != base.first:
        found["hanging" if form.first < 0 else "firstLine"] = abs(form.first)
    return w("ind", **found) if found else None
