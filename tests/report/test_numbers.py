from __future__ import annotations

import pytest
from hypothesis import given, settings

from bcdesk.report.numbers import numbers
from bcdesk.report.report import Cell, Paragraph, Run, Table, paragraph
from bcdesk.report.search import text_at
from tests.report.figured import full_reports, of, of_quarter, quarter, table, texts
from tests.report.strategies import reports

WIDE = table(("1", "Hồ sơ", "hồ sơ", "114"), ("1.1", "Trực tuyến", '"', "-"), ("2", "Phản ánh", "ý kiến", ""))


def only(*blocks):
    return tuple(numbers(of(quarter(1), *blocks)))


def test_numbers_of_sentences_and_tables_stand_in_reading_order():
    assert texts(of_quarter()) == ["114", "110/114", "96,49", "114", "05"]


def test_no_period_and_no_date_is_a_figure():
    assert [each.typed for each in only("Từ ngày 05/3/2024 đến quý II năm 2024 có 3 đợt.")] == ["3"]


def test_a_number_is_labelled_by_its_clause_and_unit():
    first, *_ = only("Trong quý I năm 2024, đã tiếp nhận 114 hồ sơ thủ tục hành chính.")
    assert (first.label, first.unit) == ("đã tiếp nhận … hồ sơ thủ tục", "hồ sơ")


def test_the_bullet_is_no_part_of_the_label():
    assert only("- 3 lớp tập huấn.")[0].label == "… lớp tập huấn"


def test_a_number_is_known_by_the_same_words_in_another_period():
    one = only("Trong quý I năm 2024 đã tiếp nhận 114 hồ sơ.")[0]
    assert one.key == only("Trong quý II năm 2024 đã tiếp nhận 90 hồ sơ.")[0].key


def test_two_numbers_of_one_section_are_told_apart():
    keys = [each.key for each in only("Tổ chức 5 buổi.", "Tổ chức 6 buổi.")]
    assert len(set(keys)) == 2


def test_cells_have_the_words_of_their_row_and_the_unit_even_where_a_ditto_mark_repeats_it():
    assert [(each.label, each.unit) for each in only(WIDE)] == [
        ("Hồ sơ", "hồ sơ"),
        ("Trực tuyến", "hồ sơ"),
        ("Phản ánh", "ý kiến"),
    ]


def test_an_empty_cell_and_one_without_data_are_figures_too():
    assert [each.typed for each in only(WIDE)] == ["114", "-", ""]


def test_two_columns_of_values_are_told_by_their_heads():
    two = table(("1", "Hồ sơ", "5", "6"), heads=("STT", "Chỉ tiêu", "Kế hoạch", "Thực hiện"))
    assert [each.label for each in only(two)] == ["Hồ sơ · Kế hoạch", "Hồ sơ · Thực hiện"]


def test_a_spanned_head_stands_over_all_its_columns():
    heads = (Cell((paragraph(""),), row_span=2), Cell((paragraph("Kết quả"),), column_span=2))
    below = (Cell((paragraph("Xã"),)), Cell((paragraph("Thôn"),)))
    body = tuple(Cell((paragraph(text),)) for text in ("Hội nghị", "5", "6"))
    spanned = Table((40.0, 40.0, 40.0), (heads, below, body), header_rows=2)
    assert [each.label for each in only(spanned)] == ["Hội nghị · Kết quả, Xã", "Hội nghị · Kết quả, Thôn"]


@pytest.mark.parametrize("head", ["Tỷ lệ (%)", "Tỉ lệ", "Số liệu"])
def test_what_a_column_calls_a_share_is_one(head):
    share = table(("1", "Hồ sơ đúng hạn", "95,5"), heads=("STT", "Chỉ tiêu", head))
    assert only(share)[0].unit == ("" if head == "Số liệu" else "%")


def test_numbers_among_the_words_of_a_cell_are_found():
    told = table(("1", "Hội nghị", "cuộc", "5"), ("2", "Đơn thư", "đơn", "cấp tỉnh 3 đơn, cấp xã 5 đơn"))
    assert [each.typed for each in only(told)] == ["5", "3", "5"]


def test_a_cell_of_two_paragraphs_gives_both():
    cells = tuple(Cell((paragraph(text),)) for text in ("Hội nghị",))
    body = (*cells, Cell((paragraph("5"), paragraph("6"))))
    two = Table((40.0, 40.0), (tuple(Cell((paragraph(text),)) for text in ("Chỉ tiêu", "Số")), body))
    assert [each.typed for each in only(two)] == ["5", "6"]


@pytest.mark.slow
@settings(max_examples=40)
@given(reports() | full_reports())
def test_every_number_stands_where_it_says(report):
    for each in numbers(report):
        assert text_at(report, each.hit.place)[each.hit.start : each.hit.end] == each.typed
    keys = [(each.part, each.key) for each in numbers(report)]
    assert len(set(keys)) == len(keys)


def test_a_number_in_two_formats_is_one():
    text = Paragraph((Run("Có 1"), Run("14", bold=True), Run(" hồ sơ.")))
    assert only(text)[0].typed == "114"
