"""A writing that shows a stretch of the report and writes what is typed back to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from bcdesk.report.edits import normalised
from bcdesk.report.report import Paragraph, Place, Report
from bcdesk.report.search import Hit
from bcdesk.report.states import open_fields
from bcdesk.ui.editor.document import number_footnotes, patch, position_at, settled
from bcdesk.ui.editor.marks import Marks, hit_format, remark_format
from bcdesk.ui.editor.pen import Pen
from bcdesk.ui.editor.sidemarks import NEAR, paint_states, state_words
from bcdesk.ui.editor.sources import Source
from bcdesk.ui.editor.writing import Writing

NOWHERE = -1
READING = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
TEXT_KEYS = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}
NO_TEXT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Field(Writing):
    """A writing bound to a source: each change of its settled text is one edit, and changes from elsewhere show up.

    What is on the screen is touched only where the report has changed since it was last read, and never while a
    syllable is being composed: then the change waits, and words typed meanwhile win.
    """

    written = Signal()

    def __init__(
        self,
        pen: Pen,
        source: Source,
        parent: QWidget | None = None,
        *,
        formats: bool = False,
        single: bool = False,
        tables: bool = False,
    ) -> None:
        super().__init__(parent, formats=formats, single=single, tables=tables)
        self.pen, self.source = pen, source
        self._seen: tuple[Paragraph, ...] = ()
        self._shown: tuple[Paragraph, ...] = ()
        self._own = False
        self._owed = False
        self._step = ""
        self._hits: list[QTextEdit.ExtraSelection | None] = []
        self._remarks: list[QTextEdit.ExtraSelection | None] = []
        self.caret_moved.connect(self._show_marks)
        self.typed.connect(self._tell)
        self.composed.connect(self._catch_up)
        self.left.connect(self._tidy)
        self.left.connect(self._show_marks)
        self.focused.connect(self._show_marks)
        self.undo_asked.connect(lambda back: pen.undo(back=back))
        self.refused.connect(pen.refused)
        self.old_pasted.connect(pen.old_pasted)
        self.focused.connect(lambda: pen.take_up(self))

    @property
    def unwritten(self) -> bool:
        """Whether something typed has not been written to the report yet."""
        return self.texts != self._shown

    def sync(self, report: Report) -> None:
        """Show what the report says where that has changed elsewhere."""
        frozen = self._is_frozen(report)
        if frozen != self.isReadOnly():
            self._freeze(frozen=frozen)
        value = settled(self.source.read(report))
        if self._own:
            self._seen, self._owed = value, False
        elif value != self._seen or self._owed:
            self._take_in(value)
        if self._has_notes():
            self.viewport().update()  # their numbers depend on what comes before

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Where the text is frozen, say so to whoever types."""
        if self.isReadOnly() and _makes_text(event):
            self.pen.refuse()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Where the text is frozen, take in nothing that was composed elsewhere."""
        if not self.isReadOnly():
            super().inputMethodEvent(event)
        elif event.commitString():
            self.pen.refuse()

    @contextmanager
    def one_step(self, words: str) -> Iterator[None]:
        """What changes in the text meanwhile is a step to undo of its own, called `words`."""
        self._step = words
        try:
            yield
        finally:
            self._step = ""

    def turn_to(self, source: Source) -> None:
        """Show another stretch of the report from now on."""
        self.source = source
        self._take_in(settled(source.read(self.pen.report)))

    def notes_before(self) -> int:
        """How many footnotes of the report come before those of this field."""
        own = (note for note in self.pen.notes if self.source.spot(self.pen.report, note.place) is not None)
        return next((note.number for note in own), 0)

    def caret_place(self) -> Place:
        """Where in the report the caret stands."""
        return self.source.place(self.pen.report, *self.caret())

    def show_place(self, place: Place, length: int = 0) -> bool:
        """Stand the caret at a place of the report; whether the place is in this field."""
        spot = self.source.spot(self.pen.report, place)
        if spot is None:
            return False
        self.put_caret(*spot, length)
        self.setFocus()
        return True

    def drop_selection(self) -> None:
        """Select nothing any more: what is looked at is elsewhere."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.clearSelection()
            self.setTextCursor(cursor)

    def mark(self, marks: Marks) -> None:
        """Show every hit and remark in this field; a remark not under the word at the caret."""
        found = {strong: hit_format(self.palette(), strong=strong) for strong in (False, True)}
        said = {grave: remark_format(self.palette(), grave=grave) for grave in (False, True)}
        self._hits = [self._selection(hit, found[hit == marks.at]) for hit in marks.hits]
        self._remarks = [self._selection(remark.hit, said[remark.grave], remark.text) for remark in marks.remarks]
        self._show_marks()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, its footnotes numbered as on paper, and beside it how far its paragraphs are."""
        if self._has_notes():
            number_footnotes(self.document(), self.notes_before())
        super().paintEvent(event)
        paint_states(self)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say at the side of a paragraph how far it is."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip and event.pos().x() <= NEAR:
            QToolTip.showText(event.globalPos(), state_words(self, event.pos().y()), self)
            return True
        return super().viewportEvent(event)

    def _selection(self, hit: Hit, form: QTextCharFormat, text: str | None = None) -> QTextEdit.ExtraSelection | None:
        """The hit as a selection that moves with its text; None where it is not here, or not `text` any more."""
        spot = self.source.spot(self.pen.report, hit.place)
        if spot is None:
            return None
        made = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document().findBlockByNumber(spot[0]))
        start = cursor.block().position()
        cursor.setPosition(start + position_at(cursor.block(), spot[1]))
        end = start + position_at(cursor.block(), spot[1] + hit.length)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        made.cursor = cursor
        made.format = form
        return made if text in {None, cursor.selectedText()} else None

    def _has_notes(self) -> bool:
        return any(run.footnote for text in self._shown for run in text.runs)

    def _show_marks(self) -> None:
        """Where there are none, and were none, nothing is done: this is called at each move of the caret."""
        caret = self.textCursor().position() if self.hasFocus() else NOWHERE
        remarks = [mark for mark in self._remarks if mark and not _is_at(mark.cursor, caret)]
        shown = [*remarks, *filter(None, self._hits)]
        if shown or self.extraSelections():
            self.setExtraSelections(shown)

    def _is_frozen(self, report: Report) -> bool:
        names = open_fields(report.state)
        return names is not None and getattr(self.source, "name", "") not in names

    def _freeze(self, *, frozen: bool) -> None:
        self.setReadOnly(frozen)
        if frozen:  # reading goes on with the keyboard
            self.setTextInteractionFlags(READING)
        self.style().polish(self)

    def _take_in(self, value: tuple[Paragraph, ...]) -> None:
        self._owed = self.composing
        if self._owed:
            return
        self._seen = value
        if normalised(self.texts) != value:
            self._show(value)

    def _show(self, value: tuple[Paragraph, ...]) -> None:
        fresh = not self._shown and not self.hasFocus()
        self.silently(silent=True)
        patch(self.document(), self.texts, value)
        self.silently(silent=False)
        if fresh:
            self.put_caret(0, 0)
        self._shown = self.texts

    def _tell(self) -> None:
        texts = self.texts
        if texts == self._shown:
            return
        self._shown = texts
        self._own = True
        edit = self.source.edit(self.pen.report, texts)
        try:
            if self._step:
                self.pen.act(edit, words=self._step)
            else:
                self.pen.change(edit)
        finally:
            self._own = False
        self.written.emit()

    def _catch_up(self) -> None:
        if self._owed:
            self.sync(self.pen.report)

    def _tidy(self) -> None:
        """On leaving: show the text as the report holds it, unless it holds it not."""
        texts = self.texts
        if self.composing or texts == self._seen:
            return
        edit = self.source.edit(self.pen.report, normalised(texts))
        unchanged = edit is not None and edit.apply(self.pen.report) == self.pen.report
        if unchanged or normalised(texts) == self._seen:
            self._show(self._seen)


def _makes_text(event: QKeyEvent) -> bool:
    """Whether a key would change the text: a letter, a deletion, what was copied."""
    if event.key() in TEXT_KEYS or any(
        event.matches(key) for key in (QKeySequence.StandardKey.Paste, QKeySequence.StandardKey.Cut)
    ):
        return True
    return bool(event.text()) and event.text().isprintable() and not event.modifiers() & NO_TEXT


def put_away(widget: QWidget) -> None:
    """Take a widget off the screen for good; no field in it writes, or says anything, any more."""
    for field in (widget, *widget.findChildren(Field)):
        if isinstance(field, Field):
            field.blockSignals(True)  # noqa: FBT003  # as Qt takes it
            field.document().blockSignals(True)  # noqa: FBT003  # as Qt takes it
    widget.hide()
    widget.deleteLater()


def _is_at(marked: QTextCursor, caret: int) -> bool:
    return marked.selectionStart() <= caret <= marked.selectionEnd()
