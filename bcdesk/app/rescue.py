"""The way from damaged data to a rescue, and from the rescue back to work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING

from bcdesk.app.premises import Premises
from bcdesk.app.records import log
from bcdesk.errors import DatabaseDamaged, DatabaseMissing, KnownError, NewerReport, UnreadableReport
from bcdesk.ui.background import Background
from bcdesk.ui.clock import local_now
from bcdesk.ui.window import Window

if TYPE_CHECKING:
    from bcdesk.report.report import Report
    from bcdesk.session.saving import Saver
    from bcdesk.session.store import Store
    from bcdesk.storage.reports import SqliteStore

HAND_OVER_SECONDS = 5.0


def rescue(
    window: Window, premises: Premises, background: Background, again: Callable[[], None], error: KnownError
) -> None:
    """Show in the window what can be saved; once the clerk has chosen, try `again` to open it."""
    from bcdesk.storage.rescue import Rescuer
    from bcdesk.ui.home.rescue import RescuePage
    from bcdesk.ui.home.rescue_words import DAMAGED, MISSING

    def rescued(words: str) -> None:
        log.info("the data were rescued")
        window.bars.rescued.say(words)
        again()

    window.bars.trouble.hide()
    title = MISSING if isinstance(error, DatabaseMissing) else DAMAGED
    page = RescuePage(Rescuer(premises.folder, local_now), background, title)
    page.rescued.connect(rescued)
    window.home.show_instead(page)
    page.begin()


def leave_for_rescue(premises: Premises, saver: Saver, window: Window) -> None:
    """Close the window, for another one to begin with the rescue; what is not on the disk is carried over."""
    if window.desk is not None:
        window.desk.editor.commit_composition()
    premises.unsaved = saver.hand_over(HAND_OVER_SECONDS)
    premises.damaged = True
    window.close()


def sound_store(premises: Premises) -> SqliteStore:
    """The store, once what the window shows first was read, and what the last window could not save was kept.

    Raises a KnownError, DatabaseDamaged for what leads to the rescue.
    """
    from bcdesk.storage import database

    if premises.damaged:
        raise DatabaseDamaged(premises.folder / database.FILE_NAME)
    with ExitStack() as undone:
        store = database.open_store(premises.folder)
        undone.callback(store.close)
        _read_what_is_shown(store)
        _keep_carried(store, premises.unsaved)
        undone.pop_all()
    return store


def _read_what_is_shown(store: Store) -> None:
    """The report that was on the desk, or else the list; one that alone is not sound is told over the list."""
    from bcdesk.session.settings import Settings
    from bcdesk.ui.opening import SHOWN_AT_ONCE

    where = Settings(store).where
    if where is not None:
        with suppress(KeyError, UnreadableReport, NewerReport):
            store.load(where.report_id)
            return
    store.listed(SHOWN_AT_ONCE)


def _keep_carried(store: Store, unsaved: Mapping[str, Report]) -> None:
    """Each in its report, or as a new one where that is gone."""
    for report_id, report in unsaved.items():
        try:
            store.save(report_id, report)
        except KeyError:
            store.create(report)
