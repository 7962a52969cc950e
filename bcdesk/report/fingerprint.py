"""The fingerprint of what was signed: it tells whether the text is still, letter for letter, that text."""

from __future__ import annotations

from hashlib import sha256

from bcdesk.report.plain import canonical, plain_fields
from bcdesk.report.record import name_of
from bcdesk.report.report import Report

# Number and date are given after the signature (`PR-08`); the rest of these is never printed.
_APART = frozenset(
    (
        *("number", "date", "kind", "period", "request", "drafting_unit", "drafter", "state"),
        *("previous", "decisions", "replaces", "fingerprint", "signed_copy", "figures", "merged"),
    )
)


def fingerprint_of(report: Report) -> str:
    """The SHA-256, in hex, of everything printed but number and date."""
    printed = {name: value for name, value in plain_fields(report, name_of).items() if name not in _APART}
    return sha256(canonical(printed).encode()).hexdigest()


def is_as_signed(report: Report) -> bool:
    """Whether the text is that which was signed; of what is not signed there is nothing to say."""
    return not report.frozen or report.fingerprint == fingerprint_of(report)
