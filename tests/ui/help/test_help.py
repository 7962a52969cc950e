"""F1 in the real window: what it opens from where, and the way back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from bcdesk.app.papers import Papers
from bcdesk.report.office import Issuer
from bcdesk.report.report import BASES, CLOSING, OPENING, Appendix, Paragraph, Place, Request, Run, paragraph
from bcdesk.report.units import sample_office
from bcdesk.ui.dialogs.form import NAME, Form
from bcdesk.ui.dialogs.new_report import NewReportDialog
from bcdesk.ui.dialogs.office import FirstStartDialog
from bcdesk.ui.dialogs.prescribed import PrescribedDialog
from bcdesk.ui.help.asked import Asked, asked_at
from bcdesk.ui.help.book import open_book
from bcdesk.ui.help.feature import Helping
from bcdesk.ui.help.places import FIELDS
from bcdesk.ui.help.shortcuts import shortcuts
from bcdesk.ui.help.window import NOTHING, HelpWindow
from bcdesk.ui.style.colours import DARK, LIGHT, palette
from tests.ui.desk import OpenDesk
from tests.ui.editor.conftest import made_report
from tests.ui.typing import ALT, compose


def rich_report():
    return replace(
        made_report(),
        addressees=("Sở Nội vụ",),
        legal_bases=(paragraph("Căn cứ Luật;"),),
        opening=(Paragraph((Run("Thực hiện Công văn số 5"),)),),
        appendices=(Appendix("p1", ("SỐ LIỆU",), (paragraph("Năm."),)),),
        request=Request("Công văn", "12/UBND", None, "Ủy ban nhân dân tỉnh", "Báo cáo", None),
    )


@pytest.fixture
def window(tmp_path, qtbot):
    made = OpenDesk(tmp_path, qtbot)
    made.window.open_report(made.store.create(rich_report()))
    yield made
    made.close()


def helping(window: OpenDesk) -> Helping:
    return window.window.findChild(Helping)


def ask(window: OpenDesk) -> HelpWindow:
    """Press F1 where the keyboard is."""
    window.key(Qt.Key.Key_F1)
    shown = helping(window).shown
    window.qtbot.waitUntil(shown.isActiveWindow)
    return shown


def topic(window: OpenDesk) -> str:
    return ask(window).pages.topic.id


PLACES = {
    Place("subject"): "subject",
    Place("number"): "number",
    Place("symbol"): "number",
    Place("place"): "place-date",
    Place("date"): "place-date",
    Place("draft_mark"): "drafting",
    Place("addressees"): "addressees",
    Place(BASES): "bases",
    Place("request"): "request",
    Place("drafter"): "drafting",
    Place(OPENING): "opening",
    Place("s3"): "content",
    Place(CLOSING): "closing",
    Place("recipients"): "recipients",
    Place("signature"): "signature",
    Place("p1"): "appendix",
}


def test_f1_in_a_field_opens_its_topic(window):
    opened = {}
    for place in PLACES:
        window.stand(place)
        opened[place] = topic(window)
    assert opened == PLACES


def test_f1_in_a_table_opens_that_of_tables(window):
    window.stand(Place("s3"))
    window.do("table")
    assert topic(window) == "table"


def test_f1_in_the_list_opens_that_of_the_list(window):
    window.do("home")
    window.activate(window.window)
    assert topic(window) == "home"


def test_f1_on_a_button_of_the_bar_opens_that_of_what_it_does(window):
    bar = window.window.findChildren(type(window.window.addToolBar("x")))[0]
    bar.widgetForAction(window.window.commands["check"]).setFocus()
    assert topic(window) == "check"


def test_f1_on_a_remark_opens_the_rule_it_rests_on(window):
    window.do("check")
    panel = window.desk.findChild(type_of_panel())
    window.qtbot.waitUntil(lambda: panel.chosen is not None)
    panel.table.setFocus()
    row = next(
        at for at, row in enumerate(panel.model.rows) if row.finding.rule.startswith(("DD-", "NN-", "SO-", "ND-"))
    )
    panel.table.setCurrentIndex(panel.model.index(row, 0))
    finding = panel.chosen.finding
    shown = ask(window)
    assert finding.clause in shown.about.text()
    assert shown.about.isVisible()


def type_of_panel():
    from bcdesk.ui.findings.panel import FindingsPanel

    return FindingsPanel


def test_f1_in_a_dialog_opens_that_of_the_dialog(window):
    window.do("new")
    window.dialog(NewReportDialog)
    assert topic(window) == "start"


def test_f1_works_in_a_dialog_over_a_dialog(tmp_path, qtbot):
    window = OpenDesk(tmp_path, qtbot, welcomed=False)
    first = window.dialog(FirstStartDialog)
    second = PrescribedDialog(rich_report().office, first)
    second.open()
    window.activate(second)
    second.format.field("top").setFocus()
    assert topic(window) == "page"
    second.close()
    first.close()
    window.close()


@pytest.mark.parametrize(("kind", "name"), FIELDS)
def test_f1_in_a_field_of_a_dialog_opens_that_of_the_field(qtbot, kind: str, name: str):
    office = replace(sample_office(), issuer=Issuer.OTHER)
    dialog = FirstStartDialog(Papers()) if kind == "OfficeDialog" else PrescribedDialog(office)
    qtbot.addWidget(dialog)
    fields = [each for form in dialog.findChildren(Form) for each in form.findChildren(QWidget)]
    field = next(each for each in fields if each.property(NAME) == name)
    assert asked_at(field).topic == FIELDS[kind, name]


def test_help_can_be_read_while_a_dialog_waits(window):
    window.do("new")
    window.dialog(NewReportDialog)
    shown = ask(window)
    QTest.keyClick(shown.pages, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert shown.search.hasFocus()


def test_escape_gives_the_keyboard_back_to_the_field(window):
    window.stand(Place("symbol"))
    field = window.focus()
    shown = ask(window)
    QTest.keyClick(shown.pages, Qt.Key.Key_Escape)
    window.qtbot.waitUntil(field.hasFocus)
    assert shown.isHidden()


def test_where_the_dialog_is_gone_the_window_under_it_gets_the_keyboard(window):
    window.do("new")
    dialog = window.dialog(NewReportDialog)
    shown = ask(window)
    dialog.reject()
    QTest.keyClick(shown.pages, Qt.Key.Key_Escape)
    window.qtbot.waitUntil(window.window.isActiveWindow)


def test_the_syllable_being_typed_is_kept_before_help_opens(window):
    window.stand(Place(OPENING))
    field = window.focus()
    compose(field, "được")
    ask(window)
    assert "được" in window.report.opening[0].plain


def test_help_goes_back_and_on_again(window):
    window.stand(Place("number"))
    shown = ask(window)
    shown.pages.follow("states.md")
    QTest.keyClick(shown.pages, Qt.Key.Key_Left, ALT)
    assert shown.pages.topic.id == "number"
    QTest.keyClick(shown.pages, Qt.Key.Key_Right, ALT)
    assert shown.pages.topic.id == "states"


def test_the_window_is_called_as_what_it_shows(window):
    window.stand(Place("number"))
    shown = ask(window)
    assert shown.windowTitle() == "Số, ký hiệu · Hướng dẫn"
    shown.pages.follow("states.md")
    QTest.keyClick(shown.pages, Qt.Key.Key_Left, ALT)
    assert shown.windowTitle() == "Số, ký hiệu · Hướng dẫn"


def test_f1_in_help_shows_the_contents(window):
    window.stand(Place("number"))
    shown = ask(window)
    QTest.keyClick(shown.pages, Qt.Key.Key_F1)
    assert shown.pages.topic.id == "contents"


def test_asked_again_the_open_window_turns_to_the_other_topic(window):
    window.stand(Place("number"))
    first = ask(window)
    window.stand(Place("recipients"))
    assert topic(window) == "recipients"
    assert helping(window).shown is first


@pytest.fixture
def shown(qtbot):
    """The window of help by itself."""
    made = HelpWindow(open_book((shortcuts(),)))
    qtbot.addWidget(made)
    made.show()
    made.show_asked(Asked("number"))
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_what_is_looked_for_is_opened_with_enter(shown):
    QTest.keyClicks(shown.search, "sao luu")
    assert shown.found.isVisible()
    QTest.keyClick(shown.search, Qt.Key.Key_Return)
    assert shown.pages.topic.id == "backup"
    assert shown.pages.isVisible()


def test_the_arrow_leads_from_the_search_to_what_was_found(shown):
    shown.search.setFocus()
    QTest.keyClicks(shown.search, "in")
    QTest.keyClick(shown.search, Qt.Key.Key_Down)
    assert shown.found.hasFocus()


def test_where_nothing_is_found_help_says_so(shown):
    QTest.keyClicks(shown.search, "xyzzy")
    assert shown.found.item(0).text() == NOTHING
    QTest.keyClick(shown.search, Qt.Key.Key_Return)
    assert shown.found.isVisible()


def test_escape_leaves_what_was_found_before_it_leaves_help(shown):
    QTest.keyClicks(shown.search, "in")
    QTest.keyClick(shown.search, Qt.Key.Key_Escape)
    assert shown.pages.isVisible()
    assert isinstance(QApplication.focusWidget(), type(shown.pages))


def test_the_list_of_keys_is_a_page_of_help(window):
    window.do("shortcuts")
    shown = helping(window).shown
    assert shown.pages.topic.id == "shortcuts"
    said = shown.pages.toPlainText()
    assert [words for words in ("In báo cáo ra máy in\nCtrl+P", "Cho vào mục trên\nAlt+→") if words not in said] == []


def test_help_closes_with_the_window(window):
    shown = ask(window)
    window.window.close()
    assert shown.isHidden()


def test_help_is_there_before_there_is_anything_to_work_with(tmp_path, qtbot):
    from PySide6.QtCore import QSettings

    from bcdesk.ui.window import Window

    made = Window(QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(made)
    made.show()
    made.commands["help"].trigger()
    assert made.findChild(Helping).shown.isVisible()
    made.close()


def test_a_link_out_of_the_book_is_not_followed(shown):
    before = shown.pages.topic
    shown.pages.anchorClicked.emit(QUrl("https://example.invalid/number.md"))
    assert shown.pages.topic is before


def test_nothing_is_loaded_from_a_file(shown, tmp_path):
    (tmp_path / "secret.md").write_text("# bí mật", encoding="utf-8")
    assert shown.pages.loadResource(0, QUrl.fromLocalFile(str(tmp_path / "secret.md"))) == ""


def tint(shown: HelpWindow) -> str:
    frames = shown.pages.document().rootFrame().childFrames()
    return frames[0].frameFormat().background().color().name()


def test_what_the_decree_says_stands_on_a_tint_that_follows_day_and_night(window, qapp):
    window.stand(Place("number"))
    shown = ask(window)
    assert tint(shown) == LIGHT.hover
    shown.setPalette(palette(DARK))
    assert tint(shown) == DARK.hover
    assert shown.pages.topic.id == "number"


def test_every_control_of_help_is_named(shown):
    for button in (shown.back, shown.forward, shown.contents):
        assert button.accessibleName() and button.toolTip()
    assert all(field.accessibleName() for field in shown.findChildren(QLineEdit))
