"""The status line: how long the report is, and whether it is saved."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QToolButton, QWidget

from bcdesk.session.save_states import Changed, Failed, Saved, SaveState, Saving
from bcdesk.ui.style.style import STEP
from bcdesk.vietnamese.numbers import grouped

PATIENCE_SECONDS = 3
PROGRESS_AFTER_MS = 500


class StatusLine(QStatusBar):
    """Words, pages and the state of saving at the right; at the left what is to be looked at, and what is worked on."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._state: SaveState | None = None
        self._saved, self._words, self._pages, self._work = QLabel(), QLabel(), QLabel(), QLabel()
        self._bar = QProgressBar(maximum=0, textVisible=False)
        self._bar.setFixedSize(12 * STEP, STEP)
        self.setSizeGripEnabled(False)
        self.findings = QToolButton()
        self.findings.setObjectName("quiet")
        self.findings.setToolTip("Xem các chỗ cần sửa hoặc xem lại (F7)")
        self.findings.hide()
        self.addWidget(self.findings)
        for label in (self._work, self._bar):
            self.addWidget(label)
            label.hide()
        for label in (self._saved, self._words, self._pages):
            label.setContentsMargins(STEP, 0, STEP, 0)
            self.addPermanentWidget(label)
        self._late = QTimer(self, singleShot=True, interval=PROGRESS_AFTER_MS)
        self._late.timeout.connect(self._show_work)
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._say)

    @property
    def words(self) -> str:
        """All that is said at the right."""
        return " · ".join(label.text() for label in (self._saved, self._words, self._pages) if label.text())

    def show_length(self, words: int, pages: int, measured_with: str = "") -> None:
        """Say how many words and pages there are, and in the tip of the pages what they are measured with."""
        self._words.setText(f"{grouped(words)} chữ")
        self._pages.setText(f"{grouped(pages)} trang")
        self._pages.setToolTip(measured_with)

    def show_state(self, state: SaveState | None) -> None:
        """Say how it stands with saving."""
        self._state = state
        waits = isinstance(state, Changed | Saving)
        self._tick.start() if waits else self._tick.stop()
        self._say()

    def show_findings(self, words: str) -> None:
        """Say how much there is to look at; a click on it shows it."""
        self.findings.setText(f"{words} ▸")
        self.findings.setAccessibleName(words)
        self.findings.show()

    def begin(self, words: str) -> None:
        """Something is being worked on; it is shown when it takes longer than half a second."""
        self._work.setText(words)
        self._late.start()

    def end(self) -> None:
        """It is done."""
        self._late.stop()
        self._work.hide()
        self._bar.hide()

    def clear_report(self) -> None:
        """Say nothing of any report."""
        self.show_state(None)
        self.findings.hide()
        self._words.clear()
        self._pages.clear()

    def _show_work(self) -> None:
        self._work.show()
        self._bar.show()

    def _say(self) -> None:
        self._saved.setText(save_words(self._state, self._clock()))


def save_words(state: SaveState | None, now: float) -> str:
    """The state of saving in words; from three seconds on the seconds are counted."""
    match state:
        case Changed(since) | Saving(since):
            seconds = int(now - since)
            return f"Đang lưu… {seconds} giây" if seconds >= PATIENCE_SECONDS else "Đang lưu…"
        case Saved(at):
            return f"Đã lưu {at.astimezone():%H:%M:%S}"
        case Failed():
            return "Chưa lưu được"
    return ""
