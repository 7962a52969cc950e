"""What properties come to in the end: document defaults, table style, paragraph style, character style, direct.

Properties travel as plain mappings from a name of `Format` or `Run` (or one of the few names below) to its value, so
that one level laid over another is one union.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bcdesk.sheet.sheet import SINGLE, Align, Format, Pitch, Style
from bcdesk.word.markup import (
    Element,
    attribute,
    child,
    children,
    length,
    number,
    on_off,
    properties_in,
    thickness,
)
from bcdesk.word.properties import BODY_TEXT

Properties = Mapping[str, Any]

NOTHING: Properties = {}
PARAGRAPH_ORIGIN: Properties = {"align": Align.LEFT, "line": 240, "line_rule": "auto"}
RUN_ORIGIN: Properties = {
    "size": 20, "bold": False, "italic": False, "caps": False, "hidden": False, "font": "", "high_font": "",
    "colour": "", "underline": False, "small_caps": False, "effect": False,
}  # fmt: skip
ALIGNS = {
    "left": Align.LEFT, "start": Align.LEFT, "center": Align.CENTER, "right": Align.RIGHT, "end": Align.RIGHT,
    "both": Align.JUSTIFY, "distribute": Align.JUSTIFY,
}  # fmt: skip
TOGGLES = {"b": "bold", "i": "italic", "caps": "caps", "vanish": "hidden"}
SWITCHES = {
    "keepNext": "keep_next", "keepLines": "keep_lines", "pageBreakBefore": "page_break_before",
    "widowControl": "widow_control",
}  # fmt: skip
EFFECTS = ("strike", "dstrike", "outline", "shadow", "emboss", "imprint")
BLACK = re.compile("auto|(?:[01][0-9a-f]){3}", re.IGNORECASE)
BLACK_THEME = {"text1", "dark1"}
ON = {"1", "true", "on"}
AUTOMATIC_SPACE = 280
DEEPEST_CHAIN = 32
NATURAL_PITCH = 11.5
LARGEST_SIZE = 3276
FORMAT_NAMES = frozenset(Format.__dataclass_fields__)


def paragraph_properties(element: Element | None) -> Properties:
    """What one `w:pPr` says."""
    if element is None:
        return NOTHING
    said = properties_in(element)
    line = child(said.get("pBdr"), "bottom")
    listed = said.get("numPr")
    found: dict[str, Any] = {
        "align": ALIGNS.get(attribute(said.get("jc")) or ""),
        "rule": None if line is None else thickness(line),
        "outline": _outline(number(said.get("outlineLvl"))),
        "list": number(child(listed, "numId")),
        "list_level": number(child(listed, "ilvl")),
        **{name: on_off(said.get(tag)) for tag, name in SWITCHES.items()},
        **_spacing(said.get("spacing")),
        **_indents(said.get("ind")),
    }
    return {name: value for name, value in found.items() if value is not None}


def run_properties(element: Element | None) -> Properties:
    """What one `w:rPr` says."""
    if element is None:
        return NOTHING
    said = properties_in(element)
    size = number(said.get("sz"))
    fonts = said.get("rFonts")
    found: dict[str, Any] = {
        "size": None if size is None else max(2, min(LARGEST_SIZE, size)),
        "font": _font(fonts, "ascii"),
        "high_font": _font(fonts, "hAnsi"),
        "colour": _colour(said.get("color")),
        "underline": None if "u" not in said else attribute(said["u"]) != "none",
        "small_caps": on_off(said.get("smallCaps")),
        "effect": _effect(said),
        **{name: on_off(said.get(tag)) for tag, name in TOGGLES.items()},
    }
    return {name: value for name, value in found.items() if value is not None}


def _font(fonts: Element | None, script: str) -> str | None:
    """The font of simple (`ascii`) or of marked letters (`hAnsi`), a theme's with its name in brackets."""
    theme = attribute(fonts, f"{script}Theme")
    return f"<{theme}>" if theme else attribute(fonts, script)


def _colour(colour: Element | None) -> str | None:
    """A colour as it is said, empty for black."""
    if colour is None:
        return None
    theme, shown = attribute(colour, "themeColor"), attribute(colour) or "auto"
    black = theme in BLACK_THEME if theme else BLACK.fullmatch(shown)
    return "" if black else theme or shown


def _effect(said: Mapping[str, Element]) -> bool | None:
    """Whether letters are struck, hollow, raised or marked; None where nothing is said of that."""
    switches = [on_off(said[tag]) for tag in EFFECTS if tag in said]
    marked = attribute(said.get("highlight"))
    if marked:
        switches.append(marked != "none")
    return any(switches) if switches else None


def format_of(properties: Properties, size: int) -> Format:
    """The format these properties make, for characters of `size` half-points."""
    known = {name: value for name, value in properties.items() if name in FORMAT_NAMES}
    return Format(**known, pitch=_pitch(properties["line"], properties["line_rule"], size))


def _pitch(line: int, rule: str, size: int) -> Pitch:
    """A least pitch is exact where it is more than the characters need, else single."""
    exact = rule == "exact" or (rule == "atLeast" and line >= size * NATURAL_PITCH)
    if line <= 0 or (rule == "atLeast" and not exact):
        return SINGLE
    return Pitch(line, exact=exact)


def _outline(level: int | None) -> int | None:
    if level is None:
        return None
    return level + 1 if 0 <= level < BODY_TEXT else 0


def _spacing(spacing: Element | None) -> dict[str, Any]:
    """Space above, space below and the pitch, each inherited for itself."""
    line = number(spacing, "line")
    found = {
        "before": number(spacing, "before"),
        "after": number(spacing, "after"),
        "line": line,
        "line_rule": None if line is None else attribute(spacing, "lineRule") or "auto",
    }
    for side in ("before", "after"):
        if attribute(spacing, f"{side}Autospacing") in ON:
            found[side] = AUTOMATIC_SPACE
    return found


def _indents(indents: Element | None) -> dict[str, int | None]:
    hanging = number(indents, "hanging")
    return {
        "left": length(attribute(indents, "left") or attribute(indents, "start")),
        "right": length(attribute(indents, "right") or attribute(indents, "end")),
        "first": number(indents, "firstLine") if hanging is None else -hanging,
    }


class Cascade:
    """The styles of a document, and what paragraphs and runs come to under them.

    `theme` holds the fonts by which a run may call its own: `minor`, `major`.
    """

    def __init__(self, sheet: Element | None, theme: Mapping[str, str] = NOTHING) -> None:
        self._theme = theme
        self._styles = {} if sheet is None else {attribute(each, "styleId"): each for each in children(sheet, "style")}
        self._defaults = {
            attribute(each, "type"): name for name, each in self._styles.items() if attribute(each, "default") in ON
        }
        defaults = child(sheet, "docDefaults")
        self._paragraph = {**PARAGRAPH_ORIGIN, **paragraph_properties(child(defaults, "pPrDefault", "pPr"))}
        self._run = {**RUN_ORIGIN, **run_properties(child(defaults, "rPrDefault", "rPr"))}
        self._known: dict[tuple[str | None, str], Properties] = {}
        self._alone: dict[tuple[Element, str], Properties] = {}
        self._runs: dict[tuple[str | None, ...], Properties] = {}

    def style_id(self, element: Element | None) -> str | None:
        """The id of the style that a `w:pPr` names, the default style's where it names none that exists."""
        named = attribute(child(element, "pStyle"))
        return named if named in self._styles else self._defaults.get("paragraph")

    def style_name(self, style: str | None) -> str:
        """What the word processor calls a style."""
        return attribute(child(self._styles.get(style), "name")) or style or "Normal"

    def table_style(self, element: Element | None) -> str | None:
        """The id of the style that a `w:tblPr` names, else the default one's."""
        named = attribute(child(element, "tblStyle"))
        return named if named in self._styles else self._defaults.get("table")

    def paragraph(self, style: str | None, table: str | None = None) -> Properties:
        """The properties of a paragraph of that style in a table of that style."""
        return {**self._paragraph, **self._own(table, "pPr"), **self._own(style, "pPr")}

    def run(self, direct: Element | None, paragraph: str | None, table: str | None = None) -> Properties:
        """The properties of a run with those of its own, in a paragraph and a table of those styles.

        Each style that has a toggle turns it over; what a run says itself holds (ISO 29500-1, 17.7.3).
        """
        named = attribute(child(direct, "rStyle"))
        found = {**self._styled(table, paragraph, named), **run_properties(direct)}
        return {**found, "font": self._font_name(found["font"]), "high_font": self._font_name(found["high_font"])}

    def _styled(self, *styles: str | None) -> Properties:
        """What these styles make of a run."""
        if styles not in self._runs:
            levels = [self._own(style, "rPr") for style in styles]
            found = {name: value for level in (self._run, *levels) for name, value in level.items()}
            for toggle in TOGGLES.values():
                said = [level[toggle] for level in levels if toggle in level]
                if said:
                    found[toggle] = sum(said) % 2 == 1
            self._runs[styles] = found
        return self._runs[styles]

    def _font_name(self, font: str) -> str:
        return self._theme.get(font[1:6], "") if font.startswith("<") else font

    def style(self, style: str | None) -> Style:
        """A paragraph style as the Sheet has it."""
        run = self.run(None, style)
        form = format_of(self.paragraph(style), run["size"])
        return Style(self.style_name(style), form, run["size"], run["bold"], run["italic"])

    def used(self, ids: set[str | None]) -> tuple[Style, ...]:
        """The styles of those ids, in their order in the document, the first of each name."""
        found: dict[str, Style] = {}
        for each in [*self._styles, None]:
            if each in ids:
                found.setdefault(self.style_name(each), self.style(each))
        return tuple(found.values())

    def chain(self, style: str | None) -> list[Element]:
        """A style and those it is based on, nearest first."""
        found: list[Element] = []
        element = self._styles.get(style)
        while element is not None and element not in found and len(found) < DEEPEST_CHAIN:
            found.append(element)
            element = self._styles.get(attribute(child(element, "basedOn")))
        return found

    def _own(self, style: str | None, tag: str) -> Properties:
        """What the chain of a style says in its `w:pPr` or `w:rPr`."""
        if (style, tag) not in self._known:
            found: dict[str, Any] = {}
            for element in reversed(self.chain(style)):
                found |= self._said(element, tag)
            self._known[style, tag] = found
        return self._known[style, tag]

    def _said(self, style: Element, tag: str) -> Properties:
        """What a style alone says; many may be based on it."""
        if (style, tag) not in self._alone:
            read = paragraph_properties if tag == "pPr" else run_properties
            self._alone[style, tag] = read(child(style, tag))
        return self._alone[style, tag]
