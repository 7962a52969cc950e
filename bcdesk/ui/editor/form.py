"""Forms of declared rows: each field writes to the report as it is typed, with undo like any other text."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from bcdesk.report.report import Report
from bcdesk.ui.editor.body import Adopt
from bcdesk.ui.editor.field import Field
from bcdesk.ui.editor.headerfields import Entry, Row
from bcdesk.ui.editor.pen import Pen
from bcdesk.ui.style.style import ROW, STEP

FRAME = 6
LABEL_WIDTH, LABEL_LETTERS = 124, 18


class EntryField(QWidget):
    """A framed field, and under it the sentence that says what is wrong with what was typed."""

    def __init__(self, pen: Pen, entry: Entry, adopt: Adopt, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen, self._entry = pen, entry
        self.field = Field(pen, entry.source, self, single=entry.single)
        self.field.setObjectName("entry")
        self.field.document().setDocumentMargin(FRAME)
        self.field.setAccessibleName(entry.name)
        self.field.setPlaceholderText(entry.hint)
        self.field.left.connect(self._judge)
        self._wrong = QLabel(entry.wrong)
        self._wrong.setObjectName("wrong")
        self._wrong.setWordWrap(True)
        self._wrong.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.field)
        column.addWidget(self._wrong)
        if entry.chars:
            self.setFixedWidth(self.fontMetrics().averageCharWidth() * entry.chars + 4 * FRAME)
        adopt(self.field)

    def sync(self, report: Report) -> None:
        """Show what the report says."""
        self.field.sync(report)

    def _judge(self) -> None:
        typed = self.field.texts
        known = self._entry.source.read(self._pen.report)
        self._wrong.setVisible(bool(self._entry.wrong) and typed != known)


class Rows(QWidget):
    """Rows of a form, their labels at the left."""

    def __init__(self, pen: Pen, rows: Iterable[Row], adopt: Adopt, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen, self._adopt = pen, adopt
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setSpacing(STEP)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.entries: list[EntryField] = []
        for row in rows:
            self.add(row)

    def add(self, row: Row) -> QWidget:
        """Add a row; the widget that holds its fields."""
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(STEP)
        for entry in row.entries:
            field = EntryField(self._pen, entry, self._adopt, holder)
            self.entries.append(field)
            line.addWidget(field, 0 if entry.chars else 1, Qt.AlignmentFlag.AlignTop)
        if all(entry.chars for entry in row.entries):
            line.addStretch(1)
        self.add_widget(row.label, holder, self.entries[-len(row.entries)].field)
        return holder

    def add_widget(self, words: str, widget: QWidget, buddy: QWidget | None = None) -> None:
        """Add any widget under a label."""
        label = QLabel(words)
        label.setFixedWidth(max(LABEL_WIDTH, LABEL_LETTERS * label.fontMetrics().averageCharWidth()))
        boxed = (ROW - label.fontMetrics().height()) // 2
        label.setContentsMargins(0, boxed if isinstance(widget, QComboBox) else FRAME, 0, 0)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        label.setBuddy(buddy or widget)
        self._form.addRow(label, widget)

    def show_row(self, widget: QWidget, *, shown: bool) -> None:
        """Show or hide the row of a widget, label and all."""
        self._form.setRowVisible(widget, shown)

    def sync(self, report: Report) -> None:
        """Show what the report says."""
        for entry in self.entries:
            entry.sync(report)

    def fields(self) -> list[Field]:
        """The fields that can be seen, in reading order."""
        return [entry.field for entry in self.entries if entry.isVisibleTo(self)]


def title(words: str) -> QLabel:
    """The title of a group of rows."""
    label = QLabel(words)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    label.setContentsMargins(0, STEP, 0, 0)
    return label
