"""Capital letters in one paragraph, by annex II of Nghị định 30/2020/NĐ-CP.

Never VH-08 (titles of persons), where the decree's rule and its examples disagree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bcdesk.vietnamese.capital_names import name_slips
from bcdesk.vietnamese.capital_phrases import phrase_slips
from bcdesk.vietnamese.capital_sentences import first_letter_slip, sentence_slips
from bcdesk.vietnamese.slips import WORD, Slip, is_title_like

_ENOUGH_WORDS, _TITLE_CASE = 5, 0.8


def capital_slips(text: str, *, begins: bool = True) -> tuple[Slip, ...]:
    """The slips of a paragraph, the first first; none in a line of capitals or one that looks like a title.

    `begins`: the text begins a sentence, so that its first letter is judged too.
    """
    if is_title_like(text):
        return ()
    first = first_letter_slip(text) if begins else None
    found = (*((first,) if first else ()), *name_slips(text), *phrase_slips(text), *sentence_slips(text))
    return tuple(_apart(sorted(found, key=lambda slip: (slip.start, slip.rule == "VH-01", -slip.end))))


def title_case_slip(text: str) -> Slip | None:
    """A heading or subject whose every word begins with a capital: `Công Tác Tuyên Truyền Quý I` (VH-16)."""
    words = [word for word in WORD.findall(text) if not word.isupper()]
    capitals = sum(word[0].isupper() for word in words)
    if len(words) < _ENOUGH_WORDS or capitals / len(words) < _TITLE_CASE:
        return None
    return Slip(0, len(text), "VH-16", wanted="viết hoa chữ đầu và tên riêng, không viết hoa từng chữ")


def _apart(slips: Iterable[Slip]) -> Iterator[Slip]:
    """Those that do not lie in one another; the first that begins keeps its characters."""
    end = 0
    for slip in slips:
        if slip.start >= end:
            yield slip
            end = slip.end
