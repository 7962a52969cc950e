"""A selection that reaches over several fields: chosen as in one document, copied and replaced as a whole."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QTextCursor

from bcdesk.report.edits import Become
from bcdesk.report.report import Block, Report
from bcdesk.ui.editor.document import paragraphs
from bcdesk.ui.editor.field import Field
from bcdesk.ui.editor.grid import Grid
from bcdesk.ui.editor.pen import Pen
from bcdesk.ui.editor.tablework import emptied


class Stretch:
    """The fields and tables, besides that with the caret, whose text is chosen too."""

    def __init__(self, pen: Pen, stops: Callable[[], list[Field | Grid]]) -> None:
        self._pen, self._stops = pen, stops
        self._others: list[Field | Grid] = []
        self._busy = False

    def adopt(self, stop: Field | Grid) -> None:
        """Take part in what happens in this field or table."""
        field = stop.cell if isinstance(stop, Grid) else stop
        field.all_asked.connect(lambda: self.choose_all(stop))
        stop.caret_moved.connect(lambda: self._on_caret(field))
        if isinstance(stop, Field):
            stop.gather = lambda: self.blocks(stop)
            stop.written.connect(lambda: self._on_typed(stop))

    def blocks(self, field: Field) -> tuple[Block, ...]:
        """Everything chosen, in reading order."""
        chosen: list[Block] = []
        for stop in self._stops():
            if stop is field or stop in self._others:
                chosen.extend(stop.chosen_blocks() if isinstance(stop, Grid) else stop.selected())
        return tuple(chosen)

    def choose_all(self, here: Field | Grid) -> None:
        """Choose all the text of the page."""
        self._busy = True
        self._others = [stop for stop in self._stops() if stop is not here]
        for stop in self._others:
            _choose(stop)
        self._busy = False

    def cross(self, here: Field | Grid, there: Field | Grid, *, forward: bool) -> bool:
        """Carry a selection from one field on into the next, or back; whether that could be done."""
        if isinstance(here, Grid) or isinstance(there, Grid):
            return False
        self._busy = True
        edge = QTextCursor.MoveOperation.End if forward else QTextCursor.MoveOperation.Start
        if there in self._others:
            self._others.remove(there)
            _drop(here)
        else:
            _move(here, edge, keep=True)
            self._others.append(here)
            _move(there, QTextCursor.MoveOperation.Start if forward else QTextCursor.MoveOperation.End, keep=False)
        there.setFocus()
        self._busy = False
        return True

    def _on_caret(self, field: Field) -> None:
        if self._busy or not self._others or field.extending or field.textCursor().hasSelection():
            return
        if not field.unwritten:
            self._forget()

    def _on_typed(self, field: Field) -> None:
        """Text was typed over the chosen stretch: what else was chosen goes too."""
        if self._busy or not self._others:
            return
        self._busy = True
        report = self._pen.report
        for stop in reversed(self._others):
            report = _without_chosen(stop, report)
        self._others = []
        self._pen.act(Become(report, "Xóa phần đã chọn"))
        self._busy = False
        field.setFocus()

    def _forget(self) -> None:
        self._busy = True
        for stop in self._others:
            _drop(stop)
        self._others = []
        self._busy = False


def _choose(stop: Field | Grid) -> None:
    if isinstance(stop, Grid):
        stop.choose_all(chosen=True)
    else:
        stop.selectAll()


def _drop(stop: Field | Grid) -> None:
    if isinstance(stop, Grid):
        stop.choose_all(chosen=False)
    else:
        cursor = stop.textCursor()
        cursor.clearSelection()
        stop.setTextCursor(cursor)


def _move(field: Field, edge: QTextCursor.MoveOperation, *, keep: bool) -> None:
    cursor = field.textCursor()
    cursor.movePosition(edge, QTextCursor.MoveMode.KeepAnchor if keep else QTextCursor.MoveMode.MoveAnchor)
    field.setTextCursor(cursor)


def _without_chosen(stop: Field | Grid, report: Report) -> Report:
    if isinstance(stop, Grid):
        return stop.source.put(emptied(stop.table, stop.area), "Xóa").apply(report)
    copy = stop.document().clone()
    cursor, chosen = QTextCursor(copy), stop.textCursor()
    cursor.setPosition(chosen.selectionStart())
    cursor.setPosition(chosen.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    edit = stop.source.edit(report, paragraphs(copy))
    return report if edit is None else edit.apply(report)
