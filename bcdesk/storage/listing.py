"""What a row of the list says of a report: written with it, read without its text."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Row

from bcdesk.report.kept import Listed
from bcdesk.report.period import period_words
from bcdesk.report.record import Parts
from bcdesk.report.report import Report, Request, State
from bcdesk.storage.tables import ReportRow
from bcdesk.vietnamese.dates import short_date

LISTED = (
    ReportRow.id,
    ReportRow.title,
    ReportRow.kind,
    ReportRow.period,
    ReportRow.drafter,
    ReportRow.state,
    ReportRow.changed_at,
    ReportRow.signer,
    ReportRow.request,
    ReportRow.due,
)


def listed_of(row: Row[*tuple[Any, ...]]) -> Listed:
    """The report a row of `LISTED` tells of."""
    told = {column.key: getattr(row, column.key) for column in LISTED}
    due = date.fromisoformat(told["due"]) if told["due"] else None
    return Listed(**{**told, "state": State(told["state"]), "due": due})


def columns_of(report: Report, parts: Parts) -> dict[str, str]:
    """What a row says of its report."""
    return {
        "kind": report.kind,
        "period": period_words(report.period),
        "title": report.title,
        "drafter": report.drafter,
        "state": report.state.value,
        "skeleton": parts.skeleton,
        "signer": report.signature.name,
        "request": request_words(report.request) if report.request else "",
        "due": report.request.due.isoformat() if report.request and report.request.due else "",
    }


def request_words(request: Request) -> str:
    """The requesting document on one line: `Công văn số 12/UBND-VX ngày 05/3/2026 của UBND tỉnh`."""
    number = f"số {request.number}" if request.number else ""
    dated = f"ngày {short_date(request.dated)}" if request.dated else ""
    body = f"của {request.body}" if request.body else ""
    return " ".join(filter(None, (request.name, number, dated, body)))
