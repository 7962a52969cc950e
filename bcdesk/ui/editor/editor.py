"""The editor: tabs at the left, the content of one of them at the right, the bar to find and replace over both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from bcdesk.report.report import HEADING, Place, Report
from bcdesk.report.search import Hit
from bcdesk.session.session import Cause, Change, Session
from bcdesk.ui.editor.appendixpage import AppendixPage
from bcdesk.ui.editor.body import Body
from bcdesk.ui.editor.difference import first_difference
from bcdesk.ui.editor.field import Field, put_away
from bcdesk.ui.editor.find import FindBar
from bcdesk.ui.editor.footnote import FOOTNOTE_KEYS, open_footnote
from bcdesk.ui.editor.formpages import DocumentPage, EndPage, OpeningPage
from bcdesk.ui.editor.marks import Marks, Underline
from bcdesk.ui.editor.page import Page
from bcdesk.ui.editor.pen import Pen
from bcdesk.ui.editor.sectionpage import MENU_KEYS, RENAME_KEYS, REVIEWED_KEYS, SectionPage, do
from bcdesk.ui.editor.sidebar import Sidebar
from bcdesk.ui.editor.states import APPENDICES, END, HEAD, OPENING_TAB, tab_of, tabs_of
from bcdesk.ui.editor.structure import ACTIONS, SectionAction, added
from bcdesk.ui.editor.writing import Writing

LOOK = """
QTextEdit#entry { border: 1px solid palette(mid); border-radius: 4px; background: palette(base); }
QTextEdit#entry[readOnly="true"] { background: palette(window); }
QTextEdit#entry:focus { border-color: palette(highlight); }
QPushButton#quiet { border: 0; background: transparent; color: palette(link); text-align: left; padding: 0 6px; }
QPushButton#quiet:hover, QPushButton#quiet:focus { background: palette(midlight); }
"""
TABS_BY_NUMBER = 9


class Editor(QWidget):
    """Shows and changes the report of a session.

    `caret_moved` says where in the report one writes; `refused` carries a sentence for the clerk; `period_asked`
    that another period is to be chosen; `menu_opening` gives the menu of a field and where its caret is.
    """

    caret_moved = Signal(Place)
    menu_opening = Signal(QMenu, Place)
    refused = Signal(str)
    period_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pen = Pen(session, self)
        self._pages: dict[str, Page] = {}
        self._marks = Marks()
        self.sidebar = Sidebar(self.pen)
        self.tabs = self.sidebar.tabs
        self.find_bar = FindBar(self.pen)
        self._stack = QStackedWidget()
        self.setStyleSheet(LOOK)
        self._arrange()
        self._listen()
        self._stop = session.listen(self._on_change)
        self.destroyed.connect(self._stop)
        self.tabs.show_tabs(tabs_of(session.report), HEAD)
        self._turn_to(HEAD)

    @property
    def page(self) -> Page:
        """The page in front."""
        return self._pages[self.tabs.key]

    def commit_composition(self) -> None:
        """Put the syllable still being typed into the report."""
        self.pen.commit_composition()

    def show_place(self, place: Place, length: int = 0) -> None:
        """Stand the caret at a place of the report, on whatever tab it is."""
        self._turn_to(tab_of(self.pen.report, place.part))
        if self.page.show_place(place, length):
            self.page.show_caret()
            self.caret_moved.emit(place)

    def underline(self, remarks: tuple[Underline, ...]) -> None:
        """Show these remarks under the words they are about, instead of those before."""
        self._marks = replace(self._marks, remarks=remarks)
        self.page.mark(self._marks)

    def bold(self) -> None:
        """Make the selection, or what is typed next, bold, or take that off."""
        if (field := self._writing()) is not None:
            field.toggle(bold=True)

    def italic(self) -> None:
        """Make the selection, or what is typed next, italic, or take that off."""
        if (field := self._writing()) is not None:
            field.toggle(italic=True)

    def insert_table(self) -> None:
        """Put an empty table in at the caret."""
        self.commit_composition()
        body, field = self._body(), self._writing()
        if body is None:
            return
        fields = [stop for stop in body.stops() if isinstance(stop, Field)]
        if field not in fields:
            field = fields[-1]
            field.moveCursor(QTextCursor.MoveOperation.End)
        body.insert_table(fields[fields.index(field)])

    def insert_footnote(self) -> None:
        """Ask for a footnote at the caret, or change the one that hangs there."""
        if isinstance(field := self._writing(), Field):
            open_footnote(field)

    def add_section(self) -> None:
        """Add a section behind the one in which one writes, at the end of the first level elsewhere."""
        self.commit_composition()
        page = self.page
        edit = added(self.pen.report, page.section_with_caret() if isinstance(page, SectionPage) else None)
        self.pen.act(edit, Place(edit.section.id, HEADING))

    def open_find(self, *, replace: bool = False) -> None:
        """Open the bar to find, or to find and replace, with the selected words."""
        self.commit_composition()
        stop, field = self.page.stop_with_caret(), self._writing()
        words = field.textCursor().selectedText() if field is not None else ""
        place = stop.caret_place() if stop is not None else Place("")
        self.find_bar.open(replace=replace, words="" if "\u2029" in words else words, place=place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the editor, where no window has taken them."""
        act = self._keys().get(QKeySequence(event.keyCombination()).toString())
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the caret to the page."""
        super().focusInEvent(event)
        if self.tabs.key in self._pages:
            self.page.take_focus()

    def _writing(self) -> Writing | None:
        """The field of this page that had the caret last."""
        field = self.pen.field
        return field if field is not None and self.page.isAncestorOf(field) else None

    def _keys(self) -> dict[str, Callable[[], None]]:
        return {
            "Ctrl+B": self.bold,
            "Ctrl+I": self.italic,
            "Ctrl+F": self.open_find,
            "Ctrl+H": partial(self.open_find, replace=True),
        }

    def _arrange(self) -> None:
        content = QVBoxLayout()
        content.setSpacing(0)
        content.addWidget(self.find_bar)
        content.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(content, 1)
        self.find_bar.hide()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab would only come back to the page

    def _listen(self) -> None:
        self.tabs.chosen.connect(self._turn_to)
        self.pen.wanted.connect(self.show_place)
        self.pen.refused.connect(self.refused)
        self.find_bar.marked.connect(self._mark)
        self.find_bar.jumped.connect(self._jump)
        self.find_bar.closed.connect(self._back_to_page)
        for number in range(1, TABS_BY_NUMBER + 1):
            self._shortcut(f"Alt+{number}", partial(self._turn_to_number, number))
        self._shortcut("Ctrl+Tab", partial(self.tabs.turn, 1))
        self._shortcut("Ctrl+Shift+Tab", partial(self.tabs.turn, -1))
        self._shortcut("F3", partial(self._find_again, 1))
        self._shortcut("Shift+F3", partial(self._find_again, -1))
        self._shortcut(FOOTNOTE_KEYS, self.insert_footnote, inside=True)
        for action in ACTIONS:
            self._shortcut(action.keys, partial(self._do_here, action), inside=True)
        self._shortcut(MENU_KEYS, partial(self._on_section, SectionPage.open_menu), inside=True)
        self._shortcut(REVIEWED_KEYS, partial(self._on_section, SectionPage.toggle_reviewed), inside=True)
        self._shortcut(RENAME_KEYS, partial(self._on_section, self._rename), inside=True)

    def _shortcut(self, keys: str, act: Callable[[], None], *, inside: bool = False) -> None:
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut if inside else Qt.ShortcutContext.WindowShortcut
        QShortcut(QKeySequence(keys), self, context=context).activated.connect(act)

    def _turn_to(self, key: str) -> None:
        """Bring a tab to the front; what was being typed on the other is kept first."""
        self.commit_composition()
        self.tabs.show_tabs(tabs_of(self.pen.report), key)
        self.sidebar.sync(self.pen.report)
        page = self._pages.get(key) or self._new_page(key)
        page.sync(self.pen.report)
        page.mark(self._marks)
        if self._stack.currentWidget() is not page:
            writing = self.page_has_focus()
            self._stack.setCurrentWidget(page)
            if writing:
                page.take_focus()

    def page_has_focus(self) -> bool:
        """Whether one writes on the page in front."""
        page = self._stack.currentWidget()
        return isinstance(page, Page) and page.stop_with_caret() is not None

    def _new_page(self, key: str) -> Page:
        page: Page
        if key == HEAD:
            page = DocumentPage(self.pen)
            page.period_asked.connect(self.period_asked)
        elif key in {OPENING_TAB, END, APPENDICES}:
            page = {OPENING_TAB: OpeningPage, END: EndPage, APPENDICES: AppendixPage}[key](self.pen)
        else:
            page = SectionPage(self.pen, key)
        page.caret_moved.connect(self.caret_moved)
        page.menu_opening.connect(self.menu_opening)
        self._pages[key] = page
        self._stack.addWidget(page)
        return page

    def _on_change(self, change: Change) -> None:
        key = self.tabs.key
        tabs = tabs_of(change.after)
        keys = tuple(tab.key for tab in tabs)
        if key not in keys:
            old = self.tabs.keys.index(key)
            key = keys[min(old, len(keys) - 1)]
        self._drop_pages(keys)
        self.tabs.show_tabs(tabs, key)
        self.sidebar.sync(change.after)
        self._turn_or_sync(key, change.after)
        if self.find_bar.isVisible():
            self.find_bar.search()
        if change.cause is not Cause.EDIT and (place := first_difference(change.before, change.after)) is not None:
            self.show_place(place)

    def _turn_or_sync(self, key: str, report: Report) -> None:
        if self._stack.currentWidget() is self._pages.get(key):
            self._pages[key].sync(report)
        else:
            self._turn_to(key)

    def _drop_pages(self, keys: tuple[str, ...]) -> None:
        for gone in set(self._pages) - set(keys):
            put_away(self._pages.pop(gone))

    def _back_to_page(self) -> None:
        self.page.take_focus()

    def _turn_to_number(self, number: int) -> None:
        if number <= self.tabs.count():
            self.tabs.setCurrentIndex(number - 1)
            self.page.take_focus()

    def _do_here(self, action: SectionAction) -> None:
        self._on_section(lambda page: do(self.pen, action, page.section_with_caret()))

    def _rename(self, page: SectionPage) -> None:
        self.show_place(Place(page.section_with_caret(), HEADING))

    def _on_section(self, act: Callable[[SectionPage], None]) -> None:
        page = self.page
        if isinstance(page, SectionPage):
            self.commit_composition()
            act(page)

    def _body(self) -> Body | None:
        page = self.page
        if isinstance(page, SectionPage):
            return page.body_of(page.section_with_caret())
        return page.body() if isinstance(page, OpeningPage | EndPage | AppendixPage) else None

    def _find_again(self, step: int) -> None:
        if self.find_bar.isHidden():
            self.open_find()
        self.find_bar.go(step)

    def _mark(self, found: tuple[Hit, ...], at: Hit | None) -> None:
        self._marks = replace(self._marks, hits=found, at=at)
        self.page.mark(self._marks)

    def _jump(self, hit: Hit) -> None:
        """Show a hit; the caret goes there, the keyboard stays with the bar."""
        field = next((field for field in (self.find_bar.wanted, self.find_bar.new) if field.hasFocus()), None)
        self.show_place(hit.place, hit.length)
        if field is not None:
            field.setFocus()
