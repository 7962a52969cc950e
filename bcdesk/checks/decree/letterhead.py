"""Quốc hiệu, Tiêu ngữ and the names of the bodies (QH-01 … CQ-06)."""

from __future__ import annotations

from bcdesk.checks.rule import Rule

RULES: tuple[Rule, ...] = ()
