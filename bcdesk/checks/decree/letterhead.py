"""Quốc hiệu and Tiêu ngữ (QH-01 … QH-07)."""

from __future__ import annotations

from collections.abc import Iterator

from bcdesk.checks.absence import absent
from bcdesk.checks.decree.underlines import MOTTO as MOTTO_LINE
from bcdesk.checks.decree.underlines import underlined
from bcdesk.checks.lines import Line
from bcdesk.checks.looks import Look, misfit
from bcdesk.checks.paper import Recognised
from bcdesk.checks.places import shown
from bcdesk.checks.rule import Remark, Rule, Unjudged
from bcdesk.checks.spacing import close_together
from bcdesk.report.findings import Severity
from bcdesk.sheet.letterhead import COUNTRY, MOTTO
from bcdesk.sheet.sheet import Align
from bcdesk.vietnamese.text import nfc
from bcdesk.word.reading import Kind

COUNTRY_LOOK = Look(24, 26, bold=True)
MOTTO_LOOK = Look(26, 28, bold=True, align=Align.CENTER)


def country_words(paper: Recognised) -> Iterator[Remark | Unjudged]:
    """QH-01; the decree itself also prints `HOÀ`."""
    yield from absent(paper, "country", COUNTRY)
    line = paper.country
    if line and _words(line).upper().replace("HOÀ", "HÒA") != COUNTRY:
        yield Remark(f"“{line.text}”", COUNTRY, line)


def country_look(paper: Recognised) -> Iterator[Remark]:
    """QH-02."""
    line = paper.country
    if line is None:
        return
    if not line.capitals:
        yield Remark(f"“{line.text}” không viết in hoa", COUNTRY, line)
    if any(line.text.casefold() in item.text.casefold() for item in paper.left(Kind.CAPITALS)):
        words = "Quốc hiệu in hoa nhờ định dạng chữ, không phải gõ chữ in hoa"
        yield Remark(words, "Gõ bằng chữ in hoa", line, severity=Severity.REVIEW)
    yield from misfit(line, COUNTRY_LOOK)


def motto_words(paper: Recognised) -> Iterator[Remark | Unjudged]:
    """QH-03."""
    yield from absent(paper, "motto", MOTTO)
    line = paper.motto
    if line and _words(line) != MOTTO:
        yield Remark(f"“{line.text}”", MOTTO, line)


def motto_look(paper: Recognised) -> Iterator[Remark]:
    """QH-04."""
    if paper.motto:
        yield from misfit(paper.motto, MOTTO_LOOK)


def motto_line(paper: Recognised) -> Iterator[Remark | Unjudged]:
    """QH-05."""
    if paper.motto:
        yield from underlined(paper, (paper.motto,), paper.motto_stroke, MOTTO_LINE)


def spacing(paper: Recognised) -> Iterator[Remark]:
    """QH-06."""
    if paper.country and paper.motto:
        yield from close_together((paper.country, paper.motto))


def one_line(paper: Recognised) -> Iterator[Remark | Unjudged]:
    """QH-07."""
    place = shown(paper.pages, paper.country) if paper.country else None
    if place is None:
        yield Unjudged("không tìm thấy Quốc hiệu trên trang")
    elif len(place.lines) > 1:
        yield Remark(f"Quốc hiệu xuống {len(place.lines)} dòng", "Quốc hiệu trên một dòng", paper.country)


def _words(line: Line) -> str:
    return " ".join(nfc(line.text).split())


RULES = (
    Rule(
        "QH-01",
        Severity.WRONG,
        f"Quốc hiệu là “{COUNTRY}” (NĐ 30/2020, Phụ lục I, mục II.1.a)",
        country_words,
    ),
    Rule(
        "QH-02",
        Severity.WRONG,
        "Quốc hiệu viết in hoa, cỡ 12–13, kiểu chữ đứng, đậm (NĐ 30/2020, Phụ lục I, mục II.1.a)",
        country_look,
        needs=("country",),
    ),
    Rule(
        "QH-03",
        Severity.WRONG,
        f"Tiêu ngữ là “{MOTTO}”: chữ đầu mỗi cụm từ viết hoa, giữa các cụm từ có gạch nối, trước và sau gạch nối có "
        "dấu cách (NĐ 30/2020, Phụ lục I, mục II.1.b)",
        motto_words,
    ),
    Rule(
        "QH-04",
        Severity.WRONG,
        "Tiêu ngữ viết in thường, cỡ 13–14, kiểu chữ đứng, đậm, canh giữa dưới Quốc hiệu "
        "(NĐ 30/2020, Phụ lục I, mục II.1.b)",
        motto_look,
        needs=("motto",),
    ),
    Rule(
        "QH-05",
        Severity.WRONG,
        "Dưới Tiêu ngữ có đường kẻ ngang nét liền, dài bằng dòng chữ (NĐ 30/2020, Phụ lục I, mục II.1.b)",
        motto_line,
        needs=("motto",),
    ),
    Rule(
        "QH-06",
        Severity.WRONG,
        "Hai dòng Quốc hiệu và Tiêu ngữ cách nhau dòng đơn (NĐ 30/2020, Phụ lục I, mục II.1.c)",
        spacing,
        needs=("country", "motto"),
    ),
    Rule(
        "QH-07",
        Severity.REVIEW,
        "Quốc hiệu nằm trên một dòng, như các mẫu của Nghị định (NĐ 30/2020, Phụ lục III)",
        one_line,
        needs=("country",),
        needs_pages=True,
    ),
)
