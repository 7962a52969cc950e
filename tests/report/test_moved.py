from __future__ import annotations

import pytest

from bcdesk.report.edits import ReplaceBlocks
from bcdesk.report.moved import place_now
from bcdesk.report.office import Office
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import Place, Report, Section, paragraph

TEXT = "Treo 5 cụm pano, 2 băng rôn trên địa bàn."
AT = TEXT.index("2")
OTHER = "Đoạn khác của mục này."


def report(*lines):
    sections = (Section("s1", "1.", "Kết quả", tuple(map(paragraph, lines))),)
    return Report("khac", Period(PeriodType.YEAR, 2024), Office(), sections=sections)


def place(then, now, block=0, offset=AT):
    found = place_now(Place("s1", block, offset), report(*then), report(*now))
    return found.block, found.offset


def test_where_nothing_changed_it_stands_where_it_stood():
    assert place([TEXT], [TEXT]) == (0, AT)


@pytest.mark.parametrize(("old", "new", "by"), [("5", "12", 1), ("5 cụm pano, ", "", -12), ("trên địa bàn", "", 0)])
def test_words_behind_a_change_move_with_it(old, new, by):
    assert place([TEXT], [TEXT.replace(old, new)]) == (0, AT + by)


def test_a_paragraph_that_has_moved_is_found():
    assert place([TEXT], [OTHER, TEXT]) == (1, AT)
    assert place([OTHER, TEXT], [TEXT], block=1) == (0, AT)


def test_of_two_like_it_the_nearer_is_meant():
    assert place([TEXT, OTHER, TEXT], [TEXT, OTHER, OTHER, TEXT], block=2) == (3, AT)


def test_what_is_gone_is_where_it_was():
    assert place([TEXT], [OTHER]) == (0, AT)
    assert place_now(Place("s2", 0, 3), report(TEXT), report(TEXT)) == Place("s2", 0)


def test_the_edit_itself_tells_no_other_place():
    then = report(TEXT, OTHER)
    now = ReplaceBlocks("s1", 0, 1, (paragraph(TEXT.replace("5", "100")),)).apply(then)
    assert place_now(Place("s1", 0, AT), then, now).offset == AT + 2
