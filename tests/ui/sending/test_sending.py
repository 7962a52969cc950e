"""A report is made ready to be sent in the real window: files, fields, mail, draft, in that order."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bcdesk.parcel.bundle import signed_copy_in, unpack
from bcdesk.press.sending import LARGEST_MAIL, Piece
from bcdesk.report.prepared import prepared_file
from bcdesk.report.report import State
from bcdesk.report.states import SIGN, SUBMIT, issued
from bcdesk.ui.clock import local_now
from bcdesk.ui.sending.dialog import DRAFT, FIELDS, FOLDER, MAIL, ONLY_SOFT, PREPARED, WRITE, SendDialog
from bcdesk.ui.sending.pages import NO_SIGNED_COPY, NOT_SIGNED_YET, WRONG_ADDRESS
from tests.ui.desk import OpenDesk
from tests.ui.test_window import REPORT
from tests.ui.typing import CTRL, SHIFT

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SCAN = b"%PDF-1.4\nscan\n%%EOF\n"


class Office(OpenDesk):
    """A window with one report on its way out."""

    def issue(self) -> None:
        for edit in (SUBMIT, SIGN, issued("12", local_now().date())):
            self.desk.editor.pen.act(edit)

    def attach(self) -> None:
        path = self.papers.parent / "Scan 001.pdf"
        path.write_bytes(SCAN)
        self.window._features.stepping.attaching.attach(self.desk, path)
        self.qtbot.waitUntil(lambda: self.report.signed_copy is not None)

    def send(self) -> SendDialog:
        self.activate(self.window)
        self.key(Qt.Key.Key_G, CTRL | SHIFT)
        return self.dialog(SendDialog)

    def press(self, dialog: SendDialog) -> None:
        """Press the button of the step and wait until what it does is done."""
        dialog.act.click()
        self.qtbot.waitUntil(dialog.act.isEnabled)

    def made(self) -> list[str]:
        return sorted(path.name for path in self.papers.rglob("*") if path.is_file())


@pytest.fixture
def office(tmp_path, qtbot):
    desk = Office(tmp_path, qtbot)
    desk.window.open_report(desk.store.create(REPORT))
    yield desk
    desk.close()


@pytest.fixture
def issued_office(office):
    office.issue()
    office.attach()
    return office


def test_the_steps_come_in_their_order_by_enter_alone(issued_office):
    dialog = issued_office.send()
    for step in (FOLDER, FIELDS, MAIL, DRAFT):
        assert dialog.steps.currentRow() == step
        if step == FOLDER:
            issued_office.press(dialog)
        if step != DRAFT:
            issued_office.press(dialog)
    issued_office.press(dialog)
    assert [name.rpartition(".")[2] for name in issued_office.made()] == ["docx", "eml", "pdf"]
    dialog.reject()


def test_the_signed_copy_goes_out_byte_for_byte_under_the_name_of_the_report(issued_office):
    dialog = issued_office.send()
    issued_office.press(dialog)
    (pdf,) = issued_office.papers.rglob("*.pdf")
    assert pdf.name.startswith("12-BC-UBND")
    assert pdf.read_bytes() == SCAN
    assert pdf.parents[2].name == "Báo cáo"
    dialog.reject()


def test_a_word_copy_changed_by_hand_is_kept_and_the_name_of_the_new_one_told(issued_office):
    dialog = issued_office.send()
    issued_office.press(dialog)
    dialog.reject()
    (word,) = issued_office.papers.rglob("*.docx")
    word.write_bytes(b"PK changed in Word")
    dialog = issued_office.send()
    issued_office.press(dialog)
    assert word.read_bytes() == b"PK changed in Word"
    assert f"bản mới là {word.stem} (2).docx." in dialog.told.text()
    assert sorted(path.suffix for path in word.parent.iterdir()) == [".docx", ".docx", ".pdf"]
    dialog.reject()


def test_what_was_prepared_is_kept_with_the_report_and_shown(issued_office):
    dialog = issued_office.send()
    assert dialog.steps.item(PREPARED).isHidden()
    issued_office.press(dialog)
    (kept,) = issued_office.store.preparations(issued_office.desk.report_id)
    assert set(kept.files) == {prepared_file(p.name, p.read_bytes()) for p in issued_office.papers.rglob("*.*")}
    assert not dialog.steps.item(PREPARED).isHidden()
    first = dialog.prepared.topLevelItem(0)
    assert {first.child(at).text(0) for at in range(first.childCount())} == set(issued_office.made())
    dialog.reject()


def test_without_a_signed_copy_only_the_soft_copy_is_offered_and_said(office):
    office.issue()
    dialog = office.send()
    assert (dialog.files.lacking.text(), dialog.act.text()) == (NO_SIGNED_COPY, ONLY_SOFT)
    office.press(dialog)
    assert [name.rpartition(".")[2] for name in office.made()] == ["docx"]
    dialog.reject()


def test_a_signed_copy_attached_meanwhile_goes_along(office):
    office.issue()
    dialog = office.send()
    office.attach()
    assert [item.piece for item in dialog.files.chosen] == [Piece.SIGNED, Piece.WORD]
    assert (dialog.act.text(), dialog.files.lacking.isVisible()) == (WRITE, False)
    dialog.reject()


def test_of_a_draft_it_is_said_that_nobody_has_signed_it(office):
    dialog = office.send()
    assert dialog.files.lacking.text() == NOT_SIGNED_YET
    assert not dialog.files.attach.isVisible()
    assert not dialog.sent.isVisible()
    dialog.reject()


def test_the_data_file_carries_the_signed_copy_to_another_machine(issued_office):
    dialog = issued_office.send()
    dialog.files.boxes[Piece.BUNDLE].click()
    dialog.files.boxes[Piece.UNSIGNED].click()
    issued_office.press(dialog)
    (bundle,) = issued_office.papers.rglob("*.bcdesk")
    data = bundle.read_bytes()
    assert unpack(data) == issued_office.report
    assert signed_copy_in(data, issued_office.report.signed_copy) == SCAN
    (unsigned,) = issued_office.papers.rglob("*-ban-chua-ky.pdf")
    assert unsigned.read_bytes().startswith(b"%PDF")
    dialog.reject()


def test_the_fields_are_copied_one_by_one(issued_office):
    dialog = issued_office.send()
    dialog.steps.setCurrentRow(FIELDS)
    dialog.fields.buttons["Ký hiệu"].click()
    assert QApplication.clipboard().text() == "BC-UBND"
    assert dialog.told.text() == "Đã chép: ký hiệu."
    dialog.reject()


def test_the_mail_as_the_clerk_changed_it_is_copied_and_drafted(issued_office):
    dialog = issued_office.send()
    dialog.steps.setCurrentRow(MAIL)
    dialog.mail.text.setPlainText("Kính gửi quý cơ quan.")
    dialog.mail.copy_text.click()
    assert QApplication.clipboard().text() == "Kính gửi quý cơ quan."
    dialog.files.boxes[Piece.UNSIGNED].click()  # offers another text, which does not replace the clerk's
    dialog.steps.setCurrentRow(DRAFT)
    dialog.draft.to.setText("vanphong@example.vn; noivu@example.vn")
    issued_office.press(dialog)
    (eml,) = issued_office.papers.rglob("*.eml")
    message = message_from_bytes(eml.read_bytes(), policy=default)
    assert message["To"] == "vanphong@example.vn, noivu@example.vn"
    assert message.get_body(("plain",)).get_content().strip() == "Kính gửi quý cơ quan."
    names = [part.get_filename() for part in message.iter_attachments()]
    assert [name.rpartition(".")[2] for name in names] == ["pdf", "docx", "pdf"]
    dialog.reject()


def test_an_address_that_is_none_is_told_and_not_drafted(issued_office):
    dialog = issued_office.send()
    dialog.steps.setCurrentRow(DRAFT)
    dialog.draft.to.setText("văn phòng")
    assert (dialog.act.isEnabled(), dialog.draft.remark.text()) == (False, WRONG_ADDRESS)
    dialog.reject()


def test_a_mail_too_heavy_for_most_boxes_is_told(issued_office):
    dialog = issued_office.send()
    dialog.draft.show_attached((), LARGEST_MAIL + 1)
    assert "Các tệp nặng 20,0 MB" in dialog.draft.remark.text()
    assert dialog.draft.addresses == ""
    dialog.reject()


def test_a_trouble_of_the_disk_is_told_in_the_dialog_and_may_be_tried_elsewhere(issued_office, tmp_path):
    (issued_office.papers / "Báo cáo").write_bytes(b"")
    dialog = issued_office.send()
    issued_office.press(dialog)
    assert dialog.told.objectName() == "wrong"
    assert dialog.told.text()
    issued_office.answers.file = tmp_path / "stick"
    issued_office.answers.file.mkdir()
    dialog.files.other.click()
    issued_office.press(dialog)
    assert len(list((tmp_path / "stick").iterdir())) == 2
    dialog.reject()


def test_that_it_was_sent_only_the_clerk_says(issued_office):
    dialog = issued_office.send()
    issued_office.press(dialog)
    assert issued_office.report.state is State.ISSUED
    dialog.sent.click()
    assert issued_office.report.state is State.SENT


def test_a_dialog_that_was_left_hears_no_more_of_its_report(issued_office):
    dialog = issued_office.send()
    dialog.reject()
    issued_office.window._features.stepping.attaching.take_off(issued_office.desk)
    assert [item.piece for item in dialog.files.chosen] == [Piece.SIGNED, Piece.WORD]
