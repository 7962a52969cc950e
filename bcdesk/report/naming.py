"""A name for a number of the report, with what can be guessed of it and every place that says the same."""

from __future__ import annotations

from bcdesk.report.figure import Anchor, Figure, FigureKind
from bcdesk.report.figure_values import occurrences
from bcdesk.report.numbers import Number, numbers
from bcdesk.report.report import Report
from bcdesk.vietnamese.amounts import amount
from bcdesk.vietnamese.folding import fold

_SURE = 10  # from here on one value with one unit is one figure, whatever the words before it
_WORDS_SHARED = 2
_MONEY = frozenset({"đồng", "triệu đồng", "tỷ đồng", "tỉ đồng", "nghìn đồng", "ngàn đồng", "vnđ"})
_GAP = "…"


def named(report: Report, number: Number) -> Figure:
    """A figure for a number of the report, with what can be guessed of it, shared by all places that say the same."""
    own = tuple(numbers(report))
    places = (number, *(other for other in own if other != number and _is_same(number, other)))
    name = _name(min(places, key=lambda place: _GAP in place.label))
    return Figure(
        id=_fresh_id(report, name),
        name=name,
        unit=number.unit,
        kind=_kind(number),
        value=number.typed,
        anchors=tuple(Anchor(place.part, place.key) for place in places),
        parts=_parts(report, number, own),
    )


def _is_same(number: Number, other: Number) -> bool:
    if not number.typed or (number.typed, fold(number.unit)) != (other.typed, fold(other.unit)) or not number.unit:
        return False
    worth = amount(number.typed)
    if worth is None or number.unit == "%":
        return number.key == other.key
    shared = _words(number) & _words(other)
    return worth.value >= _SURE or worth.whole is not None or len(shared) >= _WORDS_SHARED


def _words(number: Number) -> set[str]:
    return set(fold(number.label.partition(_GAP)[0]).split()) - {"·", *fold(number.unit).split()}


def _name(number: Number) -> str:
    """The words around, the unit once: `Đã tiếp nhận hồ sơ thủ tục`."""
    words = " ".join(number.label.replace(_GAP, " ").replace(" · ", ", ").split()) or number.unit or "Số liệu"
    return words[:1].upper() + words[1:]


def _fresh_id(report: Report, name: str) -> str:
    """An id that the same name has in any report: so figures of reports that do not know each other meet."""
    base = "-".join(fold(name).replace("#", " ").split()) or "so-lieu"
    taken = {figure.id for figure in report.figures}
    ids = (base, *(f"{base}-{count}" for count in range(2, len(taken) + 2)))
    return next(one for one in ids if one not in taken)


def _kind(number: Number) -> FigureKind:
    worth = amount(number.typed)
    if number.unit == "%":
        return FigureKind.PERCENTAGE
    if worth is not None and worth.whole is not None:
        return FigureKind.RATIO
    return FigureKind.MONEY if number.unit.lower() in _MONEY else FigureKind.COUNT


def _parts(report: Report, number: Number, own: tuple[Number, ...]) -> tuple[str, ...]:
    """The named ratio right before a percentage that is reckoned from it."""
    at = own.index(number) if number in own else 0
    before = own[at - 1] if at else None
    if number.unit != "%" or before is None or before.line != number.line:
        return ()
    ratio, share = amount(before.typed), amount(number.typed)
    if ratio is None or ratio.share is None or share is None or abs(ratio.share - share.value) >= 1:
        return ()
    return tuple(figure.id for figure in report.figures if before in occurrences(figure, own))[:1]
