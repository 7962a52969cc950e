"""The whole printed document of a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from bcdesk.report.office import Layout, issuer_name
from bcdesk.report.report import BASES, CLOSING, OPENING, Report
from bcdesk.sheet.appendix import appendices
from bcdesk.sheet.blocks import blocks
from bcdesk.sheet.form import Form, WidthOf, form_of
from bcdesk.sheet.letterhead import letterhead
from bcdesk.sheet.remembered import Remembered
from bcdesk.sheet.sections import outlined, section
from bcdesk.sheet.sheet import Block, Paragraph, Section, Sheet, Style, Table
from bcdesk.sheet.signature import signature
from bcdesk.sheet.styles import Name, within_decree


@dataclass(frozen=True, slots=True)
class _Frame:
    """What stands around the text and needs nothing of it: letterhead, signature, appendices of `report`."""

    report: Report
    head: tuple[Block, ...]
    end: tuple[Block, ...]
    appendices: tuple[Section, ...]


class Composer:
    """Composes reports in one typeface; what is the very same as last time is not composed anew."""

    def __init__(self, width_of: WidthOf) -> None:
        self._width_of = width_of
        self._form = form_of(Layout(), width_of)
        self._sections: Remembered[tuple[Block, ...]] = Remembered()
        self._frame: _Frame | None = None

    def sheet(self, report: Report) -> Sheet:
        """`report` as it is printed."""
        self._take_form(report.office.layout)
        self._sections.begin_round()
        frame = self._framed(report)
        text = _kept_with_signature(tuple(self._body(report)))
        pages = (Section(self._form.page, (*frame.head, *text, *frame.end)), *frame.appendices)
        return Sheet(pages, used_styles(pages, self._form), report.title, issuer_name(report.office))

    def _take_form(self, layout: Layout) -> None:
        if within_decree(layout) != self._form.layout:
            self._form = form_of(layout, self._width_of)
            self._sections = Remembered()
            self._frame = None

    def _framed(self, report: Report) -> _Frame:
        bare = replace(report, legal_bases=(), opening=(), sections=(), closing=())
        if self._frame is None or self._frame.report != bare:
            head, end = letterhead(bare, self._form), signature(bare, self._form)
            self._frame = _Frame(bare, tuple(head), tuple(end), tuple(appendices(bare, self._form)))
        return self._frame

    def _body(self, report: Report) -> Iterator[Block]:
        form = self._form
        yield from blocks(BASES, report.legal_bases, form, Name.BASES)
        yield from blocks(OPENING, report.opening, form)
        for outline, part in outlined(report.sections):
            yield from self._sections.get((part,), outline, partial(section, part, outline, form))
        yield from blocks(CLOSING, report.closing, form)


def compose(report: Report, width_of: WidthOf) -> Sheet:
    """`report` as it is printed; `width_of` gives the width of runs on one line in twips."""
    return Composer(width_of).sheet(report)


def _kept_with_signature(text: tuple[Block, ...]) -> tuple[Block, ...]:
    """The last paragraph stays with the signature, so that the signature is never alone on a page (KY-14).

    So does the last row of a table, with the gap below it.
    """
    if not text or not isinstance(text[-1], Paragraph):
        return text
    kept = text[-1].formatted(keep_next=True)
    if len(text) > 1 and isinstance(table := text[-2], Table):
        return (*text[:-2], _with_last_row_kept(table), kept)
    return (*text[:-1], kept)


def _with_last_row_kept(table: Table) -> Table:
    *rows, last = table.rows
    cells = (
        replace(cell, paragraphs=tuple(each.formatted(keep_next=True) for each in cell.paragraphs))
        for cell in last.cells
    )
    return replace(table, rows=(*rows, replace(last, cells=tuple(cells))))


def used_styles(pages: Iterable[Section], form: Form) -> tuple[Style, ...]:
    """The styles of these pages, in order of first use."""
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
