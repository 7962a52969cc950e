"""How good the proofreader is: `python -m tests.vietnamese.measure [open|held_out] [--list]`.

`found`: a remark touches the error. `first right`: its first suggestion makes the text as it should be. A false alarm
is a remark that touches no error. The texts were written for bcdesk by its makers; `held_out` was not looked at while
weights and word lists were made.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from bcdesk.vietnamese.misspelling import Misspelling
from bcdesk.vietnamese.spelling import Proofreader
from bcdesk.vietnamese.syllables import key
from tests.vietnamese.marked import Error, Typed, paragraphs


@dataclass
class Tally:
    """What was found in some texts, by kind of error, and what was found amiss."""

    syllables: int = 0
    errors: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    alarms: Counter[str] = field(default_factory=Counter)
    remarks: list[str] = field(default_factory=list)

    def recall(self, *kinds: str) -> float:
        kinds = kinds or tuple(self.errors)
        return sum(self.found[kind] for kind in kinds) / max(sum(self.errors[kind] for kind in kinds), 1)

    @property
    def first_right(self) -> float:
        return self.right.total() / max(self.found.total(), 1)

    @property
    def alarms_per_1000(self) -> float:
        return 1000 * self.alarms.total() / self.syllables

    @property
    def precision(self) -> float:
        return self.found.total() / max(self.found.total() + self.alarms.total(), 1)


def measured(proofreader: Proofreader, texts: Iterable[Typed]) -> Tally:
    """What the proofreader finds in the texts."""
    tally = Tally()
    for text in texts:
        slips = proofreader.slips(text.text)
        tally.syllables += text.syllables
        for error in text.errors:
            _count(tally, text, error, [slip for slip in slips if _touches(slip, error)])
        for slip in slips:
            if not any(_touches(slip, error) for error in text.errors):
                tally.alarms[slip.kind] += 1
                tally.remarks.append(f"false alarm   {_shown(text.text, slip.start, slip.end)}  {slip}")
    return tally


def is_legal(text: Typed, error: Error) -> bool:
    """Whether each word of an error is a legal syllable, so that only its context shows it."""
    return error.kind not in {"repeated", "misplaced"} and all(map(key, text.text[error.start : error.end].split()))


def _count(tally: Tally, text: Typed, error: Error, slips: list[Misspelling]) -> None:
    made = {text.text[: slip.start] + word + text.text[slip.end :] for slip in slips for word in slip.suggestions[:1]}
    right = text.corrected(error) in made
    for kind in (error.kind, "(legal)" if is_legal(text, error) else "(other)"):
        tally.errors[kind] += 1
        tally.found[kind] += bool(slips)
        tally.right[kind] += right
    if not right:
        remark = "bad suggestion" if slips else "missed"
        tally.remarks.append(f"{remark:13} {_shown(text.text, error.start, error.end)} → {error.right} {slips}")


def _touches(slip: Misspelling, error: Error) -> bool:
    return slip.start < error.end and error.start < slip.end


def _shown(text: str, start: int, end: int) -> str:
    return f"{text[max(start - 20, 0) : start]}[{text[start:end]}]{text[end : end + 20]}"


def report(name: str, tally: Tally) -> None:
    """Print what was measured."""
    groups = ("(legal)", "(other)")
    print(f"\n{name}: {tally.syllables} syllables")
    for kind, count in sorted(tally.errors.items(), key=lambda pair: (pair[0] in groups, -pair[1])):
        print(f"  {kind:12} {count:4}  found {tally.found[kind]:4}  first right {tally.right[kind]:4}")
    print(f"  recall {tally.recall(*groups):.0%}, of legal syllables {tally.recall('(legal)'):.0%}")
    print(f"  first suggestion right {tally.first_right:.0%}, precision {_precision(tally):.0%}")
    print(f"  false alarms {tally.alarms.total()} = {tally.alarms_per_1000:.2f} per 1,000; {dict(tally.alarms)}")


def _precision(tally: Tally) -> float:
    found = sum(tally.found[group] for group in ("(legal)", "(other)"))
    return found / max(found + tally.alarms.total(), 1)


def main(names: list[str]) -> None:
    proofreader = Proofreader()
    for name in [name for name in names if not name.startswith("-")] or ["open", "held_out"]:
        tally = measured(proofreader, paragraphs(name))
        report(name, tally)
        if "--list" in names:
            print(*tally.remarks, sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
