"""Breaking a text into lines by its width: as full as can be, or of like length."""

from __future__ import annotations

from collections.abc import Callable

MOST_BALANCED = 6

WidthOfText = Callable[[str], float]


def filled(text: str, column: float, width: WidthOfText) -> list[str]:
    """The lines that result when each takes as many words as fit in `column`; a word wider than that stands alone."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and width(f"{lines[-1]} {word}") <= column:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return lines


def balanced(text: str, column: float, width: WidthOfText) -> list[str]:
    """`text` in as few lines as fit in `column`; where they are a few, the longest of them is as short as can be."""
    lines = filled(text, column, width)
    while 1 < len(lines) <= MOST_BALANCED:
        longest = max(map(width, lines))
        narrower = filled(text, longest - 1, width)
        if len(narrower) > len(lines) or max(map(width, narrower)) >= longest:
            break
        lines = narrower
    return lines
