"""What a tag of foreign HTML says about the words in it, and the lists of such HTML with their marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bcdesk.vietnamese.numbers import letter, roman

_SILENT = {"script", "style", "head", "title", "template", "noscript", "object", "svg", "iframe", "xml", "del"}
_SILENT_CLASS = re.compile(r"\b(?:msoDel|MsoCommentReference|msocomanchor|msocomoff|sdfootnotesym|sdendnotesym)\b")
_SILENT_STYLE = re.compile(r"display:none|mso-element:comment-list|mso-hide:all", re.IGNORECASE)
_BOLD = {"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"}
_ITALIC = {"i", "em", "cite", "dfn"}
_BOLD_STYLE = re.compile(
    r"(?<![\w-])(?:font-weight\s*:\s*(bold|[6-9]00|normal|[1-5]00)|font\s*:[^;]*\b(bold)\b)", re.IGNORECASE
)
_ITALIC_STYLE = re.compile(r"(?<![\w-])font-style\s*:\s*(italic|oblique|normal)", re.IGNORECASE)
_FONT_STYLE = re.compile(r"(?<![\w-])font-family\s*:\s*[\"']?([^\"',;]+)", re.IGNORECASE)
_LEVEL = re.compile(r"mso-list\s*:[^;]*\blevel(\d)", re.IGNORECASE)
# A footnote as Word and LibreOffice copy it: a link at its place, and at the end a division with its text.
_TO_NOTE = re.compile(r"#_?((?:ftn|edn)\d+|sd(?:foot|end)note\d+(?=sym))(?:sym)?")
_NOTE = re.compile(r"(?:ftn|edn|sdfootnote|sdendnote)\d+")
_BACK = re.compile(r"#_?(?:ftnref|ednref)\d+|#sd(?:foot|end)note\d+anc")

_SYMBOL_BULLETS = {"·", "o", "§", "ü", "Ø", "v", "q", "•", "▪", "à", "-", "–"}
_BULLETS = ("- ", "+ ", "• ")
_LETTERED, _ROMAN = {"a", "lower-alpha", "lower-latin"}, {"i", "lower-roman"}
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.IGNORECASE)
LONGEST_NUMBER = 5
MOST_LETTERED, MOST_ROMAN = 23, 3999


@dataclass(frozen=True, slots=True)
class Style:
    """What holds for the words in a tag; `link` and `note` name the footnote they point at or belong to."""

    tag: str
    bold: bool = False
    italic: bool = False
    silent: bool = False
    list_mark: bool = False
    preformatted: bool = False
    level: int = 1
    font: str = ""
    link: str = ""
    note: str = ""


@dataclass(slots=True)
class Listing:
    """A list that is open: the number of its next item, None where it has bullets, and how it numbers."""

    number: int | None
    kind: str = ""
    depth: int = 0

    def mark(self, value: str) -> str:
        """The mark of the next item, which may bring its own number."""
        if self.number is None:
            return bullet(self.depth)
        number = whole(value) or self.number
        self.number = number + 1
        if self.kind.lower() in _LETTERED | {"upper-alpha", "upper-latin"} and 1 <= number <= MOST_LETTERED:
            sign, end = letter(number), ")"
        elif self.kind.lower() in _ROMAN | {"upper-roman"} and 1 <= number <= MOST_ROMAN:
            sign, end = roman(number).lower(), "."
        else:
            return f"{number}. "
        capital = self.kind in {"A", "I"} or self.kind.startswith("upper")
        return f"{sign.upper()}. " if capital else f"{sign}{end} "


def styled(outer: Style, tag: str, given: dict[str, str]) -> Style:
    """What holds in a tag with these attributes inside of `outer`."""
    style, kind, link = given.get("style", ""), given.get("class", ""), given.get("href", "")
    bold, italic = outer.bold or tag in _BOLD, outer.italic or tag in _ITALIC
    if found := _BOLD_STYLE.search(style):
        bold = (found[1] or found[2]).lower() in {"bold", "600", "700", "800", "900"}
    if found := _ITALIC_STYLE.search(style):
        italic = found[1].lower() != "normal"
    compact = style.replace(" ", "")
    hidden = _SILENT_STYLE.search(compact) or _SILENT_CLASS.search(kind) or (tag == "a" and _BACK.search(link))
    level, font = _LEVEL.search(style), _FONT_STYLE.search(style)
    return replace(
        outer,
        tag=tag,
        bold=bold,
        italic=italic,
        silent=outer.silent or tag in _SILENT or bool(hidden),
        list_mark=outer.list_mark or "mso-list:ignore" in compact.lower(),
        preformatted=outer.preformatted or tag == "pre",
        level=int(level[1]) if level else outer.level,
        font=font[1].strip() if font else given.get("face", outer.font),
        link=_linked(tag, link) or outer.link,
        note=_noted(tag, given.get("id", "")) or outer.note,
    )


def opened_list(tag: str, given: dict[str, str], depth: int) -> Listing:
    """The list a tag opens, inside of `depth` others."""
    if tag != "ol":
        return Listing(None, depth=depth)
    kind = _LIST_STYLE.search(given.get("style", ""))
    return Listing(whole(given.get("start", "")) or 1, kind[1] if kind else given.get("type", ""), depth)


def bullet(depth: int) -> str:
    """The bullet offices write at a depth of a list: a dash, a plus below it (ND-12), then a dot."""
    return _BULLETS[min(depth, len(_BULLETS) - 1)]


def typed_mark(mark: str, level: int) -> str:
    """The mark of an item that Word numbered: as shown, a sign of a symbol font as the bullet of that level."""
    shown = mark.replace("\u00a0", " ").strip()
    if not shown:
        return ""
    return bullet(level - 1) if shown in _SYMBOL_BULLETS else f"{shown} "


def whole(text: str) -> int:
    """The number written there; 0 for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER else 0


def _linked(tag: str, link: str) -> str:
    found = _TO_NOTE.fullmatch(link) if tag == "a" else None
    return found[1] if found else ""


def _noted(tag: str, name: str) -> str:
    return name if tag == "div" and _NOTE.fullmatch(name) else ""
