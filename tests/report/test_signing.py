from __future__ import annotations

import pytest

from bcdesk.report.office import Issuer, Office
from bcdesk.report.report import Role, Signature
from bcdesk.report.signing import head_title, recognised, role_words, roles_of, signature_lines, signature_of

BA_TO = Office(unit="xã", name="Ba Tơ")
CULTURE = Office(unit="xã", name="Ba Tơ", issuer=Issuer.CULTURE)
SEED = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")


@pytest.mark.parametrize(
    ("role", "lines"),
    [
        (Role.HEAD, ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        (Role.DEPUTY, SEED),
        (Role.ACTING, ("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH")),
        (Role.BY_ORDER, ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
        (Role.DELEGATED, ("TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
    ],
)
def test_the_committee_signs_so(role, lines):
    assert signature_lines(Signature(role, title="Chánh Văn phòng"), BA_TO) == lines


@pytest.mark.parametrize(
    ("issuer", "head"),
    [
        (Issuer.CULTURE, "TRƯỞNG PHÒNG"),
        (Issuer.COUNCIL_OFFICE, "CHÁNH VĂN PHÒNG"),
        (Issuer.SERVICE_CENTRE, "GIÁM ĐỐC"),
    ],
)
def test_an_office_of_the_commune_signs_for_itself(issuer, head):
    office = Office(issuer=issuer)
    assert signature_lines(Signature(Role.UNIT_HEAD), office) == (head,)
    assert signature_lines(Signature(Role.HEAD), office) == (head,)
    assert signature_lines(Signature(Role.UNIT_DEPUTY), office) == (f"KT. {head}", f"PHÓ {head}")


def test_another_body_signs_with_the_title_it_gave():
    office = Office(issuer=Issuer.OTHER, issuer_name="Ban Chỉ đạo", signer_title="Trưởng ban")
    assert head_title(office) == "TRƯỞNG BAN"
    assert signature_lines(Signature(Role.UNIT_DEPUTY), office) == ("KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN")


def test_a_typed_block_is_printed_as_typed():
    assert signature_lines(Signature(Role.TYPED, lines=("Người báo cáo",)), BA_TO) == ("Người báo cáo",)


def test_a_missing_title_leaves_no_empty_line():
    assert signature_lines(Signature(Role.BY_ORDER), BA_TO) == ("TL. CHỦ TỊCH",)


@pytest.mark.parametrize("office", [BA_TO, CULTURE])
def test_every_capacity_is_recognised_by_its_lines(office):
    for role in roles_of(office):
        assert recognised(signature_lines(Signature(role, title="Chánh Văn phòng"), office), office) is role


@pytest.mark.parametrize(
    "lines",
    [
        SEED,
        ("TM.ỦY BAN NHÂN DÂN", " KT.CHỦ TỊCH", "", "Phó Chủ  tịch"),
        ("TM. UỶ BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    ],
)
def test_a_deputy_is_recognised_however_it_is_typed(lines):
    assert recognised(lines, BA_TO) is Role.DEPUTY


@pytest.mark.parametrize(
    "lines", [(), ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), ("CHỦ TỊCH",), ("NGƯỜI BÁO CÁO",), ("TM. UBND XÃ", "CHỦ TỊCH")]
)
def test_a_block_that_fits_no_capacity_stays_as_typed(lines):
    assert recognised(lines, BA_TO) is None
    assert signature_of(lines, BA_TO, "Phạm Văn Mạnh") == Signature(Role.TYPED, "Phạm Văn Mạnh", lines=lines)


def test_the_title_of_who_signs_by_order_is_kept():
    read = signature_of(("TL. CHỦ TỊCH", "Chánh Văn phòng"), BA_TO, "Lê Thị Hoa", below="(đã ký)")
    assert read == Signature(Role.BY_ORDER, "Lê Thị Hoa", "CHÁNH VĂN PHÒNG", below="(đã ký)")


def test_a_deputy_needs_no_title():
    assert signature_of(SEED, BA_TO) == Signature(Role.DEPUTY)


@pytest.mark.parametrize(
    ("role", "words"),
    [(Role.HEAD, "Chủ tịch"), (Role.DEPUTY, "Phó chủ tịch (ký thay)"), (Role.TYPED, "Khác…")],
)
def test_a_capacity_is_called_as_offices_call_it(role: Role, words: str):
    assert role_words(role, BA_TO) == words


def test_the_head_of_a_body_without_a_title_is_called_so():
    assert role_words(Role.DEPUTY, Office(issuer=Issuer.OTHER)) == "Phó thủ trưởng (ký thay)"
