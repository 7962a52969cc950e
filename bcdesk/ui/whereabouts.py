"""Where the clerk is, remembered in the background and not with every key, so that the next start goes back there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from bcdesk.errors import KnownError
from bcdesk.report.kept import Kept
from bcdesk.report.report import Place
from bcdesk.session.settings import Where
from bcdesk.ui.notices import Notice, TroubleBar
from bcdesk.ui.workplace import Workplace
from bcdesk.vietnamese.dates import short_date

if TYPE_CHECKING:
    from bcdesk.ui.desk import Desk

KEEP_AFTER_MS = 3000


class Whereabouts(QObject):
    """`go_back` to where the clerk was when the program ended; then `follow` a desk, or `leave` for the list."""

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._kept = self._here = workplace.settings.where
        self._soon = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._soon.timeout.connect(self.keep)
        self._ended = False

    def go_back(self, open_report: Callable[[str, Place], Kept], recovered: Notice, trouble: TroubleBar) -> bool:
        """Open the report that was on the desk, and after a fall tell how far it came back; whether there was one."""
        if self._here is None:
            return False
        try:
            kept = open_report(self._here.report_id, self._here.place)
        except KeyError:
            return False
        except KnownError as error:
            trouble.tell(error)
            return False
        if self._workplace.after_unclean_end:
            recovered.say(recovered_words(kept.saved_at, self._workplace.now()))
        return True

    def follow(self, desk: Desk, place: Place) -> None:
        """The clerk stands at a place on this desk, and moves about there."""
        self._stand(desk.report_id, place)
        self.keep()
        desk.editor.caret_moved.connect(partial(self._stand, desk.report_id))
        desk.editor.tabs.chosen.connect(partial(self._turn, desk))

    def leave(self) -> None:
        """The clerk is at the list."""
        self._here = None
        self.keep()

    def end(self) -> None:
        """Keep where the clerk is at the end; what moves from now on is no clerk."""
        self._ended = True
        self.keep()

    def keep(self) -> None:
        """Remember it now, where it is not remembered yet; a disk that refuses is asked again at the next move."""
        self._soon.stop()
        if self._here != self._kept:
            self._kept = self._here
            work = partial(self._workplace.settings.keep_where, self._here)
            self._workplace.background.run(work, lambda _: None, lambda _: self._forget())

    def _forget(self) -> None:
        self._kept = None

    def _turn(self, desk: Desk, key: str) -> None:
        if not desk.editor.page_has_focus():
            self._stand(desk.report_id, Place(key))

    def _stand(self, report_id: str, place: Place) -> None:
        if not self._ended:
            self._here = Where(report_id, place.part, place.block, place.offset)
            if not self._soon.isActive():
                self._soon.start()


def recovered_words(saved_at: datetime, now: datetime) -> str:
    """How far the text came back after an end that was none; both times have their zone."""
    at = saved_at.astimezone(now.tzinfo)
    day = "" if at.date() == now.date() else f" ngày {short_date(at.date())}"
    return f"Lần trước chương trình bị tắt đột ngột. Khôi phục đến {at:%H:%M:%S}{day}."
