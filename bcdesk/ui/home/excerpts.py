"""A title with, below it, the line of the report in which the words looked for stand."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bcdesk.report.excerpt import Excerpt
from bcdesk.ui.style.colours import colours_in
from bcdesk.ui.style.style import STEP

EXCERPT = Qt.ItemDataRole.UserRole + 1
TALL = 48  # pixels: a row with two lines
SIDE = 11  # pixels left of the words, as in the rows of one line


class ExcerptDelegate(QStyledItemDelegate):
    """Paints the excerpt an index has under `EXCERPT` below its words; one without is painted as usual."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint an item."""
        excerpt = index.data(EXCERPT)
        if not excerpt:
            super().paint(painter, option, index)
            return
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        title, shown.text = shown.text, ""
        style = shown.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, shown.widget)
        self._paint_lines(painter, shown, title, excerpt)

    def _paint_lines(self, painter: QPainter, shown: QStyleOptionViewItem, title: str, excerpt: Excerpt) -> None:
        rect: QRect = shown.rect.adjusted(SIDE, STEP // 2, -SIDE, -STEP // 2)
        chosen = bool(shown.state & QStyle.StateFlag.State_Selected)
        palette: QPalette = shown.palette
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        upper, lower = QRect(rect), QRect(rect)
        upper.setBottom(rect.center().y())
        lower.setTop(rect.center().y() + 1)
        painter.save()
        painter.setClipRect(rect)
        painter.setPen(palette.color(role))
        words = shown.fontMetrics.elidedText(title, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(upper, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        quiet = palette.color(role) if chosen else QColor(colours_in(palette).muted)
        _paint_excerpt(painter, lower, shown.font, excerpt, quiet, palette.color(role))
        painter.restore()


def _paint_excerpt(
    painter: QPainter, rect: QRect, font: QFont, excerpt: Excerpt, quiet: QColor, strong: QColor
) -> None:
    """One line of it in `quiet`, the words looked for bold in `strong`."""
    strong_font = QFont(font)
    strong_font.setBold(True)
    fitting = QFontMetrics(strong_font).elidedText(excerpt.text, Qt.TextElideMode.ElideRight, rect.width())
    layout = QTextLayout(fitting, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats([_bold(excerpt.text, place, strong) for place in excerpt.words])
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    painter.setPen(quiet)
    layout.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2))


def _bold(text: str, place: tuple[int, int], colour: QColor) -> QTextLayout.FormatRange:
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.Bold)
    bold.setForeground(colour)
    made = QTextLayout.FormatRange()
    # Qt counts a letter outside the basic plane twice.
    made.start = len(text[: place[0]].encode("utf-16-le")) // 2
    made.length = len(text[place[0] : place[1]].encode("utf-16-le")) // 2
    made.format = bold
    return made
