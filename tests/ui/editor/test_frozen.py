"""A signed report offers nothing that would change it."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from bcdesk.report.report import Place
from bcdesk.report.states import SIGN, SUBMIT
from bcdesk.session.session import Session
from bcdesk.ui.editor.editor import Editor
from tests.ui.editor.conftest import made_report


def adding(editor: Editor, place: str) -> set[str]:
    editor.show_place(Place(place))
    buttons = editor.findChildren(QPushButton)
    return {each.text() for each in buttons if each.isVisible() and each.text().startswith("+ ")}


def editor_of(qtbot, report) -> Editor:
    editor = Editor(Session(report))
    qtbot.addWidget(editor)
    editor.show()
    return editor


def test_a_draft_can_be_added_to(qtbot):
    editor = editor_of(qtbot, made_report())
    assert adding(editor, "s1") == {"+ Thêm mục", "+ Thêm mục con"}


def test_a_signed_report_cannot(qtbot):
    editor = editor_of(qtbot, SIGN.apply(SUBMIT.apply(made_report())))
    assert adding(editor, "s1") == set()
