"""Last period beside the text as a feature of the window: its pane in the place of the pages, marks at paragraphs."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from bcdesk.report.beside import Beside, all_taken, begun_empty, beside, part_with_text, taken
from bcdesk.report.carried import ParagraphState, carried_share
from bcdesk.report.edits import Edit
from bcdesk.report.lines import part_titles
from bcdesk.report.period import Period, period_words
from bcdesk.report.report import Place, Report
from bcdesk.report.rollover import brought_forward
from bcdesk.ui.desk import Desk
from bcdesk.ui.last_period.pane import TAKE, LastPeriodPane
from bcdesk.ui.telling import Telling

TAB = "Kỳ trước"
SHARE = "{share} % giữ nguyên kỳ trước ({period})"
NONE_BEFORE = "Báo cáo này không lập từ kỳ trước nên không có gì để so."
QUIET_MS = 250  # after the last key; what is beside the text never makes it wait


class LastPeriod:
    """Puts last period beside each report that has one."""

    def __init__(self, telling: Telling) -> None:
        self._telling = telling
        self._shown: DeskLastPeriod | None = None

    def follow(self, desk: Desk) -> None:
        """Put it beside the report on this desk."""
        self._shown = DeskLastPeriod(desk) if desk.session.report.previous is not None else None

    def toggle(self, _desk: Desk) -> None:
        """Turn between the pages and last period."""
        if self._shown is None:
            self._telling.done(NONE_BEFORE)
        else:
            self._shown.toggle()


class DeskLastPeriod(QObject):
    """Last period beside the report of one desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.pane = LastPeriodPane()
        self._desk = desk
        self._part = ""
        self._brought: tuple[Report, Period, Report] | None = None
        self._soon = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._soon.timeout.connect(self._show)
        desk.preview.add_beside(TAB, self.pane)
        desk.changed.connect(self._soon.start)
        desk.editor.caret_moved.connect(self._on_caret)
        desk.editor.menu_opening.connect(self._offer)
        self.pane.taken.connect(lambda row: self._take(self._beside_part, row))
        self.pane.all_taken.connect(self._take_all)
        self.pane.emptied.connect(self._begin_empty)
        self._soon.start()

    def toggle(self) -> None:
        """Show last period, or the pages again; the caret stays where one writes."""
        self._desk.editor.commit_composition()
        self._desk.preview.toggle(self.pane)

    @property
    def _report(self) -> Report:
        return self._desk.session.report

    @property
    def _before(self) -> Report:
        """The report before in the words of this period, made anew only where either is another."""
        report = self._report
        known = self._brought
        if known is None or known[0] is not report.previous or known[1] != report.period:
            brought = brought_forward(report)
            if brought is None or report.previous is None:
                raise RuntimeError("there is no last period")
            known = self._brought = (report.previous, report.period, brought)
        return known[2]

    @property
    def _beside_part(self) -> str:
        """The part in work; where its heading alone stands there, the first below it that says something."""
        return part_with_text(self._before, self._report, self._part)

    def _on_caret(self, place: Place) -> None:
        if place.part != self._part:
            self._part = place.part
            self._soon.start(0)

    def _show(self) -> None:
        if not isValid(self._desk):
            return
        report, previous = self._report, self._report.previous
        if previous is None:
            return
        share, period = round(100 * carried_share(report)), period_words(previous.period)
        self.pane.show_share(SHARE.format(share=share, period=period))
        titles = part_titles(report)
        part = self._beside_part
        rows = beside(self._before, report, part) if part in titles else ()
        self.pane.show_rows(titles.get(part, ""), rows, changeable=not report.frozen, has_part=part in titles)
        self._mark(report)

    def _mark(self, report: Report) -> None:
        """Put the marks beside the paragraphs of the page in front."""
        parts = self._desk.editor.page.parts()
        self._desk.editor.page.show_states({part: _states(beside(self._before, report, part)) for part in parts})

    def _offer(self, menu: QMenu, place: Place) -> None:
        """In the menu of a paragraph that was changed: to have it as it was."""
        rows = beside(self._before, self._report, place.part) if place.part in part_titles(self._report) else ()
        row = next((each for each in rows if each.new == place.block), None)
        if row is not None and row.state is ParagraphState.CHANGED and not self._report.frozen:
            menu.addSeparator()
            menu.addAction(f"{TAKE} của kỳ trước", partial(self._take, place.part, row))

    def _take(self, part: str, row: Beside) -> None:
        self._do(taken(self._before, part, row), Place(part, row.at))

    def _take_all(self) -> None:
        part = self._beside_part
        self._do(all_taken(self._before, self._report, part), Place(part))

    def _begin_empty(self) -> None:
        part = self._beside_part
        self._do(begun_empty(self._report, part), Place(part))

    def _do(self, edit: Edit | None, place: Place) -> None:
        """One step to undo; the caret goes to where it was done."""
        self._part = place.part
        self._desk.editor.commit_composition()
        self._desk.editor.pen.act(edit, place)
        self._soon.start(0)


def _states(rows: tuple[Beside, ...]) -> tuple[ParagraphState, ...]:
    return tuple(row.state for row in rows if row.new is not None)
