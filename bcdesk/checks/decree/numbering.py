"""Page numbers (GEN-09 … GEN-12)."""

from __future__ import annotations

from collections.abc import Iterator

from bcdesk.checks.looks import points
from bcdesk.checks.paper import Recognised
from bcdesk.checks.rule import Remark, Rule, Unjudged
from bcdesk.report.findings import Severity
from bcdesk.sheet.sheet import PageSetup
from bcdesk.word.reading import Kind

SIZES = (26, 28)
WHERE = "Số trang"
LOOKS = {"bold": "đậm", "italic": "nghiêng", "coloured": "không phải màu đen"}
PLACES = {
    "header": "ở lề trên", "footer": "ở lề dưới", "left": "bên trái", "right": "bên phải", "center": "ở giữa",
    "both": "bên trái",
}  # fmt: skip


def counted(paper: Recognised) -> Iterator[Remark]:
    """GEN-09; an appendix counts its own pages (PL-06)."""
    for item in paper.left(Kind.NUMBER_FORMAT):
        yield _remark(f"Số trang đánh theo kiểu “{item.text}”", "Chữ số Ả Rập: 1, 2, 3 …")
    for at, page in enumerate(_own(paper)):
        if page.number_from not in {None, 1}:
            yield _remark(f"Số trang bắt đầu từ {page.number_from}", "Bắt đầu từ 1")
        elif at and page.number_from:
            yield _remark(f"Phần {at + 1} của tệp đánh số trang lại từ 1", "Đánh số liên tục", severity=Severity.REVIEW)


def looks(paper: Recognised) -> Iterator[Remark]:
    """GEN-10; that it is not bold follows from the table only."""
    low, high = SIZES
    for size in sorted({section.page.number_size for section in paper.sections} - {0}):
        if not low <= size <= high:
            yield _remark(f"Số trang cỡ {points(size)}", "Cỡ 13–14")
    for item in paper.left(Kind.NUMBER_LOOK):
        severity = Severity.REVIEW if item.text == "bold" else None
        words = ", ".join(LOOKS[word] for word in item.text.split())
        yield _remark(f"Số trang {words}", "Đứng, không đậm, màu đen", severity=severity)


def placed(paper: Recognised) -> Iterator[Remark | Unjudged]:
    """GEN-11; a paper of one page shows no number anyway."""
    elsewhere = paper.left(Kind.PAGE_NUMBER)
    for item in elsewhere:
        words = " ".join(PLACES.get(word, word) for word in item.text.split())
        yield _remark(f"Số trang {words}", "Ở giữa lề trên")
    pages = [section.page for section in paper.sections]
    if not elsewhere and not any(page.number_size for page in pages):
        yield from _unnumbered(paper)
    for page in pages:
        if page.number_size and page.header >= page.top:
            yield _remark("Số trang không nằm trong lề trên", "Khoảng cách đầu trang nhỏ hơn lề trên")


def _unnumbered(paper: Recognised) -> Iterator[Remark | Unjudged]:
    if paper.pages is None or paper.left(Kind.HEADER):
        yield Unjudged("không thấy số trang, và không biết văn bản có mấy trang")
    elif len(paper.pages) > 1:
        yield _remark("Văn bản nhiều trang không có số trang", "Số trang ở giữa lề trên")


def hidden_first(paper: Recognised) -> Iterator[Remark]:
    """GEN-12: hidden on the first page of the document, not on the first of a later part of it."""
    for at, page in enumerate(_own(paper)):
        if at == 0 and page.number_size and page.number_first:
            yield _remark("Trang thứ nhất hiện số trang", "Không hiện số ở trang thứ nhất")
        if at and page.number_size and not page.number_first:
            yield _remark(
                f"Trang đầu của phần {at + 1} của tệp không hiện số trang", "Hiện số trang", severity=Severity.REVIEW
            )


def _own(paper: Recognised) -> tuple[PageSetup, ...]:
    """The page setups of the document without its appendices."""
    end = paper.appendices[0].section if paper.appendices else len(paper.sections)
    return tuple(section.page for section in paper.sections[: max(end, 1)])


def _remark(found: str, wanted: str, severity: Severity | None = None) -> Remark:
    return Remark(found, wanted, severity=severity, where=WHERE)


RULES = (
    Rule(
        "GEN-09",
        Severity.WRONG,
        "Số trang đánh từ số 1, bằng chữ số Ả Rập (NĐ 30/2020, Phụ lục I, mục I.7)",
        counted,
    ),
    Rule(
        "GEN-10",
        Severity.WRONG,
        "Số trang cỡ 13–14, kiểu chữ đứng, màu đen (NĐ 30/2020, Phụ lục I, mục I.7 và mục V, số 14)",
        looks,
    ),
    Rule(
        "GEN-11",
        Severity.WRONG,
        "Số trang đặt canh giữa theo chiều ngang trong phần lề trên (NĐ 30/2020, Phụ lục I, mục I.7)",
        placed,
    ),
    Rule(
        "GEN-12",
        Severity.WRONG,
        "Số của trang thứ nhất không hiển thị (NĐ 30/2020, Phụ lục I, mục I.7)",
        hidden_first,
    ),
)
