"""Whom a report goes to, for those who do not see its head."""

from __future__ import annotations

from collections.abc import Iterator

from bcdesk.report.report import Report

AS_ABOVE = "như trên"


def recipients_of(report: Report) -> tuple[str, ...]:
    """Those of `Nơi nhận` without the signs that close their lines, the addressees in the place of `Như trên`."""
    return tuple(dict.fromkeys(_each(report)))


def _each(report: Report) -> Iterator[str]:
    for line in map(_bare, report.recipients):
        if line.lower() == AS_ABOVE and report.addressees:
            yield from map(_bare, report.addressees)
        elif line:
            yield line


def _bare(line: str) -> str:
    return line.strip().lstrip("-").rstrip(";.").strip()
