"""The field in which one writes into a cell of a table, and where its text stands in the report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QWidget

from bcdesk.report.edits import Edit, ReplaceBlocks
from bcdesk.report.notes import Note
from bcdesk.report.parts import blocks_of
from bcdesk.report.report import Paragraph, Place, Report, Table
from bcdesk.report.search import lines_of
from bcdesk.ui.editor.document import settled
from bcdesk.ui.editor.field import Field
from bcdesk.ui.editor.pen import Pen
from bcdesk.ui.editor.sources import line_at
from bcdesk.ui.editor.tablework import Placed, at, placed, with_paragraphs
from bcdesk.ui.editor.ways import WAYS, Way


@dataclass(slots=True)
class TableAt:
    """The table that is block `block` of a part; the number moves when blocks before it come or go."""

    part: str
    block: int

    def read(self, report: Report) -> Table:
        """The table. Raises KeyError where there is none any more."""
        blocks = blocks_of(report, self.part)
        table = blocks[self.block] if self.block < len(blocks) else None
        if not isinstance(table, Table):
            raise KeyError(self.part, self.block)
        return table

    def put(self, table: Table | None, words: str) -> Edit:
        """The edit that puts another table there, or takes it out."""
        return ReplaceBlocks(self.part, self.block, 1, () if table is None else (table,), words)


@dataclass(frozen=True, slots=True)
class CellSource:
    """The text of the cell at one place of a table. Offsets count through the lines of the whole table."""

    table: TableAt
    row: int
    column: int

    def read(self, report: Report) -> tuple[Paragraph, ...]:
        """The paragraphs of the cell; nothing where they are one empty paragraph."""
        texts = at(self.table.read(report), self.row, self.column).cell.paragraphs
        return () if texts == (Paragraph(),) else texts

    def edit(self, report: Report, after: tuple[Paragraph, ...]) -> Edit | None:
        """The table with that text."""
        if settled(self.read(report)) == after:
            return None
        table = with_paragraphs(self.table.read(report), self.row, self.column, after or (Paragraph(),))
        return self.table.put(table, "Gõ vào bảng")

    def place(self, report: Report, index: int, offset: int) -> Place:
        """The table, at that character."""
        table = self.table.read(report)
        return Place(self.table.part, self.table.block, _offset_of(table, self._first_line(table) + index) + offset)

    def spot(self, report: Report, place: Place) -> tuple[int, int] | None:
        """The paragraph of the cell in which the character stands."""
        if (place.part, place.block) != (self.table.part, self.table.block):
            return None
        table = self.table.read(report)
        line, offset = line_at(lines_of(table), place.offset)
        index = line - self._first_line(table)
        inside = 0 <= index < len(at(table, self.row, self.column).cell.paragraphs)
        return (index, offset) if inside else None

    def _first_line(self, table: Table) -> int:
        return first_line(table, at(table, self.row, self.column))


def first_line(table: Table, item: Placed) -> int:
    """How many lines stand in the cells before this one."""
    return sum(len(other.cell.paragraphs) for other in placed(table) if other.row < item.row
               or (other.row == item.row and other.column < item.column))  # fmt: skip


def cell_at(table: Table, offset: int) -> tuple[Placed, int, int]:
    """The cell, the paragraph in it and the offset in that of a character of the whole table's lines."""
    line, rest = line_at(lines_of(table), offset)
    cells = placed(table)
    for item in cells:
        if line < len(item.cell.paragraphs):
            return item, line, rest
        line -= len(item.cell.paragraphs)
    return cells[-1], 0, 0


def _offset_of(table: Table, line: int) -> int:
    return sum(len(text) + 1 for text in lines_of(table)[:line])


def notes_before(notes: tuple[Note, ...], table: TableAt) -> int:
    """How many footnotes come before those of a table."""
    return next((note.number for note in notes if note.place == Place(table.part, table.block)), 0)


def notes_in(item: Placed) -> int:
    """How many footnotes hang in a cell."""
    return sum(bool(run.footnote) for text in item.cell.paragraphs for run in text.runs)


class CellField(Field):
    """Writes into a cell. Tab goes to the next cell; with several cells chosen, the keys for them are told apart."""

    stepped = Signal(bool)
    extended = Signal(Way)
    emptied = Signal()
    copied = Signal()
    dragged = Signal(QPoint)

    def __init__(self, pen: Pen, source: CellSource, parent: QWidget) -> None:
        super().__init__(pen, source, parent, formats=True, tables=True)
        self.several = False
        self.setTabChangesFocus(False)
        self.document().setDocumentMargin(0)

    def notes_before(self) -> int:
        """How many footnotes of the report come before those of this cell."""
        source = cast("CellSource", self.source)
        table = source.table.read(self.pen.report)
        before = (item for item in placed(table) if (item.row, item.column) < (source.row, source.column))
        return notes_before(self.pen.notes, source.table) + sum(map(notes_in, before))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between cells, act on the chosen ones, else write."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self.stepped.emit(event.key() == Qt.Key.Key_Tab)
        elif self.several and shift and event.key() in WAYS:
            self.extended.emit(WAYS[event.key()])
        elif self.several and event.key() == Qt.Key.Key_Delete:
            self.emptied.emit()
        elif self.several and event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose several cells where the mouse is drawn out of this one."""
        inside = self.rect().contains(event.position().toPoint())
        if event.buttons() & Qt.MouseButton.LeftButton and (self.several or not inside):
            self.dragged.emit(self.mapToParent(event.position().toPoint()))
        else:
            super().mouseMoveEvent(event)
