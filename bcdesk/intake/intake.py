"""What reading an old report gives: the report, and what the clerk should know about how it was read."""

from __future__ import annotations

from dataclasses import dataclass

from bcdesk.report.report import Place, Report


@dataclass(frozen=True, slots=True)
class Note:
    """One whole Vietnamese sentence for the clerk, and where in the report to look; None for the report as a whole."""

    words: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Intake:
    """A report that was read, and in `notes` all that was read otherwise than it was typed.

    `text` is what was read, line by line; empty for a report that was read as it stands. `signed_copy` are the bytes
    of the signed copy that came along; empty where none did.
    """

    report: Report
    notes: tuple[Note, ...] = ()
    text: str = ""
    signed_copy: bytes = b""
