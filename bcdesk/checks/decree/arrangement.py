"""Where the parts stand on the page: the numbered boxes of the decree's diagram (GEN-14)."""

from __future__ import annotations

from collections.abc import Iterator

from bcdesk.checks.lines import Line
from bcdesk.checks.paper import Recognised
from bcdesk.checks.places import shown
from bcdesk.checks.rule import Remark, Rule
from bcdesk.report.findings import Severity

OFF_CENTRE = 400
"""How far the middle of what stands across the page may be from the column's, in twips."""


def arranged(paper: Recognised) -> Iterator[Remark]:
    """GEN-14: bodies and recipients at the left, Quốc hiệu and signer at the right, the title between."""
    first_name = paper.issuer[0] if paper.issuer else None
    first_authority = paper.authority[0] if paper.authority else None
    yield from _beside(paper, (first_name, "tên cơ quan"), (paper.country, "Quốc hiệu"))
    yield from _beside(paper, (paper.number, "số, ký hiệu"), (paper.date, "địa danh, thời gian"))
    yield from _beside(paper, (paper.recipients_label, "Nơi nhận"), (first_authority, "quyền hạn, chức vụ"))
    yield from _between(paper, paper.title)


def _beside(paper: Recognised, left: tuple[Line | None, str], right: tuple[Line | None, str]) -> Iterator[Remark]:
    """What stands at the left must end where what stands at the right begins, or before."""
    (one, one_name), (other, other_name) = left, right
    one_shown, other_shown = (shown(paper.pages, line) if line else None for line in (one, other))
    if one_shown and other_shown and one_shown.middle >= other_shown.middle:
        found = f"{one_name[0].upper()}{one_name[1:]} không ở bên trái {other_name}"
        yield Remark(found, f"{one_name} bên trái, {other_name} bên phải", one)


def _between(paper: Recognised, title: Line | None) -> Iterator[Remark]:
    found = shown(paper.pages, title) if title else None
    page = paper.sections[0].page
    if title and found and abs(found.middle - (page.left + page.column / 2)) > OFF_CENTRE:
        yield Remark("Tên loại không ở giữa trang", "Tên loại ở giữa, theo chiều ngang", title)


RULES = (
    Rule(
        "GEN-14",
        Severity.WRONG,
        "Các thành phần thể thức đứng đúng ô của sơ đồ: tên cơ quan, số, ký hiệu và nơi nhận bên trái; Quốc hiệu, địa "
        "danh, thời gian và người ký bên phải; tên loại ở giữa (NĐ 30/2020, Phụ lục I, mục I.6 và mục IV)",
        arranged,
        needs_pages=True,
    ),
)
