"""The strip over the pages: where the report is on its way, the next step as a button, the others in a menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from bcdesk.report.fingerprint import is_as_signed
from bcdesk.report.report import Report, State
from bcdesk.report.signed_copy import SignedCopy
from bcdesk.ui.notices import Step
from bcdesk.ui.states.line import StateLine
from bcdesk.ui.style.icons import icon
from bcdesk.ui.style.style import STEP
from bcdesk.vietnamese.numbers import size_words

KEYS = "Ctrl+Shift+T"
LONGEST_NAME = 40
BESIDE_WORDS = 5 * STEP  # the drawing of the signed copy and what surrounds it
CHANGED = "Nội dung không còn đúng như khi ký."


class StateStrip(QFrame):
    """Shows a state with what can be done in it; a signed copy, and a text that is not as signed, in lines below.

    `copy_asked`: the signed copy is to be shown.
    """

    copy_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = StateLine()
        self.next, self.more, self.copy = (_button() for _ in range(3))
        self.next.setObjectName("step")
        self.copy.setObjectName("quiet")
        self.copy.setIcon(icon("done"))
        self.copy.setIconSize(QSize(2 * STEP, 2 * STEP))
        self.more.setIcon(icon("arrow-down"))
        self.more.setIconSize(QSize(2 * STEP, 2 * STEP))
        self.more.setToolTip(f"Các bước khác ({KEYS})")
        self.more.setAccessibleName("Các bước khác")
        self.warning = QLabel(CHANGED)
        self.warning.setObjectName("wrong")
        self.warning.setWordWrap(True)
        self.menu = QMenu(self)
        self._row, self._steps_row, self._column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        self._steps: Sequence[Step] = ()
        self._first: Step | None = None
        self._shown: tuple[State, str, SignedCopy | None] | None = None
        self.next.clicked.connect(self._take_first)
        self.more.clicked.connect(lambda: self._open(self._steps, self))
        self._lay_out()

    def minimumSizeHint(self) -> QSize:
        """Room for state and button one under the other: the strip turns itself where there is no more."""
        height = super().minimumSizeHint().height()
        beside = self._column.contentsMargins().left() + self._column.contentsMargins().right()
        return QSize(max(self.line.minimumSizeHint().width(), self._steps_row.minimumSize().width()) + beside, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the strip as the new width asks for."""
        super().resizeEvent(event)
        self._turn()

    def shows(self, report: Report) -> bool:
        """Whether that is shown already: typing in a draft changes nothing here."""
        return self._shown == (report.state, report.fingerprint, report.signed_copy)

    def show_report(self, report: Report, first: Step | None, steps: Sequence[Step]) -> None:
        """Show where the report stands: its `first` step as the button, the other `steps` in the menu."""
        self._shown = (report.state, report.fingerprint, report.signed_copy)
        self.line.show_state(report.state)
        self._first, self._steps = first, steps
        self.next.setVisible(first is not None)
        self.next.setText(first.words if first else "")
        self.more.setVisible(bool(steps))
        self.copy.setVisible(report.signed_copy is not None)
        if report.signed_copy is not None:
            self.copy.setAccessibleName(copy_words(report.signed_copy))
            self.copy.setToolTip("Mở bản đã ký để xem")
        self.warning.setVisible(not is_as_signed(report))
        self._turn()

    def _turn(self) -> None:
        """Put the buttons beside the state, or under it where there is no room."""
        room = self.width() - self._column.contentsMargins().left() - self._column.contentsMargins().right()
        needed = self.line.minimumSizeHint().width() + STEP + self._steps_row.minimumSize().width()
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if needed > room else way.LeftToRight)
        words = self.copy.fontMetrics().elidedText(
            self.copy.accessibleName(), Qt.TextElideMode.ElideMiddle, room - BESIDE_WORDS
        )
        self.copy.setText(words.replace("&", "&&"))

    def open_menu(self, over: QWidget) -> None:
        """Let a step be chosen by keyboard, also where the strip itself cannot be seen."""
        steps = (*((self._first,) if self._first else ()), *self._steps)
        self._open(steps, self if self.isVisible() else over)

    def _open(self, steps: Sequence[Step], over: QWidget) -> None:
        """Open the menu at the right, under the strip or in the corner of what stands in its place."""
        self.menu.clear()
        for step in steps:
            self.menu.addAction(step.words, step.act)
        self.menu.setActiveAction(self.menu.actions()[0])
        down = self.height() if over is self else 0
        self.menu.popup(over.mapToGlobal(QPoint(over.width() - self.menu.sizeHint().width(), down)))

    def _take_first(self) -> None:
        if self._first is not None:
            self._first.act()

    def _lay_out(self) -> None:
        row, column = self._row, self._column
        row.setSpacing(STEP // 2)
        row.addWidget(self.line, 1)
        row.addLayout(self._steps_row)
        self._steps_row.setSpacing(STEP // 2)
        self._steps_row.addWidget(self.next)
        self._steps_row.addWidget(self.more)
        self._steps_row.addStretch()
        column.setContentsMargins(STEP + STEP // 2, STEP // 4, STEP, STEP // 4)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.warning)
        self.copy.clicked.connect(self.copy_asked)


def copy_words(copy: SignedCopy) -> str:
    """A signed copy by name and size: `Bản đã ký: 12-BC-UBND.pdf (1,2 MB)`; a long name without its middle."""
    name = copy.name if len(copy.name) <= LONGEST_NAME else f"{copy.name[: LONGEST_NAME // 2]}…{copy.name[-12:]}"
    return f"Bản đã ký: {name} ({size_words(copy.size)})"


def _button() -> QToolButton:
    button = QToolButton()
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the caret where one writes
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button
