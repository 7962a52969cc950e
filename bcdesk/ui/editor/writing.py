"""A text field that grows with its text and never gets in the way of typing.

UniKey types by deleting and retyping, other input methods compose first (`vietnamese.md` §5): so no key that makes
text is intercepted, nothing is tidied while one types, and nothing is taken from or put into a text being composed.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPoint, QRect, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QTextEdit, QWidget

from bcdesk.errors import PasteTooBig, PictureDamaged
from bcdesk.report.report import Block, Paragraph
from bcdesk.ui.editor import paste
from bcdesk.ui.editor.document import (
    insert_paragraphs,
    offset_at,
    paragraphs,
    position_at,
    register_footnotes,
)
from bcdesk.ui.editor.ways import UP_OR_DOWN, WAYS, WHOLE_PAGES, Way


class Writing(QTextEdit):
    """A growing field of text.

    `formats`: bold and italic may be used; `single`: Enter goes on instead of breaking; `tables`: what is pasted with
    a table in it, or where `pictures` is a picture, goes to whoever holds the blocks.

    `old_pasted` tells of pasted lines in an encoding of before Unicode, each with the letters it shows.
    `typed` comes once for each change the clerk makes to the settled text; `leaving` when the caret wants out, with
    whether a selection goes along.
    """

    typed = Signal()
    composed = Signal()
    leaving = Signal(Way, bool)
    undo_asked = Signal(bool)
    pasted = Signal(tuple)
    old_pasted = Signal(tuple)
    refused = Signal(str)
    focused = Signal()
    left = Signal()
    all_asked = Signal()
    menu_opening = Signal(QMenu)
    caret_moved = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, formats: bool = False, single: bool = False, tables: bool = False
    ) -> None:
        super().__init__(parent)
        self.formats, self.single, self.tables = formats, single, tables
        self.footnotes = formats
        self.extending = False
        self.pictures = False
        self.gather: Callable[[], tuple[Block, ...]] = self.selected
        self._silent = False
        self._height = 0
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        register_footnotes(self.document())
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.document().contentsChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self.caret_moved)

    @property
    def composing(self) -> bool:
        """Whether an input method holds text that is not yet in the document."""
        return bool(self.textCursor().block().layout().preeditAreaText())

    @property
    def texts(self) -> tuple[Paragraph, ...]:
        """The settled paragraphs as typed."""
        return paragraphs(self.document())

    def settle(self) -> None:
        """Keep the text being composed as it stands, where the input method has not done so itself."""
        event = QInputMethodEvent()
        event.setCommitString(self.textCursor().block().layout().preeditAreaText())
        QGuiApplication.sendEvent(self, event)

    def silently(self, *, silent: bool) -> None:
        """Whether changes of the document are the program's own."""
        self._silent = silent

    def caret(self) -> tuple[int, int]:
        """The paragraph and the offset in it at which the caret stands."""
        cursor = self.textCursor()
        return cursor.blockNumber(), offset_at(cursor.block(), cursor.positionInBlock())

    def put_caret(self, index: int, offset: int, length: int = 0) -> None:
        """Stand the caret at a character, `length` characters behind it selected."""
        block = self.document().findBlockByNumber(max(0, min(index, self.document().blockCount() - 1)))
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + position_at(block, offset))
        if length:
            end = block.position() + position_at(block, offset + length)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def enter(self, way: Way, x: int) -> None:
        """Take the caret in from outside: at the end it came from, under the same place `x` on the screen."""
        cursor = self.textCursor()
        end = QTextCursor.MoveOperation.Start if way.forward else QTextCursor.MoveOperation.End
        cursor.movePosition(end)
        self.setTextCursor(cursor)
        if way in UP_OR_DOWN:
            line = QPoint(self.viewport().mapFromGlobal(QPoint(x, 0)).x(), self.cursorRect().center().y())
            self.setTextCursor(self.cursorForPosition(line))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def caret_rect(self) -> QRect:
        """Where the caret stands on the screen."""
        rect = self.cursorRect()
        return QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def enter_at(self, point: QPoint) -> None:
        """Take the caret in at a point of the screen, or as near to it as there is text."""
        self.setTextCursor(self.cursorForPosition(self.viewport().mapFromGlobal(point)))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle(self, *, bold: bool = False, italic: bool = False) -> None:
        """Make the selection, or what is typed next, bold or italic, or take that off."""
        if not self.formats or self.isReadOnly():
            return
        now, change = self.currentCharFormat(), QTextCharFormat()
        if bold:
            heavy = now.fontWeight() >= QFont.Weight.DemiBold
            change.setFontWeight(QFont.Weight.Normal if heavy else QFont.Weight.Bold)
        if italic:
            change.setFontItalic(not now.fontItalic())
        self.mergeCurrentCharFormat(change)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take in words, bold and italic; a table or a picture goes to whoever holds the blocks."""
        try:
            found = paste.blocks(source, pictures=self.pictures)
        except (PasteTooBig, PictureDamaged) as error:
            self.refused.emit(str(error))
            return
        if self.tables and not all(isinstance(block, Paragraph) for block in found):
            self.pasted.emit(found)
        else:
            self.insert(paste.only_text(found))
        if old := paste.old_texts(source):
            self.old_pasted.emit(old)

    def insert(self, texts: tuple[Paragraph, ...]) -> None:
        """Put paragraphs in the place of the selection, as much of them as this field takes."""
        if self.single:
            texts = paste.on_one_line(texts)
        if not self.footnotes:
            texts = paste.without_footnotes(texts)
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        if len(texts) == 1 and texts == paste.plain(texts):
            cursor.insertText(texts[0].plain)
        else:
            insert_paragraphs(cursor, texts if self.formats else paste.plain(texts))
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text, and pictures where there may be any; no files."""
        known = source.hasText() or source.hasHtml() or (self.pictures and source.hasImage())
        return known and not source.hasUrls()

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selection as plain and as marked-up text, in no font of ours."""
        return paste.mime(self.gather())

    def selected(self) -> tuple[Paragraph, ...]:
        """The selected paragraphs."""
        part = QTextEdit()
        part.document().setUndoRedoEnabled(False)
        part.textCursor().insertFragment(self.textCursor().selection())
        return paragraphs(part.document())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the caret leave at the edges; everything that makes text stays Qt's."""
        self.extending = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            self.undo_asked.emit(event.matches(QKeySequence.StandardKey.Undo))
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()  # Qt would paint a caret here even where a pasted table has taken it
        elif event.matches(QKeySequence.StandardKey.SelectAll) and self._all_selected():
            self.all_asked.emit()
        elif self.single and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.leaving.emit(Way.DOWN, self.extending)
        elif (way := self._way_out(event)) is not None:
            self.leaving.emit(way, self.extending)
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Compose, and say when that is over."""
        super().inputMethodEvent(event)
        if not self.composing:
            self.composed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the caret is here now."""
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the field is left, unless only for a menu."""
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the page."""
        event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what one can do where one clicked, in Vietnamese."""
        if event.reason() is QContextMenuEvent.Reason.Mouse and not (
            self.textCursor().hasSelection() or self.composing
        ):
            self.setTextCursor(self.cursorForPosition(event.pos()))
        self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """What one can do with text, and what those who listen to `menu_opening` add."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = self.textCursor().hasSelection()
        open_to_change = chosen and not self.isReadOnly()
        for words, keys, act, possible in (
            ("Cắt", "Ctrl+X", self.cut, open_to_change),
            ("Sao chép", "Ctrl+C", self.copy, chosen),
            ("Dán", "Ctrl+V", self.paste, self.canPaste()),
            ("Xóa", "", self._delete, open_to_change),
            ("Chọn tất cả", "Ctrl+A", self.selectAll, not self.document().isEmpty()),
        ):
            action = menu.addAction(words, act)
            action.setShortcut(keys)
            action.setEnabled(possible)
        self.menu_opening.emit(menu)
        return menu

    def _delete(self) -> None:
        self.textCursor().removeSelectedText()

    def _all_selected(self) -> bool:
        cursor = self.textCursor()
        return cursor.selectionEnd() - cursor.selectionStart() == self.document().characterCount() - 1

    def _way_out(self, event: QKeyEvent) -> Way | None:
        plain = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        way = WAYS.get(event.key()) if not plain and not self.composing else None
        if way is None or way in WHOLE_PAGES:
            return way
        cursor = self.textCursor()
        if cursor.hasSelection() and not self.extending:
            return None
        return None if cursor.movePosition(way.value, QTextCursor.MoveMode.KeepAnchor) else way

    def _changed(self) -> None:
        if not self._silent:
            self.typed.emit()

    def _grow(self, size: QSizeF) -> None:
        height = math.ceil(size.height()) + self.contentsMargins().top() + self.contentsMargins().bottom()
        if height != self._height:
            self._height = height
            self.setFixedHeight(height)
