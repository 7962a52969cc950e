"""The parts of a paper, told apart in a written report and in what other people make."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesk.checks.paper import Recognised, StrokeForm
from bcdesk.checks.recognise import recognise
from bcdesk.report.office import Issuer
from bcdesk.report.report import Report, Role, Signature
from bcdesk.word.reader import read
from tests.checks.foreign import DATE, DOCUMENTS, NUMBER
from tests.checks.papers import REPORT, written
from tests.word.documents import document, p


def parts(report: Report = REPORT) -> Recognised:
    return recognise(read(written(report)))


def foreign(name: str) -> Recognised:
    return recognise(read(DOCUMENTS[name]()))


def texts(lines) -> list[str]:
    return [line.text for line in lines]


def test_the_head_of_a_report():
    found = parts()
    assert found.country and found.country.text.startswith("CỘNG HÒA")
    assert (found.number and found.number.text, found.date and found.date.text) == (
        "Số: 05/BC-UBND",
        "Ba Tơ, ngày 05 tháng 9 năm 2026",
    )
    assert texts(found.issuer) == ["ỦY BAN NHÂN DÂN", "XÃ BA TƠ"]
    assert found.strays == ()


@pytest.mark.parametrize(
    ("issuer", "superior", "lines"),
    [
        (Issuer.CULTURE, ["UBND XÃ BA TƠ"], ["PHÒNG VĂN HÓA - XÃ HỘI"]),
        (Issuer.COUNCIL_OFFICE, ["UBND XÃ BA TƠ"], ["VĂN PHÒNG", "HỘI ĐỒNG NHÂN DÂN", "VÀ ỦY BAN NHÂN DÂN"]),
        (Issuer.SERVICE_CENTRE, ["UBND XÃ BA TƠ"], ["TRUNG TÂM PHỤC VỤ", "HÀNH CHÍNH CÔNG"]),
    ],
)
def test_the_body_above_is_told_from_the_issuing_one(issuer, superior, lines):
    found = parts(replace(REPORT, office=replace(REPORT.office, issuer=issuer), symbol=""))
    assert (texts(found.superior), texts(found.issuer)) == (superior, lines)


def test_a_draft_mark_and_a_range_of_days():
    found = parts(replace(REPORT, draft_mark="DỰ THẢO LẦN 2", date_range="(Từ ngày 01/9/2026 đến ngày 07/9/2026)"))
    assert found.draft and found.draft.text == "DỰ THẢO LẦN 2"
    assert found.date_range and found.date_range.text.startswith("(Từ ngày")
    assert found.subject_stroke and found.subject_stroke.form is StrokeForm.BORDER


def test_a_draft_mark_and_a_range_below_the_title():
    body = "".join(map(p, ("BÁO CÁO", "Công tác tuần", "(Từ ngày 01/9 đến ngày 07/9/2026)", "(Dự thảo)", "Đã làm.")))
    found = recognise(read(document(body)))
    assert (found.date_range and found.date_range.text) == "(Từ ngày 01/9 đến ngày 07/9/2026)"
    assert found.draft and found.draft.text == "(Dự thảo)"
    assert [passage.words for passage in found.body] == ["Đã làm."]


def test_the_ending_of_a_report():
    found = parts()
    assert texts(found.recipients) == ["- Như trên;", "- Thường trực Đảng ủy;", "- Lưu: VT, VHXH."]
    assert texts(found.authority) == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
    assert found.signer and found.signer.text == "Phạm Văn Mạnh"


def test_a_title_below_the_signing_space():
    found = parts(replace(REPORT, signature=Signature(Role.TYPED, "Phạm Văn Mạnh", "", ("CHỦ TỊCH",), "Thượng tá")))
    assert texts(found.authority) == ["CHỦ TỊCH"]
    assert (found.below and found.below.text, found.signer and found.signer.text) == ("Thượng tá", "Phạm Văn Mạnh")


def test_each_appendix_has_its_label_title_and_reference():
    first, second = parts().appendices
    assert (first.label.text, texts(first.title), second.label.text) == (
        "Phụ lục I",
        ["SỐ LIỆU TUYÊN TRUYỀN"],
        "Phụ lục II",
    )
    assert first.reference and first.reference.text.startswith("(Kèm theo Báo cáo số 05")
    assert first.own_pages and second.own_pages and len(first.tables) == 1


@pytest.mark.parametrize("name", ["by tables", "by tabs", "by blanks", "with broken lines", "with nested tables"])
def test_a_head_is_found_however_it_was_set(name):
    found = foreign(name)
    assert (found.number and found.number.text, found.date and found.date.text) == (NUMBER, DATE)
    assert texts(found.issuer) == ["ỦY BAN NHÂN DÂN", "XÃ BA TƠ"]
    assert found.signer and found.signer.text == "Phạm Văn Mạnh"
    assert len(found.recipients) == 3


@pytest.mark.parametrize(
    ("name", "form"), [("with broken lines", StrokeForm.TYPED), ("with drawn lines", StrokeForm.DRAWN)]
)
def test_a_line_is_known_however_it_was_made(name, form):
    found = foreign(name)
    assert found.motto_stroke and found.motto_stroke.form is form
    assert found.issuer_stroke and found.issuer_stroke.form is form


def test_a_piece_of_a_paragraph_looks_as_its_own_characters():
    found = foreign("by tabs").motto
    assert found and not found.whole
    assert (found.sizes, found.align) == ({26}, None)
