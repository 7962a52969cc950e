"""What a report is found by: every line of its text, as typed and folded (`vietnamese` §6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from bcdesk.report.period import period_words
from bcdesk.report.report import Block, Picture, Report, Run, paragraphs_of, walk
from bcdesk.vietnamese.folding import fold

_REMEMBERED = 4096  # paragraphs: a save folds only what changed


def lines_of(report: Report) -> tuple[str, ...]:
    """Every line of the report's text, each without line breaks in it."""
    return tuple(" ".join(line.split("\n")) for line in _lines(report) if line)


def folded_lines(lines: Iterable[str]) -> tuple[str, ...]:
    """The same lines folded."""
    return tuple(map(_folded, lines))


@lru_cache(_REMEMBERED)
def _folded(line: str) -> str:
    return fold(line)


def _lines(report: Report) -> Iterator[str]:
    yield from (" ".join(report.subject), period_words(report.period), report.date_range)
    yield f"{report.number}/{report.symbol}".strip("/")
    yield from report.addressees
    yield from _block_lines((*report.legal_bases, *report.opening))
    for _, section in walk(report.sections):
        yield section.heading
        yield from _block_lines(section.blocks)
    yield from _block_lines(report.closing)
    yield from report.recipients
    yield from (report.signature.name, report.drafting_unit, report.drafter)
    for appendix in report.appendices:
        yield " ".join(appendix.title)
        yield from _block_lines(appendix.blocks)
    if report.request:
        yield from (report.request.name, report.request.number, report.request.body, report.request.subject)


def _block_lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from (_run_text(text.runs) for text in paragraphs_of(block))
        if isinstance(block, Picture):
            yield block.description


def _run_text(runs: tuple[Run, ...]) -> str:
    """The text of runs; a footnote stands behind the text that carries it."""
    notes = [_run_text(run.footnote) for run in runs if run.footnote]
    return " ".join(["".join(run.text for run in runs), *notes])
