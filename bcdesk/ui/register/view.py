"""The outgoing register in the window: the lines of a book, and what was written under each number."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QMenu,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from bcdesk.report.register import COLUMNS, Book, Entry, cells, corrections, gaps
from bcdesk.ui.dialogs.dialog import Dialog, headed
from bcdesk.ui.style.tables import dress_table
from bcdesk.vietnamese.numbers import grouped, padded

HEADS = (
    *("Số, ký hiệu", "Ngày tháng", "Tên loại và trích yếu", "Người ký", "Nơi nhận", "Nhận bản lưu"),
    *("Số bản", "Ngày chuyển", "Ký nhận", "Ghi chú"),
)
WIDTHS = (96, 100, 248, 110, 130, 112, 72, 112, 80, 84)
TRACE_HEIGHT = 96
MOST_GAPS = 12
EMPTY = (
    "Sổ ghi mọi văn bản cơ quan phát hành: mỗi văn bản một số, lần lượt từ 01 mỗi năm. Chưa có số nào; "
    "phát hành một báo cáo, hoặc vào sổ một văn bản khác."
)
GAPS = "Số bỏ trống: {numbers}."


class RegisterDialog(Dialog):
    """A book at a time; says with its signals what the clerk wants done with it."""

    book_chosen = Signal(object)
    line_chosen = Signal(object)
    add_asked = Signal()
    reserve_asked = Signal()
    correct_asked = Signal(object)
    setup_asked = Signal()
    printed = Signal()
    export_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Sổ đăng ký văn bản đi", "In…", parent, leave="Đóng")
        self.books = QComboBox()
        self.books.setAccessibleName("Sổ, năm")
        self.table, self.trace = _table(), QListWidget()
        self.trace.setAccessibleName("Đã ghi dưới số này")
        self.told = QLabel()
        self.told.setWordWrap(True)
        self._entries: tuple[Entry, ...] = ()
        self.correct = self.add_verb("Sửa dòng…", self._correct, first=True)
        self.reserve = self.add_verb("Giữ số…", self.reserve_asked.emit, first=True)
        self.add = self.add_verb("Vào sổ văn bản khác…", self.add_asked.emit, first=True)
        self.export = self._export_button()
        self.setup = QPushButton("Thiết lập…")
        self.setup.setAutoDefault(False)
        self._lay_out()
        self._connect()
        self.finish(1180, 600, self.table)
        self.act.setDefault(False)  # Enter in the list opens the line
        self.leave.setDefault(True)

    @property
    def entry(self) -> Entry | None:
        """The line under the bar."""
        row = self.table.currentRow()
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def accept(self) -> None:
        """Print; the register stays open."""
        self.printed.emit()

    def show_books(self, books: tuple[Book, ...], book: Book) -> None:
        """Offer these books, and stand at one."""
        self.books.clear()
        for each in books:
            self.books.addItem(each.words, each)
        self.books.setCurrentIndex(books.index(book))

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show these lines, the bar on the one it was on, else on the last."""
        before = self.entry
        self._entries = entries
        self.table.setRowCount(0)
        self.table.setRowCount(len(entries))
        for row, entry in enumerate(entries):
            for column, words in enumerate(cells(entry.line)):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.table.setItem(row, column, item)
        rows = [row for row, entry in enumerate(entries) if before and entry.line.number == before.line.number]
        self.table.setCurrentCell(rows[0] if rows else len(entries) - 1, 0)
        self._count()
        self._look()

    def show_number(self, number: int) -> None:
        """Put the bar on that number."""
        rows = [row for row, entry in enumerate(self._entries) if entry.line.number == number]
        self.table.setCurrentCell(rows[0], 0)

    def show_trace(self, entries: tuple[Entry, ...]) -> None:
        """Show what was written under the number, the last first."""
        self.trace.clear()
        self.trace.addItems(trace_words(entries))

    def say(self, words: str, *, wrong: bool = False) -> None:
        """Tell what was done, or what could not be."""
        self.told.setObjectName("wrong" if wrong else "muted")
        self.told.style().polish(self.told)
        self.told.setText(words)

    def _count(self) -> None:
        missing = gaps(entry.line for entry in self._entries)
        shown = ", ".join(map(padded, missing[:MOST_GAPS])) + (" …" if len(missing) > MOST_GAPS else "")
        words = f"{grouped(len(self._entries))} số." if self._entries else EMPTY
        self.say(f"{words} {GAPS.format(numbers=shown)}" if missing else words)

    def _look(self) -> None:
        self.correct.setEnabled(self.entry is not None)
        self.trace.clear()
        if self.entry is not None:
            self.line_chosen.emit(self.entry)

    def _correct(self) -> None:
        if self.entry is not None:
            self.correct_asked.emit(self.entry)

    def _export_button(self) -> QPushButton:
        menu = QMenu(self)
        for words, ending in (("PDF…", ".pdf"), ("Word…", ".docx"), ("Bảng tính (CSV)…", ".csv")):
            menu.addAction(words, partial(self.export_asked.emit, ending))
        button = self.add_verb("Xuất", lambda: None)
        button.setMenu(menu)
        return button

    def _connect(self) -> None:
        self.books.activated.connect(lambda _: self.book_chosen.emit(self.books.currentData()))
        self.table.currentCellChanged.connect(lambda *_: self._look())
        self.table.itemActivated.connect(lambda _: self._correct())
        self.setup.clicked.connect(self.setup_asked)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.books)
        row.addStretch()
        row.addWidget(self.setup)
        self.trace.setFixedHeight(TRACE_HEIGHT)
        self.body.addLayout(row)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.told)
        self.body.addLayout(headed("Đã ghi dưới số này", self.trace))


def trace_words(entries: tuple[Entry, ...]) -> list[str]:
    """Who wrote what under a number, when and why, the last first."""
    told = []
    for at, entry in enumerate(entries):
        changed = corrections(entries[at - 1].line, entry.line) if at else ()
        what = "; ".join(f"{each.column}: “{each.old}” → “{each.new}”" for each in changed) or "vào sổ"
        why = f" (lý do: {entry.why})" if entry.why else ""
        told.append(f"{entry.at.astimezone():%d/%m/%Y %H:%M} – {entry.who or 'không rõ người ghi'}: {what}{why}")
    return told[::-1]


def _table() -> QTableWidget:
    table = QTableWidget(0, len(COLUMNS))
    for column, (words, whole) in enumerate(zip(HEADS, COLUMNS, strict=True)):
        head = QTableWidgetItem(words)
        head.setToolTip(whole)
        table.setHorizontalHeaderItem(column, head)
    table.setAccessibleName("Các số đã cấp")
    dress_table(table)
    for column, width in enumerate(WIDTHS):
        needed = table.horizontalHeader().sectionSizeHint(column)
        table.horizontalHeader().resizeSection(column, max(width, needed))
    return table
