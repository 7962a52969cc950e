"""A template (mẫu) of the office: what it is called, when it is due, and its outline to be corrected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from bcdesk.intake.pasted_outline import read_outline
from bcdesk.report.kind_files import Group
from bcdesk.report.kinds import Kind
from bcdesk.report.period import CutOff, Sequence
from bcdesk.report.report import walk
from bcdesk.report.templates import RHYTHMS, About, described, rhythm_words, template_of_outline
from bcdesk.ui.dialogs.choices import Choice
from bcdesk.ui.dialogs.dialog import Dialog, headed, note
from bcdesk.ui.dialogs.form import Ask, Field, Form
from bcdesk.ui.dialogs.outline_tree import OutlineTree
from bcdesk.ui.style.style import STEP

READ_AFTER_MS = 300
NEW = "Mẫu mới"
GAPS = "Chỗ ghi {kỳ}, {xã}, {cơ quan} tự điền theo kỳ và đơn vị khi lập báo cáo mới."
TEXT = "Mục có ô đánh dấu là mục có nội dung: đánh dấu để giữ nội dung đó trong mẫu."
PASTE = "Dán đề cương vào đây (Ctrl+V), mỗi mục một dòng."
TAKEN = "Đã có mẫu tên này. Đặt tên khác, hoặc chọn lưu vào mẫu đó."
_CUT_OFFS = {CutOff.FIFTEENTH: "Từ ngày 15 đến ngày 14", CutOff.CALENDAR: "Theo tháng, quý, năm dương lịch"}


def fields(sequence: Sequence) -> tuple[Field, ...]:
    """What is asked of a template; the sequence of periods it has is among those offered."""
    sequences = dict.fromkeys((sequence, *RHYTHMS)) if sequence not in RHYTHMS else RHYTHMS
    return (
        Field("name", "Tên mẫu", Ask.TEXT, "Ví dụ: Công tác dân vận"),
        Field("group", "Nhóm", Ask.CHOICE, choices=tuple(Choice(group, str(group)) for group in Group)),
        Field(
            "sequence", "Kỳ báo cáo", Ask.CHOICE, choices=tuple(Choice(each, rhythm_words(each)) for each in sequences)
        ),
        Field(
            "cut_off",
            "Chốt số liệu",
            Ask.CHOICE,
            choices=tuple(Choice(each, words) for each, words in _CUT_OFFS.items()),
        ),
    )


class TemplateDialog(Dialog):
    """Shows a template; `kind` is the one the clerk has made of it.

    `own` are the templates there are: with `into`, the new one may take the place of one of them.
    """

    def __init__(
        self, title: str, kind: Kind, own: Iterable[Kind], parent: QWidget | None = None, *,
        into: Kind | None = None, asks_into: bool = False, ticked: bool = False, first: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(title, "Lưu mẫu", parent)
        self._begun, self._own = kind, tuple(own)
        self._asks_into = asks_into and bool(self._own)
        into_field = Field("into", "Lưu vào", Ask.CHOICE, choices=self._targets())
        self.form = Form((*((into_field,) if self._asks_into else ()), *fields(kind.sequence)))
        self.outline = OutlineTree()
        self.told = note("")
        self.trouble = note("")
        self.trouble.setObjectName("wrong")
        self._lay_out()
        self.form.show_values({"into": into and into.id, **_values(kind)})
        self.outline.show_outline(kind.outline, ticked=ticked)
        self.form.changed.connect(self._on_changed)
        self.outline.changed.connect(self._look)
        self._look()
        self.finish(1000, 600, first or self.form.field("name"))

    @property
    def said(self) -> About:
        """What the form says."""
        values = self.form.values()
        return About(values["name"], values["group"], values["sequence"], values["cut_off"])

    @property
    def kind(self) -> Kind:
        """The template as it is to be kept."""
        id_ = self.form.values().get("into") or self._begun.id
        return replace(described(self._begun, self.said), id=id_, outline=self.outline.sections)

    def _targets(self) -> tuple[Choice, ...]:
        return (Choice(None, NEW), *(Choice(kind.id, kind.name) for kind in self._own))

    def _on_changed(self, name: str) -> None:
        """Another target brings its own name and times along."""
        if name == "into":
            chosen = next((kind for kind in self._own if kind.id == self.form.values()["into"]), self._begun)
            self.form.show_values(_values(chosen))
        self._look()

    def _look(self) -> None:
        """Say what is in the way of keeping it."""
        kind = self.kind
        taken = any(other.name.casefold() == kind.name.casefold() and other.id != kind.id for other in self._own)
        self.trouble.setText(TAKEN if taken else "")
        self.trouble.setVisible(taken)
        self.act.setEnabled(bool(kind.name) and not taken and bool(kind.outline))

    def _lay_out(self) -> None:
        left, both = QVBoxLayout(), QHBoxLayout()
        left.setSpacing(STEP)
        self._begin_column(left)
        left.addWidget(self.form)
        left.addWidget(self.trouble)
        left.addStretch()
        left.addWidget(self.told)
        self.told.setText(f"{GAPS} {TEXT}" if any(each.blocks for _, each in walk(self._begun.outline)) else GAPS)
        both.setSpacing(2 * STEP)
        both.addLayout(left, 2)
        both.addLayout(headed("Đề cương", self.outline), 3)
        self.body.addLayout(both, 1)

    def _begin_column(self, column: QVBoxLayout) -> None:
        """What stands above the form."""


class PastedTemplateDialog(TemplateDialog):
    """A template made of an outline that is pasted and read while one looks on."""

    def __init__(self, begun: Kind, own: Iterable[Kind], parent: QWidget | None = None) -> None:
        self.pasted = QPlainTextEdit()
        self.pasted.setPlaceholderText(PASTE)
        self.pasted.setAccessibleName("Đề cương dán vào")
        self.pasted.setTabChangesFocus(True)
        super().__init__("Tạo mẫu từ đề cương", begun, own, parent, first=self.pasted)
        self._read_soon = QTimer(self, singleShot=True, interval=READ_AFTER_MS)
        self._read_soon.timeout.connect(self.read_pasted)
        self.pasted.textChanged.connect(self._read_soon.start)

    @property
    def kind(self) -> Kind:
        """The template as it is to be kept."""
        return template_of_outline(self.outline.sections, self.said, self._begun.id)

    def read_pasted(self) -> None:
        """Read what stands in the box; what was corrected in the tree before gives way."""
        self._read_soon.stop()
        read = read_outline(self.pasted.toPlainText())
        self.outline.show_outline(read.sections)
        if read.title and not self.said.name:
            self.form.show_values({"name": read.title})
        self._look()

    def accept(self) -> None:
        """Take it, but never an outline that has not been shown yet."""
        if self._read_soon.isActive():
            self.read_pasted()
        else:
            super().accept()

    def _begin_column(self, column: QVBoxLayout) -> None:
        column.addLayout(headed("Đề cương của cấp trên", self.pasted), 1)


def _values(kind: Kind) -> dict[str, object]:
    return {"name": kind.name, "group": kind.group, "sequence": kind.sequence, "cut_off": kind.cut_off}
