"""The tabs that are forms: `Thông tin văn bản`, `Mở đầu`, and `Nơi nhận, người ký`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from bcdesk.report.edits import ReplaceBlocks, SetField
from bcdesk.report.period import NO_PERIOD, period_words
from bcdesk.report.report import BASES, CLOSING, OPENING, Place, Report, Request, Role, Signature, paragraph
from bcdesk.report.signing import role_words, roles_of, signature_lines
from bcdesk.ui.editor import headerfields
from bcdesk.ui.editor.body import Body
from bcdesk.ui.editor.field import Field
from bcdesk.ui.editor.form import Rows, title
from bcdesk.ui.editor.grid import Grid
from bcdesk.ui.editor.letters import paper_text
from bcdesk.ui.editor.page import Page
from bcdesk.ui.editor.pen import Pen
from bcdesk.ui.editor.periodrows import CUT_OFF, DUE, CutOffChoice, DueWords
from bcdesk.ui.style.style import STEP

OPENING_HINT = "Ví dụ: Thực hiện Công văn số …"
CLOSING_HINT = "Ví dụ: Trên đây là báo cáo …"


class DocumentPage(Page):
    """What the head of the paper says. `period_asked`: the clerk wants to choose another period."""

    period_asked = Signal()

    def __init__(self, pen: Pen, parent: QWidget | None = None) -> None:
        super().__init__(pen, "Thông tin văn bản", parent)
        self._period = QLabel()
        self._other_period = _button("Đổi…", self.period_asked.emit)
        policy = self._other_period.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._other_period.setSizePolicy(policy)
        self._document = Rows(pen, (), self.adopt)
        self._document.add_widget("Kỳ báo cáo", self._period_row())
        self._cut_off, self._due = CutOffChoice(pen), DueWords()
        self._document.add_widget(CUT_OFF, self._cut_off)
        self._document.add_widget(DUE, self._due)
        for row in headerfields.DOCUMENT:
            self._document.add(row)
        self._bases = Body(pen, BASES, self.adopt, "Căn cứ …", only_text=True)
        self._request = Rows(pen, headerfields.REQUEST, self.adopt)
        self._drafting = Rows(pen, headerfields.DRAFTING, self.adopt)
        self._no_bases = _button("Thêm căn cứ", self._add_base)
        self._no_request = _button("Thêm văn bản yêu cầu báo cáo", self._add_request)
        self._drop_request = _button("Bỏ văn bản yêu cầu", self._remove_request)
        self._titles = {name: title(name) for name in ("Căn cứ", "Văn bản yêu cầu báo cáo", "Người soạn thảo")}
        for widget in (
            self._document,
            self._titles["Căn cứ"], self._bases, self._no_bases,
            self._titles["Văn bản yêu cầu báo cáo"], self._request, self._drop_request, self._no_request,
            self._titles["Người soạn thảo"], self._drafting,
        ):  # fmt: skip
            self.column.addWidget(widget)
        self.column.setSpacing(STEP)

    def stops(self) -> list[Field | Grid]:
        """The fields that can be seen."""
        bases = [] if self._bases.isHidden() else self._bases.stops()
        request = [] if self._request.isHidden() else self._request.fields()
        return [*self._document.fields(), *bases, *request, *self._drafting.fields()]

    def sync(self, report: Report) -> None:
        """Show what the report says; what it has none of is only offered."""
        self._period.setText(period_words(report.period) or NO_PERIOD)
        for rows in (self._cut_off, self._due, self._document, self._request, self._drafting, self._bases):
            rows.sync(report)
        self._document.show_row(self._cut_off, shown=self._cut_off.count() > 0)
        self._document.show_row(self._due, shown=bool(self._due.text()))
        writing = self._bases.isAncestorOf(self.pen.field) if self.pen.field is not None else False
        self._bases.setVisible(bool(report.legal_bases) or writing)
        self._titles["Căn cứ"].setVisible(bool(report.legal_bases) or writing)
        self._no_bases.setVisible(not report.legal_bases and not report.frozen)
        self._other_period.setVisible(not report.frozen)
        asked = report.request is not None
        for widget in (self._titles["Văn bản yêu cầu báo cáo"], self._request):
            widget.setVisible(asked)
        self._drop_request.setVisible(asked and not report.frozen)
        self._no_request.setVisible(not asked and not report.frozen)

    def show_place(self, place: Place, length: int = 0) -> bool:
        """Stand the caret at a place; what the head is derived from has no field of its own."""
        return super().show_place(place, length) or place.part in {"period", "office", "kind", "state"}

    def _period_row(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._period)
        row.addWidget(self._other_period)
        row.addStretch(1)
        return holder

    def _add_base(self) -> None:
        count = len(self.pen.report.legal_bases)
        edit = ReplaceBlocks(BASES, count, 0, (paragraph("Căn cứ "),), "Thêm căn cứ")
        self.pen.act(edit, Place(BASES, count, len("Căn cứ ")))

    def _add_request(self) -> None:
        self.pen.act(SetField("request", Request(name="Công văn"), "Thêm văn bản yêu cầu"), Place("request"))

    def _remove_request(self) -> None:
        self.pen.act(SetField("request", None, "Bỏ văn bản yêu cầu"))


class OpeningPage(Page):
    """The paragraphs before the first section."""

    def __init__(self, pen: Pen, parent: QWidget | None = None) -> None:
        super().__init__(pen, "Mở đầu", parent)
        self._body = Body(pen, OPENING, self.adopt, OPENING_HINT)
        self.column.addWidget(self._body)

    def stops(self) -> list[Field | Grid]:
        """The fields and tables of the opening."""
        return self._body.stops()

    def sync(self, report: Report) -> None:
        """Show what the report says."""
        self._body.sync(report)

    def body(self) -> Body:
        """The blocks of the page."""
        return self._body


class EndPage(Page):
    """The closing words, who gets the report, and who signs it."""

    def __init__(self, pen: Pen, parent: QWidget | None = None) -> None:
        super().__init__(pen, "Nơi nhận, người ký", parent)
        self._closing = Body(pen, CLOSING, self.adopt, CLOSING_HINT)
        self._recipients = Rows(pen, headerfields.RECIPIENTS, self.adopt)
        self._signer = Rows(pen, (), self.adopt)
        self._role = QComboBox()
        self._role.setAccessibleName("Người ký với tư cách")
        self._role.activated.connect(self._choose_role)
        self._signer.add_widget("Ký với tư cách", self._role)
        self._lines = self._signer.add(headerfields.SIGNER_LINES)
        self._title = self._signer.add(headerfields.SIGNER_TITLE)
        for row in (*headerfields.SIGNER, headerfields.SIGNER_BELOW):
            self._signer.add(row)
        self._preview = QLabel()
        self._preview.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._preview.setFont(paper_text(bold=True))
        self._preview.setContentsMargins(0, STEP, 0, STEP)
        for widget in (
            title("Câu kết"), self._closing, title("Nơi nhận"), self._recipients,
            title("Người ký"), self._signer, self._preview,
        ):  # fmt: skip
            self.column.addWidget(widget)
        self.column.setSpacing(STEP)

    def stops(self) -> list[Field | Grid]:
        """The fields that can be seen."""
        return [*self._closing.stops(), *self._recipients.fields(), *self._signer.fields()]

    def sync(self, report: Report) -> None:
        """Show what the report says."""
        signature = report.signature
        self._closing.sync(report)
        self._show_roles(report)
        self._signer.show_row(self._lines, shown=signature.role is Role.TYPED)
        self._signer.show_row(self._title, shown=signature.role in {Role.BY_ORDER, Role.DELEGATED})
        self._recipients.sync(report)
        self._signer.sync(report)
        lines = signature_lines(signature, report.office)
        self._preview.setText("\n".join((*lines, "", signature.below, signature.name)).replace("\n\n\n", "\n\n"))

    def body(self) -> Body:
        """The blocks of the page."""
        return self._closing

    def _show_roles(self, report: Report) -> None:
        roles = (*roles_of(report.office), Role.TYPED)
        if [self._role.itemData(at) for at in range(self._role.count())] != list(roles):
            self._role.clear()
            for role in roles:
                self._role.addItem(role_words(role, report.office), role)
        self._role.setEnabled(not report.frozen)
        self._role.setCurrentIndex(max(0, self._role.findData(report.signature.role)))

    def _choose_role(self) -> None:
        self.pen.commit_composition()
        report, role = self.pen.report, Role(self._role.currentData())
        signature: Signature = replace(report.signature, role=role)
        if role is Role.TYPED and not signature.lines:
            signature = replace(signature, lines=signature_lines(report.signature, report.office))
        self.pen.act(SetField("signature", signature, "Đổi tư cách ký"))


def _button(words: str, act: Callable[[], None]) -> QPushButton:
    button = QPushButton(words)
    button.setObjectName("quiet")
    button.clicked.connect(act)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return button
