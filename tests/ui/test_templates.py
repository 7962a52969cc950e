from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bcdesk.intake.text import read_text
from bcdesk.report.report import Place, walk
from bcdesk.session.templates import Templates
from bcdesk.ui.dialogs.new_report import NewReportDialog
from bcdesk.ui.dialogs.reoutline import ReoutlineDialog
from bcdesk.ui.dialogs.template import TAKEN, PastedTemplateDialog, TemplateDialog
from bcdesk.ui.dialogs.templates import TemplatesDialog
from bcdesk.ui.templates import CHANGED, NONE
from tests.ui.desk import OpenDesk
from tests.ui.typing import compose

TEXT = (
    "BÁO CÁO\nCông tác dân vận quý I năm 2026\n\n"
    "I. KẾT QUẢ\n1. Chỉ đạo, điều hành\nĐã ban hành 2 kế hoạch.\n"
    "2. Chuyển đổi số\nĐã họp thôn.\nII. KIẾN NGHỊ\nKhông.\n"
)


@pytest.fixture
def open_desk(qtbot, tmp_path: Path):
    opened = OpenDesk(tmp_path, qtbot)
    yield opened
    opened.close()


def put(opened: OpenDesk) -> None:
    opened.window.open_report(opened.store.create(read_text(TEXT).report))


def saved(opened: OpenDesk, name: str) -> None:
    """Save the report on the desk as a template of that name."""
    opened.do("template")
    dialog = opened.dialog(TemplateDialog)
    dialog.form.show_values({"name": name})
    dialog.form.changed.emit("name")
    dialog.act.click()


def names(opened: OpenDesk) -> list[str]:
    return [kind.name for kind in Templates(opened.store).own]


def shape(opened: OpenDesk) -> list[str]:
    sections = (section for _, section in walk(opened.report.sections))
    return [f"{each.heading}: {' '.join(block.plain for block in each.blocks)}".rstrip(": ") for each in sections]


def test_a_report_saved_as_template_is_offered_first_and_begins_another(open_desk):
    put(open_desk)
    saved(open_desk, "Dân vận")
    assert "Đã lưu mẫu “Dân vận”" in open_desk.window.bars.result.words
    open_desk.do("new")
    dialog = open_desk.dialog(NewReportDialog)
    assert [dialog.kinds.item(row).text() for row in (0, 1)] == ["Mẫu của cơ quan", "Dân vận"]
    dialog.act.click()
    assert shape(open_desk) == ["I. KẾT QUẢ", "1. Chỉ đạo, điều hành", "2. Chuyển đổi số", "II. KIẾN NGHỊ"]
    assert open_desk.report.kind == "mau-dan-van"


def test_the_text_of_a_ticked_section_is_kept(open_desk):
    put(open_desk)
    open_desk.do("template")
    dialog = open_desk.dialog(TemplateDialog)
    tree = dialog.outline.tree
    tree.topLevelItem(1).setCheckState(0, Qt.CheckState.Checked)
    dialog.act.click()
    (kind,) = Templates(open_desk.store).own
    assert [[block.plain for block in each.blocks] for _, each in walk(kind.outline)] == [[], [], [], ["Không."]]


def test_saved_again_into_a_template_it_takes_its_place_and_that_can_be_taken_back(open_desk):
    put(open_desk)
    saved(open_desk, "Dân vận")
    open_desk.do("template")
    dialog = open_desk.dialog(TemplateDialog)
    into = dialog.form.field("into")
    into.setCurrentIndex(1)
    into.activated.emit(1)
    dialog.form.show_values({"name": "Dân vận khéo"})
    dialog.act.click()
    assert names(open_desk) == ["Dân vận khéo"]
    open_desk.window.bars.result.press("Hoàn tác")
    assert names(open_desk) == ["Dân vận"]


def test_two_templates_do_not_have_one_name(open_desk):
    put(open_desk)
    saved(open_desk, "Dân vận")
    open_desk.do("template")
    dialog = open_desk.dialog(TemplateDialog)
    dialog.form.show_values({"name": "dân vận"})
    dialog.form.changed.emit("name")
    assert dialog.trouble.text() == TAKEN
    assert not dialog.act.isEnabled()
    dialog.leave.click()


def test_a_removed_template_is_given_back_by_the_line(open_desk):
    put(open_desk)
    saved(open_desk, "Dân vận")
    open_desk.do("templates")
    dialog = open_desk.dialog(TemplatesDialog)
    QTest.keyClick(dialog.listed, Qt.Key.Key_Delete)
    assert names(open_desk) == []
    open_desk.window.bars.result.press("Hoàn tác")
    assert names(open_desk) == ["Dân vận"]


def test_a_template_is_renamed(open_desk):
    put(open_desk)
    saved(open_desk, "Dân vận")
    open_desk.do("templates")
    open_desk.dialog(TemplatesDialog).act.click()
    dialog = open_desk.dialog(TemplateDialog)
    dialog.form.show_values({"name": "Công tác dân vận"})
    dialog.form.changed.emit("name")
    dialog.act.click()
    assert names(open_desk) == ["Công tác dân vận"]


def test_without_templates_the_window_says_so(open_desk):
    open_desk.do("templates")
    assert open_desk.window.bars.result.words == NONE
    assert open_desk.window.findChildren(TemplatesDialog) == []


def test_a_pasted_outline_becomes_a_template(open_desk):
    open_desk.do("template-outline")
    dialog = open_desk.dialog(PastedTemplateDialog)
    assert not dialog.act.isEnabled()
    dialog.pasted.setFocus()
    open_desk.paste("ĐỀ CƯƠNG BÁO CÁO\nTÔN GIÁO\n\nI. KẾT QUẢ\n1. Chỉ đạo,\nđiều hành\nII. KIẾN NGHỊ")
    dialog.read_pasted()
    dialog.act.click()
    (kind,) = Templates(open_desk.store).own
    assert kind.name == "Tôn giáo"
    assert [each.heading for _, each in walk(kind.outline)] == ["I. KẾT QUẢ", "1. Chỉ đạo, điều hành", "II. KIẾN NGHỊ"]


def test_a_report_goes_into_another_outline_in_one_step(open_desk):
    put(open_desk)
    before = open_desk.report
    open_desk.do("reoutline")
    dialog = open_desk.dialog(ReoutlineDialog)
    dialog.pasted.setFocus()
    open_desk.paste("A. KIẾN NGHỊ\nB. KẾT QUẢ\n1. Công tác chỉ đạo, điều hành")
    dialog.read_pasted()
    dialog.act.click()
    assert shape(open_desk) == [
        "A. KIẾN NGHỊ: Không.", "B. KẾT QUẢ", "1. Công tác chỉ đạo, điều hành: Đã ban hành 2 kế hoạch.",
        "Nội dung chưa xếp mục", "2. Chuyển đổi số: Đã họp thôn.",
    ]  # fmt: skip
    open_desk.do("undo")
    assert open_desk.report == before


def test_where_nothing_is_left_apart_only_the_change_is_told(open_desk):
    put(open_desk)
    open_desk.do("reoutline")
    dialog = open_desk.dialog(ReoutlineDialog)
    dialog.pasted.setPlainText("A. KIẾN NGHỊ\nB. KẾT QUẢ\n1. Chỉ đạo, điều hành\n2. Chuyển đổi số")
    dialog.read_pasted()
    dialog.act.click()
    assert open_desk.window.bars.result.words == CHANGED


def test_the_syllable_being_composed_goes_along(open_desk):
    put(open_desk)
    open_desk.stand(Place("s4", 0))
    compose(open_desk.focus(), "việt")
    open_desk.do("reoutline")
    dialog = open_desk.dialog(ReoutlineDialog)
    dialog.pasted.setPlainText("A. KIẾN NGHỊ")
    dialog.read_pasted()
    dialog.act.click()
    assert "việt" in shape(open_desk)[0]


def test_the_list_calls_reports_by_the_new_name_of_their_template(open_desk):
    put(open_desk)
    saved(open_desk, "Dân vận")
    open_desk.do("new")
    open_desk.dialog(NewReportDialog).act.click()
    open_desk.do("home")
    open_desk.do("templates")
    open_desk.dialog(TemplatesDialog).act.click()
    dialog = open_desk.dialog(TemplateDialog)
    dialog.form.show_values({"name": "Dân vận khéo"})
    dialog.act.click()
    assert open_desk.window.home._kind_names["mau-dan-van"] == "Dân vận khéo"


def test_a_template_and_another_outline_with_keys_alone(open_desk):
    put(open_desk)
    open_desk.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    open_desk.dialog(TemplateDialog)
    open_desk.type("Dân vận")
    open_desk.key(Qt.Key.Key_Return)
    open_desk.activate(open_desk.window)
    assert names(open_desk) == ["Dân vận"]
    open_desk.key(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = open_desk.dialog(ReoutlineDialog)
    open_desk.paste("A. KIẾN NGHỊ\nB. KẾT QUẢ\n1. Chỉ đạo, điều hành")
    dialog.read_pasted()
    open_desk.key(Qt.Key.Key_Tab)
    open_desk.key(Qt.Key.Key_Tab)
    assert open_desk.focus() is dialog.target
    open_desk.key(Qt.Key.Key_Home)
    open_desk.key(Qt.Key.Key_Return)
    assert shape(open_desk)[-1] != "2. Chuyển đổi số: Đã họp thôn."
