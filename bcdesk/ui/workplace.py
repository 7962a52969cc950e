"""What the window works with, put together by `app` once the window stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtWidgets import QWidget

from bcdesk.session.settings import Settings
from bcdesk.session.templates import Templates

if TYPE_CHECKING:
    from bcdesk.press.paper import Paper
    from bcdesk.report.findings import Verdict
    from bcdesk.report.office import Office
    from bcdesk.report.register import Book, Line
    from bcdesk.report.report import Report
    from bcdesk.session.keeping import Keeper
    from bcdesk.session.saving import Saver
    from bcdesk.session.signed_copies import SignedCopies
    from bcdesk.session.store import Store
    from bcdesk.ui.background import Background
    from bcdesk.ui.messages import Messages


class MakePaper(Protocol):
    """Puts reports on paper."""

    def __call__(self, report: Report, /) -> Paper:
        """The report on paper."""
        ...

    def slip(self, paper: Paper, verdict: Verdict, /) -> Paper:
        """The phiếu trình ký of a paper of which the check has said `verdict`."""
        ...

    def register(self, book: Book, lines: Iterable[Line], office: Office, /) -> Paper:
        """The outgoing register of that office."""
        ...


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where reports are kept, who saves, prints and backs them up, where papers go, the clock, whether it fell.

    `rescue` leaves a window whose data turned out to be damaged, for another to save what can be saved.
    """

    store: Store
    saver: Saver
    make_paper: MakePaper
    background: Background
    documents: Path
    messages: Messages
    now: Callable[[], datetime]
    keeper: Keeper
    signed_copies: SignedCopies
    after_unclean_end: bool = False
    rescue: Callable[[Any], object] = QWidget.close

    @property
    def settings(self) -> Settings:
        """The drafters, offices and print choices of this data folder."""
        return Settings(self.store)

    @property
    def templates(self) -> Templates:
        """The office's own templates, and all kinds of report there are."""
        return Templates(self.store)
