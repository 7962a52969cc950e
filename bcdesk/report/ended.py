"""Bodies that are no more and events that are over, each with its day: facts that an office may add to.

`resources/language/bodies.tsv` and `events.tsv`; since 1 July 2025 there are no districts (`real-reports` §6).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from bcdesk.places import resources

DISTRICTS_UNTIL = date(2025, 7, 1)
"""The first day without districts (Luật số 72/2025/QH15)."""

_DISTRICT = re.compile(
    r"(?<!đô )(?<!siêu )\b(?:huyện ủy|thị ủy|quận ủy|huyện đoàn|huyện|thị xã|thị trấn|quận)\b", re.IGNORECASE
)
_OFFICE_BEFORE = re.compile(
    r".*\b(?P<office>(?:UBND|HĐND|UBMTTQ|MTTQ|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|Thường trực|Công an"
    r"|Thanh tra|Phòng"
    r"|Ban|Hội|Đài|Trung tâm|Văn phòng|Chi cục|Hạt|Tòa án|Viện|Mặt trận|Bảo hiểm xã hội|Kho bạc|Đoàn"
    r"|Đảng ủy|địa bàn|cấp)"
    r"(?:\s+(?!của\b|từ\b)[^\s,;.()]+){0,8}?\s+)$"
)
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Ended:
    """Words for what is no more from the day `since` on, and what is there instead, or why."""

    words: str
    since: date
    instead: str


@cache
def bodies() -> tuple[Ended, ...]:
    """The ministries and departments that were merged, the longest name first."""
    return tuple(sorted(_rows("bodies"), key=lambda body: -len(body.words)))


@cache
def events() -> tuple[Ended, ...]:
    """The events that reports still speak of after their end."""
    return tuple(_rows("events"))


def _rows(name: str) -> Iterator[Ended]:
    lines = (resources() / "language" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    for line in filter(None, lines[1:]):
        words, since, instead = line.split("\t")
        yield Ended(words, date.fromisoformat(since), instead)


def districts_in(text: str) -> Iterator[tuple[int, int]]:
    """Where a text speaks of a district: with the office before it and the name behind it."""
    for found in _DISTRICT.finditer(text):
        office = _OFFICE_BEFORE.match(text[: found.start()])
        yield office.start("office") if office else found.start(), name_end(text, found.end())


def name_end(text: str, start: int) -> int:
    """Where the proper name ends that begins behind `start`: words in capitals, at most four."""
    end = start
    for word in re.finditer(r"\s([^\s,;.:()/]+)", text[start:]):
        if word.start() != end - start or not word[1][0].isupper():
            break
        end = start + word.end()
        if len(text[start:end].split()) == _LONGEST_NAME:
            break
    return end
