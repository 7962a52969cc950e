"""One line of the register: taken, kept free, written in by hand, or corrected with the reason why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from bcdesk.report.register import STANDING_WORDS, Line, Standing
from bcdesk.report.states import as_number
from bcdesk.ui.dialogs.choices import Choice
from bcdesk.ui.dialogs.dialog import Dialog, note
from bcdesk.ui.dialogs.form import Ask, Field, Form
from bcdesk.ui.style.style import STEP
from bcdesk.vietnamese.dates import parse_date, short_date

NUMBER = Field("number", "Số", Ask.TEXT, "Để trống: lấy số kế tiếp")
STANDING = Field(
    "standing",
    "Tình trạng",
    Ask.CHOICE,
    choices=tuple(Choice(standing, words[:1].upper() + words[1:]) for standing, words in STANDING_WORDS.items()),
)
COLUMNS = (
    Field("symbol", "Ký hiệu", Ask.TEXT, "Ví dụ: CV-UBND"),
    Field("dated", "Ngày tháng văn bản", Ask.TEXT, "Ví dụ: 5/4/2024"),
    Field("subject", "Tên loại và trích yếu", Ask.TEXT),
    Field("signer", "Người ký", Ask.TEXT),
    Field("recipients", "Nơi nhận", Ask.TEXT),
    Field("keeper", "Đơn vị, người nhận bản lưu", Ask.TEXT),
    Field("copies", "Số lượng bản", Ask.TEXT),
    Field("sent", "Ngày chuyển", Ask.TEXT, "Ví dụ: 5/4/2024"),
    Field("note", "Ghi chú", Ask.TEXT),
)
WHY = Field("why", "Lý do", Ask.TEXT, "Lý do được giữ lại trong sổ")
HALF = 4
DATES = ("dated", "sent")
NO_WHY = "Ghi lý do: sổ giữ lại ai sửa, lúc nào, vì sao và giá trị cũ."
NO_DATE = "“{}” không phải là ngày. Gõ đủ ngày, tháng, năm, ví dụ 5/4/2024."
OTHER_YEAR = "Văn bản năm {year}, mà đây là sổ năm {book}: xem lại ngày, hoặc chọn sổ năm {year}."
NO_NUMBER = "Số chỉ gồm chữ số; để trống thì lấy số kế tiếp ({next})."


class LineDialog(Dialog):
    """Asks for a line. A number that was given stays; a correction, and a number out of turn, need their reason.

    A number out of turn counts as given elsewhere, unless it is only kept free.
    """

    def __init__(self, title: str, verb: str, line: Line, following: int, parent: QWidget | None = None) -> None:
        super().__init__(title, verb, parent)
        self._line, self._next = line, following
        self._correcting = line.number > 0
        first = STANDING if self._correcting else NUMBER
        self.forms = tuple(map(Form, ((first, *COLUMNS[:HALF]), COLUMNS[HALF:], (WHY,))))
        self.remark = note("")
        if self._correcting:
            self.body.addWidget(QLabel(f"Số {line.reference}"))
        self._lay_out()
        for form in self.forms:
            form.show_values(_values(line))
            form.changed.connect(lambda _: self._judge())
        for edit in self.findChildren(QLineEdit):
            edit.setCursorPosition(0)
        self._judge()
        self.finish(860, 0, self.field("symbol" if self._correcting else "number"))

    def field(self, name: str) -> QWidget:
        """The widget of a field."""
        return next(form.field(name) for form in self.forms if name in form.values())

    @property
    def said(self) -> dict[str, Any]:
        """Every value by its name."""
        return {name: value for form in self.forms for name, value in form.values().items()}

    @property
    def line(self) -> Line:
        """The line as it is asked for."""
        said = self.said
        texts = {field.name: said[field.name] for field in COLUMNS if field.name not in DATES}
        columns: dict[str, Any] = {**texts, **{name: parse_date(said[name]) for name in DATES}}
        if self._correcting:
            return replace(self._line, standing=Standing(said["standing"]), **columns)
        number = int(as_number(said["number"]) or 0)
        elsewhere = number not in {0, self._next} and self._line.standing is Standing.GIVEN
        standing = Standing.OUTSIDE if elsewhere else self._line.standing
        return replace(self._line, number=number, standing=standing, **columns)

    @property
    def why(self) -> str:
        """The reason given."""
        return str(self.said["why"])

    def _lay_out(self) -> None:
        """Two columns, so that all of it is seen on a small screen; the reason below them."""
        left, right, below = self.forms
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        row.addWidget(left, 1)
        row.addWidget(right, 1)
        self.body.addLayout(row)
        self.body.addWidget(below)
        self.body.addWidget(self.remark)

    def _judge(self) -> None:
        words = self._remark(self.said)
        self.act.setEnabled(not words)
        self.remark.setText(words or self._doubt())

    def _remark(self, said: Mapping[str, Any]) -> str:
        wrong = next((said[name] for name in DATES if said[name] and parse_date(said[name]) is None), "")
        if wrong:
            return NO_DATE.format(wrong)
        if not self._correcting and said["number"] and not as_number(said["number"]):
            return NO_NUMBER.format(next=self._next)
        out_of_turn = not self._correcting and self.line.number not in {0, self._next}
        return NO_WHY if (self._correcting or out_of_turn) and not said["why"] else ""

    def _doubt(self) -> str:
        """What may be meant, but hardly ever is: a number of one year for a document of another."""
        dated, year = self.line.dated, self._line.book.year
        return OTHER_YEAR.format(year=dated.year, book=year) if dated and dated.year != year else ""


def _values(line: Line) -> dict[str, Any]:
    texts = {field.name: getattr(line, field.name) for field in COLUMNS if field.name not in DATES}
    dates = {name: short_date(day) if (day := getattr(line, name)) else "" for name in DATES}
    return {**texts, **dates, "standing": line.standing, "number": "", "why": ""}
