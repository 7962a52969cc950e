"""The versions of the report on the desk: shown, and put back as an edit of now, so that nothing is overwritten."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from bcdesk.report.compare import PartChange
from bcdesk.report.edits import Become
from bcdesk.report.kept import BEFORE_RESTORING, VersionListed
from bcdesk.report.report import Report, find_section
from bcdesk.report.restoring import restored, with_parts
from bcdesk.ui.desk import Desk
from bcdesk.ui.dialogs.versions import Draft, Group, Restoring, VersionsDialog, version_words
from bcdesk.ui.editor.states import tab_of, tabs_of
from bcdesk.ui.notices import Step
from bcdesk.ui.telling import Telling
from bcdesk.ui.workplace import Workplace


class Versions(QObject):
    """Opens the versions of a report; before one is put back, the draft as it stands is kept as one more."""

    def __init__(self, window: QWidget, workplace: Workplace, telling: Telling) -> None:
        super().__init__(window)
        self._window = window
        self._workplace = workplace
        self._telling = telling

    def ask(self, desk: Desk) -> None:
        """Show them, beginning with the part one is writing in."""
        desk.editor.commit_composition()
        report = desk.session.report
        tabs = {tab.key: Group(tab.key, tab.title) for tab in tabs_of(report)}
        draft = Draft(desk.report_id, report, tabs[desk.editor.tabs.key], partial(_group_of, report, tabs))
        place = self._workplace
        dialog = VersionsDialog(place.store, place.background, draft, place.now(), self._window)
        dialog.restore_asked.connect(partial(self._restore, desk, dialog))
        dialog.open()

    def _restore(self, desk: Desk, dialog: VersionsDialog, wanted: Restoring) -> None:
        """Keep what stands, then put back; the dialog stays until then, so that nobody types in between."""
        keep = partial(self._workplace.store.keep_version, desk.report_id, desk.session.report, BEFORE_RESTORING)
        self._workplace.background.run(keep, partial(self._put_back, desk, dialog, wanted), dialog.fail)

    def _put_back(self, desk: Desk, dialog: VersionsDialog, wanted: Restoring, _kept: VersionListed) -> None:
        if not dialog.isVisible():
            return  # given up meanwhile
        now, when = desk.session.report, version_words(wanted.version, self._workplace.now())
        whole = wanted.changes is None
        report = restored(now, wanted.then) if whole else with_parts(now, wanted.then, wanted.changes or ())
        dialog.done(VersionsDialog.DialogCode.Accepted)
        desk.editor.pen.act(Become(report, f"Khôi phục {wanted.words}"))
        self._telling.done(f"Đã khôi phục {wanted.words} như bản {when}.", Step("Hoàn tác", desk.undo))
        desk.editor.setFocus()


def _group_of(now: Report, tabs: Mapping[str, Group], change: PartChange, then: Report) -> Group:
    """The tab on which a change stands; a section of the first level that is no more counts as one."""
    if change.top in tabs:
        return tabs[change.top]
    if change.top:
        return Group(change.top, find_section(then, change.top).heading)
    of_appendix = any(appendix.id == change.part for appendix in then.appendices)
    return tabs[tab_of(then if of_appendix else now, change.part)]
