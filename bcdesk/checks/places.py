"""Where lines and the strokes under them stand on the pages, in twips from the paper's top left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bcdesk.checks.lines import Line
from bcdesk.checks.paper import Pages
from bcdesk.layout import pages as laid
from bcdesk.sheet.lengths import pt

FARTHEST_STROKE = pt(24)
NEAREST_STROKE = -pt(4)


@dataclass(frozen=True, slots=True)
class Shown:
    """The lines in which a paragraph, or a piece of one, stands on a page."""

    page: laid.Page
    lines: tuple[laid.Line, ...]

    @property
    def left(self) -> float:
        """The left end of its longest line."""
        return min(_ends(line)[0] for line in self.lines)

    @property
    def right(self) -> float:
        """The right end of its longest line."""
        return max(_ends(line)[1] for line in self.lines)

    @property
    def width(self) -> float:
        """The length of its longest line."""
        return max(right - left for left, right in map(_ends, self.lines))

    @property
    def middle(self) -> float:
        """Half-way between its ends."""
        return (self.left + self.right) / 2

    @property
    def baseline(self) -> float:
        """The baseline of its first line."""
        return self.lines[0].baseline

    @property
    def stroke(self) -> laid.Rule | None:
        """The nearest line right below it; None where there is none."""
        last = self.lines[-1]
        below = [rule for rule in self.page.rules if self._is_below(rule, last)]
        return min(below, key=lambda rule: rule.y1, default=None)

    def _is_below(self, rule: laid.Rule, last: laid.Line) -> bool:
        level = rule.y1 == rule.y2 and rule.x1 < self.right and rule.x2 > self.left
        return level and NEAREST_STROKE <= rule.y1 - (last.top + last.height) <= FARTHEST_STROKE


def shown(pages: Pages | None, line: Line) -> Shown | None:
    """Where a line stands; None without pages, and where its words are not found on them."""
    wanted = _plain(line.text)
    for page in pages or ():
        for at in range(len(page.lines)):
            count = _count(page.lines, at, wanted)
            if count:
                return Shown(page, page.lines[at : at + count])
    return None


def _count(lines: Sequence[laid.Line], at: int, wanted: str) -> int:
    """How many lines from `at` on make up the wanted text; 0 where they do not."""
    text = ""
    for count, line in enumerate(lines[at:], 1):
        text = _plain(f"{text} {line.text}")
        if text == wanted:
            return count
        if not text or not wanted.startswith(text):
            break
    return 0


def _plain(text: str) -> str:
    return " ".join(text.split())


def _ends(line: laid.Line) -> tuple[float, float]:
    """Where the visible characters of a line begin and end."""
    said = [piece for piece in line.pieces if piece.text.strip()]
    return (said[0].x, said[-1].x + said[-1].width) if said else (0.0, 0.0)
