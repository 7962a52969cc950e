"""What is known of the figure that is chosen: its name, unit and kind, and the values no report says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QGridLayout, QLabel, QLineEdit, QScrollArea, QWidget

from bcdesk.report.figure import Figure, FigureKind
from bcdesk.report.figure_list import FigureLine
from bcdesk.ui.style.style import STEP

KINDS = {
    FigureKind.COUNT: "Số đếm",
    FigureKind.MONEY: "Số tiền",
    FigureKind.RATIO: "Tỷ số a/b",
    FigureKind.PERCENTAGE: "Tỷ lệ %",
    FigureKind.CODED: "Mã trả lời",
    FigureKind.TEXT: "Lời văn",
}
MADE = frozenset({FigureKind.RATIO, FigureKind.PERCENTAGE})
WIDTH = 384


class Details(QScrollArea):
    """The form of a named figure, scrolling where it has little room; `changed` gives it as it is to be."""

    changed = Signal(Figure)

    def __init__(self) -> None:
        super().__init__()
        self._figure: Figure | None = None
        self.name, self.unit = QLineEdit(), QLineEdit()
        self.previous, self.year_ago = QLineEdit(), QLineEdit()
        self.kind, self.part, self.whole = QComboBox(), QComboBox(), QComboBox()
        self.cumulative = QCheckBox("Số lũy kế từ đầu năm")
        self._made = (QLabel("Lấy từ"), self.part, QLabel("trên"), self.whole)
        for kind, words in KINDS.items():
            self.kind.addItem(words, kind)
        self.setFixedWidth(WIDTH)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._arrange()
        self._listen()

    def show_line(self, line: FigureLine | None, others: Iterable[Figure]) -> None:
        """Show what is known of a figure; nothing of one without a name. `others` are those it can be made of."""
        self._figure = line.figure if line else None
        self.setVisible(self._figure is not None)
        if line is None or self._figure is None:
            return
        figure = self._figure
        for field, text in ((self.name, figure.name), (self.unit, figure.unit)):
            _show(field, text)
        for field, given, said in (
            (self.previous, figure.previous, line.previous),
            (self.year_ago, figure.year_ago, line.year_ago),
        ):
            _show(field, given or "")
            field.setPlaceholderText(said or "chưa có")
        self.kind.setCurrentIndex(self.kind.findData(figure.kind))
        self.cumulative.setChecked(figure.cumulative)
        self._show_parts(figure, tuple(others))

    def name_it(self) -> None:
        """Begin with its name."""
        self.name.setFocus()
        self.name.selectAll()

    def set_frozen(self, *, frozen: bool) -> None:
        """A signed report keeps its figures."""
        self.setEnabled(not frozen)

    def _show_parts(self, figure: Figure, others: tuple[Figure, ...]) -> None:
        for chooser, at in ((self.part, 0), (self.whole, 1)):
            chooser.clear()
            chooser.addItem("(không)", "")
            for other in others:
                if other.id != figure.id:
                    chooser.addItem(other.name, other.id)
            chosen = figure.parts[at] if at < len(figure.parts) else ""
            chooser.setCurrentIndex(max(chooser.findData(chosen), 0))
        for widget in self._made:
            widget.setVisible(figure.kind in MADE)

    def _tell(self) -> None:
        """Hand on the figure as the form says."""
        if self._figure is None:
            return
        figure = replace(
            self._figure,
            name=self.name.text().strip() or self._figure.name,
            unit=self.unit.text().strip(),
            kind=self.kind.currentData(),
            cumulative=self.cumulative.isChecked(),
            previous=self.previous.text().strip() or None,
            year_ago=self.year_ago.text().strip() or None,
            parts=tuple(filter(None, (self.part.currentData(), self.whole.currentData()))),
        )
        if figure != self._figure:
            self._figure = figure
            self.changed.emit(figure)

    def _listen(self) -> None:
        for field in (self.name, self.unit, self.previous, self.year_ago):
            field.editingFinished.connect(self._tell)
        for chooser in (self.kind, self.part, self.whole):
            chooser.activated.connect(lambda _: self._tell())
        self.cumulative.clicked.connect(lambda _: self._tell())

    def _arrange(self) -> None:
        named = {
            "Tên số liệu": self.name, "Đơn vị": self.unit, "Loại": self.kind, "Giá trị kỳ trước": self.previous,
            "Giá trị cùng kỳ năm trước": self.year_ago, "Tử số": self.part, "Mẫu số": self.whole,
        }  # fmt: skip
        for words, widget in named.items():
            widget.setAccessibleName(words)
        for chooser in (self.part, self.whole):
            chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setWidget(self._form())

    def _form(self) -> QWidget:
        form = QWidget()
        grid = QGridLayout(form)
        grid.setContentsMargins(STEP, 0, 0, 0)
        grid.setHorizontalSpacing(STEP)
        grid.setVerticalSpacing(STEP // 2)
        grid.addWidget(QLabel("Tên"), 0, 0)
        grid.addWidget(self.name, 0, 1, 1, 3)
        fields = (
            (("Loại", self.kind), ("Đơn vị", self.unit)),
            (("Kỳ trước", self.previous), ("Cùng kỳ", self.year_ago)),
        )
        for row, pair in enumerate(fields, start=1):
            for at, (words, field) in enumerate(pair):
                grid.addWidget(QLabel(words), row, 2 * at)
                grid.addWidget(field, row, 2 * at + 1)
        for column, widget in enumerate(self._made):
            grid.addWidget(widget, 3, column)
        grid.addWidget(self.cumulative, 4, 1, 1, 3)
        grid.setRowStretch(5, 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        return form


def _show(field: QLineEdit, text: str) -> None:
    """Show a text, unless it is the one that stands there or is being typed."""
    if field.text() != text and not field.hasFocus():
        field.setText(text)
