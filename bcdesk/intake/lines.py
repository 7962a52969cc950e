"""Printed paragraphs as typed ones: their lines, their footnotes and their pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bcdesk.intake.signs import visible
from bcdesk.intake.typed import Typed, trimmed
from bcdesk.report.report import Run
from bcdesk.sheet.sheet import Paragraph, Picture
from bcdesk.sheet.sheet import Run as Printed


def lines(paragraph: Paragraph) -> Iterator[Typed]:
    """The lines of a paragraph that have something in them, if only a footnote."""
    runs = (Run(visible(run.text), run.bold, run.italic, _footnote(run.footnote)) for run in paragraph.runs)
    for line in filter(None, map(trimmed, _broken(runs))):
        yield Typed(line, level=paragraph.format.outline, style=paragraph.style)


def pictures(paragraph: Paragraph) -> Iterator[Picture]:
    """The pictures of a paragraph and of its footnotes."""
    for run in paragraph.runs:
        if run.picture:
            yield run.picture
        for note in run.footnote:
            yield from pictures(note)


def _footnote(paragraphs: tuple[Paragraph, ...]) -> tuple[Run, ...]:
    """The text of a footnote, its paragraphs as lines."""
    runs: list[Run] = []
    for paragraph in paragraphs:
        words = trimmed(tuple(_noted(run) for run in paragraph.runs))
        runs += (Run("\n"), *words) if runs and words else words
    return tuple(runs)


def _noted(run: Printed) -> Run:
    return Run(visible(run.text).replace("\t", " "), run.bold, run.italic)


def _broken(runs: Iterable[Run]) -> list[tuple[Run, ...]]:
    """The runs parted at their line breaks; a footnote stays behind its character."""
    found: list[list[Run]] = [[]]
    for run in runs:
        *ended, last = run.text.split("\n")
        for text in ended:
            found[-1].append(replace(run, text=text, footnote=()))
            found.append([])
        found[-1].append(replace(run, text=last))
    return [tuple(line) for line in found]
