"""The report, and under it the place that several panels share: showing one hides the others."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QSplitter, QWidget


class Floors(QSplitter):
    """What stands on top, and at most one panel under it, as high as it was last, at first as high as it asks."""

    def __init__(self, top: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._panels: dict[QWidget, int] = {}
        self._shown: QWidget | None = None
        self.addWidget(top)
        self.setStretchFactor(0, 1)
        self.setChildrenCollapsible(False)

    def put_below(self, panel: QWidget, height: int) -> None:
        """Take in a panel."""
        self.addWidget(panel)
        self.setStretchFactor(self.count() - 1, 0)
        self._panels[panel] = height
        panel.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make room for the panel that is being shown, and remember the height of the one that goes."""
        if isinstance(watched, QWidget) and watched in self._panels:
            if event.type() == QEvent.Type.ShowToParent:
                self._make_room(watched)
            elif event.type() == QEvent.Type.HideToParent and watched is self._shown:
                self._panels[watched] = watched.height()
                self._shown = None
        return False

    def _make_room(self, panel: QWidget) -> None:
        for other in self._panels:
            if other is not panel:
                other.hide()
        self._shown = panel
        heights = [height if each is panel else 0 for each, height in self._panels.items()]
        self.setSizes([max(self.height() - sum(heights), 0), *heights])
