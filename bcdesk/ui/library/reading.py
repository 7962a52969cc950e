"""Another report read beside the one in work: its pages, words found in it, a paragraph chosen to be taken."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from bcdesk.press.paper import Paper
from bcdesk.report.borrowing import block_at
from bcdesk.report.kept import with_period
from bcdesk.report.matching import Options
from bcdesk.report.period import period_words
from bcdesk.report.report import Block, Place, Report
from bcdesk.report.search import hits, texts
from bcdesk.ui.actions import keys_words
from bcdesk.ui.preview.preview import Preview
from bcdesk.ui.style.icons import icon
from bcdesk.ui.style.style import STEP

INSERT = "Chèn đoạn này"
INSERT_TIP = "Chèn đoạn đang chọn vào chỗ con trỏ của báo cáo đang soạn (Alt+Insert)"
BACK = "Kết quả tìm"
STEPS = (("Đoạn trước", "arrow-up", -1, "Alt+Up"), ("Đoạn sau", "arrow-down", 1, "Alt+Down"))


class Reading(QWidget):
    """Shows one report; `taken` gives the block that is to be inserted, `left` that the results are wanted again."""

    taken = Signal(object)
    left = Signal()

    def __init__(self, make_paper: Callable[[Report], Paper], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make_paper = make_paper
        self._report: Report | None = None
        self._places: tuple[Place, ...] = ()
        self._chosen: Place | None = None
        self.preview = Preview()
        self.title, self.count = QLabel(), QLabel()
        self.title.setWordWrap(True)
        self.count.setObjectName("muted")
        self.wanted = QLineEdit()
        self.wanted.setPlaceholderText("Tìm trong báo cáo này")
        self.wanted.setAccessibleName("Tìm trong báo cáo mở bên cạnh")
        self.wanted.setClearButtonEnabled(True)
        self.insert = QPushButton(INSERT)
        self.insert.setToolTip(INSERT_TIP)
        self.insert.setShortcut(QKeySequence("Alt+Insert"))
        self.preview.clicked.connect(self.choose)
        self.wanted.textChanged.connect(lambda _: self._go(0))
        self.wanted.returnPressed.connect(partial(self._go, 1))
        self.insert.clicked.connect(self._take)
        self._lay_out()
        for keys, act in (("Alt+Left", self.left.emit), *((keys, partial(self.step, by)) for _, _, by, keys in STEPS)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def show_report(self, report: Report, line: str) -> None:
        """Show a report with the paragraph chosen that has this line in it, else its first."""
        self._report = report
        self._places = tuple(place for place, _ in texts(report) if block_at(report, place) is not None)
        self.title.setText(with_period(report.title, period_words(report.period)))
        self.wanted.clear()
        self.preview.show_pages(self._make_paper(report).pages)
        self.choose(_holding(report, line) or next(iter(self._places), None))

    def choose(self, place: Place | None) -> None:
        """Choose the paragraph at a place of that report."""
        self._chosen = Place(place.part, place.block) if place else None
        self.preview.mark(self._chosen, ensure=True)
        self.insert.setEnabled(self._block is not None)

    def step(self, by: int) -> None:
        """Choose the paragraph before or behind."""
        if self._places:
            at = self._places.index(self._chosen) + by if self._chosen in self._places else 0
            self.choose(self._places[min(max(at, 0), len(self._places) - 1)])

    @property
    def _block(self) -> Block | None:
        return block_at(self._report, self._chosen) if self._report and self._chosen else None

    def _take(self) -> None:
        if (block := self._block) is not None:
            self.taken.emit(block)

    def _go(self, step: int) -> None:
        """Choose where the typed words stand next, round from the end to the start."""
        wanted = self.wanted.text().strip()
        found = hits(self._report, wanted, Options(marks=False)) if self._report and wanted else ()
        places = list(dict.fromkeys(Place(hit.place.part, hit.place.block) for hit in found))
        if not places:
            self.count.setText("Không tìm thấy" if wanted else "")
            return
        at = (places.index(self._chosen) + step) % len(places) if self._chosen in places else 0
        self.choose(places[at])
        self.count.setText(f"Đoạn {at + 1} trong {len(places)}")

    def _lay_out(self) -> None:
        back = QToolButton()
        back.setIcon(icon("arrow-left"))
        back.setToolTip(f"{BACK} ({keys_words(('Alt+Left',))})")
        back.setAccessibleName(BACK)
        back.clicked.connect(self.left)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1)
        foot.addWidget(self.wanted, 1)
        foot.addWidget(self.count)
        for words, drawing, by, keys in STEPS:
            foot.addWidget(self._arrow(words, drawing, by, keys))
        foot.addWidget(self.insert)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, STEP, 0, 0)
        for row in (head, foot):
            row.setContentsMargins(STEP, 0, STEP, STEP)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.preview, 1)
        column.addSpacing(STEP)
        column.addLayout(foot)

    def _arrow(self, words: str, drawing: str, by: int, keys: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(drawing))
        button.setToolTip(f"{words} ({keys_words((keys,))})")
        button.setAccessibleName(words)
        button.clicked.connect(partial(self.step, by))
        return button


def _holding(report: Report, line: str) -> Place | None:
    """Where a line stands that was found, cut as it may be."""
    core = line.strip("… ")
    held = (place for place, lines in texts(report) if core and core in " ".join(lines))
    return next(held, None)
