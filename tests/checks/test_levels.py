"""The parts of the text: named parts, clauses, points, their order, and marks nobody has defined (ND-05 … ND-13)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesk.report.findings import Severity
from bcdesk.report.report import Paragraph, Report, Run, Section, paragraph
from tests.checks.papers import REPORT, after, rerun, said, written

WORDS = (paragraph("Đài truyền thanh xã phát 12 tin, bài."),)


def with_sections(*sections: Section) -> Report:
    return replace(REPORT, sections=sections)


def of(report: Report, rule: str) -> list[tuple[str, str]]:
    return [(finding.found, finding.wanted) for finding in said(written(report), rule)]


def points(*markers: str) -> Report:
    items = tuple(Section(f"p{at}", marker, "", WORDS) for at, marker in enumerate(markers))
    return with_sections(Section("s1", "I.", "KẾT QUẢ", children=(Section("s2", "1.", "Công tác", children=items),)))


def test_points_run_through_the_vietnamese_alphabet() -> None:
    assert of(points("a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)", "i)", "k)"), "ND-12") == []


def test_e_behind_d_is_wrong() -> None:
    report = points("a)", "b)", "c)", "d)", "e)")
    (finding,) = said(written(report), "ND-12")
    assert (finding.severity, finding.wanted) == (Severity.WRONG, "đ)")


def test_a_gap_among_the_points_is_to_be_looked_at() -> None:
    (finding,) = said(written(points("a)", "c)")), "ND-12")
    assert (finding.severity, finding.found, finding.wanted) == (Severity.REVIEW, "Sau “a)” là “c)”", "b)")


def test_f_is_no_letter_of_a_point() -> None:
    assert [found for found, _ in of(points("a)", "b)", "c)", "d)", "đ)", "e)", "f)"), "ND-12")] == ["“f)”"]


def test_a_list_that_does_not_begin_at_its_beginning_is_noticed() -> None:
    assert of(points("b)"), "ND-12") == [("Danh sách bắt đầu bằng “b)”", "a)")]


def test_each_clause_begins_its_points_anew() -> None:
    clauses = tuple(
        Section(f"c{number}", f"{number}.", "Công tác", children=(
            Section(f"a{number}", "a)", "", WORDS), Section(f"b{number}", "b)", "", WORDS)
        )) for number in (1, 2)
    )  # fmt: skip
    assert of(with_sections(Section("s1", "I.", "KẾT QUẢ", children=clauses)), "ND-12") == []


def test_a_named_part_with_its_title_below_in_capitals_is_right() -> None:
    report = with_sections(Section("s1", "Phần I", "KẾT QUẢ THỰC HIỆN", WORDS))
    assert of(report, "ND-07") == of(report, "ND-06") == []


@pytest.mark.parametrize(
    ("marker", "title", "wanted"),
    [
        ("Phần 1", "KẾT QUẢ", "Số thứ tự bằng chữ số La Mã"),
        ("PHẦN I", "KẾT QUẢ", "Phần"),
        ("Chương I", "Kết quả", "KẾT QUẢ"),
    ],
)
def test_a_named_part_in_another_form_is_wrong(marker: str, title: str, wanted: str) -> None:
    assert wanted in [words for _, words in of(with_sections(Section("s1", marker, title, WORDS)), "ND-07")]


def test_a_named_part_that_is_not_bold_is_wrong() -> None:
    report = with_sections(Section("s1", "Chương I", "KẾT QUẢ", WORDS))
    assert said(after(rerun("Chương I", '<w:b w:val="0"/>'), report=report), "ND-07")


def test_a_section_of_arabic_number_has_the_form_of_one() -> None:
    right, wrong = (with_sections(Section("s1", f"Mục {number}", "KẾT QUẢ", WORDS)) for number in ("1", "I"))
    assert of(right, "ND-08") == []
    assert of(wrong, "ND-08") == [("“Mục I”", "Số thứ tự bằng chữ số Ả Rập")]


@pytest.mark.parametrize("marker", ["Phần I", "Mục 1", "I."])
def test_a_part_without_a_title_is_wrong(marker: str) -> None:
    report = with_sections(Section("s1", marker, "", children=(Section("s2", "1.", "Công tác", WORDS),)))
    assert of(report, "ND-06") == [(f"“{marker}” không có tiêu đề", "Có tiêu đề")]


def test_a_bold_number_before_a_clause_without_title_is_wrong() -> None:
    plain, bold = (
        Section("s1", "I.", "KẾT QUẢ", (Paragraph((Run("1.", bold=bold), Run(" Đài truyền thanh xã phát 12 tin."))),))
        for bold in (False, True)
    )
    assert of(with_sections(plain), "ND-11") == []
    assert of(with_sections(bold), "ND-11") == [("“1.” đậm", "Số thứ tự đứng, không đậm")]


def test_a_part_of_roman_number_below_a_clause_is_to_be_looked_at() -> None:
    report = with_sections(Section("s1", "1.", "Công tác", children=(Section("s2", "I.", "KẾT QUẢ", WORDS),)))
    assert of(report, "ND-05") == [("“I.” đứng sau “1.”", "Bố cục từ lớn đến nhỏ: I. rồi 1. rồi a)")]


def test_each_heading_marked_plus_is_to_be_looked_at() -> None:
    report = with_sections(Section("s1", "+", "Những mặt làm được", WORDS), Section("s2", "+", "Hạn chế", WORDS))
    assert [finding.severity for finding in said(written(report), "ND-13")] == [Severity.REVIEW] * 2


def test_a_heading_marked_plus_is_told_the_marker_of_its_place() -> None:
    plus = tuple(Section(f"p{at}", "+", "Những mặt làm được", WORDS) for at in (1, 2))
    under = {
        "I.": ["1.", "2."],
        "1.": ["a)", "b)"],
        "a)": ["-", "-"],
    }
    for marker, wanted in under.items():
        report = with_sections(Section("s1", marker, "KẾT QUẢ", children=plus))
        assert [words for _, words in of(report, "ND-13")] == wanted


def test_a_list_of_plus_is_a_list() -> None:
    report = with_sections(Section("s1", "I.", "KẾT QUẢ", (paragraph("- Tuyên truyền:"), paragraph("+ qua đài;"))))
    assert of(report, "ND-13") == []


def test_decimal_headings_are_a_custom_told_once() -> None:
    decimal = tuple(Section(f"d{at}", f"1.{at}.", "Công tác", WORDS) for at in (1, 2))
    report = with_sections(Section("s1", "I.", "KẾT QUẢ", children=(Section("s2", "1.", "Việc", children=decimal),)))
    (finding,) = said(written(report), "ND-13")
    assert (finding.severity, finding.found) == (Severity.NOTE, "Tiêu đề đánh số 1.1")


def test_round_bullets_are_to_be_looked_at() -> None:
    report = with_sections(Section("s1", "I.", "KẾT QUẢ", (paragraph("• qua đài;"), paragraph("• qua băng rôn."))))
    assert of(report, "ND-13") == [("Dấu đầu dòng tròn, vuông", "Gạch đầu dòng hoặc a), b), c); có 2 đoạn như vậy")]
