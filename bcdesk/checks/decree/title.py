"""Tên loại and trích yếu (TL-01 … TL-06)."""

from __future__ import annotations

from bcdesk.checks.rule import Rule

RULES: tuple[Rule, ...] = ()
