"""The office's own templates: looked at, changed, removed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from bcdesk.report.kinds import Kind
from bcdesk.report.templates import rhythm_words
from bcdesk.ui.dialogs.choices import Choice, ChoiceList
from bcdesk.ui.dialogs.dialog import Dialog, note

WORDS = "Báo cáo đã lập theo mẫu thì giữ nguyên khi mẫu đổi hoặc bị xóa."


class TemplatesDialog(Dialog):
    """Lists templates; `changing` and `removing` carry the one the clerk means."""

    changing = Signal(object)
    removing = Signal(object)

    def __init__(self, own: tuple[Kind, ...], parent: QWidget | None = None) -> None:
        super().__init__("Mẫu của cơ quan", "Sửa…", parent, leave="Đóng")
        self.listed = ChoiceList()
        self.listed.setAccessibleName("Mẫu của cơ quan")
        self.listed.itemDoubleClicked.connect(lambda _: self.accept())
        self.remove = self.add_verb("Xóa mẫu", self._remove, first=True)
        self.body.addWidget(self.listed, 1)
        self.body.addWidget(note(WORDS))
        self.show_templates(own)
        self.finish(560, 400, self.listed)

    def show_templates(self, own: tuple[Kind, ...]) -> None:
        """List these."""
        self.listed.set_choices(
            Choice(kind, f"{kind.name} ({rhythm_words(kind.sequence)})", kind.group) for kind in own
        )

    def accept(self) -> None:
        """Change the template under the bar; this dialog gives way to that of the template."""
        chosen = self.listed.current()
        if chosen is not None:
            super().accept()
            self.changing.emit(chosen.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete means the verb of that name."""
        if event.key() == Qt.Key.Key_Delete:
            self._remove()
        else:
            super().keyPressEvent(event)

    def _remove(self) -> None:
        """Remove the template under the bar; the window offers to take that back, so this dialog gives way."""
        chosen = self.listed.current()
        if chosen is not None:
            self.reject()
            self.removing.emit(chosen.value)
