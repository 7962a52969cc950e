"""Cells that span rows: their content stands where its rows stand on the page, and goes on to the next with them."""

from __future__ import annotations

from dataclasses import replace

from bcdesk.layout.pages import Rule
from bcdesk.layout.slabs import Hold, Setting, Slab, Spanning, hold_of, lowered


def settled(slabs: list[Slab], tops: list[float]) -> list[Slab]:
    """The slabs of one page with the content of spanning cells among their lines."""
    return [_settled(slabs, tops, index) if slab.spanning else slab for index, slab in enumerate(slabs)]


def carry(slabs: list[Slab], start: int, tops: list[float]) -> None:
    """Move what does not fit on the page from `start` into the slabs that begin the next, and fit their heights."""
    end = start + len(tops)
    page = slabs[start:end]
    for index, slab in enumerate(page):
        for spanning in slab.spanning:
            rows = index + spanning.rows - len(page)
            if rows > 0:
                rest = replace(_divided(spanning, _room(page, tops, index, spanning))[1], rows=rows)
                slabs[end].spanning = (rest, *slabs[end].spanning)
                _fit(slabs[end : end + rows], rest)


def _room(page: list[Slab], tops: list[float], index: int, spanning: Spanning) -> float:
    last = min(index + spanning.rows, len(page)) - 1
    return tops[last] + page[last].height - tops[index] - spanning.line


def _settled(page: list[Slab], tops: list[float], index: int) -> Slab:
    slab = page[index]
    settings, rules = list(slab.settings), list(slab.rules)
    for spanning in reversed(slab.spanning):
        room = _room(page, tops, index, spanning)
        ends = index + spanning.rows <= len(page)
        shown = spanning if ends else _divided(spanning, room)[0]
        sink = spanning.sink if ends or not spanning.loose else 0.0
        top = spanning.line + (room - shown.height) * sink
        settings[spanning.order : spanning.order] = [setting.lowered(top) for setting in shown.settings]
        rules += lowered(shown.rules, top)
    return replace(slab, settings=tuple(settings), rules=tuple(rules))


def _divided(spanning: Spanning, room: float) -> tuple[Spanning, Spanning]:
    """What fits into `room` and may be parted from the rest, and the rest."""
    count = sum(setting.top + setting.line.height <= room for setting in spanning.settings)
    while not spanning.loose and count and _stays(spanning.settings, count):
        count -= 1
    fitting, rest = spanning.settings[:count], spanning.settings[count:]
    cut = rest[0].top if rest else spanning.height
    below = [setting.lowered(-cut) for setting in rest]
    return (
        replace(spanning, settings=fitting, rules=_between(spanning.rules, 0, cut), height=cut),
        replace(
            spanning,
            settings=tuple(below),
            rules=tuple(lowered(_between(spanning.rules, cut, spanning.height), -cut)),
            height=spanning.height - cut,
            order=0,
        ),
    )


def _stays(settings: tuple[Setting, ...], index: int) -> bool:
    """Whether a line stays with the one before it."""
    if index == len(settings):
        return False
    paragraph = settings[index].paragraph
    lines = [place for place, setting in enumerate(settings) if setting.paragraph is paragraph]
    number = lines.index(index)
    return number > 0 and hold_of(paragraph, number, len(lines)) is Hold.INSIDE


def _between(rules: tuple[Rule, ...], top: float, bottom: float) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if top <= rule.y1 < bottom)


def _fit(rows: list[Slab], spanning: Spanning) -> None:
    """Make the last of the rows under a spanning cell as high as the rest of its content asks, and no higher."""
    last = rows[-1]
    above = sum(slab.height for slab in rows[:-1])
    more = max(last.least, spanning.height + spanning.line - above) - last.height
    last.height += more
    last.rules = tuple(replace(rule, y2=rule.y2 + more) if rule.y1 != rule.y2 else rule for rule in last.rules)
    last.foot = tuple(lowered(last.foot, more))
