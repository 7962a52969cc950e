"""Who signs, in what capacity, with how much room; where the paper goes; the marks it may bear."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesk.report.findings import Severity
from bcdesk.report.report import Appendix, Report, Role, Signature, paragraph
from tests.checks.papers import (
    REPORT,
    after,
    elements,
    paragraph_of,
    relabel,
    retext,
    said,
    verdict,
    with_text,
    written,
)


def signed(*lines: str, name: str = "Phạm Văn Mạnh") -> Report:
    return replace(REPORT, signature=Signature(Role.TYPED, name, lines=lines))


def sent(*recipients: str) -> Report:
    return replace(REPORT, recipients=recipients)


def of(report: Report, rule: str) -> list[str]:
    return [finding.wanted for finding in said(written(report), rule)]


@pytest.mark.parametrize(
    "lines",
    [
        ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"),
        ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
        ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
    ],
)
def test_a_block_of_the_decree_is_right(lines: tuple[str, ...]) -> None:
    rules = {finding.rule for finding in verdict(written(signed(*lines))).findings}
    assert not rules & {"KY-01", "KY-02", "KY-03", "KY-04", "KY-05", "KY-07", "KY-10"}


@pytest.mark.parametrize(
    ("lines", "rule", "wanted"),
    [
        (("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "KY-01", "TM. ỦY BAN NHÂN DÂN ở dòng trên"),
        (("TM. UBND XÃ", "CHỦ TỊCH"), "KY-01", "TM. và tên đầy đủ của tập thể: TM. ỦY BAN NHÂN DÂN"),
        (("TM. ỦY BAN NHÂN DÂN XÃ", "CHỦ TỊCH"), "KY-01", "TM. ỦY BAN NHÂN DÂN (mẫu không ghi địa danh)"),
        (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "KY-02", "PHÓ CHỦ TỊCH ở dòng dưới"),
        (("TM. ỦY BAN NHÂN DÂN", "K/T CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "KY-02", "KT. CHỦ TỊCH"),
        (("TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH"), "KY-02", "KT. CHỦ TỊCH ở dòng trên"),
        (("TM. ỦY BAN NHÂN DÂN", "QUYỀN CHỦ TỊCH"), "KY-03", "Q. CHỦ TỊCH"),
        (("TM. ỦY BAN NHÂN DÂN", "TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"), "KY-04", "TL. hoặc TM., không dùng cả hai"),
        (("TL. CHỦ TỊCH",), "KY-04", "Chức vụ của người ký ở dòng dưới"),
        (("TUQ. CHỦ TỊCH",), "KY-05", "Chức vụ của người ký ở dòng dưới"),
        (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC"), "KY-10",
         "Chức vụ chính thức: PHÓ CHỦ TỊCH …"),
    ],
)  # fmt: skip
def test_a_block_in_another_form_is_found(lines: tuple[str, ...], rule: str, wanted: str) -> None:
    assert wanted in of(signed(*lines), rule)


def test_a_signature_by_delegation_reminds_of_the_mandate() -> None:
    (finding,) = said(written(signed("TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG")), "KY-05")
    assert finding.severity is Severity.NOTE


def test_a_missing_space_behind_the_letters_is_not_called_wrong() -> None:
    (finding,) = said(written(signed("TM. ỦY BAN NHÂN DÂN", "KT.CHỦ TỊCH", "PHÓ CHỦ TỊCH")), "KY-02")
    assert (finding.severity, finding.wanted) == (Severity.REVIEW, "KT. CHỦ TỊCH")


def test_too_little_room_for_the_signature_is_worth_a_note() -> None:
    def crowd(root) -> None:
        name = paragraph_of(root, "Phạm Văn Mạnh")
        for _ in range(3):
            name.getparent().remove(name.getprevious())

    (finding,) = said(after(crowd), "KY-11")
    assert finding.found.startswith("Chỗ ký cao")


def test_room_is_not_judged_without_pages() -> None:
    without = verdict(written(), pages=False)
    assert any("KY-11" in words for words in without.unjudged)


def test_a_signature_alone_on_its_page_is_worth_a_note() -> None:
    def part(root) -> None:
        closing = paragraph_of(root, "Trên đây là báo cáo")
        closing.addnext(elements("<w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>")[0])

    assert [finding.wanted for finding in said(after(part), "KY-14")] == ["Ít nhất một dòng nội dung cùng trang"]


def test_a_signature_parted_from_its_name_is_worth_a_note() -> None:
    def part(root) -> None:
        table = paragraph_of(root, "Phạm Văn Mạnh").xpath("ancestor::*[local-name()='tbl']")[0]
        name = paragraph_of(root, "Phạm Văn Mạnh")
        name.find("{*}pPr").insert(1, elements("<w:pageBreakBefore/>")[0])
        table.addnext(name)

    assert [finding.found for finding in said(after(part), "KY-14")] == ["Khối chữ ký bị chia ra hai trang"]


def test_the_label_of_the_recipients_stands_level_with_the_authority() -> None:
    def lower(root) -> None:
        label = paragraph_of(root, "Nơi nhận:")
        label.xpath("ancestor::*[local-name()='tbl']")[0].addnext(label)

    wanted = [finding.wanted for finding in said(after(lower), "NN-01")]
    assert wanted == ["Ngang hàng, sát lề trái"]


def test_a_degree_before_the_name_is_wrong() -> None:
    (finding,) = said(written(signed("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", name="ThS. Lê Văn An")), "KY-09")
    assert (finding.severity, finding.wanted) == (Severity.WRONG, "Lê Văn An")


@pytest.mark.parametrize(
    ("recipients", "rule", "wanted"),
    [
        (("Như trên;", "Đảng ủy,", "Lưu: VT, VHXH."), "NN-03", "- Đảng ủy;"),
        (("Như trên;", "Đảng ủy;"), "NN-04", "Dòng cuối: - Lưu: VT, đơn vị soạn thảo."),
        (("Như trên;", "Lưu VT."), "NN-04", "Dạng: - Lưu: VT, đơn vị soạn thảo."),
        (("Đảng ủy;", "Lưu: VT, VHXH."), "NN-05", "- Như trên;"),
        (("Như trên;", "Đảng ủy (để b/c);", "Lưu: VT, VHXH."), "NN-08", "Chỉ ghi tên nơi nhận"),
    ],
)
def test_recipients_in_another_form_are_found(recipients: tuple[str, ...], rule: str, wanted: str) -> None:
    assert wanted in of(sent(*recipients), rule)


def test_an_archive_line_without_the_drafting_unit_is_worth_a_note() -> None:
    (finding,) = said(written(sent("Như trên;", "Lưu: VT.")), "NN-04")
    assert finding.severity is Severity.NOTE


def test_as_above_without_addressees_is_to_be_looked_at() -> None:
    (finding,) = said(written(replace(REPORT, addressees=())), "NN-05")
    assert finding.severity is Severity.REVIEW


def test_one_appendix_has_no_number() -> None:
    report = replace(REPORT, appendices=REPORT.appendices[:1])
    assert of(report, "PL-02") == []
    assert [finding.wanted for finding in said(after(relabel("Phụ lục", "Phụ lục I"), report=report), "PL-02")] == [
        "Phụ lục"
    ]


def test_several_appendices_have_roman_numbers() -> None:
    assert [finding.wanted for finding in said(after(relabel("Phụ lục II", "Phụ lục 2")), "PL-02")] == ["Phụ lục II"]


@pytest.mark.parametrize(
    ("label", "wanted"), [("PHỤ LỤC II", "Phụ lục"), ("Phụ lục II. DANH SÁCH", "Tên phụ lục ở dòng dưới")]
)
def test_the_label_of_an_appendix_stands_alone_in_small_letters(label: str, wanted: str) -> None:
    assert wanted in [finding.wanted for finding in said(after(relabel("Phụ lục II", label)), "PL-03")]


def test_the_line_in_brackets_names_the_report() -> None:
    (finding,) = said(after(retext("(Kèm theo Báo cáo số", "(Kèm theo Báo cáo")), "PL-05")
    assert finding.found.startswith("“(Kèm theo Báo cáo")


def test_an_appendix_that_ends_in_a_table_needs_no_end_mark() -> None:
    assert of(replace(REPORT, appendices=REPORT.appendices[:1]), "PL-07") == []


def test_an_appendix_with_its_end_mark_is_right() -> None:
    ended = Appendix("p2", ("DANH SÁCH",), (paragraph("Kế hoạch số 12/KH-UBND./."),))
    assert of(replace(REPORT, appendices=(REPORT.appendices[0], ended)), "PL-07") == []


@pytest.mark.parametrize(
    ("words", "rule"), [("Hỏa tốc", "KHAN-01"), ("XEM XONG TRẢ LẠI", "LH-01"), ("HỎA TỐC", "KHAN-01")]
)
def test_a_mark_is_judged_and_its_box_is_not(words: str, rule: str) -> None:
    def stamp(root) -> None:
        body = root.find("{*}body")
        body.insert(0, elements(f"<w:p><w:r><w:rPr><w:sz w:val='30'/></w:rPr><w:t>{words}</w:t></w:r></w:p>")[0])

    judged = verdict(after(stamp))
    assert rule in {finding.rule for finding in judged.findings}
    assert any(rule in sentence and "khung" in sentence for sentence in judged.unjudged)


def test_the_drafters_mark_below_the_recipients_is_small() -> None:
    def mark(size: int):
        def change(root) -> None:
            last = paragraph_of(root, "Lưu: VT, VHXH.")
            run = f"<w:r><w:rPr><w:sz w:val='{size}'/></w:rPr><w:t>PL.(300)</w:t></w:r>"
            last.addnext(elements(f"<w:p>{run}</w:p>")[0])

        return change

    assert said(after(mark(22)), "NST-01") == ()
    assert said(after(mark(28)), "NST-01")


def test_the_address_of_the_office_is_small() -> None:
    def address(root) -> None:
        line = paragraph_of(root, "Lưu: VT, VHXH.")
        run = "<w:r><w:rPr><w:sz w:val='28'/></w:rPr><w:t>Địa chỉ: thôn Con Rã, xã Ba Tơ</w:t></w:r>"
        line.addnext(elements(f"<w:p>{run}</w:p>")[0])

    assert said(after(address), "DC-01")


def test_a_citation_is_complete_at_its_first_mention_only() -> None:
    whole = "Thực hiện Kế hoạch số 15/KH-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh, xã đã tuyên truyền."
    assert of(with_text(whole, "Kế hoạch số 15/KH-UBND được phổ biến."), "ND-15") == []


def test_an_abbreviation_that_is_explained_is_right() -> None:
    assert of(with_text("Công tác cải cách hành chính (viết tắt là CCHC).", "CCHC đạt kết quả."), "ND-19") == []


def test_a_report_without_formulae_is_worth_a_note() -> None:
    report = replace(REPORT, opening=(), closing=(paragraph("Kính báo cáo./."),))
    assert len(of(report, "ND-17")) == 2


def test_a_second_end_mark_is_to_be_looked_at() -> None:
    assert of(with_text("Xã đã tuyên truyền./."), "ND-16") == ["“./.” một lần, ở cuối nội dung"]


def test_a_subject_with_a_capital_for_each_word_is_to_be_looked_at() -> None:
    report = replace(REPORT, subject=("Công Tác Cải Cách Hành Chính Quý III",))
    assert of(report, "VH-16") == ["viết hoa chữ đầu và tên riêng, không viết hoa từng chữ"]
