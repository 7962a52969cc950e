"""The window of help: a page to read, the way back, and a field to search in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from bcdesk.ui.help.asked import Asked
from bcdesk.ui.help.book import CONTENTS, Book, Found, Topic
from bcdesk.ui.help.pages import Pages
from bcdesk.ui.home.excerpts import EXCERPT, TALL, ExcerptDelegate
from bcdesk.ui.keys import ByKeyboard
from bcdesk.ui.style.icons import APP, icon
from bcdesk.ui.style.style import STEP

NAME = "Hướng dẫn"
WIDTH, NARROWEST, SHARE = 540, 400, 0.44
NOTHING = "Không có trang nào có những chữ này. Thử ít chữ hơn."
ABOUT = "Chỗ đang chọn: {clause}"
TOPIC = Qt.ItemDataRole.UserRole + 7


class HelpWindow(ByKeyboard, QWidget):
    """Explains one topic after another; Escape gives the keyboard back to the window from which it was asked."""

    def __init__(self, book: Book) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._book = book
        self._asking: QWidget | None = None
        self._over: QWidget | None = None
        self.pages, self.search, self.found = Pages(book), QLineEdit(), _Found()
        self.about = QLabel()
        self.back = self._button("arrow-left", "Về trang trước", "Alt+Left", self.pages.backward)
        self.forward = self._button("arrow-right", "Đến trang sau", "Alt+Right", self.pages.forward)
        self.contents = self._button("home", "Mục lục", "Alt+Home", lambda: self.show_asked(Asked(CONTENTS)))
        self._lay_out()
        self._listen()

    def explain(self, asked: Asked, over: QWidget) -> None:
        """Show what was asked for from a window, beside what is being done there."""
        asking = QApplication.activeWindow()
        if asking is not self:
            self._asking, self._over = asking, over
        if not self.isVisible():
            self.setGeometry(_beside(over.frameGeometry()))
        self.show_asked(asked)
        self.show()
        self.activateWindow()

    def show_asked(self, asked: Asked) -> None:
        """Show a topic, with the clause it is asked about."""
        self.search.clear()
        self.pages.open(asked.topic)
        self.about.setText(ABOUT.format(clause=asked.clause))
        self.about.setVisible(bool(asked.clause))
        self.pages.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give the keyboard back."""
        super().closeEvent(event)
        for window in (self._asking, self._over):
            if window is not None and isValid(window) and window.isVisible():
                window.activateWindow()
                return

    def _leave(self) -> None:
        """First from what was found, then from the window."""
        if self.search.text():
            self.search.clear()
            self.pages.setFocus()
        else:
            self.close()

    def _search(self, typed: str) -> None:
        self.found.show_found(self._book.search(typed))
        self._stack.setCurrentWidget(self.found if typed.strip() else self._page)

    def _open_found(self) -> None:
        for item in self.found.selectedItems():
            if topic_id := item.data(TOPIC):
                self.show_asked(Asked(topic_id))

    def _on_turned(self, topic: Topic | None) -> None:
        title = topic.title if topic else NAME
        self.setWindowTitle(f"{title} · {NAME}" if title != NAME else NAME)
        self.about.hide()

    def _listen(self) -> None:
        self.pages.turned.connect(self._on_turned)
        for button, available in (
            (self.back, self.pages.backwardAvailable),
            (self.forward, self.pages.forwardAvailable),
        ):
            button.setEnabled(False)
            available.connect(button.setEnabled)
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self._open_found)
        self.found.itemActivated.connect(lambda _: self._open_found())
        keys = {"Esc": self._leave, "Ctrl+F": self._go_search, "F1": self.contents.click, "Down": self._go_found}
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self.search if key == "Down" else self).activated.connect(act)

    def _go_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _go_found(self) -> None:
        if self._stack.currentWidget() is self.found:
            self.found.setFocus()

    def _lay_out(self) -> None:
        self.setWindowIcon(icon(APP))
        self.setWindowTitle(NAME)
        self.search.setPlaceholderText("Tìm trong hướng dẫn (Ctrl+F)")
        self.search.setAccessibleName("Tìm trong hướng dẫn")
        self.search.setClearButtonEnabled(True)
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setContentsMargins(2 * STEP, STEP, 2 * STEP, STEP)
        self.about.hide()
        self._stack, self._page = QStackedWidget(), QWidget()
        self._stack.addWidget(self._page)
        self._stack.addWidget(self.found)
        row, page, column = QHBoxLayout(), QVBoxLayout(self._page), QVBoxLayout(self)
        row.setContentsMargins(STEP, STEP, STEP, STEP)
        for button in (self.back, self.forward, self.contents):
            row.addWidget(button)
            button.setEnabled(button is self.contents)
        row.addWidget(self.search, 1)
        for stacked in (page, column):
            stacked.setContentsMargins(0, 0, 0, 0)
            stacked.setSpacing(0)
        page.addWidget(self.about)
        page.addWidget(self.pages, 1)
        column.addLayout(row)
        column.addWidget(self._stack, 1)

    def _button(self, drawing: str, words: str, keys: str, act: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button.setIcon(icon(drawing))
        button.setToolTip(f"{words} ({native})")
        button.setAccessibleName(words)
        button.clicked.connect(act)
        QShortcut(QKeySequence(keys), self).activated.connect(button.click)
        return button


class _Found(QListWidget):
    """The topics found, each with its line; a sentence where there are none."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Các trang tìm thấy")
        self.setItemDelegate(ExcerptDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_found(self, found: tuple[Found, ...]) -> None:
        self.clear()
        for each in found:
            item = QListWidgetItem(each.topic.title)
            item.setData(EXCERPT, each.line)
            item.setData(TOPIC, each.topic.id)
            item.setToolTip(each.line.text)
            item.setSizeHint(QSize(0, max(TALL, 2 * self.fontMetrics().lineSpacing() + 2 * STEP)))
            self.addItem(item)
        if not found:
            self.addItem(NOTHING)
        self.setCurrentRow(0)


def _beside(window: QRect) -> QRect:
    """The right part of a window, where the pages are and not the text one writes."""
    width = max(min(WIDTH, round(window.width() * SHARE)), NARROWEST)
    return QRect(window.right() - width, window.top() + 4 * STEP, width, max(window.height() - 5 * STEP, 40 * STEP))
