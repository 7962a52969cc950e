"""What the window says over the report: bars for troubles that stay, lines for how things are and what was done."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bcdesk.ui.notices import TroubleBar, quiet_line, result_line, trouble_bar


class Bars(QWidget):
    """The notices of the window one under another, the gravest on top; without height while none speaks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.unsaved, self.trouble, self.typeface = trouble_bar(), TroubleBar(), trouble_bar()
        self.lies_on, self.recovered, self.rescued = quiet_line("folder"), quiet_line("done"), quiet_line("done")
        self.reminder, self.result = quiet_line("backup"), result_line()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for notice in (
            *(self.unsaved, self.trouble, self.typeface),
            *(self.lies_on, self.recovered, self.rescued, self.reminder, self.result),
        ):
            column.addWidget(notice)
