"""The report as it is printed: paragraphs, runs and tables with every number in twips.

The DOCX writer and the paginator take each number from this value and neither invents one; `word.read` gives it back.
Sizes are half-points (28 = 14 pt), pitches and lengths twips, rules eighths of a point.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from bcdesk.report.report import Place


class Align(StrEnum):
    """How the lines of a paragraph stand between its indents."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "both"


@dataclass(frozen=True, slots=True)
class Picture:
    """An inline picture and its printed size."""

    data: bytes
    media_type: str
    width: int
    height: int
    description: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    r"""Characters in one font. `\t` is a tab, `\n` a line break, U+00A0 a blank for the pen that keeps its width.

    A run with a `footnote` prints its mark behind the text; a run with a `picture` has no text.
    """

    text: str
    size: int = 28
    bold: bool = False
    italic: bool = False
    footnote: tuple[Paragraph, ...] = ()
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Pitch:
    """Distance of baselines: `value` twips where `exact`, else 240ths of the font's own line height."""

    value: int = 360
    exact: bool = True


SINGLE = Pitch(240, exact=False)


@dataclass(frozen=True, slots=True)
class Format:
    """The paragraph properties. `first` is added to `left` for the first line (negative: hanging).

    `rule` is the thickness of a line under the paragraph, in eighths of a point, as wide as the column less the
    indents; 0 for none. `outline` is the level in the word processor's navigation, 1–9, 0 for body text.
    """

    align: Align = Align.JUSTIFY
    left: int = 0
    right: int = 0
    first: int = 0
    before: int = 0
    after: int = 0
    pitch: Pitch = Pitch()
    keep_next: bool = False
    keep_lines: bool = False
    widow_control: bool = True
    page_break_before: bool = False
    rule: int = 0
    outline: int = 0


@dataclass(frozen=True, slots=True)
class Style:
    """A named style: the format and font its paragraphs start from. `name` is what the word processor shows."""

    name: str
    format: Format = Format()
    size: int = 28
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A printed paragraph: the name of its style, and its properties in full (style and exceptions resolved).

    `mark_size` is the size of the paragraph mark, which gives an empty paragraph its height. `source` is where the
    text comes from; character 0 of `source` stands at character `source_start` of this paragraph.
    """

    style: str
    runs: tuple[Run, ...] = ()
    format: Format = Format()
    mark_size: int = 28
    source: Place | None = field(default=None, compare=False)
    source_start: int = field(default=0, compare=False)

    @property
    def plain(self) -> str:
        """The printed characters alone."""
        return "".join(run.text for run in self.runs)

    def formatted(self, **changes: Any) -> Paragraph:
        """The same with some properties of its format changed."""
        return replace(self, format=replace(self.format, **changes))


class VerticalAlign(StrEnum):
    """Where a cell's content stands in its row."""

    TOP = "top"
    CENTER = "center"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that covers `column_span` × `row_span` places; covered places have no cell."""

    paragraphs: tuple[Paragraph, ...]
    column_span: int = 1
    row_span: int = 1
    vertical: VerticalAlign = VerticalAlign.TOP


@dataclass(frozen=True, slots=True)
class Row:
    """A row, never split over pages unless taller than one; `header` rows are repeated."""

    cells: tuple[Cell, ...]
    header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of fixed columns, its left edge `indent` twips into the column of text.

    `padding` is the left and right margin inside each cell. `rule` is the thickness of all its lines in eighths of a
    point, 0 for a table that is only there to place things (letterhead, signatures).
    """

    columns: tuple[int, ...]
    rows: tuple[Row, ...]
    padding: int = 108
    rule: int = 4
    indent: int = 0


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class PageSetup:
    """Paper and margins. A4 portrait is 11906 × 16838.

    `header` is the distance from the paper's edge to the page number (`GEN-11`); `number_size` its size, 0 for no
    page numbers; `number_from` restarts the count, None continues it; `number_first` shows the number on the
    section's first page too.
    """

    width: int = 11906
    height: int = 16838
    top: int = 1134
    bottom: int = 1134
    left: int = 1701
    right: int = 1134
    header: int = 567
    number_size: int = 28
    number_from: int | None = None
    number_first: bool = False

    @property
    def column(self) -> int:
        """The width of the text."""
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class Section:
    """A run of pages of one setup."""

    page: PageSetup
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole printed document. `styles` are those its paragraphs use, in order of first use.

    `title` and `author` (the office) are the only properties the written file carries.
    """

    sections: tuple[Section, ...]
    styles: tuple[Style, ...] = ()
    title: str = ""
    author: str = ""
