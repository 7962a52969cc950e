from __future__ import annotations

import unicodedata

from bcdesk.places import resources
from bcdesk.report.office import issuer_name, province_name
from bcdesk.report.units import FormerUnit, Unit, communes, former_units, provinces, sample_office, successors
from bcdesk.vietnamese.folding import sort_key

QUANG_NGAI = "Tỉnh Quảng Ngãi"
BA_TO = Unit("xã", "Ba Tơ")


def test_there_are_as_many_units_as_the_resolutions_made():
    every = [unit for province in provinces() for unit in communes(province)]
    assert len(provinces()) == 34
    assert len(every) == 3321
    assert {kind: sum(unit.unit == kind for unit in every) for kind in ("xã", "phường", "đặc khu")} == {
        "xã": 2621,
        "phường": 687,
        "đặc khu": 13,
    }


def test_communes_stand_in_the_order_of_the_alphabet():
    for province in provinces():
        names = [unit.name for unit in communes(province)]
        assert names == sorted(names, key=sort_key)


def test_communes_that_differ_in_marks_alone_are_told_apart():
    names = {unit.name for unit in communes(QUANG_NGAI)}
    assert {"Sơn Hà", "Sơn Hạ", "Ba Tơ", "Ba Tô"} <= names


def test_no_province_has_two_communes_of_one_name():
    for province in provinces():
        assert len(set(communes(province))) == len(communes(province))


def test_an_unknown_province_has_no_communes():
    assert communes("Tỉnh Bình Trị Thiên") == ()


def test_a_unit_is_named_in_full():
    assert Unit("đặc khu", "Lý Sơn").full_name == "Đặc khu Lý Sơn"


def test_a_commune_knows_what_it_was_made_of():
    names = [former.full_name for former in former_units(QUANG_NGAI, BA_TO)]
    assert names == ["Thị trấn Ba Tơ", "Xã Ba Bích", "Xã Ba Cung"]


def test_an_island_without_communes_was_made_of_none():
    assert former_units(QUANG_NGAI, Unit("đặc khu", "Lý Sơn")) == ()


def test_an_unknown_commune_was_made_of_none():
    assert former_units(QUANG_NGAI, Unit("xã", "Ba Bích")) == ()


def test_a_former_commune_leads_to_that_of_today():
    assert successors("Xã Ba Bích", "Huyện Ba Tơ") == ((QUANG_NGAI, BA_TO),)
    assert successors("Xã Ba Bích", "Huyện Sơn Hà") == ()


def test_a_former_commune_of_another_province_keeps_it():
    former = [each for unit in communes(QUANG_NGAI) for each in former_units(QUANG_NGAI, unit)]
    assert any(each.province == "Tỉnh Kon Tum" for each in former)


def test_a_divided_commune_leads_to_all_its_parts():
    assert len(successors("Phường Long Tuyền", "Quận Bình Thủy")) > 1
    (province, unit), *_ = successors("Phường Long Tuyền", "Quận Bình Thủy")
    assert FormerUnit("Phường Long Tuyền", "Quận Bình Thủy", province, divided=True) in former_units(province, unit)


def test_every_former_commune_is_kept():
    every = {
        (former.full_name, former.district, former.province)
        for province in provinces()
        for unit in communes(province)
        for former in former_units(province, unit)
    }
    assert len(every) == 10035


def test_the_names_are_composed():
    text = (resources() / "language" / "units.tsv").read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)


def test_the_sample_office_is_one_of_today():
    office = sample_office()
    assert issuer_name(office) == "Ủy ban nhân dân xã Ba Tơ"
    assert province_name(office) == "tỉnh Quảng Ngãi"
    assert Unit(office.unit, office.name) in communes(office.province)
