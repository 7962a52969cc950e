"""Nơi nhận at the left, authority, title, room for the signature and name at the right (boxes 9b, 7a, 7c, 7b)."""

from __future__ import annotations

from bcdesk.report.report import Place, Report
from bcdesk.report.signing import signature_lines
from bcdesk.sheet.form import Form
from bcdesk.sheet.sheet import Block, Cell, Paragraph, Row, Table
from bcdesk.sheet.styles import Name

LABEL = "Nơi nhận:"
HYPHEN = "- "
SIGNING_LINES = 4


def signature(report: Report, form: Form) -> tuple[Block, ...]:
    """The block as a table of one row, which no page break splits, and the least paragraph a table may end with."""
    left = form.column // 2
    row = Row((Cell(_kept(_recipients(report.recipients, form))), Cell(_kept(_signer(report, form)))))
    table = Table((left, form.column - left), (row,), padding=0, rule=0)
    return table, form.line(Name.END, "")


def _kept(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """The same, staying with what follows: else the least paragraph could go alone onto a page of its own."""
    return tuple(each.formatted(keep_next=True) for each in paragraphs)


def _recipients(lines: tuple[str, ...], form: Form) -> tuple[Paragraph, ...]:
    label = form.line(Name.RECIPIENTS_LABEL, LABEL, Place("recipients"), len(LABEL))
    items = (
        form.line(Name.RECIPIENTS, f"{HYPHEN}{line}", Place("recipients", index), len(HYPHEN))
        for index, line in enumerate(lines)
        if line
    )
    return (label, *items)


def _signer(report: Report, form: Form) -> tuple[Paragraph, ...]:
    signed, place = report.signature, Place("signature")
    lines = (line for line in signature_lines(signed, report.office) if line)
    authority = (form.line(Name.AUTHORITY, line, Place("signature", index)) for index, line in enumerate(lines))
    space = (form.line(Name.SIGNING_SPACE, "", place) for _ in range(SIGNING_LINES))
    below = (form.line(Name.AUTHORITY, signed.below, place),) if signed.below else ()
    return (*authority, *space, *below, form.line(Name.SIGNER, signed.name, place))
