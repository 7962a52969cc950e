"""A mail draft from the command line, with what goes along."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bcdesk.press.paper import Paper
    from bcdesk.report.report import Report

ONLY_SOFT = "Chưa có bản đã ký: thư nháp chỉ có bản mềm."


def write_draft(path: Path, paper: Paper, signed_copy: bytes) -> Path:
    """Write a draft with the signed copy and the Word copy; without the former it is said on stderr."""
    from bcdesk.press.files import write_whole
    from bcdesk.press.sending import Piece, draft_of, items_of, mail_of

    if not signed_copy:
        print(ONLY_SOFT, file=sys.stderr)
    made = {Piece.SIGNED: signed_copy, Piece.WORD: paper.docx()}
    items = tuple(item for item in items_of(paper.report) if made.get(item.piece))
    return write_whole(path, draft_of(mail_of(paper.report, items), [(item.name, made[item.piece]) for item in items]))


def signed_copy_in(folder: Path, report: Report) -> bytes:
    """The signed copy of a report as it lies in a data folder; empty where it does not, which is said on stderr."""
    from bcdesk.errors import SignedCopyGone
    from bcdesk.storage.signed_copies import FileSignedCopies

    if report.signed_copy is None:
        return b""
    try:
        return FileSignedCopies(folder).data(report.signed_copy)
    except SignedCopyGone as error:
        print(error, file=sys.stderr)
        return b""
