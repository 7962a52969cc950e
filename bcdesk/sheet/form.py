"""The prescribed form of one report: its page, its styles and the widths of its typeface, with which parts are set."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from bcdesk.report import report as typed
from bcdesk.report.office import Layout
from bcdesk.sheet.balance import balanced
from bcdesk.sheet.lengths import pt
from bcdesk.sheet.sheet import Format, PageSetup, Paragraph, Run, Style
from bcdesk.sheet.styles import Name, page_of, styles_of, within_decree

NO_BREAK_SPACE = "\u00a0"
BEHIND_MARK = " "
"""What parts the text of a footnote from its number."""
SLACK = pt(1)
"""How much wider than its text a column is made, so that no program breaks the line for a rounding."""

WidthOf = Callable[[tuple[Run, ...]], float]


@dataclass(frozen=True, slots=True)
class Form:
    """Page, styles and typeface; `width_of` gives the width of runs in twips."""

    layout: Layout
    page: PageSetup
    styles: dict[Name, Style]
    width_of: WidthOf

    @property
    def column(self) -> int:
        """The width of the text in twips."""
        return self.page.column

    def line(
        self, name: Name, text: str, source: typed.Place | None = None, start: int = 0, **changes: Any
    ) -> Paragraph:
        """A paragraph of one text in the font of its style; `changes` are exceptions from the style's format."""
        return self.paragraph(name, (typed.Run(text),), source, start, **changes)

    def centred(
        self, name: Name, text: str, source: typed.Place | None = None, start: int = 0, **changes: Any
    ) -> Paragraph:
        """A centred paragraph; wider than the column, it is drawn in from both sides until its lines are alike."""
        side = max(round((self.column - self.longest(name, text) - SLACK) / 2), 0)
        sides = {"left": side, "right": side} if self.width(name, text) > self.column else {}
        return self.line(name, text, source, start, **sides, **changes)

    def longest(self, name: Name, text: str) -> float:
        """The width of the longest line of `text` where it is centred, in twips."""
        return max(self.width(name, line) for line in balanced(text, self.column, lambda part: self.width(name, part)))

    def paragraph(
        self,
        name: Name,
        runs: Iterable[typed.Run],
        source: typed.Place | None = None,
        start: int = 0,
        **changes: Any,
    ) -> Paragraph:
        """A paragraph of typed runs: bold and italic are added to the font of its style."""
        style = self.styles[name]
        printed = joined(self._printed(run, style) for run in runs)
        return Paragraph(style.name, printed, _changed(style.format, changes), style.size, source, start)

    def width(self, name: Name, text: str) -> float:
        """The width of `text` on one line in the font of a style, in twips."""
        style = self.styles[name]
        return self.width_of((Run(text, style.size, style.bold, style.italic),))

    def blank(self, name: Name, width: int) -> str:
        """No-break spaces at least `width` twips wide in the font of a style: a blank for the pen."""
        count = -(-width // self.width(name, NO_BREAK_SPACE))
        return NO_BREAK_SPACE * int(count)

    def _printed(self, run: typed.Run, style: Style) -> Run:
        note = (self.paragraph(Name.FOOTNOTE, (typed.Run(BEHIND_MARK), *run.footnote)),) if run.footnote else ()
        return Run(run.text, style.size, style.bold or run.bold, style.italic or run.italic, note)


def form_of(layout: Layout, width_of: WidthOf) -> Form:
    """The form with the office's choices, brought within the decree."""
    allowed = within_decree(layout)
    return Form(allowed, page_of(allowed), styles_of(allowed), width_of)


def joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The same characters in as few runs as their formats allow, none of them empty."""
    kept = (run for run in runs if run.text or run.footnote or run.picture)
    found: list[Run] = []
    for run in kept:
        if found and _continues(found[-1], run):
            found[-1] = replace(run, text=found[-1].text + run.text)
        else:
            found.append(run)
    return tuple(found)


def _continues(before: Run, run: Run) -> bool:
    plain = not (before.footnote or before.picture or run.picture)
    return plain and (before.size, before.bold, before.italic) == (run.size, run.bold, run.italic)


def _changed(style_format: Format, changes: dict[str, Any]) -> Format:
    return replace(style_format, **changes) if changes else style_format
