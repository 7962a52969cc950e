"""How a report is to be printed: printer, copies, sides and pages."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from bcdesk.ui.dialogs.choices import Choice
from bcdesk.ui.dialogs.dialog import Dialog
from bcdesk.ui.dialogs.form import Ask, Field, Form

MOST_COPIES = 99


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """What the clerk chose; pages are counted from 1, the last one included."""

    printer: str
    copies: int = 1
    two_sided: bool = False
    first: int = 1
    last: int = 1


class PrintDialog(Dialog):
    """Asks for the options of one print job."""

    def __init__(
        self, printers: tuple[str, ...], pages: int, recipients: int, *, two_sided: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__("In báo cáo", "In", parent)
        self.form = Form(_fields(printers, pages, recipients))
        self.form.show_values({"two_sided": two_sided, "first": 1, "last": pages, "copies": 1})
        self.body.addWidget(self.form)
        self.finish(480, 0, self.form.field("printer"))

    @property
    def options(self) -> PrintOptions:
        """What was chosen, the pages in order."""
        values = self.form.values()
        first, last = sorted((int(values["first"]), int(values["last"])))
        return PrintOptions(values["printer"], int(values["copies"]), values["two_sided"], first, last)


def _fields(printers: tuple[str, ...], pages: int, recipients: int) -> tuple[Field, ...]:
    copies = f"bản (nơi nhận có {recipients} dòng)" if recipients else "bản"
    return (
        Field("printer", "Máy in", Ask.CHOICE, choices=tuple(Choice(name, name) for name in printers)),
        Field("copies", "Số bản", Ask.NUMBER, low=1, high=MOST_COPIES, unit=copies),
        Field("two_sided", "Hai mặt", Ask.YES, hint="In hai mặt giấy, lật theo cạnh dài"),
        Field("first", "Từ trang", Ask.NUMBER, low=1, high=pages),
        Field("last", "Đến trang", Ask.NUMBER, low=1, high=pages),
    )
