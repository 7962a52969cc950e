"""Pages stacked on the desk, one under another: where each stands in pixels at a zoom, and back to twips."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from bcdesk.layout.pages import Page
from bcdesk.sheet.lengths import TWIPS_PER_INCH

MARGIN = 16
SCREEN_DPI = 96


@dataclass(frozen=True, slots=True)
class Stack:
    """Pages on a desk `desk_width` wide, all at `scale` logical pixels per twip, or each as wide as the desk for None.

    Everything stands at whole device pixels, of which there are `pixel_ratio` to a logical one.
    """

    pages: tuple[Page, ...]
    scale: float | None
    desk_width: int
    pixel_ratio: float = 1.0

    @property
    def width(self) -> int:
        """The width of the desk with all pages on it."""
        widest = max((self._width_of(page) for page in self.pages), default=0)
        return max(self.desk_width, round(widest) + 2 * MARGIN)

    @property
    def tops(self) -> tuple[float, ...]:
        """The top of each page, and last where the desk ends."""
        heights = (page.height * self._scale_of(page) + MARGIN for page in self.pages)
        return tuple(self._snapped(top) for top in accumulate(heights, initial=float(MARGIN)))

    @property
    def height(self) -> int:
        """The height of the desk with all pages on it."""
        return round(self.tops[-1])

    def scale_at(self, index: int) -> float:
        """Logical pixels per twip of a page."""
        return self._scale_of(self.pages[index])

    def left(self, index: int) -> float:
        """The left edge of a page, which stands in the middle of the desk."""
        return self._snapped((self.width - self._width_of(self.pages[index])) / 2)

    def page_at(self, y: float) -> int:
        """The page at a height of the desk, the one above where that is between two."""
        return min(max(bisect_right(self.tops, y) - 1, 0), len(self.pages) - 1)

    def visible(self, top: float, bottom: float) -> range:
        """The pages of which something stands between two heights."""
        return range(self.page_at(top), self.page_at(bottom) + 1) if self.pages else range(0)

    def on_page(self, x: float, y: float) -> tuple[int, float, float]:
        """The page at a point of the desk, and the point in twips from its top left."""
        index = self.page_at(y)
        scale = self.scale_at(index)
        return index, (x - self.left(index)) / scale, (y - self.tops[index]) / scale

    def x_of(self, index: int, twips: float) -> float:
        """How far across the desk a place on a page is."""
        return self.left(index) + twips * self.scale_at(index)

    def y_of(self, index: int, twips: float) -> float:
        """How far down the desk a place on a page is."""
        return self.tops[index] + twips * self.scale_at(index)

    def _scale_of(self, page: Page) -> float:
        return max(self.desk_width - 2 * MARGIN, MARGIN) / page.width if self.scale is None else self.scale

    def _width_of(self, page: Page) -> float:
        return page.width * self._scale_of(page)

    def _snapped(self, length: float) -> float:
        return round(length * self.pixel_ratio) / self.pixel_ratio


def scale_of(zoom: float) -> float:
    """Logical pixels per twip at a zoom of which 1 is the size of paper."""
    return zoom * SCREEN_DPI / TWIPS_PER_INCH
