"""A comparison said in the text: in the place of the old one behind its figure, else at the caret, else behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bcdesk.report.numbers import Number
from bcdesk.report.report import CLOSING, HEADING, OPENING, Place, Report, walk
from bcdesk.report.search import Correct, Hit, text_at

_AGO = r"cùng kỳ(?: năm (?:trước|ngoái|\d{4})|/\d{4})?"
_BEFORE = (
    r"(?:tuần|tháng|quý|năm|kỳ) (?:trước|ngoái)"
    r"|(?:tuần|tháng|quý|\d+ tháng)[^,.;()]{0,20}?(?:năm |/)\d{4}|năm \d{4}"
)
_COMPARISON = re.compile(
    rf"\b(?:(?:tăng|giảm)\b(?:(?!\b(?:tăng|giảm)\b)[^;!?])*?\bso(?: với)?|bằng) (?P<then>{_AGO}|{_BEFORE})",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.;!?](?=\s|$)")
_WORDS_BETWEEN = 8


@dataclass(frozen=True, slots=True)
class Telling:
    """The edit that says a comparison, and the place right behind it."""

    edit: Correct
    behind: Place


def telling(report: Report, number: Number | None, caret: Place | None, phrase: str) -> Telling | None:
    """The phrase said of a number; None where it is known neither where the number nor where the caret is.

    An old comparison with the same period, right behind the number, gives way to it.
    """
    old = old_comparison(report, number, phrase) if number else None
    if old is not None:
        return _told(old, _cased(phrase, text_at(report, old.place)[old.start]), "Sửa câu so sánh")
    place = caret if caret is not None and is_text(report, caret) else _behind(report, number)
    if place is None:
        return None
    before = text_at(report, place)[: place.offset].rpartition("\n")[2]
    open_here = not before.strip() or before[-1].isspace() or before[-1] == "("
    joint = "" if open_here else " " if before[-1] in ",;:." else ", "
    words = phrase if before.strip() and before.rstrip()[-1] != "." else phrase[:1].upper() + phrase[1:]
    return _told(Hit(place, place.offset, place.offset), joint + words)


def old_comparison(report: Report, number: Number, phrase: str) -> Hit | None:
    """What the sentence says behind a number about the same period as the phrase does; None where it says nothing."""
    wanted = _speaks_of_ago(phrase)
    place = number.hit.place
    for start, end, said in _comparisons(text_at(report, place), number.hit.end):
        if _speaks_of_ago(said) == wanted:
            return Hit(replace(place, offset=start), start, end)
    return None


def is_text(report: Report, place: Place) -> bool:
    """Whether a place is in a sentence: not in a heading, the head or the end."""
    parts = {section.id for _, section in walk(report.sections)} | {one.id for one in report.appendices}
    return place.block != HEADING and place.part in parts | {OPENING, CLOSING}


def _comparisons(text: str, at: int) -> Iterator[tuple[int, int, str]]:
    """The comparisons of the sentence that follow on each other, with nothing but words between, behind a place."""
    stop = _SENTENCE_END.search(text, at)
    end = stop.start() if stop else len(text)
    for found in _COMPARISON.finditer(text, at, end):
        between = text[at : found.start()]
        if any(sign.isdigit() for sign in between) or len(between.split()) > _WORDS_BETWEEN:
            return
        yield found.start(), found.end(), found[0]
        at = found.end()


def _speaks_of_ago(phrase: str) -> bool:
    return "cùng kỳ" in phrase.lower()


def _cased(phrase: str, letter: str) -> str:
    return phrase[:1].upper() + phrase[1:] if letter.isupper() else phrase


def _told(hit: Hit, new: str, words: str = "Chèn câu so sánh") -> Telling:
    return Telling(Correct((hit,), new, words), replace(hit.place, offset=hit.start + len(new)))


def _behind(report: Report, number: Number | None) -> Place | None:
    """Behind a number and its unit; in a table there is no room for it."""
    if number is None:
        return None
    text = text_at(report, number.hit.place)
    unit = re.match(r"\s*" + re.escape(number.unit), text[number.hit.end :])
    return replace(number.hit.place, offset=number.hit.end + (unit.end() if unit else 0))
