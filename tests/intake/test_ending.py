from __future__ import annotations

import pytest

from bcdesk.intake.intake import Intake
from bcdesk.intake.text import read_text
from bcdesk.report.office import Office
from bcdesk.report.report import Role
from tests.intake.texts import CULTURE, LONG, MONTHLY, STEERING

HEAD = ("ỦY BAN NHÂN DÂN", "XÃ BA TƠ", "Số: /BC-UBND", "BÁO CÁO", "Công tác tuần 5 năm 2026", "", "1. Kết quả", "Tốt.")


def ended(*lines: str) -> Intake:
    return read_text("\n".join((*HEAD, *lines)))


def closing(intake: Intake) -> list[str]:
    return [block.plain for block in intake.report.closing]


def test_the_closing_begins_with_its_usual_words():
    assert closing(ended("Trên đây là báo cáo của xã./.")) == ["Trên đây là báo cáo của xã./."]


def test_the_closing_may_have_several_paragraphs():
    lines = ["Trên đây là báo cáo của xã.", "Kính đề nghị tỉnh xem xét./."]
    assert closing(ended(*lines, "Nơi nhận:", "- Lưu: VT.")) == lines


def test_the_last_words_with_the_end_mark_are_a_closing_too():
    assert closing(ended("Kính báo cáo./.")) == ["Kính báo cáo./."]


def test_the_last_words_are_a_closing_where_they_report_politely():
    words = "Ban Kinh tế - Ngân sách kính trình Hội đồng nhân dân xã xem xét./."
    assert closing(ended("3. Kiến nghị", "- Đề nghị thông qua.", words)) == [words]


def test_who_compiled_the_figures_does_not_sign():
    intake = ended("Nơi nhận:", "- Lưu: VT.", "CHỦ TỊCH", "", "Lò Thị Mía", "Người lập biểu: Tòng A")
    assert (intake.report.signature.name, closing(intake)) == ("Lò Thị Mía", ["Người lập biểu: Tòng A"])


def test_a_request_with_the_end_mark_is_a_closing_behind_other_text():
    assert closing(ended("Đã xong.", "Đề nghị cấp trên quan tâm./.")) == ["Đề nghị cấp trên quan tâm./."]


@pytest.mark.parametrize("title", ["3. Kiến nghị", "KIẾN NGHỊ"])
def test_a_request_under_its_title_is_what_the_section_says(title: str):
    assert closing(ended(title, "Đề nghị cấp trên quan tâm./.")) == []


def test_the_end_mark_of_a_section_is_no_closing():
    assert closing(ended("2. Kiến nghị./.")) == []


def test_words_that_open_a_section_long_before_the_end_are_no_closing():
    assert closing(ended("Trên đây là tình hình chung.", "2. Khó khăn", "Thiếu người.")) == []


def test_recipients_lose_their_dashes_and_keep_their_signs():
    assert ended("Nơi nhận:", "- Như trên;", "+ CT, PCT UBND xã;", "• Lưu: VT.").report.recipients == (
        "Như trên;",
        "CT, PCT UBND xã;",
        "Lưu: VT.",
    )


def test_recipients_may_stand_without_dashes_and_in_the_line_of_the_label():
    assert ended("Nơi nhận: Như trên;", "UBND tỉnh", "Lưu VT").report.recipients == ("Như trên;", "UBND tỉnh", "Lưu VT")


def test_a_recipient_that_was_broken_goes_on():
    intake = ended("Nơi nhận:", "- Mặt trận và các hội,", "đoàn thể xã;", "- Lưu: VT.")
    assert intake.report.recipients == ("Mặt trận và các hội, đoàn thể xã;", "Lưu: VT.")


@pytest.mark.parametrize(
    ("lines", "role"),
    [
        (("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), Role.HEAD),
        (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), Role.DEPUTY),
        (("TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"), Role.DEPUTY),
        (("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"), Role.BY_ORDER),
        (("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"), Role.ACTING),
    ],
)
def test_the_lines_of_the_signature_tell_the_role(lines: tuple[str, ...], role: Role):
    signature = ended("Nơi nhận:", "- Lưu: VT.", *lines, "", "Phạm Văn Mạnh").report.signature
    assert (signature.role, signature.name) == (role, "Phạm Văn Mạnh")


@pytest.mark.parametrize("lines", [("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), ("CHỦ TỊCH",), ("Người báo cáo",)])
def test_lines_that_fit_no_role_are_kept_as_typed(lines: tuple[str, ...]):
    signature = ended("Nơi nhận:", "- Lưu: VT.", *lines, "", "Phạm Văn Mạnh").report.signature
    assert (signature.role, signature.lines, signature.name) == (Role.TYPED, lines, "Phạm Văn Mạnh")


def test_another_spelling_of_the_authority_is_noted():
    intake = ended("Nơi nhận:", "- Lưu: VT.", "TM. UỶ BAN NHÂN DÂN", "CHỦ TỊCH", "", "Phạm Văn Mạnh")
    assert intake.report.signature.role is Role.HEAD
    assert any("TM. UỶ BAN NHÂN DÂN" in note.words for note in intake.notes)


def test_a_title_below_the_signing_space_is_kept_there():
    signature = read_text(STEERING).report.signature
    assert (signature.lines, signature.below, signature.name) == (
        ("TM. BAN CHỈ ĐẠO", "PHÓ TRƯỞNG BAN"),
        "PHÓ CHỦ TỊCH UBND TỈNH",
        "Trần Văn Ổi",
    )


def test_lines_all_set_apart_have_no_title_below():
    signature = ended(
        "Nơi nhận:", "- Lưu: VT.", "", "TM. BAN CHỈ ĐẠO", "", "TRƯỞNG BAN", "", "Phạm Văn Mạnh"
    ).report.signature
    assert (signature.lines, signature.below) == (("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"), "")


def test_recipients_and_signature_may_stand_side_by_side():
    read = read_text(CULTURE).report
    assert read.recipients == ("Như trên;", "Lưu: VT, VHXH(02).")
    assert (read.signature.role, read.signature.name) == (Role.UNIT_HEAD, "Đinh Thị H'Lan")


def test_the_signature_may_stand_above_the_recipients():
    read = ended(
        "Kính báo cáo./.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "Phạm Văn Mạnh", "Nơi nhận:", "- Lưu: VT."
    ).report
    assert (read.signature.role, read.signature.name, read.recipients) == (Role.HEAD, "Phạm Văn Mạnh", ("Lưu: VT.",))


def test_a_signature_needs_no_recipients():
    read = read_text(LONG).report
    assert (read.signature.lines, read.signature.name) == (("Người báo cáo",), "Võ Văn Mít")


def test_a_name_in_capitals_stands_below_room_for_the_signature():
    signature = ended(
        "Nơi nhận:", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "PHẠM VĂN MẠNH"
    ).report.signature
    assert (signature.role, signature.name) == (Role.HEAD, "PHẠM VĂN MẠNH")


@pytest.mark.parametrize("name", ["Trương Thị Chánh", "TRƯƠNG THỊ CHÁNH"])
def test_a_family_name_that_resembles_a_title_is_a_name(name: str):
    signature = ended("Nơi nhận:", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", name).report.signature
    assert (signature.role, signature.name) == (Role.HEAD, name)


def test_a_signature_without_a_name_leaves_it_open():
    signature = ended("Nơi nhận:", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH").report.signature
    assert (signature.role, signature.name) == (Role.HEAD, "")


def test_a_name_alone_is_kept():
    signature = ended("Nơi nhận:", "- Lưu: VT.", "", "Phạm Văn Mạnh").report.signature
    assert (signature.role, signature.lines, signature.name) == (Role.TYPED, (), "Phạm Văn Mạnh")


def test_without_a_signature_the_office_signs():
    office = Office(name="Ba Tơ", signer="Đinh Văn Lý", signer_role="deputy")
    intake = read_text("BÁO CÁO\nTuần 5 năm 2026\n\n1. Tốt", office)
    assert (intake.report.signature.role, intake.report.signature.name) == (Role.DEPUTY, "Đinh Văn Lý")
    assert any("không có khối chữ ký" in note.words for note in intake.notes)


def test_what_belongs_to_no_part_of_the_ending_is_kept_and_noted():
    intake = read_text(MONTHLY.replace("(Đã ký)", "một dòng lạ"))
    assert closing(intake)[-1] == "một dòng lạ"
    assert any(note.words.startswith("“một dòng lạ” ở cuối báo cáo") for note in intake.notes)


@pytest.mark.parametrize("hint", ["(Đã ký)", "(Ký, đóng dấu)", "(Ký, ghi rõ họ tên)", "(Chữ ký, dấu)", "(ký tên)"])
def test_what_a_form_says_of_the_signature_is_not_printed_and_noted(hint: str):
    intake = read_text(MONTHLY.replace("(Đã ký)", hint))
    assert hint not in closing(intake)
    assert (intake.report.signature.role, intake.report.signature.name) == (Role.HEAD, "Lê Thị Bưởi")
    assert any(f"“{hint}” ở chỗ ký không in" in note.words for note in intake.notes)


def test_the_signer_of_the_report_becomes_that_of_the_office_it_shows():
    office = read_text(MONTHLY).report.office
    assert (office.signer, office.signer_role) == ("Lê Thị Bưởi", "head")


def test_appendices_come_with_their_titles():
    first, second = read_text(CULTURE).report.appendices
    assert (first.title, [block.plain for block in first.blocks]) == (
        ("SỐ LIỆU CẢI CÁCH HÀNH CHÍNH",),
        ["Tổng số hồ sơ: 12"],
    )
    assert (second.title, [block.plain for block in second.blocks]) == (("DANH SÁCH CÁN BỘ",), ["1. Đinh Văn A"])


def test_ids_of_appendices_go_on_from_those_of_the_sections():
    read = read_text(CULTURE).report
    assert read.appendices[0].id == "s19"


def test_a_label_and_a_reference_the_program_prints_otherwise_are_noted():
    words = [note.words for note in read_text(CULTURE).notes]
    assert "“PHỤ LỤC 1” được đọc là “Phụ lục I”." in words
    assert any(word.startswith("Dòng “(Kèm theo Báo cáo số 07") for word in words)


def test_a_title_may_stand_in_the_line_of_the_label():
    (appendix,) = ended("Nơi nhận:", "- Lưu: VT.", "PHỤ LỤC I. SỐ LIỆU", "-----", "Năm").report.appendices
    assert (appendix.title, [block.plain for block in appendix.blocks]) == (("SỐ LIỆU",), ["Năm"])


def test_an_appendix_needs_no_signature_before_it():
    assert len(ended("Phụ lục", "SỐ LIỆU", "Năm").report.appendices) == 1


def test_a_sentence_on_an_appendix_is_text():
    assert ended("Phụ lục kèm theo nêu rõ số liệu.").report.appendices == ()
