"""What is derived from an office, to be changed where it is called otherwise, and its choices inside the decree."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bcdesk.report.office import Issuer, Layout, Office, header_lines, place_of, superior_line, symbol_of
from bcdesk.ui.dialogs.choices import Choice
from bcdesk.ui.dialogs.dialog import Dialog
from bcdesk.ui.dialogs.form import Field, Form, Kind
from bcdesk.ui.style.style import STEP

# The ranges of the decree (ND-01 … ND-04, GEN-03 … GEN-05, GEN-13); pitches as offered by the project.
PITCHES = {14.0: (17.0, 24.0), 13.0: (16.0, 22.0)}
SIZES = tuple(Choice(size, f"{size:.0f} pt") for size in (14.0, 13.0))
HEADS = tuple(Choice(size, f"{size:.0f} pt (Tiêu ngữ {size + 1:.0f} pt)") for size in (13.0, 12.0))
INDENTS = (Choice(12.7, "1,27 cm"), Choice(10.0, "1 cm"))
FORMAT = (
    Field("body_size", "Cỡ chữ nội dung", Kind.CHOICE, choices=SIZES),
    Field("head_size", "Cỡ chữ Quốc hiệu", Kind.CHOICE, choices=HEADS),
    Field("pitch", "Khoảng cách dòng", Kind.NUMBER, low=16, high=24, step=0.5, unit="pt"),
    Field("first_line", "Lùi đầu dòng", Kind.CHOICE, choices=INDENTS),
    Field("gap", "Khoảng cách đoạn", Kind.NUMBER, low=6, high=12, unit="pt"),
    Field("top", "Lề trên", Kind.NUMBER, low=20, high=25, unit="mm"),
    Field("bottom", "Lề dưới", Kind.NUMBER, low=20, high=25, unit="mm"),
    Field("left", "Lề trái", Kind.NUMBER, low=30, high=35, unit="mm"),
    Field("right", "Lề phải", Kind.NUMBER, low=15, high=20, unit="mm"),
)


class PrescribedDialog(Dialog):
    """Asks about the names as printed and about sizes and margins; an empty name is the derived one."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__("Thể thức của cơ quan", "Nhận thể thức này", parent)
        self._base = office
        self.names, self.format = Form(_name_fields(office)), Form(FORMAT)
        self.names.show_values({field.name: getattr(office, field.name) for field in _name_fields(office)})
        self._limit_pitch(office.layout.body_size)
        self.format.show_values({field.name: getattr(office.layout, field.name) for field in fields(Layout)})
        self.format.changed.connect(self._on_changed)
        both = QHBoxLayout()
        both.setSpacing(3 * STEP)
        both.addLayout(_under("Tên gọi khi in (để trống thì chương trình tự ghi)", self.names))
        both.addLayout(_under("Trình bày, trong phạm vi Nghị định 30 cho phép", self.format))
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
        self.format.set_range("pitch", *PITCHES.get(size, PITCHES[14.0]))


def _name_fields(office: Office) -> tuple[Field, ...]:
    plain: Any = replace(office, header=(), superior="", symbol="", place="")
    body = (Field("issuer_name", "Tên cơ quan", hint="Tên đầy đủ"),) if office.issuer == Issuer.OTHER else ()
    return (
        *body,
        Field("header", "Tên cơ quan khi in", Kind.LINES, "\n".join(header_lines(plain))),
        Field("superior", "Cơ quan chủ quản", hint=superior_line(plain) or "không ghi"),
        Field("symbol", "Ký hiệu", hint=symbol_of(plain)),
        Field("place", "Địa danh", hint=place_of(plain)),
        Field("unit_capital", "Tên đơn vị", Kind.YES, "Mang tên người, số hoặc sự kiện (viết hoa)"),
        Field("signer_title", "Chức danh người ký", hint="suy ra từ chức vụ"),
    )


def _under(head: str, form: Form) -> QVBoxLayout:
    column = QVBoxLayout()
    label = QLabel(head)
    label.setObjectName("muted")
    column.addWidget(label)
    column.addWidget(form)
    column.addStretch()
    return column
