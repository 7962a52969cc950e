"""The table of rules, in the order of Nghị định 30/2020/NĐ-CP: each group stands in a module of `decree`."""

from __future__ import annotations

from bcdesk.checks.decree import (
    addressees,
    appendices,
    arrangement,
    body,
    capitals,
    dating,
    letterhead,
    levels,
    marks,
    names,
    number,
    numbering,
    page,
    recipients,
    signature,
    title,
    wording,
)
from bcdesk.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    *page.RULES,
    *numbering.RULES,
    *arrangement.RULES,
    *letterhead.RULES,
    *names.RULES,
    *number.RULES,
    *dating.RULES,
    *title.RULES,
    *addressees.RULES,
    *body.RULES,
    *levels.RULES,
    *wording.RULES,
    *signature.RULES,
    *recipients.RULES,
    *appendices.RULES,
    *marks.RULES,
    *capitals.RULES,
)
