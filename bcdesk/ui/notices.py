"""What the window has to say, in the window: a bar for a trouble that stays, a line for a result that passes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from bcdesk.errors import DatabaseDamaged, KnownError, UnreadableReport
from bcdesk.ui.style.icons import icon
from bcdesk.ui.style.style import STEP

SHOWN_FOR_MS = 15_000


@dataclass(frozen=True, slots=True)
class Step:
    """A button of a notice: its verb and what it does."""

    words: str
    act: Callable[[], object]


class Notice(QFrame):
    """A sentence with its buttons, hidden while there is nothing to say."""

    def __init__(self, name: str, drawing: str, shown_for_ms: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)  # it may quote the name of somebody's file
        self._buttons = QHBoxLayout()
        self._steps: list[QPushButton] = []
        self._away = QTimer(self, singleShot=True, interval=shown_for_ms)
        self._away.timeout.connect(self.hide)
        self._drawing, self._picture = drawing, QLabel()
        close = QToolButton()
        close.setIcon(icon("close"))
        close.setToolTip("Đóng dòng này")
        close.setAccessibleName("Đóng dòng này")
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the caret where one writes
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(STEP, STEP // 2, STEP, STEP // 2)
        row.addWidget(self._picture)
        row.addWidget(self._sentence, 1)
        row.addLayout(self._buttons)
        row.addWidget(close)
        self.hide()

    @property
    def words(self) -> str:
        """The sentence said last."""
        return self._sentence.text()

    def say(self, sentence: str, *steps: Step) -> None:
        """Show a sentence and what can be done about it; said again, the keyboard stays at the button it was at."""
        chosen = [button.text() for button in self._steps if button.hasFocus()]
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self._draw()
        for button in self._steps:
            button.deleteLater()
        self._steps = [self._button(step) for step in steps]
        self.show()
        for button in self._steps:
            if button.text() in chosen:
                button.show()  # only what is shown can have the keyboard
                button.setFocus()
        if self._away.interval():
            self._away.start()

    def press(self, words: str) -> None:
        """Do what the button with these words does. Raises StopIteration where there is none."""
        next(button for button in self._steps if button.text() == words).click()

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.words:
            self._draw()

    def _draw(self) -> None:
        self._picture.setPixmap(icon(self._drawing).pixmap(QSize(20, 20), self.devicePixelRatioF()))

    def _button(self, step: Step) -> QPushButton:
        button = QPushButton(step.words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(step.act)
        self._buttons.addWidget(button)
        return button


class TroubleBar(Notice):
    """The bar for what went wrong; where data turn out to be damaged it offers `rescue`, once there is a way to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("trouble", "warning", parent=parent)
        self.rescue: Step | None = None

    def tell(self, error: KnownError, *steps: Step) -> None:
        """Say what went wrong and what can be done about it."""
        damaged = isinstance(error, DatabaseDamaged | UnreadableReport)
        self.say(str(error), *steps, *((self.rescue,) if damaged and self.rescue else ()))


def trouble_bar() -> Notice:
    """The bar over the editor that stays until the trouble is over."""
    return Notice("trouble", "warning")


def quiet_line(drawing: str) -> Notice:
    """The line that tells how things are, and stays until it is closed."""
    return Notice("quiet", drawing)


def result_line() -> Notice:
    """The line that tells of something done and goes away by itself."""
    return Notice("notice", "done", SHOWN_FOR_MS)
