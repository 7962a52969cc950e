"""A compulsory part that was not found: a remark where the whole paper was seen, else something not judged."""

from __future__ import annotations

from collections.abc import Iterator

from bcdesk.checks.paper import PART_WORDS, Recognised
from bcdesk.checks.rule import Remark, Unjudged
from bcdesk.report.findings import Severity

WHERE = "Cả văn bản"


def absent(paper: Recognised, part: str, wanted: str = "") -> Iterator[Remark | Unjudged]:
    """What is to be said where a compulsory part was not found.

    What has no title may be no report, and what is in boxes and drawings was not read: nothing is claimed then.
    """
    if not paper.lacks(part):
        return
    name = PART_WORDS[part]
    if paper.title is None or paper.veiled:
        yield Unjudged(f"không nhận ra {name}")
    else:
        yield Remark(f"Không thấy {name}.", wanted or f"Có {name}.", severity=Severity.REVIEW, where=WHERE)
