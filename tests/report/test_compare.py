from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcdesk.report.compare import PartKind, compare, line_changes
from bcdesk.report.edits import AddSection, MoveSection, RemoveSection, ReplaceBlocks, SetField, SetHeading
from bcdesk.report.lines import Line, field_lines, section_lines
from bcdesk.report.report import (
    Appendix,
    Cell,
    DocumentDate,
    Paragraph,
    Picture,
    Request,
    Role,
    Run,
    Section,
    Signature,
    State,
    Table,
    paragraph,
    walk,
)
from bcdesk.report.restoring import restored, with_parts
from bcdesk.report.word_changes import Mark, new_text, old_text
from tests.report.strategies import BLOCKS, LINES, sections, some
from tests.session.reports import report as small
from tests.session.reports import typed

APPENDICES = st.builds(
    lambda blocks: tuple(Appendix(f"p{at}", ("Số",), (one,)) for at, one in enumerate(blocks)), some(BLOCKS)
)
REPORTS = st.builds(
    lambda tree, opening, subject, appendices: replace(
        small(), sections=tree, opening=opening, subject=subject, appendices=appendices
    ),
    sections(),
    some(BLOCKS, 2),
    LINES,
    APPENDICES,
)
LONG = "Trong quý I năm 2024, xã đã tổ chức 5 buổi tuyên truyền tại các thôn"


def table(*rows):
    return Table((40.0, 40.0), tuple(tuple(Cell((paragraph(text),)) for text in row) for row in rows))


def report():
    """Three sections, the first with two below it."""
    below = (Section("s4", "a)", "Tuyên truyền", (paragraph(LONG),)), Section("s5", "b)", "Tập huấn", ()))
    first, second = small("Kết quả chung").sections
    third = Section("s3", "3.", "Kiến nghị", (paragraph("Đề nghị hỗ trợ kinh phí."),))
    return replace(small(), sections=(replace(first, children=below), second, third))


def told(old, new):
    return [(change.part, change.kind, change.moved) for change in compare(old, new)]


def only(old, new):
    (change,) = compare(old, new)
    return change


def test_a_report_does_not_differ_from_itself():
    assert compare(report(), report()) == ()


def test_a_changed_paragraph_is_told_with_its_section_and_its_words():
    change = only(report(), typed(LONG.replace("5", "12"), "s4").apply(report()))
    assert (change.part, change.title, change.kind, change.top) == ("s4", "a) Tuyên truyền", PartKind.CHANGED, "s1")
    (line,) = [line for line in change.lines if line.changed]
    marks = [(stretch.mark, stretch.text.strip()) for stretch in line.wording if stretch.mark is not Mark.SAME]
    assert marks == [(Mark.REMOVED, "5"), (Mark.ADDED, "12")]


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (AddSection(Section("s9", "4.", "Mới"), None, 3), [("s9", PartKind.ADDED, False)]),
        (RemoveSection("s2"), [("s2", PartKind.REMOVED, False)]),
        (RemoveSection("s1"), [(name, PartKind.REMOVED, False) for name in ("s1", "s4", "s5")]),
        (MoveSection("s3", None, 0), [("s3", PartKind.MOVED, True)]),
        (MoveSection("s2", "s1", 0), [("s2", PartKind.MOVED, True)]),
        (SetHeading("s2", "2.", "Nhận xét, đánh giá"), [("s2", PartKind.CHANGED, False)]),
        (SetField("subject", ("Công tác",)), [("subject", PartKind.CHANGED, False)]),
        (SetField("office", replace(report().office, name="Ba Vì")), [("office", PartKind.CHANGED, False)]),
        (ReplaceBlocks("closing", 0, 0, (paragraph("Trên đây"),)), [("closing", PartKind.CHANGED, False)]),
        (SetField("appendices", (Appendix("p1", ("Số liệu",)),)), [("p1", PartKind.ADDED, False)]),
    ],
)
def test_what_became_of_a_part_is_told(edit, expected):
    assert told(report(), edit.apply(report())) == expected


def test_a_changed_and_moved_section_is_told_as_both():
    new = typed("Khác hẳn", "s3").apply(MoveSection("s3", None, 0).apply(report()))
    assert told(report(), new) == [("s3", PartKind.CHANGED, True)]


def test_a_removed_section_is_told_where_it_stood():
    new = typed("Mới", "s3").apply(typed("Mới", "s1").apply(RemoveSection("s2").apply(report())))
    assert [change.part for change in compare(report(), new)] == ["s1", "s2", "s3"]


@pytest.mark.parametrize("renamed", ["same heading", "same title", "same text"])
def test_a_section_with_another_id_is_known_by_its_heading_its_title_or_its_text(renamed):
    first, second, third = report().sections
    headings = {"same heading": ("3.", "Kiến nghị"), "same title": ("IV.", "KIẾN NGHỊ"), "same text": ("4.", "Đề xuất")}
    marker, title = headings[renamed]
    new = replace(report(), sections=(first, second, replace(third, id="x", marker=marker, title=title)))
    assert all((change.old, change.new) == ("s3", "x") for change in compare(report(), new))


def test_tables_are_compared_by_the_text_of_their_cells():
    old, new = (ReplaceBlocks("s2", 0, 1, (table(("Pano", "5"), ("Băng rôn", last)),)).apply(report()) for last in "23")
    changed = [line for line in only(old, new).lines if line.changed]
    assert [(old_text(line.wording), new_text(line.wording)) for line in changed] == [("Băng rôn | 2", "Băng rôn | 3")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (paragraph("Chữ"), Paragraph((Run("Chữ", bold=True),))),
        (table(("1",)), replace(table(("1",)), columns=(20.0, 60.0))),
        (Picture(b"1", "image/png", 50.0, "Ảnh"), Picture(b"2", "image/png", 50.0, "Ảnh")),
    ],
)
def test_the_same_words_in_another_form_are_told_as_that(old, new):
    one, other = (ReplaceBlocks("s2", 0, 1, (block,)).apply(report()) for block in (old, new))
    assert [line.reformatted for line in only(one, other).lines] == [False, True]


def test_a_footnote_is_part_of_its_line():
    noted = Paragraph((Run("Chữ", footnote=(Run("dưới chân"),)),))
    assert section_lines(Section("s1", blocks=(noted,)))[1].text == "Chữ [chú thích: dưới chân]"


def test_the_head_is_told_in_words():
    value = replace(
        report(),
        date=DocumentDate(5, 3, 2024),
        signature=Signature(Role.HEAD, "Nguyễn Văn A", below="Thượng tá"),
        request=Request("Công văn", "12/UBND"),
        recipients=("Như trên;", "Lưu: VT."),
    )
    lines = {name: [line.text for line in field_lines(value, name)] for name in ("period", "signature", "request")}
    assert lines == {
        "period": ["quý I năm 2024"],
        "signature": ["Nguyễn Văn A", "Thượng tá"],
        "request": ["Công văn", "12/UBND"],
    }
    assert "05" in field_lines(value, "date")[0].text
    assert len(field_lines(value, "recipients")) == 2


def test_lines_that_only_repeat_themselves_are_compared_in_their_order():
    old, new = (Line("như trên", None),) * 400, (Line("như trên", None),) * 401
    changes = line_changes(old, new)
    assert sum(line.changed for line in changes) == 1


@settings(max_examples=40)
@given(REPORTS, REPORTS)
def test_the_lines_of_a_changed_part_are_its_old_and_its_new_text(old, new):
    before = {section.id: section for _, section in walk(old.sections)}
    after = {section.id: section for _, section in walk(new.sections)}
    for change in compare(old, new):
        if change.old in before or change.new in after:
            olds, news = ([text(line.wording) for line in change.lines] for text in (old_text, new_text))
            for told, section in ((olds, before.get(change.old)), (news, after.get(change.new))):
                wanted = [line.text for line in section_lines(section)] if section else []
                assert [text for text in told if text] == [text for text in wanted if text]


@settings(max_examples=40)
@given(REPORTS, REPORTS)
def test_with_every_changed_part_put_back_nothing_of_the_text_differs(then, now):
    back = with_parts(now, then, compare(then, now))
    texts = [[(s.marker, s.title, s.blocks) for _, s in walk(value.sections)] for value in (then, back)]
    assert sorted(map(repr, texts[0])) == sorted(map(repr, texts[1]))
    assert (back.opening, back.subject, back.signature) == (then.opening, then.subject, then.signature)
    assert {item.id: item for item in back.appendices} == {item.id: item for item in then.appendices}


@pytest.mark.parametrize(
    "edit",
    [
        typed("Khác", "s4"),
        AddSection(Section("s9", "4.", "Mới"), None, 1),
        RemoveSection("s2"),
        RemoveSection("s4"),
        RemoveSection("s1"),
        MoveSection("s3", None, 0),
        MoveSection("s2", "s1", 0),
        SetField("recipients", ("Lưu: VT.",)),
    ],
)
def test_what_one_edit_did_is_put_back_exactly(edit):
    now = edit.apply(report())
    assert with_parts(now, report(), compare(report(), now)) == report()


def test_only_the_chosen_part_is_put_back():
    now = typed("Khác", "s3").apply(typed("Khác", "s1").apply(report()))
    changes = [change for change in compare(report(), now) if change.part == "s1"]
    assert with_parts(now, report(), changes) == typed("Khác", "s3").apply(report())


def test_what_hangs_below_an_added_section_stays_when_it_goes():
    now = MoveSection("s3", "s9", 0).apply(AddSection(Section("s9", "4.", "Mới"), None, 3).apply(report()))
    added = [change for change in compare(report(), now) if change.kind is PartKind.ADDED]
    assert with_parts(now, report(), added) == report()


def test_a_whole_report_put_back_stays_where_it_is_on_its_way():
    now = replace(typed("Khác").apply(report()), state=State.SUBMITTED)
    assert restored(now, report()) == replace(report(), state=State.SUBMITTED)
