"""The text of every part of a report as lines, each with the value it is of: what two reports are compared by."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any

from bcdesk.report.office import Office, issuer_name
from bcdesk.report.period import Period, period_words
from bcdesk.report.report import (
    BASES,
    CLOSING,
    OPENING,
    Appendix,
    Block,
    DocumentDate,
    Paragraph,
    Picture,
    Report,
    Section,
    Table,
    walk,
)
from bcdesk.vietnamese.dates import date_words, short_date

FIELD_WORDS = {
    "office": "Cơ quan ban hành",
    "period": "Kỳ báo cáo",
    "number": "Số",
    "symbol": "Ký hiệu",
    "place": "Địa danh",
    "date": "Ngày tháng",
    "subject": "Trích yếu",
    "date_range": "Thời gian báo cáo",
    "draft_mark": "Dấu dự thảo",
    "addressees": "Kính gửi",
    "request": "Văn bản yêu cầu báo cáo",
    "replaces": "Báo cáo được thay thế",
    "drafting_unit": "Đơn vị soạn thảo",
    "drafter": "Người soạn",
    BASES: "Căn cứ",
    OPENING: "Mở đầu",
    CLOSING: "Kết thúc",
    "recipients": "Nơi nhận",
    "signature": "Người ký",
}
HEAD_FIELDS = tuple(FIELD_WORDS)[: tuple(FIELD_WORDS).index(BASES)]
END_FIELDS = ("recipients", "signature")
CELL_END = " | "


def part_titles(report: Report) -> dict[str, str]:
    """The parts that hold paragraphs, and what they are called."""
    sections = {section.id: section.heading for _, section in walk(report.sections)}
    appendices = {appendix.id: " ".join(appendix.title) for appendix in report.appendices}
    return {**{part: FIELD_WORDS[part] for part in (OPENING, CLOSING, BASES)}, **sections, **appendices}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, and the value it is of: two lines of one text may still differ in bold, width or bytes."""

    text: str
    of: object


def section_lines(section: Section) -> tuple[Line, ...]:
    """The heading and the lines below it, without those of the sections under it."""
    return (Line(section.heading, section.run_in), *block_lines(section.blocks))


def appendix_lines(appendix: Appendix) -> tuple[Line, ...]:
    """The title and the lines below it."""
    return (Line(" ".join(appendix.title), appendix.landscape), *block_lines(appendix.blocks))


def field_lines(report: Report, name: str) -> tuple[Line, ...]:
    """The lines of an attribute of the report."""
    value = getattr(report, name)
    if name in {BASES, OPENING, CLOSING}:
        return block_lines(value)
    texts = _texts(value)
    return tuple(Line(text, value if at == len(texts) - 1 else None) for at, text in enumerate(texts))


def block_lines(blocks: Iterable[Block]) -> tuple[Line, ...]:
    """A line for a paragraph, one for each row of a table, one for a picture."""
    return tuple(line for block in blocks for line in _lines_of(block))


def _lines_of(block: Block) -> tuple[Line, ...]:
    if isinstance(block, Table):
        shape = (block.columns, block.header_rows)
        rows = ((CELL_END.join(_cell_text(cell.paragraphs) for cell in row), row) for row in block.rows)
        return tuple(Line(text, (row, shape)) for text, row in rows)
    if isinstance(block, Picture):
        return (Line(f"[Hình: {block.description}]", block),)
    return (Line(_with_footnotes(block), block),)


def _cell_text(paragraphs: tuple[Paragraph, ...]) -> str:
    return " ".join(map(_with_footnotes, paragraphs))


def _with_footnotes(paragraph: Paragraph) -> str:
    return "".join(
        f"{run.text} [chú thích: {Paragraph(run.footnote).plain}]" if run.footnote else run.text
        for run in paragraph.runs
    )


def _texts(value: Any) -> tuple[str, ...]:
    """What a value of the head says, as lines."""
    words = next((words(value) for kind, words in _WORDS.items() if isinstance(value, kind)), None)
    if words is not None:
        return (words,) if words else ()
    if isinstance(value, tuple):
        return tuple(text for item in value for text in _texts(item))
    if value is None:
        return ()
    return tuple(text for field in fields(value) for text in _texts(getattr(value, field.name)))


_WORDS: dict[type, Callable[[Any], str]] = {
    Office: issuer_name,
    Period: period_words,
    DocumentDate: lambda day: date_words(day.day, day.month, day.year),
    date: short_date,
    StrEnum: lambda _: "",  # the role of a signer: its lines say it
    str: str,
}
