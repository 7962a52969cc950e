"""The panel under the report: every figure in a row, and what can be done with the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout

from bcdesk.report.figure import Figure
from bcdesk.ui.figures.details import Details
from bcdesk.ui.figures.rows import FiguresModel, Row
from bcdesk.ui.figures.table import figures_table
from bcdesk.ui.style.icons import icon
from bcdesk.ui.style.style import STEP
from bcdesk.vietnamese.numbers import grouped

HEIGHT = 248
READING = "Đang tìm số liệu…"
NOTHING = "Báo cáo chưa có số liệu nào."
REFUSED = "Nhập số như 1.248 hoặc 95,53, tỷ số như 110/114; để trống hoặc gõ - nếu không có số liệu."
OFFERED = "{} (Ctrl+F6); câu so sánh cũ ngay sau số này được thay."
NO_PHRASE = "Chưa có số của kỳ khác để so sánh"


class FiguresPanel(QFrame):
    """Shows figures; what the clerk wants done with one is told by a signal.

    `phrases_of` gives what can be said of a row against other periods.
    """

    jumped = Signal(object)
    edited = Signal(object, str)
    named = Signal(object)
    forgotten = Signal(object)
    agreed = Signal(object)
    told = Signal(object, str)
    described = Signal(Figure)
    series_asked = Signal()
    closed = Signal()

    def __init__(self, phrases_of: Callable[[Row], tuple[str, ...]]) -> None:
        super().__init__()
        self._phrases_of = phrases_of
        self._waiting: tuple[tuple[Row, ...], bool] | None = None
        self.model = FiguresModel()
        self.table = figures_table(self.model)
        self.details = Details()
        self.summary = QLabel(READING)
        self.untouched = QCheckBox("Chỉ số còn nguyên kỳ trước")
        self.name = self._button("Đặt tên", "Đặt tên cho số liệu này để mọi chỗ cùng đổi (Shift+F6)", self.name_chosen)
        self.forget = self._button("Bỏ tên", "Bỏ tên của số liệu này; chữ trong báo cáo giữ nguyên", self._forget)
        self.agree = self._button("Sửa các chỗ ghi khác", "Ghi số này vào cả những chỗ đang ghi khác", self._agree)
        self.tell = QToolButton()
        self.series = self._button("Xem các kỳ…", "Xem số liệu qua các kỳ báo cáo (Alt+F6)", self.series_asked.emit)
        self._arrange()
        self._listen()
        self._offer()

    @property
    def chosen(self) -> Row | None:
        """The row chosen; None where there is none."""
        at = self.table.currentIndex().row()
        return self.model.rows[at] if 0 <= at < len(self.model.rows) else None

    def show_rows(self, rows: tuple[Row, ...], *, frozen: bool) -> None:
        """Show these figures, the choice where it was; once the figure being typed is done."""
        if self.table.editing:
            self._waiting = rows, frozen
            return
        self._waiting = None
        at, before = max(self.table.currentIndex().row(), 0), self.chosen
        self.model.show_rows(rows, frozen=frozen)
        self.details.set_frozen(frozen=frozen)
        self.summary.setText(_counted(rows))
        same = (index for index, row in enumerate(self.model.rows) if before and row.key == before.key)
        self._choose(min(next(same, at), len(self.model.rows) - 1))

    def choose(self, fits: Callable[[Row], bool]) -> bool:
        """Choose the first row that fits; whether there is one."""
        at = next((index for index, row in enumerate(self.model.rows) if fits(row)), -1)
        self._choose(at)
        return at >= 0

    def jump(self) -> None:
        """Show where the chosen figure stands."""
        if (row := self.chosen) is not None:
            self.jumped.emit(row)

    def name_chosen(self) -> None:
        """Give the chosen figure a name, or begin with the one it has."""
        if (row := self.chosen) is not None and not self.model.frozen:
            if row.line.figure is None:
                self.named.emit(row)
            else:
                self.details.name_it()

    def tell_first(self) -> None:
        """Put in the first thing that can be said of the chosen figure."""
        row = self.chosen
        said = self._phrases_of(row) if row else ()
        if row is not None and said:
            self.told.emit(row, said[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _forget(self) -> None:
        if (row := self.chosen) is not None and row.line.figure is not None:
            self.forgotten.emit(row)

    def _agree(self) -> None:
        if (row := self.chosen) is not None and row.line.figure is not None:
            self.agreed.emit(row)

    def _choose(self, at: int) -> None:
        if at >= 0:
            column = max(self.table.currentIndex().column(), 0)
            self.table.setCurrentIndex(self.model.index(at, column))
        self._offer()

    def _narrow(self) -> None:
        only = self.untouched.isChecked()
        self.model.narrow(lambda row: row.untouched or not only)
        self._choose(0 if self.model.rows else -1)

    def _offer(self) -> None:
        """Only what can be done is offered."""
        row = self.chosen
        figure = row.line.figure if row else None
        free = row is not None and not self.model.frozen
        self.details.show_line(row.line if row else None, self._figures())
        self.name.setEnabled(free and figure is None)
        self.forget.setVisible(figure is not None)
        self.forget.setEnabled(free)
        self.agree.setVisible(row is not None and figure is not None and bool(row.line.others))
        self.agree.setEnabled(free)
        said = self._phrases_of(row) if row else ()
        self.tell.setEnabled(free and bool(said))
        self.tell.setToolTip(OFFERED.format(said[0]) if said else NO_PHRASE)

    def _figures(self) -> tuple[Figure, ...]:
        return tuple(row.line.figure for row in self.model.every if row.line.figure is not None)

    def _fill_menu(self, menu: QMenu) -> None:
        menu.clear()
        if (row := self.chosen) is not None:
            for phrase in self._phrases_of(row):
                menu.addAction(phrase, partial(self.told.emit, row, phrase))

    def _catch_up(self) -> None:
        if self._waiting is not None:
            rows, frozen = self._waiting
            self.show_rows(rows, frozen=frozen)

    def _listen(self) -> None:
        self.untouched.toggled.connect(lambda _: self._narrow())
        self.table.selectionModel().currentChanged.connect(lambda *_: self._offer())
        self.table.doubleClicked.connect(lambda _: self.jump())
        self.table.entered_by_key.connect(self.jump)
        self.table.edit_ended.connect(self._catch_up)
        self.model.edited.connect(self.edited)
        self.model.refused.connect(lambda _: self.summary.setText(REFUSED))
        self.details.changed.connect(self.described)

    def _arrange(self) -> None:
        menu = QMenu(self.tell)
        menu.aboutToShow.connect(lambda: self._fill_menu(menu))
        self.tell.setObjectName("step")
        self.tell.setText("Chèn so sánh")
        self.tell.setMenu(menu)
        self.tell.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        close = QToolButton()
        close.setIcon(icon("close"))
        close.setToolTip("Đóng bảng này (Esc)")
        close.setAccessibleName("Đóng bảng này")
        close.clicked.connect(self.closed)
        top = QHBoxLayout()
        top.setSpacing(STEP)
        top.addWidget(self.summary)
        top.addSpacing(STEP)
        top.addWidget(self.untouched)
        top.addStretch(1)
        for button in (self.agree, self.forget, self.name, self.tell, self.series, close):
            top.addWidget(button)
        row = QHBoxLayout()
        row.addWidget(self.table, 1)
        row.addWidget(self.details)
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP, STEP // 2, STEP, STEP // 2)
        column.setSpacing(STEP // 2)
        column.addLayout(top)
        column.addLayout(row, 1)
        self.setMinimumHeight(HEIGHT // 2)

    def _button(self, words: str, tip: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the choice where it is
        button.clicked.connect(lambda _=False: act())
        return button


def _counted(rows: tuple[Row, ...]) -> str:
    """`42 số liệu · 5 còn nguyên kỳ trước`."""
    untouched = sum(row.untouched for row in rows)
    words = f"{grouped(len(rows))} số liệu" if rows else NOTHING
    return f"{words} · {grouped(untouched)} còn nguyên kỳ trước" if untouched else words
