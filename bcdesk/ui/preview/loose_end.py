"""The line under the pages that tells of a last page with next to nothing on it, and what can be done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from bcdesk.ui.style.style import STEP
from bcdesk.vietnamese.numbers import grouped

if TYPE_CHECKING:
    from bcdesk.press.paper import Paper
    from bcdesk.press.remedies import LooseEnd, Remedy

ASK = "Cách rút gọn…"
ASK_TIP = "Xem các cách rút gọn mà Nghị định 30 cho phép, và số trang sau khi rút gọn"
NOTHING = "{end}; không có cách rút gọn nào trong phạm vi Nghị định 30. Hãy bớt chữ hoặc để như vậy."


class LooseEndLine(QFrame):
    """Hidden while the last page is well filled; `chosen` gives the remedy the clerk takes from the menu."""

    chosen = Signal(object)

    def __init__(self, find_remedies: Callable[[], tuple[Remedy, ...]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find_remedies = find_remedies
        self.sentence = QLabel()
        self.sentence.setObjectName("muted")
        self.sentence.setWordWrap(True)
        self.menu = QMenu(self)
        self.ask = QToolButton()
        self.ask.setObjectName("quiet")
        self.ask.setText(ASK)
        self.ask.setToolTip(ASK_TIP)
        self.ask.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.ask.clicked.connect(self._offer)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * STEP, STEP // 2, STEP, 0)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.ask)
        self.hide()

    def show_paper(self, paper: Paper) -> None:
        """Tell of the last page of this paper, if there is something to tell."""
        from bcdesk.press.remedies import loose_end

        end = loose_end(paper)
        if end is not None:
            self.sentence.setText(f"{end_words(end)}.")
        self.ask.setVisible(end is not None)
        self.setVisible(end is not None)

    def _offer(self) -> None:
        """Open the menu of remedies; where there is none, say so."""
        found = self._find_remedies()
        if not found:
            self._give_up()
            return
        self.menu.clear()
        for remedy in found:
            self.menu.addAction(remedy_words(remedy), partial(self.chosen.emit, remedy))
        size = self.menu.sizeHint()
        self.menu.popup(self.ask.mapToGlobal(QPoint(self.ask.width() - size.width(), -size.height())))

    def _give_up(self) -> None:
        self.sentence.setText(NOTHING.format(end=self.sentence.text().rstrip(".")))
        self.ask.hide()


def end_words(end: LooseEnd) -> str:
    """What stands on the page: `Trang 3 chỉ có 2 dòng và phần ký`."""
    lines = (f"{end.lines} dòng",) if end.lines else ()
    there = " và ".join((*lines, "phần ký") if end.signature else lines)
    return f"Trang {end.page} chỉ có {there}" if there else f"Trang {end.page} để trống"


def remedy_words(remedy: Remedy) -> str:
    """What it does, and in a column of its own how many pages there are then."""
    return f"{remedy.edit.words}\tcòn {grouped(remedy.pages)} trang"
