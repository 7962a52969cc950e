"""The footnotes of a report, numbered as one reads, and put through one hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from bcdesk.report.passages import rewritten
from bcdesk.report.report import Paragraph, Place, Report

TEXT = -1
"""The number of what stands in no footnote."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its number, counted from 0, the place of the block it hangs in, and what it says."""

    number: int
    place: Place
    text: Paragraph


def notes(report: Report) -> tuple[Note, ...]:
    """Every footnote, in reading order."""
    found: list[Note] = []

    def look(note: Note) -> Paragraph:
        found.append(note)
        return note.text

    with_notes(report, look)
    return tuple(found)


def with_notes(report: Report, rewrite: Callable[[Note], Paragraph]) -> Report:
    """The report with every footnote put through `rewrite`; all else stays the very same."""
    numbers, owed = count(), 0

    def hand(place: Place, text: Paragraph) -> Paragraph:
        nonlocal owed
        if owed:  # a text is followed by its footnotes
            owed -= 1
            return rewrite(Note(next(numbers), place, text))
        owed = sum(bool(run.footnote) for run in text.runs)
        return text

    return rewritten(report, hand)
