"""Whether a text is what is looked for: with marks or without, in either case, as whole words or not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from bcdesk.vietnamese.folding import fold_with_places


@dataclass(frozen=True, slots=True)
class Options:
    """How to look: `marks` tells `báo` from `bao`, `case` tells `Báo` from `báo`, `whole_words` wants whole words."""

    marks: bool = True
    case: bool = False
    whole_words: bool = False


EXACTLY = Options()


@lru_cache(maxsize=4096)
def spans(text: str, wanted: str, options: Options) -> tuple[tuple[int, int], ...]:
    """The stretches of `text` that are `wanted`, as (start, end)."""
    folded, places = _folded(text, options)
    key, _ = _folded(wanted, options)
    found: list[tuple[int, int]] = []
    at = folded.find(key) if key else -1
    while at >= 0:
        start, end = places[at], places[at + len(key) - 1] + 1
        if _fits(text, wanted, start, end, options):
            found.append((start, end))
            at = folded.find(key, at + len(key))
        else:
            at = folded.find(key, at + 1)
    return tuple(found)


def _folded(text: str, options: Options) -> tuple[str, tuple[int, ...]]:
    if not options.marks:
        return fold_with_places(text)
    parts = [character if options.case else character.casefold() for character in text]
    return "".join(parts), tuple(index for index, part in enumerate(parts) for _ in part)


def _fits(text: str, wanted: str, start: int, end: int, options: Options) -> bool:
    if options.whole_words and (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
        return False
    if not options.case or options.marks:
        return True
    cases = [letter.isupper() for letter in text[start:end] if letter.isalpha()]
    return cases == [letter.isupper() for letter in wanted if letter.isalpha()]
