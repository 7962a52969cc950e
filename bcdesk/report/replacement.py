"""A report that replaces an issued one whose content was wrong (Nghị định 30/2020/NĐ-CP, Điều 18.3; `PR-09`)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bcdesk.report.office import issuer_name, symbol_of
from bcdesk.report.report import Block, DocumentDate, Paragraph, Report, State, paragraph
from bcdesk.report.states import as_number
from bcdesk.vietnamese.dates import date_words

SENTENCE = "Báo cáo này thay thế {replaced}."


def replacement(report: Report, today: date) -> Report:
    """A draft with the same text, without number and day, that says in its opening what it replaces."""
    cited = citation(report)
    return replace(
        report,
        number="",
        date=DocumentDate(None, today.month, today.year),
        state=State.DRAFTING,
        fingerprint="",
        signed_copy=None,
        replaces=cited,
        opening=_with_sentence(report, SENTENCE.format(replaced=cited)),
    )


def citation(report: Report) -> str:
    """`Báo cáo số 12/BC-UBND ngày 05 tháng 4 năm 2024 của Ủy ban nhân dân xã Ba Tơ`."""
    number = as_number(report.number) or report.number.strip()
    issuer = issuer_name(report.office)
    return " ".join(
        (
            f"Báo cáo số {number}/{report.symbol or symbol_of(report.office)}",
            date_words(report.date.day, report.date.month, report.date.year),
            *((f"của {issuer}",) if issuer else ()),
        )
    )


def _with_sentence(report: Report, sentence: str) -> tuple[Block, ...]:
    """The opening with that paragraph last, but before words that lead over to the text (`… như sau:`).

    What the report itself replaced is not said again.
    """
    earlier = SENTENCE.format(replaced=report.replaces)
    kept = tuple(block for block in report.opening if not (isinstance(block, Paragraph) and block.plain == earlier))
    leads_over = bool(kept) and isinstance(kept[-1], Paragraph) and kept[-1].plain.rstrip().endswith(":")
    at = len(kept) - leads_over
    return (*kept[:at], paragraph(sentence), *kept[at:])
