"""Vietnamese comes out right however it is typed, in every field one can write in, with the checks going on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from bcdesk.report.report import Appendix, Paragraph, Place, Request, Role, Run, Signature, paragraph
from bcdesk.ui.editor.field import Field
from bcdesk.ui.editor.footnote import FootnoteDialog
from bcdesk.ui.editor.grid import Grid
from tests.ui.desk import OpenDesk
from tests.ui.dialogs.test_fitting import DIALOGS
from tests.ui.editor.conftest import made_report
from tests.ui.typing import CTRL, press, type_composing, type_pasting, type_unikey

WORDS = "Được ự quyết nghị"
WAYS = (type_unikey, type_composing, type_pasting)
EDITABLE = (QTextEdit, QPlainTextEdit, QLineEdit)
ways = pytest.mark.parametrize("typing", WAYS, ids=lambda way: way.__name__)


def said(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()


def fields_in(widget: QWidget) -> Iterator[QWidget]:
    """Every field for words; figures are typed in others."""
    for kind in EDITABLE:
        for found in widget.findChildren(kind):
            writable = found.isEnabled() and not found.isReadOnly()
            if writable and found.isVisibleTo(widget) and not isinstance(found.parent(), QAbstractSpinBox):
                yield found


def holds_what_is_typed(field: QWidget, typing) -> None:
    field.setFocus()
    press(field, Qt.Key.Key_End, CTRL)
    before = said(field)
    typing(field, WORDS)
    QApplication.processEvents()
    assert said(field).removeprefix(before).strip() == WORDS, field.accessibleName()


def rich_report():
    made = made_report()
    noted = Paragraph((Run("Có chú thích", footnote=(Run("theo xã"),)),))
    return replace(
        made,
        subject=("Công tác tuần", "và phương hướng"),
        date_range="(Từ ngày 01/01 đến ngày 31/3)",
        addressees=("Sở Nội vụ",),
        legal_bases=(paragraph("Căn cứ Luật;"),),
        opening=(*made.opening, noted),
        appendices=(Appendix("p1", ("SỐ LIỆU",), (paragraph("Năm."),)),),
        request=Request("Công văn", "12/UBND", None, "Ủy ban nhân dân tỉnh", "Báo cáo", None),
        signature=Signature(Role.TYPED, "Phạm Văn Mạnh", "", ("NGƯỜI BÁO CÁO",), "Phó Ban"),
    )


@pytest.fixture
def window(qtbot, tmp_path: Path):
    opened = OpenDesk(tmp_path, qtbot)
    opened.window.open_report(opened.store.create(rich_report()))
    yield opened
    opened.close()


def fields_of_page(window: OpenDesk) -> Iterator[QWidget]:
    for stop in window.desk.editor.page.stops():
        if isinstance(stop, Grid):
            stop.go_to(1, 1)
            yield stop.cell
        else:
            yield stop


@ways
def test_in_every_field_of_every_tab(window: OpenDesk, typing):
    window.do("check")
    editor, count = window.desk.editor, 0
    for tab in range(editor.tabs.count()):
        editor.tabs.setCurrentIndex(tab)
        for field in list(fields_of_page(window)):
            window.activate(window.window)
            holds_what_is_typed(field, typing)
            count += 1
        assert set(fields_in(editor.page)) <= set(fields_of_page(window)), "a field nothing is tried in"
    assert count >= 30


@ways
def test_what_is_typed_stands_in_the_report(window: OpenDesk, typing):
    window.do("check")
    for place in (Place("s3"), Place("s2", 0, 4), Place("s12", 1), Place("closing"), Place("legal_bases", 0, 3)):
        window.stand(place)
        field = window.desk.editor.pen.field
        assert isinstance(field, Field)
        press(field, Qt.Key.Key_End, CTRL)
        typing(field, f" {WORDS}")
    assert str(window.report).count(WORDS) == 5


@ways
def test_in_the_bar_to_find_and_replace(window: OpenDesk, typing):
    window.do("replace")
    bar = window.desk.editor.find_bar
    for field in (bar.wanted, bar.new):
        holds_what_is_typed(field, typing)


@ways
def test_in_the_search_of_the_list(window: OpenDesk, typing):
    window.do("home")
    holds_what_is_typed(window.window.home.search, typing)


@ways
@pytest.mark.parametrize("name", [*DIALOGS, "footnote"])
def test_in_every_field_of_the_dialogs(qtbot, typing, name: str):
    others = {"footnote": lambda: FootnoteDialog((Run("theo"),))}
    dialog = {**DIALOGS, **others}[name]()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    for field in list(fields_in(dialog)):
        holds_what_is_typed(field, typing)
