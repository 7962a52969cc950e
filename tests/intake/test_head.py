from __future__ import annotations

import pytest

from bcdesk.intake.text import read_text
from bcdesk.report.report import DocumentDate, Report
from tests.intake.texts import CULTURE, MONTHLY, STEERING


def report(*lines: str) -> Report:
    return read_text("\n".join(lines)).report


def under_title(*lines: str) -> Report:
    return report("BÁO CÁO", *lines)


def notes(*lines: str) -> str:
    return " ".join(note.words for note in read_text("\n".join(lines)).notes)


@pytest.mark.parametrize(
    ("line", "number", "symbol"),
    [
        ("Số: 112/BC-UBND", "112", "BC-UBND"),
        ("Số: 05/BC-MTTQ-BTT", "05", "BC-MTTQ-BTT"),
        ("Số:         /BC-UBND", "", "BC-UBND"),
        ("Số: ……/BC-BCĐ", "", "BC-BCĐ"),
        ("Số /BC- UBND", "", "BC-UBND"),
        ("SỐ: 7 /BC-VHXH", "7", "BC-VHXH"),
    ],
)
def test_number_and_symbol_are_read_in_every_form(line: str, number: str, symbol: str):
    read = report(line, "BÁO CÁO")
    assert (read.number, read.symbol) == (number, symbol)


@pytest.mark.parametrize(
    ("line", "place", "date"),
    [
        ("Ba Tơ, ngày 05 tháng 3 năm 2026", "Ba Tơ", DocumentDate(5, 3, 2026)),
        ("Ba Tơ, ngày    tháng    năm 2026", "Ba Tơ", DocumentDate(None, None, 2026)),
        ("Phường Điện Biên Phủ, ngày … tháng 10 năm 2025", "Phường Điện Biên Phủ", DocumentDate(None, 10, 2025)),
        ("Ba Tơ ngày 5 tháng 3 năm 2026", "Ba Tơ", DocumentDate(5, 3, 2026)),
        ("ngày 5 tháng 3 năm 20…", "", DocumentDate(5, 3, None)),
    ],
)
def test_the_date_line_is_read_with_its_blanks(line: str, place: str, date: DocumentDate):
    read = report(line, "BÁO CÁO")
    assert (read.place, read.date) == (place, date)


def test_a_date_that_cannot_be_is_kept_as_text():
    read = report("Ba Tơ, ngày 45 tháng 3 năm 2026", "BÁO CÁO")
    assert read.date == DocumentDate()
    assert [block.plain for block in read.opening] == ["Ba Tơ, ngày 45 tháng 3 năm 2026"]


def test_two_columns_in_one_line_are_taken_apart():
    read = read_text(CULTURE).report
    assert (read.number, read.symbol, read.date) == ("07", "BC-VHXH", DocumentDate(5, 2, 2026))


def test_columns_set_apart_by_spaces_are_taken_apart():
    read = read_text(STEERING).report
    assert (read.symbol, read.place, read.date) == ("BC-BCĐ", "Đà Lạt", DocumentDate(None, 10, 2025))


def test_columns_with_one_space_between_are_taken_apart():
    read = report("XÃ BA TƠ Độc lập - Tự do - Hạnh phúc", "Số: 5/BC-UBND Ba Tơ, ngày 5 tháng 3 năm 2026", "BÁO CÁO")
    assert (read.office.name, read.number, read.date.day) == ("Ba Tơ", "5", 5)


@pytest.mark.parametrize(
    "line", ["Độc lập – Tự do – Hạnh phúc", "Độc lập- Tự do- Hạnh phúc", "CÔNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
)
def test_another_form_of_the_country_and_its_motto_is_noted(line: str):
    assert f"“{line}” được đọc là" in notes(line, "BÁO CÁO")


def test_the_prescribed_motto_is_no_matter_for_a_note():
    assert "Độc lập" not in notes("Độc lập - Tự do - Hạnh phúc", "BÁO CÁO")


def test_a_second_motto_is_kept_as_text():
    read = report("Độc lập - Tự do - Hạnh phúc", "Độc lập - Tự do - Hạnh phúc", "BÁO CÁO")
    assert [block.plain for block in read.opening] == ["Độc lập - Tự do - Hạnh phúc"]


def test_drawn_lines_are_noted_once():
    assert notes("-----", "___o0o___", "BÁO CÁO").count("đường kẻ do chương trình vẽ") == 1


@pytest.mark.parametrize("mark", ["DỰ THẢO", "(Dự thảo lần 2)", "DỰ THẢO LẦN THỨ 3", "DỰ THẢO (lần 2)"])
@pytest.mark.parametrize("above", [True, False])
def test_the_draft_mark_is_read_above_and_below_the_title(mark: str, above: bool):
    lines = (mark, "BÁO CÁO", "Tuần 5") if above else ("BÁO CÁO", "Tuần 5", mark)
    assert report(*lines).draft_mark == mark


def test_a_line_of_the_head_that_is_nothing_is_kept_and_noted():
    lines = ("Mật", "BÁO CÁO", "Tuần 5 năm 2026")
    assert [block.plain for block in report(*lines).opening] == ["Mật"]
    assert "“Mật” ở phần đầu báo cáo chưa nhận ra" in notes(*lines)


def test_what_stands_behind_the_title_in_its_line_is_the_subject():
    assert report("BÁO CÁO KẾT QUẢ CCHC", "Quý I năm 2026").subject == ("KẾT QUẢ CCHC", "Quý I năm 2026")


@pytest.mark.parametrize(
    ("lines", "subject"),
    [
        (("BÁO CÁO NHANH", "Về cơn bão số 5"), "Nhanh về cơn bão số 5"),
        (("BÁO CÁO", "TỔNG KẾT", "Công tác năm 2025"), "Tổng kết công tác năm 2025"),
        (("BÁO CÁO SƠ KẾT", "Đề án 06 năm 2025"), "Sơ kết Đề án 06 năm 2025"),
    ],
)
def test_the_sort_of_report_begins_the_subject_and_is_noted(lines: tuple[str, ...], subject: str):
    assert report(*lines, "I. A").subject == (subject,)
    assert f"được đọc là “{subject}”" in notes(*lines, "I. A")


def test_a_subject_in_capitals_keeps_its_lines():
    assert report("BÁO CÁO KẾT QUẢ", "CÔNG TÁC NĂM 2025").subject == ("KẾT QUẢ", "CÔNG TÁC NĂM 2025")


def test_letters_set_apart_are_the_title_too():
    assert report("B Á O  C Á O", "Về cơn bão số 5").subject == ("Về cơn bão số 5",)


def test_a_title_after_the_text_has_begun_is_text():
    read = report("1. Ưu điểm", "BÁO CÁO")
    assert read.subject == ()
    assert [block.plain for block in read.sections[0].blocks] == ["BÁO CÁO"]


def test_a_letterhead_without_a_title_is_still_read():
    read = report("UBND XÃ BA TƠ", "Số: 5/BC-UBND", "1. Ưu điểm")
    assert (read.number, read.office.name, len(read.sections)) == ("5", "Ba Tơ", 1)


def test_capitals_without_number_or_date_are_no_letterhead():
    read = report("KẾT QUẢ THÁNG NĂM", "Xã đã gieo 5 ha.")
    assert [block.plain for block in read.opening] == ["KẾT QUẢ THÁNG NĂM", "Xã đã gieo 5 ha."]


@pytest.mark.parametrize(
    "lines",
    [
        ("Kết quả công tác quý I", "năm 2026"),
        ("Kết quả công tác quý I năm 2026", "", "và phương hướng quý II năm 2026"),
        ("TÌNH HÌNH KINH TẾ - XÃ HỘI", "THÁNG 5", "VÀ NHIỆM VỤ", "THÁNG 6 NĂM 2026"),
    ],
)
def test_a_subject_may_have_up_to_four_lines(lines: tuple[str, ...]):
    assert report("BÁO CÁO", *lines, "", "1. Ưu điểm").subject == tuple(filter(None, lines))


@pytest.mark.parametrize(
    "opening",
    [
        "Thực hiện Kế hoạch số 5/KH-UBND, xã báo cáo như sau:",
        "Trong tuần qua xã đã làm nhiều việc.",
        "[Chú thích 1: x;",
    ],
)
def test_the_opening_is_no_subject(opening: str):
    read = report("BÁO CÁO", "Công tác tuần 5 năm 2026", "", opening)
    assert (read.subject, [block.plain for block in read.opening]) == (("Công tác tuần 5 năm 2026",), [opening])


def test_a_subject_in_a_sentence_of_its_own_ends_there():
    read = report("BÁO CÁO", "Công tác tuần 5.", "Mọi việc đều tốt")
    assert read.subject == ("Công tác tuần 5.",)


def test_the_range_of_days_keeps_its_brackets():
    assert read_text(CULTURE).report.date_range == "(Từ ngày 15/12/2025 đến ngày 14/01/2026)"


def test_one_addressee_stands_in_the_line_of_the_label():
    assert read_text(MONTHLY).report.addressees == ("Ủy ban nhân dân tỉnh Lâm Đồng",)


def test_several_addressees_lose_the_dashes_and_signs_that_are_printed_anyway():
    assert read_text(CULTURE).report.addressees == ("Ủy ban nhân dân xã Sơn Kỳ", "Sở Nội vụ tỉnh Quảng Ngãi")


def test_addressees_without_dashes_go_on_after_a_semicolon():
    read = under_title("Tuần 5 năm 2026", "Kính gửi: Sở Nội vụ;", "Sở Tài chính.", "Xã báo cáo như sau:")
    assert read.addressees == ("Sở Nội vụ", "Sở Tài chính")
    assert len(read.opening) == 1


def test_an_addressee_that_was_left_out_is_noted():
    assert "chưa ghi nơi gửi" in notes("BÁO CÁO", "Tuần 5 năm 2026", "Kính gửi:", "1. Ưu điểm")


def test_legal_bases_are_apart_from_the_opening():
    read = read_text(CULTURE).report
    assert [basis.plain[:14] for basis in read.legal_bases] == ["Căn cứ Kế hoạc", "Căn cứ chức nă"]
    assert len(read.opening) == 1


def test_a_basis_that_leads_into_the_report_is_its_opening():
    read = under_title("Tuần 5 năm 2026", "Căn cứ Kế hoạch số 5, xã báo cáo như sau:")
    assert (read.legal_bases, len(read.opening)) == ((), 1)


def test_a_head_alone_is_a_report_without_text():
    read = report("BÁO CÁO", "Công tác tuần 5 năm 2026")
    assert (read.title, read.opening, read.sections) == ("Công tác tuần 5 năm 2026", (), ())


@pytest.mark.parametrize("title", ["Báo cáo công tác tuần 45", "Báo cáo tình hình mưa bão ngày 12/10/2026"])
def test_a_first_line_in_small_letters_is_the_title_and_begins_with_a_capital(title: str):
    typed = title.removeprefix("Báo cáo ")
    read = report(title, "I. Kết quả", "Tốt.")
    assert read.subject == (typed[0].upper() + typed[1:],)
    assert read.opening == ()
    assert f"“{typed}” được đọc là" in notes(title, "I. Kết quả", "Tốt.")


def test_a_title_in_small_letters_may_stand_below_a_letterhead():
    read = report(
        "UBND XÃ BA TƠ", "Số: 5/BC-UBND", "Ba Tơ, ngày 5 tháng 3 năm 2026", "Báo cáo công tác tuần 45", "1. Tốt"
    )
    assert (read.subject, read.number) == (("Công tác tuần 45",), "5")


@pytest.mark.parametrize(
    "lines",
    [
        ("Báo cáo đồng chí Chủ tịch", "1. Tốt"),
        ("Báo cáo kết quả như sau:", "1. Tốt"),
        ("Báo cáo công tác tuần đã được gửi.", "1. Tốt"),
        ("Tuần này cả xã họp.", "Báo cáo công tác tuần 45"),
    ],
)
def test_running_text_that_begins_so_is_no_title(lines: tuple[str, ...]):
    assert report(*lines).subject == ()


def test_a_title_in_capitals_below_is_the_title():
    assert report("Báo cáo công tác tuần 45", "BÁO CÁO", "Công tác tháng 5").subject == ("Công tác tháng 5",)


@pytest.mark.parametrize("form", ["Mẫu số 01", "MẪU SỐ 02/BC", "(Biểu số 3a)", "Biểu mẫu 12"])
def test_the_number_of_a_form_is_not_printed_and_noted(form: str):
    lines = (form, "UBND XÃ BA TƠ", "BÁO CÁO", "Công tác tuần 45")
    read = report(*lines)
    assert read.opening == ()
    assert form not in str(read)
    assert f"“{form}” là số của biểu mẫu" in notes(*lines)
