"""What a report is made of: runs, paragraphs, tables and pictures. Text is NFC, lengths are millimetres."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of characters in one format; `footnote` hangs a footnote's text behind the last character."""

    text: str
    bold: bool = False
    italic: bool = False
    footnote: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as typed; its bullet (`- `, `+ `), where it has one, is part of its text."""

    runs: tuple[Run, ...] = ()

    @property
    def plain(self) -> str:
        """The characters alone, without formats and footnotes."""
        return "".join(run.text for run in self.runs)


def paragraph(text: str) -> Paragraph:
    """A paragraph in one plain run; no run at all where `text` is empty."""
    return Paragraph((Run(text),) if text else ())


class CellAlign(StrEnum):
    """How the paragraphs of a table cell stand."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell that covers `column_span` × `row_span` places of the grid."""

    paragraphs: tuple[Paragraph, ...] = (Paragraph(),)
    column_span: int = 1
    row_span: int = 1
    align: CellAlign = CellAlign.LEFT


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table: column widths in mm and rows of cells; a place covered by a span has no cell of its own.

    The first `header_rows` rows are repeated at the head of each page.
    """

    columns: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int = 1


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of an appendix: its bytes as they came (JPEG or PNG) and the width it is printed at, in mm."""

    data: bytes
    media_type: str
    width: float
    description: str = ""


Block = Paragraph | Table | Picture


def is_blank(block: Block) -> bool:
    """Whether it is a paragraph in which nothing is written, and on which no footnote hangs."""
    return isinstance(block, Paragraph) and not block.plain.strip() and not any(run.footnote for run in block.runs)
