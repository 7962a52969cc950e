"""What stands between BÁO CÁO and the text: subject, range of days, draft mark, Kính gửi, legal bases."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from bcdesk.checks.lines import Line
from bcdesk.checks.parts.pieces import is_typed_line
from bcdesk.report.outline import split_heading
from bcdesk.sheet.sheet import Align
from bcdesk.sheet.styles import Name
from bcdesk.vietnamese.folding import fold

MOST_SUBJECT_LINES = 4
LONGEST_SUBJECT = 300
LONGEST_ADDRESSEE = 200
LIST_SIGNS = ("-", "–", "—", "+", "•")

_TITLE = re.compile(r"b *á *o +c *á *o", re.IGNORECASE)
_LABEL = re.compile(r"k[íi]nh g[ửư]i\b", re.IGNORECASE)
_RANGE = re.compile(r"\(.*(?:\d|ngày).*\)", re.IGNORECASE)
_BASIS = re.compile(r"can cu\b")


def title_end(text: str) -> int:
    """Where BÁO CÁO ends in a line that is the name of the type, or begins with it in capitals; 0 otherwise."""
    found = _TITLE.match(text)
    if not found:
        return 0
    alone, capitals = found.end() == len(text.rstrip(" .:")), found.group().isupper()
    return found.end() if alone or (capitals and not text[found.end()].isalnum()) else 0


@dataclass(slots=True)
class TitleBlock:
    """Takes the lines under the title until the text begins, and holds what they are.

    Without a title only Kính gửi and legal bases are known.
    """

    titled: bool = True
    subject: list[Line] = field(default_factory=list)
    date_range: Line | None = None
    draft: Line | None = None
    addressees: list[Line] = field(default_factory=list)
    bases: list[Line] = field(default_factory=list)

    def take(self, line: Line) -> bool:
        """Whether a line belongs to it; an empty one always does."""
        takers: tuple[Callable[[Line], bool], ...] = (
            self._take_draft, self._take_range, self._take_label, self._take_addressee, self._take_basis,
            self._take_subject,
        )  # fmt: skip
        return not line.text or is_typed_line(line.text) or any(taker(line) for taker in takers)

    @property
    def _past_subject(self) -> bool:
        return not self.titled or bool(self.addressees or self.bases)

    def _take_draft(self, line: Line) -> bool:
        if self._past_subject or self.draft or not fold(line.text).lstrip("(").startswith("du thao"):
            return False
        self.draft = line
        return True

    def _take_range(self, line: Line) -> bool:
        if self._past_subject or self.date_range or not _RANGE.fullmatch(line.text):
            return False
        self.date_range = line
        return True

    def _take_label(self, line: Line) -> bool:
        if self.addressees or self.bases or not _LABEL.match(line.text):
            return False
        self.addressees.append(line)
        return True

    def _take_addressee(self, line: Line) -> bool:
        text = line.text
        if not self.addressees or self.bases or len(text) > LONGEST_ADDRESSEE or text.endswith(":"):
            return False
        if _BASIS.match(fold(text)) or not self._expected(text):
            return False
        self.addressees.append(line)
        return True

    def _expected(self, text: str) -> bool:
        before = self.addressees[-1].text
        listed = text.startswith(LIST_SIGNS) and (before.endswith((";", ",")) or before.startswith(LIST_SIGNS))
        return listed or before.endswith((";", ",")) or _is_bare_label(before)

    def _take_basis(self, line: Line) -> bool:
        folded = fold(line.text)
        ended = line.paragraph.style == Name.BASES or line.text.endswith((";", ",", "."))
        if not _BASIS.match(folded) or not ended or "nhu sau" in folded:
            return False
        self.bases.append(line)
        return True

    def _take_subject(self, line: Line) -> bool:
        if self._past_subject or self.date_range or len(self.subject) == MOST_SUBJECT_LINES:
            return False
        if not self._is_subject(line):
            return False
        self.subject.append(line)
        return True

    def _is_subject(self, line: Line) -> bool:
        if line.paragraph.style in set(Name):
            return line.paragraph.style == Name.SUBJECT
        if len(line.text) > LONGEST_SUBJECT or line.text.endswith((":", ";")) or split_heading(line.text)[0]:
            return False
        return not self.subject or self._continues(line)

    def _continues(self, line: Line) -> bool:
        first = self.subject[0]
        return line.align is Align.CENTER and first.align is Align.CENTER and line.bold == first.bold


def _is_bare_label(text: str) -> bool:
    found = _LABEL.match(text)
    return bool(found) and not text[found.end() if found else 0 :].strip(" :")


def read_title_block(lines: Iterable[Line], *, titled: bool = True) -> tuple[TitleBlock, int]:
    """What the lines under the title, or where there is none the head, are; how many of them are no text yet."""
    block = TitleBlock(titled)
    count = 0
    for at, line in enumerate(lines, 1):
        if not block.take(line):
            break
        count = at
    return block, count
