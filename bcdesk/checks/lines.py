"""A line of a read paper: the paragraph it is, or the piece of one it is, and how its characters look."""

from __future__ import annotations

from dataclasses import dataclass

from bcdesk.sheet.sheet import Align, Paragraph, Run

WIDE = "   "
"""How many blanks set something apart rather than part two words."""


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """Where a paragraph stands in a Sheet: section and block, and where that is a table, row, cell and paragraph."""

    section: int
    block: int
    row: int = -1
    cell: int = -1
    paragraph: int = 0

    @property
    def in_table(self) -> bool:
        """Whether it stands in a table."""
        return self.row >= 0


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the paper and where it stands; the piece from `start` to `end`, where it is not all of one.

    `row_cells` is how many cells its table row has, 0 outside of tables.
    """

    spot: Spot
    paragraph: Paragraph
    start: int = 0
    end: int | None = None
    row_cells: int = 0

    @property
    def text(self) -> str:
        """Its characters without the blanks around them."""
        return self.raw.strip()

    @property
    def raw(self) -> str:
        """Its characters, blanks included."""
        return self.paragraph.plain[self.start : self.end]

    @property
    def whole(self) -> bool:
        """Whether it is all of its paragraph."""
        plain = self.paragraph.plain
        return not plain[: self.start].strip() and (self.end is None or not plain[self.end :].strip())

    @property
    def runs(self) -> tuple[Run, ...]:
        """The runs that show something in it, cut to it."""
        found, at = [], 0
        stop = len(self.paragraph.plain) if self.end is None else self.end
        for run in self.paragraph.runs:
            inside = run.text[max(self.start - at, 0) : max(stop - at, 0)]
            at += len(run.text)
            if inside.strip():
                found.append(Run(inside, run.size, run.bold, run.italic))
        return tuple(found)

    @property
    def sizes(self) -> set[int]:
        """The sizes of its visible characters, in half-points."""
        return {run.size for run in self.runs}

    @property
    def bold(self) -> set[bool]:
        """Whether its visible characters are bold: `{True}`, `{False}`, both, or empty for an empty line."""
        return {run.bold for run in self.runs}

    @property
    def italic(self) -> set[bool]:
        """Whether its visible characters are italic."""
        return {run.italic for run in self.runs}

    @property
    def align(self) -> Align | None:
        """How it stands in its column; None where only its place by tabs or blanks says so."""
        plain = self.paragraph.plain
        set_apart = "\t" in plain or plain.startswith(WIDE) or (not self.whole and WIDE in plain)
        return None if set_apart else self.paragraph.format.align

    @property
    def capitals(self) -> bool:
        """Whether all its letters are capitals; a line without letters has none."""
        return self.text.isupper()
