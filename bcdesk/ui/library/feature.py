"""The library: all reports searched beside the one in work, one of them read there, paragraphs of it taken over."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QStackedWidget
from shiboken6 import isValid

from bcdesk.report.borrowing import inserted_at
from bcdesk.report.kept import Found, Kept, Listed
from bcdesk.report.report import Block, Place
from bcdesk.session.store import Store
from bcdesk.ui.background import Background
from bcdesk.ui.desk import Desk
from bcdesk.ui.library.phrases import Phrasing
from bcdesk.ui.searching import Searching
from bcdesk.ui.telling import Telling
from bcdesk.ui.workplace import Workplace

TAB = "Thư viện"
RECENT = 30
NO_PLACE = "Đặt con trỏ vào chỗ cần chèn trong nội dung báo cáo rồi chèn lại."


class Library:
    """Puts the library beside the report on the desk when it is first asked for."""

    def __init__(self, workplace: Workplace, answering: Background, telling: Telling) -> None:
        self._workplace = workplace
        self._answering = answering
        self._telling = telling
        self._shown: DeskLibrary | None = None

    def follow(self, desk: Desk) -> None:
        """Note where one writes in the report on this desk."""
        self._shown = DeskLibrary(desk, self._workplace, self._answering, self._telling)

    def toggle(self, _desk: Desk) -> None:
        """Open the library; from within it, go back to the text and its pages."""
        if self._shown is not None:
            self._shown.toggle()

    def offer_phrases(self, _desk: Desk) -> None:
        """Offer what earlier reports said where the caret is."""
        if self._shown is not None:
            self._shown.phrasing.offer(self._shown.place)


class DeskLibrary(QObject):
    """The library beside the report of one desk; `place` is where one wrote last."""

    def __init__(self, desk: Desk, workplace: Workplace, answering: Background, telling: Telling) -> None:
        super().__init__(desk)
        self._desk, self._workplace, self._answering, self._telling = desk, workplace, answering, telling
        self.place = Place("")
        self.phrasing = Phrasing(desk, workplace.store, answering, telling, self.insert)
        self._pane: QStackedWidget | None = None
        desk.editor.caret_moved.connect(self._on_caret)

    def toggle(self) -> None:
        """Show the library, or go back from it."""
        self._desk.editor.commit_composition()
        pane = self._pane or self._made()
        focus = QApplication.focusWidget()
        if pane.isVisible() and focus is not None and pane.isAncestorOf(focus):
            self._desk.preview.turn_to(None)
            self._desk.editor.setFocus()
            return
        self._desk.preview.show()
        self._desk.preview.turn_to(pane)
        (self.reading.wanted if pane.currentWidget() is self.reading else self.results.search).setFocus()

    def insert(self, block: Block) -> None:
        """Put a block in at the caret, as one step to undo."""
        self._desk.editor.commit_composition()
        made = inserted_at(self._desk.session.report, self.place, block)
        if made is None:
            self._telling.done(NO_PLACE)
        else:
            self._desk.editor.pen.act(*made)

    def _made(self) -> QStackedWidget:
        from bcdesk.ui.library.reading import Reading
        from bcdesk.ui.library.results import Results

        self.results, self.reading = Results(), Reading(self._workplace.make_paper)
        pane = self._pane = QStackedWidget()
        pane.addWidget(self.results)
        pane.addWidget(self.reading)
        self._searching = Searching(self._workplace.store, self._answering, self._telling.failed, self)
        self.results.asked.connect(self._search)
        self._searching.found.connect(lambda _, found: self.results.show_found(self._others(found)))
        self.results.opened.connect(self._open)
        self.reading.left.connect(self._back)
        self.reading.taken.connect(self.insert)
        self._desk.preview.add_beside(TAB, pane)
        self._search("")
        return pane

    def _search(self, typed: str) -> None:
        self._searching.ask(typed)
        if not typed.strip():
            report = self._desk.session.report
            work = partial(of_kind, self._workplace.store, report.kind, self._desk.report_id)
            self._answering.run(work, self._show_recent, self._telling.failed)

    def _show_recent(self, listed: tuple[Listed, ...]) -> None:
        if isValid(self) and not self.results.search.text().strip():
            self.results.show_recent(listed)

    def _others(self, found: Iterable[Found]) -> Iterable[Found]:
        return (each for each in found if each.listed.id != self._desk.report_id)

    def _open(self, found: Found) -> None:
        work = partial(self._workplace.saver.load, found.listed.id)
        self._answering.run(work, partial(self._show, found), self._telling.failed)

    def _show(self, found: Found, kept: Kept) -> None:
        if isValid(self) and self._pane is not None:
            self.reading.show_report(kept.report, found.excerpt.text)
            self._pane.setCurrentWidget(self.reading)
            self.reading.wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        if self._pane is not None:
            self._pane.setCurrentWidget(self.results)
            self.results.list.setFocus()

    def _on_caret(self, place: Place) -> None:
        self.place = place


def of_kind(store: Store, kind: str, without: str) -> tuple[Listed, ...]:
    """The last reports of a kind but for one of them."""
    of_it = [listed for listed in store.listed() if listed.kind == kind and listed.id != without]
    return tuple(of_it[:RECENT])
