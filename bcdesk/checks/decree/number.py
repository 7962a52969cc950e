"""Number and symbol, place and date (SO-02 … DD-08)."""

from __future__ import annotations

from bcdesk.checks.rule import Rule

RULES: tuple[Rule, ...] = ()
