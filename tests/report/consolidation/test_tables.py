from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.report.blocks import Cell, CellAlign, Paragraph, Picture, Run, Table, paragraph
from bcdesk.report.consolidation.byunit import by_unit, has_numbers
from bcdesk.report.consolidation.rownumbers import renumbered
from bcdesk.report.consolidation.summing import pieces_of
from tests.report.strategies import TABLES

UNITS = ("Công an xã", "Trạm Y tế", "Trường Tiểu học Ba Vì")
FIELDS = ("STT", "Lĩnh vực", "Tiếp nhận", "Đúng hạn", "Tỷ lệ (%)")
TARGETS = ("STT", "Chỉ tiêu", "ĐVT", "Số liệu")


def cell(text, **rest):
    return text if isinstance(text, Cell) else Cell((paragraph(text),), **rest)


def table(heads, *rows):
    return Table(tuple(20.0 for _ in heads), tuple(tuple(map(cell, row)) for row in (heads, *rows)))


def merged(*tables):
    """The one piece tables of units become."""
    (piece,) = pieces_of([(unit, (own,)) for unit, own in zip(UNITS, tables, strict=False)])
    return piece


def texts(of):
    """What the rows below the head say."""
    return [[" ".join(text.plain for text in each.paragraphs) for each in row] for row in of.rows[of.header_rows :]]


def rows(heads, *tables):
    return texts(merged(*(table(heads, *own) for own in tables)).blocks[0])


def column(*of_units, head="Số liệu"):
    """The values of a table with one row for each value of a unit."""
    made = [[(f"Dòng {at}", value) for at, value in enumerate(own)] for own in of_units]
    piece = merged(*(table(("Nội dung", head), *own) for own in made))
    return [row[1] for row in texts(piece.blocks[0])], piece.doubt


def test_rows_of_one_label_are_added_cell_by_cell_and_their_share_reckoned_anew():
    one = [("1", "Đất đai", "10", "9", "90,0"), ("2", "Hộ tịch", "05", "05", "100,0")]
    other = [("1", "Hộ tịch", "1.248", "1.200", "96,2"), ("2", "đất đai", "30", "20", "66,7")]
    assert rows(FIELDS, one, other) == [
        ["1", "Đất đai", "40", "29", "72,5"],
        ["2", "Hộ tịch", "1.253", "1.205", "96,2"],
    ]


def test_a_row_only_one_unit_has_stands_behind_the_one_it_follows_on_and_the_numbers_go_on():
    one = [("1", "Đất đai", "10", "9", "90"), ("2", "Hộ tịch", "4", "4", "100")]
    other = [("1", "Đất đai", "10", "9", "90"), ("2", "Chứng thực", "8", "8", "100")]
    assert rows(FIELDS, one, other) == [
        ["1", "Đất đai", "20", "18", "90"],
        ["2", "Hộ tịch", "4", "4", "100"],
        ["3", "Chứng thực", "8", "8", "100"],
    ]


def test_the_row_of_sums_is_reckoned_from_all_rows_and_stays_last():
    one = [("1", "Đất đai", "10", "9", "90"), ("", "Tổng cộng", "10", "9", "90")]
    other = [("1", "Hộ tịch", "30", "15", "50"), ("", "TỔNG:", "30", "15", "50")]
    third = [("1", "Chứng thực", "60", "60", "100")]
    assert rows(FIELDS, one, other, third)[-1] == ["", "Tổng cộng", "100", "84", "84"]


def test_sums_of_the_rows_of_roman_numbers_stay_sums_of_those():
    one = [
        ("I", "Đất đai", "10"),
        ("1", "Cấp mới", "4"),
        ("2", "Cấp đổi", "6"),
        ("II", "Hộ tịch", "5"),
        ("", "Cộng", "15"),
    ]
    other = [
        ("I", "Đất đai", "1"),
        ("1", "Cấp mới", "1"),
        ("II", "Hộ tịch", "2"),
        ("III", "Khác", "7"),
        ("", "Cộng", "10"),
    ]
    assert rows(FIELDS[:3], one, other) == [
        ["I", "Đất đai", "11"], ["1", "Cấp mới", "5"], ["2", "Cấp đổi", "6"], ["II", "Hộ tịch", "7"],
        ["III", "Khác", "7"], ["", "Cộng", "25"],
    ]  # fmt: skip


def test_a_unit_whose_sum_is_wrong_is_named_and_the_sum_is_right():
    one = [("1", "Đất đai", "10"), ("2", "Hộ tịch", "5"), ("", "Cộng", "15")]
    other = [("1", "Đất đai", "10"), ("2", "Hộ tịch", "5"), ("", "Cộng", "16")]
    piece = merged(table(FIELDS[:3], *one), table(FIELDS[:3], *other))
    assert texts(piece.blocks[0])[-1] == ["", "Cộng", "30"]
    assert piece.doubt == "Ô “Tổng · Tiếp nhận”: dòng tổng của Trạm Y tế không bằng tổng các dòng."


def test_sums_that_are_of_no_rows_are_added_themselves():
    one = [("1", "Đất đai", "10"), ("2", "Trong đó trực tuyến", "5"), ("", "Cộng", "10")]
    other = [("1", "Đất đai", "20"), ("2", "Trong đó trực tuyến", "6"), ("", "Cộng", "20")]
    piece = merged(table(FIELDS[:3], *one), table(FIELDS[:3], *other))
    assert (texts(piece.blocks[0])[-1], piece.doubt) == (["", "Cộng", "30"], "")


def test_where_a_unit_has_no_such_sum_there_is_none():
    one = [("1", "Đất đai", "10"), ("2", "Trong đó trực tuyến", "5"), ("", "Cộng", "10")]
    other = [("1", "Đất đai", "20"), ("2", "Trong đó trực tuyến", "6")]
    piece = merged(table(FIELDS[:3], *one), table(FIELDS[:3], *other))
    assert texts(piece.blocks[0])[-1] == ["", "Cộng", ""]
    assert "Trạm Y tế không có dòng tổng" in piece.doubt


def test_a_sum_over_a_row_that_could_not_be_added_is_left_open():
    one = [("1", "Đất đai", "10"), ("2", "Hộ tịch", "5"), ("", "Cộng", "15")]
    other = [("1", "Đất đai", "chưa rõ"), ("2", "Hộ tịch", "5"), ("", "Cộng", "5")]
    piece = merged(table(FIELDS[:3], *one), table(FIELDS[:3], *other))
    assert [row[2] for row in texts(piece.blocks[0])] == ["", "10", ""]
    assert "chưa có tổng" in piece.doubt


def test_tables_with_and_without_stt_meet():
    with_order = table(FIELDS[:3], ("1", "Đất đai", "10"), (cell("Khác", column_span=2), "3"))
    without = table(FIELDS[1:3], ("Hộ tịch", "5"), ("Đất đai", "1"), ("Khác", "4"))
    assert texts(merged(with_order, without).blocks[0]) == [
        ["1", "Hộ tịch", "5"],
        ["2", "Đất đai", "11"],
        ["Khác", "7"],
    ]
    assert texts(merged(without, with_order).blocks[0]) == [["Hộ tịch", "5"], ["Đất đai", "11"], ["Khác", "7"]]


def test_a_share_among_rows_is_reckoned_from_two_other_rows():
    one = [("1", "Hồ sơ", "hồ sơ", "114"), ("2", "Đúng hạn", '"', "110"), ("3", "Tỷ lệ đúng hạn", "%", "96,49")]
    other = [("1", "Hồ sơ", "hồ sơ", "86"), ("2", "Đúng hạn", '"', "80"), ("3", "Tỷ lệ đúng hạn", "%", "93,02")]
    assert [row[3] for row in rows(TARGETS, one, other)] == ["200", "190", "95,00"]


def test_a_share_beside_its_ratio_is_reckoned_from_it():
    heads = ("Chỉ tiêu", "Kết quả", "Tỷ lệ")
    one, other = [("Hồ sơ", "110/114", "96,49 %")], [("Hồ sơ", "90/95", "94,74%")]
    assert rows(heads, one, other) == [["Hồ sơ", "200/209", "95,69 %"]]


def test_a_share_of_no_values_stays_where_all_say_the_same_else_it_is_left_open():
    assert column(["95 %", "90 %"], ["95 %", "80 %"]) == (
        ["95 %", ""],
        "Ô “Dòng 1 · Số liệu”: tỷ lệ không rõ tính từ hai số nào, để trống.",
    )


def test_no_shares_are_no_share():
    assert column(["-", "5"], ["-", "6"], head="Tỷ lệ (%)")[0][0] == "-"


@pytest.mark.parametrize(
    ("one", "other", "sum_"),
    [
        ("-", "5", "5"),
        ("", "05", "05"),
        ("-", "-", "-"),
        ("Không", "7", "7"),
        ("03", "4", "07"),
        ("1.248", "2", "1.250"),
        ("5,25", "1", "6,25"),
        ("110/114", "4/6", "114/120"),
        ("cấp tỉnh 3, cấp xã 5", "cấp tỉnh 4, cấp xã 6", "cấp tỉnh 7, cấp xã 11"),
    ],
)
def test_cells_are_added(one, other, sum_):
    assert column([one, "1"], [other, "1"]) == ([sum_, "2"], "")


@pytest.mark.parametrize("other", ["đang thống kê", "4/5"])
def test_a_cell_that_cannot_be_added_is_left_open_and_told(other):
    assert column(["5", "1"], [other, "1"]) == (
        ["", "2"],
        "Ô “Dòng 0 · Số liệu”: có đơn vị ghi chữ thay cho số, không cộng được.",
    )


def test_a_cell_of_words_with_an_average_is_left_open():
    values, doubt = column(["bình quân 3 buổi", "1"], ["bình quân 4 buổi", "1"])
    assert (values, "bình quân" in doubt) == (["", "2"], True)


@pytest.mark.parametrize(
    ("one", "other", "sum_"), [("3 buổi", "4 buổi", "7 buổi"), ("5,5 triệu đồng", "1 triệu đồng", "6,5 triệu đồng")]
)
def test_measured_values_are_added(one, other, sum_):
    assert rows(("Nội dung", "Kết quả"), [("Lớp", one)], [("Lớp", other)]) == [["Lớp", sum_]]


def test_a_measured_value_that_may_be_something_else_is_left_open():
    values, doubt = column(["15ha"], ["15ha"])
    assert values == [""]
    assert doubt == "Ô “Dòng 0 · Số liệu”: không rõ “15ha” có phải là số lượng không, nên không cộng."


def test_numbers_in_a_column_of_words_are_added_where_the_words_are_the_same():
    heads = ("Nội dung", "Số", "Ghi chú")
    assert rows(heads, [("Lớp", "1", "có 3 lớp xa")], [("Lớp", "1", "có 4 lớp xa")]) == [["Lớp", "2", "có 7 lớp xa"]]


def test_a_second_row_of_heads_taken_for_a_row_stays():
    heads = ("Nội dung", "Người", "Người nữ")
    own = [("Tổng", "Số", "Nữ"), ("Lớp", "5", "3")]
    assert rows(heads, own, own) == [["Tổng", "Số", "Nữ"], ["Lớp", "10", "6"]]


def test_a_sum_between_the_rows_that_one_unit_lacks_is_pointed_out():
    one = [("A", "1"), ("Cộng", "1"), ("B", "2"), ("Cộng", "2")]
    other = [("A", "1"), ("B", "2")]
    piece = merged(table(("Nội dung", "Số"), *one), table(("Nội dung", "Số"), *other))
    assert piece.doubt == "Dòng “Cộng” chỉ có trong bảng của Công an xã; cần xem lại tổng."


def test_averages_are_not_added():
    one, other = [("1", "Năng suất", "tạ/ha", "52")], [("1", "Năng suất", "tạ/ha", "50")]
    assert rows(TARGETS, one, other) == [["1", "Năng suất", "tạ/ha", ""]]
    assert rows(TARGETS, one, one) == [["1", "Năng suất", "tạ/ha", "52"]]


def test_a_plan_that_is_the_same_in_all_units_is_not_added():
    values, doubt = column(["120", "5"], ["120", "6"], head="Kế hoạch")
    assert values == ["", "11"]
    assert "số chung của cả xã" in doubt


def test_a_whole_that_all_share_is_not_added():
    assert column(["10/12"], ["10/12"], head="Số thôn")[0] == [""]


def test_a_large_number_that_three_units_share_is_added_and_pointed_out():
    values, doubt = column(["150"], ["150"], ["150"])
    assert values == ["450"]
    assert "nếu là số chung thì sửa lại" in doubt


def test_one_label_in_two_units_of_measure_is_two_rows():
    one, other = [("1", "Thu", "triệu đồng", "5,5")], [("1", "Thu", "nghìn đồng", "50")]
    piece = merged(table(TARGETS, *one), table(TARGETS, *other))
    assert [row[2:] for row in texts(piece.blocks[0])] == [["triệu đồng", "5,5"], ["nghìn đồng", "50"]]
    assert piece.doubt == "Dòng “Thu” có đơn vị tính khác nhau, nên không cộng."


def test_a_ditto_mark_of_a_row_that_moves_says_what_it_stood_for():
    one = [("1", "Lớp", "lớp", "2")]
    other = [("1", "Người", "người", "5"), ("2", "Nữ", '"', "3")]
    assert [row[2] for row in rows(TARGETS, one, other)] == ["lớp", "người", "người"]


def test_a_label_that_comes_again_belongs_to_the_row_above():
    one = [("I", "Đất đai", ""), ("1", "Đúng hạn", "5"), ("II", "Hộ tịch", ""), ("1", "Đúng hạn", "7")]
    other = [("I", "Hộ tịch", ""), ("1", "Đúng hạn", "10"), ("II", "Đất đai", ""), ("1", "Đúng hạn", "20")]
    assert [row[2] for row in rows(FIELDS[:3], one, other)] == ["", "25", "", "17"]


def test_lists_are_put_one_behind_the_other():
    heads = ("STT", "Họ và tên", "Chức vụ")
    one = [("1", "Nguyễn Văn A", "Thôn trưởng")]
    other = [("1", "Phạm Thị B", "Y sĩ"), ("2", "Nguyễn Văn A", "Thôn trưởng")]
    assert rows(heads, one, other) == [
        ["1", "Nguyễn Văn A", "Thôn trưởng"], ["2", "Phạm Thị B", "Y sĩ"], ["3", "Nguyễn Văn A", "Thôn trưởng"],
    ]  # fmt: skip


def test_years_of_birth_are_not_added():
    heads = ("Họ và tên", "Năm sinh", "Số tiền")
    assert rows(heads, [("Lê A", "1985", "5")], [("Lê A", "1985", "6")]) == [["Lê A", "1985", "11"]]
    assert rows(heads, [("Lê A", "1985", "5")], [("Lê A", "1990", "6")]) == [
        ["Lê A", "1985", "5"],
        ["Lê A", "1990", "6"],
    ]


def test_a_row_that_numbers_the_columns_stays():
    heads = ("Lĩnh vực", "Tiếp nhận", "Đúng hạn", "Còn lại")
    own = [("A", "1", "2", "3 = 1 - 2"), ("Đất đai", "5", "4", "1")]
    assert rows(heads, own, own) == [["A", "1", "2", "3 = 1 - 2"], ["Đất đai", "10", "8", "2"]]


def test_a_table_of_numbers_alone_is_added():
    assert rows(("Số buổi", "Lượt người"), [("2", "120")], [("3", "1.080")]) == [["5", "1.200"]]


def test_notes_of_all_units_are_kept_each_wording_once():
    heads = ("Nội dung", "Số liệu", "Ghi chú")
    notes = [[("Lớp", "2", note)] for note in ("có ảnh", "Có ảnh", "thiếu phòng")]
    assert rows(heads, *notes) == [["Lớp", "6", "có ảnh thiếu phòng"]]


def test_widths_alignment_and_formats_of_the_first_stay():
    bold = Cell((Paragraph((Run("5", bold=True),)),), align=CellAlign.RIGHT)
    one = replace(table(("Nội dung", "Số liệu"), ("Lớp", bold)), columns=(100.0, 60.0))
    made = merged(one, table(("Nội dung", "Số liệu"), ("Lớp", "7"))).blocks[0]
    assert made.columns == (100.0, 60.0)
    assert made.rows[1][1] == Cell((Paragraph((Run("12", bold=True),)),), align=CellAlign.RIGHT)


def test_rows_whose_cells_cover_other_columns_keep_the_tables_apart():
    one = table(FIELDS[:3], ("1", "Đất đai", "10"))
    other = table(FIELDS[:3], ("1", cell("Đất đai", column_span=2)), ("2", "Hộ tịch", "4"))
    pieces = pieces_of([("A", (one,)), ("B", (other,))])
    assert [piece.blocks for piece in pieces] == [(one,), (other,)]
    assert {piece.doubt for piece in pieces} == {"Các bảng có ô gộp không như nhau, nên để riêng từng đơn vị."}


def tall(label, *values):
    """A table whose first cell covers all rows."""
    lines = [(Cell((paragraph("Đất đai"),), row_span=len(values)), label, values[0])]
    return table(("Lĩnh vực", "Nội dung", "Số"), *lines, *(("Cấp đổi", value) for value in values[1:]))


def test_tables_with_tall_cells_are_added_place_by_place():
    assert texts(merged(tall("Cấp mới", "1", "2"), tall("Cấp mới", "3", "4")).blocks[0]) == [
        ["Đất đai", "Cấp mới", "4"], ["Cấp đổi", "6"],
    ]  # fmt: skip


@pytest.mark.parametrize("other", [tall("Cấp mới", "3"), tall("Cấp lại", "3", "4")])
def test_tables_with_tall_cells_that_differ_stay_apart(other):
    assert len(pieces_of([("A", (tall("Cấp mới", "1", "2"),)), ("B", (other,))])) == 2


def test_tables_of_other_heads_stay_apart_without_a_doubt():
    one, other = table(("Nội dung", "Số"), ("Lớp", "1")), table(("Nội dung", "Tiền"), ("Lớp", "1"))
    assert [piece.doubt for piece in pieces_of([("A", (one,)), ("B", (other,))])] == ["", ""]


def test_tables_without_a_head_stay_apart():
    own = replace(table(("Nội dung", "Số"), ("Lớp", "1")), header_rows=0)
    assert len(pieces_of([("A", (own,)), ("B", (own,))])) == 2


def test_the_second_table_of_a_head_is_that_of_the_others():
    own = table(("Nội dung", "Số"), ("Lớp", "1")), table(("Nội dung", "Số"), ("Lớp", "10"))
    pieces = pieces_of([("A", own), ("B", own)])
    assert [texts(piece.blocks[0]) for piece in pieces] == [[["Lớp", "2"]], [["Lớp", "20"]]]


def test_many_doubts_are_told_in_few_words():
    values, doubt = column(*[[f"{unit}{at} %" for at in range(9)] for unit in (1, 2)])
    assert set(values) == {""}
    assert doubt.count("Ô “") == 5
    assert doubt.endswith("Và 4 ô khác.")


@pytest.mark.parametrize(
    ("typed", "model", "numbers"),
    [
        (["1", "2", "1"], ["1", "2"], ["1", "2", "3"]),
        (["01", "02", "01"], ["01", "02"], ["01", "02", "03"]),
        (["1.", "1."], ["1."], ["1.", "2."]),
        (["I", "1", "1", "II", "1"], ["I", "1", "II", "1"], ["I", "1", "2", "II", "1"]),
        (["I", "1", "1", "II", "2"], ["I", "1", "II", "2"], ["I", "1", "2", "II", "3"]),
        (["1", "1.1", "1.1", "2", "2.1"], ["1", "1.1", "2", "2.1"], ["1", "1.1", "1.2", "2", "2.1"]),
        (["1", "1.1", "1.1.1", "1.1.1"], ["1", "1.1", "1.1.1"], ["1", "1.1", "1.1.1", "1.1.2"]),
        (["A", "I", "1", "a", "a", "A"], ["A", "I", "1", "a"], ["A", "I", "1", "a", "b", "B"]),
        (["1", "", "-", "1"], ["1", "", "-"], ["1", "", "-", "2"]),
        (["1", "3", "1"], ["1", "3"], ["1", "3", "1"]),
        (["d", "w"], ["d"], ["d", "w"]),
    ],
)
def test_numbers_of_rows_are_counted_on_in_their_manner(typed, model, numbers):
    assert renumbered(typed, model) == tuple(numbers)


def test_what_each_unit_gave_to_a_sentence_is_a_table():
    given = [
        ("Công an xã", (paragraph("Tiếp nhận 114 hồ sơ, đúng hạn 110/114 hồ sơ (96,49 %)."),)),
        (
            "Trạm Y tế",
            (paragraph("Tiếp nhận 86 hồ sơ, đúng hạn 80/86 hồ sơ (93,02 %)."), paragraph("Không vướng mắc.")),
        ),
    ]
    made = by_unit(pieces_of(given))
    assert [text.plain for each in made.rows[0] for text in each.paragraphs] == [
        "STT", "Đơn vị", "Tiếp nhận (hồ sơ)", "Đúng hạn (hồ sơ)", "Tỷ lệ (%)",
    ]  # fmt: skip
    assert texts(made) == [
        ["1", "Công an xã", "114", "110/114", "96,49"],
        ["2", "Trạm Y tế", "86", "80/86", "93,02"],
        ["", "Tổng cộng", "200", "190/200", "95,00"],
    ]
    assert sum(made.columns) == pytest.approx(247)


@pytest.mark.parametrize(
    ("sentence", "labels"),
    [
        ("- Tổ chức 02 buổi tuyên truyền với 120 lượt người tham dự.", ["Tổ chức (buổi)", "Lượt người tham dự"]),
        ("Xử lý 02 vụ, 03 đối tượng; trong đó trực tuyến (5).", ["Xử lý (vụ)", "Đối tượng", "Trong đó trực tuyến"]),
        ("Trong kỳ đã tiếp nhận 96 hồ sơ, giải quyết được 90/96 hồ sơ.", ["Tiếp nhận (hồ sơ)", "Giải quyết (hồ sơ)"]),
        ("Kinh phí thực hiện: 45,5 triệu đồng.", ["Kinh phí thực hiện (triệu đồng)"]),
        ("Số hộ nghèo: 24.", ["Số hộ nghèo"]),
        ("24.", ["Số liệu"]),
    ],
)
def test_the_columns_are_called_as_the_sentence_calls_the_numbers(sentence, labels):
    made = by_unit(pieces_of([("A", (paragraph(sentence),))]))
    assert [text.plain for each in made.rows[0] for text in each.paragraphs][2:] == labels


def test_what_stays_apart_is_told_unit_by_unit_without_a_sum():
    sentences = ["Năng suất đạt 52 tạ/ha.", "Năng suất đạt 50 tạ/ha."]
    made = by_unit(pieces_of([(unit, (paragraph(text),)) for unit, text in zip(UNITS, sentences, strict=False)]))
    assert [row[2] for row in texts(made)] == ["52", "50", ""]


def test_a_unit_that_says_a_number_twice_has_the_sum():
    given = [("A", (paragraph("Mở 02 lớp."), paragraph("Mở 03 lớp."))), ("B", (paragraph("Mở 04 lớp."),))]
    assert [row[2] for row in texts(by_unit(pieces_of(given)))] == ["05", "04", "09"]


def test_of_tables_with_many_numbers_each_has_a_row():
    own = [(f"{at}", f"Lĩnh vực {at}", "10", "5", "50") for at in range(1, 5)]
    pieces = pieces_of([(unit, (table(FIELDS, *own),)) for unit in UNITS])
    made = by_unit(pieces)
    assert len(texts(made)) == 12
    assert texts(made)[0] == ["1", "Lĩnh vực 1 · Tiếp nhận", "10", "10", "10", "30"]


def test_of_a_table_with_one_number_in_each_row_the_rows_are_the_heads():
    one, other = [("1", "Lớp", "lớp", "2")], [("1", "Lớp", "lớp", "03"), ("2", "Người", "người", "9")]
    made = by_unit(pieces_of([("A", (table(TARGETS, *one),)), ("B", (table(TARGETS, *other),))]))
    assert texts(made) == [["1", "A", "2", ""], ["2", "B", "03", "9"], ["", "Tổng cộng", "05", "9"]]


@pytest.mark.parametrize(
    ("block", "numbers"),
    [
        (paragraph("Mở 02 lớp."), True),
        (paragraph("Ngày 05/3/2024 đã mở lớp."), False),
        (table(("STT", "Nội dung", "Số"), ("1", "Lớp", "2")), True),
        (table(("STT", "Họ và tên", "Chức vụ"), ("1", "Lê A", "Y sĩ")), False),
        (Picture(b"x", "image/png", 100.0), False),
    ],
)
def test_whether_units_gave_numbers_is_known_without_the_table(block, numbers):
    assert has_numbers(pieces_of([("A", (block,))])) is numbers


def test_of_pieces_without_numbers_there_is_only_who_they_are_of():
    made = by_unit(pieces_of([("A", (paragraph("Không."),)), ("B", (paragraph("Không."),))]))
    assert texts(made) == [["1", "A"], ["2", "B"], ["", "Tổng cộng"]]


@given(st.lists(TABLES, min_size=2, max_size=4))
def test_any_tables_can_be_put_together(tables):
    pieces = pieces_of([(f"Đơn vị {at}", (own,)) for at, own in enumerate(tables)])
    assert sorted(unit for piece in pieces for unit in piece.units) == [f"Đơn vị {at}" for at in range(len(tables))]
    by_unit(pieces)


LABELS = ("Đất đai", "Hộ tịch", "Chứng thực", "Bảo trợ", "Xây dựng", "Giao thông")
FILLED = st.dictionaries(
    st.sampled_from(LABELS), st.tuples(st.integers(0, 5000), st.integers(1, 5000)), min_size=1, max_size=6
)


def grouped(number):
    return f"{number:,}".replace(",", ".")


def share(part, whole):
    return str((Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.01"), ROUND_HALF_UP)).replace(".", ",")


def line(label, done, late):
    return [label, grouped(done + late), grouped(done), share(done, done + late)]


def filled(own):
    lines = [[str(at), *line(label, *own[label])] for at, label in enumerate(own, start=1)]
    done, late = (sum(value[at] for value in own.values()) for at in range(2))
    return table(FIELDS, *lines, ["", *line("Tổng cộng", done, late)])


@given(st.lists(FILLED, min_size=2, max_size=5), st.randoms())
def test_sums_shares_and_the_row_of_sums_are_right_to_the_digit_in_any_order(units, random):
    wanted = {
        label: [sum(own[label][at] for own in units if label in own) for at in range(2)]
        for label in {label for own in units for label in own}
    }
    total = [sum(value[at] for value in wanted.values()) for at in range(2)]
    given_ = [(f"Đơn vị {at}", (filled(own),)) for at, own in enumerate(units)]
    random.shuffle(given_)
    (piece,) = pieces_of(given_)
    made = texts(piece.blocks[0])
    assert sorted(row[1:] for row in made[:-1]) == sorted(line(label, *value) for label, value in wanted.items())
    assert [row[0] for row in made] == [*(str(at) for at in range(1, len(wanted) + 1)), ""]
    assert made[-1][1:] == line("Tổng cộng", *total)
