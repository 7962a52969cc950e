from __future__ import annotations

import pytest

from bcdesk.intake.intake import Intake
from bcdesk.intake.text import read_text
from bcdesk.report.office import Issuer, Office, header_lines, issuer_name, superior_line
from bcdesk.report.units import sample_office


def intake(*lines: str, text: str = "Xã báo cáo như sau:", office: Office | None = None) -> Intake:
    return read_text("\n".join((*lines, "BÁO CÁO", "Công tác tuần 5 năm 2026", "", text)), office)


def office(*lines: str, text: str = "Xã báo cáo như sau:") -> Office:
    return intake(*lines, text=text).report.office


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        (("ỦY BAN NHÂN DÂN", "XÃ BA TƠ"), Issuer.COMMITTEE),
        (("ỦY BAN NHÂN DÂN XÃ BA TƠ",), Issuer.COMMITTEE),
        (("UBND XÃ BA TƠ", "PHÒNG KINH TẾ"), Issuer.ECONOMY),
        (("UBND XÃ BA TƠ", "VĂN PHÒNG", "HỘI ĐỒNG NHÂN DÂN", "VÀ ỦY BAN NHÂN DÂN"), Issuer.COUNCIL_OFFICE),
        (("UBND XÃ BA TƠ", "PHÒNG VĂN HÓA -", "XÃ HỘI"), Issuer.CULTURE),
        (("UBND PHƯỜNG BA TƠ", "PHÒNG KINH TẾ,", "HẠ TẦNG VÀ ĐÔ THỊ"), Issuer.URBAN),
        (("UBND XÃ BA TƠ", "TRUNG TÂM PHỤC VỤ", "HÀNH CHÍNH CÔNG"), Issuer.SERVICE_CENTRE),
    ],
)
def test_a_prescribed_header_names_the_issuer_and_needs_no_wording_of_its_own(lines: tuple[str, ...], issuer: Issuer):
    shown = office(*lines)
    assert (shown.name, shown.issuer, shown.header, shown.superior) == ("Ba Tơ", issuer, (), "")


@pytest.mark.parametrize(
    ("lines", "superior", "header"),
    [
        (("UBND TỈNH LÂM ĐỒNG", "BAN CHỈ ĐẠO ĐỀ ÁN 06"), "UBND TỈNH LÂM ĐỒNG", ("BAN CHỈ ĐẠO ĐỀ ÁN 06",)),
        (("UBND HUYỆN BA TƠ", "UBND XÃ BA BÍCH"), "UBND HUYỆN BA TƠ", ("UBND XÃ BA BÍCH",)),
        (
            ("ỦY BAN MTTQ VIỆT NAM", "XÃ BA TƠ", "BAN THƯỜNG TRỰC"),
            "",
            ("ỦY BAN MTTQ VIỆT NAM", "XÃ BA TƠ", "BAN THƯỜNG TRỰC"),
        ),
    ],
)
def test_another_header_is_kept_as_typed(lines: tuple[str, ...], superior: str, header: tuple[str, ...]):
    shown = office(*lines)
    assert (superior_line(shown), header_lines(shown)) == (superior, header)


def test_a_body_without_a_known_issuer_is_another_one():
    assert office("UBND TỈNH LÂM ĐỒNG", "BAN CHỈ ĐẠO ĐỀ ÁN 06").issuer is Issuer.OTHER


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ban Chỉ đạo xã báo cáo:", "Ban Chỉ đạo chuyển đổi số"),
        ("Ban Chỉ đạo Chuyển đổi số báo cáo:", "Ban Chỉ đạo Chuyển đổi số"),
        ("Xã báo cáo:", "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ"),
    ],
)
def test_another_body_is_called_as_far_as_the_text_calls_it(text: str, name: str):
    assert issuer_name(office("UBND XÃ BA TƠ", "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ", text=text)) == name


def test_a_name_is_written_as_the_text_writes_it():
    assert office("UBND XÃ EA H'LEO", text="Xã Ea H’leo. Xã Ea H'leo báo cáo:").name == "Ea H'leo"


def test_without_a_header_the_place_names_the_commune():
    shown = office("Ba Tơ, ngày 5 tháng 3 năm 2026", text="Tại phường Ba Tơ, xã Ba Tơ và xã Ba Tơ cũ:")
    assert (shown.unit, shown.name) == ("xã", "Ba Tơ")


def test_a_place_with_its_kind_in_a_capital_is_named_after_a_person_or_event():
    shown = office("Phường Điện Biên Phủ, ngày 5 tháng 3 năm 2026")
    assert (shown.unit, shown.name, shown.unit_capital) == ("phường", "Điện Biên Phủ", True)


def test_without_header_and_place_the_text_names_the_commune():
    shown = office(text="Ủy ban nhân dân phường Hoa Mơ và UBND xã Đá Bạc, UBND xã Đá Bạc báo cáo:")
    assert (shown.unit, shown.name) == ("xã", "Đá Bạc")


def test_without_a_header_the_symbol_names_the_issuer():
    shown = office("Số: 5/BC-VHXH", text="UBND xã Đá Bạc báo cáo:")
    assert (shown.issuer, shown.symbol) == (Issuer.CULTURE, "")


def test_a_symbol_of_its_own_is_kept():
    assert office("ỦY BAN NHÂN DÂN", "XÃ BA TƠ", "Số: 5/BC-UBND-VX").symbol == "BC-UBND-VX"


@pytest.mark.parametrize(
    ("header", "text", "province"),
    [
        ("XÃ BA TƠ", "Xã báo cáo:", "Tỉnh Quảng Ngãi"),
        ("XÃ BA BÍCH", "Xã báo cáo:", "Tỉnh Quảng Ngãi"),
        ("XÃ BA TƠ", "Ủy ban nhân dân tỉnh Lâm Đồng chỉ đạo:", "Tỉnh Lâm Đồng"),
        ("XÃ KHÔNG CÓ", "Xã báo cáo:", ""),
    ],
)
def test_the_province_is_the_one_named_or_the_only_one_possible(header: str, text: str, province: str):
    assert office("ỦY BAN NHÂN DÂN", header, text=text).province == province


def test_the_office_given_issues_the_report_and_the_old_header_is_noted():
    given = sample_office()
    read = intake("ỦY BAN NHÂN DÂN", "XÃ BA BÍCH", office=given)
    assert read.report.office == given
    assert read.notes[0].words == (
        f"Cơ quan ban hành lấy theo hồ sơ đơn vị: {issuer_name(given)}. Báo cáo cũ ghi “ỦY BAN NHÂN DÂN / XÃ BA BÍCH”."
    )


def test_the_office_given_drafts_the_report():
    given = Office(name="Ba Tơ", drafting_unit="Văn phòng")
    assert intake(office=given).report.drafting_unit == "Văn phòng"


def test_a_report_that_shows_no_office_is_given_the_sample():
    read = intake()
    assert read.report.office == sample_office()
    assert "đơn vị mẫu" in read.notes[0].words


def test_symbol_and_place_of_a_given_profile_are_taken_and_what_was_typed_is_noted():
    own = Office(name="Ba Vì", issuer=Issuer.ECONOMY)
    intake = read_text("Số: 5/BC-UBND\nBa Tơ, ngày 5 tháng 3 năm 2026\nBÁO CÁO\nCông tác tuần 5", own)
    said = " ".join(note.words for note in intake.notes)
    assert (intake.report.symbol, intake.report.place) == ("BC-KT", "Ba Vì")
    assert "Ký hiệu lấy theo hồ sơ đơn vị: BC-KT. Báo cáo cũ ghi “BC-UBND”." in said
    assert "Địa danh lấy theo hồ sơ đơn vị: Ba Vì. Báo cáo cũ ghi “Ba Tơ”." in said


def test_symbol_and_place_that_are_those_of_the_profile_are_not_noted():
    own = Office(name="Ba Tơ")
    intake = read_text("Số: 5/BC-UBND\nBa Tơ, ngày 5 tháng 3 năm 2026\nBÁO CÁO\nCông tác tuần 5", own)
    assert not any("lấy theo hồ sơ đơn vị: B" in note.words for note in intake.notes)
