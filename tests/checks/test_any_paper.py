"""Whatever stands on a paper, and in whatever order, it is judged: nothing in it stops the check."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bcdesk.checks.judge import check
from bcdesk.layout.paginate import Paginator
from bcdesk.painting.fonts import FontMeasure
from bcdesk.sheet.sheet import Align, Cell, Format, PageSetup, Paragraph, Row, Run, Section, Sheet, Table
from bcdesk.word.reading import Reading

LINES = (
    "BÁO CÁO", "Kính gửi: Sở Nội vụ", "Căn cứ Luật Đất đai;", "I. KẾT QUẢ", "I.", "Phần I", "Phần thứ nhất", "Mục 1",
    "1. Công tác", "a) Tuyên truyền", "f) Khác", "- một", "+ hai", "• ba", "Nơi nhận:", "- Như trên;", "- Lưu: VT.",
    "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Q. CHỦ TỊCH", "TL.", "TUQ", "ThS. Lê Văn An", "Phụ lục",
    "Phụ lục I", "(Kèm theo", "TÊN PHỤ LỤC", "", "\t", "  hai dấu cách", "Số: 5/BC-UBND", "KHẨN", "PL.(300)",
    "Ba Tơ, ngày 05 tháng 6 năm 2026", "Địa chỉ: xã Ba Tơ", "./.", "Trên đây là báo cáo./.", "CCHC", "Kế hoạch số 1/KH",
    "ỦY BAN NHÂN DÂN", "XÃ BA TƠ", "uỷ ban, ủy ban", "covid 19", "İ ı ß",
)  # fmt: skip


def _paragraph(text: str, align: Align, size: int, first: int, *, bold: bool) -> Paragraph:
    runs = (Run(text, size, bold),) if text else ()
    return Paragraph("Normal", runs, Format(align, first=first))


PARAGRAPHS = st.builds(
    _paragraph,
    st.sampled_from(LINES),
    st.sampled_from(list(Align)),
    st.sampled_from([2, 22, 26, 28, 40]),
    st.sampled_from([0, 567, 720, -300]),
    bold=st.booleans(),
)
CELLS = st.builds(Cell, st.lists(PARAGRAPHS, min_size=1, max_size=5).map(tuple))
TABLES = st.builds(lambda left, right: Table((4000, 4000), (Row((left, right)),)), CELLS, CELLS)
BLOCKS = st.lists(PARAGRAPHS | TABLES, min_size=1, max_size=14).map(tuple)
SHEETS = st.lists(st.builds(Section, st.just(PageSetup()), BLOCKS), min_size=1, max_size=2).map(tuple).map(Sheet)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(sheet=SHEETS)
def test_any_sheet_is_judged_with_its_pages_and_without(sheet: Sheet) -> None:
    for pages in (None, Paginator(FontMeasure()).pages(sheet)):
        verdict = check(Reading(sheet), pages)
        assert all(finding.found and finding.wanted and finding.clause for finding in verdict.findings)
