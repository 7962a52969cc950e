"""Which lines are headings, and where a heading that goes on in its line ends.

A marked line is a heading unless it is long or ends as running text does; then it is a numbered paragraph, a section
without a title. A line with a bullet's sign is a paragraph unless it is set over text of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from bcdesk.intake.markers import Marked, is_marked, marked
from bcdesk.intake.typed import CAPITAL, Item, Typed, cut, footnote_marks, is_upper
from bcdesk.report.outline import MarkerStyle
from bcdesk.report.report import Block, Paragraph
from bcdesk.sheet.styles import Name

MOST_WORDS = 45
MOST_WORDS_OF_LINES = 60
MOST_WORDS_OF_SIGN = 30
MOST_WORDS_RUN_IN = 20
FEW_WORDS = 12

_NEXT_SENTENCE = re.compile(rf"[.;!?…]\s+(?={CAPITAL})")
_VERB = re.compile(r"\b(?:đã|đang|sẽ|vẫn)\b")
_FIGURE = re.compile(r"(?<!quý )(?<!tháng )(?<!năm )(?<![\d/])\b\d[\d.,]*\b(?! tháng)")


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a section; `level` is the word processor's outline level, 0 where it gives none."""

    mark: Marked | None
    title: str = ""
    blocks: tuple[Block, ...] = ()
    run_in: bool = False
    level: int = 0

    @property
    def marker(self) -> str:
        """The marker as typed, empty for none."""
        return self.mark.marker if self.mark else ""


class Headings:
    """The headings among the items of a text; `at(index)` is that of an item, None where it is none."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._items = items
        self._marks = [marked(item.text) if isinstance(item, Typed) else None for item in items]
        self._shows_bold = any(mark and self._bold(at) for at, mark in enumerate(self._marks))
        self._heading_signs: set[str] = set()
        self._found: list[Heading | None] = []
        self._titles_of_parts: set[int] = set()
        for at in range(len(items)):
            self._found.append(self._judged(at))

    def at(self, index: int) -> Heading | None:
        """The heading item `index` is; None for text."""
        return self._found[index]

    def is_title_of_part(self, index: int) -> bool:
        """Whether an item is the title of the part named in the line before it."""
        return index in self._titles_of_parts

    def _judged(self, at: int) -> Heading | None:
        item, mark = self._items[at], self._marks[at]
        if not isinstance(item, Typed) or at in self._titles_of_parts:
            return None
        if item.level:
            return self._titled(at, item, mark)
        if mark is None:
            return None
        return self._sign(at, item, mark) if mark.is_sign else self._ordinal(at, item, mark)

    def _titled(self, at: int, line: Typed, mark: Marked | None) -> Heading:
        title = line.text[mark.text_start :] if mark else line.text
        if mark and mark.style is MarkerStyle.PART and not title:
            title = self._title_of_part(at)
        return Heading(mark, title, level=line.level)

    def _title_of_part(self, at: int) -> str:
        """The title of a part stands on a line of its own (ND-07)."""
        line = self._items[at + 1] if at + 1 < len(self._items) else None
        if not isinstance(line, Typed) or is_marked(line.text):
            return ""
        if not (line.style == Name.PART or is_upper(line.text)):
            return ""
        self._titles_of_parts.add(at + 1)
        return line.text

    def _ordinal(self, at: int, line: Typed, mark: Marked) -> Heading:
        text = line.text[mark.text_start :]
        run_in = _run_in_length(text) or self._bold_length(line, mark)
        if run_in:
            rest = _rest(line, mark.text_start + run_in)
            return Heading(mark, text[:run_in].rstrip(), (rest,), run_in=True)
        if not text or (line.bold and self._shows_bold) or self._is_title(at, text, mark):
            return self._titled(at, line, mark)
        return Heading(mark, "", (_rest(line, mark.text_start),), run_in=True)

    def _is_title(self, at: int, text: str, mark: Marked) -> bool:
        most = MOST_WORDS if text.endswith(".") else MOST_WORDS_OF_LINES
        return reads_as_title(text, most) and not self._is_item(at, text, mark)

    def _sign(self, at: int, line: Typed, mark: Marked) -> Heading | None:
        text = line.text[mark.text_start :]
        if line.style == Name.BODY or not self._stands_over_text(at) or not reads_as_title(text, MOST_WORDS_OF_SIGN):
            return None
        if _FIGURE.search(text) or _VERB.search(text) or not self._may_begin(at, mark):
            return None
        self._heading_signs.add(mark.marker)
        return self._titled(at, line, mark)

    def _stands_over_text(self, at: int) -> bool:
        """Whether text follows and no line of the same sign, headed or not, stands directly before."""
        if at + 1 == len(self._items) or self._marks[at + 1] or isinstance(self._items[at + 1], Paragraph):
            return False
        return not self._same_mark(at, at - 1)

    def _may_begin(self, at: int, mark: Marked) -> bool:
        """Whether a sign may head text here: all in bold, below a heading, or where it has headed text before."""
        return self._bold(at) or at == 0 or self._found[at - 1] is not None or mark.marker in self._heading_signs

    def _is_item(self, at: int, text: str, mark: Marked) -> bool:
        """Whether a line that might be a title is one of a list: it ends as a sentence, and its neighbours go on."""
        if not text.endswith((".", ";")) or text.endswith("..."):
            return False
        before = self._found[at - 1] if at and self._same_mark(at, at - 1) else None
        if before and not before.title:
            return True
        if self._shows_bold and not self._bold(at) and mark.style is not MarkerStyle.POINT:
            return True
        return len(text.split()) > FEW_WORDS and (self._same_mark(at, at - 1) or self._same_mark(at, at + 1))

    def _same_mark(self, at: int, other: int) -> bool:
        mark = self._marks[at]
        beside = self._marks[other] if 0 <= other < len(self._marks) else None
        return mark is not None and beside is not None and beside.key == mark.key

    def _bold(self, at: int) -> bool:
        item = self._items[at]
        return isinstance(item, Typed) and item.bold

    def _bold_length(self, line: Typed, mark: Marked) -> int:
        """How far the bold words go with which a line begins that is not bold as a whole."""
        if line.bold or not line.runs[0].bold:
            return 0
        end = sum(len(run.text) for run in takewhile(lambda run: run.bold, line.runs))
        return max(end - mark.text_start, 0)


def reads_as_title(text: str, most_words: int) -> bool:
    """Whether words are a title rather than running text: one phrase, not long, not an item of a list."""
    words = len(text.split())
    if words > most_words or text.endswith((";", ",", "./.")) or _NEXT_SENTENCE.search(text):
        return False
    return not (_VERB.search(text) and text.endswith(".") and words > FEW_WORDS)


def _rest(line: Typed, start: int) -> Paragraph:
    """The text that goes on in the line of a heading; a footnote of the heading moves to its beginning."""
    return Paragraph((*footnote_marks(cut(line.runs, 0, start)), *cut(line.runs, start)))


def _run_in_length(text: str) -> int:
    """Where the title ends in `Công tác tuyên truyền: trong quý …`; 0 where the line does not go on after it."""
    found = re.search(rf":\s+(?=\S)|(?<=\w)\.\s+(?={CAPITAL})", text)
    if not found or not reads_as_title(text[: found.start()], MOST_WORDS_RUN_IN):
        return 0
    head, rest = text[: found.start()], text[found.end() :]
    if _VERB.search(head) or (reads_as_title(rest, FEW_WORDS) and not rest.endswith(".") and not _FIGURE.search(rest)):
        return 0
    return found.start() + 1
