"""The check as a feature of the window: its keys, its words in the status line, and what it needs loaded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from bcdesk.press.paper import Paper
from bcdesk.report.findings import Verdict
from bcdesk.ui.desk import Desk
from bcdesk.ui.findings.checking import DeskCheck
from bcdesk.ui.status import StatusLine
from bcdesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from bcdesk.press.review import Reviewer


class Checking:
    """Checks each report that comes onto the desk."""

    def __init__(self, workplace: Workplace, status: StatusLine) -> None:
        self._workplace = workplace
        self._status = status
        self._check: DeskCheck | None = None
        status.findings.clicked.connect(self._show)

    @property
    def on_desk(self) -> Mapping[str, Callable[[Desk], object]]:
        """What its commands do."""
        return {
            "check": lambda _: self._show(),
            "next-finding": lambda _: self._now.step(1),
            "previous-finding": lambda _: self._now.step(-1),
            "accept-finding": lambda _: self._now.panel.accept(),
            "keep-finding": lambda _: self._now.panel.leave(),
            "learn-word": lambda _: self._now.panel.add_word(),
        }

    def follow(self, desk: Desk) -> None:
        """Check that desk from now on."""
        self._check = DeskCheck(desk, self._review, self._workplace.background.run)
        self._check.counted.connect(self._status.show_findings)

    def _show(self) -> None:
        self._now.show_panel()

    @property
    def _now(self) -> DeskCheck:
        if self._check is None:
            raise RuntimeError("no report is on the desk")
        return self._check

    def _review(self, paper: Paper) -> Verdict:
        return self._reviewer.review(paper)

    @cached_property
    def _reviewer(self) -> Reviewer:
        """Made in the background: the checks load what reads Word files, and the language."""
        from bcdesk.press.review import Reviewer  # noqa: PLC0415  # see above

        return Reviewer()
