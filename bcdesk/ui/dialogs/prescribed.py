"""What is derived from an office, to be changed where it is called otherwise, and its choices inside the decree."""

from __future__ import annotations

from dataclasses import asdict, replace

from PySide6.QtWidgets import QHBoxLayout, QWidget

from bcdesk.report.office import Issuer, Layout, Office, header_lines, place_of, superior_line, symbol_of
from bcdesk.sheet.styles import FIRST_LINES, HEAD_SIZES, LEAST_GAP, MARGINS, PITCHES, within_decree
from bcdesk.ui.dialogs.choices import Choice
from bcdesk.ui.dialogs.dialog import Dialog, headed
from bcdesk.ui.dialogs.form import Ask, Field, Form
from bcdesk.ui.style.style import STEP

WIDEST_GAP = 12
SIZES = tuple(Choice(size, f"{size:.0f} pt") for size in sorted(PITCHES, reverse=True))
HEADS = tuple(Choice(size, f"{size:.0f} pt (Tiêu ngữ {size + 1:.0f} pt)") for size in sorted(HEAD_SIZES, reverse=True))
INDENTS = tuple(Choice(size, f"{size / 10:g} cm".replace(".", ",")) for size in sorted(FIRST_LINES, reverse=True))
SIDES = {"top": "Lề trên", "bottom": "Lề dưới", "left": "Lề trái", "right": "Lề phải"}
FORMAT = (
    Field("body_size", "Cỡ chữ nội dung", Ask.CHOICE, choices=SIZES),
    Field("head_size", "Cỡ chữ Quốc hiệu", Ask.CHOICE, choices=HEADS),
    Field("pitch", "Khoảng cách dòng", Ask.NUMBER, step=0.5, unit="pt"),
    Field("first_line", "Lùi đầu dòng", Ask.CHOICE, choices=INDENTS),
    Field("gap", "Khoảng cách đoạn", Ask.NUMBER, low=LEAST_GAP, high=WIDEST_GAP, unit="pt"),
    *(Field(side, SIDES[side], Ask.NUMBER, low=low, high=high, unit="mm") for side, (low, high) in MARGINS.items()),
)


class PrescribedDialog(Dialog):
    """Asks about the names as printed and about sizes and margins; an empty name is the derived one."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__("Thể thức của cơ quan", "Nhận thể thức này", parent)
        self._base = office
        self.names, self.format = Form(_name_fields(office)), Form(FORMAT)
        self.names.show_values({field.name: getattr(office, field.name) for field in _name_fields(office)})
        layout = within_decree(office.layout)
        self._limit_pitch(layout.body_size)
        self.format.show_values(asdict(layout))
        self.format.changed.connect(self._on_changed)
        both = QHBoxLayout()
        both.setSpacing(3 * STEP)
        for head, form in (
            ("Tên gọi khi in (để trống thì chương trình tự ghi)", self.names),
            ("Trình bày, trong phạm vi Nghị định 30 cho phép", self.format),
        ):
            column = headed(head, form)
            column.addStretch()
            both.addLayout(column)
        self.body.addLayout(both)
        self.finish(860, 0, self.names.field("header"))

    @property
    def office(self) -> Office:
        """The profile as it is answered now."""
        return replace(self._base, **self.names.values(), layout=Layout(**self.format.values()))

    def _on_changed(self, name: str) -> None:
        if name == "body_size":
            self._limit_pitch(self.format.values()["body_size"])

    def _limit_pitch(self, size: float) -> None:
        self.format.set_range("pitch", *PITCHES[size])


def _name_fields(office: Office) -> tuple[Field, ...]:
    plain = replace(office, header=(), superior="", symbol="", place="")
    body = (Field("issuer_name", "Tên cơ quan", hint="Tên đầy đủ"),) if office.issuer == Issuer.OTHER else ()
    return (
        *body,
        Field("header", "Tên cơ quan khi in", Ask.LINES, "\n".join(header_lines(plain))),
        Field("superior", "Cơ quan chủ quản", hint=superior_line(plain) or "không ghi"),
        Field("symbol", "Ký hiệu", hint=symbol_of(plain)),
        Field("place", "Địa danh", hint=place_of(plain)),
        Field("unit_capital", "Tên đơn vị", Ask.YES, "Mang tên người, số hoặc sự kiện (viết hoa)"),
        Field("signer_title", "Chức danh người ký", hint="suy ra từ chức vụ"),
    )
