from __future__ import annotations

import pytest

from bcdesk.report.office import (
    Issuer,
    Office,
    body_name,
    header_lines,
    issuer_name,
    issuers_of,
    place_of,
    province_name,
    superior_line,
    symbol_of,
    unit_name,
)

BA_TO = Office(unit="xã", name="Ba Tơ", province="tỉnh Quảng Ngãi")
CULTURE = Office(unit="xã", name="Ba Tơ", province="tỉnh Quảng Ngãi", issuer=Issuer.CULTURE)
NAMED = Office(unit="phường", name="Điện Biên Phủ", unit_capital=True)
OTHER = Office(unit="xã", name="Ba Tơ", issuer=Issuer.OTHER, issuer_name="Ban Chỉ đạo xã Ba Tơ", symbol="BC-BCĐ")


def test_the_committee_has_two_lines_and_no_superior():
    assert header_lines(BA_TO) == ("ỦY BAN NHÂN DÂN", "XÃ BA TƠ")
    assert superior_line(BA_TO) == ""


def test_an_office_of_the_commune_stands_under_the_committee():
    assert superior_line(CULTURE) == "UBND XÃ BA TƠ"
    assert header_lines(CULTURE) == ("PHÒNG VĂN HÓA - XÃ HỘI",)


def test_the_office_may_have_its_own_lines():
    own = Office(name="Ba Tơ", header=("ỦY BAN NHÂN DÂN XÃ BA TƠ",), superior="UBND TỈNH QUẢNG NGÃI")
    assert header_lines(own) == ("ỦY BAN NHÂN DÂN XÃ BA TƠ",)
    assert superior_line(own) == "UBND TỈNH QUẢNG NGÃI"


@pytest.mark.parametrize("issuer", [issuer for issuer in Issuer if issuer is not Issuer.OTHER])
def test_the_header_spells_the_name_of_the_body(issuer):
    office = Office(unit="xã", name="Ba Tơ", issuer=issuer)
    name = issuer_name(office) if issuer is Issuer.COMMITTEE else body_name(issuer)
    assert " ".join(header_lines(office)) == name.upper()


def test_another_body_is_called_as_it_calls_itself():
    assert header_lines(OTHER) == ("BAN CHỈ ĐẠO XÃ BA TƠ",)
    assert issuer_name(OTHER) == "Ban Chỉ đạo xã Ba Tơ"
    assert body_name(Issuer.OTHER) == ""
    assert symbol_of(OTHER) == "BC-BCĐ"


def test_in_a_sentence_the_body_is_named_with_its_commune():
    assert issuer_name(BA_TO) == "Ủy ban nhân dân xã Ba Tơ"
    assert issuer_name(CULTURE) == "Phòng Văn hóa - Xã hội xã Ba Tơ"


def test_the_symbol_follows_the_body():
    assert symbol_of(BA_TO) == "BC-UBND"
    assert symbol_of(CULTURE) == "BC-VHXH"


def test_the_office_may_have_its_own_symbol():
    assert symbol_of(Office(symbol="BC-PVHXH", issuer=Issuer.CULTURE)) == "BC-PVHXH"


def test_the_place_is_the_bare_name():
    assert place_of(BA_TO) == "Ba Tơ"


def test_a_unit_named_after_an_event_is_written_in_full():
    assert place_of(NAMED) == "Phường Điện Biên Phủ"
    assert unit_name(NAMED) == "Phường Điện Biên Phủ"


def test_a_unit_that_is_a_number_is_written_in_full():
    assert place_of(Office(unit="phường", name="1 Bảo Lộc")) == "Phường 1 Bảo Lộc"


def test_the_office_may_have_its_own_place():
    assert place_of(Office(name="Ba Tơ", place="Ba Bích")) == "Ba Bích"


@pytest.mark.parametrize(
    ("province", "words"),
    [
        ("Tỉnh Quảng Ngãi", "tỉnh Quảng Ngãi"),
        ("thành phố Cần Thơ", "thành phố Cần Thơ"),
        ("Thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("", ""),
    ],
)
def test_the_province_is_written_as_in_a_sentence(province, words):
    assert province_name(Office(province=province)) == words


def test_a_number_behind_a_name_does_not_make_it_one():
    assert place_of(Office(unit="xã", name="Bảo Lâm 1")) == "Bảo Lâm 1"


def test_a_ward_has_an_office_of_its_own_for_economy():
    assert [Issuer.URBAN in issuers_of(unit) for unit in ("xã", "phường", "đặc khu")] == [False, True, True]
