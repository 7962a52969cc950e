from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.report.edits import (
    AddSection,
    Become,
    MoveSection,
    RemoveSection,
    ReplaceBlocks,
    SetField,
    SetHeading,
    SetReviewed,
    normalised,
)
from bcdesk.report.office import Office
from bcdesk.report.parts import blocks_of, with_blocks
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.record import dumps
from bcdesk.report.report import (
    BASES,
    CLOSING,
    OPENING,
    Appendix,
    Cell,
    Report,
    Section,
    Table,
    find_section,
    fresh_id,
    paragraph,
    walk,
)
from tests.report.strategies import BLOCKS, PARAGRAPHS, sections

BASE = Report(
    "khac",
    Period(PeriodType.QUARTER, 2024, 1),
    Office(),
    opening=(paragraph("Mở đầu"),),
    sections=(
        Section(
            "s1", "I.", "KẾT QUẢ", (paragraph("Một"), paragraph("Hai")), (Section("s2", "1."), Section("s3", "2."))
        ),
        Section("s4", "II.", "ĐÁNH GIÁ"),
    ),
    appendices=(Appendix("p1", ("Biểu mẫu",), (paragraph("Ba"),)),),
)
DECOMPOSED = unicodedata.normalize("NFD", "Kết quả")
TYPED = st.text(max_size=6) | st.just(DECOMPOSED)


SMALL = sections(PARAGRAPHS).map(lambda drawn: replace(BASE, sections=drawn))
WITH_SECTIONS = SMALL.filter(lambda report: report.sections)


def ids(report: Report) -> list[str]:
    return [section.id for _, section in walk(report.sections)]


def outline(report: Report) -> list[tuple[int, str]]:
    return [(depth, section.id) for depth, section in walk(report.sections)]


@st.composite
def edits(draw: st.DrawFn, report: Report) -> Any:
    """Any edit of `report`, its text as it comes from a keyboard."""
    names = ids(report)
    some = st.sampled_from(names) if names else st.nothing()
    parent = st.none() | some
    parts = st.sampled_from([OPENING, CLOSING, BASES, *names, *(appendix.id for appendix in report.appendices)])
    part = draw(parts)
    blocks = st.lists(PARAGRAPHS if part == BASES else BLOCKS, max_size=2).map(tuple)
    index = st.integers(0, 4)
    every = [
        st.builds(SetField, st.sampled_from(["number", "symbol", "place", "drafter"]), TYPED),
        st.builds(ReplaceBlocks, st.just(part), index, index, blocks),
        st.builds(AddSection, st.builds(Section, st.just(fresh_id(report)), TYPED, TYPED), parent, index),
    ]
    if names:
        every += [
            st.builds(SetHeading, some, TYPED, TYPED, st.none() | st.booleans()),
            st.builds(SetReviewed, some, st.booleans()),
            st.builds(RemoveSection, some),
            st.builds(MoveSection, some, parent, index),
        ]
    return draw(st.one_of(every))


@given(st.data())
def test_any_edits_leave_a_sound_report(data):
    report = data.draw(SMALL)
    for _ in range(3):
        edit = data.draw(edits(report))
        before = dumps(report)
        after = edit.apply(report)
        assert dumps(report) == before
        assert len(set(ids(after))) == len(ids(after))
        assert unicodedata.is_normalized("NFC", dumps(after))
        report = after


@given(st.data())
def test_moving_never_loses_a_section(data):
    report = data.draw(WITH_SECTIONS)
    some = st.sampled_from(ids(report))
    edit = MoveSection(data.draw(some), data.draw(st.none() | some), data.draw(st.integers(0, 9)))
    after = edit.apply(report)
    assert sorted(ids(after)) == sorted(ids(report))
    assert len(find_section(after, edit.section).children) == len(find_section(report, edit.section).children)


@given(st.data())
def test_a_moved_section_can_be_moved_back(data):
    report = data.draw(WITH_SECTIONS)
    spots = [
        (section.id, parent.id if parent else None, index)
        for parent in (None, *(section for _, section in walk(report.sections)))
        for index, section in enumerate(parent.children if parent else report.sections)
    ]
    section, parent, index = data.draw(st.sampled_from(spots))
    away = MoveSection(section, data.draw(st.none() | st.sampled_from(ids(report))), data.draw(st.integers(0, 3)))
    assert MoveSection(section, parent, index).apply(away.apply(report)) == report


def test_a_section_is_nested_and_taken_out_again():
    nested = MoveSection("s4", "s1", 2).apply(BASE)
    assert outline(nested) == [(0, "s1"), (1, "s2"), (1, "s3"), (1, "s4")]
    assert MoveSection("s4", None, 1).apply(nested) == BASE


def test_a_section_does_not_go_under_itself():
    assert MoveSection("s1", "s2", 0).apply(BASE) is BASE
    assert MoveSection("s1", "s1", 0).apply(BASE) is BASE


def test_a_section_is_added_where_it_is_wanted():
    assert ids(AddSection(Section("s5"), "s1", 1).apply(BASE)) == ["s1", "s2", "s5", "s3", "s4"]
    assert ids(AddSection(Section("s5"), None, 0).apply(BASE)) == ["s5", "s1", "s2", "s3", "s4"]


def test_a_taken_id_is_not_given_twice():
    with pytest.raises(ValueError, match="s3"):
        AddSection(Section("s5", children=(Section("s3"),)), None, 0).apply(BASE)


def test_a_section_goes_with_all_below_it():
    assert ids(RemoveSection("s1").apply(BASE)) == ["s4"]


def test_a_heading_keeps_whether_its_text_runs_in():
    run_in = SetHeading("s1", "A.", "Kết quả", run_in=True).apply(BASE)
    section = find_section(SetHeading("s1", "B.", "Đánh giá").apply(run_in), "s1")
    assert (section.marker, section.title, section.run_in) == ("B.", "Đánh giá", True)


def test_a_part_is_reviewed_and_taken_back():
    reviewed = SetReviewed("s2", reviewed=True).apply(BASE)
    assert find_section(reviewed, "s2").reviewed
    assert SetReviewed("s2", reviewed=False).apply(reviewed) == BASE


@pytest.mark.parametrize("part", [OPENING, CLOSING, BASES, "s1", "s3", "p1"])
def test_blocks_are_put_into_every_part(part):
    after = ReplaceBlocks(part, 0, 0, (paragraph("Mới"),)).apply(BASE)
    assert blocks_of(after, part) == (paragraph("Mới"), *blocks_of(BASE, part))


def test_blocks_are_replaced_in_place():
    after = ReplaceBlocks("s1", 0, 1, (paragraph("Một rưỡi"), paragraph("Một ba phần tư"))).apply(BASE)
    assert [block.plain for block in blocks_of(after, "s1")] == ["Một rưỡi", "Một ba phần tư", "Hai"]


def test_a_table_is_no_legal_basis():
    with pytest.raises(TypeError):
        with_blocks(BASE, BASES, (Table((10.0,), ()),))


def test_what_changes_nothing_gives_the_same_value():
    assert ReplaceBlocks("s1", 0, 1, (paragraph("Một"),)).apply(BASE) is BASE
    assert SetHeading("s1", "I.", "KẾT QUẢ").apply(BASE) is BASE


@pytest.mark.parametrize(
    "edit",
    [
        SetHeading("s9", "", ""),
        ReplaceBlocks("s9", 0, 0, ()),
        SetReviewed("s9", reviewed=True),
        AddSection(Section("s5"), "s9", 0),
        RemoveSection("s9"),
        MoveSection("s9", None, 0),
        MoveSection("s1", "s9", 0),
    ],
)
def test_an_unknown_part_is_told(edit):
    with pytest.raises(KeyError):
        edit.apply(BASE)


def test_text_is_composed_on_its_way_in():
    assert SetField("place", DECOMPOSED).apply(BASE).place == "Kết quả"
    assert SetHeading("s1", "I.", DECOMPOSED).apply(BASE).sections[0].title == "Kết quả"
    assert Become(replace(BASE, place=DECOMPOSED), "Nhập").apply(BASE).place == "Kết quả"


def test_typing_in_one_paragraph_is_one_place():
    typing = ReplaceBlocks("s1", 2, 1, (paragraph("a"),))
    assert typing.place == ReplaceBlocks("s1", 2, 1, (paragraph("ab"),)).place
    assert len({typing.place, SetHeading("s1", "", "").place, SetField("place", "").place}) == 3


def test_what_is_done_once_is_a_step_of_its_own():
    steps = [AddSection(Section("s5"), None, 0), RemoveSection("s1"), MoveSection("s1", None, 0), Become(BASE, "Nhập")]
    assert {step.place for step in [*steps, SetReviewed("s1", reviewed=True)]} == {""}


def test_text_that_is_clean_already_stays_the_very_same_object():
    table = Table((30.0,), ((Cell((paragraph("Số liệu quý I"),)),),))
    assert normalised((table,))[0] is table


def test_a_change_in_one_section_leaves_the_others_the_very_same_objects():
    report = Report("k", Period(PeriodType.YEAR, 2024), Office(), sections=(Section("s1"), Section("s2")))
    changed = ReplaceBlocks("s2", 0, 0, (paragraph("Thêm"),)).apply(report)
    assert changed.sections[0] is report.sections[0]
