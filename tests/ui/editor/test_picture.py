"""Pictures: taken from files and the clipboard, shown, resized, turned and removed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QPushButton, QToolButton

from bcdesk.errors import FileUnreadable, PictureTooBig, PictureUnreadable
from bcdesk.report.edits import ReplaceBlocks
from bcdesk.report.parts import blocks_of
from bcdesk.report.pictures import cleaned, pixel_size
from bcdesk.report.report import Paragraph, Picture, Place
from bcdesk.ui.editor import picture, taken
from bcdesk.ui.editor.picture import PictureBox
from bcdesk.ui.editor.taken import read_picture
from tests.painting.test_pictures import halves, photo
from tests.report.test_pictures import SECRET, png
from tests.ui.typing import type_text


def kinds(session, part):
    return [
        block.plain if isinstance(block, Paragraph) else type(block).__name__
        for block in blocks_of(session.report, part)
    ]


def add_appendix(editor):
    editor.show_place(Place("appendices"))
    next(one for one in editor.page.findChildren(QPushButton) if one.text() == "Thêm phụ lục").click()


@pytest.fixture
def image(tmp_path):
    made = QImage(200, 100, QImage.Format.Format_RGB32)
    made.fill(0xFF3366)
    made.save(str(tmp_path / "ảnh.png"))
    return tmp_path / "ảnh.png"


def test_a_picture_is_shown_resized_and_removed(session, editor, image, monkeypatch):
    add_appendix(editor)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(image), ""))
    next(one for one in editor.page.findChildren(QPushButton) if one.text() == "Chèn ảnh…").click()
    (shown,) = session.report.appendices[0].blocks
    assert (shown.media_type, shown.description) == ("image/png", "ảnh")
    box = editor.page.findChild(PictureBox)
    assert box.accessibleName() == "Ảnh: ảnh"
    assert not box.grab().isNull()
    height = box.height()
    buttons = {one.text(): one for one in box.findChildren(QToolButton)}
    buttons["Thu nhỏ"].click()
    assert session.report.appendices[0].blocks[0].width == shown.width - 10
    assert box.height() < height
    buttons["Phóng to"].click()
    assert session.report.appendices[0].blocks[0].width == shown.width
    buttons["Xóa ảnh"].click()
    assert session.report.appendices[0].blocks == ()


def test_giving_up_the_choice_of_a_picture_changes_nothing(session, editor, monkeypatch):
    add_appendix(editor)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    next(one for one in editor.page.findChildren(QPushButton) if one.text() == "Chèn ảnh…").click()
    assert session.report.appendices[0].blocks == ()


def test_a_file_that_is_no_picture_is_refused_in_words(session, editor, tmp_path, qtbot, monkeypatch):
    (tmp_path / "a.png").write_bytes(b"no picture")
    add_appendix(editor)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "a.png"), ""))
    with qtbot.waitSignal(editor.refused) as said:
        next(one for one in editor.page.findChildren(QPushButton) if one.text() == "Chèn ảnh…").click()
    assert "không phải ảnh" in said.args[0]


def test_pictures_are_read_whole_or_refused(tmp_path, image, monkeypatch):
    assert read_picture(image).data == image.read_bytes()
    with pytest.raises(FileUnreadable):
        read_picture(tmp_path / "none.png")
    cut = tmp_path / "cut.png"
    cut.write_bytes(image.read_bytes()[:40])
    with pytest.raises(PictureUnreadable):
        read_picture(cut)
    monkeypatch.setattr(taken, "MOST_BYTES", 10)
    with pytest.raises(PictureTooBig):
        read_picture(image)


def test_a_picture_that_cannot_be_shown_takes_no_room(session, editor):
    add_appendix(editor)
    part = session.report.appendices[0].id
    session.change(ReplaceBlocks(part, 0, 0, (Picture(b"damaged", "image/png", 100.0),)))
    assert editor.page.findChild(PictureBox).height() == picture.BAR


def test_a_photo_of_a_file_hides_nothing_and_stands_upright(tmp_path):
    (tmp_path / "a.jpg").write_bytes(photo(6))
    found = read_picture(tmp_path / "a.jpg")
    assert SECRET not in found.data
    assert pixel_size(found.data) == (32, 64)


def test_a_file_that_claims_huge_pixels_is_refused_before_it_is_decoded(tmp_path):
    (tmp_path / "a.png").write_bytes(png(size=(60_000, 60_000)))
    with pytest.raises(PictureTooBig, match="60 triệu điểm ảnh"):
        read_picture(tmp_path / "a.png")


def test_a_picture_is_turned_in_one_step_to_undo(session, editor, image):
    add_appendix(editor)
    part = session.report.appendices[0].id
    session.change(ReplaceBlocks(part, 0, 0, (read_picture(image),)))
    next(one for one in editor.page.findChildren(QToolButton) if one.text() == "Xoay").click()
    assert pixel_size(session.report.appendices[0].blocks[0].data) == (100, 200)
    assert session.undo_words == "Xoay ảnh"
    session.undo()
    assert pixel_size(session.report.appendices[0].blocks[0].data) == (200, 100)


def test_a_picture_that_cannot_be_decoded_is_not_turned(session, editor, qtbot):
    add_appendix(editor)
    part = session.report.appendices[0].id
    session.change(ReplaceBlocks(part, 0, 0, (Picture(b"damaged", "image/png", 100.0),)))
    with qtbot.waitSignal(editor.refused) as said:
        next(one for one in editor.page.findChildren(QToolButton) if one.text() == "Xoay").click()
    assert "hỏng" in said.args[0]


def test_a_picture_is_put_in_at_the_caret_from_the_menu_of_a_text(session, field_at, image, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(image), ""))
    menu = field_at(Place("s2", 0, 2)).menu()
    next(action for action in menu.actions() if action.text() == "Chèn ảnh…").trigger()
    assert kinds(session, "s2") == ["Tố", "Picture", "t."]


def copied(image=None, text="", html="") -> QMimeData:
    made = QMimeData()
    if image is not None:
        made.setImageData(image)
    if text:
        made.setText(text)
    if html:
        made.setHtml(html)
    return made


def test_a_copied_picture_is_pasted_at_the_caret_and_one_goes_on_behind_it(session, editor, field_at):
    field = field_at(Place("s2", 0, 4))
    assert field.canInsertFromMimeData(copied(halves()))
    field.insertFromMimeData(copied(halves(), html="<img src='https://example.invalid/a.png'>"))
    assert kinds(session, "s2") == ["Tốt.", "Picture"]
    found = blocks_of(session.report, "s2")[1]
    assert (QImage.fromData(found.data), found.data) == (halves(), cleaned(found.data))
    type_text(editor.pen.field, "Ảnh 1")
    assert kinds(session, "s2") == ["Tốt.", "Picture", "Ảnh 1"]


def test_words_are_pasted_before_a_picture_of_them(session, field_at):
    field_at(Place("s2", 0, 4)).insertFromMimeData(copied(halves(), text=" Vâng"))
    assert kinds(session, "s2") == ["Tốt. Vâng"]


@pytest.mark.parametrize("place", [Place("subject"), Place("s12", 1)])
def test_where_no_picture_may_be_none_is_pasted(session, field_at, place):
    field, before = field_at(place), session.report
    assert not field.canInsertFromMimeData(copied(halves()))
    field.insertFromMimeData(copied(halves()))
    assert session.report == before


def test_copied_files_are_not_pasted(field_at):
    made = copied(halves())
    made.setUrls([QUrl.fromLocalFile("/a.png")])
    assert not field_at(Place("s2", 0)).canInsertFromMimeData(made)
