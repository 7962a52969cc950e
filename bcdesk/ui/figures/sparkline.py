"""A small line that shows the course of a figure."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

MARGIN, DOT = 7.0, 2.5
LINE = 1.5
FEWEST = 2

Amounts = Sequence[Decimal | None]


def points(amounts: Amounts, room: QRectF) -> list[list[QPointF]]:
    """The points of each stretch without a gap, in `room`, the lowest value at its foot."""
    known = [float(value) for value in amounts if value is not None]
    if not known:
        return []
    low, high = min(known), max(known)
    step = room.width() / max(len(amounts) - 1, 1)
    stretches: list[list[QPointF]] = [[]]
    for at, value in enumerate(amounts):
        if value is None:
            stretches.append([])
        else:
            share = (float(value) - low) / (high - low) if high > low else 0.5
            stretches[-1].append(QPointF(room.left() + at * step, room.bottom() - share * room.height()))
    return [stretch for stretch in stretches if stretch]


class SparklineDelegate(QStyledItemDelegate):
    """Paints the amounts that a cell holds for its user role."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The ground of the cell, the line, and a dot at its end."""
        option.widget.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
        )
        amounts: Amounts = index.data(Qt.ItemDataRole.UserRole) or ()
        room = QRectF(option.rect).adjusted(2 * MARGIN, MARGIN, -2 * MARGIN, -MARGIN)
        stretches = points(amounts, room)
        if not stretches:
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        colour = option.palette.color(QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Highlight)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, LINE))
        for stretch in stretches:
            if len(stretch) >= FEWEST:
                painter.drawPolyline(QPolygonF(stretch))
        painter.setBrush(colour)
        painter.drawEllipse(stretches[-1][-1], DOT, DOT)
        painter.restore()
