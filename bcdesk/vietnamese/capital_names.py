"""Names that are written in one way: bodies, the Party, places, holidays, honours (VH-05, 06, 07, 09, 13, 14, 15)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from bcdesk.places import resources
from bcdesk.vietnamese.slips import Slip, begins_sentence
from bcdesk.vietnamese.tone_marks import old_style

LONE, FULL = "Ủy ban", "Ủy ban nhân dân"
_COMMITTEE_OF = re.compile(
    r"\s+(?:nhân|mặt|kiểm|thường|dân|bầu|các|quốc|đoàn|trung|an|thanh|tư|kinh|hội|về|vì|của|này)", re.IGNORECASE
)


class Strictness(StrEnum):
    """What is said of another writing of a name.

    ALWAYS: each is a slip. MIXED: small letters throughout are right too. HINT: each is worth a note. FREE: none is;
    the name only keeps a shorter one from being found in it.
    """

    ALWAYS = "always"
    MIXED = "mixed"
    HINT = "hint"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is written; behind the words `unless_behind`, before those `unless_before`, it is none."""

    rule: str
    written: str
    strictness: Strictness
    unless_behind: str = ""
    unless_before: str = ""

    @property
    def small(self) -> str:
        """What it is found by."""
        return old_style(self.written).lower()

    @property
    def pattern(self) -> str:
        """The name in small letters where it is one."""
        behind = "".join(f"(?<!{word} )" for word in self.unless_behind.split())
        before = "".join(f"(?! {word}(?![^\\W_]))" for word in self.unless_before.split())
        return f"{behind}{re.escape(self.small)}{before}"


@cache
def _names() -> dict[str, Name]:
    lines = (resources() / "language" / "capitals.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    names = (Name(rule, written, Strictness(how), *rest) for rule, written, how, *rest in rows)
    return {name.small: name for name in names}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_names().values(), key=lambda name: len(name.small), reverse=True)
    return re.compile(rf"(?<![\w@/.])(?:{'|'.join(name.pattern for name in longest_first)})(?![\w@]|\.\w)")


def name_slips(text: str) -> Iterator[Slip]:
    """Names written otherwise than they are written, and `Ủy ban` that does not say of what."""
    small = old_style(text).lower()
    if len(small) != len(text):  # a letter whose small form is longer: no Vietnamese
        return
    for found in _pattern().finditer(small):
        name = _names()[found[0]]
        slip = _slip(text, found, name)
        if slip:
            yield slip
        elif name.written == LONE and _is_lone(text, found):
            yield Slip(*found.span(), "VH-06", (FULL,), "viết đủ tên cơ quan", hint=True)


def _slip(text: str, found: re.Match[str], name: Name) -> Slip | None:
    typed = text[found.start() : found.end()]
    right = _as_written(typed, name.written)
    if begins_sentence(text, found.start()):
        right = right[0].upper() + right[1:]
    if typed == right or name.strictness is Strictness.FREE or (typed.isupper() and not name.written.isupper()):
        return None
    if name.strictness is Strictness.MIXED and _is_small(text, found, typed):
        return None
    fuller = (FULL,) if name.written == LONE and _is_lone(text, found) else ()
    return Slip(*found.span(), name.rule, (*fuller, right), hint=name.strictness is Strictness.HINT)


def _is_small(text: str, found: re.Match[str], typed: str) -> bool:
    return typed.islower() or (begins_sentence(text, found.start()) and typed[1:].islower())


def _is_lone(text: str, found: re.Match[str]) -> bool:
    """Whether the committee is named without what makes it one: `Ủy ban chỉ đạo …`."""
    return text[found.start()].isupper() and not _COMMITTEE_OF.match(text, found.end())


def _as_written(typed: str, written: str) -> str:
    """The typed letters with the capitals of the name, so that the place of the tone marks stays the writer's."""
    return "".join(
        letter.upper() if model.isupper() else letter.lower() for letter, model in zip(typed, written, strict=True)
    )
