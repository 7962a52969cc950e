"""Paragraphs used before where the caret is, offered in a menu when asked for: nothing is completed while one types."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from bcdesk.report.borrowing import Phrase, phrases
from bcdesk.report.report import Block, Place, Report, State
from bcdesk.session.store import Store
from bcdesk.ui.background import Background
from bcdesk.ui.desk import Desk
from bcdesk.ui.telling import Telling

READ = 24  # the last issued reports of the kind
SHOWN = 90  # characters of a paragraph
HEAD = "Đoạn đã dùng ở mục này (trong các báo cáo đã phát hành)"
NOTHING = "Chưa có báo cáo cùng loại đã phát hành nào viết thêm gì ở mục này."


class Phrasing(QObject):
    """Offers phrases for a place of the report on a desk, and gives the one chosen to `insert`."""

    def __init__(
        self,
        desk: Desk,
        store: Store,
        answering: Background,
        telling: Telling,
        insert: Callable[[Block], None],
    ) -> None:
        super().__init__(desk)
        self._desk, self._store, self._answering = desk, store, answering
        self._telling, self._insert = telling, insert
        self.menu: QMenu | None = None

    def offer(self, place: Place) -> None:
        """Read the earlier reports behind the window, then show what they say here."""
        self._desk.editor.commit_composition()
        work = partial(used_before, self._store, self._desk.report_id, self._desk.session.report, place.part)
        self._answering.run(work, self._show, self._telling.failed)

    def _show(self, found: tuple[Phrase, ...]) -> None:
        if not isValid(self._desk) or not self._desk.isVisible():
            return
        if not found:
            self._telling.done(NOTHING)
            return
        self.menu = menu = QMenu(self._desk)
        menu.setToolTipsVisible(True)
        menu.addSection(HEAD)
        for phrase in found:
            action = menu.addAction(_shown(phrase), partial(self._insert, phrase.text))
            action.setToolTip(phrase.text.plain)
        menu.setActiveAction(menu.actions()[1])
        field = self._desk.editor.pen.field
        rect = field.caret_rect() if field is not None else self._desk.rect()
        menu.popup(rect.bottomLeft() if field is not None else self._desk.mapToGlobal(rect.center()))


def used_before(store: Store, report_id: str, report: Report, part: str) -> tuple[Phrase, ...]:
    """What the last issued reports of the same kind say in that part, but for what it says already."""
    issued = [
        listed.id
        for listed in store.listed()
        if listed.kind == report.kind and listed.state in {State.ISSUED, State.SENT} and listed.id != report_id
    ]
    return phrases((store.load(each).report for each in issued[:READ]), report, part)


def _shown(phrase: Phrase) -> str:
    """The beginning of the paragraph and how often it was used, as a menu shows it."""
    text = phrase.text.plain
    cut = f"{text[:SHOWN].rsplit(' ', 1)[0]}…" if len(text) > SHOWN else text
    return f"{cut}\t{phrase.uses} lần".replace("&", "&&")
