"""The one window: the list of reports, or one report on the desk, under a toolbar and over a status line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from bcdesk.session.save_states import FLUSH_SECONDS, Failed, Saved, SaveState
from bcdesk.ui.actions import Actions, When
from bcdesk.ui.bars import Bars
from bcdesk.ui.help.feature import Helping
from bcdesk.ui.keys import ByKeyboard
from bcdesk.ui.notices import Step
from bcdesk.ui.status import StatusLine
from bcdesk.ui.style.icons import APP, icon
from bcdesk.ui.style.style import is_small, screen_room
from bcdesk.ui.text_size import TextSize
from bcdesk.ui.toolbar import ToolBar

if TYPE_CHECKING:
    from bcdesk.press.paper import Paper
    from bcdesk.report.kept import Kept
    from bcdesk.report.report import Place
    from bcdesk.ui.desk import Desk
    from bcdesk.ui.home.home import Home
    from bcdesk.ui.workplace import Workplace

NAME = "bcdesk"
FIRST_SIZE = QSize(1280, 720)
LEAVE = "Báo cáo chưa lưu được. Thoát bây giờ thì mất phần vừa sửa."

ON_THE_DESK: Mapping[str, Callable[[Desk], object]] = {
    "undo": lambda desk: desk.undo(),
    "redo": lambda desk: desk.redo(),
    "bold": lambda desk: desk.editor.bold(),
    "italic": lambda desk: desk.editor.italic(),
    "table": lambda desk: desk.editor.insert_table(),
    "section": lambda desk: desk.editor.add_section(),
    "replace": lambda desk: desk.editor.open_find(replace=True),
    "preview": lambda desk: desk.toggle_preview(),
    "reading": lambda desk: desk.toggle_reading(),
}


class Window(ByKeyboard, QMainWindow):
    """Stands at once; `begin` gives it reports to work with. `memory` keeps its size and place.

    Its title ends with `name`.
    """

    painted = Signal()
    closed = Signal()

    def __init__(self, memory: QSettings, name: str = NAME) -> None:
        super().__init__()
        self._name = name
        self.desk: Desk | None = None
        self.commands = Actions(self)
        self.bars = Bars()
        self.status = StatusLine()
        self._memory = memory
        self._workplace: Workplace | None = None
        self._stands = False
        self._stack = QStackedWidget()
        self._lay_out()
        self._recall()

    def begin(self, workplace: Workplace) -> None:
        """Work with these reports from now on, beginning where the clerk was."""
        from bcdesk.ui.features import Features
        from bcdesk.ui.whereabouts import Whereabouts

        self._workplace = workplace
        self._features = Features(self, workplace, self.bars, self.status, self.home, self.go_home)
        self._features.opening.ready.connect(self.open_report)
        self._whereabouts = Whereabouts(workplace, self)
        self._stop_listening = workplace.saver.listen(self._on_save_state)
        self._connect_commands()
        if not self._whereabouts.go_back(self.open_report, self.bars.recovered, self.bars.trouble):
            self.show_home()
        self._features.opening.welcome()

    def show_home(self) -> None:
        """Go back to the list, and stay at the report where that cannot be read; what was being typed is kept."""
        if self._features.opening.refresh():
            self._leave_report()

    def go_home(self) -> None:
        """Leave the report, whatever can be read: all of it is about to be another."""
        self._features.opening.refresh()
        self._leave_report()

    def open_report(self, report_id: str, place: Place | None = None) -> Kept:
        """Put a report on the desk as it is kept, the caret at `place`, else at its beginning.

        One that cannot be read leaves things as they are. Raises what the store does.
        """
        from bcdesk.report.report import Place
        from bcdesk.session.history import History
        from bcdesk.session.session import Session
        from bcdesk.ui.desk import Desk
        from bcdesk.ui.editor.states import HEAD

        workplace, place = self._begun, place or Place(HEAD)
        kept = workplace.saver.load(report_id)
        self._put_away()
        session = Session(kept.report, history=History(trail=kept.trail))
        desk = self.desk = Desk(report_id, session, workplace.make_paper)
        desk.composed.connect(self._on_composed)
        desk.changed.connect(self._on_changed)
        desk.editor.refused.connect(self.bars.trouble.say)
        self._features.follow(desk)
        self._stack.addWidget(desk)
        self._stack.setCurrentWidget(desk)
        if split := self._memory.value("split"):
            desk.split = split
        desk.editor.setFocus()
        desk.editor.show_place(place)
        self._whereabouts.follow(desk, place)
        self.status.show_state(workplace.saver.state(report_id) or Saved(kept.saved_at))
        self._show_facts()
        return kept

    def paintEvent(self, event: QPaintEvent) -> None:
        """Stand on the screen, and say so the first time."""
        super().paintEvent(event)
        if not self._stands:
            self._stands = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save all, then go; the one question is leaving while that fails."""
        if self._all_kept() or self._leaves_anyway():
            self._put_away()
            self._end()
            event.accept()
            self.closed.emit()
        else:
            event.ignore()

    def come_forward(self) -> None:
        """Stand before all other windows, with the keyboard."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def take(self, file: str) -> None:
        """Show what is in a file the clerk brought, for taking it; where nothing can be taken yet, it can be later."""
        if self._workplace is not None:
            self._features.opening.import_report(Path(file))

    @cached_property
    def home(self) -> Home:
        """The list, which nothing is known to fill with until the window stands."""
        from bcdesk.ui.home.home import Home

        home = Home()
        self._stack.insertWidget(0, home)
        return home

    @property
    def _begun(self) -> Workplace:
        if self._workplace is None:
            raise RuntimeError("the window has nothing to work with yet")
        return self._workplace

    def _lay_out(self) -> None:
        self.addToolBar(ToolBar(self.commands))
        self.addActions(list(self.commands))
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bars)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(middle)
        self.setStatusBar(self.status)
        self.setWindowIcon(icon(APP))
        self.setWindowTitle(self._name)
        self.closed.connect(Helping(self, self.commands).close)
        TextSize(self, self.commands, self._memory, self.bars.result)

    def _recall(self) -> None:
        self.resize(FIRST_SIZE.boundedTo(screen_room()))
        if geometry := self._memory.value("geometry"):
            self.restoreGeometry(geometry)
        elif is_small(QGuiApplication.primaryScreen().size()):
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _connect_commands(self) -> None:
        on_desk = {**ON_THE_DESK, **self._features.on_desk, "save": self._save_now}
        for name, act in on_desk.items():
            self.commands[name].triggered.connect(partial(self._on_the_desk, act))
        for name, do in {**self._features.anywhere, "home": self.show_home}.items():
            self.commands[name].triggered.connect(lambda _=False, do=do: do())
        self.commands["find"].triggered.connect(self._find)

    def _find(self) -> None:
        if self.desk is None:
            self.home.search.setFocus()
        else:
            self.desk.editor.open_find(replace=False)

    def _on_the_desk(self, act: Callable[[Desk], object]) -> None:
        if self.desk is not None:
            act(self.desk)

    def _on_changed(self) -> None:
        if self.desk is not None:
            session = self.desk.session
            self._begun.saver.note(self.desk.report_id, session.report, session.trail)
            self._show_facts()

    def _on_composed(self, paper: Paper) -> None:
        from bcdesk.report.progress import word_count
        from bcdesk.ui.typeface import measured_with, typeface_trouble

        self.status.show_length(word_count(paper.report), len(paper.pages), measured_with(paper.typeface))
        if not self.bars.typeface.words and (trouble := typeface_trouble(paper.typeface)):
            self.bars.typeface.say(trouble)

    def _on_save_state(self, report_id: str, state: SaveState) -> None:
        if self.desk is not None and report_id == self.desk.report_id:
            self.status.show_state(state)
        if isinstance(state, Failed):
            self.bars.unsaved.say(str(state.error), *self._rescues())
        elif not self._begun.saver.failing:
            self.bars.unsaved.hide()

    def _rescues(self) -> tuple[Step, ...]:
        again = Step("Thử lại", self._begun.saver.retry)
        elsewhere = Step("Lưu chỗ khác…", partial(self._on_the_desk, self._features.export.rescue))
        return (again, elsewhere) if self.desk else (again,)

    def _save_now(self, desk: Desk) -> None:
        desk.editor.commit_composition()
        self._begun.saver.flush(FLUSH_SECONDS)

    def _all_kept(self) -> bool:
        self._on_the_desk(lambda desk: desk.editor.commit_composition())
        return self._workplace is None or self._workplace.saver.flush(FLUSH_SECONDS)

    def _leaves_anyway(self) -> bool:
        return self._begun.messages.confirm(self, LEAVE, yes="Thoát, bỏ phần chưa lưu", no="Ở lại")

    def _end(self) -> None:
        """Remember how things were, where there was anything to work with: the folder may be another's."""
        if self._workplace is not None:
            self._whereabouts.end()
            self._memory.setValue("geometry", self.saveGeometry())

    def _put_away(self) -> None:
        if self.desk is not None:
            self.bars.trouble.hide()
            self.desk.editor.commit_composition()
            self._memory.setValue("split", self.desk.split)
            self.desk.leave()
            self._stack.removeWidget(self.desk)
            self.desk.deleteLater()
            self.desk = None

    def _leave_report(self) -> None:
        self._put_away()
        self._whereabouts.leave()
        self._stack.setCurrentWidget(self.home)
        self.status.clear_report()
        self.home.focus_list()
        self._show_facts()

    def _show_facts(self) -> None:
        """Bring the title and what can be done in line with what is on the desk."""
        given = When.READY if self._workplace else When.ALWAYS
        title = self._name
        if self.desk is not None:
            from bcdesk.report.period import period_words

            session = self.desk.session
            given |= When.REPORT
            given |= When.ALWAYS if session.report.frozen else When.EDITING
            given |= When.UNDO if session.can_undo else When.ALWAYS
            given |= When.REDO if session.can_redo else When.ALWAYS
            self.commands.name_step("undo", session.undo_words)
            self.commands.name_step("redo", session.redo_words)
            title = " · ".join(
                part for part in (session.report.title, period_words(session.report.period), self._name) if part
            )
        self.commands.allow(given)
        self.setWindowTitle(title)
