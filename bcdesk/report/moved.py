"""Where something said of an earlier state of a report stands now, when the clerk has written on meanwhile."""

from __future__ import annotations

from dataclasses import replace

from bcdesk.report.report import Place, Report
from bcdesk.report.search import text_at, texts


def place_now(place: Place, then: Report, now: Report) -> Place:
    """The place at which the character of `then` stands in `now`; the old one where that cannot be told."""
    old = text_at(then, place)
    found = _of_text(old, place, now)
    return replace(found, offset=_offset_now(place.offset, old, text_at(now, found)))


def _of_text(text: str, place: Place, now: Report) -> Place:
    """The nearest block of the part that still has that very text; the old one where none has."""
    same = [there for there, lines in texts(now) if there.part == place.part and "\n".join(lines) == text]
    return min(same, key=lambda there: abs(there.block - place.block), default=place)


def _offset_now(offset: int, old: str, new: str) -> int:
    """Where a character is after one stretch of the text was replaced: before that, or as far from the end."""
    if new.startswith(old[:offset]) or not new.endswith(old[offset:]):
        return offset
    return len(new) - len(old) + offset
