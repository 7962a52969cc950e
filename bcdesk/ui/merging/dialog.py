"""Tổng hợp báo cáo của các đơn vị: who has sent, where their headings go, what changes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QWidget

from bcdesk.intake.collecting import Collection
from bcdesk.intake.standing import received
from bcdesk.report.compare import PartChange
from bcdesk.report.consolidation.offering import with_offers
from bcdesk.report.consolidation.placing import Passages
from bcdesk.report.consolidation.values import Consolidation, Received
from bcdesk.report.report import Report
from bcdesk.ui.dialogs.dialog import Dialog
from bcdesk.ui.merging.changes_page import ChangesPage
from bcdesk.ui.merging.headings_page import HeadingsPage
from bcdesk.ui.merging.units_page import EMPTY, UnitsPage
from bcdesk.ui.style.style import STEP

UNITS, HEADINGS, CHANGES = range(3)
MERGE, ON = "Tổng hợp", "Tiếp tục"
READING = "Đang đọc tệp {done}/{all}…"


class MergeDialog(Dialog):
    """Asks step by step; what takes long it asks for with its signals, and `accepted` means to merge."""

    folder_asked = Signal()
    units_asked = Signal()
    headings_asked = Signal(object)
    changes_asked = Signal(object, object)
    stopped = Signal()

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        super().__init__("Tổng hợp báo cáo của các đơn vị", ON, parent)
        self.units, self.headings, self.changes = UnitsPage(report), HeadingsPage(report), ChangesPage()
        self.back = self.add_verb("Quay lại", self._go_back, first=True)
        self.told, self.stop = QLabel(), QPushButton("Dừng")
        self.told.setWordWrap(True)
        self.stop.setAutoDefault(False)
        self.consolidation: Consolidation | None = None
        self._pages = QStackedWidget()
        self._busy = False
        self._lay_out()
        self._connect()
        self._judge()
        self.finish(960, 560, self.units.choose)

    @property
    def step(self) -> int:
        """Which step is shown."""
        return self._pages.currentIndex()

    @property
    def received(self) -> tuple[Received, ...]:
        """The reports that are to be merged."""
        return received(self.units.lines)

    @property
    def merged(self) -> Report | None:
        """The report as it is to be, with the new numbers in what the editor had changed where he wants them."""
        made = self.consolidation
        offers = made.offers if made and self.changes.offers.isChecked() else ()
        return with_offers(made.report, offers) if made else None

    def begin(self, words: str) -> None:
        """Work goes on, and nothing more is asked for meanwhile."""
        self._busy = True
        self._tell(words)
        self._judge()

    def show_progress(self, done: int, every: int) -> None:
        """So many files are read."""
        if self._busy:
            self._tell(READING.format(done=done, all=every))

    def fail(self, words: str) -> None:
        """It could not be done."""
        self._end()
        self._tell(words, wrong=True)

    def show_collection(self, folder: Path, collection: Collection) -> None:
        """Show what lies in a folder."""
        self._end()
        self.units.show_folder(folder)
        self.units.show_collection(collection)
        if not collection.arrivals:
            self._tell(EMPTY)
        self.units.table.setFocus()

    def show_headings(self, passages: Passages) -> None:
        """Ask where headings go; where none needs asking, go on."""
        self._end()
        self.headings.show_passages(passages)
        if self.headings.asks:
            self._turn(HEADINGS)
            self.headings.table.setFocus()
        else:
            self._ask_changes()

    def show_consolidation(self, made: Consolidation, changes: tuple[PartChange, ...]) -> None:
        """Show what the merge changes, and the parts in which it does."""
        self._end()
        self.consolidation = made
        self.changes.show_consolidation(made, changes)
        self._turn(CHANGES)
        self.act.setFocus()

    def accept(self) -> None:
        """Go on to the next step; at the last one, merge."""
        if self.step == UNITS:
            self.headings_asked.emit(self.received)
        elif self.step == HEADINGS:
            self._ask_changes()
        else:
            super().accept()

    def _ask_changes(self) -> None:
        self.changes_asked.emit(self.received, self.headings.placements)

    def _go_back(self) -> None:
        self._turn(HEADINGS if self.step == CHANGES and self.headings.asks else UNITS)

    def _turn(self, step: int) -> None:
        self._pages.setCurrentIndex(step)
        self._tell("")
        self._judge()

    def _end(self) -> None:
        self._busy = False
        self._tell("")
        self._judge()

    def _on_stop(self) -> None:
        self._end()
        self.stopped.emit()

    def _tell(self, words: str, *, wrong: bool = False) -> None:
        self.told.setObjectName("wrong" if wrong else "muted")
        self.told.style().polish(self.told)
        self.told.setText(words)

    def _judge(self) -> None:
        """Say on the button what it does, and whether it can be done."""
        at_end = self.step == CHANGES
        self.act.setText(MERGE if at_end else ON)
        self.act.setEnabled(not self._busy and (self._differs if at_end else bool(self.received)))
        self.back.setVisible(self.step != UNITS)
        self.back.setEnabled(not self._busy)
        self._pages.setEnabled(not self._busy)
        self.stop.setVisible(self._busy)

    @property
    def _differs(self) -> bool:
        """Whether the merge changes anything."""
        return self.consolidation is not None and self.consolidation.report is not self.units.report

    def _connect(self) -> None:
        self.units.changed.connect(self._judge)
        self.units.told.connect(self._tell)
        self.units.folder_asked.connect(self.folder_asked)
        self.units.units_asked.connect(self.units_asked)
        self.stop.clicked.connect(self._on_stop)

    def _lay_out(self) -> None:
        for page in (self.units, self.headings, self.changes):
            self._pages.addWidget(page)
        row = QHBoxLayout()
        row.setSpacing(STEP)
        row.addWidget(self.told, 1)
        row.addWidget(self.stop)
        self.body.addWidget(self._pages, 1)
        self.body.addLayout(row)
