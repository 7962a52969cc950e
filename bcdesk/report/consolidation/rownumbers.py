"""STT over rows of several units: counted on in the manner of the first (`I`, `1`, `1.1`, `a`), anew below each row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bcdesk.vietnamese.numbers import letter, padded, parse_letter, parse_roman, roman

_STT = re.compile(
    r"(?:(?P<roman>[IVXLC]+)|(?P<capital>[A-ZĐ])|(?P<above>(?:\d{1,3}\.)*)(?P<digits>\d{1,3})|(?P<small>[a-zđ]))"
    r"(?P<end>[.)]?)"
)


@dataclass(frozen=True, slots=True)
class _Number:
    """An STT: of what kind (`I`, `A`, `1`, `1.1`, `a`), which one, with how many numbers above it, how it ends."""

    kind: str
    value: int
    end: str
    zero: bool = False


def renumbered(typed: Sequence[str], model: Sequence[str]) -> tuple[str, ...]:
    """The numbers of rows, counted on; as typed where those of the `model`, the first table, are not so counted."""
    for going_on in (False, True):
        if tuple(_counted(model, going_on=going_on)) == tuple(text.strip() for text in model):
            return tuple(_counted(typed, going_on=going_on))
    return tuple(typed)


def _counted(typed: Sequence[str], *, going_on: bool) -> Iterator[str]:
    """Every number as it would be counted; `going_on`: not anew below a row of another kind."""
    above: list[tuple[str, int]] = []
    last: dict[str, int] = {}
    for text in typed:
        number = _read(text.strip())
        if number is None:
            yield text.strip()
            continue
        kinds = [kind for kind, _ in above]
        if number.kind in kinds:
            above = above[: kinds.index(number.kind)]
            value = last[number.kind] + 1
        else:
            goes_on = going_on and "." not in number.kind
            value = last.get(number.kind, 0) + 1 if goes_on else 1
        last[number.kind] = value
        above.append((number.kind, value))
        yield _written(number, above)


def _read(text: str) -> _Number | None:
    found = _STT.fullmatch(text)
    if found is None:
        return None
    end = found["end"]
    if found["roman"] and (value := parse_roman(found["roman"])):
        return _Number("I", value, end)
    if found["digits"]:
        depth = found["above"].count(".")
        return _Number("1" + ".1" * depth, int(found["digits"]), end, zero=found["digits"].startswith("0"))
    kind, sign = ("a", found["small"]) if found["small"] else ("A", (found["capital"] or found["roman"]).lower())
    value = parse_letter(sign)
    return _Number(kind, value, end) if value else None


def _written(number: _Number, above: Sequence[tuple[str, int]]) -> str:
    value = above[-1][1]
    if number.kind == "I":
        return roman(value) + number.end
    if number.kind in "Aa":
        return (letter(value).upper() if number.kind == "A" else letter(value)) + number.end
    over = [str(count) for kind, count in above[:-1] if kind in _over(number.kind)]
    shown = padded(value) if number.zero else str(value)
    return ".".join((*over, shown)) + number.end


def _over(kind: str) -> tuple[str, ...]:
    """The kinds of number a decimal one hangs below: `1` and `1.1` of `1.1.1`."""
    return tuple("1" + ".1" * depth for depth in range(kind.count(".")))
