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
    """Pages at `scale` logical pixels per twip on a desk at least `desk_width` wide, at whole device pixels."""

    pages: tuple[Page, ...]
    scale: float
    desk_width: int
    pixel_ratio: float = 1.0

    @property
    def width(self) -> int:
        """The width of the desk with all pages on it."""
        widest = max((page.width for page in self.pages), default=0)
        return max(self.desk_width, round(widest * self.scale) + 2 * MARGIN)

    @property
    def tops(self) -> tuple[float, ...]:
        """The top of each page, and last where the desk ends."""
        heights = (page.height * self.scale + MARGIN for page in self.pages)
        return tuple(self._snapped(top) for top in accumulate(heights, initial=float(MARGIN)))

    @property
    def height(self) -> int:
        """The height of the desk with all pages on it."""
        return round(self.tops[-1])

    def left(self, index: int) -> float:
        """The left edge of a page, which stands in the middle of the desk."""
        return self._snapped((self.width - self.pages[index].width * self.scale) / 2)

    def page_at(self, y: float) -> int:
        """The page at a height of the desk, the one above where that is between two."""
        return min(max(bisect_right(self.tops, y) - 1, 0), len(self.pages) - 1)

    def visible(self, top: float, bottom: float) -> range:
        """The pages of which something stands between two heights."""
        return range(self.page_at(top), self.page_at(bottom) + 1) if self.pages else range(0)

    def on_page(self, x: float, y: float) -> tuple[int, float, float]:
        """The page at a point of the desk, and the point in twips from its top left."""
        index = self.page_at(y)
        return index, (x - self.left(index)) / self.scale, (y - self.tops[index]) / self.scale

    def y_of(self, index: int, twips: float) -> float:
        """The height on the desk of a height on a page."""
        return self.tops[min(index, len(self.pages))] + twips * self.scale

    def _snapped(self, length: float) -> float:
        return round(length * self.pixel_ratio) / self.pixel_ratio


def scale_to_fit(pages: tuple[Page, ...], desk_width: int) -> float:
    """The scale at which the widest page fills the width of the desk."""
    widest = max((page.width for page in pages), default=0)
    return max(desk_width - 2 * MARGIN, MARGIN) / widest if widest else scale_of(1.0)


def scale_of(zoom: float) -> float:
    """Logical pixels per twip at a zoom of which 1 is the size of paper."""
    return zoom * SCREEN_DPI / TWIPS_PER_INCH
