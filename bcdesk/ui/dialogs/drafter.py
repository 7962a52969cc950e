"""One more drafter on this PC."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bcdesk.ui.dialogs.dialog import Dialog
from bcdesk.ui.dialogs.form import Field, Form

FIELDS = (Field("name", "Họ và tên", hint="Nguyễn Văn An"),)


class DrafterDialog(Dialog):
    """Asks for a name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Thêm người soạn", "Thêm người soạn", parent)
        self.form = Form(FIELDS)
        self.form.changed.connect(self._allow)
        self.body.addWidget(self.form)
        self._allow()
        self.finish(400, 0, self.form.field("name"))

    @property
    def name(self) -> str:
        """The name as typed."""
        name: str = self.form.values()["name"]
        return name

    def _allow(self) -> None:
        self.act.setEnabled(bool(self.name))
