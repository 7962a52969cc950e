"""The same departure in many places, said once: at the first of them, with how many there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bcdesk.checks.lines import Line
from bcdesk.checks.rule import Remark
from bcdesk.report.findings import Severity

Case = tuple[str, Line]
"""What is found, in words, and where."""


def gathered(cases: Iterable[Case], wanted: str, severity: Severity | None = None) -> Iterator[Remark]:
    """One remark for each thing found."""
    lines: dict[str, list[Line]] = {}
    for found, line in cases:
        lines.setdefault(found, []).append(line)
    for found, places in lines.items():
        more = f"; có {len(places)} đoạn như vậy" if len(places) > 1 else ""
        yield Remark(_begun(found), f"{_begun(wanted)}{more}", places[0], severity=severity)


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]
