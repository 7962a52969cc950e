"""Number and day of a signed report, as văn thư gives them (`PR-08`): two fields, one Enter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLabel, QWidget

from bcdesk.report.office import place_of, symbol_of
from bcdesk.report.report import Report
from bcdesk.report.states import as_number
from bcdesk.ui.dialogs.dialog import Dialog, note
from bcdesk.ui.dialogs.form import Ask, Field, Form
from bcdesk.vietnamese.dates import long_date, parse_date, short_date
from bcdesk.vietnamese.numbers import padded

FIELDS = (
    Field("number", "Số", Ask.TEXT, "Số văn thư đã cấp, ví dụ: 12"),
    Field("day", "Ngày ban hành", Ask.TEXT, "Ví dụ: 5/4/2024"),
)
WHY = Field("why", "Lý do", Ask.TEXT, "Lý do không lấy số kế tiếp, được giữ lại trong sổ")
AFTERWARDS = "Phát hành rồi thì số, ngày và nội dung không sửa được nữa."
NO_NUMBER = "Gõ số văn thư đã cấp: chỉ gồm chữ số."
NO_DAY = "Gõ ngày ban hành đủ ngày, tháng, năm, ví dụ 5/4/2024."
NOT_YET = "Ngày này chưa đến: xem lại ngày, hoặc đồng hồ của máy."
BEFORE_SIGNING = "Ngày này trước ngày ký ({day}): số và ngày được ghi sau khi ký."
OUT_OF_TURN = "Số kế tiếp trong sổ là {number}. Lấy số khác thì ghi lý do."


class IssueDialog(Dialog):
    """Asks for both, proposes them, and shows the two lines as they will be printed.

    `following` gives the number whose turn it is in a year, None where that is not known here; another number then
    needs its reason. `signed` is the day the report was signed, where that is known.
    """

    def __init__(
        self,
        report: Report,
        following: Callable[[int], int | None],
        today: date,
        signed: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Ghi số, ngày ban hành", "Phát hành", parent)
        self._report, self._today, self._signed, self._following = report, today, signed, following
        self.form, self.reason = Form(FIELDS), Form((WHY,))
        day = _day_of(report) or today
        self._offered = _number(following(day.year)) or report.number
        self.form.show_values({"number": self._offered, "day": short_date(day)})
        self.shown, self.remark = QLabel(), note("")
        for form in (self.form, self.reason):
            form.changed.connect(lambda _: self._judge())
        for widget in (self.form, self.reason, self.shown, self.remark, note(AFTERWARDS)):
            self.body.addWidget(widget)
        self._judge()
        self.finish(460, 0, self.form.field("number"))

    @property
    def number(self) -> str:
        """The number as it is printed; empty while none is typed."""
        return as_number(self.form.values()["number"])

    @property
    def why(self) -> str:
        """The reason for a number out of turn; empty where none is needed."""
        return str(self.reason.values()["why"]) if self._turn() else ""

    @property
    def day(self) -> date | None:
        """The day; None while none is typed."""
        return parse_date(self.form.values()["day"])

    def _judge(self) -> None:
        self._offer()
        turn = self._turn()
        self.reason.setVisible(bool(turn))
        self.act.setEnabled(bool(self.number) and self.day is not None and not (turn and not self.why))
        office, symbol = self._report.office, self._report.symbol
        self.shown.setText(
            f"Số: {self.number or '…'}/{symbol or symbol_of(office)}      "
            f"{self._report.place or place_of(office)}, {long_date(self.day) if self.day else 'ngày …'}"
        )
        self.remark.setText(self._remark())
        self.remark.setVisible(bool(self.remark.text()))

    def _offer(self) -> None:
        """Offer the number of the year of the day, as long as the clerk has typed no other."""
        number = _number(self._following(self.day.year)) if self.day else ""
        if number and self.form.values()["number"] == self._offered != number:
            self._offered = number
            self.form.show_values({"number": number})

    def _turn(self) -> str:
        """The number whose turn it is where another one is typed; else empty."""
        turn = _number(self._following(self.day.year)) if self.day and self.number else ""
        return turn if turn != self.number else ""

    def _remark(self) -> str:
        if not self.number:
            return NO_NUMBER
        if self.day is None:
            return NO_DAY
        if turn := self._turn():
            return OUT_OF_TURN.format(number=turn)
        if self._signed is not None and self.day < self._signed:
            return BEFORE_SIGNING.format(day=short_date(self._signed))
        return NOT_YET if self.day > self._today else ""


def _number(number: int | None) -> str:
    return padded(number) if number else ""


def _day_of(report: Report) -> date | None:
    """The day typed into the head already; None where it is not whole or does not exist."""
    given = report.date
    if given.day is None or given.month is None or given.year is None:
        return None
    try:
        return date(given.year, given.month, given.day)
    except ValueError:
        return None
