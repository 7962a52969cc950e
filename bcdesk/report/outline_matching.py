"""Which section of another outline a section of a report becomes: told by the titles, whatever their markers.

Words that stand in many titles (`kết quả`, `công tác`) say little: each word weighs one over the number of titles it
stands in. Expressions of time are left out, so that `quý I năm 2024` and `6 tháng đầu năm 2024` are no difference.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from bcdesk.report.report import Section, walk
from bcdesk.vietnamese.folding import fold
from bcdesk.vietnamese.timewords import skeleton

SURE = 0.8
LIKELY = 0.5
_ABOVE = 0.1  # what the titles above count for, where several sections are called the same
_CLEAR = 0.05  # by how much the best is better than the next best
_HELD = 0.6  # from this share of its words on a title is part of a wider one
_SAY_LITTLE = frozenset(("cong", "tac", "tinh", "hinh", "ket", "qua", "thuc", "hien", "linh", "vuc", "ve", "cac"))
_LITTLE = 0.1  # what each of these counts for
_WORD = re.compile(r"\w+")

Sections = tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """The section of the new outline that one becomes; `sure`: its title leaves no doubt."""

    new: str
    sure: bool


def words_of(title: str) -> tuple[str, ...]:
    """The words by which a title is known, without marks, capitals and times."""
    return tuple(_WORD.findall(fold(skeleton(title))))


def matches(old: Sections, new: Sections) -> dict[str, Match]:
    """The ids of old sections with what they become, each section of the new outline once at most."""
    scores = _Scores(old, new)
    found: dict[str, Match] = {}
    taken: set[str] = set()
    for _, old_id, new_id in scores.ranked:
        if old_id not in found and new_id not in taken:
            found[old_id] = Match(new_id, scores.is_sure(old_id, new_id))
            taken.add(new_id)
    return found


def likest(old: Sections, new: Sections) -> dict[str, Match]:
    """The ids of old sections with the section each is most like; several may be like one."""
    scores = _Scores(old, new)
    found: dict[str, Match] = {}
    for _, old_id, new_id in scores.ranked:
        if old_id not in found:
            found[old_id] = Match(new_id, scores.is_sure(old_id, new_id))
    return found


def wider_title(title: str, sections: Sections) -> str:
    """The id of the section whose title holds most of what `title` says and more; empty where there is none.

    So `Công tác cải cách hành chính` stands under `Cải cách hành chính, chuyển đổi số`.
    """
    titles, wanted = _titles(sections), set(words_of(title))
    common = Counter(word for words in set(titles.values()) for word in set(words))
    weights = {word: _LITTLE if word in _SAY_LITTLE else 1 / max(common[word], 1) for word in wanted}
    held = {name: sum(weights[word] for word in wanted & set(words)) for name, words in titles.items()}
    best = max(held, key=lambda name: held[name], default="")
    enough = best and len(wanted & set(titles[best])) > 1 and held[best] >= _HELD * sum(weights.values())
    return best if enough else ""


def only_wider(title: str, sections: Sections) -> str:
    """The id of the one section whose title holds every word of `title`, or holds no other; empty for none or several.

    So `Kiến nghị` is `Đề xuất, kiến nghị`, as long as there is no `Kiến nghị với cấp trên` beside it.
    """
    own = Counter(words_of(title))
    held = [
        name for name, words in _titles(sections).items() if words and (own <= Counter(words) or own >= Counter(words))
    ]
    return held[0] if own and len(held) == 1 else ""


class _Scores:
    """How much each section of one outline is like each of another."""

    def __init__(self, old: Sections, new: Sections) -> None:
        self._old, self._new = _titles(old), _titles(new)
        self._weights = Counter(word for words in (*self._old.values(), *self._new.values()) for word in set(words))
        self._above_old, self._above_new = _parents(old), _parents(new)

    @cached_property
    def titles(self) -> dict[tuple[str, str], float]:
        """How alike the titles of an old and a new section are, for those that are likely the same."""
        found = {}
        for old_id, old in self._old.items():
            for new_id, new in self._new.items():
                if old and (alike := self._likeness(old, new)) >= LIKELY:
                    found[old_id, new_id] = alike
        return found

    @cached_property
    def _totals(self) -> dict[tuple[str, str], float]:
        """The same with what stands above them counted in."""
        return {pair: alike + _ABOVE * self._likeness_above(*pair) for pair, alike in self.titles.items()}

    @property
    def ranked(self) -> list[tuple[float, str, str]]:
        """The pairs, the best first, else in reading order."""
        pairs = ((total, old_id, new_id) for (old_id, new_id), total in self._totals.items())
        return sorted(pairs, key=lambda pair: -pair[0])

    def is_sure(self, old_id: str, new_id: str) -> bool:
        """Whether a pair is as good as the same, and no other is for the old section."""
        own = self._totals[old_id, new_id]
        others = (total for (one, other), total in self._totals.items() if one == old_id and other != new_id)
        return self.titles[old_id, new_id] >= SURE and own - max(others, default=0) >= _CLEAR

    def _likeness(self, old: tuple[str, ...], new: tuple[str, ...]) -> float:
        if old == new:
            return 1.0
        before, after = Counter(old), Counter(new)
        both = self._weight(before) + self._weight(after)
        return 2 * self._weight(before & after) / both if both else 0.0

    def _weight(self, words: Counter[str]) -> float:
        return sum(times / self._weights[word] for word, times in words.items())

    def _likeness_above(self, old_id: str, new_id: str) -> float:
        above_old, above_new = self._above_old[old_id], self._above_new[new_id]
        if not above_old or not above_new:
            return float(above_old == above_new)
        return self._likeness(self._old[above_old], self._new[above_new])


def _titles(sections: Sections) -> Mapping[str, tuple[str, ...]]:
    return {section.id: words_of(section.title) for _, section in walk(sections)}


def _parents(sections: Iterable[Section], above: str = "") -> dict[str, str]:
    """The id of the section each hangs below; empty at the top."""
    found: dict[str, str] = {}
    for section in sections:
        found[section.id] = above
        found |= _parents(section.children, section.id)
    return found
