"""The running text (ND-01 … ND-19)."""

from __future__ import annotations

from bcdesk.checks.rule import Rule

RULES: tuple[Rule, ...] = ()
