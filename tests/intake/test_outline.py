from __future__ import annotations

import pytest

from bcdesk.intake.outline import MOST_LEVELS
from bcdesk.intake.text import read_text
from bcdesk.report.report import Report, Section, walk
from tests.intake.texts import CULTURE, MONTHLY


def report(*lines: str) -> Report:
    return read_text("\n".join(("BÁO CÁO", "Công tác tuần 5 năm 2026", "", *lines))).report


def tree(*lines: str) -> list[str]:
    """The outline, a dash for each level."""
    return drawn(report(*lines))


def drawn(read: Report) -> list[str]:
    return ["-" * depth + section.heading for depth, section in walk(read.sections)]


def only(*lines: str) -> Section:
    (section,) = report(*lines).sections
    return section


def texts(section: Section) -> list[str]:
    return [block.plain for block in section.blocks]


@pytest.mark.parametrize(
    "lines",
    [
        ("I. A", "-1. B", "--1.1. C", "--1.2. D", "-2. E", "II. G"),
        ("I. A", "-1. B", "--a) C", "--b) D", "II. G", "-1. E"),
        ("I- A", "-1- B", "--1.1- C", "--1.2- D", "-2- E", "II- G"),
        ("I/ A", "-1/. B", "--1.1/ C", "--1.2/ D", "-2/. E", "II/ G"),
        ("A- A", "-I- B", "--1/ C", "--2/ D", "-II- E", "B- G"),
        ("1. A", "-a) B", "--(1) C", "--(2) D", "-đ) E", "2. G"),
        ("Phần I", "-1. A", "Phần II", "-1. B"),
        ("I. A", "-1. B", "-8. C", "--8.1 D", "--8.2 E", "PHẦN THỨ HAI", "-1. G"),
        ("I. Một", "-A. Hai", "--1. Ba", "-B. Bốn", "II. Năm"),
        ("1. A", "-1.1. B", "--1.1.1. C", "-1.2. D", "--1.2.1. E"),
    ],
)
def test_depth_follows_from_the_order_in_which_sequences_open(lines: tuple[str, ...]):
    assert tree(*(line.lstrip("-") for line in lines)) == list(lines)


def test_gaps_and_repeats_of_numbers_are_kept():
    assert tree("2. A", "5. B", "5. C", "7. D") == ["2. A", "5. B", "5. C", "7. D"]


def test_a_higher_marker_that_comes_late_closes_what_is_open():
    assert tree("2. A", "a) B", "III. C") == ["2. A", "-a) B", "III. C"]


def test_a_list_of_capital_letters_opens_below_a_roman_number():
    assert tree("I. Một", "A. Hai", "B. Ba", "II. Bốn") == ["I. Một", "-A. Hai", "-B. Ba", "II. Bốn"]


def test_the_title_of_a_part_stands_in_the_line_below_it():
    assert drawn(read_text(CULTURE).report)[0] == "PHẦN THỨ NHẤT KẾT QUẢ THỰC HIỆN"


def test_a_part_without_a_title_takes_no_marked_line_for_one():
    assert tree("Phần thứ nhất", "1. IN HOA") == ["Phần thứ nhất", "-1. IN HOA"]


def test_a_sentence_on_a_part_of_something_is_text():
    assert texts(only("1. A", "Phần II của kế hoạch nêu rõ việc này.")) == ["Phần II của kế hoạch nêu rõ việc này."]


def test_nesting_stops_at_the_ninth_level():
    read = report(*("1." * depth + " Mục" for depth in range(1, 15)))
    assert max(depth for depth, _ in walk(read.sections)) == MOST_LEVELS - 1


@pytest.mark.parametrize(
    "line",
    [
        "12.500 hồ sơ đã xong.",
        "1/7/2025 là ngày sáp nhập.",
        "-5 độ là mức thấp nhất.",
        "V/v họp.",
        "2- 3 hộ nghèo.",
        "5 - 7 buổi.",
    ],
)
def test_numbers_that_begin_a_sentence_are_no_markers(line: str):
    assert texts(only("1. A", line)) == [line]


def test_a_marker_may_stand_without_a_space():
    assert tree("1.Kết quả", "2.Hạn chế") == ["1. Kết quả", "2. Hạn chế"]


def test_a_heading_may_run_over_three_lines():
    title = "Công tác phổ biến, giáo dục pháp luật, hòa giải ở cơ sở, chuẩn tiếp cận pháp luật và trợ giúp pháp lý"
    assert only(f"1. {title}", "Nội dung.").title == title


def test_without_a_full_stop_a_heading_may_run_over_four():
    title = "Công tác " + "chỉ đạo điều hành " * 13
    assert only(f"1. {title}", "Đã xong.").title == title.strip()


def test_a_heading_goes_on_in_its_line_after_a_colon():
    section = only("a) Trồng trọt: gieo trồng 120 ha lúa.")
    assert (section.title, section.run_in, texts(section)) == ("Trồng trọt:", True, ["gieo trồng 120 ha lúa."])


def test_a_heading_goes_on_in_its_line_after_a_full_stop():
    section = only("1. Công tác tuyên truyền. Trong tuần xã đã phát 5 bản tin.")
    assert (section.title, section.run_in) == ("Công tác tuyên truyền.", True)


def test_a_colon_within_a_title_does_not_end_it():
    assert only("1. Kết quả: mặt được và mặt hạn chế").title == "Kết quả: mặt được và mặt hạn chế"


def test_a_long_marked_paragraph_is_a_section_without_a_title():
    text = "Xã đã " + "làm nhiều việc cho bà con trong thôn " * 8 + "rất tốt"
    section = only(f"1. {text}")
    assert (section.marker, section.title, section.run_in, texts(section)) == ("1.", "", True, [text])


def test_the_items_of_a_list_are_sections_without_titles():
    read = report("1. Gieo lúa;", "2. Chăm cây;", "3. Sửa đường.")
    assert [(section.title, texts(section)) for section in read.sections] == [
        ("", ["Gieo lúa;"]),
        ("", ["Chăm cây;"]),
        ("", ["Sửa đường."]),
    ]


def test_long_sentences_of_one_sequence_in_a_row_are_items():
    first = "Tăng cường công tác kiểm tra, giám sát việc thực hiện quy ước ở các thôn trong xã."
    read = report(f"1. {first}", f"2. {first}")
    assert [section.title for section in read.sections] == ["", ""]


def test_a_sign_over_text_is_a_heading():
    section = only("1. Kết quả", "+ Mặt được.", "Nhiều việc đã xong.", "+ Mặt hạn chế.", "Còn chậm.")
    assert [child.heading for child in section.children] == ["+ Mặt được.", "+ Mặt hạn chế."]


@pytest.mark.parametrize("sign", ["-", "+", "*", "•", "–"])
def test_a_run_of_signs_is_bullets(sign: str):
    bullets = [f"{sign} Đã gieo lúa;", f"{sign} Đã sửa đường."]
    assert texts(only("1. Kết quả", *bullets, "Còn lại chưa xong.")) == [*bullets, "Còn lại chưa xong."]


@pytest.mark.parametrize(
    "bullet",
    ["- Xã đã họp 3 buổi", "- Tổng số 120 hồ sơ", "- Họp thôn; ", "- Họp thôn. Sau đó về.", "- " + "họp " * 31],
)
def test_a_bullet_that_reads_as_a_sentence_heads_nothing(bullet: str):
    assert only("1. Kết quả", bullet, "Ngoài ra còn việc khác.").children == ()


def test_a_bullet_after_text_heads_nothing():
    assert only("1. Kết quả", "Gồm có:", "- Họp thôn", "Ngoài ra còn việc khác.").children == ()


def test_the_depth_of_a_sign_follows_from_its_place():
    assert tree(
        "1. A", "- Nông nghiệp", "Gieo lúa.", "2. B", "+ Trồng trọt", "Trồng ngô.", "- Chăn nuôi", "Nuôi bò."
    ) == [
        "1. A",
        "-- Nông nghiệp",
        "2. B",
        "-+ Trồng trọt",
        "--- Chăn nuôi",
    ]


def test_text_before_the_first_heading_is_the_opening():
    read = report("Xã báo cáo như sau:", "Mọi việc đều tốt.", "1. A")
    assert [block.plain for block in read.opening] == ["Xã báo cáo như sau:", "Mọi việc đều tốt."]


def test_sections_are_numbered_in_reading_order():
    read = read_text(MONTHLY).report
    ids = [section.id for _, section in walk(read.sections)]
    assert ids == [f"s{number}" for number in range(1, len(ids) + 1)]


def test_a_tab_within_a_paragraph_becomes_a_space():
    assert texts(only("1. A", "Lúa\t5 ha")) == ["Lúa 5 ha"]
