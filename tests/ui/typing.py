"""Typing as Vietnamese clerks type: by UniKey, which deletes and retypes, or by an input method that composes first."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QWidget

from bcdesk.vietnamese.folding import fold

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, text: str = "") -> None:
    """Press and let go of a key, as it comes from the keyboard: shortcuts have their turn first."""
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers, text)
    asked.ignore()
    QApplication.sendEvent(widget, asked)
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyRelease, key, modifiers, text))


def type_text(widget: QWidget, text: str) -> None:
    """Type letters as UniKey injects them: with no key, only text; a line end is the Enter key."""
    for letter in text:
        if letter == "\n":
            press(widget, Qt.Key.Key_Return, text="\r")
        else:
            press(widget, Qt.Key(0), text=letter)


def type_unikey(widget: QWidget, text: str) -> None:
    """Type words as UniKey does: the bare letters first, then Backspace up to the mark, then the marked letters."""
    for index, word in enumerate(text.split(" ")):
        if index:
            type_text(widget, " ")
        same = _same(word)
        type_text(widget, _bare(word))
        for _ in range(len(word) - same):
            press(widget, Qt.Key.Key_Backspace, text="\b")
        type_text(widget, word[same:])


def compose(widget: QWidget, text: str) -> None:
    """Let an input method show `text` as being composed."""
    shown = QInputMethodEvent.Attribute(QInputMethodEvent.AttributeType.TextFormat, 0, len(text), QTextCharFormat())
    QApplication.sendEvent(widget, QInputMethodEvent(text, [shown]))


def commit(widget: QWidget, text: str) -> None:
    """Let an input method put `text` into the document."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def type_composing(widget: QWidget, text: str) -> None:
    """Type words as an input method that composes does: each syllable grows, then is put in with its space."""
    for word in text.split(" "):
        for end in range(1, len(word) + 1):
            compose(widget, word[:end])
        commit(widget, f"{word} ")


def type_pasting(widget: QWidget, text: str) -> None:
    """Type words as UniKey does that pastes what it changes: the bare letters, Backspace, then Ctrl+V."""
    for index, word in enumerate(text.split(" ")):
        if index:
            type_text(widget, " ")
        same = _same(word)
        type_text(widget, _bare(word))
        for _ in range(len(word) - same):
            press(widget, Qt.Key.Key_Backspace, text="\b")
        if word[same:]:
            QApplication.clipboard().setText(word[same:])
            press(widget, Qt.Key.Key_V, CTRL, "\x16")


def _bare(word: str) -> str:
    """The word without marks, its capitals kept."""
    return "".join(plain.upper() if letter.isupper() else plain for plain, letter in zip(fold(word), word, strict=True))


def _same(word: str) -> int:
    """How many letters of a word come before its first mark."""
    pairs = enumerate(zip(_bare(word), word, strict=True))
    return next((at for at, (one, other) in pairs if one != other), len(word))
