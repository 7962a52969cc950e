from __future__ import annotations

from contextlib import closing

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QToolButton

from bcdesk import app
from bcdesk.errors import DatabaseDamaged
from bcdesk.report.rescue import Way
from bcdesk.session.settings import Settings, Where
from bcdesk.storage.database import FILE_NAME, open_store
from bcdesk.ui.home.rescue import RescuePage
from bcdesk.ui.rescuing import RESCUE
from bcdesk.ui.window import Window
from tests.session.reports import report, text_of, typed

NOISE = b"x" * 4096
LEAF = 13  # the first byte of a page with rows


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def report_id(folder):
    with closing(open_store(folder)) as store:
        store.keep_setting("welcomed", True)
        return store.create(report("Một"))


class Desk:
    """A window on a data folder, put together as the program does."""

    def __init__(self, folder, qtbot, premises=None):
        self.qtbot = qtbot
        self.window = Window(QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat))
        qtbot.addWidget(self.window)
        post = app.Post(self.window)
        self.background = app.Background(post)
        self.premises = premises or app.Premises(folder, lambda _: None)
        self.window.show()
        app.open_store(self.window, self.premises, post, self.background)

    @property
    def page(self):
        return self.window.findChild(RescuePage)

    def rescue(self, way=Way.SALVAGE):
        self.qtbot.waitUntil(lambda: self.page is not None and way in self.page.ways)
        self.page.ways[way].click()
        self.qtbot.waitUntil(self.window.commands["new"].isEnabled)

    def begun(self):
        self.qtbot.waitUntil(self.window.commands["new"].isEnabled)

    def leave(self):
        self.window.close()
        app.leave(0, self.background, self.premises)


@pytest.fixture
def sit(qtbot, folder):
    desks = []

    def sit(premises=None):
        desks.append(Desk(folder, qtbot, premises))
        return desks[-1]

    yield sit
    for desk in desks:
        desk.leave()
        desk.premises.leave()


def damage(folder):
    path = folder / FILE_NAME
    path.write_bytes(NOISE + path.read_bytes()[4096:])


def test_damaged_data_lead_to_the_rescue_and_from_there_to_work(sit, folder, report_id):
    damage(folder)
    desk = sit()
    desk.rescue()
    (aside,) = folder.glob("bcdesk-hong-*.sqlite")
    assert str(aside) in desk.window.bars.rescued.words
    assert [listed.id for listed in desk.window._begun.store.listed()] == [report_id]


def test_the_first_way_of_the_rescue_has_the_keyboard(sit, folder, report_id, qtbot):
    damage(folder)
    desk = sit()
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    qtbot.waitUntil(lambda: desk.page is not None and bool(desk.page.ways))
    assert QApplication.focusWidget() is next(iter(desk.page.ways.values()))


def test_while_there_is_nothing_to_work_with_there_are_no_buttons_for_it(sit, folder, report_id, qtbot):
    damage(folder)
    desk = sit()
    qtbot.waitUntil(lambda: desk.page is not None and bool(desk.page.ways))
    words = {button.text() for button in desk.window.home.findChildren(QToolButton) if button.isVisible()}
    assert not words & {"Thùng rác", "Sao lưu, phục hồi…", "Hồ sơ cơ quan", "Người soạn"}
    desk.rescue()
    words = {button.text() for button in desk.window.home.findChildren(QToolButton) if button.isVisible()}
    assert words >= {"Thùng rác", "Sao lưu, phục hồi…"}


def test_a_store_that_does_not_open_leaves_no_dead_buttons(sit, folder, qtbot):
    folder.write_bytes(b"")
    window = Window(QSettings(str(folder.with_name("w.ini")), QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    window.show()
    assert not [button for button in window.home.findChildren(QToolButton) if button.isVisible()]


def test_damage_in_what_the_window_shows_first_leads_to_the_rescue(sit, folder, report_id):
    with closing(open_store(folder)) as store:
        Settings(store).keep_where(Where(report_id, "opening", 0, 0))
    root = rootpage(folder, "report")
    whole = bytearray((folder / FILE_NAME).read_bytes())
    whole[(root - 1) * 4096 : root * 4096] = NOISE
    (folder / FILE_NAME).write_bytes(whole)
    desk = sit()
    desk.qtbot.waitUntil(lambda: desk.page is not None and bool(desk.page.ways))


def test_damage_anywhere_in_the_list_the_window_begins_with_leads_to_the_rescue(sit, folder, report_id):
    with closing(open_store(folder)) as store:
        for number in range(30):
            store.create(report(f"Báo cáo {number} " + "nội dung " * 800))
    spoil_row(folder, report_id)
    desk = sit()
    desk.qtbot.waitUntil(lambda: desk.page is not None and bool(desk.page.ways))


def spoil_row(folder, report_id):
    """Noise where the row of this report lies."""
    whole = bytearray((folder / FILE_NAME).read_bytes())
    for start in range(4096, len(whole), 4096):
        if whole[start] == LEAF and report_id.encode() in whole[start : start + 4096]:
            whole[start : start + 4096] = NOISE
    (folder / FILE_NAME).write_bytes(whole)


def rootpage(folder, name):
    from tests.storage.sql import value

    return value(folder / FILE_NAME, f"SELECT rootpage FROM sqlite_master WHERE name = '{name}'")


def test_damage_found_while_one_works_leads_to_the_rescue_with_what_was_not_saved(sit, folder, report_id, qtbot):
    desk = sit()
    desk.begun()
    window = desk.window
    window.open_report(report_id)
    window._begun.store.save = refuse(folder)
    window.desk.session.change(typed("Chưa lưu được"))
    window.desk.session.change(typed("Chưa lưu được"))
    window._features.rescuing._on_looked(DatabaseDamaged(folder / FILE_NAME))
    window.bars.trouble.press(RESCUE)
    app.leave(0, desk.background, desk.premises)
    assert not window.isVisible()
    damage(folder)
    again = sit(desk.premises)
    again.rescue()
    assert text_of(again.window._begun.store.load(report_id).report) == "Chưa lưu được"


def refuse(folder):
    def save(*_rest):
        raise DatabaseDamaged(folder / FILE_NAME)

    return save


def test_what_could_not_be_saved_of_a_lost_report_becomes_a_new_one(sit, folder, report_id):
    premises = app.Premises(folder, lambda _: None)
    premises.unsaved = {"0" * 32: report("Chỉ còn trong bộ nhớ")}
    desk = sit(premises)
    desk.begun()
    store = desk.window._begun.store
    assert {text_of(store.load(listed.id).report) for listed in store.listed()} == {"Một", "Chỉ còn trong bộ nhớ"}


def test_while_the_data_do_not_open_there_is_no_list_to_go_to(sit, folder, report_id, qtbot):
    damage(folder)
    desk = sit()
    qtbot.waitUntil(lambda: desk.page is not None and bool(desk.page.ways))
    assert not desk.window.commands["home"].isEnabled()
    desk.rescue()
    assert desk.window.commands["home"].isEnabled()
