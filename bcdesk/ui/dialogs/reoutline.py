"""Another outline for the report on the desk: pasted or of a kind, and a table of where each section goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bcdesk.intake.pasted_outline import read_outline
from bcdesk.report.kinds import Kind, outline_for
from bcdesk.report.outline_rows import rows_of
from bcdesk.report.reoutline import APART, Move, Way, may_be_dropped, proposed, reoutlined, unsure
from bcdesk.report.report import Report, Section
from bcdesk.ui.dialogs.dialog import Dialog, chooser, headed, note
from bcdesk.ui.style.style import STEP
from bcdesk.ui.style.tables import choose_row, dress_table
from bcdesk.vietnamese.numbers import grouped

READ_AFTER_MS = 300
HEADS = ("Mục đang có", "Sẽ vào", "Ghi chú")
PASTE = "Dán đề cương mới vào đây (Ctrl+V), mỗi mục một dòng."
PASTED = "Đề cương dán vào"
LOOK = "Còn {count} mục cần xem: chọn mục (giữ Shift để chọn nhiều mục), rồi chọn nơi chuyển vào."
ALL_CLEAR = "Mục nào cũng đã có chỗ. Đổi xong vẫn hoàn tác được (Ctrl+Z)."
WAYS = {Way.ALONG: "Giữ làm mục con của mục trên", Way.APART: APART, Way.DROPPED: "Bỏ tiêu đề (mục trống)"}
NO_TITLE = "(không có tiêu đề)"
_INDENT = "    "
_NOTE = 110


class ReoutlineDialog(Dialog):
    """The outline at the left, at the right old section → new; `report` is the report in the new outline."""

    def __init__(self, report: Report, kinds: Iterable[Kind], parent: QWidget | None = None) -> None:
        super().__init__("Đổi sang đề cương mới", "Đổi đề cương", parent)
        self._report, self._old = report, rows_of(report.sections)
        self._sections = {section.id: section for _, section in self._old}
        self._outline: tuple[Section, ...] = ()
        self._moves: dict[str, Move] = {}
        self.source = chooser("Lấy đề cương")
        self.source.addItem(PASTED, None)
        for kind in kinds:
            self.source.addItem(kind.name, kind)
        self.pasted = QPlainTextEdit()
        self.pasted.setPlaceholderText(PASTE)
        self.pasted.setAccessibleName("Đề cương mới")
        self.pasted.setTabChangesFocus(True)
        self.table = _table()
        self.target = chooser("Chuyển vào")
        self.told = note("")
        self._read_soon = QTimer(self, singleShot=True, interval=READ_AFTER_MS)
        self._connect()
        self._lay_out()
        self._show(())
        self.finish(1120, 620, self.pasted)

    def _connect(self) -> None:
        self._read_soon.timeout.connect(self.read_pasted)
        self.pasted.textChanged.connect(self._read_soon.start)
        self.source.activated.connect(self._take_kind)
        self.table.itemSelectionChanged.connect(self._offer)
        self.target.activated.connect(self._take_target)

    @property
    def report(self) -> Report:
        """The report laid out anew."""
        return reoutlined(self._report, self._outline, self._moves)

    @property
    def moves(self) -> dict[str, Move]:
        """What becomes of each section."""
        return dict(self._moves)

    def read_pasted(self) -> None:
        """Read what stands in the box."""
        self._read_soon.stop()
        self.source.setCurrentIndex(0)
        self._show(read_outline(self.pasted.toPlainText()).sections)

    def accept(self) -> None:
        """Take it, but never an outline that has not been shown yet."""
        if self._read_soon.isActive():
            self.read_pasted()
        else:
            super().accept()

    def _take_kind(self, index: int) -> None:
        """Take the outline of a kind, and show it as a text that may be changed."""
        kind = self.source.itemData(index)
        outline = outline_for(kind, self._report.period, self._report.office) if kind else ()
        blocker = QSignalBlocker(self.pasted)
        self.pasted.setPlainText("\n".join(_lines(outline)))
        blocker.unblock()
        self._read_soon.stop()
        self._show(outline)

    def _show(self, outline: tuple[Section, ...]) -> None:
        """Propose where each section goes in that outline."""
        self._outline = outline
        self._moves = proposed(self._report.sections, outline) if outline else {}
        self.table.setRowCount(len(self._old) if outline else 0)
        self.act.setEnabled(bool(outline))
        self._fill()
        self.table.clearSelection()
        if outline and self._old:
            choose_row(self.table, next((at for at, move in enumerate(self._moves.values()) if unsure([move])), 0))
        self._offer()

    def _fill(self) -> None:
        for at, (depth, section) in enumerate(self._old if self._moves else ()):
            move = self._moves[section.id]
            words = (_INDENT * depth + _called(section), self._target_words(move), _note(move))
            for column, text in enumerate(words):
                item = QTableWidgetItem(text)
                item.setToolTip(text.strip())
                self.table.setItem(at, column, item)
        left = unsure(self._moves.values())
        self.told.setText((LOOK.format(count=grouped(left)) if left else ALL_CLEAR) if self._moves else "")

    def _offer(self) -> None:
        """Offer where the section under the bar may go, and show where it goes."""
        self.target.clear()
        rows = self._chosen_rows()
        self.target.setEnabled(bool(rows))
        if rows:
            _, section = self._old[rows[0]]
            for words, move in self._targets(section):
                self.target.addItem(words, move)
            now = self._moves[section.id]
            moves = [self.target.itemData(index) for index in range(self.target.count())]
            self.target.setCurrentIndex(moves.index(replace(now, sure=True)))

    def _targets(self, section: Section) -> Iterator[tuple[str, Move]]:
        for depth, new in rows_of(self._outline):
            yield _INDENT * depth + _called(new), Move(Way.INTO, new.id)
        yield WAYS[Way.ALONG], Move(Way.ALONG)
        yield WAYS[Way.APART], Move(Way.APART)
        if may_be_dropped(section):
            yield WAYS[Way.DROPPED], Move(Way.DROPPED)

    def _take_target(self, index: int) -> None:
        move = self.target.itemData(index)
        for at in self._chosen_rows():
            section = self._old[at][1]
            if move.way is not Way.DROPPED or may_be_dropped(section):
                self._moves[section.id] = move
        self._fill()

    def _chosen_rows(self) -> list[int]:
        return sorted({index.row() for index in self.table.selectionModel().selectedRows()})

    def _target_words(self, move: Move) -> str:
        names = {section.id: _called(section) for _, section in rows_of(self._outline)}
        return names[move.into] if move.way is Way.INTO else WAYS[move.way]

    def _lay_out(self) -> None:
        left, right, both, row = QVBoxLayout(), QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for label, widget in (("Lấy đề cương", self.source), ("Đề cương mới", self.pasted)):
            left.addLayout(headed(label, widget), int(widget is self.pasted))
        row.addWidget(QLabel("Chuyển vào"))
        row.addWidget(self.target, 1)
        right.addLayout(headed("Mỗi mục chuyển vào đâu", self.table), 1)
        right.addLayout(row)
        for column in (left, right):
            column.setSpacing(STEP)
        both.setSpacing(2 * STEP)
        both.addLayout(left, 2)
        both.addLayout(right, 3)
        self.body.addLayout(both, 1)
        self.body.addWidget(self.told)


def _called(section: Section) -> str:
    return section.heading or NO_TITLE


def _note(move: Move) -> str:
    if move.way is Way.APART:
        return "chưa có chỗ"
    return "" if move.sure else "cần xem lại"


def _lines(outline: tuple[Section, ...]) -> Iterator[str]:
    return (_INDENT * depth + section.heading for depth, section in rows_of(outline))


def _table() -> QTableWidget:
    table = QTableWidget(0, len(HEADS))
    table.setHorizontalHeaderLabels(list(HEADS))
    table.setAccessibleName("Mỗi mục chuyển vào đâu")
    dress_table(table)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    header = table.horizontalHeader()
    header.resizeSection(2, _NOTE)
    for column in (0, 1):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
    return table
