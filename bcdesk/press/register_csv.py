"""The outgoing register as a CSV that spreadsheets open with its Vietnamese letters."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from bcdesk.report.register import COLUMNS, Line, cells

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def register_csv(lines: Iterable[Line]) -> bytes:
    """The ten columns under their heads, in UTF-8 with the mark that spreadsheets know it by (RFC 4180)."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows(tuple(map(_harmless, cells(line))) for line in lines)
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    """A cell no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
