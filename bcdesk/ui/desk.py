"""One report on the desk: the editor, and beside it the pages as they will be printed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from bcdesk.report.report import Place
from bcdesk.session.session import Session
from bcdesk.ui.editor.editor import Editor
from bcdesk.ui.floors import Floors
from bcdesk.ui.preview.loose_end import LooseEndLine
from bcdesk.ui.preview.pane import PreviewPane
from bcdesk.ui.workplace import MakePaper

if TYPE_CHECKING:
    from bcdesk.press.paper import Paper
    from bcdesk.press.remedies import Remedy

COMPOSE_AFTER_MS = 120
EDITOR_WIDTH = 590  # what its widest form needs; leaves room for the pages at 1366×768 and 150 %


class Desk(QWidget):
    """A session with its editor and preview; `composed` gives the paper each time it was made anew."""

    composed = Signal(object)
    changed = Signal()

    def __init__(self, report_id: str, session: Session, make_paper: MakePaper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report_id = report_id
        self.left = False
        self.session = session
        self.editor = Editor(session)
        self.editor.setMinimumWidth(EDITOR_WIDTH)
        self.preview = PreviewPane()
        self.loose_end = LooseEndLine(self._remedies)
        self.preview.add_line(self.loose_end)
        self._make_paper = make_paper
        self._paper: Paper | None = None
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.addWidget(self.editor)
        self._splitter.addWidget(self.preview)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setSizes([580, 420])
        self._floors = Floors(self._splitter)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._floors)
        self._compose_soon = QTimer(self, singleShot=True, interval=COMPOSE_AFTER_MS)
        self._compose_soon.timeout.connect(self.paper)
        self.editor.caret_moved.connect(partial(self.preview.mark, ensure=True))
        self.preview.clicked.connect(self._show_place)
        self.loose_end.chosen.connect(self._apply)
        self._stop_listening = session.listen(lambda _: self._on_changed())
        self._compose_soon.start()

    def paper(self) -> Paper:
        """The report as it stands, on paper; made anew only where something has changed."""
        self._compose_soon.stop()
        if self._paper is None or self._paper.report is not self.session.report:
            self._paper = self._make_paper(self.session.report)
            self.preview.show_pages(self._paper.pages)
            self.loose_end.show_paper(self._paper)
            self.composed.emit(self._paper)
        return self._paper

    def finished_paper(self) -> Paper:
        """The paper with the syllable that is still being typed: for what the clerk asks for, never for autosave."""
        self.editor.commit_composition()
        return self.paper()

    def put_above(self, line: QWidget) -> None:
        """Put a line over editor and pages."""
        self._column.insertWidget(0, line)

    def put_below(self, panel: QWidget, height: int) -> None:
        """Put a panel under editor and pages, that many pixels high at first; one of them is shown at a time."""
        self._floors.put_below(panel, height)

    def undo(self) -> None:
        """Take the last step back, the syllable still being typed included."""
        self.editor.commit_composition()
        self.session.undo()

    def redo(self) -> None:
        """Take the step again that undo took back."""
        self.editor.commit_composition()
        self.session.redo()

    def toggle_preview(self) -> None:
        """Show or hide the pages; the editor is there in any case."""
        self._arrange(editor=True, preview=self.preview.isHidden())

    def toggle_reading(self) -> None:
        """Let the pages stand alone for reading, or go back to writing beside them."""
        self.preview.turn_to(None)
        self._arrange(editor=self.editor.isHidden(), preview=True)

    @property
    def split(self) -> QByteArray:
        """How the room is shared, to be remembered."""
        return self._splitter.saveState()

    @split.setter
    def split(self, state: QByteArray) -> None:
        self._splitter.restoreState(state)

    def leave(self) -> None:
        """Hear no more of the session; what is still being worked on for this desk comes too late."""
        self.left = True
        self._compose_soon.stop()
        self._stop_listening()

    def _on_changed(self) -> None:
        self._compose_soon.start()
        self.changed.emit()

    def _remedies(self) -> tuple[Remedy, ...]:
        from bcdesk.press.remedies import remedies

        return remedies(self.finished_paper(), self._make_paper)

    def _apply(self, remedy: Remedy) -> None:
        self.editor.pen.act(remedy.edit)
        self.paper()

    def _show_place(self, place: Place) -> None:
        self._arrange(editor=True, preview=True)
        self.editor.show_place(place)

    def _arrange(self, *, editor: bool, preview: bool) -> None:
        self.editor.commit_composition()
        self.editor.setVisible(editor)
        self.preview.setVisible(preview)
        (self.editor if editor else self.preview).setFocus()
