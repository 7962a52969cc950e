"""The preview with its small bar below: which page, and how large."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QTabBar, QToolButton, QVBoxLayout, QWidget

from bcdesk.report.report import Place
from bcdesk.ui.preview.preview import Preview

if TYPE_CHECKING:
    from bcdesk.layout.pages import Page

SPACE = 8


class PreviewPane(QWidget):
    """Pages over a line `Trang 1/3  −  Vừa chiều rộng  +`; something else may stand in their place."""

    clicked = Signal(Place)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview = Preview(self)
        self.page_label = QLabel(self)
        self.tabs = QTabBar()
        self._column = QVBoxLayout(self)
        self._stack = QStackedWidget()
        printed = QWidget()
        self._printed = QVBoxLayout(printed)
        self._stack.addWidget(printed)
        self.smaller = _button("−", "Thu nhỏ (Ctrl+−)", self.preview.zoom_out)
        self.fit = _button("Vừa chiều rộng", "Cho trang vừa chiều rộng (Ctrl+0)", self.preview.fit_width)
        self.larger = _button("+", "Phóng to (Ctrl++)", self.preview.zoom_in)
        self.fit.setCheckable(True)
        self._lay_out()
        self.setFocusProxy(self.preview)
        self.preview.clicked.connect(self.clicked)
        self.preview.page_shown.connect(self._show_page)
        self.preview.zoom_changed.connect(self.fit.setChecked)
        self.fit.setChecked(self.preview.fits_width)
        self._show_page(0, 0)

    def show_pages(self, pages: tuple[Page, ...]) -> None:
        """Show these pages."""
        self.preview.show_pages(pages)

    def mark(self, place: Place | None, *, ensure: bool = False) -> None:
        """Put a bar beside the paragraph of `place`; with `ensure`, scroll as little as shows its line."""
        self.preview.mark(place, ensure=ensure)

    def add_head(self, head: QWidget) -> None:
        """Put a strip over the pages."""
        self._column.insertWidget(0, head)

    def add_line(self, line: QWidget) -> None:
        """Put a line between the pages and the bar."""
        self._printed.insertWidget(self._printed.indexOf(self.preview) + 1, line)

    def add_beside(self, words: str, widget: QWidget) -> None:
        """Let another widget stand in the place of the pages; a pair of tabs turns between them."""
        self._stack.addWidget(widget)
        self.tabs.addTab(words)
        self.tabs.show()

    def turn_to(self, widget: QWidget | None) -> None:
        """Show what was put here, or the pages."""
        self.tabs.setCurrentIndex(self._stack.indexOf(widget) if widget else 0)

    def toggle(self, widget: QWidget) -> None:
        """Show what was put here, or the pages again; the caret stays where one writes."""
        shown = widget.isVisible()
        self.show()
        self.turn_to(None if shown else widget)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(SPACE, SPACE // 2, SPACE, SPACE // 2)
        bar.addStretch()
        bar.addWidget(self.page_label)
        bar.addSpacing(SPACE)
        for button in (self.smaller, self.fit, self.larger):
            bar.addWidget(button)
        bar.addStretch()
        for column in (self._column, self._printed):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
        self._printed.addWidget(self.preview, 1)
        self._printed.addLayout(bar)
        self.tabs.addTab("Trang in")
        self.tabs.setObjectName("beside")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tabs.setAccessibleName("Bên cạnh nội dung đang soạn")
        self.tabs.hide()
        self._column.addWidget(self.tabs)
        self._column.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)

    def _show_page(self, page: int, count: int) -> None:
        self.page_label.setText(f"Trang {page}/{count}" if count else "Chưa có trang")


def _button(text: str, tip: str, act: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(act)
    return button
