"""Marks and optional parts (KHAN-01, LH-01, NST-01, DC-01)."""

from __future__ import annotations

from bcdesk.checks.rule import Rule

RULES: tuple[Rule, ...] = ()
