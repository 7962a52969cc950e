"""The fault report, read before it goes anywhere."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from bcdesk.ui.dialogs.dialog import Dialog, note

WHAT = (
    "Đây là toàn bộ những gì sẽ được ghi vào tệp. Chương trình không tự gửi đi đâu: "
    "ghi ra tệp hoặc chép, rồi gửi cho người hỗ trợ."
)
COPIED = "Đã chép. Dán vào thư gửi người hỗ trợ."


class FaultReportDialog(Dialog):
    """Shows the text exactly as it will be written; accepted to have it written."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__("Báo lỗi", "Ghi ra tệp…", parent, leave="Đóng")
        self.what = note(WHAT)
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Nội dung báo lỗi")
        self.copy = self.add_verb("Chép", self._copy, first=True)
        self.body.addWidget(self.what)
        self.body.addWidget(self.text, 1)
        self.finish(820, 560, self.text)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.what.setText(COPIED)
