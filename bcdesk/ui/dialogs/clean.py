"""Tidying a report: the kinds of it with their counts and tick boxes, and what each would change, before and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from bcdesk.report.cleanups import Change, Cleanup
from bcdesk.ui.dialogs.dialog import Dialog, headed, note
from bcdesk.ui.style.style import ROW, STEP
from bcdesk.ui.style.tables import dress_table
from bcdesk.vietnamese.numbers import grouped

MOST_ROWS = 200
HEADS = ("Đang là", "Sẽ thành")
HINT = "Dấu · là dấu cách, ▯ là ký tự ẩn, ↵ là chỗ xuống dòng. Dọn xong vẫn hoàn tác được (Ctrl+Z)."
WORDS = {
    Cleanup.LEGACY: "Chữ gõ bằng phông cũ (TCVN3, VNI)",
    Cleanup.HIDDEN: "Ký tự ẩn, dấu cách cứng",
    Cleanup.LOOK_ALIKES: "Chữ lạ trông giống chữ Việt",
    Cleanup.BROKEN_LINES: "Dòng ngắt giữa câu (chép từ PDF)",
    Cleanup.SPACES: "Dấu cách thừa",
    Cleanup.SIGNS: "Dấu cách ở dấu câu và ngoặc",
    Cleanup.HYPHENS: "Dấu gạch cách hai bên không đều",
}
_SHOWN = str.maketrans({" ": "·", "\u00a0": "·", "\u202f": "·", "\u2007": "·", "\n": "↵"})


class CleanDialog(Dialog):
    """The kinds that have something to do at the left, all ticked; at the right what the one under the bar changes."""

    def __init__(self, found: Mapping[Cleanup, Sequence[Change]], parent: QWidget | None = None) -> None:
        super().__init__("Dọn văn bản", "Dọn", parent)
        self._found = found
        self._listed = tuple(cleanup for cleanup in Cleanup if found.get(cleanup))
        self.kinds = QListWidget()
        self.kinds.setAccessibleName("Những gì dọn được")
        self.preview = _table()
        self.told = note("")
        for cleanup in self._listed:
            self.kinds.addItem(_ticked(f"{WORDS[cleanup]} ({grouped(len(found[cleanup]))})"))
        self.kinds.currentRowChanged.connect(self._show)
        self.kinds.itemChanged.connect(lambda _: self._count())
        self._lay_out()
        self.finish(1040, 560, self.kinds)
        self.kinds.setCurrentRow(0)
        self._count()

    @property
    def chosen(self) -> tuple[Cleanup, ...]:
        """The ticked kinds."""
        return tuple(
            cleanup
            for row, cleanup in enumerate(self._listed)
            if self.kinds.item(row).checkState() is Qt.CheckState.Checked
        )

    @property
    def count(self) -> int:
        """How many places the ticked kinds change."""
        return sum(len(self._found[cleanup]) for cleanup in self.chosen)

    def _count(self) -> None:
        self.act.setEnabled(bool(self.chosen))
        self.act.setText(f"Dọn {grouped(self.count)} chỗ" if self.chosen else "Dọn")

    def _show(self, row: int) -> None:
        found = self._found[self._listed[row]]
        self.preview.setRowCount(0)
        self.preview.setRowCount(min(len(found), MOST_ROWS))
        for at, change in enumerate(found[:MOST_ROWS]):
            for column, words in enumerate(shown(change)):
                self.preview.setItem(at, column, QTableWidgetItem(words))
        self.preview.resizeRowsToContents()
        for at in range(self.preview.rowCount()):
            self.preview.setRowHeight(at, self.preview.rowHeight(at) + STEP)
        more = len(found) - MOST_ROWS
        self.told.setText(f"{HINT} Còn {grouped(more)} chỗ nữa không liệt kê." if more > 0 else HINT)

    def _lay_out(self) -> None:
        both = QHBoxLayout()
        both.setSpacing(2 * STEP)
        both.addLayout(headed("Những gì dọn được", self.kinds), 2)
        both.addLayout(headed("Xem trước", self.preview), 3)
        self.body.addLayout(both, 1)
        self.body.addWidget(self.told)


def shown(change: Change) -> tuple[str, str]:
    """The words before and after, with signs for the spaces and hidden characters that make the difference."""
    before, after = change.before, change.after
    most = min(len(before), len(after))
    head = next((at for at in range(most) if before[at] != after[at]), most)
    tail = next((at for at in range(most - head) if before[-1 - at] != after[-1 - at]), most - head)
    start = head - 1 if head and before[head - 1] == " " else head
    return _marked(before, start, len(before) - tail), _marked(after, start, len(after) - tail)


def _marked(text: str, start: int, end: int) -> str:
    middle = "".join(sign if sign.isprintable() or sign == "\n" or sign.isspace() else "▯" for sign in text[start:end])
    return text[:start] + middle.translate(_SHOWN) + text[end:]


def _ticked(words: str) -> QListWidgetItem:
    item = QListWidgetItem(words)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked)
    item.setSizeHint(QSize(0, ROW))
    item.setToolTip(words)
    return item


def _table() -> QTableWidget:
    table = QTableWidget(0, len(HEADS))
    table.setHorizontalHeaderLabels(list(HEADS))
    table.setAccessibleName("Trước và sau khi dọn")
    dress_table(table)
    table.setWordWrap(True)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    return table
