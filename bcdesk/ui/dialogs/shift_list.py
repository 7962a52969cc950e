"""Every expression of time with what becomes of it in the next report, in groups, to be ticked."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from bcdesk.report.rollover import Shift
from bcdesk.report.timereading import Treatment
from bcdesk.ui.style.style import STEP
from bcdesk.vietnamese.numbers import grouped

HEADS = ("Đang là", "Sẽ thành", "Trong câu")
OLD, NEW, SENTENCE = range(len(HEADS))
GROUPS = {
    Treatment.SHIFT: "Đổi theo kỳ",
    Treatment.ASK: "Cần xem lại, đánh dấu chỗ cần đổi",
    Treatment.RESET: "Để trống",
    Treatment.KEEP: "Giữ nguyên",
}
FOLDED = frozenset({Treatment.KEEP})
LEFT, BLANK = "giữ nguyên", "để trống"
_BEFORE, _SHOWN, _LETTERS, _WIDEST = 24, 120, 18, 0.4  # a column at least so many letters, at most that share
_CHECKABLE, _TRISTATE = Qt.ItemFlag.ItemIsUserCheckable, Qt.ItemFlag.ItemIsAutoTristate


class ShiftList(QTreeWidget):
    """The shifts under the words of their class; what can be done has a box, and Space ticks it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shifts: tuple[Shift, ...] = ()
        self._rows: dict[Shift, QTreeWidgetItem] = {}
        self.setHeaderLabels(list(HEADS))
        self.setAccessibleName("Những chỗ đổi theo kỳ")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.header()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(SENTENCE, QHeaderView.ResizeMode.Stretch)
        self._fit()

    @property
    def chosen(self) -> tuple[Shift, ...]:
        """What is ticked, and what is done in any case, in reading order."""
        return tuple(shift for shift in self._shifts if _is_chosen(shift, self._rows[shift]))

    def show_shifts(self, shifts: Iterable[Shift]) -> None:
        """Show these, ticked as they propose."""
        self.clear()
        self._shifts, self._rows = tuple(shifts), {}
        for treatment in GROUPS:
            if found := [shift for shift in self._shifts if shift.treatment is treatment]:
                self._add_group(treatment, found)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Keep room for the words in another letter."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the first two columns the room of their words, and leave a fifth of it to the sentence."""
        least = _LETTERS * self.fontMetrics().averageCharWidth()
        for column in (OLD, NEW):
            needed = max(least, self.sizeHintForColumn(column) + STEP)
            self.header().resizeSection(column, min(needed, round(_WIDEST * self.viewport().width())))

    def _add_group(self, treatment: Treatment, shifts: list[Shift]) -> None:
        head = _item([f"{GROUPS[treatment]} ({grouped(len(shifts))})"])
        if any(shift.possible for shift in shifts):
            head.setFlags(head.flags() | _CHECKABLE | _TRISTATE)
        font = self.font()
        font.setBold(True)
        head.setFont(OLD, font)
        self.addTopLevelItem(head)
        head.setFirstColumnSpanned(True)
        for shift in shifts:
            row = self._rows[shift] = self._row(shift)
            head.addChild(row)
        head.setExpanded(treatment not in FOLDED)

    def _row(self, shift: Shift) -> QTreeWidgetItem:
        row = _item([shift.old, _becomes(shift), sentence(shift)])
        row.setFlags((row.flags() | _CHECKABLE) if shift.possible else (row.flags() & ~_CHECKABLE))
        if shift.possible:
            row.setCheckState(OLD, Qt.CheckState.Checked if shift.ticked else Qt.CheckState.Unchecked)
        for column in range(len(HEADS)):
            row.setToolTip(column, shift.line)
        return row


def sentence(shift: Shift) -> str:
    """The expression among its neighbours, on one line."""
    start = max(shift.at - _BEFORE, 0)
    start = shift.line.find(" ", start, shift.at) + 1 if start else 0
    words = shift.line[start : shift.at + _SHOWN].replace("\n", " ")
    return f"{'…' if start else ''}{words}{'…' if shift.at + _SHOWN < len(shift.line) else ''}"


def _item(words: list[str]) -> QTreeWidgetItem:
    item = QTreeWidgetItem(words)
    item.setSizeHint(SENTENCE, QSize(0, 3 * STEP))
    return item


def _becomes(shift: Shift) -> str:
    return shift.new or (BLANK if shift.treatment is Treatment.RESET else LEFT)


def _is_chosen(shift: Shift, row: QTreeWidgetItem) -> bool:
    return row.checkState(OLD) is Qt.CheckState.Checked if shift.possible else shift.ticked
