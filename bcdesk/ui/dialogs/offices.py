"""The office profiles of this PC: several bodies, or one whose name changed on a certain day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from bcdesk.report.office import Office, issuer_name
from bcdesk.ui.dialogs.dialog import Dialog, note
from bcdesk.ui.dialogs.office import OfficeDialog
from bcdesk.ui.workplace import MakePaper
from bcdesk.vietnamese.dates import short_date


class OfficesDialog(Dialog):
    """Lists the profiles; each can be changed, one can be added that holds from a day on."""

    def __init__(
        self, offices: tuple[Office, ...], make_paper: MakePaper, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__("Hồ sơ cơ quan", "Lưu hồ sơ", parent)
        self.offices = offices
        self._make_paper = make_paper
        self.listed = QListWidget()
        self.listed.setAccessibleName("Các hồ sơ cơ quan")
        self.since = QDateEdit(QDate(today.year, today.month, today.day))
        self.since.setCalendarPopup(True)
        self.since.setAccessibleName("Thêm hồ sơ từ ngày")
        self.since.setDisplayFormat("dd/MM/yyyy")
        self._remove = QPushButton("Bỏ hồ sơ")
        self._lay_out()
        self._show(0)
        self.finish(640, 360, self.listed)

    def edit(self) -> None:
        """Ask about the profile under the bar."""
        row = self.listed.currentRow()
        dialog = OfficeDialog(self.offices[row], self._make_paper, self)
        dialog.accepted.connect(lambda: self._put(row, dialog.office))
        dialog.open()

    def add(self) -> None:
        """Ask about a profile that holds from the given day on, beginning with the one under the bar."""
        since = self.since.date()
        begun = replace(
            self.offices[self.listed.currentRow()], valid_from=date(since.year(), since.month(), since.day())
        )
        dialog = OfficeDialog(begun, self._make_paper, self)
        dialog.accepted.connect(lambda: self._put(len(self.offices), dialog.office))
        dialog.open()

    def remove(self) -> None:
        """Take out the profile under the bar; the last one stays."""
        row = self.listed.currentRow()
        self.offices = (*self.offices[:row], *self.offices[row + 1 :])
        self._show(max(0, row - 1))

    def _put(self, row: int, office: Office) -> None:
        self.offices = (*self.offices[:row], office, *self.offices[row + 1 :])
        self._show(row)

    def _show(self, row: int) -> None:
        self.listed.clear()
        self.listed.addItems([_words(office) for office in self.offices])
        self.listed.setCurrentRow(row)
        self._remove.setEnabled(len(self.offices) > 1)

    def _lay_out(self) -> None:
        row, verbs = QHBoxLayout(), QVBoxLayout()
        for button, act in (
            (QPushButton("Sửa…"), self.edit),
            (self._remove, self.remove),
            (QPushButton("Thêm hồ sơ từ ngày:"), self.add),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(act)
            verbs.addWidget(button)
        verbs.addWidget(self.since)
        verbs.addStretch()
        row.addWidget(self.listed, 1)
        row.addLayout(verbs)
        self.listed.itemActivated.connect(lambda _: self.edit())
        self.body.addLayout(row)
        self.body.addWidget(note("Báo cáo mới lấy hồ sơ đang có hiệu lực; báo cáo đã lập giữ nguyên hồ sơ của nó."))


def _words(office: Office) -> str:
    name = issuer_name(office) or "Cơ quan chưa có tên"
    return f"{name} (từ {short_date(office.valid_from)})" if office.valid_from else name
