"""The trash: what was removed, and until when it can be taken back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem, QWidget

from bcdesk.report.kept import Trashed
from bcdesk.session.trash import KEPT, kept_until
from bcdesk.ui.dialogs.dialog import Dialog, note
from bcdesk.ui.style.tables import dress_table
from bcdesk.vietnamese.dates import short_date

HEADS = ("Báo cáo", "Kỳ báo cáo", "Người soạn", "Bỏ ngày", "Giữ đến")
KEPT_WORDS = f"Báo cáo đã bỏ được giữ {KEPT.days} ngày, sau đó mới bị xóa hẳn."
EMPTY = "Thùng rác không có báo cáo nào."


class TrashDialog(Dialog):
    """Lists removed reports; `restored` and `deleted` carry the one the clerk means, and the dialog stays."""

    restored = Signal(str)
    deleted = Signal(str)

    def __init__(self, kind_names: Mapping[str, str], now: datetime, parent: QWidget | None = None) -> None:
        super().__init__("Thùng rác", "Khôi phục", parent, leave="Đóng")
        self._kind_names = kind_names
        self._now = now
        self.trashed: tuple[Trashed, ...] = ()
        self.table = QTableWidget(0, len(HEADS))
        self.words = note(KEPT_WORDS)
        self.delete = self.add_verb("Xóa hẳn…", self._delete, first=True)
        self._lay_out()
        self.finish(800, 420, self.table)

    def show_reports(self, trashed: tuple[Trashed, ...]) -> None:
        """List these, the bar where it was."""
        row = max(0, self.table.currentRow())
        self.trashed = trashed
        self.table.setRowCount(len(trashed))
        for at, report in enumerate(trashed):
            for column, words in enumerate(self._cells(report)):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.table.setItem(at, column, item)
        self.words.setText(KEPT_WORDS if trashed else EMPTY)
        for button in (self.act, self.delete):
            button.setEnabled(bool(trashed))
        if trashed:
            self.table.selectRow(min(row, len(trashed) - 1))
        else:
            self.leave.setFocus()

    def title_of(self, trashed: Trashed) -> str:
        """What a report is called; its kind where it has no title."""
        return trashed.listed.title or self._kind_names.get(trashed.listed.kind, trashed.listed.kind)

    def accept(self) -> None:
        """Take the report under the bar back."""
        if self.trashed:
            self.restored.emit(self._under_bar())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete means the verb of that name."""
        if event.key() == Qt.Key.Key_Delete and self.delete.isEnabled():
            self._delete()
        else:
            super().keyPressEvent(event)

    def _delete(self) -> None:
        self.deleted.emit(self._under_bar())

    def _under_bar(self) -> str:
        return self.trashed[self.table.currentRow()].listed.id

    def _cells(self, trashed: Trashed) -> tuple[str, ...]:
        listed, zone = trashed.listed, self._now.tzinfo
        days = (trashed.removed_at, kept_until(trashed))
        return (
            self.title_of(trashed),
            listed.period,
            listed.drafter,
            *(short_date(day.astimezone(zone).date()) for day in days),
        )

    def _lay_out(self) -> None:
        table = self.table
        table.setAccessibleName("Báo cáo trong thùng rác")
        table.setHorizontalHeaderLabels(HEADS)
        dress_table(table, stretched=0)
        for column, width in enumerate((0, 130, 150, 100, 100)):
            table.horizontalHeader().resizeSection(column, width)
        self.body.addWidget(table, 1)
        self.body.addWidget(self.words)
