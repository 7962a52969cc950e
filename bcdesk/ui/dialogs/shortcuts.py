"""The list of keys."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from bcdesk.ui.actions import ACTIONS, keys_words
from bcdesk.ui.dialogs.dialog import Dialog
from bcdesk.ui.style.tables import dress_table

ELSEWHERE = (
    ("Đến mục thứ nhất … thứ chín", "Alt+1 … Alt+9"),
    ("Mục sau, mục trước", "Ctrl+Tab, Ctrl+Shift+Tab"),
    ("Mở báo cáo đang chọn trong danh sách", "Enter"),
    ("Bỏ báo cáo đang chọn vào thùng rác", "Delete"),
)


class ShortcutsDialog(Dialog):
    """Every action of the window with its keys, then `more`: what is done and its keys as Qt writes them."""

    def __init__(self, more: Iterable[tuple[str, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__("Phím tắt", "Đóng", parent)
        self.leave.hide()
        rows = [(spec.tip, keys_words(spec.keys)) for spec in ACTIONS if spec.keys]
        rows += [(words, keys_words((keys,))) for words, keys in more if keys]
        rows += ELSEWHERE
        self.table = QTableWidget(len(rows), 2)
        self.table.setHorizontalHeaderLabels(["Việc", "Phím"])
        dress_table(self.table, stretched=0)
        for row, cells in enumerate(rows):
            for column, words in enumerate(cells):
                self.table.setItem(row, column, QTableWidgetItem(words))
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.body.addWidget(self.table)
        self.finish(640, 620, self.table)
