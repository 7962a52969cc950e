"""Checking the report on the desk: in the background while one writes, at once when asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from bcdesk.errors import KnownError
from bcdesk.report.decisions import Decision
from bcdesk.report.edits import Decide, Together
from bcdesk.report.findings import Finding, Fix, Severity, Verdict, quote, undecided
from bcdesk.report.moved import place_now
from bcdesk.report.report import Place, Report
from bcdesk.report.search import Hit, text_at
from bcdesk.report.stale import is_stale
from bcdesk.ui.background import Background
from bcdesk.ui.desk import Desk
from bcdesk.ui.editor.marks import Underline
from bcdesk.ui.editor.states import tab_of, tabs_of
from bcdesk.ui.findings.panel import HEIGHT, LEARNABLE, NOTHING, FindingsPanel, count_words
from bcdesk.ui.findings.rows import Row

if TYPE_CHECKING:
    from bcdesk.press.paper import Paper

QUIET_MS = 1500  # after the last change; a paragraph is never checked while it is being typed


class Reviews(Protocol):
    """Reviews papers in the background."""

    def read_on(self, report: Report) -> int:
        """Proofread for a moment; how many paragraphs are left."""
        ...

    def review(self, paper: Paper) -> Verdict:
        """All that is to be said about a paper."""
        ...


class DeskCheck(QObject):
    """The remarks about the report on one desk: in its panel, under its words, in the menu at the caret.

    `reviewer` is asked in the background only. `counted` gives the words for the status line, `word_learned` a word
    that is to be known.
    """

    counted = Signal(str)
    word_learned = Signal(str)

    def __init__(self, desk: Desk, reviewer: Reviews, background: Background) -> None:
        super().__init__(desk)
        self.panel = FindingsPanel()
        self._desk, self._reviewer, self._background = desk, reviewer, background
        self._checked: Report | None = None
        self._findings: tuple[Finding, ...] = ()
        self._unjudged: tuple[str, ...] = ()
        self._decided = desk.session.report.decisions
        self._running = False
        self._then: Callable[[Verdict], object] | None = None
        self._soon = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._soon.timeout.connect(self.check)
        desk.put_below(self.panel, HEIGHT)
        self.panel.hide()
        self._listen()

    def show_panel(self) -> None:
        """Show the panel and check at once, the syllable being typed included."""
        self._desk.editor.commit_composition()
        self.panel.show()
        self.panel.table.setFocus()
        self.check()

    def check(self) -> None:
        """Check the report as it stands; not a second time at once."""
        self._soon.stop()
        if self._running:
            self._soon.start()
            return
        self._running = True
        self.panel.begin()
        self._read_on(self._desk.session.report)

    def recheck(self) -> None:
        """Check once more though the report is the same, for the words that are right are others."""
        self._checked = None
        self.check()

    def when_checked(self, act: Callable[[Verdict], object]) -> None:
        """Do something with what is left to look at in the report as it stands, checked anew if it has changed."""
        self._desk.editor.commit_composition()
        self._then = act
        if self._desk.session.report is self._checked:
            self._act()
        else:
            self.check()

    def step(self, by: int) -> None:
        """Go to the next remark or the one before, the panel shown."""
        if self.panel.isHidden():
            self.panel.show()
        if self._checked is None:
            self.check()
        self.panel.step(by)

    def fix(self, finding: Finding, chosen: Fix) -> None:
        """Make a correction, as one step to undo; not on a report that is another one by now."""
        if self._still_true():
            self._desk.editor.pen.act(chosen.edit, finding.place)
            self.check()

    def fix_all(self, findings: tuple[Finding, ...]) -> None:
        """Make the first correction of each, as one step to undo; from behind, so that no place moves."""
        if self._still_true():
            backwards = sorted(findings, key=lambda finding: finding.place.offset if finding.place else 0, reverse=True)
            edits = tuple(finding.fixes[0].edit for finding in backwards)
            self._desk.editor.pen.act(Together(edits, f"Sửa {len(edits)} chỗ"))
            self.check()

    def show_last_period(self) -> None:
        """Show the panel with what is still last period's."""
        self.panel.show_last_period()
        self.show_panel()

    def keep(self, finding: Finding, reason: str = "") -> None:
        """Remember with the report that this stays as it is; with a reason, in the next one too."""
        self._desk.editor.commit_composition()
        self._desk.editor.pen.act(Decide(Decision(finding.rule, quote(finding, self._desk.session.report), reason)))

    def _listen(self) -> None:
        self._desk.changed.connect(self._on_changed)
        self._desk.composed.connect(lambda _: self._soon.start() if self._checked is None else None)
        self._desk.editor.caret_moved.connect(self._on_caret)
        self._desk.editor.menu_opening.connect(self._offer)
        self.panel.jumped.connect(self._jump)
        self.panel.fixed.connect(self.fix)
        self.panel.fixed_all.connect(self.fix_all)
        self.panel.kept.connect(self.keep)
        self.panel.learned.connect(lambda finding: self._learn(finding.found))
        self.panel.closed.connect(self._close)

    def _on_changed(self) -> None:
        """Check soon; what is to stay as it is goes, or comes back by undo, at once."""
        self._soon.start()
        if self._desk.session.report.decisions != self._decided:
            self._show()

    def _still_true(self) -> bool:
        """Whether the report is the one that was checked; where not, it is checked anew."""
        self._desk.editor.commit_composition()
        if self._desk.session.report is not self._checked:
            self.check()
            return False
        return True

    def _read_on(self, report: Report) -> None:
        work = partial(self._reviewer.read_on, report)
        self._background.run(work, partial(self._on_read, report), self._on_failed)

    def _on_read(self, report: Report, left: int) -> None:
        """Read on moment by moment; where the clerk writes on meanwhile, the rest waits until the hand rests."""
        if self._is_over():
            return
        if report is not self._desk.session.report:
            self._running = False
            self._soon.start()
        elif left:
            self._read_on(report)
        else:
            paper = self._desk.paper()
            done = partial(self._on_reviewed, report)
            self._background.run(partial(self._reviewer.review, paper), done, self._on_failed)

    def _is_over(self) -> bool:
        """Whether the desk was left, so that what comes of a check is nobody's any more."""
        return not isValid(self) or self._desk.left

    def _on_reviewed(self, report: Report, verdict: Verdict) -> None:
        if not self._is_over():
            self._running = False
            self._checked, self._findings, self._unjudged = report, verdict.findings, verdict.unjudged
            self._show()
            self._act()

    def _act(self) -> None:
        """What waited for a check is done on the first one that is still true."""
        then, report = self._then, self._desk.session.report
        if then is not None and report is self._checked:
            self._then = None
            then(Verdict(undecided(self._findings, report), self._unjudged))

    def _on_failed(self, error: KnownError) -> None:
        if not self._is_over():
            self._running = False
            self.panel.summary.setText(str(error))

    def _show(self) -> None:
        report = self._desk.session.report
        self._decided = report.decisions
        left = undecided(self._findings, report)
        titles = {tab.key: tab.title for tab in tabs_of(report)}
        keys = [tab_of(report, finding.place.part) if finding.place else "" for finding in left]
        rows = (Row(finding, key, titles.get(key, "Cả văn bản")) for finding, key in zip(left, keys, strict=True))
        self.panel.show_rows(tuple(rows), self._unjudged)
        self._desk.editor.underline(underlines(left, self._checked or report))
        self.counted.emit(count_words(left) or NOTHING.rstrip("."))

    def _jump(self, finding: Finding) -> None:
        if finding.place is not None:
            self._desk.editor.commit_composition()
            report = self._desk.session.report
            place = place_now(finding.place, self._checked or report, report)
            self._desk.editor.show_place(place, finding.length)
            self._desk.preview.mark(place, ensure=True)

    def _on_caret(self, place: Place) -> None:
        self.panel.show_tab(tab_of(self._desk.session.report, place.part))

    def _offer(self, menu: QMenu, place: Place) -> None:
        """On top of the menu of a field: what can be done about the words at the caret."""
        top = menu.actions()[0]
        for finding in undecided(self._findings, self._desk.session.report):
            if not (finding.length and finding.place == place and _covers(finding, place.offset)):
                continue
            for chosen in finding.fixes:
                menu.insertAction(top, menu.addAction(chosen.words, partial(self.fix, finding, chosen)))
            menu.insertAction(top, menu.addAction("Giữ nguyên chỗ này", partial(self._leave, finding)))
            if finding.rule in LEARNABLE:
                menu.insertAction(top, menu.addAction("Thêm vào từ điển", partial(self._learn, finding.found)))
            menu.insertSeparator(top)

    def _leave(self, finding: Finding) -> None:
        """Keep a remark at the caret; what is of last period for a reason."""
        if is_stale(finding):
            self.panel.ask_reason(finding)
        else:
            self.keep(finding)

    def _learn(self, word: str) -> None:
        self.word_learned.emit(word)
        self.check()

    def _close(self) -> None:
        self.panel.hide()
        self._desk.editor.page.take_focus()


def underlines(findings: tuple[Finding, ...], report: Report) -> tuple[Underline, ...]:
    """The remarks that stand under words of the report; notes are only listed."""
    made = []
    for finding in findings:
        if finding.place is None or not finding.length or finding.severity is Severity.NOTE:
            continue
        start = finding.place.offset
        hit = Hit(replace(finding.place, offset=start), start, start + finding.length)
        text = text_at(report, finding.place)[start : hit.end]
        made.append(Underline(hit, text, grave=finding.severity is Severity.WRONG))
    return tuple(made)


def _covers(finding: Finding, offset: int) -> bool:
    start = finding.place.offset if finding.place else 0
    return start <= offset <= start + finding.length
