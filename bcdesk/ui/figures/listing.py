"""The figures of the report on one desk: listed while the panel is shown, changed in every place, told at the caret."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from bcdesk.errors import KnownError
from bcdesk.report.edits import Edit
from bcdesk.report.figure_edits import ForgetFigure, KeepFigure, SetFigure, SetNumber
from bcdesk.report.figure_list import FigureLine, figure_list
from bcdesk.report.figure_phrases import phrases
from bcdesk.report.figure_telling import Telling, telling
from bcdesk.report.naming import named
from bcdesk.report.numbers import Number, again, number_at
from bcdesk.report.report import Place, Report
from bcdesk.session.same_period import same_period_last_year
from bcdesk.session.store import Store
from bcdesk.ui.background import Background
from bcdesk.ui.desk import Desk
from bcdesk.ui.editor.field import Field
from bcdesk.ui.editor.states import tab_of, tabs_of
from bcdesk.ui.figures.panel import HEIGHT, FiguresPanel
from bcdesk.ui.figures.rows import Row

QUIET_MS = 400  # after the last change


class DeskFigures(QObject):
    """The panel of figures of one desk: filled in the background while it is shown."""

    def __init__(self, desk: Desk, store: Store, background: Background) -> None:
        super().__init__(desk)
        self._desk, self._store, self._background = desk, store, background
        self.panel = FiguresPanel(self._phrases)
        self._year_ago: Report | None = None
        self._looked = False
        self._running = False
        self._soon = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._soon.timeout.connect(self.refresh)
        desk.put_below(self.panel, HEIGHT)
        self.panel.hide()
        self._listen()

    def show_panel(self) -> None:
        """Show the panel, with the figure at the caret chosen."""
        self._desk.editor.commit_composition()
        place = self._caret()
        self.panel.show()
        self.panel.table.setFocus()
        self.refresh()
        self._choose(number_at(self._report, place) if place else None)

    def name(self) -> None:
        """Name the figure at the caret, or where the panel has the keyboard the one chosen there."""
        self._desk.editor.commit_composition()
        focused = QApplication.focusWidget()
        if focused is not None and self.panel.isAncestorOf(focused):
            self.panel.name_chosen()
            return
        place = self._caret()
        number = number_at(self._report, place) if place else None
        if number is not None:
            self.panel.show()
            self._name(number)

    def tell(self) -> None:
        """Say of the figure chosen in the panel how it stands against another period."""
        self.panel.tell_first()

    def refresh(self) -> None:
        """List the figures of the report as it stands; not a second time at once, and not unseen."""
        self._soon.stop()
        if self.panel.isHidden():
            return
        if self._running:
            self._soon.start()
            return
        self._running = True
        report = self._report
        self._background.run(partial(self._listed, report), partial(self._show, report), self._on_failed)

    @property
    def _report(self) -> Report:
        return self._desk.session.report

    def _listed(self, report: Report) -> tuple[FigureLine, ...]:
        """In the background: the list beside that of the same period last year."""
        if not self._looked:
            self._year_ago = same_period_last_year(self._store, report)
            self._looked = True
        return figure_list(report, self._year_ago)

    def _show(self, report: Report, lines: tuple[FigureLine, ...]) -> None:
        if not isValid(self):
            return
        self._running = False
        if report is not self._report:
            self._soon.start()
            return
        titles = {tab.key: tab.title for tab in tabs_of(report)}
        parts = [line.places[0].part if line.places else "" for line in lines]
        rows = (
            Row(line, titles.get(tab_of(report, part), "") if part else "")
            for line, part in zip(lines, parts, strict=True)
        )
        self.panel.show_rows(tuple(rows), frozen=report.frozen)

    def _on_failed(self, error: KnownError) -> None:
        if isValid(self):
            self._running = False
            self.panel.summary.setText(str(error))

    def _act(self, edit: Edit, place: Place | None = None) -> None:
        self._desk.editor.commit_composition()
        self._desk.editor.pen.act(edit, place)
        self.refresh()

    def _edit(self, row: Row, typed: str) -> None:
        """Type a figure anew: with a name wherever it stands."""
        if row.line.figure is not None:
            self._act(SetFigure(row.line.figure.id, typed))
        elif (number := again(self._report, row.line.places[0])) is not None:
            self._act(SetNumber(number, typed))

    def _name(self, number: Number) -> None:
        figure = named(self._report, number)
        self._act(KeepFigure(figure))
        self._show(self._report, figure_list(self._report, self._year_ago))
        self.panel.choose(lambda row: row.key == (figure.id,))
        self.panel.details.name_it()

    def _name_row(self, row: Row) -> None:
        if (number := again(self._report, row.line.places[0])) is not None:
            self._name(number)

    def _forget(self, row: Row) -> None:
        if row.line.figure is not None:
            self._act(ForgetFigure(row.line.figure.id))

    def _agree(self, row: Row) -> None:
        if row.line.figure is not None:
            self._act(SetFigure(row.line.figure.id, row.line.now, everywhere=True, words="Sửa các chỗ ghi khác"))

    def _phrases(self, row: Row) -> tuple[str, ...]:
        return phrases(self._report, row.line)

    def _tell(self, row: Row, phrase: str) -> None:
        """Put a comparison in at the caret, else behind the figure itself, and stand behind it."""
        self._desk.editor.commit_composition()
        number = again(self._report, row.line.places[0]) if row.line.places else None
        told: Telling | None = telling(self._report, number, self._caret(), phrase)
        if told is not None:
            self._act(told.edit, told.behind)

    def _jump(self, row: Row) -> None:
        number = again(self._report, row.line.places[0]) if row.line.places else None
        if number is not None:
            place = number.hit.place
            self._desk.editor.show_place(place, number.hit.length)
            self._desk.preview.mark(place, ensure=True)

    def _caret(self) -> Place | None:
        """Where one writes, or wrote before the panel took the keyboard."""
        field = self._desk.editor.pen.field
        return field.caret_place() if isinstance(field, Field) else None

    def _choose(self, number: Number | None) -> None:
        if number is not None:
            self.panel.choose(lambda row: any(place.hit == number.hit for place in row.line.places))

    def _listen(self) -> None:
        self._desk.changed.connect(self._soon.start)
        self.panel.edited.connect(self._edit)
        self.panel.named.connect(self._name_row)
        self.panel.forgotten.connect(self._forget)
        self.panel.agreed.connect(self._agree)
        self.panel.told.connect(self._tell)
        self.panel.described.connect(lambda figure: self._act(KeepFigure(figure, "Sửa thông tin số liệu")))
        self.panel.jumped.connect(self._jump)
        self.panel.closed.connect(self._close)

    def _close(self) -> None:
        self.panel.hide()
        self._desk.editor.page.take_focus()
