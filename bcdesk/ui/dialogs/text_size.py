"""How large the interface is to be."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from bcdesk.ui.dialogs.choices import Choice
from bcdesk.ui.dialogs.dialog import Dialog, note
from bcdesk.ui.dialogs.form import Ask, Field, Form

SIZE = Field("size", "Cỡ chữ giao diện", Ask.CHOICE)
EXPLAINED = (
    "Chữ, hình, ô bấm trên màn hình to theo; giấy in không đổi. "
    "Cỡ chữ của Windows (Cài đặt, Màn hình) vẫn được tính thêm vào."
)


class TextSizeDialog(Dialog):
    """Asks for one of some sizes in percent."""

    def __init__(self, sizes: Iterable[int], size: int, parent: QWidget | None = None) -> None:
        super().__init__("Cỡ chữ giao diện", "Lưu cỡ chữ", parent)
        self.form = Form((SIZE,))
        self.form.set_choices("size", [Choice(each, f"{each} %") for each in sizes])
        self.form.show_values({"size": size})
        self.body.addWidget(self.form)
        self.body.addWidget(note(EXPLAINED))
        self.finish(520, 176, self.form.field("size"))

    @property
    def percent(self) -> int:
        """The size chosen."""
        percent: int = self.form.values()["size"]
        return percent
