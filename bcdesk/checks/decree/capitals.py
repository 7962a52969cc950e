"""Capital letters of annex II (VH-01 … VH-17)."""

from __future__ import annotations

from bcdesk.checks.rule import Rule

RULES: tuple[Rule, ...] = ()
