"""The row of sums of a table, reckoned from the rows as its units reckon it."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping, Sequence

from bcdesk.report.consolidation.adding import added, says_nothing
from bcdesk.report.consolidation.tablelines import TOTAL, Line, Lines
from bcdesk.vietnamese.amounts import Amount, amount
from bcdesk.vietnamese.quantities import number_value

_ROMAN = re.compile(r"[IVXLC]+[.)]?")
_CAPITAL = re.compile(r"[A-ZĐ][.)]?")
_TOP = re.compile(r"\d{1,3}[.)]?")


def _every(_: Line) -> bool:
    return True


def _numbered(pattern: re.Pattern[str]) -> Callable[[Line], bool]:
    return lambda line: bool(pattern.fullmatch(line.text(0)))


_RULES = (_every, _numbered(_ROMAN), _numbered(_CAPITAL), _numbered(_TOP))
"""Which rows a row of sums may be of: all, or those of the highest numbers."""


def total_of(tables: Sequence[Lines], column: int, merged: Mapping[Hashable, str | None]) -> tuple[str | None, str]:
    """The sum in a column of the rows as `merged` (their texts by key), and what is doubtful of it.

    It is of those rows of which the units' own sums are; where those are of no rows, they are added up themselves.
    """
    typed = [(table, row.text(column)) for table in tables for row in table.rows if row.key == TOTAL]
    said = [(table, text) for table, text in typed if not says_nothing(text)]
    if not said:
        return (typed[0][1] if typed else ""), ""
    fits = [[rule for rule in _RULES if _is_sum(table, column, rule, text)] for table, text in said]
    rule = max(_RULES, key=lambda one: sum(one in fitting for fitting in fits))
    wrong = [table.unit for (table, _), fitting in zip(said, fits, strict=True) if rule not in fitting]
    if len(wrong) == len(said):
        without = [table.unit for table in tables if table not in [one for one, _ in said] and table.rows]
        return _added_as_they_are([text for _, text in said], without)
    summed = _sum_by(tables, rule, merged)
    if summed is None:
        return None, "có dòng chưa cộng được, nên chưa có tổng"
    same = next((text for _, text in said if number_value(text) == number_value(summed)), summed)
    return same, f"dòng tổng của {', '.join(wrong)} không bằng tổng các dòng" if wrong else ""


def _added_as_they_are(typed: list[str], without: list[str]) -> tuple[str | None, str]:
    if without:
        return None, f"{', '.join(without)} không có dòng tổng, nên chưa có tổng"
    return added(typed), ""


def _is_sum(table: Lines, column: int, rule: Callable[[Line], bool], typed: str) -> bool:
    rows = [row.text(column) for row in table.rows if row.key != TOTAL and rule(row)]
    return bool(rows) and _worth(typed) == _worth(added(rows))


def _worth(typed: str | None) -> Amount | None:
    return None if typed is None else amount("0" if says_nothing(typed) else typed)


def _sum_by(tables: Sequence[Lines], rule: Callable[[Line], bool], merged: Mapping[Hashable, str | None]) -> str | None:
    taken = {row.key: None for table in tables for row in table.rows if row.key != TOTAL and rule(row)}
    known = [merged[key] for key in taken if key in merged]
    texts = [text for text in known if text is not None]
    return added(texts) if len(texts) == len(known) else None
