"""Our pages against a rendered PDF of the same sheet: the same lines, on the same pages?

Lines are compared without their blanks. Text on one baseline that runs on to the right is one line, whether it stands
in one cell of a table or in two, and so it is on both sides; the raised mark of a footnote belongs to its line. A line
above the top margin (the page number) comes first.
"""

from __future__ import annotations

import html
import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from bcdesk.layout.pages import Page

TWIPS = 20
ONE_LINE = 120
NEAR = 10
DESCRIPTOR = re.compile(rb"/Ascent ([\d.]+)\s*/Descent -([\d.]+)")
UNSAID = (950, 350)
"""What poppler takes for ascent and descent where a PDF says 0."""
WORD = re.compile(r'<word xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)">(.*?)</word>')


class Stretch(NamedTuple):
    """Text without blanks, from `x` to `end` on a baseline, in twips."""

    x: float
    end: float
    baseline: float
    text: str


@dataclass(frozen=True)
class Comparison:
    """One document's lines and pages in ours and in the other's rendering.

    `drifts`: how far apart, in twips, the baselines of the lines are that are the same on the same page.
    """

    name: str
    ours: tuple[tuple[str, ...], ...]
    theirs: tuple[tuple[str, ...], ...]
    drifts: tuple[float, ...] = ()

    @property
    def lines(self) -> int:
        """How many lines the other has."""
        return sum(map(len, self.theirs))

    @property
    def same_lines(self) -> int:
        """How many of them we have too, in their order."""
        return same_lines(self.ours, self.theirs)

    @property
    def same_pages(self) -> int:
        """How many of the other's pages have the same lines."""
        return sum(ours == theirs for ours, theirs in zip(self.ours, self.theirs, strict=False))

    @property
    def drift(self) -> float:
        """How far, at most, the baselines of equal lines lie apart."""
        return max(self.drifts, default=0.0)

    @property
    def near(self) -> int:
        """How many lines have their baseline within half a point of the other's."""
        return sum(drift <= NEAR for drift in self.drifts)

    @property
    def same(self) -> bool:
        """Whether every line and page is the same."""
        return self.ours == self.theirs

    def first_difference(self) -> str:
        """Page and line of the first difference, for the reader of a failed test."""
        for number, (ours, theirs) in enumerate(zip(self.ours, self.theirs, strict=False), 1):
            for mine, other in zip((*ours, "(page end)"), (*theirs, "(page end)"), strict=False):
                if mine != other:
                    return f"{self.name} page {number}: ours {mine!r}, theirs {other!r}"
        return "" if self.same else f"{self.name}: {len(self.ours)} pages, theirs {len(self.theirs)}"


def same_lines(ours: tuple[tuple[str, ...], ...], theirs: tuple[tuple[str, ...], ...]) -> int:
    """How many lines two documents have in common, in their order."""
    left, right = _joined(ours), _joined(theirs)
    if left == right:
        return len(right)
    return sum(block.size for block in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks())


def _joined(pages: tuple[tuple[str, ...], ...]) -> list[str]:
    return [line for page in pages for line in page]


def printed(pages: tuple[Page, ...], top: float = 1000) -> tuple[tuple[str, ...], ...]:
    """The lines of our pages as they are compared."""
    return _texts(_lines(_ours(page), top) for page in pages)


def compared(name: str, pages: tuple[Page, ...], pdf: bytes, top: float = 1000) -> Comparison:
    """Our pages against a PDF; what stands higher than `top` twips is the page number."""
    ours = [_lines(_ours(page), top) for page in pages]
    theirs = [_lines(page, top) for page in _theirs(pdf)]
    return Comparison(name, _texts(ours), _texts(theirs), tuple(_drifts(ours, theirs)))


def _texts(pages: Iterable[list[Stretch]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.text for line in page) for page in pages)


def _drifts(ours: list[list[Stretch]], theirs: list[list[Stretch]]) -> Iterator[float]:
    for left, right in zip(ours, theirs, strict=False):
        for mine, other in zip(left, right, strict=False):
            if mine.text == other.text:
                yield abs(mine.baseline - other.baseline)


def _ours(page: Page) -> Iterator[Stretch]:
    for line in page.lines:
        if line.pieces:
            last = line.pieces[-1]
            yield Stretch(line.pieces[0].x, last.x + last.width, line.baseline, unspaced(line.text))


def _theirs(pdf: bytes) -> Iterator[list[Stretch]]:
    found = subprocess.run(["pdftotext", "-raw", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True)
    share = _above_baseline(pdf)
    for page in found.stdout.decode().split("<page ")[1:]:
        yield [
            Stretch(x * TWIPS, end * TWIPS, (top + (bottom - top) * share) * TWIPS, unspaced(html.unescape(text)))
            for *places, text in WORD.findall(page)
            for x, top, end, bottom in [map(float, places)]
        ]


def _above_baseline(pdf: bytes) -> float:
    """The share of the height poppler gives a word that stands above the baseline."""
    said = DESCRIPTOR.search(pdf)
    ascent, descent = map(float, said.groups()) if said else UNSAID
    return ascent / (ascent + descent)


def unspaced(text: str) -> str:
    """The text without its blanks."""
    return "".join(text.split())


def _lines(stretches: Iterable[Stretch], top: float) -> list[Stretch]:
    lines: list[Stretch] = []
    for stretch in stretches:
        if not stretch.text:
            continue
        last = lines[-1] if lines else None
        if last and abs(last.baseline - stretch.baseline) < ONE_LINE and stretch.x > last.end - TWIPS:
            lines[-1] = Stretch(last.x, stretch.end, max(last.baseline, stretch.baseline), last.text + stretch.text)
        else:
            lines.append(stretch)
    return sorted(lines, key=lambda line: line.baseline >= top)
