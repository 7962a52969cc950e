"""The second step of a merge: where what stands under the units' headings goes."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bcdesk.report.consolidation.placing import Passages, proposed
from bcdesk.report.consolidation.values import LEFT_OUT, OWN, Proposal
from bcdesk.report.merged import Placement
from bcdesk.report.outline_rows import rows_of
from bcdesk.report.report import Report
from bcdesk.ui.dialogs.dialog import chooser, note
from bcdesk.ui.style.style import STEP
from bcdesk.ui.style.tables import choose_row, dress_table
from bcdesk.vietnamese.numbers import grouped

HEADS = ("Mục trong báo cáo của đơn vị", "Đơn vị", "Sẽ vào", "Ghi chú")
LOOK = "Còn {count} mục cần xem: chọn mục (giữ Shift để chọn nhiều mục), rồi chọn nơi đưa vào."
ALL_CLEAR = "Mục nào cũng đã có chỗ. Lần sau chương trình nhớ những nơi đã chọn."
WAYS = {OWN: "Lập mục riêng", LEFT_OUT: "Không lấy"}
CHECK = "cần xem lại"
NO_TITLE = "(không có tiêu đề)"
_INDENT = "    "
_UNITS, _NOTE = 150, 100


class HeadingsPage(QWidget):
    """A table of headings with where each goes; `changed` when the clerk has decided about some."""

    changed = Signal()

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self._passages: Passages = {}
        self._decided: dict[str, str] = {}
        self._shown: tuple[Proposal, ...] = ()
        self.table, self.target, self.told = _table(), chooser("Đưa vào"), note("")
        self.table.itemSelectionChanged.connect(self._offer)
        self.target.activated.connect(self._take_target)
        self._lay_out()

    @property
    def asks(self) -> bool:
        """Whether there is a heading the clerk should look at."""
        return any(not each.sure for each in self._shown)

    @property
    def placements(self) -> tuple[Placement, ...]:
        """What is decided: by the clerk, or by his going on with what was proposed."""
        proposed_too = {each.heading: each.part for each in self._shown if not each.sure}
        return tuple(Placement(heading, part) for heading, part in {**proposed_too, **self._decided}.items())

    def show_passages(self, passages: Passages) -> None:
        """Show where these go; what was decided before holds."""
        self._passages = passages
        self._propose()
        unsure = (at for at, each in enumerate(self._shown) if not each.sure)
        if self._shown:
            choose_row(self.table, next(unsure, 0))
        self._offer()

    def _propose(self) -> None:
        decided = tuple(Placement(heading, part) for heading, part in self._decided.items())
        every = proposed(self._report, self._passages, decided)
        self._shown = tuple(each for each in every if each.texts or not each.sure or each.heading in self._decided)
        self._fill()

    def _fill(self) -> None:
        names = dict(_targets(self._report))
        self.table.setRowCount(len(self._shown))
        for at, each in enumerate(self._shown):
            words = (
                " › ".join(title or NO_TITLE for title in each.titles),
                _units(each.units),
                names.get(each.part, "").strip() or WAYS.get(each.part, ""),
                "" if each.sure else CHECK,
            )
            for column, text in enumerate(words):
                item = QTableWidgetItem(text)
                item.setToolTip("; ".join(each.units) if column == 1 else text)
                self.table.setItem(at, column, item)
        left = sum(not each.sure for each in self._shown)
        self.told.setText(LOOK.format(count=grouped(left)) if left else ALL_CLEAR)

    def _offer(self) -> None:
        rows = self._rows()
        self.target.clear()
        self.target.setEnabled(bool(rows))
        if not rows:
            return
        for part, words in _targets(self._report):
            self.target.addItem(words, part)
        for part, words in WAYS.items():
            self.target.addItem(words, part)
        self.target.setCurrentIndex(self.target.findData(self._shown[rows[0]].part))

    def _take_target(self, index: int) -> None:
        """Decide for the headings under the bar; those below them may go elsewhere then."""
        part, rows = self.target.itemData(index), self._rows()
        self._decided |= {self._shown[at].heading: part for at in rows}
        self._propose()
        self.changed.emit()

    def _rows(self) -> list[int]:
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        return [at for at in rows if at < len(self._shown)]

    def _lay_out(self) -> None:
        row, column = QHBoxLayout(), QVBoxLayout(self)
        label = QLabel("Đưa vào")
        label.setBuddy(self.target)
        row.addWidget(label)
        row.addWidget(self.target, 1)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        column.addWidget(self.told)


def _targets(report: Report) -> Iterator[tuple[str, str]]:
    """The sections and appendices by id, as they are listed."""
    for depth, section in rows_of(report.sections):
        yield section.id, _INDENT * depth + (section.heading or NO_TITLE)
    for appendix in report.appendices:
        yield appendix.id, f"Phụ lục: {' '.join(appendix.title)}"


def _units(units: tuple[str, ...]) -> str:
    return units[0] if len(units) == 1 else f"{grouped(len(units))} đơn vị"


def _table() -> QTableWidget:
    table = QTableWidget(0, len(HEADS))
    table.setHorizontalHeaderLabels(list(HEADS))
    table.setAccessibleName("Mỗi mục của các đơn vị đưa vào đâu")
    dress_table(table)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    table.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the last of the titles tells most
    header = table.horizontalHeader()
    header.resizeSection(1, _UNITS)
    header.resizeSection(3, _NOTE)
    for column in (0, 2):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
    return table
