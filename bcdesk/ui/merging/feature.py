"""The reports of the units in the window: merged into the one on the desk, and shown beside it as its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from bcdesk.ui.background import Post
from bcdesk.ui.desk import Desk
from bcdesk.ui.telling import Telling
from bcdesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from bcdesk.ui.merging.sources import DeskSources

NONE_MERGED = "Báo cáo này chưa tổng hợp báo cáo của đơn vị nào. Bấm Ctrl+Shift+J để tổng hợp."


class Merging(QObject):
    """Asks which files, and merges them; what it needs is loaded when a report is merged, or was."""

    def __init__(self, window: QWidget, workplace: Workplace, telling: Telling) -> None:
        super().__init__(window)
        self._window, self._workplace, self._telling = window, workplace, telling
        self._post = Post(self)
        self._sources: DeskSources | None = None

    def follow(self, desk: Desk) -> None:
        """Put the sources beside the report on this desk, once it has any."""
        self._sources = None
        desk.changed.connect(lambda: self._put_beside(desk))
        self._put_beside(desk)

    def ask(self, desk: Desk) -> None:
        """Ask step by step; the folder and the units of the last time are known."""
        from bcdesk.ui.merging.asking import Asking  # the dialog and what merges load when asked for

        desk.editor.commit_composition()
        Asking(self._window, self._workplace, self._telling, self._post, desk).open()

    def show_sources(self, desk: Desk) -> None:
        """Turn between the pages and the sources of the paragraph in work."""
        desk.editor.commit_composition()
        if self._sources is None:
            self._telling.done(NONE_MERGED)
        else:
            self._sources.toggle()

    def _put_beside(self, desk: Desk) -> None:
        merged = desk.session.report.merged
        if self._sources is None and merged is not None and merged.parts and not desk.left:
            from bcdesk.ui.merging.sources import DeskSources  # most reports are not merged

            self._sources = DeskSources(desk)
