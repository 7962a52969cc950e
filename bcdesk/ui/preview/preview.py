"""The pages as they will come out of the printer, on a grey desk; a click finds the text, the text finds its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from bcdesk.painting.painter import paint_page
from bcdesk.report.report import Place
from bcdesk.ui.preview.hits import lines_of, place_at, printed_place
from bcdesk.ui.preview.stack import MARGIN, Stack, scale_of

if TYPE_CHECKING:
    from bcdesk.layout.pages import Line, Page

ZOOMS = (0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
EDGE_ALPHAS = (28, 16, 8, 4)
BAR_WIDTH = 3
BAR_GAP = 10
BAR_ALPHA = 150
ROOM_AROUND_MARK = 24


class Preview(QAbstractScrollArea):
    """Shows pages. Paints only what is visible, and stays at the paragraph one writes in."""

    clicked = Signal(Place)
    page_shown = Signal(int, int)
    zoom_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: tuple[Page, ...] = ()
        self._zoom: float | None = None
        self._mark: Place | None = None
        self._bar: Place | None = None
        self._stack = Stack((), None, 0)
        self._shown = (0, 0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self._tell_page()

    @property
    def fits_width(self) -> bool:
        """Whether each page is as wide as the desk, whatever its width."""
        return self._zoom is None

    def show_pages(self, pages: tuple[Page, ...]) -> None:
        """Show these pages; the marked paragraph, where it was visible, stays where it was on the screen."""
        before = self._mark_height()
        self._pages = pages
        self._bar = printed_place(pages, self._mark)
        self._arrange()
        after = self._mark_height()
        if before is not None and after is not None and 0 <= before <= self.viewport().height():
            self._scroll_by(after - before)

    def mark(self, place: Place | None, *, ensure: bool = False) -> None:
        """Put a bar beside the paragraph of `place`; with `ensure`, scroll as little as shows its line."""
        self._mark = place
        self._bar = printed_place(self._pages, place)
        self.viewport().update()
        if ensure and place is not None:
            self._show_mark()

    def fit_width(self) -> None:
        """Make the pages as wide as the desk."""
        self._set_zoom(None)

    def zoom_in(self) -> None:
        """The next larger step."""
        self._set_zoom(next((step for step in ZOOMS if step > self._zoom_now() + 0.01), ZOOMS[-1]))

    def zoom_out(self) -> None:
        """The next smaller step."""
        self._set_zoom(next((step for step in reversed(ZOOMS) if step < self._zoom_now() - 0.01), ZOOMS[0]))

    def _zoom_now(self) -> float:
        return self._stack.scale_at(self._shown[0] - 1) / scale_of(1.0) if self._pages else 1.0

    def _set_zoom(self, zoom: float | None) -> None:
        self._zoom = zoom
        self._arrange_around_middle()
        self.zoom_changed.emit(self.fits_width)

    def _arrange_around_middle(self) -> None:
        """Lay the desk out anew, with what is in the middle of the screen left there."""
        if not self._pages:
            self._arrange()
            return
        middle = self.viewport().height() / 2
        across = self.viewport().width() / 2
        page, x, y = self._stack.on_page(
            self.horizontalScrollBar().value() + across, self.verticalScrollBar().value() + middle
        )
        self._arrange()
        self._scroll_by(self._stack.y_of(page, y) - middle - self.verticalScrollBar().value())
        self._scroll_sideways(self._stack.x_of(page, x) - across)

    def _arrange(self) -> None:
        view = self.viewport()
        scale = None if self._zoom is None else scale_of(self._zoom)
        self._stack = Stack(self._pages, scale, view.width(), self.devicePixelRatioF())
        for bar, whole, page in (
            (self.verticalScrollBar(), self._stack.height, view.height()),
            (self.horizontalScrollBar(), self._stack.width, view.width()),
        ):
            bar.setPageStep(page)
            bar.setSingleStep(3 * MARGIN)
            bar.setRange(0, max(whole - page, 0))
        view.update()
        self._tell_page()

    def _marked(self) -> tuple[int, Line] | None:
        """The page and the line the mark is at: that of its character, else its paragraph's first."""
        if self._bar is None:
            return None
        shown = [(index, line) for index, page in enumerate(self._pages) for line in lines_of(page, self._bar)]
        return next((found for found in reversed(shown) if found[1].start <= self._bar.offset), shown[0])

    def _mark_height(self) -> float | None:
        """How far below the top of the screen the mark's line is."""
        found = self._marked()
        return self._stack.y_of(found[0], found[1].top) - self.verticalScrollBar().value() if found else None

    def _show_mark(self) -> None:
        found = self._marked()
        if found is None:
            return
        index, line = found
        top = self._stack.y_of(index, line.top) - ROOM_AROUND_MARK
        bottom = self._stack.y_of(index, line.top + line.height) + ROOM_AROUND_MARK
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setValue(round(min(max(bar.value(), bottom - height), top)))

    def _scroll_by(self, pixels: float) -> None:
        self.verticalScrollBar().setValue(round(self.verticalScrollBar().value() + pixels))

    def _scroll_sideways(self, pixels: float) -> None:
        self.horizontalScrollBar().setValue(round(pixels))

    def _tell_page(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        shown = (self._stack.page_at(middle) + 1 if self._pages else 0, len(self._pages))
        if shown != self._shown or not self.accessibleName():
            self._shown = shown
            self.setAccessibleName(f"Trang xem trước, trang {shown[0]}/{shown[1]}")
            self.page_shown.emit(*shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what of the desk and its pages is to be painted."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Shadow))
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        painter.translate(-across, -down)
        clip = QRectF(event.rect()).translated(across, down)
        for index in self._stack.visible(clip.top(), clip.bottom()):
            self._paint_page(painter, index, clip)
        painter.end()

    def _paint_page(self, painter: QPainter, index: int, clip: QRectF) -> None:
        page, scale = self._pages[index], self._stack.scale_at(index)
        paper = QRectF(self._stack.left(index), self._stack.tops[index], page.width * scale, page.height * scale)
        _paint_paper(painter, paper)
        painter.save()
        painter.setClipRect(paper)
        painter.translate(paper.topLeft())
        painter.scale(scale, scale)
        inside = clip.intersected(paper).translated(-paper.topLeft())
        paint_page(painter, page, QRectF(inside.topLeft() / scale, inside.size() / scale))
        self._paint_mark(painter, page, scale)
        painter.restore()

    def _paint_mark(self, painter: QPainter, page: Page, scale: float) -> None:
        lines = lines_of(page, self._bar) if self._bar else []
        if not lines:
            return
        colour = self.palette().color(QPalette.ColorRole.Highlight)
        colour.setAlpha(BAR_ALPHA)
        top, bottom = min(line.top for line in lines), max(line.top + line.height for line in lines)
        left = _text_left(page, lines) - (BAR_GAP + BAR_WIDTH) / scale
        painter.fillRect(QRectF(left, top, BAR_WIDTH / scale, bottom - top), colour)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell which place in the report was pressed."""
        if event.button() != Qt.MouseButton.LeftButton or not self._pages:
            return
        point = event.position()
        desk_x = point.x() + self.horizontalScrollBar().value()
        index, x, y = self._stack.on_page(desk_x, point.y() + self.verticalScrollBar().value())
        place = place_at(self._pages[index], x, y)
        if place is not None:
            self.clicked.emit(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the end of a press too, which otherwise goes to the window behind."""
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom."""
        turned = event.angleDelta().y()
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif turned > 0:
            self.zoom_in()
        elif turned < 0:
            self.zoom_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by line, screen and to both ends; zoom with Ctrl."""
        bar = self.verticalScrollBar()
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        zooms = {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.fit_width,
        }
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        if control and event.key() in zooms:
            zooms[Qt.Key(event.key())]()
        elif event.key() in ends:
            bar.setValue(ends[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the desk out anew for its size; with no room for a page, as on its way to be shown, wait for more."""
        super().resizeEvent(event)
        if self.viewport().width() > 2 * MARGIN:
            self._arrange_around_middle()

    def scrollContentsBy(self, across: int, down: int) -> None:
        """Paint the part of the desk now on the screen."""
        super().scrollContentsBy(across, down)
        self.viewport().update()
        self._tell_page()

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()


def _paint_paper(painter: QPainter, paper: QRectF) -> None:
    """White paper with a soft edge."""
    shade = QColor(Qt.GlobalColor.black)
    for distance, alpha in enumerate(EDGE_ALPHAS, 1):
        shade.setAlpha(alpha)
        painter.fillRect(paper.adjusted(-distance, 1 - distance, distance, distance + 1), shade)
    painter.fillRect(paper, Qt.GlobalColor.white)


def _text_left(page: Page, lines: list[Line]) -> float:
    """The left edge of the text beside which a bar stands: the page's, or that of lines in its right half alone."""
    own = min((line.pieces[0].x for line in lines if line.pieces), default=0.0)
    whole = min((line.pieces[0].x for line in page.lines if line.pieces), default=0.0)
    return whole if own < page.width / 2 else own
