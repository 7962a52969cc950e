"""What the subject of an old report says about its kind and its period."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from bcdesk.intake.intake import Intake
from bcdesk.report.kinds import Kind, load_kinds
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.period_reading import parse_period
from bcdesk.report.report import DocumentDate
from bcdesk.vietnamese.folding import fold

OTHER_KIND = "bao-cao-khac"
FEWEST_WORDS = 2

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def of_kinds(intake: Intake, kinds: Iterable[Kind]) -> Intake:
    """What was read with its kind guessed among these; a report that was read as it stands has said its own."""
    if not intake.text:
        return intake
    return replace(intake, report=replace(intake.report, kind=guessed_kind(intake.report.subject, kinds)))


def guessed_kind(subject: Iterable[str], kinds: Iterable[Kind] | None = None) -> str:
    """The id of the kind most words of whose name stand in the subject phrase by phrase, whatever their marks.

    Of `kinds` (None: those built in), the first where several are as likely.
    """
    words = _words(" ".join(subject))
    among = load_kinds() if kinds is None else kinds
    scores = {kind.id: _score(kind.name, words) for kind in among if kind.id != OTHER_KIND}
    best = max(scores, key=lambda kind: scores[kind], default=OTHER_KIND)
    return best if scores.get(best, (0, 0))[0] else OTHER_KIND


def guessed_period(lines: Iterable[str], dated: DocumentDate | None, today: date) -> Period:
    """The period the subject speaks of; where it speaks of none, an occasion in the year of the report, else of now."""
    text = " ".join(lines)
    found = parse_period(text)
    if found:
        return found
    year = _YEAR.search(text)
    if year:
        return Period(PeriodType.AD_HOC, int(year.group()))
    return Period(PeriodType.AD_HOC, (dated and dated.year) or today.year)


def _score(name: str, subject: str) -> tuple[int, int]:
    """The count of words in the phrases of `name` that `subject` has, then less those it lacks."""
    phrases = [_words(phrase).removeprefix("bao cao ").split() for phrase in re.split(r",|;| và ", name)]
    found = sum(len(phrase) for phrase in phrases if len(phrase) >= FEWEST_WORDS and _stands(phrase, subject))
    return found, -sum(len(phrase) for phrase in phrases if not _stands(phrase, subject))


def _stands(phrase: list[str], subject: str) -> bool:
    """Whether the words stand together, or many of them in their order."""
    between = r"\b.*\b" if len(phrase) > FEWEST_WORDS else " "
    return re.search(rf"\b{between.join(phrase)}\b", subject) is not None


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))
