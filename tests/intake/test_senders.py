"""Which unit a report is from: letterheads, drafters and file names as they come."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesk.intake.senders import Sender, own_name, sender_key, sender_of, words_of_name
from bcdesk.intake.text import read_text

UNITS = (
    "Văn phòng HĐND và UBND xã", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Công an xã", "Trạm Y tế xã Sơn Kỳ",
    "Trường Tiểu học Sơn Kỳ", "Trường Mầm non Hoa Sen", "Thôn 1", "Thôn 10", "Thôn Bồ Nung",
)  # fmt: skip
PLAIN = "BÁO CÁO\nKết quả công tác quý I năm 2024\n\n1. Kết quả\nĐã làm 5 việc."


def headed(*lines: str, text: str = PLAIN, symbol: str = ""):
    number = f"Số: 01/{symbol}\n" if symbol else ""
    return read_text("\n".join((*lines, number + text))).report


def sender(report=None, file="bao cao.docx", known=None) -> Sender:
    return sender_of(report or read_text(PLAIN).report, file, UNITS, known or {})


@pytest.mark.parametrize(
    ("file", "unit"),
    [
        ("BC quy 1 - cong an.docx", "Công an xã"),
        ("CongAn_Q1.docx", "Công an xã"),
        ("congan.docx", "Công an xã"),
        ("BC-CAX quý I.docx", "Công an xã"),
        ("01. TRẠM Y TẾ.docx", "Trạm Y tế xã Sơn Kỳ"),
        ("VHXH bc.docx", "Phòng Văn hóa - Xã hội"),
        ("báo cáo thôn 1 quý 2.docx", "Thôn 1"),
        ("bc thon01.docx", "Thôn 1"),
        ("bao cao thon so 10.docx", "Thôn 10"),
        ("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân.docx", "Văn phòng HĐND và UBND xã"),
        ("Truong mam non Hoa Sen/bao cao.docx", "Trường Mầm non Hoa Sen"),
        ("Tho\u0302n Bo\u0302\u0300 Nung.docx", "Thôn Bồ Nung"),
    ],
)
def test_the_name_of_a_file_names_its_unit_however_it_is_written(file, unit):
    assert sender(file=file) == Sender(unit, sure=True)


@pytest.mark.parametrize(
    ("lines", "unit"),
    [
        (("CÔNG AN TỈNH QUẢNG NGÃI", "CÔNG AN XÃ SƠN KỲ"), "Công an xã"),
        (("UBND XÃ SƠN KỲ", "PHÒNG KINH TẾ"), "Phòng Kinh tế"),
        (("UBND XÃ SƠN KỲ", "THÔN BỒ NUNG"), "Thôn Bồ Nung"),
        (("UBND XÃ SƠN KỲ", "TRƯỜNG TIỂU HỌC SƠN KỲ"), "Trường Tiểu học Sơn Kỳ"),
    ],
)
def test_the_letterhead_names_the_unit(lines, unit):
    assert sender(headed(*lines, symbol="BC-X")) == Sender(unit, sure=True)


def test_who_drafted_a_report_of_the_committee_is_its_unit():
    report = replace(headed("ỦY BAN NHÂN DÂN", "XÃ SƠN KỲ", symbol="BC-UBND"), drafting_unit="Phòng Kinh tế")
    assert sender(report) == Sender("Phòng Kinh tế", sure=True)


def test_who_signed_names_the_unit_of_a_report_without_letterhead():
    text = f"{PLAIN}\n\nNơi nhận:\n- UBND xã;\n- Lưu.\nTM. THÔN BỒ NUNG\nTRƯỞNG THÔN\n\n\nĐinh Văn Nam"
    assert sender(read_text(text).report) == Sender("Thôn Bồ Nung", sure=True)


def test_a_letterhead_and_a_file_name_that_name_different_units_are_asked_about():
    report = headed("UBND XÃ SƠN KỲ", "PHÒNG KINH TẾ", symbol="BC-KT")
    assert sender(report, "cong an.docx") == Sender("Phòng Kinh tế", sure=False)
    assert sender(report, "phong kinh te gui cong an.docx").sure is True


def test_what_is_only_like_a_unit_is_asked_about():
    assert sender(file="MN Hoa Sen non.docx") == Sender("Trường Mầm non Hoa Sen", sure=False)


def test_what_is_like_no_unit_is_of_nobody():
    assert sender(file="tổng hợp.docx") == Sender()


def test_a_time_in_a_file_name_names_no_hamlet():
    assert sender(file="bc quy 1 nam 2024.docx") == Sender()


def test_an_answer_is_remembered_for_the_next_period():
    report = read_text(PLAIN).report
    known = {sender_key(report, "BC MN quý I 2024 lần 2.docx"): "Trường Mầm non Hoa Sen"}
    assert sender(report, "bc MN quý IV-2024.docx", known) == Sender("Trường Mầm non Hoa Sen", sure=True)


@pytest.mark.parametrize("file", ["Báo cáo quý I.docx", "BC kết quả công tác 2024 (sửa).docx", "quy 1 nam 2024.docx"])
def test_nothing_is_remembered_by_what_any_file_may_be_called(file):
    report = read_text(PLAIN).report
    assert sender_key(report, file) == ""
    assert sender(report, file, {"": "Thôn 10"}) == Sender()


def test_numbers_that_are_no_times_tell_files_apart():
    report = read_text(PLAIN).report
    assert sender_key(report, "to 5 quy 1.docx") == "to 5" != sender_key(report, "to 6 quy 1.docx")


def test_a_letterhead_of_its_own_is_remembered_whatever_the_file_is_called():
    report = headed("HỢP TÁC XÃ DỊCH VỤ", symbol="BC-HTX")
    known = {sender_key(report, "a.docx"): "Thôn 10"}
    assert sender(report, "b.docx", known) == Sender("Thôn 10", sure=True)


def test_an_answer_about_a_unit_no_longer_expected_is_not_followed():
    report = read_text(PLAIN).report
    assert sender(report, "x.docx", {sender_key(report, "x.docx"): "Thôn 12"}) == Sender()


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("CÔNG AN XÃ SƠN KỲ",), "Công an xã Sơn Kỳ"),
        (("UBND XÃ SƠN KỲ", "THÔN BỒ NUNG"), "Thôn Bồ Nung"),
        (("UBND XÃ SƠN KỲ", "PHÒNG KINH TẾ"), "Phòng Kinh tế"),
        (("ỦY BAN NHÂN DÂN", "XÃ SƠN KỲ", "PHÒNG KINH TẾ"), "Phòng Kinh tế"),
        (("CÔNG AN TỈNH QUẢNG NGÃI", "CÔNG AN XÃ SƠN KỲ"), "Công an xã Sơn Kỳ"),
        (("TRUNG TÂM Y TẾ", "TRẠM Y TẾ XÃ SƠN KỲ"), "Trạm Y tế xã Sơn Kỳ"),
        (("UBND XÃ SƠN KỲ", "TRUNG TÂM PHỤC VỤ", "HÀNH CHÍNH CÔNG"), "Trung tâm Phục vụ hành chính công"),
        (
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "UBND XÃ SƠN KỲ", "THÔN BỒ NUNG"),
            "Thôn Bồ Nung",
        ),
        (("UBND XÃ SƠN KỲ", "TRƯỜNG MẦM NON HOA SEN"), "Trường Mầm non Hoa Sen"),
    ],
)
def test_a_unit_nobody_expects_is_offered_as_it_calls_itself(lines, name):
    assert own_name(headed(*lines, symbol="BC-X"), "a.docx") == name


def test_a_unit_without_letterhead_is_offered_as_its_file_is_called():
    assert own_name(read_text(PLAIN).report, "Thôn 5.docx") == "Thôn 5"


def test_names_are_compared_without_marks_capitals_and_leading_zeros():
    assert words_of_name("ThônSố01_UBND") == ("thon", "1", "uy", "ban", "nhan", "dan")
