"""Which values can be meant at all: what a damaged or foreign file may hold that the types allow."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields
from datetime import MAXYEAR, MINYEAR
from typing import Any

from bcdesk.report.office import Layout, Office
from bcdesk.report.period import Period, period_exists
from bcdesk.report.report import Cell, DocumentDate, Picture, Role, Table
from bcdesk.report.signed_copy import ENDINGS, SignedCopy

WIDEST = 2000.0
"""Millimetres or points beyond which no paper goes."""
_MOST_PLACES = 1_200_000
"""Of all cells of a table together, rows times columns: as many as a Word file may bring."""
_SHA256 = re.compile("[0-9a-f]{64}")
_PICTURES = ("image/jpeg", "image/png")


def is_sound(value: Any) -> bool:
    """Whether the dates, lengths and counts of one value (not of those inside it) are possible."""
    sound = _SOUND.get(type(value))
    return sound is None or sound(value)


def _date(value: DocumentDate) -> bool:
    return _within(value.day, 1, 31) and _within(value.month, 1, 12) and _within(value.year, MINYEAR, MAXYEAR)


def _cell(value: Cell) -> bool:
    return _within(value.column_span, 1, _MOST_PLACES) and _within(value.row_span, 1, _MOST_PLACES)


def _table(value: Table) -> bool:
    places = sum(cell.column_span * cell.row_span for row in value.rows for cell in row)
    return all(0 < width <= WIDEST for width in value.columns) and value.header_rows >= 0 and places <= _MOST_PLACES


def _picture(value: Picture) -> bool:
    return 0 < value.width <= WIDEST and value.media_type in _PICTURES


def _signed_copy(value: SignedCopy) -> bool:
    return _SHA256.fullmatch(value.sha256) is not None and value.size > 0 and value.media_type in ENDINGS


def _office(value: Office) -> bool:
    return value.signer_role in list(Role)


def _layout(value: Layout) -> bool:
    return all(0 <= getattr(value, field.name) <= WIDEST for field in fields(value)) and value.body_size >= 1


def _within(number: int | None, least: int, most: int) -> bool:
    return number is None or least <= number <= most


_SOUND: dict[type, Callable[[Any], bool]] = {
    Period: period_exists,
    DocumentDate: _date,
    Cell: _cell,
    Table: _table,
    Picture: _picture,
    Layout: _layout,
    Office: _office,
    SignedCopy: _signed_copy,
}
