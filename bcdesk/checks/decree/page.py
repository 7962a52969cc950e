"""Paper, margins, typeface and colour (GEN-01 … GEN-08, GEN-13)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from bcdesk.checks.lines import Line
from bcdesk.checks.looks import points
from bcdesk.checks.paper import Recognised
from bcdesk.checks.rule import Remark, Rule
from bcdesk.checks.whereabouts import shortened
from bcdesk.report.findings import Severity
from bcdesk.sheet.lengths import millimetres
from bcdesk.sheet.sheet import Table
from bcdesk.vietnamese.text import nfc
from bcdesk.word.reading import Kind, Unread

A4 = (11906, 16838)
TOLERANCE = 5
"""How far a length may be from the decree's, in twips: its own files are 1 twip off."""
MARGINS = {
    "top": (1134, 1418), "bottom": (1134, 1418), "left": (1701, 1985), "right": (850, 1134),
}  # fmt: skip
SIDES = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}
TYPEFACE = "timesnewroman"
SETS = ((26, 28, 28), (24, 26, 26))


def paper_size(paper: Recognised) -> Iterator[Remark]:
    """GEN-01."""
    for at, section in enumerate(paper.sections):
        size = section.page.width, section.page.height
        if any(abs(one - other) > TOLERANCE for one, other in zip(sorted(size), A4, strict=True)):
            yield Remark(f"Khổ {_mm(size[0])} × {_mm(size[1])} mm", "A4: 210 × 297 mm", where=_pages_of(paper, at))


def upright_paper(paper: Recognised) -> Iterator[Remark]:
    """GEN-02: an appendix may lie on its side, any other part only for a table."""
    own = len(paper.sections) if not paper.appendices else paper.appendices[0].section
    for at, section in enumerate(paper.sections[:own]):
        has_table = any(isinstance(block, Table) and block.rule for block in section.blocks)
        if section.page.width > section.page.height and not has_table:
            yield Remark("Trang giấy nằm ngang mà không có bảng", "Trang giấy đứng", where=_pages_of(paper, at))


def margin_rule(paper: Recognised, *sides: str) -> Iterator[Remark]:
    """The margins at these sides of every section; those of a sheet on its side are worth a look only."""
    for at, section in enumerate(paper.sections):
        turned = section.page.width > section.page.height
        for side in sides:
            low, high = MARGINS[side]
            found = getattr(section.page, side)
            if not low - TOLERANCE <= found <= high + TOLERANCE:
                yield Remark(
                    f"Lề {SIDES[side]} {_mm(found)} mm",
                    f"{_mm(low)}–{_mm(high)} mm",
                    severity=Severity.REVIEW if turned else None,
                    where=_pages_of(paper, at),
                )


def vertical_margins(paper: Recognised) -> Iterator[Remark]:
    """GEN-03."""
    yield from margin_rule(paper, "top", "bottom")


def left_margin(paper: Recognised) -> Iterator[Remark]:
    """GEN-04; the gutter is part of the margin."""
    yield from margin_rule(paper, "left")


def right_margin(paper: Recognised) -> Iterator[Remark]:
    """GEN-05."""
    yield from margin_rule(paper, "right")


def typeface(paper: Recognised) -> Iterator[Remark]:
    """GEN-06."""
    for item in paper.left(Kind.FONT):
        if not item.text.replace(" ", "").lower().startswith(TYPEFACE):
            where = "Đầu trang, cuối trang" if item.block is None else ""
            yield Remark(f"Phông chữ “{item.text}”", "Times New Roman", line_of(paper, item), where=where)


def unicode_letters(paper: Recognised) -> Iterator[Remark]:
    """GEN-07; letters put together of two signs are Unicode too, and only worth a note."""
    for item in paper.left(Kind.LEGACY):
        yield Remark(f"Chữ gõ theo bảng mã {item.text}", "Chữ Unicode dựng sẵn", line_of(paper, item))
    apart = next((line for line in paper.lines if line.text != nfc(line.text)), None)
    if apart:
        yield Remark(
            f"“{shortened(apart.text)}”: chữ Unicode tổ hợp", "Chữ Unicode dựng sẵn", apart, severity=Severity.NOTE
        )


def black_letters(paper: Recognised) -> Iterator[Remark]:
    """GEN-08: one remark for each paragraph or table."""
    for _, group in groupby(paper.left(Kind.COLOUR), key=lambda item: item.block):
        items = list(group)
        words = shortened(" ".join(item.text.strip() for item in items))
        yield Remark(f"“{words}” không phải màu đen", "Chữ màu đen", line_of(paper, items[0]))


def sizes_together(paper: Recognised) -> Iterator[Remark]:
    """GEN-13."""
    lines = (paper.country, paper.motto, paper.date)
    sizes = tuple(max(line.sizes, default=0) for line in lines if line)
    if sizes not in SETS:
        words = " / ".join(map(points, sizes))
        found = f"Quốc hiệu / Tiêu ngữ / địa danh, thời gian cỡ {words}"
        yield Remark(found, "13 / 14 / 14 hoặc 12 / 13 / 13", paper.country)


def line_of(paper: Recognised, item: Unread) -> Line | None:
    """The line in which something unread stands: the first of its block that shows its text, else the first."""
    lines = [line for line in paper.lines if paper.block_number(line.spot) == item.block and line.text]
    return next((line for line in lines if item.text.strip() in line.text), lines[0] if lines else None)


def _pages_of(paper: Recognised, section: int) -> str:
    return "Trang giấy" if len(paper.sections) == 1 else f"Trang giấy, phần {section + 1} của tệp"


def _mm(twips: int) -> str:
    return f"{millimetres(twips):.1f}".removesuffix(".0").replace(".", ",")


RULES = (
    Rule(
        "GEN-01",
        Severity.WRONG,
        "Văn bản hành chính dùng khổ giấy A4, 210 × 297 mm (NĐ 30/2020, Phụ lục I, mục I.1)",
        paper_size,
    ),
    Rule(
        "GEN-02",
        Severity.WRONG,
        "Văn bản trình bày theo chiều dài khổ giấy; chỉ phần có bảng, biểu không tách thành phụ lục mới được trình bày "
        "theo chiều ngang (NĐ 30/2020, Phụ lục I, mục I.2)",
        upright_paper,
    ),
    Rule(
        "GEN-03",
        Severity.WRONG,
        "Lề trên và lề dưới cách mép giấy 20–25 mm (NĐ 30/2020, Phụ lục I, mục I.3)",
        vertical_margins,
    ),
    Rule(
        "GEN-04",
        Severity.WRONG,
        "Lề trái cách mép giấy 30–35 mm (NĐ 30/2020, Phụ lục I, mục I.3)",
        left_margin,
    ),
    Rule(
        "GEN-05",
        Severity.WRONG,
        "Lề phải cách mép giấy 15–20 mm (NĐ 30/2020, Phụ lục I, mục I.3)",
        right_margin,
    ),
    Rule(
        "GEN-06",
        Severity.WRONG,
        "Cả văn bản dùng phông chữ tiếng Việt Times New Roman (NĐ 30/2020, Phụ lục I, mục I.4)",
        typeface,
    ),
    Rule(
        "GEN-07",
        Severity.WRONG,
        "Chữ theo bộ mã Unicode, TCVN 6909:2001 (NĐ 30/2020, Phụ lục I, mục I.4)",
        unicode_letters,
    ),
    Rule(
        "GEN-08",
        Severity.WRONG,
        "Chữ trong văn bản màu đen (NĐ 30/2020, Phụ lục I, mục I.4)",
        black_letters,
    ),
    Rule(
        "GEN-13",
        Severity.REVIEW,
        "Cỡ chữ trong một văn bản tăng, giảm cùng nhau: Quốc hiệu, Tiêu ngữ, địa danh và thời gian là 13, 14, 14 hoặc "
        "12, 13, 13 (ghi chú cuối bảng, Phụ lục I, mục V)",
        sizes_together,
        needs=("country", "motto", "date"),
    ),
)
