from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from bcdesk.report.carried import ParagraphState
from bcdesk.ui.editor.sidemarks import set_sources, set_states, state_words

LINES = ("Thôn 1 viết.", "Cả hai thôn viết.", "Văn phòng viết.")


@pytest.fixture
def field(qtbot):
    made = QTextEdit("<br>".join(LINES).replace("<br>", "<p>"))
    qtbot.addWidget(made)
    made.show()
    set_states(made, [ParagraphState.CARRIED, ParagraphState.EMPTY])
    set_sources(made, ["Thôn 1", "Thôn 1; Thôn 2", ""])
    return made


def said(field: QTextEdit) -> list[str]:
    layout, block, found = field.document().documentLayout(), field.document().begin(), []
    while block.isValid():
        found.append(state_words(field, layout.blockBoundingRect(block).center().y()))
        block = block.next()
    return found


def test_a_paragraph_says_how_far_it_is_and_where_it_came_from(field):
    assert said(field) == [f"{ParagraphState.CARRIED.value}\nThôn 1", "Thôn 1; Thôn 2", ""]


def test_states_and_sources_are_told_anew_each_without_the_other(field):
    set_states(field, [ParagraphState.NEW, ParagraphState.CHANGED, ParagraphState.NEW])
    set_sources(field, ["", "Thôn 3"])
    assert said(field) == ["mới", "đã sửa\nThôn 3", "mới"]


def test_a_mark_goes_with_its_paragraph(field):
    cursor = QTextCursor(field.document())
    cursor.insertBlock()
    assert said(field)[2] == "Thôn 1; Thôn 2"


def test_below_the_last_paragraph_there_is_nothing_to_say(field):
    assert state_words(field, 10_000) == ""
