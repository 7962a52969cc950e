"""Taking an old report: its text pasted or its file chosen, and shown as it was understood before it is taken."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QTreeWidget, QTreeWidgetItem, QWidget

from bcdesk.errors import KnownError
from bcdesk.intake.files import read_file
from bcdesk.intake.guesses import of_kinds
from bcdesk.intake.intake import Intake
from bcdesk.intake.text import read_text
from bcdesk.report.kinds import Kind, load_kinds
from bcdesk.report.office import Office
from bcdesk.report.period import period_words
from bcdesk.report.report import Report, Section
from bcdesk.report.signing import signature_lines
from bcdesk.ui.dialogs.dialog import Dialog, headed
from bcdesk.ui.messages import Messages
from bcdesk.ui.style.style import STEP

READ_AFTER_MS = 300
FILES = "Báo cáo (*.docx *.txt *.bcdesk);;Mọi tệp (*)"
READ = "Đã đọc tệp “{}”. Xem những gì nhận ra được ở bên phải, hoặc dán nội dung khác vào đây."
HINT = "Dán nội dung báo cáo cũ vào đây (Ctrl+V), hoặc chọn tệp của báo cáo đó."


class ImportDialog(Dialog):
    """What was given at the left, what was recognised at the right."""

    def __init__(
        self,
        office: Office | None,
        messages: Messages,
        folder: Path,
        parent: QWidget | None = None,
        *,
        today: date | None = None,
        kinds: Iterable[Kind] | None = None,
    ) -> None:
        super().__init__("Lấy từ một báo cáo cũ", "Nhận báo cáo này", parent)
        self._office, self._messages, self._folder, self._today = office, messages, folder, today
        self._kinds = tuple(load_kinds() if kinds is None else kinds)
        self.intake: Intake | None = None
        self.pasted = _box_for_pasting()
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
        self.finish(1040, 640, self.pasted)

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
            self._read(lambda: read_text(text, self._office, today=self._today))
        else:
            self._show(None)

    def choose_file(self) -> None:
        """Ask for a file and read it."""
        path = self._messages.file_to_open(self, "Chọn báo cáo cũ", self._folder, FILES)
        if path is not None:
            self.read_file(path)

    def read_file(self, path: Path) -> None:
        """Read a file; where that went well, Enter takes the report."""
        self._read(lambda: read_file(path, self._office, self._today))
        if self.intake is not None:
            self._show_file(path, self.intake.text)
            self.act.setFocus()

    def _show_file(self, path: Path, text: str) -> None:
        """Show what stands in the file, for comparing; changed there, it is read as pasted text is."""
        blocker = QSignalBlocker(self.pasted)
        self.pasted.setPlainText(text)
        self.pasted.setPlaceholderText(READ.format(path.name))
        blocker.unblock()

    def _read(self, read: Callable[[], Intake]) -> None:
        self._read_soon.stop()
        try:
            self._show(of_kinds(read(), self._kinds))
        except KnownError as error:
            self._show(None)
            self.trouble.setText(str(error))
            self.trouble.show()

    def _show(self, intake: Intake | None) -> None:
        self.intake = intake
        self.trouble.hide()
        self.recognised.clear()
        self.act.setEnabled(intake is not None)
        if intake is not None:
            self.recognised.addTopLevelItems(_items(intake))
            self.recognised.expandAll()

    def _lay_out(self) -> None:
        both = QHBoxLayout()
        both.setSpacing(2 * STEP)
        both.addLayout(headed("Báo cáo cũ", self.pasted), 1)
        both.addLayout(headed("Nhận ra được", self.recognised), 1)
        self.body.addLayout(both, 1)
        self.body.addWidget(self.trouble)


def _box_for_pasting() -> QPlainTextEdit:
    box = QPlainTextEdit()
    box.setPlaceholderText(HINT)
    box.setAccessibleName("Nội dung báo cáo cũ")
    box.setTabChangesFocus(True)
    return box


def _items(intake: Intake) -> list[QTreeWidgetItem]:
    report = intake.report
    signer = (*signature_lines(report.signature, report.office), report.signature.name)
    heads = (
        ("Tên báo cáo", (report.title,)),
        ("Kỳ báo cáo", (period_words(report.period),)),
        ("Người ký", (" / ".join(filter(None, signer)),)),
        ("Đọc khác với bản gõ", tuple(note.words for note in intake.notes)),
    )
    items = [_item(head, rows) for head, rows in heads if any(rows)]
    return [*items, _section_items(report), _item("Nơi nhận", report.recipients)]


def _section_items(report: Report) -> QTreeWidgetItem:
    head = _row(f"Các mục ({len(report.sections)})")
    head.addChildren([_section_item(section) for section in report.sections])
    return head


def _section_item(section: Section) -> QTreeWidgetItem:
    item = _row(section.heading or "(không có tiêu đề)")
    item.addChildren([_section_item(child) for child in section.children])
    return item


def _item(head: str, rows: tuple[str, ...]) -> QTreeWidgetItem:
    if len(rows) == 1:
        return _row(f"{head}: {rows[0]}")
    item = _row(f"{head} ({len(rows)})")
    item.addChildren([_row(row) for row in rows])
    return item


def _row(words: str) -> QTreeWidgetItem:
    row = QTreeWidgetItem([words])
    row.setToolTip(0, words)
    return row
