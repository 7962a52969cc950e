"""The place under the report, which several panels share: showing one hides the others."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QSplitter, QWidget


class OneBelow(QObject):
    """Keeps at most one of the panels in a splitter shown, each as high as it was last, at first as high as it asks."""

    def __init__(self, floors: QSplitter) -> None:
        super().__init__(floors)
        self._floors = floors
        self._heights: dict[QWidget, int] = {}
        self._shown: QWidget | None = None

    def add(self, panel: QWidget, height: int) -> None:
        """Take in a panel of the splitter."""
        self._heights[panel] = height
        panel.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make room for the panel that is being shown, and remember the height of the one that goes."""
        if isinstance(watched, QWidget) and watched in self._heights:
            if event.type() == QEvent.Type.ShowToParent:
                self._make_room(watched)
            elif event.type() == QEvent.Type.HideToParent and watched is self._shown:
                self._heights[watched] = watched.height()
                self._shown = None
        return False

    def _make_room(self, panel: QWidget) -> None:
        for other in self._heights:
            if other is not panel:
                other.hide()
        self._shown = panel
        widgets = (self._floors.widget(at) for at in range(1, self._floors.count()))
        heights = [self._heights[panel] if widget is panel else 0 for widget in widgets]
        self._floors.setSizes([max(self._floors.height() - sum(heights), 0), *heights])
