"""Figures as a feature of the window: the panel of each desk, its keys, and the view of a kind's periods."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from bcdesk.press.files import plain, write_whole
from bcdesk.report.period import Period
from bcdesk.session.same_period import reports_of_kind
from bcdesk.session.save_states import FLUSH_SECONDS
from bcdesk.ui.desk import Desk
from bcdesk.ui.figures.listing import DeskFigures
from bcdesk.ui.home.home import Home
from bcdesk.ui.notices import Step
from bcdesk.ui.telling import Telling
from bcdesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from bcdesk.report.series import Series
    from bcdesk.ui.figures.series_dialog import SeriesDialog

CSV = "Tệp bảng tính (*.csv)"


class Figuring:
    """Lists the figures of each report that comes onto the desk, and shows those of its kind."""

    def __init__(self, window: QWidget, workplace: Workplace, telling: Telling, home: Home) -> None:
        self._window, self._workplace, self._telling, self._home = window, workplace, telling, home
        self._figures: DeskFigures | None = None

    def show_panel(self) -> None:
        """Show the figures of the report on the desk."""
        self._now.show_panel()

    def name(self) -> None:
        """Name the figure at the caret."""
        self._now.name()

    def compare(self) -> None:
        """Put in a sentence that compares the chosen figure."""
        self._now.tell()

    def follow(self, desk: Desk) -> None:
        """List the figures of that desk from now on, while they are asked for."""
        self._figures = DeskFigures(desk, self._workplace.store, self._workplace.background)
        self._figures.panel.series_asked.connect(partial(self.show_kind, desk))

    def show_kind(self, desk: Desk) -> None:
        """Show the figures of this report's kind, up to its period; what was typed is saved first."""
        desk.editor.commit_composition()
        self._workplace.saver.flush(FLUSH_SECONDS)
        report = desk.session.report
        self.show(report.kind, report.period)

    def show_chosen(self) -> None:
        """Show the figures of the kind of the report chosen in the list, where the list is in front."""
        if self._home.isVisible() and (report_id := self._home.table.chosen):
            load = partial(self._workplace.store.load, report_id)
            self._workplace.background.run(load, lambda kept: self.show(kept.report.kind), self._telling.failed)

    def show(self, kind: str, until: Period | None = None) -> None:
        """Show the figures of a kind."""
        from bcdesk.ui.figures.series_dialog import SeriesDialog

        dialog = SeriesDialog(self._window)
        dialog.write_asked.connect(partial(self._write, dialog, kind))
        dialog.open()
        work = partial(_read, self._workplace, kind, until)
        self._workplace.background.run(work, partial(_show, dialog), partial(_say, dialog))

    @property
    def _now(self) -> DeskFigures:
        if self._figures is None:
            raise RuntimeError("no report is on the desk")
        return self._figures

    def _write(self, dialog: SeriesDialog, kind: str, shown: Series) -> None:
        from bcdesk.report.series_text import as_csv

        suggested = self._workplace.documents / f"so-lieu_{plain(kind)}.csv"
        target = self._workplace.messages.file_to_write(dialog, "Xuất CSV", suggested, CSV)
        if target is not None:
            work = partial(write_whole, target, as_csv(shown))
            self._workplace.background.run(work, partial(self._written, dialog), partial(_say, dialog))

    def _written(self, dialog: SeriesDialog, path: Path) -> None:
        folder = QUrl.fromLocalFile(str(path.parent))
        words = f"Đã ghi tệp {path.name}"
        _say(dialog, f"{words}.")
        self._telling.done(words, Step("Mở thư mục", partial(QDesktopServices.openUrl, folder)))


def _read(workplace: Workplace, kind: str, until: Period | None) -> tuple[str, Series]:
    """In the background: the name of a kind and its series."""
    from bcdesk.report.series import series

    name = next((each.name for each in workplace.templates.kinds if each.id == kind), kind)
    return name, series(reports_of_kind(workplace.store, kind), until)


def _show(dialog: SeriesDialog, found: tuple[str, Series]) -> None:
    if isValid(dialog) and dialog.isVisible():
        dialog.show_series(*found)


def _say(dialog: SeriesDialog, words: object) -> None:
    if isValid(dialog):
        dialog.say(words)
