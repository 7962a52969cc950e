"""Footnotes of a field: hung behind a word, changed, and taken away together with their mark."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QTextEdit, QWidget

from bcdesk.report.edits import normalised
from bcdesk.report.report import Paragraph, Run
from bcdesk.ui.dialogs.dialog import Dialog
from bcdesk.ui.editor.document import anchor_at, footnote_of, hang, load, settled
from bcdesk.ui.editor.field import Field
from bcdesk.ui.editor.letters import paper_text
from bcdesk.ui.editor.writing import Writing
from bcdesk.ui.style.style import STEP

FOOTNOTE_KEYS = "Ctrl+Alt+F"  # as in Word
TITLE = "Chú thích cuối trang"
WIDTH, HEIGHT = 520, 220
ADD, CHANGE, REMOVE = "Thêm chú thích cuối trang", "Sửa chú thích", "Xóa chú thích"


def offer(menu: QMenu, field: Field) -> None:
    """Put what one can do with footnotes at the caret into the menu of a field."""
    if not field.formats or field.isReadOnly():
        return
    menu.addSeparator()
    anchor = anchor_at(field.textCursor())
    if anchor is None:
        _offer_to_write(menu, ADD, field)
        return
    _offer_to_write(menu, CHANGE, field)
    menu.addAction(REMOVE, lambda: _put(field, anchor, (), REMOVE))


def _offer_to_write(menu: QMenu, words: str, field: Field) -> None:
    menu.addAction(f"{words}…", lambda: open_footnote(field)).setShortcut(FOOTNOTE_KEYS)


def open_footnote(field: Field) -> None:
    """Ask for the text of the footnote at the caret, of a new one where none hangs there."""
    if not field.formats or field.isReadOnly():
        return
    if field.composing:
        field.settle()
    anchor = anchor_at(field.textCursor())
    asked = FootnoteDialog(footnote_of(anchor) if anchor else (), field.window())
    asked.accepted.connect(
        lambda: _put(field, anchor or _behind(field), asked.footnote, CHANGE if anchor else ADD)
    )  # fmt: skip
    asked.open()


def _behind(field: Field) -> QTextCursor:
    """The caret behind what is selected."""
    cursor = field.textCursor()
    cursor.setPosition(cursor.selectionEnd())
    return cursor


def _put(field: Field, cursor: QTextCursor, footnote: tuple[Run, ...], words: str) -> None:
    """Hang `footnote` in the place of what is selected; nothing where it is empty."""
    with field.one_step(words):
        hang(cursor, footnote)
    field.setTextCursor(cursor)


class FootnoteDialog(Dialog):
    """Asks for the text of a footnote."""

    def __init__(self, footnote: tuple[Run, ...], parent: QWidget | None = None) -> None:
        super().__init__(TITLE, "Xong", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.text = _Text(self)
        load(self.text.document(), (Paragraph(footnote),))
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.body.addWidget(self.text)
        self.finish(WIDTH, HEIGHT, self.text)

    @property
    def footnote(self) -> tuple[Run, ...]:
        """The text as the report holds it, its paragraphs as lines; nothing where there are no words."""
        runs: tuple[Run, ...] = ()
        for text in normalised(self.text.texts):
            runs = (*runs, Run("\n"), *text.runs) if runs else text.runs
        (joined,) = settled((Paragraph(runs),))
        return joined.runs if joined.plain.strip() else ()

    def accept(self) -> None:
        """Keep also the syllable still being composed."""
        if self.text.composing:
            self.text.settle()
        super().accept()


class _Text(Writing):
    """A writing that scrolls in its dialog instead of growing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, formats=True)
        self.footnotes = False
        self.setObjectName("entry")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFont(paper_text())
        self.document().setDocumentMargin(STEP)
        self.document().documentLayout().documentSizeChanged.disconnect(self._grow)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setPlaceholderText("Nội dung chú thích…")
        self.setAccessibleName(TITLE)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll."""
        QTextEdit.wheelEvent(self, event)
