"""Authority, title and name of the signer (KY-01 … KY-14)."""

from __future__ import annotations

from bcdesk.checks.rule import Rule

RULES: tuple[Rule, ...] = ()
