"""Paper, margins, typeface, colour and page numbers (GEN-01 … GEN-14)."""

from __future__ import annotations

from bcdesk.checks.rule import Rule

RULES: tuple[Rule, ...] = ()
