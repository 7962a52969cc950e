"""A rendered PDF as a ruler and a loupe see it: lines of letters with font, size and place, and drawn rules.

Points from the paper's top left; baselines grow downwards.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTContainer, LTCurve, LTItem, LTLine, LTPage, LTRect

SAME_BASELINE = 1.0
COLUMN_GAP = 24.0
THIN = 2.5


@dataclass(frozen=True)
class Letter:
    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    font: str
    black: bool


@dataclass(frozen=True)
class RenderedLine:
    """Letters on one baseline with no gap as wide as that between two columns."""

    letters: tuple[Letter, ...]

    @property
    def text(self) -> str:
        return "".join(letter.text for letter in self.letters).replace("\u00a0", " ")

    @property
    def inked(self) -> tuple[Letter, ...]:
        return tuple(letter for letter in self.letters if letter.text.strip())

    @property
    def x0(self) -> float:
        return self.inked[0].x0

    @property
    def x1(self) -> float:
        return self.inked[-1].x1

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def baseline(self) -> float:
        return self.letters[0].baseline

    @property
    def sizes(self) -> set[float]:
        return {round(letter.size * 2) / 2 for letter in self.inked}

    @property
    def bold(self) -> bool:
        return all("Bold" in letter.font for letter in self.inked)

    @property
    def italic(self) -> bool:
        return all("Italic" in letter.font for letter in self.inked)

    @property
    def upright(self) -> bool:
        return not any("Italic" in letter.font for letter in self.inked)

    @property
    def light(self) -> bool:
        return not any("Bold" in letter.font for letter in self.inked)

    def gap_after(self, text: str) -> float:
        """The width of the white behind the first `text` of this line."""
        end = self.text.index(text) + len(text) - 1
        following = next(letter for letter in self.letters[end + 1 :] if letter.text.strip())
        return following.x0 - self.letters[end].x1


@dataclass(frozen=True)
class RenderedRule:
    x0: float
    x1: float
    y: float
    thickness: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True)
class RenderedPage:
    width: float
    height: float
    lines: tuple[RenderedLine, ...]
    rules: tuple[RenderedRule, ...]

    def line(self, text: str) -> RenderedLine:
        """The first line with that text in it; fails by name where there is none."""
        found = [line for line in self.lines if text in line.text]
        assert found, f"no line with {text!r} among {[line.text for line in self.lines]}"
        return found[0]

    def lines_of(self, text: str) -> list[RenderedLine]:
        """Every line with that text in it, from the top."""
        return [line for line in self.lines if text in line.text]

    def rule_below(self, line: RenderedLine, within: float = 16.0) -> RenderedRule:
        """The nearest rule under a line, in its column."""
        below = [
            rule
            for rule in self.rules
            if 0 < rule.y - line.baseline < within and rule.x0 < line.x1 and rule.x1 > line.x0
        ]
        assert below, f"no rule under {line.text!r} among {self.rules}"
        return min(below, key=lambda rule: rule.y)


def rendered(pdf: bytes) -> tuple[RenderedPage, ...]:
    """The pages of a PDF."""
    return tuple(_page(page) for page in extract_pages(io.BytesIO(pdf), laparams=None))


def _page(page: LTPage) -> RenderedPage:
    items = list(_flat(page))
    letters = [_letter(item, page.height) for item in items if isinstance(item, LTChar)]
    shapes = [item for item in items if isinstance(item, LTLine | LTRect | LTCurve)]
    rules = tuple(_rule(shape, page.height) for shape in shapes if shape.height <= THIN < shape.width)
    return RenderedPage(page.width, page.height, tuple(_lines(letters)), rules)


def _flat(item: LTItem) -> Iterator[LTItem]:
    yield item
    if isinstance(item, LTContainer):
        for child in item:
            yield from _flat(child)


def _letter(item: LTChar, height: float) -> Letter:
    black = item.graphicstate.ncolor in (None, 0, (0,), 0.0, (0.0,), (0, 0, 0), [0, 0, 0])
    return Letter(
        item.get_text().replace("\t", " "), item.x0, item.x1, height - item.matrix[5], item.size, item.fontname, black
    )


def _rule(shape: LTCurve, height: float) -> RenderedRule:
    thickness = shape.height or shape.linewidth
    return RenderedRule(shape.x0, shape.x1, height - (shape.y0 + shape.y1) / 2, thickness)


def _lines(letters: list[Letter]) -> Iterator[RenderedLine]:
    rows: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda item: item.baseline):
        if rows and letter.baseline - rows[-1][0].baseline < SAME_BASELINE:
            rows[-1].append(letter)
        else:
            rows.append([letter])
    for row in rows:
        yield from _columns(sorted(row, key=lambda item: item.x0))


def _columns(row: list[Letter]) -> Iterator[RenderedLine]:
    part: list[Letter] = []
    for letter in row:
        if part and letter.x0 - part[-1].x1 > COLUMN_GAP:
            yield from _inked(part)
            part = []
        part.append(letter)
    yield from _inked(part)


def _inked(part: list[Letter]) -> Iterator[RenderedLine]:
    if any(letter.text.strip() for letter in part):
        yield RenderedLine(tuple(part))
