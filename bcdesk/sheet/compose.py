"""The whole printed document of a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bcdesk.report.office import issuer_name
from bcdesk.report.report import BASES, CLOSING, OPENING, Report
from bcdesk.sheet.appendix import appendices
from bcdesk.sheet.blocks import blocks
from bcdesk.sheet.form import Form, WidthOf, form_of
from bcdesk.sheet.letterhead import letterhead
from bcdesk.sheet.sections import sections
from bcdesk.sheet.sheet import Block, Paragraph, Section, Sheet, Style, Table
from bcdesk.sheet.signature import signature
from bcdesk.sheet.styles import Name


def compose(report: Report, width_of: WidthOf) -> Sheet:
    """`report` as it is printed; `width_of` gives the width of runs on one line in twips."""
    form = form_of(report.office.layout, width_of)
    text = _kept_with_signature(tuple(_body(report, form)))
    pages = (
        Section(form.page, (*letterhead(report, form), *text, *signature(report, form))),
        *appendices(report, form),
    )
    return Sheet(pages, _used(pages, form), report.title, issuer_name(report.office))


def _body(report: Report, form: Form) -> Iterator[Block]:
    yield from blocks(BASES, report.legal_bases, form, Name.BASES)
    yield from blocks(OPENING, report.opening, form)
    yield from sections(report.sections, form)
    yield from blocks(CLOSING, report.closing, form)


def _kept_with_signature(text: tuple[Block, ...]) -> tuple[Block, ...]:
    """The last paragraph stays with the signature, so that the signature is never alone on a page (KY-14)."""
    if not text or not isinstance(text[-1], Paragraph):
        return text
    last = replace(text[-1], format=replace(text[-1].format, keep_next=True))
    return (*text[:-1], last)


def _used(pages: Iterable[Section], form: Form) -> tuple[Style, ...]:
    names = dict.fromkeys(name for page in pages for block in page.blocks for name in _names(block))
    return tuple(form.styles[Name(name)] for name in names)


def _names(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        for row in block.rows:
            for cell in row.cells:
                for paragraph in cell.paragraphs:
                    yield from _names(paragraph)
        return
    yield block.style
    for run in block.runs:
        for paragraph in run.footnote:
            yield from _names(paragraph)
