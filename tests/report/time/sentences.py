"""Sentences of our own with their expressions of time marked: `«quý I năm 2024|shift»`.

A line is the period of the report, the part it stands in (`text`, `plan`, or a field), and the sentence. `none` marks
what is no expression of time; `«words|class~part»` marks the part of the words that is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bcdesk.report.office import Office
from bcdesk.report.period import Period
from bcdesk.report.period_reading import parse_period
from bcdesk.report.report import Report, Section, paragraph
from bcdesk.report.timereading import mentions

_MARKED = re.compile(r"«(?P<words>[^|»]*)\|(?P<class>\w+)(?:~(?P<part>[^»]*))?»")


@dataclass(frozen=True, slots=True)
class Expected:
    """An expression as it should be read, and as it was (`missing` where it was not found as such)."""

    sentence: str
    words: str
    wanted: str
    read: str


def period_of(text: str) -> Period:
    period = parse_period(text.replace("/", " năm "))
    assert period is not None
    return period


def report_of(period: Period, part: str, sentence: str) -> Report:
    """A report that says that sentence in that part."""
    match part:
        case "text" | "plan":
            title = "PHƯƠNG HƯỚNG, NHIỆM VỤ" if part == "plan" else "KẾT QUẢ"
            return Report("khac", period, Office(), sections=(Section("s1", "I.", title, (paragraph(sentence),)),))
        case "closing":
            return Report("khac", period, Office(), closing=(paragraph(sentence),))
        case "subject":
            return Report("khac", period, Office(), subject=(sentence,))
        case _:
            return Report("khac", period, Office(), date_range=sentence)


def expectations(name: str) -> Iterator[Expected]:
    """Every marked expression of a file beside this one, as it is read."""
    for line in (Path(__file__).parent / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        period, part, marked = line.split("\t")
        yield from _of_sentence(period_of(period), part, marked)


def _of_sentence(period: Period, part: str, marked: str) -> Iterator[Expected]:
    sentence, wanted = "", []
    at = 0
    for found in _MARKED.finditer(marked):
        sentence += marked[at : found.start()]
        words = found["part"] or found["words"]
        wanted.append((len(sentence) + found["words"].index(words), words, found["class"]))
        sentence += found["words"]
        at = found.end()
    sentence += marked[at:]
    read = {(each.words.start, each.words.text): each for each in mentions(report_of(period, part, sentence))}
    for start, words, class_ in wanted:
        mention = read.get((start, words))
        yield Expected(sentence, words, class_, str(mention.treatment) if mention else "none")
