"""Chuẩn bị gửi: four steps in their order, and what was prepared before."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QStackedWidget, QWidget

from bcdesk.press.sending import Item, Mail, Piece, fields_of, items_of, mail_of
from bcdesk.report.prepared import Preparation
from bcdesk.report.report import Report, State
from bcdesk.report.states import MARK_SENT
from bcdesk.ui.dialogs.dialog import Dialog
from bcdesk.ui.sending.pages import DraftPage, FieldsPage, FolderPage, MailPage, PreparedPage
from bcdesk.ui.style.style import ROW, STEP

FOLDER, FIELDS, MAIL, DRAFT, PREPARED = range(5)
STEPS = ("1. Thư mục", "2. Các ô cần nhập", "3. Lời thư", "4. Thư nháp", "Đã chuẩn bị")
WRITE, ONLY_SOFT, WRITE_DRAFT = "Ghi vào thư mục", "Chỉ gửi bản mềm", "Ghi thư nháp"
ON = {FOLDER: "Tiếp: các ô cần nhập", FIELDS: "Tiếp: lời thư", MAIL: "Tiếp: thư nháp"}
NAV = 168


class SendDialog(Dialog):
    """Says with its signals what the clerk wants done; stays open until it is left."""

    write_asked = Signal(object)
    draft_asked = Signal(object, object)
    folder_asked = Signal()
    open_asked = Signal()
    copy_asked = Signal()
    sent_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Chuẩn bị gửi", WRITE, parent, leave="Đóng")
        self.steps, self._pages = QListWidget(), QStackedWidget()
        self.steps.setAccessibleName("Các bước")
        self.files, self.fields, self.mail = FolderPage(), FieldsPage(), MailPage()
        self.draft, self.prepared = DraftPage(), PreparedPage()
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.sent = self.add_verb(MARK_SENT.words, self.sent_asked.emit, first=True)
        self.show_folder = self.add_verb("Mở thư mục", self.open_asked.emit, first=True)
        self._written: tuple[Item, ...] | None = None
        self._report: Report | None = None
        self._busy = False
        self._lay_out()
        self._connect()
        self.finish(880, 512, self.steps)
        self.steps.setCurrentRow(FOLDER)

    def show_report(self, report: Report, pages: int) -> None:
        """Show what can be sent of a report whose paper has so many pages."""
        self._report = report
        self.files.show_items(items_of(report), signed=report.frozen)
        self.fields.show_fields(fields_of(report, pages))
        self.sent.setVisible(report.state is State.ISSUED)
        self._on_chosen()

    def show_target(self, folder: Path) -> None:
        """The folder the files go into."""
        self.files.folder.setText(str(folder))
        self._written = None
        self._judge()

    def show_preparations(self, preparations: tuple[Preparation, ...]) -> None:
        """What was made ready before."""
        self.prepared.show_preparations(preparations)
        self.steps.item(PREPARED).setHidden(not preparations)

    def begin(self, words: str) -> None:
        """Work goes on, and nothing more is asked for meanwhile."""
        self._busy = True
        self._tell(words)
        self._judge()

    def show_written(self, items: tuple[Item, ...], words: str) -> None:
        """These files are written; the step is done."""
        self._written = items
        self.show_drafted(words)

    def show_drafted(self, words: str) -> None:
        """A file is written."""
        self._busy = False
        self._tell(words)
        self.show_folder.show()
        self._judge()

    def fail(self, words: str) -> None:
        """It could not be done."""
        self._busy = False
        self._tell(words, wrong=True)
        self._judge()

    def accept(self) -> None:
        """Do what the step is for, or go on to the next one."""
        step = self.steps.currentRow()
        if step == DRAFT:
            self.draft_asked.emit(self._addressed(), self.files.chosen)
        elif step == FOLDER and not self._is_written():
            self.write_asked.emit(self.files.chosen)
        elif step in ON:
            self.steps.setCurrentRow(step + 1)

    def _tell(self, words: str, *, wrong: bool = False) -> None:
        self.told.setObjectName("wrong" if wrong else "muted")
        self.told.style().polish(self.told)
        self.told.setText(words)

    def _addressed(self) -> Mail:
        mail = self.mail.mail
        return Mail(mail.subject, mail.text, self.draft.addresses or "")

    def _is_written(self) -> bool:
        return self._written == self.files.chosen

    def _on_chosen(self) -> None:
        if self._report is None:
            return
        chosen, copy = self.files.chosen, self._report.signed_copy
        self.mail.offer(mail_of(self._report, chosen))
        size = copy.size if copy and any(item.piece is Piece.SIGNED for item in chosen) else 0
        self.draft.show_attached(chosen, size)
        self._judge()

    def _on_step(self, step: int) -> None:
        self._pages.setCurrentIndex(step)
        self._tell("")
        self._judge()

    def _judge(self) -> None:
        """Say on the button what it does, and whether it can be done."""
        step, chosen = self.steps.currentRow(), self.files.chosen
        self.act.setVisible(step != PREPARED)
        possible = {FOLDER: bool(chosen), DRAFT: self.draft.addresses is not None}.get(step, True)
        self.act.setEnabled(possible and not self._busy)
        soft = all(item.piece is not Piece.SIGNED for item in chosen)
        write = ONLY_SOFT if soft and self._report and self._report.frozen else WRITE
        words = {FOLDER: ON[FOLDER] if self._is_written() else write, DRAFT: WRITE_DRAFT}
        self.act.setText(words.get(step) or ON.get(step, ""))

    def _connect(self) -> None:
        self.steps.currentRowChanged.connect(self._on_step)
        self.files.changed.connect(self._on_chosen)
        self.files.folder_asked.connect(self.folder_asked)
        self.files.copy_asked.connect(self.copy_asked)
        self.draft.changed.connect(self._judge)
        for page in (self.fields, self.mail):
            page.copied.connect(lambda name: self._tell(f"Đã chép: {name.lower()}."))

    def _lay_out(self) -> None:
        self.steps.addItems(STEPS)
        longest = max(map(self.fontMetrics().horizontalAdvance, STEPS))
        self.steps.setFixedWidth(max(NAV, longest + 4 * STEP))
        for step in range(self.steps.count()):
            self.steps.item(step).setSizeHint(QSize(NAV // 2, ROW))
        for page in (self.files, self.fields, self.mail, self.draft, self.prepared):
            self._pages.addWidget(page)
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        row.addWidget(self.steps)
        row.addWidget(self._pages, 1)
        self.body.addLayout(row, 1)
        self.body.addWidget(self.told)
        self.steps.item(PREPARED).setHidden(True)
        self.show_folder.hide()
