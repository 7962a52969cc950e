"""The panel under the report: every remark in a row, and what can be done about the one that is chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bcdesk.report.findings import Finding, Severity
from bcdesk.report.stale import is_stale
from bcdesk.ui.findings.reasons import Reasons
from bcdesk.ui.findings.rows import FindingsModel, Row, Wanted, everything
from bcdesk.ui.findings.table import findings_table
from bcdesk.ui.style.fitting import FittingLabel
from bcdesk.ui.style.icons import icon
from bcdesk.ui.style.style import STEP
from bcdesk.vietnamese.misspelling import Kind
from bcdesk.vietnamese.numbers import grouped

HEIGHT = 232
LETTERS = 28  # as many of the words of a correction stand on its button
NOTHING = "Không thấy chỗ nào cần sửa."
CHECKING = "Đang kiểm tra…"
UNJUDGED = "{count} điều không kiểm tra được"
WORDS = {Severity.WRONG: "lỗi", Severity.REVIEW: "chỗ cần xem lại", Severity.NOTE: "lưu ý"}
OF_LAST_PERIOD = "Nội dung còn của kỳ trước"
STALE_WORDS = "chỗ còn của kỳ trước"
LEARNABLE = frozenset(Kind)


def count_words(findings: tuple[Finding, ...]) -> str:
    """How many there are: `2 lỗi · 3 chỗ cần xem lại · 4 chỗ còn của kỳ trước`; empty for none."""
    counts = Counter(STALE_WORDS if is_stale(finding) else WORDS[finding.severity] for finding in findings)
    return " · ".join(f"{grouped(counts[words])} {words}" for words in (*WORDS.values(), STALE_WORDS) if counts[words])


def _levels() -> dict[str, Wanted]:
    """What can be asked for, by its words."""
    by_severity = {severity.words.capitalize(): partial(_is_of, severity) for severity in Severity}
    return {"Tất cả các mức": everything, **by_severity, OF_LAST_PERIOD: is_stale}


def _is_of(severity: Severity, finding: Finding) -> bool:
    return finding.severity is severity


class FindingsPanel(QFrame):
    """Shows remarks; what the clerk wants done with one, or with all of its kind, is told by a signal.

    `kept` carries a remark and the reason why it stays, empty where none is asked for.
    """

    jumped = Signal(object)
    fixed = Signal(object, object)
    fixed_all = Signal(tuple)
    kept = Signal(object, str)
    learned = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = FindingsModel()
        self.table = findings_table(self.model)
        self.summary, self.detail = FittingLabel(CHECKING), QLabel()
        self.detail.setWordWrap(True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.unjudged = QToolButton()
        self.unjudged.setCheckable(True)
        self.unjudged.setObjectName("quiet")
        self.unjudged.hide()
        self._unjudged: tuple[str, ...] = ()
        self._been: Finding | None = None
        self._levels = _levels()
        self.reasons = Reasons()
        self.level = QComboBox()
        self.here = QCheckBox("Chỉ phần đang soạn")
        self._tab = ""
        self.fix = self._button("Sửa", "Sửa chỗ này (Ctrl+F8)", self.accept)
        self.fix_all = self._button("Sửa cả loại này", "Sửa mọi chỗ cùng loại, hoàn tác được một lần", self.accept_all)
        self.keep = self._button("Giữ nguyên", "Giữ nguyên, không nhắc lại trong báo cáo này (Alt+F8)", self.leave)
        self.learn = self._button("Thêm vào từ điển", "Luôn coi chữ này là đúng (Ctrl+Alt+F8)", self.add_word)
        self._arrange()
        self._listen()
        self._offer()

    @property
    def chosen(self) -> Row | None:
        """The row chosen; None where there is none."""
        at = self.table.currentIndex().row()
        return self.model.rows[at] if 0 <= at < len(self.model.rows) else None

    def begin(self) -> None:
        """A check goes on."""
        self.summary.setText(CHECKING)

    def show_rows(self, rows: tuple[Row, ...], unjudged: tuple[str, ...]) -> None:
        """Show the remarks of a check; the choice stays where it was, at the next one where that remark is gone."""
        at, before = max(self.table.currentIndex().row(), 0), self.chosen
        self.model.show_rows(rows)
        if not self.model.rows:  # that work is done, what else there is comes into sight
            self.leave_last_period()
        self.summary.setText(count_words(tuple(row.finding for row in rows)) or NOTHING)
        self._unjudged = unjudged
        self.unjudged.setText(UNJUDGED.format(count=len(unjudged)))
        self.unjudged.setVisible(bool(unjudged))
        same = next((index for index, row in enumerate(self.model.rows) if row == before), at)
        self._choose(min(same, len(self.model.rows) - 1))

    def show_tab(self, key: str) -> None:
        """The clerk writes on that tab now."""
        self._tab = key
        if self.here.isChecked():
            self._narrow()

    def leave_last_period(self) -> None:
        """Show the other remarks again too."""
        if self.level.currentText() == OF_LAST_PERIOD:
            self.level.setCurrentIndex(0)

    def show_last_period(self) -> None:
        """Show only what is still last period's."""
        self.level.setCurrentText(OF_LAST_PERIOD)

    def step(self, by: int) -> None:
        """Go to the next remark or the one before, round from the last to the first, and show where it is.

        The next is the chosen one where that has come in the place of one that is settled.
        """
        count = len(self.model.rows)
        if count:
            at = self.table.currentIndex().row()
            fresh = by > 0 and self.chosen is not None and self.chosen.finding != self._been
            self._choose(at if fresh else (at + by) % count)
            self.jump()

    def jump(self) -> None:
        """Show where the chosen remark is."""
        if (row := self.chosen) is not None:
            self._been = row.finding
            self.jumped.emit(row.finding)

    def accept(self) -> None:
        """Do the first correction the chosen remark offers."""
        if (row := self.chosen) is not None and row.finding.fixes:
            self.fixed.emit(row.finding, row.finding.fixes[0])

    def accept_all(self) -> None:
        """Do the first correction of every remark of the chosen kind."""
        if (row := self.chosen) is not None:
            self.fixed_all.emit(self._of_its_kind(row))

    def leave(self) -> None:
        """Leave the text as it is; what is of last period for a reason."""
        row = self.chosen
        if row is not None and is_stale(row.finding):
            self.ask_reason(row.finding)
        elif row is not None:
            self.kept.emit(row.finding, "")

    def ask_reason(self, finding: Finding) -> None:
        """Ask why something of last period stays, in the place of what is told about it."""
        self.show()
        self.reasons.ask(finding)
        self.detail.hide()

    def add_word(self) -> None:
        """Take the word for right from now on."""
        if (row := self.chosen) is not None and row.finding.rule in LEARNABLE:
            self.learned.emit(row.finding)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _of_its_kind(self, chosen: Row) -> tuple[Finding, ...]:
        rows = (row.finding for row in self.model.rows)
        return tuple(finding for finding in rows if finding.rule == chosen.finding.rule and finding.fixes)

    def _choose(self, at: int) -> None:
        if at >= 0:
            self.table.setCurrentIndex(self.model.index(at, 0))
            self.table.selectRow(at)
        self._offer()

    def _narrow(self) -> None:
        self.model.narrow(self._levels[self.level.currentText()], self._tab if self.here.isChecked() else "")
        self._choose(0 if self.model.rows else -1)

    def _offer(self) -> None:
        """Only what can be done is offered."""
        row = self.chosen
        fixes = row.finding.fixes if row else ()
        self._tell(row)
        self.fix.setEnabled(bool(fixes))
        words = fixes[0].words if fixes else "Sửa"
        metrics = self.fontMetrics()
        room = LETTERS * metrics.averageCharWidth()
        self.fix.setText(metrics.elidedText(words, Qt.TextElideMode.ElideRight, room))
        self.fix.setToolTip(f"{words} (Ctrl+F8)")
        self.fix_all.setVisible(row is not None and len(self._of_its_kind(row)) > 1)
        self.keep.setEnabled(row is not None)
        self.learn.setVisible(row is not None and row.finding.rule in LEARNABLE)

    def _tell(self, row: Row | None) -> None:
        """Under the table: the chosen remark in full, or what could not be judged."""
        if self.unjudged.isChecked():
            self.detail.setText("\n".join(self._unjudged))
        else:
            self.detail.setText(f"{row.words.rstrip('.:')}. {row.finding.clause}" if row else "")
        self.detail.setVisible(bool(self.detail.text()) and self.reasons.isHidden())

    def _listen(self) -> None:
        self.level.addItems(list(self._levels))
        self.level.setAccessibleName("Mức của lỗi")
        self.level.currentIndexChanged.connect(lambda _: self._narrow())
        self.here.toggled.connect(lambda _: self._narrow())
        self.unjudged.toggled.connect(lambda _: self._offer())
        self.table.selectionModel().currentChanged.connect(lambda *_: self._offer())
        self.table.doubleClicked.connect(lambda _: self.jump())
        self.table.entered_by_key.connect(self.jump)
        self.reasons.given.connect(self.kept)
        self.reasons.left.connect(self._offer)

    def _arrange(self) -> None:
        close = QToolButton()
        close.setIcon(icon("close"))
        close.setToolTip("Đóng bảng này (Esc)")
        close.setAccessibleName("Đóng bảng này")
        close.clicked.connect(self.closed)
        top, bottom = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.summary, 1)
        for widget in (self.level, self.here, self.unjudged, close):
            top.addWidget(widget)
        bottom.addWidget(self.detail, 1)
        bottom.addStretch()
        for button in (self.learn, self.keep, self.fix_all, self.fix):
            bottom.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP, STEP // 2, STEP, STEP // 2)
        column.setSpacing(STEP // 2)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addLayout(bottom)
        column.addWidget(self.reasons)
        self.setMinimumHeight(HEIGHT // 2)

    def _button(self, words: str, tip: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the choice where it is
        button.clicked.connect(act)
        return button
