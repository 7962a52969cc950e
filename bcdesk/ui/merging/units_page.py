"""The first step of a merge: which unit has sent what, and which files are taken."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bcdesk.intake.collecting import Collection
from bcdesk.intake.senders import own_name, sender_key
from bcdesk.intake.standing import Line, Standing, missing, standing
from bcdesk.report.report import Report
from bcdesk.ui.dialogs.dialog import chooser, note
from bcdesk.ui.style.style import STEP
from bcdesk.ui.style.tables import dress_table
from bcdesk.vietnamese.dates import time_words
from bcdesk.vietnamese.numbers import grouped

HEADS = ("Đơn vị", "Trạng thái", "Tệp", "Lưu lúc")
CHOOSE = "Chọn thư mục có báo cáo của các đơn vị (tệp Word, tệp .bcdesk, tệp chữ)."
EMPTY = "Thư mục này không có báo cáo nào. Chọn thư mục khác."
HAD = "Đã có {had}/{all} đơn vị."
LACKING = " Chưa gửi: {units}."
COPIED = "Đã chép danh sách {count} đơn vị chưa gửi."
ASKED = "Còn {count} tệp chưa rõ của đơn vị nào: chọn tệp, rồi chọn đơn vị ở dưới bảng."
NEW = "Đơn vị mới: {unit}"
WHOSE = "Chọn đơn vị…"
_WIDTHS = (230, 190, 160, 140)


class UnitsPage(QWidget):
    """Shows how things stand; `changed` where the clerk has said something about a file."""

    changed = Signal()
    folder_asked = Signal()
    units_asked = Signal()
    told = Signal(str)

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report = report
        self.collection = Collection((), ())
        self.lines: tuple[Line, ...] = ()
        self.answers: dict[str, str] = {}
        self.folder, self.summary, self.remark = note(CHOOSE), QLabel(), note("")
        self.summary.setWordWrap(True)
        self.choose = _button("Chọn thư mục…", self.folder_asked)
        self.copy = _button("Chép danh sách đơn vị chưa gửi")
        self.copy.clicked.connect(self._copy)
        self.edit = _button("Danh sách đơn vị…", self.units_asked)
        self.table = _table()
        self.unit = chooser("Tệp này của đơn vị")
        self.unit.setPlaceholderText(WHOSE)
        self.table.itemSelectionChanged.connect(self._offer)
        self.table.itemChanged.connect(self._take_tick)
        self.table.installEventFilter(self)
        self.unit.activated.connect(self._take_unit)
        self._lay_out()
        self._show()

    def show_folder(self, folder: Path) -> None:
        """The folder that is read."""
        self.folder.setText(str(folder))
        self.folder.setToolTip(str(folder))

    def show_collection(self, collection: Collection) -> None:
        """Show what came; the bar stands at the first file that is to be asked about."""
        self.collection = collection
        self._show()
        asked = (at for at, line in enumerate(self.lines) if line.standing is Standing.UNKNOWN)
        if self.lines:
            self._stand_at(next(asked, 0))
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space ticks the file under the bar, whichever of its cells has the keyboard."""
        if watched is self.table and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space:
            if event.type() is QEvent.Type.KeyPress:
                self._turn_tick()
            return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        """Bring table and sentences in line with the collection; the bar stays where it was."""
        row = self.table.currentRow()
        self.lines = standing(self.collection, self.report)
        blocker = QSignalBlocker(self.table)
        self.table.setRowCount(len(self.lines))
        for at, line in enumerate(self.lines):
            self._show_line(at, line)
        blocker.unblock()
        self._sum_up()
        if 0 <= row < len(self.lines):
            self.table.selectRow(row)
        self._offer()

    def _show_line(self, at: int, line: Line) -> None:
        file, saved = (line.arrival.file, time_words(line.arrival.modified)) if line.arrival else ("", "")
        for column, words in enumerate((line.unit, line.words, file, saved)):
            item = QTableWidgetItem(words)
            item.setToolTip(words)
            if column == 0 and _can_be_ticked(line):
                item.setCheckState(Qt.CheckState.Checked if line.taken else Qt.CheckState.Unchecked)
            self.table.setItem(at, column, item)

    def _sum_up(self) -> None:
        units, lacking = self.collection.units, missing(self.lines)
        asked = sum(line.standing is Standing.UNKNOWN for line in self.lines)
        words = HAD.format(had=grouped(len(units) - len(lacking)), all=grouped(len(units))) if units else ""
        words += LACKING.format(units="; ".join(lacking)) if lacking else ""
        self.summary.setText(words)
        self.remark.setText(ASKED.format(count=grouped(asked)) if asked else "")
        self.copy.setEnabled(bool(lacking))

    def _offer(self) -> None:
        """Offer the units the file under the bar may be from, and say what there is to say of it."""
        line = self._line
        arrival = line.arrival if line else None
        self.unit.clear()
        self.unit.setEnabled(arrival is not None and arrival.report is not None)
        if line is None or arrival is None or arrival.report is None:
            self._say(line)
            return
        for unit in self.collection.units:
            self.unit.addItem(unit, unit)
        own = own_name(arrival.report, arrival.file)
        if own not in self.collection.units:
            self.unit.addItem(NEW.format(unit=own), own)
        self.unit.setCurrentIndex(self.unit.findData(arrival.sender.unit) if arrival.sender.unit else -1)
        self._say(line)

    def _say(self, line: Line | None) -> None:
        """The whole sentence of a file that cannot be read does not fit its cell."""
        if line is not None and line.standing is Standing.UNREADABLE:
            self.told.emit(line.remark)
        else:
            self.told.emit("")

    def _take_unit(self, index: int) -> None:
        line, unit = self._line, self.unit.itemData(index)
        if line is None or line.arrival is None or line.arrival.report is None:
            return
        arrival = line.arrival
        if key := sender_key(line.arrival.report, arrival.file):
            self.answers[key] = unit
        self._become(self.collection.from_unit(arrival.file, unit), arrival.file)

    def _take_tick(self, item: QTableWidgetItem) -> None:
        line = self.lines[item.row()]
        if item.column() == 0 and line.arrival is not None and _can_be_ticked(line):
            wanted = item.checkState() is Qt.CheckState.Checked
            self._become(self.collection.taking(line.arrival.file, wanted=wanted), line.arrival.file)

    def _turn_tick(self) -> None:
        line = self._line
        if line is not None and line.arrival is not None and _can_be_ticked(line):
            self._become(self.collection.taking(line.arrival.file, wanted=not line.taken), line.arrival.file)

    def _become(self, collection: Collection, file: str) -> None:
        """Show the collection as the clerk has changed it, the bar at the file he spoke of."""
        self.collection = collection
        self._show()
        files = [line.arrival.file if line.arrival else "" for line in self.lines]
        self._stand_at(files.index(file))
        self.changed.emit()

    def _stand_at(self, row: int) -> None:
        self.table.selectRow(row)
        self.table.scrollTo(self.table.model().index(row, 0))

    @property
    def _line(self) -> Line | None:
        rows = self.table.selectionModel().selectedRows()
        return self.lines[rows[0].row()] if rows and rows[0].row() < len(self.lines) else None

    def _copy(self) -> None:
        lacking = missing(self.lines)
        QGuiApplication.clipboard().setText("\n".join(lacking))
        self.told.emit(COPIED.format(count=grouped(len(lacking))))

    def _lay_out(self) -> None:
        above, below, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        above.addWidget(self.folder, 1)
        above.addWidget(self.edit)
        above.addWidget(self.choose)
        label = QLabel("Tệp này của đơn vị")
        label.setBuddy(self.unit)
        below.addWidget(label)
        below.addWidget(self.unit, 1)
        below.addWidget(self.copy)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addLayout(above)
        column.addWidget(self.table, 1)
        column.addLayout(below)
        column.addWidget(self.summary)
        column.addWidget(self.remark)


def _can_be_ticked(line: Line) -> bool:
    never = {Standing.UNKNOWN, Standing.UNREADABLE, Standing.SAME}
    return line.arrival is not None and line.standing not in never


def _button(words: str, asked: object = None) -> QPushButton:
    button = QPushButton(words)
    button.setAutoDefault(False)
    if asked is not None:
        button.clicked.connect(asked)
    return button


def _table() -> QTableWidget:
    table = QTableWidget(0, len(HEADS))
    table.setHorizontalHeaderLabels(list(HEADS))
    table.setAccessibleName("Các đơn vị và báo cáo đã gửi")
    dress_table(table, stretched=2)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    for column, width in enumerate(_WIDTHS):
        table.setColumnWidth(column, width)
    return table
