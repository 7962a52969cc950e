"""Taking an old report: its text pasted or its file chosen, and shown as it was understood before it is taken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QLabel,
    QPlainTextEdit,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bcdesk.errors import KnownError
from bcdesk.intake.files import read_file
from bcdesk.intake.intake import Intake
from bcdesk.intake.text import read_text
from bcdesk.report.office import Office
from bcdesk.report.period import period_words
from bcdesk.report.report import Report, Section
from bcdesk.ui.dialogs.dialog import Dialog
from bcdesk.ui.messages import Messages
from bcdesk.ui.style.style import STEP

READ_AFTER_MS = 300
FILES = "Báo cáo (*.docx *.txt *.bcdesk);;Mọi tệp (*)"
HINT = "Dán nội dung báo cáo cũ vào đây (Ctrl+V), hoặc chọn tệp của báo cáo đó."


class ImportDialog(Dialog):
    """What was given at the left, what was recognised at the right."""

    def __init__(self, office: Office | None, messages: Messages, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__("Lấy từ một báo cáo cũ", "Nhận báo cáo này", parent)
        self._office, self._messages, self._folder = office, messages, folder
        self.intake: Intake | None = None
        self.pasted = QPlainTextEdit()
        self.pasted.setPlaceholderText(HINT)
        self.pasted.setAccessibleName("Nội dung báo cáo cũ")
        self.pasted.setTabChangesFocus(True)
        self.recognised = QTreeWidget()
        self.recognised.setHeaderHidden(True)
        self.recognised.setAccessibleName("Những gì đã nhận ra")
        self.trouble = QLabel()
        self.trouble.setObjectName("wrong")
        self.trouble.setWordWrap(True)
        self._read_soon = QTimer(self, singleShot=True, interval=READ_AFTER_MS)
        self._read_soon.timeout.connect(self.read_pasted)
        self.pasted.textChanged.connect(self._read_soon.start)
        self.add_verb("Chọn tệp…", self.choose_file, first=True)
        self._lay_out()
        self._show(None)
        self.fit(1040, 640)

    @property
    def report(self) -> Report:
        """The report that was recognised. Raises RuntimeError where none was."""
        if self.intake is None:
            raise RuntimeError("nothing was read")
        return self.intake.report

    def read_pasted(self) -> None:
        """Read what stands in the box."""
        text = self.pasted.toPlainText()
        if text.strip():
            self._read(lambda: read_text(text, self._office))
        else:
            self._show(None)

    def choose_file(self) -> None:
        """Ask for a file and read it."""
        path = self._messages.file_to_open(self, "Chọn báo cáo cũ", self._folder, FILES)
        if path is not None:
            self._read(lambda: read_file(path, self._office))

    def _read(self, read: Callable[[], Intake]) -> None:
        self._read_soon.stop()
        try:
            self._show(read())
        except KnownError as error:
            self._show(None)
            self.trouble.setText(str(error))

    def _show(self, intake: Intake | None) -> None:
        self.intake = intake
        self.trouble.clear()
        self.recognised.clear()
        self.act.setEnabled(intake is not None)
        if intake is not None:
            self.recognised.addTopLevelItems(_items(intake))
            self.recognised.expandAll()

    def _lay_out(self) -> None:
        both = QSplitter()
        both.setChildrenCollapsible(False)
        both.addWidget(_under("Báo cáo cũ", self.pasted))
        both.addWidget(_under("Nhận ra được", self.recognised))
        both.setSizes([480, 520])
        self.body.addWidget(both, 1)
        self.body.addWidget(self.trouble)


def _items(intake: Intake) -> list[QTreeWidgetItem]:
    report = intake.report
    signer = ", ".join(part for part in (report.signature.name, *report.signature.lines) if part)
    parts = (
        ("Tên báo cáo", [report.title]),
        ("Kỳ báo cáo", [period_words(report.period)]),
        ("Nơi nhận", list(report.recipients)),
        ("Người ký", [signer]),
        ("Đọc khác với bản gõ", [note.words for note in intake.notes]),
    )
    items = [_item(head, rows) for head, rows in parts if any(rows)]
    items.insert(min(2, len(items)), _section_items(report))
    return items


def _section_items(report: Report) -> QTreeWidgetItem:
    head = QTreeWidgetItem([f"Các mục ({len(report.sections)})"])
    head.addChildren([_section_item(section) for section in report.sections])
    return head


def _section_item(section: Section) -> QTreeWidgetItem:
    item = QTreeWidgetItem([section.heading or "(không có tiêu đề)"])
    item.setToolTip(0, section.heading)
    item.addChildren([_section_item(child) for child in section.children])
    return item


def _item(head: str, rows: list[str]) -> QTreeWidgetItem:
    if len(rows) == 1:
        return QTreeWidgetItem([f"{head}: {rows[0]}"])
    item = QTreeWidgetItem([f"{head} ({len(rows)})"])
    item.addChildren([QTreeWidgetItem([row]) for row in rows])
    return item


def _under(head: str, widget: QWidget) -> QWidget:
    pane = QWidget()
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(STEP // 2)
    column.addWidget(QLabel(head))
    column.addWidget(widget)
    return pane
