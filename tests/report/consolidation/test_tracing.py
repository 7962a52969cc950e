from __future__ import annotations

from dataclasses import replace

from bcdesk.report.blocks import Picture
from bcdesk.report.consolidation.tracing import Origin, origins, sources_in
from bcdesk.report.merged import Merged, MergedPart, Piece, Source
from bcdesk.report.report import Appendix, Block, Cell, Paragraph, Report, Run, Table, paragraph
from tests.report.consolidation.units import report_of, section

FIRST = "Trạm Y tế đã khám bệnh cho 120 lượt người."
SECOND = "Công an xã đã tiếp nhận 12 tin báo."
THIRD = "Trường Tiểu học đã tổ chức 3 buổi ngoại khóa."


def piece(text: str | Block, *units: str) -> Piece:
    block = paragraph(text) if isinstance(text, str) else text
    return Piece((block,), tuple(Source(unit, (block,)) for unit in units or ("A",)))


def merged(report: Report, **parts: tuple[Piece, ...]) -> Report:
    return replace(report, merged=Merged(parts=tuple(MergedPart(part, of) for part, of in parts.items())))


def traced(*now: str | Block, was: tuple[Piece, ...]) -> dict[tuple[str, int], Origin]:
    return origins(merged(report_of(section("1. Chung", *now)), s1=was))


WAS = (piece(FIRST, "Trạm Y tế"), piece(SECOND, "Công an"), piece(THIRD, "Trường"))


def test_a_report_without_a_merge_has_no_sources():
    assert sources_in(report_of(section("1. Chung", FIRST))) == {}


def test_each_block_as_merged_is_traced_and_the_editors_own_is_not():
    report = merged(report_of(section("1. Chung", FIRST, "Nhìn chung tình hình ổn định.", SECOND)), s1=WAS)
    assert {spot: found.units for spot, found in sources_in(report).items()} == {
        ("s1", 0): ("Trạm Y tế",), ("s1", 2): ("Công an",)
    }  # fmt: skip


def test_a_block_with_other_words_is_traced_to_the_likest_that_stands_nowhere_in_its_order():
    found = traced(FIRST, SECOND.replace("12", "14"), THIRD, was=WAS)
    assert found["s1", 1] == Origin("s1", 1, edited=True)


def test_what_shares_less_than_half_of_its_words_is_the_editors_own():
    assert ("s1", 1) not in traced(FIRST, "Dân quân xã họp chợ phiên.", THIRD, was=WAS)


def test_a_block_moved_within_its_section_or_into_another_is_known_again():
    report = merged(report_of(section("1. Chung", SECOND, FIRST), section("2. Khác", THIRD)), s1=WAS)
    found = origins(report)
    assert found["s2", 0] == Origin("s1", 2, moved=True)
    assert {found["s1", 0], found["s1", 1]} in (
        {Origin("s1", 1, moved=True), Origin("s1", 0)},
        {Origin("s1", 1), Origin("s1", 0, moved=True)},
    )


def test_a_few_words_elsewhere_are_no_block_that_was_moved():
    report = merged(report_of(section("1. Chung"), section("2. Khác", "Không có.")), s1=(piece("Không có."),))
    assert origins(report) == {}


def test_runs_that_look_alike_are_no_change():
    split = Paragraph((Run("Trạm Y tế "), Run(""), Run("họp.", bold=True)))
    opened = Paragraph((Run("Trạm "), Run("Y tế "), Run("họp.", bold=True)))
    assert traced(opened, was=(piece(split),)) == {("s1", 0): Origin("s1", 0)}


def test_a_word_set_in_bold_is_a_change():
    bold = Paragraph((Run(FIRST, bold=True),))
    assert traced(bold, was=(piece(FIRST),)) == {("s1", 0): Origin("s1", 0, edited=True)}


def table(*cells: str) -> Table:
    return Table((10.0,) * len(cells), (tuple(Cell((paragraph(text),)) for text in cells),))


def test_a_table_is_traced_though_a_cell_is_another():
    found = traced(table("Tội phạm", "12", "vụ việc"), was=(piece(table("Tội phạm", "11", "vụ việc")),))
    assert found == {("s1", 0): Origin("s1", 0, edited=True)}


def test_a_picture_is_traced_by_its_bytes():
    picture = Picture(b"1", "image/png", 80.0)
    assert traced(picture, was=(piece(picture),)) == {("s1", 0): Origin("s1", 0)}
    assert traced(picture, was=(piece(paragraph("1")),)) == {}


def test_the_text_of_an_appendix_is_traced():
    report = merged(report_of(appendices=(Appendix("p1", ("Biểu",), (paragraph(FIRST),)),)), p1=WAS)
    assert sources_in(report)["p1", 0].units == ("Trạm Y tế",)


def test_pieces_of_a_section_that_is_no_more_are_found_where_their_words_went():
    report = merged(report_of(section("1. Chung", FIRST)), s9=WAS)
    assert origins(report) == {("s1", 0): Origin("s9", 0, moved=True)}


def test_texts_without_anything_alike_are_not_read_against_each_other_for_ever():
    now = [f"Câu thứ {number} của biên tập." for number in range(60)]
    was = tuple(piece(f"Đơn vị báo cáo nội dung {number}.") for number in range(60))
    assert traced(*now, was=was) == {}
