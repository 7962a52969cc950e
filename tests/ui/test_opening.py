from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from bcdesk.places import resources
from bcdesk.report.edits import SetField
from bcdesk.report.office import Issuer
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import Role
from bcdesk.report.units import Unit, sample_office
from bcdesk.ui.clock import local_now
from bcdesk.ui.dialogs.drafter import DrafterDialog
from bcdesk.ui.dialogs.import_report import ImportDialog
from bcdesk.ui.dialogs.new_report import NewReportDialog
from bcdesk.ui.dialogs.office import FirstStartDialog, OfficeDialog
from bcdesk.ui.dialogs.offices import OfficesDialog
from bcdesk.ui.dialogs.prescribed import PrescribedDialog
from bcdesk.ui.opening import SHOWN_AT_ONCE
from tests.session.reports import report
from tests.ui.desk import OpenDesk
from tests.ui.typing import type_text, type_unikey

SAMPLE = resources() / "samples" / "bao-cao-tuyen-truyen-cchc-quy-1-2024.txt"
BA_TO = Unit("xã", "Ba Tơ")


@pytest.fixture
def first(tmp_path, qtbot):
    made = OpenDesk(tmp_path, qtbot, welcomed=False)
    yield made
    made.close()


@pytest.fixture
def window(tmp_path, qtbot):
    made = OpenDesk(tmp_path, qtbot)
    yield made
    made.close()


@pytest.fixture
def settled(window):
    """A window whose office and drafter are known."""
    window.settings.keep_offices((sample_office(),))
    window.settings.keep_drafter("Nguyễn Thị Hoa")
    window.do("home")
    return window


def answer(dialog: FirstStartDialog) -> None:
    dialog.form.show_values({"province": "Tỉnh Quảng Ngãi"})
    dialog.form.changed.emit("province")
    dialog.form.show_values({"commune": BA_TO, "signer": "Phạm Văn Mạnh", "signer_role": "deputy"})
    dialog.form.show_values({"drafter": "Nguyễn Thị Hoa"})


def glimpse_text(dialog: OfficeDialog) -> str:
    return " ".join(line.text for page in dialog.glimpse._pages for line in page.lines)


def test_the_first_start_asks_and_remembers(first):
    dialog = first.dialog(FirstStartDialog)
    answer(dialog)
    dialog.accept()
    office = first.settings.office(local_now().date())
    assert (office.name, office.province, office.signer_role) == ("Ba Tơ", "Tỉnh Quảng Ngãi", "deputy")
    assert first.settings.drafter == "Nguyễn Thị Hoa"


def test_the_questions_of_the_first_start_can_be_left_for_later(first):
    first.dialog(FirstStartDialog).reject()
    assert (first.settings.welcomed, first.settings.offices) == (True, ())


def test_the_first_start_can_be_tried_with_our_office(first):
    dialog = first.dialog(FirstStartDialog)
    next(button for button in dialog.findChildren(type(dialog.act)) if "mẫu" in button.text()).click()
    assert first.settings.offices[0].name == sample_office().name


def test_a_profile_without_a_commune_cannot_be_kept(first):
    dialog = first.dialog(FirstStartDialog)
    assert not dialog.act.isEnabled()
    answer(dialog)
    dialog.form.changed.emit("commune")
    assert dialog.act.isEnabled()


def test_the_paper_beside_the_questions_follows_the_answers(first):
    dialog = first.dialog(FirstStartDialog)
    answer(dialog)
    dialog.form.show_values({"issuer": Issuer.CULTURE})
    dialog.form.changed.emit("issuer")
    text = glimpse_text(dialog)
    assert "PHÒNG VĂN HÓA - XÃ HỘI" in text
    assert "UBND XÃ BA TƠ" in text
    assert "/BC-VHXH" in text


def test_what_is_derived_can_be_changed(first):
    dialog = first.dialog(FirstStartDialog)
    answer(dialog)
    dialog.change_prescribed()
    prescribed = first.dialog(PrescribedDialog)
    prescribed.names.show_values({"place": "Ba Tơ (mới)"})
    prescribed.format.show_values({"body_size": 13.0})
    prescribed.format.changed.emit("body_size")
    prescribed.format.show_values({"pitch": 24})
    prescribed.accept()
    assert (dialog.office.place, dialog.office.layout.body_size) == ("Ba Tơ (mới)", 13)
    assert dialog.office.layout.pitch == 22


def test_before_the_first_report_three_things_can_be_done(window, qtbot):
    assert window.window.home.welcome.isVisible()
    with qtbot.waitSignal(window.window.home.chosen) as told:
        window.key(Qt.Key.Key_Space)
    assert told.args == ["import"]
    window.dialog(ImportDialog).reject()


def test_the_sample_opens_as_a_report(window):
    window.window.home.welcome.chosen.emit("sample")
    assert window.report.signature.name == "Phạm Văn Mạnh"


def test_a_new_report_takes_one_enter(settled):
    settled.do("new")
    dialog = settled.dialog(NewReportDialog)
    kind = dialog.kinds.current().value
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert (settled.report.kind, settled.report.office) == (kind.id, sample_office())
    assert settled.report.drafter == "Nguyễn Thị Hoa"


def test_a_kind_is_found_without_marks(settled):
    settled.do("new")
    dialog = settled.dialog(NewReportDialog)
    type_text(dialog.search, "thien tai")
    dialog.accept()
    assert settled.report.period.type == PeriodType.AD_HOC


def test_the_period_follows_the_kind(settled):
    settled.do("new")
    dialog = settled.dialog(NewReportDialog)
    type_text(dialog.search, "cong tac tuan")
    assert dialog.form.values()["period"].type == PeriodType.WEEK
    dialog.reject()


def test_a_kind_that_does_not_exist_begins_no_report(settled):
    settled.do("new")
    dialog = settled.dialog(NewReportDialog)
    type_text(dialog.search, "xyz")
    assert not dialog.act.isEnabled()
    dialog.reject()


def test_a_file_is_read_and_shown_before_it_is_taken(window):
    window.answers.file = SAMPLE
    window.do("import")
    dialog = window.dialog(ImportDialog)
    dialog.choose_file()
    heads = [dialog.recognised.topLevelItem(row).text(0) for row in range(dialog.recognised.topLevelItemCount())]
    assert heads[0] == "Tên báo cáo: Công tác tuyên truyền cải cách hành chính quý I năm 2024"
    assert "Các mục (3)" in heads
    assert "Nơi nhận (8)" in heads
    assert "quý I năm 2024" in dialog.pasted.toPlainText()
    window.key(Qt.Key.Key_Return)
    assert window.report.period == Period(PeriodType.QUARTER, 2024, 1, *_cut_off(window))


def _cut_off(window):
    period = window.report.period
    return period.start, period.end, period.cut_off_start, period.cut_off_end


def test_a_file_that_is_no_report_says_what_to_do(window, tmp_path):
    wrong = tmp_path / "cu.doc"
    wrong.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))
    window.answers.file = wrong
    window.do("import")
    dialog = window.dialog(ImportDialog)
    dialog.choose_file()
    assert dialog.trouble.isVisible()
    assert not dialog.act.isEnabled()
    dialog.reject()


def test_a_file_that_is_no_report_leaves_what_was_pasted(window, tmp_path):
    wrong = tmp_path / "cu.doc"
    wrong.write_bytes(b"%PDF-1.7")
    window.answers.file = wrong
    window.do("import")
    dialog = window.dialog(ImportDialog)
    dialog.pasted.setPlainText("1. Kết quả")
    dialog.choose_file()
    assert dialog.pasted.toPlainText() == "1. Kết quả"
    dialog.reject()


def test_giving_up_the_choice_of_a_file_changes_nothing(window):
    window.do("import")
    dialog = window.dialog(ImportDialog)
    dialog.choose_file()
    assert dialog.intake is None
    dialog.reject()


def test_an_emptied_box_is_no_report(window, qtbot):
    window.do("import")
    dialog = window.dialog(ImportDialog)
    dialog.pasted.setPlainText("1. Kết quả\nĐã làm.")
    dialog.read_pasted()
    dialog.pasted.clear()
    dialog.read_pasted()
    assert not dialog.act.isEnabled()
    with pytest.raises(RuntimeError):
        _ = dialog.report
    dialog.reject()


def test_the_profile_gives_an_imported_report_its_office(settled):
    settled.answers.file = SAMPLE
    settled.do("import")
    dialog = settled.dialog(ImportDialog)
    dialog.choose_file()
    dialog.accept()
    assert settled.report.office.name == "Ba Tơ"


def test_a_removed_report_comes_back_with_one_press(settled, qtbot):
    settled.window.home.chosen.emit("sample")
    settled.do("home")
    settled.activate(settled.window)
    settled.key(Qt.Key.Key_Delete)
    assert settled.store.listed() == ()
    settled.window.bars.result.press("Hoàn tác")
    assert len(settled.store.listed()) == 1
    assert settled.window.home.table.isVisible()


def test_one_sees_only_ones_own_reports_when_asked(settled):
    settled.window.home.chosen.emit("sample")
    settled.settings.keep_drafter("Phạm Văn Đông")
    settled.do("home")
    home = settled.window.home
    home.whose.setCurrentIndex(1)
    home.whose.activated.emit(1)
    assert home.model.rowCount() == 0
    home.drafter_chosen.emit("Nguyễn Thị Hoa")
    assert home.model.rowCount() == 1


def test_the_list_can_be_searched(settled):
    settled.window.home.chosen.emit("sample")
    settled.do("home")
    settled.window.home.search.setText("khong co")
    assert settled.window.home.model.rowCount() == 0


def test_another_drafter_can_sit_down(settled):
    settled.window.home.drafter_added.emit()
    dialog = settled.dialog(DrafterDialog)
    assert not dialog.act.isEnabled()
    type_text(dialog.form.field("name"), "Phạm Văn Đông")
    dialog.accept()
    assert settled.settings.drafter == "Phạm Văn Đông"
    menu = settled.window.home.corner.drafter.menu()
    names = [action.text() for action in menu.actions() if isinstance(action, QAction) and action.isCheckable()]
    assert names == ["Nguyễn Thị Hoa", "Phạm Văn Đông"]


def test_without_a_profile_the_office_button_asks_the_five_questions(window):
    window.window.home.office_asked.emit()
    window.dialog(FirstStartDialog).reject()


def test_profiles_can_be_added_changed_and_taken_out(settled):
    settled.window.home.office_asked.emit()
    dialog = settled.dialog(OfficesDialog)
    dialog.add()
    added = settled.dialog(OfficeDialog)
    added.form.show_values({"signer": "Trần Văn Bảy", "signer_role": Role.HEAD.value})
    added.accept()
    assert [office.signer for office in dialog.offices][1] == "Trần Văn Bảy"
    assert dialog.offices[1].valid_from == local_now().date()
    dialog.listed.setCurrentRow(0)
    dialog.edit()
    changed = settled.dialog(OfficeDialog)
    changed.form.show_values({"signer": "Lê Thị Tám"})
    changed.accept()
    dialog.remove()
    dialog.accept()
    assert [office.signer for office in settled.settings.offices] == ["Trần Văn Bảy"]


def test_looking_for_a_report_begins_with_the_keys_of_looking_for_words(settled):
    settled.window.home.chosen.emit("sample")
    settled.do("home")
    settled.activate(settled.window)
    settled.do("find")
    type_unikey(settled.focus(), "tuyên truyền")
    assert settled.window.home.search.text() == "tuyên truyền"
    assert settled.window.home.model.rowCount() == 1


def test_whoever_begins_a_report_is_known_from_then_on(window):
    window.do("new")
    dialog = window.dialog(NewReportDialog)
    type_unikey(dialog.form.field("drafter").lineEdit(), "Phạm Văn Đông")
    dialog.accept()
    assert (window.report.drafter, window.settings.drafters) == ("Phạm Văn Đông", ("Phạm Văn Đông",))


def test_unikey_finds_a_commune(first):
    dialog = first.dialog(FirstStartDialog)
    picker = dialog.form.field("province")
    type_unikey(picker, "quảng ngãi")
    QTest.keyClick(picker, Qt.Key.Key_Return)
    assert dialog.form.values()["province"] == "Tỉnh Quảng Ngãi"


def test_enter_takes_the_way_to_begin_that_has_the_keyboard(window):
    window.key(Qt.Key.Key_Return)
    assert window.dialog(ImportDialog)


def test_a_long_list_shows_its_beginning_at_once_and_then_all(window, qtbot):
    for number in range(SHOWN_AT_ONCE + 5):
        window.store.create(report(str(number)))
    window.do("home")
    model = window.window.home.model
    assert model.rowCount() == SHOWN_AT_ONCE
    qtbot.waitUntil(lambda: model.rowCount() == SHOWN_AT_ONCE + 5)
    assert model.report(0).id == window.store.listed(1)[0].id


def test_a_save_that_ends_later_is_shown_in_the_list_and_leaves_the_bar_where_it_was(window, qtbot):
    changed, other = window.store.create(report("Một")), window.store.create(report("Hai"))
    window.window.open_report(changed)
    window.desk.session.change(SetField("subject", ("Đổi tên",)))
    window.do("home")
    table = window.window.home.table
    table.choose(other)
    assert window.saver.flush(20)
    qtbot.waitUntil(lambda: table.reports.report(0).title == "Đổi tên")
    assert (table.reports.report(0).id, table.chosen) == (changed, other)
