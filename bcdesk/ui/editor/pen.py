"""The hand that writes to the report: what every field of the editor shares."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from bcdesk.errors import FrozenReport, IssuedReport
from bcdesk.report.edits import Edit
from bcdesk.report.notes import Note, notes
from bcdesk.report.report import Place, Report
from bcdesk.session.session import Session
from bcdesk.ui.editor.writing import Writing


@dataclass(frozen=True, slots=True)
class Deed:
    """An edit made by a button or a key of its own: always one step to undo, however soon it follows on typing."""

    edit: Edit
    words: str
    place: str = ""

    def apply(self, report: Report) -> Report:
        """What the edit makes of the report."""
        return self.edit.apply(report)


class Pen(QObject):
    """Writes to a session. `wanted` asks for a place to be shown, `refused` carries a sentence for the clerk.

    `old_pasted` carries lines that were pasted in an encoding of before Unicode, each with the letters it shows.

    `field` is the writing that had the caret last.
    """

    refused = Signal(str)
    old_pasted = Signal(tuple)
    wanted = Signal(Place)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._field: Writing | None = None
        self._noted: tuple[Report, tuple[Note, ...]] | None = None

    @property
    def report(self) -> Report:
        """The report as it stands."""
        return self.session.report

    @property
    def notes(self) -> tuple[Note, ...]:
        """The footnotes of the report in reading order, sought anew only where it is another one."""
        if self._noted is None or self._noted[0] is not self.report:
            self._noted = (self.report, notes(self.report))
        return self._noted[1]

    @property
    def frozen(self) -> bool:
        """Whether the text may no longer change."""
        return self.report.frozen

    @property
    def field(self) -> Writing | None:
        """The writing that had the caret last; None where it is gone."""
        return self._field if self._field is not None and isValid(self._field) else None

    def take_up(self, field: Writing) -> None:
        """Note that the caret is in this field now."""
        self._field = field

    def change(self, edit: Edit | None) -> None:
        """Make a change; none is made of None, and none to a signed report."""
        if edit is None:
            return
        try:
            self.session.change(edit)
        except FrozenReport as error:
            self.refused.emit(str(error))

    def act(self, edit: Edit | None, place: Place | None = None, words: str = "") -> None:
        """Do what the clerk asked for with a button or a key, called `words` or as the edit is, and show where."""
        if edit is None:
            return
        self.change(Deed(edit, words or edit.words))
        if place is not None:
            self.wanted.emit(place)

    def refuse(self) -> None:
        """Say why the text may not be changed."""
        self.refused.emit(str(IssuedReport() if self.report.issued else FrozenReport()))

    def undo(self, *, back: bool) -> None:
        """Take a step back, or take it again, the syllable being composed included."""
        self.commit_composition()
        if back:
            self.session.undo()
        else:
            self.session.redo()

    def commit_composition(self) -> None:
        """Put what is being composed into the text, so that no syllable is lost."""
        QGuiApplication.inputMethod().commit()
        if self.field is not None and self.field.composing:
            self.field.settle()
