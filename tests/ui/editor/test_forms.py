from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from bcdesk.report.edits import ReplaceBlocks, SetField
from bcdesk.report.report import BASES, DocumentDate, Place, Request, Role, Signature, paragraph
from tests.ui.typing import press, type_text, type_unikey


def field(editor, name):
    return next(stop for stop in editor.page.stops() if stop.accessibleName() == name)


def labels(editor):
    return [label.text() for label in editor.page.findChildren(QLabel) if label.isVisible()]


def button(editor, words):
    return next(one for one in editor.page.findChildren(QPushButton) if one.text() == words)


@pytest.fixture
def head(editor):
    editor.show_place(Place("subject", 0))
    return editor


@pytest.fixture
def end(editor):
    editor.show_place(Place("signature", 0))
    return editor


def test_the_period_is_shown_and_its_button_asks_to_change_it(head, qtbot):
    assert "quý I năm 2024" in labels(head)
    with qtbot.waitSignal(head.period_asked):
        button(head, "Đổi…").click()


def test_the_subject_is_lines(session, head):
    line = field(head, "Trích yếu")
    press(line, Qt.Key.Key_End)
    type_unikey(line, "\nquý I năm 2024".replace("\n", " "))
    press(line, Qt.Key.Key_Home)
    type_text(line, "A\n")
    assert session.report.subject == ("A", "Công tác tuyên truyền quý I năm 2024")


def test_day_month_and_year_are_numbers_or_blank(session, head):
    for name, text in (("Ngày", "05"), ("Tháng", "12"), ("Năm", "2025")):
        part = field(head, name)
        part.selectAll()
        type_text(part, text)
    assert session.report.date == DocumentDate(5, 12, 2025)
    part.setFocus()
    part.selectAll()
    press(part, Qt.Key.Key_Delete)
    assert session.report.date == DocumentDate(5, 12, None)


def test_a_day_typed_with_a_zero_is_shown_as_the_report_has_it_on_leaving(session, head):
    part = field(head, "Ngày")
    part.setFocus()
    type_text(part, "05")
    assert part.toPlainText() == "05"
    field(head, "Tháng").setFocus()
    assert part.toPlainText() == "5"


def test_a_day_that_is_none_stays_typed_and_is_explained(session, head):
    part = field(head, "Ngày")
    part.setFocus()
    type_text(part, "mai")
    type_text(field(head, "Ký hiệu văn bản"), "x")
    assert part.toPlainText() == "mai"
    assert session.report.date.day is None
    field(head, "Tháng").setFocus()
    assert any(label.startswith("Ngày là số từ 1 đến 31") for label in labels(head))
    part.setFocus()
    part.selectAll()
    type_text(part, "7")
    field(head, "Tháng").setFocus()
    assert not any(label.startswith("Ngày là số từ 1 đến 31") for label in labels(head))
    assert session.report.date.day == 7


def test_lines_pasted_into_one_line_become_one(session, head, qapp):
    part = field(head, "Địa danh")
    part.selectAll()
    qapp.clipboard().setText("Ba\nTơ")
    part.paste()
    assert session.report.place == "Ba Tơ"


def test_pasting_keeps_no_bold_where_there_is_none(session, head):
    from PySide6.QtCore import QMimeData

    source = QMimeData()
    source.setHtml("<p><b>Đảng</b> ủy;</p><p>Lưu</p>")
    lines = field(head, "Kính gửi")
    lines.insertFromMimeData(source)
    assert session.report.addressees == ("Đảng ủy;", "Lưu")


def test_bases_are_offered_and_then_written(session, head):
    assert "Căn cứ" not in labels(head)
    button(head, "Thêm căn cứ").click()
    type_unikey(head.pen.field, "Luật Tổ chức chính quyền địa phương;")
    assert session.report.legal_bases == (paragraph("Căn cứ Luật Tổ chức chính quyền địa phương;"),)
    assert "Căn cứ" in labels(head)


def test_a_base_deleted_and_typed_again_keeps_its_field(session, head):
    button(head, "Thêm căn cứ").click()
    part = head.pen.field
    part.selectAll()
    press(part, Qt.Key.Key_Delete)
    assert session.report.legal_bases == ()
    assert part.isVisible()
    type_unikey(part, "Căn cứ Luật")
    assert session.report.legal_bases == (paragraph("Căn cứ Luật"),)


def test_a_table_pasted_among_the_bases_becomes_text(session, head, qapp):
    session.change(ReplaceBlocks(BASES, 0, 0, (paragraph("Căn cứ"),)))
    head.show_place(Place(BASES, 0, 6))
    qapp.clipboard().setText("a\tb\nc\td\n")
    head.pen.field.paste()
    assert [text.plain for text in session.report.legal_bases] == ["Căn cứa\tb", "c\td"]


def test_the_requesting_document_is_one_record(session, head):
    button(head, "Thêm văn bản yêu cầu báo cáo").click()
    type_unikey(field(head, "Cơ quan ra văn bản yêu cầu"), "Ủy ban nhân dân tỉnh")
    type_text(field(head, "Ngày ban hành văn bản yêu cầu"), "5/3/2024")
    type_text(field(head, "Hạn gửi báo cáo"), "15/03/2024")
    asked = session.report.request
    assert asked == Request("Công văn", "", date(2024, 3, 5), "Ủy ban nhân dân tỉnh", "", date(2024, 3, 15))
    button(head, "Bỏ văn bản yêu cầu").click()
    assert session.report.request is None
    session.undo()
    assert session.report.request == asked


def test_a_request_taken_out_elsewhere_takes_nothing_back_in(session, head):
    session.change(SetField("request", Request("Công văn")))
    session.change(SetField("request", None))
    assert field(head, "Người soạn").isVisible()
    assert head.page.show_place(Place("office"))
    assert not head.page.show_place(Place("s1"))


def test_recipients_are_lines(session, end):
    lines = field(end, "Nơi nhận")
    type_unikey(lines, "Đảng ủy;")
    press(lines, Qt.Key.Key_Return, text="\r")
    assert session.report.recipients == ("Đảng ủy;", "Lưu: VT.")


def test_the_lines_of_the_signature_follow_from_the_role(session, end):
    assert any(label.startswith("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH") for label in labels(end))
    choose_role(end, Role.HEAD)
    assert session.report.signature.role is Role.HEAD
    assert any(label.startswith("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH") for label in labels(end))


def choose_role(editor, role):
    combo = editor.page.findChild(QComboBox)
    combo.setCurrentIndex(combo.findData(role))
    combo.activated.emit(combo.currentIndex())


def test_other_lines_begin_from_the_derived_ones_and_are_kept_as_typed(session, end):
    choose_role(end, Role.TYPED)
    assert session.report.signature.lines == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    lines = field(end, "Quyền hạn, chức vụ của người ký")
    lines.selectAll()
    type_unikey(lines, "Người báo cáo")
    assert session.report.signature.lines == ("Người báo cáo",)
    choose_role(end, Role.HEAD)
    choose_role(end, Role.TYPED)
    assert session.report.signature.lines == ("Người báo cáo",)


def test_a_title_is_asked_for_only_where_the_role_leaves_it_open(session, end):
    names = [stop.accessibleName() for stop in end.page.stops()]
    assert "Chức vụ người ký" not in names
    choose_role(end, Role.BY_ORDER)
    type_unikey(field(end, "Chức vụ người ký"), "Chánh Văn phòng")
    assert session.report.signature.title == "Chánh Văn phòng"
    assert any("TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG" in label for label in labels(end))


def test_another_office_offers_other_roles(session, end):
    from bcdesk.report.office import Issuer

    office = replace(session.report.office, issuer=Issuer.CULTURE)
    session.change(SetField("office", office))
    session.change(SetField("signature", Signature(Role.UNIT_HEAD, "A")))
    assert end.page.findChild(QComboBox).currentText() == "Trưởng phòng"


def test_the_closing_takes_tables(session, editor):
    editor.show_place(Place("closing", 0, 0))
    editor.insert_table()
    assert type(session.report.closing[0]).__name__ == "Table"
