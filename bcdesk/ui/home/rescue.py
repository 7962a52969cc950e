"""What stands in the window while the data are damaged: what could be saved, and the ways to go on."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bcdesk.errors import KnownError
from bcdesk.report.kept import Listed
from bcdesk.report.rescue import Rescue, Way
from bcdesk.session.rescue import Rescuer
from bcdesk.ui.background import Background
from bcdesk.ui.home.rescue_words import LOOKING, TAKING, done_words, found_words, groups, way_words
from bcdesk.ui.style.style import STEP, enlarge

WIDTH = 760
AGAIN = "Thử lại"


class RescuePage(QWidget):
    """Looks once begun, shows what was found, and goes the way that is chosen; `rescued` tells in words that it has."""

    rescued = Signal(str)

    def __init__(self, rescuer: Rescuer, background: Background, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rescuer, self._background = rescuer, background
        self.told, self.trouble = _sentence(), _sentence()
        self.trouble.setObjectName("wrong")
        self.progress = QProgressBar(maximum=0, textVisible=False)
        self.details = QTreeWidget()
        self.details.setHeaderHidden(True)
        self.details.setAccessibleName("Các báo cáo cần biết")
        self.again = QPushButton(AGAIN)
        self.again.clicked.connect(self.begin)
        self.ways: dict[Way, QPushButton] = {}
        self._cards = QVBoxLayout()
        self._cards.setSpacing(STEP)
        self._lay_out(title)
        self._wait("")

    def begin(self) -> None:
        """Look what can be saved."""
        self._wait(LOOKING)
        self._background.run(self._rescuer.look, self._show, self._failed)

    def _show(self, found: Rescue) -> None:
        self._rest()
        self.told.setText(found_words(found))
        for words, listed in groups(found):
            self.details.addTopLevelItem(_group(words, listed))
        self.details.expandAll()
        self.details.setVisible(self.details.topLevelItemCount() > 0)
        for way in found.ways:
            self.ways[way] = card = _card(*way_words(way, found))
            card.clicked.connect(partial(self._take, way, found))
            self._cards.addWidget(card)
            card.show()  # only what is shown can have the keyboard
        self.ways[found.ways[0]].setFocus()

    def _take(self, way: Way, found: Rescue) -> None:
        self._wait(TAKING)
        work = partial(self._rescuer.take, way)
        self._background.run(work, partial(self._taken, way, found), self._failed)

    def _taken(self, way: Way, found: Rescue, aside: Path | None) -> None:
        self._rest()
        self.rescued.emit(done_words(way, found, aside))

    def _failed(self, error: KnownError) -> None:
        self._rest()
        self.told.clear()
        self.trouble.setText(str(error))
        self.trouble.show()
        self.again.show()
        self.again.setFocus()

    def _wait(self, words: str) -> None:
        """Show that something goes on, and nothing that could be chosen meanwhile."""
        for card in self.ways.values():
            card.deleteLater()
        self.ways = {}
        self.details.clear()
        for widget in (self.details, self.trouble, self.again):
            widget.hide()
        self.told.setText(words)
        self.progress.show()

    def _rest(self) -> None:
        self.progress.hide()

    def _lay_out(self, title: str) -> None:
        page = QFrame()
        page.setFixedWidth(WIDTH)
        column = QVBoxLayout(page)
        column.setSpacing(2 * STEP)
        head = QLabel(title)
        enlarge(head, 1.6)
        for widget in (head, self.told, self.progress, self.trouble, self.details):
            column.addWidget(widget)
        column.addLayout(self._cards)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(2)


def _sentence() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    return label


def _group(words: str, listed: tuple[Listed, ...]) -> QTreeWidgetItem:
    group = QTreeWidgetItem([f"{words} ({len(listed)})"])
    for each in listed:
        group.addChild(QTreeWidgetItem([f"{each.name} (sửa lúc {each.changed_at.astimezone():%H:%M ngày %d/%m/%Y})"]))
    return group


def _card(title: str, sentence: str) -> QPushButton:
    card = QPushButton()
    card.setObjectName("card")
    card.setAccessibleName(f"{title}. {sentence}")
    words = QLabel(f"<b>{title}</b><br>{sentence}")
    words.setWordWrap(True)
    words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    column = QVBoxLayout(card)
    column.setContentsMargins(2 * STEP, STEP, 2 * STEP, STEP)
    column.addWidget(words)
    return card
