"""The display list: pages of lines, rules and pictures with their places, in twips from the paper's top left.

Screen, PNG, PDF and printer all paint this one value, so that they cannot differ.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from bcdesk.report.report import Place


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters in one font on a line, starting at `x`. `spread` is added to each space (justification).

    `width` is the whole advance, spread included. `raise_` lifts the baseline (footnote marks).
    """

    x: float
    text: str
    size: int
    bold: bool
    italic: bool
    width: float
    spread: float = 0.0
    raise_: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text. `start` and `end` are the characters of `source`'s text it shows (hanging spaces included)."""

    top: float
    height: float
    baseline: float
    pieces: tuple[Piece, ...]
    source: Place | None = field(default=None, compare=False)
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)

    @property
    def text(self) -> str:
        """The characters of the line."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line of `thickness` twips between two points."""

    x1: float
    y1: float
    x2: float
    y2: float
    thickness: float


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in its rectangle."""

    x: float
    y: float
    width: float
    height: float
    data: bytes
    description: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of paper: its size, everything on it in reading order, and its number as counted (shown or not)."""

    width: int
    height: int
    lines: tuple[Line, ...]
    rules: tuple[Rule, ...] = ()
    images: tuple[Image, ...] = ()
    number: int = 1
