from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.vietnamese.quantities import number_value, number_words, quantities


def figures(text):
    return [(found.typed, found.unit) for found in quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("trên 5 cụm pano; treo 2 băng rôn", [("5", "cụm pano"), ("2", "băng rôn")]),
        ("thời lượng là 3 tiếng/ngày", [("3", "tiếng")]),
        ("Tiếp nhận 1.248 hồ sơ (95,35 %)", [("1.248", "hồ sơ"), ("95,35", "%")]),
        ("đạt 5/5 thôn (100%)", [("5/5", "thôn"), ("100", "%")]),
        ("02 cuộc họp, 15/20 chỉ tiêu", [("02", "cuộc họp"), ("15/20", "chỉ tiêu")]),
        ("kinh phí 13.203.300 đồng", [("13.203.300", "đồng")]),
        ("12 triệu đồng/ha", [("12", "triệu đồng")]),
        ("2.000 con lợn", [("2.000", "con lợn")]),
        ("1. Kết quả 12 tin", [("12", "tin")]),
        ("1.1. Kết quả 3 bài", [("3", "bài")]),
        ("Trong tháng 3, 5 thôn", [("5", "thôn")]),
        ("nuôi 2024 con vịt", [("2024", "con vịt")]),
    ],
)
def test_a_figure_is_a_number_that_counts_or_measures(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020",
        "Kế hoạch 15/KH-UBND",
        "giai đoạn 2021-2025",
        "cách mạng công nghiệp 4.0",
        "covid – 19 và COVID-19",
        "Đề án 06",
        "từ 01/01 đến 31/3/2024",
        "ngày 30/4, ngày 05/5/2024",
        "dông lốc đêm 12/6 chưa kịp thay",
        "trưa 12/6",
        "quý 1 năm 2024, năm 2025",
        "Luật số 72/2025/QH15",
        "khoản 2 Điều 15",
        "các tháng 1, 2, 3 năm 2024",
        "Tháng 10, 11, xã đã họp",
        "quý 1 và 2",
        "Ngày 8/3, 26/3, 30/4",
    ],
)
def test_what_dates_or_names_is_no_figure(text):
    assert figures(text) == []


def test_a_ratio_has_its_whole():
    (found,) = quantities("giải quyết 1.190/1.248 hồ sơ")
    assert (found.value, found.whole) == (1190, 1248)


def test_a_share_is_told_from_a_count():
    assert [found.is_percentage for found in quantities("12 hồ sơ, đạt 95,5 %")] == [False, True]


@given(st.text(max_size=60))
def test_figures_stand_where_they_say(text):
    assert all(text[found.start : found.end] == found.typed for found in quantities(text))


@given(st.decimals(0, 10**9, places=2))
def test_a_number_as_written_is_read_back(value):
    assert number_value(number_words(value, 2)) == value


def test_what_is_no_number_has_no_value():
    assert number_value("khoảng 5") is None


def test_halves_are_rounded_up():
    assert number_words(Decimal("95.345"), 2) == "95,35"
