from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bcdesk.report.outline_rows import nested, numbered, rows_of
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.reoutline import APART, Move, Way, proposed, reoutlined, unsure
from bcdesk.report.report import Block, Cell, Paragraph, Picture, Report, Run, Section, Table, fresh_id, paragraph, walk
from bcdesk.report.units import sample_office
from tests.report.strategies import MARKERS

TITLES = (
    "Công tác chỉ đạo, điều hành", "CÔNG TÁC CHỈ ĐẠO ĐIỀU HÀNH", "Ưu điểm", "Tồn tại, hạn chế", "Nguyên nhân",
    "Kết quả thực hiện quý I năm 2024", "Kết quả thực hiện 6 tháng đầu năm 2024", "Cải cách thể chế", "",
    "Đã ban hành 12 kế hoạch.", "Đề xuất, kiến nghị", APART,
)  # fmt: skip


def report_of(*sections: Section) -> Report:
    return Report("khac", Period(PeriodType.QUARTER, 2024, 1), sample_office(), sections=numbered(sections))


def section(heading: str, *below: Section, text: str = "", **rest: object) -> Section:
    marker, _, title = heading.partition(" ")
    return Section("", marker, title, (paragraph(text),) if text else (), below, **rest)


def outline_of(*sections: Section) -> tuple[Section, ...]:
    return numbered(sections)


def in_outline(report: Report, *outline: Section) -> Report:
    new = outline_of(*outline)
    return reoutlined(report, new, proposed(report.sections, new))


def shape(report: Report) -> list[str]:
    """Each section as `depth heading: its paragraphs`."""
    return [
        f"{depth} {each.heading}: {' | '.join(block.plain for block in each.blocks)}".rstrip(": ")
        for depth, each in walk(report.sections)
    ]


def test_text_goes_to_the_section_of_the_same_title_whatever_markers_capitals_and_periods_are():
    report = report_of(
        section("1. Kết quả thực hiện quý I năm 2024", text="Đã làm."), section("2. Đề xuất, kiến nghị", text="Không.")
    )
    changed = in_outline(
        report, section("I. ĐỀ XUẤT, KIẾN NGHỊ"), section("II. KẾT QUẢ THỰC HIỆN 6 THÁNG ĐẦU NĂM 2024")
    )
    assert shape(changed) == [
        "0 I. ĐỀ XUẤT, KIẾN NGHỊ: Không.",
        "0 II. KẾT QUẢ THỰC HIỆN 6 THÁNG ĐẦU NĂM 2024: Đã làm.",
    ]


def test_a_section_keeps_its_id_where_its_text_goes():
    report = report_of(section("1. Kết quả", text="a"), section("2. Kiến nghị", text="b"))
    changed = in_outline(report, section("I. Kiến nghị"), section("II. Kết quả"))
    assert [each.id for each in changed.sections] == ["s2", "s1"]


def test_of_two_sections_called_alike_each_stays_below_its_own():
    report = report_of(
        section("I. Nông nghiệp", section("1. Hạn chế", text="hạn")),
        section("II. Giáo dục", section("1. Hạn chế", text="thiếu lớp")),
    )
    changed = in_outline(
        report, section("A. Giáo dục", section("1. Hạn chế")), section("B. Nông nghiệp", section("1. Hạn chế"))
    )
    assert shape(changed) == [
        "0 A. Giáo dục", "1 1. Hạn chế: thiếu lớp", "0 B. Nông nghiệp", "1 1. Hạn chế: hạn",
    ]  # fmt: skip


def test_what_has_no_place_stands_apart_at_the_end_with_its_heading():
    report = report_of(section("1. Kết quả", text="a"), section("2. Chuyển đổi số", text="b"))
    assert shape(in_outline(report, section("I. Kết quả"))) == [
        "0 I. Kết quả: a", f"0 {APART}", "1 2. Chuyển đổi số: b",
    ]  # fmt: skip


def test_items_of_a_list_go_along_with_the_section_they_stand_in():
    report = report_of(section("1. Kết quả", section("- Trồng trọt", text="lúa"), text="a"))
    changed = in_outline(report, section("I. Kết quả", section("1. Kinh tế")))
    assert shape(changed) == ["0 I. Kết quả: a", "1 1. Kinh tế", "1 - Trồng trọt: lúa"]


def test_an_empty_heading_goes_and_is_listed_so():
    report = report_of(section("1. Kết quả", text="a"), section("2. Chuyển đổi số"))
    new = outline_of(section("I. Kết quả"))
    assert proposed(report.sections, new)["s2"] == Move(Way.DROPPED)
    assert shape(in_outline(report, *new)) == ["0 I. Kết quả: a"]


def test_a_heading_that_says_something_is_never_dropped():
    report = report_of(section("1. Kết quả", text="a"), section("2. Đã ban hành 12 kế hoạch"))
    new = outline_of(section("I. Kết quả"))
    dropped = {"s1": Move(Way.INTO, "s1"), "s2": Move(Way.DROPPED)}
    assert "1 2. Đã ban hành 12 kế hoạch" in shape(reoutlined(report, new, dropped))


def test_a_section_with_text_is_never_dropped():
    report = report_of(section("1. Kết quả", text="a"))
    assert "1 1. Kết quả: a" in shape(reoutlined(report, outline_of(section("I. Khác")), {"s1": Move(Way.DROPPED)}))


def test_sections_put_into_one_keep_their_headings_as_paragraphs():
    report = report_of(section("1. Ưu điểm", text="tốt"), section("2. Hạn chế", text="chậm"))
    new = outline_of(section("I. Đánh giá"))
    moves = dict.fromkeys(("s1", "s2"), Move(Way.INTO, "s1"))
    assert shape(reoutlined(report, new, moves)) == ["0 I. Đánh giá: 1. Ưu điểm | tốt | 2. Hạn chế | chậm"]


def test_a_report_reviewed_in_part_stays_so_where_the_title_is_the_same():
    report = report_of(section("1. Kết quả", text="a", reviewed=True), section("2. Hạn chế", text="b", reviewed=True))
    new = outline_of(section("I. Kết quả"), section("II. Tồn tại"))
    moves = {"s1": Move(Way.INTO, "s1"), "s2": Move(Way.INTO, "s2")}
    assert [each.reviewed for each in reoutlined(report, new, moves).sections] == [True, False]


def test_what_stood_apart_is_sorted_when_an_outline_has_a_place_for_it():
    report = report_of(section("1. Kết quả", text="a"), section("2. Chuyển đổi số", text="b"))
    apart = in_outline(report, section("I. Kết quả"))
    assert shape(in_outline(apart, section("1. Chuyển đổi số"), section("2. Kết quả"))) == [
        "0 1. Chuyển đổi số: b", "0 2. Kết quả: a",
    ]  # fmt: skip


def test_what_still_has_no_place_stands_apart_once():
    report = report_of(section("1. Kết quả", text="a"), section("2. Chuyển đổi số", text="b"))
    twice = in_outline(in_outline(report, section("I. Kết quả")), section("A. Kết quả"))
    assert shape(twice) == ["0 A. Kết quả: a", f"0 {APART}", "1 2. Chuyển đổi số: b"]


def test_a_title_that_is_only_like_another_is_to_be_looked_at():
    report = report_of(section("1. Tồn tại, hạn chế và nguyên nhân", text="a"))
    (move,) = proposed(report.sections, outline_of(section("I. Hạn chế, nguyên nhân"))).values()
    assert move == Move(Way.INTO, "s1", sure=False)
    assert unsure([move]) == 1


def test_the_same_outline_again_changes_nothing():
    report = report_of(
        section("I. Kết quả", section("1. Kinh tế", text="a"), section("2. Xã hội", section("- Y tế", text="b"))),
        section("II. Kiến nghị", text="c"),
    )
    assert in_outline(report, *report.sections) == report


NOTED = Paragraph((Run("Đã họp ", bold=True), Run("5/5 thôn.", footnote=(Run("Theo số liệu ngày 14."),))))
TABLE = Table((40.0, 20.0), ((Cell((paragraph("Chỉ tiêu"),)), Cell((NOTED,))),))
BLOCKS = (
    paragraph("Đã  làm."),
    paragraph("- Tuyên truyền;"),
    Paragraph(),
    NOTED,
    TABLE,
    Picture(b"1", "image/png", 50),
)
TREES = ("0", "0", "0 1", "0 1 1", "0 1 2 2", "0 1 2 1 2")
"""Depths of a section and of those below it."""


@st.composite
def sections(draw: st.DrawFn, least: int, most: int, *, written: bool) -> tuple[Section, ...]:
    """Sections with up to four below each; where `written`, with text of every kind."""
    depths = [int(depth) for tree in draw(st.lists(st.sampled_from(TREES), max_size=8)) for depth in tree.split()]
    depths = ([0] * least + depths)[:most]
    blocks = st.lists(st.sampled_from(BLOCKS), max_size=3).map(tuple) if written else st.just(())
    made = (
        (depth, Section("", draw(st.sampled_from(MARKERS)), draw(st.sampled_from(TITLES)), draw(blocks)))
        for depth in depths
    )
    return numbered(nested(made))


REPORTS = sections(12, 24, written=True).map(lambda found: report_of(*found))
OUTLINES = sections(0, 16, written=False)


@st.composite
def chosen(draw: st.DrawFn) -> tuple[Report, tuple[Section, ...], dict[str, Move]]:
    """A report of twenty sections or so, an outline, and moves as they are proposed or as a clerk may choose them."""
    report, outline = draw(REPORTS), draw(OUTLINES)
    moves = proposed(report.sections, outline)
    into = st.builds(Move, st.just(Way.INTO), st.sampled_from([each.id for each in outline] or ["s1"]))
    other = into | st.builds(Move, st.sampled_from([Way.ALONG, Way.APART, Way.DROPPED]))
    for name in draw(st.sets(st.sampled_from(list(moves)))):
        moves[name] = draw(other)
    return report, outline, moves


def blocks_of(report: Report) -> list[Block]:
    return [block for _, each in walk(report.sections) for block in each.blocks]


@given(chosen())
def test_no_paragraph_table_picture_or_footnote_is_lost(case):
    report, outline, moves = case
    changed = reoutlined(report, outline, moves)
    missing = Counter(map(repr, blocks_of(report))) - Counter(map(repr, blocks_of(changed)))
    assert not missing
    assert len({each.id for _, each in walk(changed.sections)}) == len(list(walk(changed.sections)))


@given(chosen())
def test_the_text_of_a_section_stays_together_and_in_order(case):
    report, outline, moves = case
    changed = [each.blocks for _, each in walk(reoutlined(report, outline, moves).sections)]
    for _, each in walk(report.sections):
        size = len(each.blocks)
        assert not size or any(
            blocks[at : at + size] == each.blocks for blocks in changed for at in range(len(blocks) - size + 1)
        )


@given(chosen())
def test_a_heading_that_says_something_stays_or_has_one_that_says_the_same(case):
    report, outline, moves = case
    changed = reoutlined(report, outline, moves)
    said = [each.title for _, each in walk(changed.sections)]
    said += [block.plain for block in blocks_of(changed) if isinstance(block, Paragraph)]
    for _, each in walk(report.sections):
        if each.title == "Đã ban hành 12 kế hoạch.":
            assert any(each.title in words for words in said)


@given(chosen())
def test_the_sections_of_the_outline_stand_first_and_in_its_order(case):
    report, outline, moves = case
    changed = reoutlined(report, outline, moves)
    assert [each.title for each in changed.sections[: len(outline)]] == [each.title for each in outline]
    assert fresh_id(changed) not in {each.id for _, each in walk(changed.sections)}


def test_a_footnote_goes_with_its_words():
    noted = replace(paragraph("Đã làm."), runs=(Run("Đã làm.", footnote=(Run("Theo số liệu ngày 14."),)),))
    report = report_of(replace(section("1. Kết quả"), blocks=(noted,)))
    assert blocks_of(in_outline(report, section("I. KẾT QUẢ"))) == [noted]


def test_rows_tell_the_depth_of_each_section():
    assert [depth for depth, _ in rows_of(outline_of(section("I. a", section("1. b")), section("II. c")))] == [0, 1, 0]
