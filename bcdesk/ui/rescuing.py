"""From a window that works to the rescue, where its data turn out to be damaged meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from bcdesk.errors import DatabaseDamaged, KnownError
from bcdesk.ui.notices import Step, TroubleBar
from bcdesk.ui.workplace import Workplace

RESCUE = "Cứu dữ liệu…"


class Rescuing(QObject):
    """Offers the rescue in the bar of troubles; taken, the window closes, and another begins with the rescue."""

    def __init__(self, window: QWidget, workplace: Workplace, trouble: TroubleBar) -> None:
        super().__init__(window)
        self._window = window
        self._workplace = workplace
        self._trouble = trouble
        trouble.rescue = Step(RESCUE, self.begin)
        self._stop_listening = workplace.keeper.listen(self._on_looked)

    def begin(self) -> None:
        """Leave, with all that is not on the disk."""
        self._workplace.rescue(self._window)

    def _on_looked(self, trouble: KnownError | None) -> None:
        if isinstance(trouble, DatabaseDamaged) and self._trouble.isHidden():
            self._trouble.tell(trouble)
