"""The backups: what each holds, what bringing it back would change, and the second place for them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from bcdesk.errors import DatabaseDamaged, KnownError
from bcdesk.report.backup import Backup, Difference
from bcdesk.report.kept import Listed
from bcdesk.session.backups import Backups
from bcdesk.ui.background import Background
from bcdesk.ui.dialogs.dialog import Dialog, headed, note
from bcdesk.ui.dialogs.second_place import SecondPlaceRow
from bcdesk.ui.messages import Messages
from bcdesk.ui.style.style import STEP
from bcdesk.ui.style.tables import dress_table
from bcdesk.vietnamese.numbers import grouped, size_words

T = TypeVar("T")
Listing = tuple[tuple[Backup, ...], tuple[datetime, ...]]

HEADS = ("Sao lưu lúc", "Báo cáo", "Kích thước")
READING, SAVING = "Đang đọc bản sao lưu…", "Đang sao lưu…"
SAME = "Bản này giống hệt danh sách hiện nay."
MOST_NAMED = 3
NONE = "Chưa có bản sao lưu nào. Chương trình tự sao lưu mỗi giờ khi có thay đổi và khi đóng."


class BackupsDialog(Dialog):
    """Backups at the left, at the right what would change; says with its signals what the clerk wants done."""

    restore_asked = Signal(object)
    copy_asked = Signal(object, object)
    damage_found = Signal(object)

    def __init__(
        self, backups: Backups, background: Background, messages: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__("Sao lưu, phục hồi", "Phục hồi", parent, leave="Đóng")
        self._backups, self._background = backups, background
        self._shown: tuple[Backup, ...] = ()
        self._damaged: tuple[datetime, ...] = ()
        self.table = _table()
        self.changes = QTreeWidget()
        self.changes.setHeaderHidden(True)
        self.changes.setAccessibleName("Nếu phục hồi bản này")
        self.told = note("")
        self.trouble = QLabel()
        self.trouble.setObjectName("wrong")
        self.trouble.setWordWrap(True)
        self.second = SecondPlaceRow(messages)
        self.second.chosen.connect(self._keep_second)
        self.copy = self.add_verb("Chép báo cáo này ra", self._ask_copy, first=True)
        self.now = self.add_verb("Sao lưu ngay", self.take, first=True)
        self.table.currentCellChanged.connect(lambda *_: self._look())
        self.changes.currentItemChanged.connect(lambda *_: self._allow())
        self._lay_out()
        self.finish(960, 560, self.table)
        self.act.setDefault(False)  # Enter in the list must not bring one back
        self.leave.setDefault(True)
        self._look()
        self._allow()

    @property
    def backup(self) -> Backup | None:
        """The backup under the bar."""
        row = self.table.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def accept(self) -> None:
        """Ask for the backup to be brought back; only where what it would change has been shown."""
        if self.backup and self.act.isEnabled():
            self.restore_asked.emit(self.backup)
            super().accept()

    def open(self) -> None:
        """Show itself, then what there is."""
        super().open()
        self.refresh()

    def refresh(self) -> None:
        """Show the backups there are and the second place."""
        self._run(READING, self._listed, self._show)
        self.second.show_place(self._backups.second_place())

    def take(self) -> None:
        """Take a backup now."""

        def work() -> Listing:
            self._backups.take()
            self._backups.bring_along()
            return self._listed()

        self._run(SAVING, work, self._show)

    def _listed(self) -> Listing:
        return self._backups.listed(), self._backups.damaged()

    def _show(self, listing: Listing) -> None:
        listed, self._damaged = listing
        self._shown = listed
        self.table.setRowCount(0)
        self.table.setRowCount(len(listed))
        for row, backup in enumerate(listed):
            for column, words in enumerate(_cells(backup)):
                self.table.setItem(row, column, QTableWidgetItem(words))
        self._count()
        self.table.setCurrentCell(0, 0)

    def _look(self) -> None:
        self.changes.clear()
        self.act.setEnabled(False)
        if backup := self.backup:
            self._run(READING, partial(self._backups.look, backup), partial(self._show_changes, backup))

    def _show_changes(self, backup: Backup, difference: Difference) -> None:
        if backup != self.backup:
            return  # the bar has gone on meanwhile
        items = _items(difference)
        self.changes.clear()
        self.changes.addTopLevelItems(items)
        self.changes.expandAll()
        self.act.setEnabled(bool(difference))
        self.changes.setCurrentItem(items[0].child(0) or items[0])

    def _allow(self) -> None:
        item = self.changes.currentItem()
        self.copy.setEnabled(item is not None and item.data(0, Qt.ItemDataRole.UserRole) is not None)

    def _ask_copy(self) -> None:
        item, backup = self.changes.currentItem(), self.backup
        if item is not None and backup is not None:
            self.copy_asked.emit(backup, item.data(0, Qt.ItemDataRole.UserRole))

    def _keep_second(self, folder: Path | None) -> None:
        self._run(SAVING, partial(self._backups.keep_second_place, folder), lambda _: self.refresh())

    def _run(self, words: str, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do it in the background, then show what came of it while the dialog is there."""
        self.trouble.hide()
        self.told.setText(words)

        def shown(result: T) -> None:
            if self.isVisible():
                self._count()
                done(result)

        self._background.run(work, shown, self._failed)

    def _count(self) -> None:
        size = sum(backup.size for backup in self._shown)
        words = f"{len(self._shown)} bản, tất cả {size_words(size)}." if self._shown else NONE
        self.told.setText(f"{words} {damaged_words(self._damaged)}".rstrip())

    def _failed(self, error: KnownError) -> None:
        if isinstance(error, DatabaseDamaged):  # the window has the way to a rescue, which goes on with a backup
            self.reject()
            self.damage_found.emit(error)
            return
        self._count()
        self.trouble.setText(str(error))
        self.trouble.show()

    def _lay_out(self) -> None:
        both = QHBoxLayout()
        both.setSpacing(2 * STEP)
        both.addLayout(headed("Các bản sao lưu", self.table), 2)
        both.addLayout(headed("Nếu phục hồi bản này", self.changes), 3)
        self.body.addLayout(both, 1)
        self.body.addWidget(self.told)
        self.body.addWidget(self.second)
        self.body.addWidget(self.trouble)
        self.trouble.hide()


def damaged_words(times: tuple[datetime, ...]) -> str:
    """Which backups lie there but cannot be used; empty where all can."""
    if not times:
        return ""
    named = ", ".join(f"{at:%H:%M ngày %d/%m/%Y}" for at in times[:MOST_NAMED])
    more = f" và {grouped(len(times) - MOST_NAMED)} bản nữa" if len(times) > MOST_NAMED else ""
    return f"Bị hỏng, không dùng được: bản lúc {named}{more}."


def _table() -> QTableWidget:
    table = QTableWidget(0, len(HEADS))
    table.setHorizontalHeaderLabels(list(HEADS))
    table.setAccessibleName("Các bản sao lưu")
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    dress_table(table, stretched=0)
    return table


def _cells(backup: Backup) -> tuple[str, str, str]:
    return f"{backup.at:%d/%m/%Y %H:%M:%S}", grouped(backup.reports), size_words(backup.size)


def _items(difference: Difference) -> list[QTreeWidgetItem]:
    parts = (
        ("Sẽ có lại", difference.returning, True),
        ("Sẽ trở về như trước khi sửa", difference.changed, True),
        ("Sẽ không còn trong danh sách", difference.leaving, False),
    )
    items = [_part(f"{words} ({len(listed)})", listed, held=held) for words, listed, held in parts if listed]
    return items or [QTreeWidgetItem([SAME])]


def _part(words: str, listed: tuple[Listed, ...], *, held: bool) -> QTreeWidgetItem:
    """Reports under their head; those the backup holds can be copied out."""
    part = QTreeWidgetItem([words])
    for each in listed:
        when = f"{each.changed_at.astimezone():%H:%M ngày %d/%m/%Y}"
        row = QTreeWidgetItem([f"{each.name} (sửa lúc {when})"])
        row.setToolTip(0, row.text(0))
        row.setData(0, Qt.ItemDataRole.UserRole, each if held else None)
        part.addChild(row)
    return part
