"""The check as a feature of the window: its keys, its words in the status line, and what it needs loaded."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from bcdesk.press.files import slip_name
from bcdesk.report.findings import Verdict
from bcdesk.report.report import Report
from bcdesk.session.settings import Settings
from bcdesk.ui.desk import Desk
from bcdesk.ui.export import Export
from bcdesk.ui.findings.checking import DeskCheck
from bcdesk.ui.findings.words import OwnWords
from bcdesk.ui.printing import Printing
from bcdesk.ui.telling import Telling
from bcdesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from bcdesk.press.paper import Paper
    from bcdesk.press.review import Reviewer


class Checking:
    """Checks each report that comes onto the desk."""

    def __init__(
        self, window: QWidget, workplace: Workplace, telling: Telling, printing: Printing, export: Export
    ) -> None:
        self._workplace = workplace
        self._printing, self._export = printing, export
        self._status = telling.status
        self.own_words = OwnWords(window, workplace, telling.failed)
        self.own_words.changed.connect(self._renew)
        self._reviewer = _Reviewer(workplace.settings)
        self._check: DeskCheck | None = None
        self._status.findings.clicked.connect(self.show)

    def show(self) -> None:
        """Show what was found in the report on the desk, checked anew."""
        self._now.panel.leave_last_period()
        self._now.show_panel()

    def step(self, by: int) -> None:
        """Go to the next remark, or the one before."""
        self._now.step(by)

    def accept(self) -> None:
        """Make the correction of the chosen remark."""
        self._now.panel.accept()

    def keep(self) -> None:
        """Leave what the chosen remark is about as it is."""
        self._now.panel.leave()

    def learn(self) -> None:
        """Take the word the chosen remark is about for right."""
        self._now.panel.add_word()

    def slip(self, desk: Desk) -> None:
        """Print the phiếu trình ký, with what is left to look at; where there is no printer, write it as a PDF."""
        self._now.when_checked(partial(self._print_slip, desk))

    def _print_slip(self, desk: Desk, verdict: Verdict) -> None:
        paper = self._workplace.make_paper.slip(desk.paper(), verdict)
        name = slip_name(paper.report, ".pdf")
        self._printing.ask_for(paper, 1, partial(self._export.pdf_of, paper, name))

    def follow(self, desk: Desk) -> None:
        """Check that desk from now on."""
        self._check = DeskCheck(desk, self._reviewer, self._workplace.background)
        self._check.counted.connect(self._status.show_findings)
        self._check.word_learned.connect(self._reviewer.learn)
        self.own_words.follow(desk)

    def show_last_period(self) -> None:
        """Show what in the report on the desk is still last period's."""
        self._now.show_last_period()

    def _renew(self) -> None:
        """The words of the office are others now: check anew by them."""
        self._reviewer.renew()
        if self._check is not None and isValid(self._check):
            self._check.recheck()

    @property
    def _now(self) -> DeskCheck:
        if self._check is None:
            raise RuntimeError("no report is on the desk")
        return self._check


class _Reviewer:
    """The reviewer, made when it is first asked: in the background, for it loads what reads Word, and the language."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def read_on(self, report: Report) -> int:
        """Proofread for a moment; how many paragraphs are left."""
        return self._made.read_on(report)

    def review(self, paper: Paper) -> Verdict:
        """All that is to be said about a paper."""
        return self._made.review(paper)

    def learn(self, word: str) -> None:
        """Take a word for right from now on, and remember it."""
        self._settings.keep_lexicon(self._settings.lexicon.with_word(word))
        self._made.learn(word)

    def renew(self) -> None:
        """Read by the words that the office has now, from the next time on."""
        self.__dict__.pop("_made", None)

    @cached_property
    def _made(self) -> Reviewer:
        from bcdesk.press.review import Reviewer

        return Reviewer(self._settings.lexicon)
