"""What is being done now, and what came of it, told in the window."""

from __future__ import annotations

from dataclasses import dataclass

from bcdesk.errors import KnownError, NotAsSigned
from bcdesk.report.fingerprint import is_as_signed
from bcdesk.report.report import Report
from bcdesk.ui.notices import Notice, Step, TroubleBar
from bcdesk.ui.status import StatusLine


@dataclass(frozen=True, slots=True)
class Telling:
    """Tells of work that takes a moment: in `status` while it goes on, then in `result` or in `trouble`."""

    status: StatusLine
    result: Notice
    trouble: TroubleBar

    def begin(self, words: str) -> None:
        """The work goes on; the trouble of the last one is over."""
        self.trouble.hide()
        self.status.begin(words)

    def done(self, sentence: str, *steps: Step) -> None:
        """The work is done, and this is what can be done with it."""
        self.status.end()
        self.result.say(sentence, *steps)

    def doubt(self, report: Report) -> None:
        """Say so loudly where the text of a signed report is not the one that was signed."""
        if not is_as_signed(report):
            self.trouble.say(str(NotAsSigned()))

    def failed(self, error: KnownError) -> None:
        """The work could not be done."""
        self.status.end()
        self.trouble.tell(error)
