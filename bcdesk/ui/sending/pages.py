"""The steps of sending, each on a page of its own: the folder, the fields, the mail, the draft, what was prepared."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bcdesk.press.sending import LARGEST_MAIL, PIECE_WORDS, USUAL, Item, Mail, Piece
from bcdesk.report.prepared import Preparation, PreparedFile
from bcdesk.ui.dialogs.dialog import note
from bcdesk.ui.style.style import STEP
from bcdesk.vietnamese.numbers import size_words
from bcdesk.vietnamese.text import nfc

NO_SIGNED_COPY = "Chưa gắn bản đã ký. Chỉ gửi bản mềm?"
NOT_SIGNED_YET = "Báo cáo chưa ký, chưa phát hành: tệp ghi ra là bản để xem, chưa phải văn bản chính thức."
UNKNOWN = "chưa có"
WRONG_ADDRESS = "Địa chỉ thư chưa đúng. Ví dụ: vanphong@xa.gov.vn; nhiều địa chỉ thì cách nhau bằng dấu phẩy."
HEAVY = "Các tệp nặng {size}: nhiều hộp thư không nhận thư lớn như vậy. Bỏ bớt tệp, hoặc gửi qua hệ thống văn bản."
DRAFT_NOTE = (
    "Mở tệp thư nháp này bằng chương trình thư trên máy có mạng: thư mở ra để gửi, có sẵn tiêu đề, lời và tệp kèm."
)
_ADDRESS = re.compile(r"[!-~]+@[A-Za-z0-9.-]+")


class FolderPage(QWidget):
    """Which files go along, and the folder they are written into."""

    changed = Signal()
    folder_asked = Signal()
    copy_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lacking = QLabel()
        self.lacking.setWordWrap(True)
        self.attach = _button("Gắn bản đã ký…", self.copy_asked.emit)
        self.boxes: dict[Piece, QCheckBox] = {}
        self.folder = QLabel()
        self.folder.setWordWrap(True)
        self.other = _button("Đổi thư mục…", self.folder_asked.emit)
        self._items: tuple[Item, ...] = ()
        self._lay_out()

    @property
    def chosen(self) -> tuple[Item, ...]:
        """The files that go along."""
        return tuple(item for item in self._items if self.boxes[item.piece].isChecked())

    def show_items(self, items: tuple[Item, ...], *, signed: bool) -> None:
        """Offer these files; what was ticked stays so. `signed`: the report is, so a signed copy can be attached."""
        had = {item.piece for item in self._items}
        self._items = items
        names = {item.piece: item.name for item in items}
        for piece, box in self.boxes.items():
            box.setVisible(piece in names)
            words = PIECE_WORDS[piece]
            box.setText(f"{words[:1].upper()}{words[1:]}: {names.get(piece, '')}")
            if piece in names and piece not in had:
                box.setChecked(piece in USUAL)
        lacking = Piece.SIGNED not in names
        self.lacking.setVisible(lacking)
        self.lacking.setText(NO_SIGNED_COPY if signed else NOT_SIGNED_YET)
        self.attach.setVisible(lacking and signed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        self.lacking.setObjectName("wrong")
        row.addWidget(self.lacking, 1)
        row.addWidget(self.attach)
        column.addLayout(row)
        for piece in Piece:
            box = self.boxes[piece] = QCheckBox()
            box.clicked.connect(self.changed)
            column.addWidget(box)
        below = QHBoxLayout()
        below.addWidget(self.folder, 1)
        below.addWidget(self.other, 0, Qt.AlignmentFlag.AlignTop)
        column.addSpacing(STEP)
        column.addWidget(note("Ghi vào thư mục:"))
        column.addLayout(below)
        column.addStretch()


class FieldsPage(QScrollArea):
    """What a document system asks for, each with a button that copies it; `copied` gives the name of the field."""

    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.buttons: dict[str, QPushButton] = {}

    def show_fields(self, fields: Iterable[tuple[str, str]]) -> None:
        """Show these fields with their values."""
        self.buttons = {}
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, STEP, 0)
        grid.setVerticalSpacing(STEP // 2)
        for row, (name, value) in enumerate(fields):
            line = QLineEdit(value)
            line.setReadOnly(True)
            line.setCursorPosition(0)
            line.setPlaceholderText(UNKNOWN)
            line.setAccessibleName(name)
            button = self.buttons[name] = _button("Chép", partial(self._copy, name, value))
            button.setAccessibleName(f"Chép {name.lower()}")
            button.setEnabled(bool(value))
            for column, widget in enumerate((QLabel(name), line, button)):
                grid.addWidget(widget, row, column)
        grid.setRowStretch(grid.rowCount(), 1)
        self.setWidget(inner)

    def _copy(self, name: str, value: str) -> None:
        QGuiApplication.clipboard().setText(value)
        self.copied.emit(name)


class MailPage(QWidget):
    """Subject and text of the mail, to be changed and copied."""

    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.subject, self.text = QLineEdit(), QPlainTextEdit()
        self.subject.setAccessibleName("Tiêu đề thư")
        self.text.setAccessibleName("Lời thư")
        self.text.setTabChangesFocus(True)
        self.copy_subject = _button("Chép tiêu đề", lambda: self._copy("Tiêu đề thư", self.mail.subject))
        self.copy_text = _button("Chép lời thư", lambda: self._copy("Lời thư", self.mail.text))
        self._offered = Mail("", "")
        row, below, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        row.addWidget(self.subject, 1)
        row.addWidget(self.copy_subject)
        below.addStretch()
        below.addWidget(self.copy_text)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(QLabel("Tiêu đề thư"))
        column.addLayout(row)
        column.addWidget(QLabel("Lời thư"))
        column.addWidget(self.text, 1)
        column.addLayout(below)

    @property
    def mail(self) -> Mail:
        """The mail as it stands."""
        return Mail(nfc(self.subject.text()).strip(), nfc(self.text.toPlainText()))

    def offer(self, mail: Mail) -> None:
        """Offer this mail; what the clerk has changed in the one before stays."""
        if self.mail.subject == self._offered.subject:
            self.subject.setText(mail.subject)
            self.subject.setCursorPosition(0)
        if self.mail.text == self._offered.text:
            self.text.setPlainText(mail.text)
        self._offered = mail

    def _copy(self, name: str, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(name)


class DraftPage(QWidget):
    """To whom the draft goes, and what is attached to it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.to = QLineEdit()
        self.to.setAccessibleName("Địa chỉ thư nhận")
        self.to.setPlaceholderText("có thể để trống, điền trong chương trình thư")
        self.to.textChanged.connect(lambda _: self._judge())
        self.attached, self.remark = QLabel(), QLabel()
        self.attached.setWordWrap(True)
        self.attached.setTextFormat(Qt.TextFormat.PlainText)
        self.remark.setWordWrap(True)
        self.remark.setObjectName("wrong")
        self._size = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        label = QLabel("Địa chỉ thư nhận")
        label.setBuddy(self.to)
        for widget in (label, self.to, self.remark, QLabel("Tệp kèm theo"), self.attached, note(DRAFT_NOTE)):
            column.addWidget(widget)
        column.addStretch()
        self._judge()

    @property
    def addresses(self) -> str | None:
        """The addresses; empty for none, None while they are wrong."""
        given = [each.strip() for each in re.split("[,;]", self.to.text()) if each.strip()]
        return ", ".join(given) if all(_ADDRESS.fullmatch(each) for each in given) else None

    def show_attached(self, items: tuple[Item, ...], size: int) -> None:
        """Show what goes along, and the bytes of it that are known."""
        self.attached.setText("\n".join(item.words for item in items) or "không có tệp nào")
        self._size = size
        self._judge()

    def _judge(self) -> None:
        heavy = HEAVY.format(size=size_words(self._size)) if self._size > LARGEST_MAIL else ""
        words = heavy if self.addresses is not None else WRONG_ADDRESS
        self.remark.setText(words)
        self.remark.setVisible(bool(words))
        self.changed.emit()


class PreparedPage(QTreeWidget):
    """What was made ready before: each time with its folder and files."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(3)
        self.setHeaderLabels(["Tệp", "Kích thước", "SHA-256"])
        self.setAccessibleName("Những lần đã chuẩn bị")
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def show_preparations(self, preparations: Iterable[Preparation]) -> None:
        """Show them, the newest first."""
        self.clear()
        for preparation in preparations:
            when = QTreeWidgetItem([f"{preparation.at.astimezone():%d/%m/%Y %H:%M} – {preparation.folder}"])
            when.setToolTip(0, preparation.folder)
            when.addChildren(list(map(_file, preparation.files)))
            self.addTopLevelItem(when)
            when.setFirstColumnSpanned(True)
        self.ensurePolished()  # else the rows are as low as in a window without our style
        self.expandAll()


def _file(file: PreparedFile) -> QTreeWidgetItem:
    item = QTreeWidgetItem([file.name, size_words(file.size), file.sha256])
    item.setToolTip(2, file.sha256)
    return item


def _button(words: str, act: Callable[[], object]) -> QPushButton:
    button = QPushButton(words)
    button.setAutoDefault(False)
    button.clicked.connect(act)
    return button
