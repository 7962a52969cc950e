"""Whether this machine keeps the outgoing register, for which documents, and where the paper book has come to."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bcdesk.report.register import SERIES_WORDS, Series
from bcdesk.report.states import as_number
from bcdesk.session.settings import RegisterChoice
from bcdesk.ui.dialogs.choices import Choice
from bcdesk.ui.dialogs.dialog import Dialog, note
from bcdesk.ui.dialogs.form import Ask, Field, Form

FIELDS = (
    Field("on", "Sổ đăng ký văn bản đi", Ask.YES, "Máy này là máy của văn thư"),
    Field("series", "Đánh số báo cáo", Ask.CHOICE,
          choices=tuple(Choice(series, words) for series, words in SERIES_WORDS.items())),
)  # fmt: skip
LAST = Field("last", "Số cuối trong sổ giấy", Ask.TEXT, "Số cuối cùng đã cấp năm nay, ví dụ: 37; chưa có thì để trống")
EXPLAINED = (
    "Chỉ bật trên một máy của cơ quan: máy của văn thư. Khi bật, “Ghi số, ngày ban hành” lấy số kế tiếp trong sổ; "
    "mỗi số chỉ cấp một lần, sang năm mới bắt đầu lại từ 01. Các máy khác để tắt và ghi số văn thư đã cấp."
)
NO_NUMBER = "Số cuối trong sổ giấy chỉ gồm chữ số."


class SetupDialog(Dialog):
    """Asks for all three; the last number only while the book of this year is `empty`."""

    def __init__(self, choice: RegisterChoice, *, empty: bool, parent: QWidget | None = None) -> None:
        super().__init__("Sổ đăng ký văn bản đi", "Lưu thiết lập", parent)
        self.form = Form((*FIELDS, LAST) if empty else FIELDS)
        self.form.show_values({"on": choice.on, "series": choice.series})
        self.form.changed.connect(lambda _: self._judge())
        self.remark = note("")
        for widget in (self.form, self.remark, note(EXPLAINED)):
            self.body.addWidget(widget)
        self._judge()
        self.finish(600, 280, self.form.field("on"))

    @property
    def choice(self) -> RegisterChoice:
        """What was chosen."""
        said = self.form.values()
        return RegisterChoice(on=said["on"], series=Series(said["series"]))

    @property
    def last(self) -> int:
        """The last number of the paper book; 0 for none."""
        return int(as_number(self.form.values().get("last", "")) or 0)

    def _judge(self) -> None:
        typed = self.form.values().get("last", "")
        wrong = bool(typed) and not self.last
        self.act.setEnabled(not wrong)
        self.remark.setText(NO_NUMBER if wrong else "")
        self.remark.setVisible(wrong)
