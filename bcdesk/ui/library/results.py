"""The reports one may open beside the report in work: those found, or at first the last ones of its kind."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from bcdesk.report.excerpt import Excerpt
from bcdesk.report.kept import Found, Listed
from bcdesk.report.states import STATE_WORDS
from bcdesk.ui.home.excerpts import EXCERPT, TALL, ExcerptDelegate
from bcdesk.ui.style.style import STEP

FOUND = Qt.ItemDataRole.UserRole + 2
NOTHING = "Không có báo cáo nào khác có những chữ này."
HINT = "Gõ chữ cần tìm, có dấu hoặc không dấu. Dưới đây là các báo cáo cùng loại."
OPEN = "Mở bên cạnh"


class Results(QWidget):
    """A field to search in and what was found; `asked` gives what is typed, `opened` the report to be opened."""

    asked = Signal(str)
    opened = Signal(Found)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search, self.told = QLineEdit(), QLabel(HINT)
        self.list = _List()
        self.open = QPushButton(OPEN)
        self.search.setPlaceholderText("Tìm trong mọi báo cáo")
        self.search.setAccessibleName("Tìm trong mọi báo cáo")
        self.search.setClearButtonEnabled(True)
        self.told.setObjectName("muted")
        self.told.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP, STEP, STEP, STEP)
        column.setSpacing(STEP)
        column.addWidget(self.search)
        column.addWidget(self.told)
        column.addWidget(self.list, 1)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignRight)
        self.search.textChanged.connect(self.asked)
        self.search.returnPressed.connect(self._go_to_list)
        self.list.entered_on.connect(self._open)
        self.list.itemDoubleClicked.connect(lambda _: self._open())
        self.open.clicked.connect(self._open)

    def show_recent(self, listed: Iterable[Listed]) -> None:
        """Offer these while nothing is looked for."""
        self.show_found(Found(each, Excerpt()) for each in listed)
        self.told.setText(HINT)
        self.told.show()

    def show_found(self, found: Iterable[Found]) -> None:
        """Show what was found."""
        self.list.clear()
        for each in found:
            self.list.addItem(_item(each))
        self.list.setCurrentRow(0)
        self.open.setEnabled(self.list.count() > 0)
        self.told.setText(NOTHING)
        self.told.setVisible(not self.list.count())

    def _go_to_list(self) -> None:
        if self.list.count():
            self.list.setFocus()

    def _open(self) -> None:
        if (item := self.list.currentItem()) is not None:
            self.opened.emit(item.data(FOUND))


class _List(QListWidget):
    """The list; Enter says so with `entered_on`."""

    entered_on = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Các báo cáo tìm thấy")
        self.setItemDelegate(ExcerptDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered_on.emit()
        else:
            super().keyPressEvent(event)


def _item(found: Found) -> QListWidgetItem:
    """A report with the line that was found; without one, where it stands on its way."""
    listed = found.listed
    item = QListWidgetItem(listed.name)
    excerpt = found.excerpt if found.excerpt.text else Excerpt(STATE_WORDS[listed.state])
    item.setData(EXCERPT, excerpt)
    item.setData(FOUND, found)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{listed.name}\n{excerpt.text}")
    item.setToolTip(f"{listed.name}\n{excerpt.text}")
    item.setSizeHint(QSize(0, TALL))
    return item
