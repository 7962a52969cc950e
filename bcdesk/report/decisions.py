"""What the clerk has decided about a remark: to leave the text as it stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decision:
    """`giữ nguyên`: the remark of `rule` about the text `quote` is not made again in this report."""

    rule: str
    quote: str
    reason: str = ""
