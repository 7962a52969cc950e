"""What is typed stays right while remarks come and go under the words."""

from __future__ import annotations

import pytest

from bcdesk.report.office import Office
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import Place, Report, Section, paragraph
from tests.ui.desk import OpenDesk
from tests.ui.typing import commit, compose, type_composing, type_pasting, type_unikey

TEXT = "Xã chỉ đạo đại phát thanh xã tiếp xóng các chương trình."
SECTION = Section("s1", "1.", "Kết quả", (paragraph(TEXT),))
REPORT = Report("khac", Period(PeriodType.YEAR, 2024), Office(name="Ba Tơ"), sections=(SECTION,))
WORDS = "Được ự quyết nghị"
WRONG = "đại"


@pytest.fixture
def field(tmp_path, qtbot):
    desk = OpenDesk(tmp_path, qtbot)
    desk.window.open_report(desk.store.create(REPORT))
    desk.stand(Place("s1", 0, len(TEXT)))
    desk.do("check")
    qtbot.waitUntil(lambda: any(row.finding.rule == "confusion" for row in check_of(desk).panel.model.rows))
    desk.stand(Place("s1", 0, len(TEXT)))
    field = desk.focus()
    field.desk = desk
    yield field
    desk.close()


def check_of(desk):
    return desk.window._features.checking._now


def remark_anew(field):
    """A check ends now, and its remarks are shown."""
    check_of(field.desk)._show()


def underlined(field):
    return [mark.cursor.selectedText() for mark in field.extraSelections()]


def text_of(field):
    return field.desk.report.sections[0].blocks[0].plain


def test_the_wrong_words_are_underlined(field):
    assert WRONG in underlined(field)


@pytest.mark.parametrize("way", [type_unikey, type_composing, type_pasting], ids=lambda way: way.__name__)
def test_words_typed_behind_an_underlined_one_are_right(field, way):
    field.desk.stand(Place("s1", 0, TEXT.index(WRONG) + len(WRONG)))
    way(field, f" {WORDS}")
    field.desk.desk.editor.commit_composition()
    assert text_of(field).split() == TEXT.replace(WRONG, f"{WRONG} {WORDS}").split()


@pytest.mark.parametrize("way", [type_unikey, type_composing, type_pasting], ids=lambda way: way.__name__)
def test_an_underlined_word_can_be_typed_over(field, way):
    field.desk.desk.editor.show_place(Place("s1", 0, TEXT.index(WRONG)), len(WRONG))
    way(field, "đài")
    field.desk.desk.editor.commit_composition()
    assert text_of(field).split() == TEXT.replace(WRONG, "đài").split()


def test_remarks_that_come_while_a_syllable_is_composed_leave_it_alone(field):
    compose(field, "ngh")
    remark_anew(field)
    assert field.composing
    compose(field, "nghị")
    remark_anew(field)
    commit(field, "nghị")
    assert text_of(field) == f"{TEXT}nghị"


def test_a_check_says_nothing_of_the_syllable_being_composed(field):
    compose(field, "xóng")
    check_of(field.desk).check()
    field.desk.qtbot.waitUntil(lambda: not check_of(field.desk)._running)
    assert field.composing
    assert text_of(field) == TEXT


def test_the_underline_moves_with_its_word(field):
    field.desk.stand(Place("s1", 0))
    type_unikey(field, "Ủy ban ")
    assert WRONG in underlined(field)
