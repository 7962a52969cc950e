"""Phiếu trình ký: what goes along with a report to be signed, for those who answer for it (PR-04 … PR-06)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from math import ceil

from bcdesk.report import report as typed
from bcdesk.report.findings import Finding, Severity, Verdict, undecided
from bcdesk.report.office import symbol_of
from bcdesk.report.report import CellAlign, Place, Report
from bcdesk.report.signing import signature_lines
from bcdesk.sheet.compose import used_styles
from bcdesk.sheet.form import SLACK, Form, WidthOf, form_of
from bcdesk.sheet.letterhead import COUNTRY, SPACE_BELOW_HEAD, country, issuer
from bcdesk.sheet.sheet import Block, Cell, Row, Section, Sheet, Table
from bcdesk.sheet.styles import Name
from bcdesk.sheet.tables import table
from bcdesk.vietnamese.dates import short_date
from bcdesk.vietnamese.letter_case import in_sentence

TITLE = "PHIẾU TRÌNH KÝ"
MOST_FINDINGS = 8
LONGEST_FINDING = 120
SIGNING_LINES = 2
FACTS, REMARKS, HANDS = (36.0, 124.0), (10.0, 26.0, 124.0), (58.0, 50.0, 52.0)
PLACE = Place("slip")


def slip_sheet(report: Report, verdict: Verdict, pages: int, width_of: WidthOf) -> Sheet:
    """The slip for a report whose paper has that many pages and of which the check has said `verdict`."""
    form = form_of(report.office.layout, width_of)
    left = undecided(verdict.findings, report)
    blocks = (
        *_head(report, form),
        *_ruled(FACTS, _facts(report, pages), form, header=False),
        form.line(Name.BODY, _summary(left)),
        *_ruled(REMARKS, _remarks(left), form),
        *_more(left, verdict, report, form),
        *_ruled(HANDS, _hands(report), form),
    )
    section = Section(form.page, blocks)
    return Sheet((section,), used_styles((section,), form), f"Phiếu trình ký: {report.title}", report.office.name)


def _head(report: Report, form: Form) -> tuple[Block, ...]:
    right = ceil(form.width(Name.COUNTRY, COUNTRY)) + SLACK
    left = form.column - right
    row = Row((Cell(issuer(report.office, form, left)), Cell(country(form, right))))
    title = form.line(Name.TITLE, TITLE, before=SPACE_BELOW_HEAD, after=SPACE_BELOW_HEAD)
    return Table((left, right), (row,), padding=0, rule=0), title


def _facts(report: Report, pages: int) -> Iterator[tuple[str, ...]]:
    appendices = f", trong đó {len(report.appendices)} phụ lục" if report.appendices else ""
    request = report.request
    due = short_date(request.due) if request and request.due else ""
    symbol = report.symbol or symbol_of(report.office)
    yield "Văn bản trình", f"Báo cáo {in_sentence(report.title)}".strip()
    yield "Số, ký hiệu", f"{report.number or '…'}/{symbol}"
    yield "Gửi đến", "; ".join(report.addressees) or "…"
    yield "Số trang", f"{pages} trang{appendices}"
    yield "Thời hạn gửi", due or "…"
    yield "Người soạn", " – ".join(filter(None, (report.drafter, report.drafting_unit))) or "…"


def _summary(left: tuple[Finding, ...]) -> str:
    counts = ((severity, sum(finding.severity is severity for finding in left)) for severity in Severity)
    words = ", ".join(f"{count} {severity.words}" for severity, count in counts)
    return f"Kiểm tra thể thức và chữ viết bằng máy, còn lại: {words}."


def _remarks(left: tuple[Finding, ...]) -> tuple[tuple[str, ...], ...]:
    """What is to be decided before signing, the same said once; notes are only counted."""
    said = islice(_grave(left).items(), MOST_FINDINGS)
    rows = tuple((str(number), level, f"{words} ({count} chỗ)" if count > 1 else words)
                 for number, ((level, words), count) in enumerate(said, 1))  # fmt: skip
    return (("TT", "Mức", "Nội dung"), *rows) if rows else ()


def _grave(left: tuple[Finding, ...]) -> Counter[tuple[str, str]]:
    """How often each thing is said that is more than a note, the gravest first."""
    return Counter((each.severity.words, _words(each)) for each in left if each.severity is not Severity.NOTE)


def _words(finding: Finding) -> str:
    said = f"{_shortened(finding.found)} → {_shortened(finding.wanted)}"
    return (
        f"{said} ({finding.rule})" if finding.rule.isupper() else said
    )  # the decree's rules only have a name on paper


def _shortened(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST_FINDING else f"{flat[:LONGEST_FINDING].rsplit(' ', 1)[0]} …"


def _more(left: tuple[Finding, ...], verdict: Verdict, report: Report, form: Form) -> Iterator[Block]:
    """What the table leaves out, what the drafter has decided, and what no machine has judged."""
    beyond = len(_grave(left)) - MOST_FINDINGS
    if beyond > 0:
        yield form.line(Name.BODY, f"Và {beyond} nội dung khác, xem trong chương trình.")
    if report.decisions:
        quotes = "; ".join(_shortened(decision.quote) for decision in report.decisions)
        yield form.line(Name.BODY, f"Người soạn giữ nguyên: {quotes}.")
    if verdict.unjudged:
        yield form.line(Name.BODY, f"Máy không kiểm tra được: {_joined(verdict.unjudged)}")


def _joined(sentences: tuple[str, ...]) -> str:
    return " ".join(sentence if sentence.endswith(".") else f"{sentence}." for sentence in sentences)


def _hands(report: Report) -> Iterator[tuple[str, ...]]:
    """Who answers for what: the drafter, the head of the unit for the content, the office for the form, the signer."""
    unit = report.drafting_unit or "đơn vị soạn thảo"
    lines = signature_lines(report.signature, report.office)
    signer = " – ".join(filter(None, (report.signature.name, lines[-1].capitalize() if lines else "")))
    yield "Người chịu trách nhiệm", "Ý kiến", "Ngày, ký, ghi rõ họ tên"
    room = "\n" * SIGNING_LINES
    yield f"Người soạn\n{report.drafter}".strip(), "", room
    yield f"Lãnh đạo {unit}\n(kiểm tra nội dung)", "", room
    yield "Văn phòng\n(kiểm tra thể thức, kỹ thuật trình bày)", "", room
    yield f"Người ký\n{signer}".strip(), "", room


def _ruled(
    widths: tuple[float, ...], rows: Iterable[tuple[str, ...]], form: Form, *, header: bool = True
) -> Iterator[Block]:
    """A ruled table of texts, its head or else its first column bold; nothing where there are no rows."""
    cells = tuple(
        tuple(
            _cell(text, bold=at == 0 if header else column == 0, head=header and at == 0)
            for column, text in enumerate(row)
        )
        for at, row in enumerate(rows)
    )
    return table(PLACE, typed.Table(widths, cells, header_rows=1 if header else 0), form)


def _cell(text: str, *, bold: bool, head: bool) -> typed.Cell:
    lines = tuple(typed.Paragraph((typed.Run(line, bold=bold),) if line else ()) for line in text.split("\n"))
    return typed.Cell(lines, align=CellAlign.CENTER if head else CellAlign.LEFT)
