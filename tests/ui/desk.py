"""The real window on a real data folder, driven as a person would: with keys, buttons and the clipboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from bcdesk.app.papers import Papers
from bcdesk.report.report import Place, Report
from bcdesk.session.keeping import Keeper
from bcdesk.session.saving import Saver
from bcdesk.session.settings import Settings
from bcdesk.storage.backups import SqliteBackups
from bcdesk.storage.database import open_store
from bcdesk.storage.signed_copies import FileSignedCopies
from bcdesk.ui.background import Background, Post
from bcdesk.ui.clock import local_now
from bcdesk.ui.desk import Desk
from bcdesk.ui.messages import Messages
from bcdesk.ui.window import Window
from bcdesk.ui.workplace import Workplace
from tests.ui.typing import type_text


class Answers(Messages):
    """Answers every question as told beforehand, and keeps the questions."""

    def __init__(self) -> None:
        self.file: Path | None = None
        self.agrees = False
        self.asked: list[str] = []

    def confirm(self, _parent: QWidget, question: str, **_words: str) -> bool:
        self.asked.append(question)
        return self.agrees

    def file_to_open(self, _parent: QWidget, title: str, _folder: Path, _kinds: str) -> Path | None:
        self.asked.append(title)
        return self.file

    def folder(self, _parent: QWidget, title: str, _start: Path) -> Path | None:
        self.asked.append(title)
        return self.file

    def file_to_write(self, _parent: QWidget, title: str, suggested: Path, _kinds: str) -> Path | None:
        self.asked.append(title)
        return self.file or suggested


class OpenDesk:
    """A window that works with the reports in `folder`, and writes papers into `folder/papers`."""

    def __init__(
        self, folder: Path, qtbot: QtBot, *, welcomed: bool = True, store: object = None, **rest: object
    ) -> None:
        self.qtbot = qtbot
        self.papers = folder / "papers"
        self.papers.mkdir(parents=True, exist_ok=True)
        self.answers = Answers()
        self.store = store or open_store(folder)
        if welcomed:
            self.store.keep_setting("welcomed", True)
        post = Post()
        self.saver = Saver(self.store, deliver=post)
        self.background = Background(post)
        self.keeper = Keeper(SqliteBackups(folder, self.store, local_now), deliver=post, now=local_now)
        self.window = Window(QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat))
        self.window.setWindowState(Qt.WindowState.WindowNoState)
        self.window.resize(1366, 728)
        self.window.show()
        self.activate(self.window)
        self.window.begin(
            Workplace(
                self.store,
                self.saver,
                Papers(),
                self.background,
                self.papers,
                self.answers,
                local_now,
                self.keeper,
                FileSignedCopies(folder),
                **rest,
            )
        )

    @property
    def settings(self) -> Settings:
        return Settings(self.store)

    @property
    def desk(self) -> Desk:
        assert self.window.desk is not None
        return self.window.desk

    @property
    def report(self) -> Report:
        return self.desk.session.report

    def do(self, action_id: str) -> None:
        """Take an action of the toolbar or of a key."""
        action = self.window.commands[action_id]
        assert action.isEnabled(), action_id
        action.trigger()

    def dialog(self, kind: type[QDialog]) -> QDialog:
        """The open dialog of that class, with the keyboard in it."""
        found = [dialog for dialog in self.window.findChildren(kind) if dialog.isVisible()]
        assert len(found) == 1, found
        self.activate(found[0])
        return found[0]

    def stand(self, place: Place) -> None:
        """Put the caret there."""
        self.activate(self.window)
        self.desk.editor.show_place(place)

    def activate(self, window: QWidget) -> None:
        """Give a window the keyboard, as the window system does."""
        window.activateWindow()
        self.qtbot.waitUntil(window.isActiveWindow)

    def focus(self) -> QWidget:
        """What has the keyboard."""
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        return QApplication.focusWidget()

    def type(self, text: str) -> None:
        """Type where the caret stands."""
        type_text(self.focus(), text)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the caret stands."""
        QTest.keyClick(self.focus(), key, modifiers)

    def paste(self, text: str) -> None:
        """Paste plain text where the caret stands."""
        QApplication.clipboard().setText(text)
        self.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def shown_text(self) -> str:
        """All text on the pages, line by line."""
        pages = self.desk.paper().pages
        return "\n".join(line.text for page in pages for line in page.lines)

    def written(self, ending: str) -> Path:
        """The one paper with that ending, once it is written."""
        self.qtbot.waitUntil(lambda: any(self.papers.glob(f"*{ending}")))
        return next(self.papers.glob(f"*{ending}"))

    def close(self) -> None:
        """Close the window as a person does, and let go of everything."""
        self.window.close()
        self.saver.close(10)
        self.background.close()
        self.store.close()
        self.window.deleteLater()
        QApplication.processEvents()
