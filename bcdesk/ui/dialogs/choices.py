"""Choosing from many by typing a few letters, with or without marks; what one types is never completed or changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from bcdesk.vietnamese.folding import holds_words

ROWS = 8
ROW_HEIGHT = 28
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: its value, its words, and the group it is listed under."""

    value: Any
    words: str
    group: str = ""


class ChoiceList(QListWidget):
    """The choices whose words hold all the typed ones, under the names of their groups."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_choices(self, choices: Iterable[Choice]) -> None:
        """Offer these."""
        self._choices = tuple(choices)
        self.narrow("")

    def narrow(self, typed: str) -> None:
        """Show only what fits the typed words; the first that fits becomes the current one."""
        self.clear()
        group = ""
        for choice in self._choices:
            if not holds_words(choice.words, typed):
                continue
            if choice.group != group:
                group = choice.group
                self._add_group(group)
            self._add(choice)
        self._take_first()

    def current(self) -> Choice | None:
        """The choice under the bar; None where nothing fits."""
        return self._at(self.currentRow())

    def choose(self, value: Any) -> None:
        """Put the bar on the choice of that value, if it is shown."""
        for row in range(self.count()):
            choice = self._at(row)
            if choice and choice.value == value:
                self.setCurrentRow(row)

    def move_bar(self, event: QKeyEvent) -> None:
        """Move the bar as an arrow key says."""
        self.keyPressEvent(event)

    def _at(self, row: int) -> Choice | None:
        if not 0 <= row < self.count():
            return None
        choice: Choice | None = self.item(row).data(Qt.ItemDataRole.UserRole)
        return choice

    def _add(self, choice: Choice) -> None:
        item = QListWidgetItem(choice.words)
        item.setData(Qt.ItemDataRole.UserRole, choice)
        item.setToolTip(choice.words)
        item.setSizeHint(QSize(0, ROW_HEIGHT))
        self.addItem(item)

    def _add_group(self, name: str) -> None:
        item = QListWidgetItem(name)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        item.setForeground(self.palette().placeholderText())
        item.setSizeHint(QSize(0, ROW_HEIGHT))
        self.addItem(item)

    def _take_first(self) -> None:
        for row in range(self.count()):
            if self._at(row):
                self.setCurrentRow(row)
                return


class SearchLine(QLineEdit):
    """A line to type in that narrows a list; the arrow keys move in the list, Enter is the dialog's."""

    def __init__(self, listed: ChoiceList, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listed = listed
        self.setPlaceholderText(hint)
        self.setClearButtonEnabled(True)
        self.textEdited.connect(listed.narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the bar, or type."""
        if event.key() in _MOVES:
            self._listed.move_bar(event)
        else:
            super().keyPressEvent(event)


class Picker(QLineEdit):
    """A field for one of many choices, whose list drops down while one types."""

    picked = Signal()

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listed = ChoiceList()
        self._listed.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._listed.itemClicked.connect(lambda _: self._take())
        self._picked: Choice | None = None
        self.setPlaceholderText(hint)
        self.textEdited.connect(self._drop)

    @property
    def value(self) -> Any:
        """The value picked, None before."""
        return self._picked.value if self._picked else None

    def set_choices(self, choices: Iterable[Choice]) -> None:
        """Offer these; what was picked before is forgotten."""
        self._listed.set_choices(choices)
        self._pick(None)

    def set_value(self, value: Any) -> None:
        """Pick the choice of that value."""
        self._listed.narrow("")
        self._listed.choose(value)
        current = self._listed.current()
        self._pick(current if current and current.value == value else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list, take, leave it, or type."""
        if event.key() in _MOVES:
            self._move(event)
        elif self._listed.isVisible() and event.key() in _ENTERS:
            self._take()
        elif self._listed.isVisible() and event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Drop the whole list."""
        super().mousePressEvent(event)
        self.selectAll()
        self._drop("")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take what was typed for, or go back to what was picked."""
        if self._listed.isVisible():
            self._take() if self.text() != self._words() else self._leave()
        super().focusOutEvent(event)

    def _move(self, event: QKeyEvent) -> None:
        if self._listed.isVisible():
            self._listed.move_bar(event)
        else:
            self._drop("")

    def _drop(self, typed: str) -> None:
        self._listed.narrow(typed)
        self._listed.setParent(self.window())
        height = ROW_HEIGHT * min(ROWS, max(1, self._listed.count())) + 2
        below = self.mapTo(self.window(), QPoint(0, self.height()))
        if below.y() + height > self.window().height():
            below = self.mapTo(self.window(), QPoint(0, -height))
        self._listed.setGeometry(below.x(), max(0, below.y()), self.width(), height)
        self._listed.show()
        self._listed.raise_()

    def _take(self) -> None:
        current = self._listed.current()
        if current is None:
            self._leave()
        else:
            self._pick(current)
            self.picked.emit()

    def _leave(self) -> None:
        self._listed.hide()
        self.setText(self._words())

    def _pick(self, choice: Choice | None) -> None:
        self._picked = choice
        self._listed.hide()
        self.setText(self._words())

    def _words(self) -> str:
        return self._picked.words if self._picked else ""
