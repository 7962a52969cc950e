"""The lines of a report's text, each knowing where it stands, and remarks about the words in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bcdesk.report.findings import Finding, Fix, Severity
from bcdesk.report.notes import notes
from bcdesk.report.report import Place, Report
from bcdesk.report.search import Correct, Hit, texts

Stretch = tuple[int, int]

_WORD = re.compile(r"\S+")
_ENDS_SENTENCE = (".", ";", "!", "?")
_OPENING_SIGNS = '(“"-+ '
_SIGNS = '.,;:!?…)”"'


@dataclass(frozen=True, slots=True)
class Line:
    """A line that begins `start` characters into the text at `place`."""

    place: Place
    start: int
    text: str

    def place_of(self, at: int) -> Place:
        """The place of one of its characters."""
        return replace(self.place, offset=self.start + at)

    def hit(self, stretch: Stretch) -> Hit:
        """A stretch of it, for an edit."""
        start, end = stretch
        return Hit(self.place_of(start), self.start + start, self.start + end)

    def finding(
        self, rule: str, severity: Severity, clause: str, wanted: str, stretch: Stretch, new: str = "", found: str = ""
    ) -> Finding:
        """A remark about a stretch, shown as `found`, with a correction where there is a `new` text for it."""
        start, end = stretch
        old = self.text[start:end]
        fixes = (Fix(f"Đổi thành “{new}”", Correct((self.hit(stretch),), new)),) if new not in ("", old) else ()
        return Finding(rule, severity, clause, found or old, wanted, self.place_of(start), end - start, fixes=fixes)


def lines(report: Report) -> Iterator[Line]:
    """Every line of the report's texts, in reading order."""
    for place, block in texts(report):
        start = 0
        for text in block:
            yield Line(place, start, text)
            start += len(text) + 1


def note_lines(report: Report) -> Iterator[Line]:
    """Every line of the report's footnotes, at the place of the block it hangs in."""
    for note in notes(report):
        for text in note.text.plain.split("\n"):
            yield Line(note.place, 0, text)


def in_note(finding: Finding) -> Finding:
    """A remark about a footnote is shown at the paragraph it hangs in, and mended by hand."""
    place = Place(finding.place.part, finding.place.block) if finding.place else None
    return replace(finding, clause=f"{finding.clause} (Trong chú thích cuối trang.)", place=place, length=0, fixes=())


def around(text: str, stretch: Stretch, words: int = 2) -> str:
    """A stretch with up to so many words before and behind, within their sentence: what a remark is known by."""
    start, end = stretch
    before = list(_WORD.finditer(text, 0, start))
    sentence = max((index + 1 for index, found in enumerate(before) if found[0].endswith(_ENDS_SENTENCE)), default=0)
    near = before[max(sentence, len(before) - words) :]
    first = near[0].start() if near else start
    return text[first : words_behind(text, end, words)].lstrip(_OPENING_SIGNS)


def words_behind(text: str, end: int, words: int) -> int:
    """The end of up to so many words behind `end`, within their clause."""
    at = end
    for found in list(_WORD.finditer(text, end))[:words]:
        word = found[0].rstrip(_SIGNS)
        at = found.start() + len(word) if word else at
        if word != found[0]:
            break
    return at
