from __future__ import annotations

from contextlib import closing

import pytest
from PySide6.QtWidgets import QApplication

from bcdesk.report.rescue import Way
from bcdesk.storage.backups import SqliteBackups
from bcdesk.storage.database import FILE_NAME, open_store
from bcdesk.storage.rescue import Rescuer
from bcdesk.ui.background import Background, Post
from bcdesk.ui.home.rescue import RescuePage
from bcdesk.ui.home.rescue_words import DAMAGED, LOOKING
from tests.session.reports import report
from tests.storage.clock import WallClock
from tests.storage.sql import run

NOISE = b"x" * 4096


@pytest.fixture
def data(tmp_path):
    """Damaged data: a report in a backup of 07:42, and a newer one."""
    clock = WallClock()
    with closing(open_store(tmp_path, now=clock)) as store:
        store.create(report("Một"))
        SqliteBackups(tmp_path, store, clock).take()
        clock.go(minutes=30)
        store.create(report("Hai"))
    path = tmp_path / FILE_NAME
    path.write_bytes(NOISE + path.read_bytes()[4096:])
    return tmp_path


@pytest.fixture
def page(qtbot, data):
    background = Background(Post())
    made = RescuePage(Rescuer(data, WallClock()), background, DAMAGED)
    qtbot.addWidget(made)
    made.show()
    yield made
    background.close()


def looked(page, qtbot):
    page.begin()
    qtbot.waitUntil(lambda: bool(page.ways) or page.again.isVisible())


def test_while_it_looks_it_says_so_and_offers_nothing(page):
    page.begin()
    assert page.told.text() == LOOKING
    assert page.progress.isVisible()
    assert page.ways == {}


def test_it_says_what_was_saved_until_when_and_what_the_backup_has(page, qtbot):
    looked(page, qtbot)
    assert "Cứu được 2 báo cáo, đến 08:12 ngày 24/11/2026" in page.told.text()
    assert "lúc 07:42 ngày 24/11/2026 có 1 báo cáo" in page.told.text()
    assert page.progress.isHidden()


def test_the_ways_say_what_they_give_and_cost(page, qtbot):
    looked(page, qtbot)
    names = {way: card.accessibleName() for way, card in page.ways.items()}
    assert list(names) == [Way.SALVAGE, Way.BACKUP]
    assert names[Way.SALVAGE].startswith("Dùng phần cứu được. ")
    assert names[Way.BACKUP].startswith("Phục hồi bản sao lưu 07:42 ngày 24/11/2026. ")
    assert "Bỏ những gì mới hơn ở 1 báo cáo" in names[Way.BACKUP]


def test_the_way_that_loses_least_has_the_keyboard(page, qtbot):
    page.activateWindow()
    looked(page, qtbot)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.ways[Way.SALVAGE])


@pytest.mark.parametrize(("way", "reports"), [(Way.SALVAGE, 2), (Way.BACKUP, 1)])
def test_the_way_taken_is_told_with_the_place_of_the_damaged_file(page, qtbot, data, way, reports):
    looked(page, qtbot)
    with qtbot.waitSignal(page.rescued, timeout=20_000) as told:
        page.ways[way].click()
    (aside,) = data.glob("bcdesk-hong-*.sqlite")
    assert str(aside) in told.args[0]
    with closing(open_store(data)) as store:
        assert len(store.listed()) == reports


def test_where_it_cannot_be_done_the_sentence_says_so_and_it_can_be_tried_again(page, qtbot, data):
    (data / ".rescue").write_bytes(b"")
    looked(page, qtbot)
    assert "Kiểm tra ổ đĩa" in page.trouble.text()
    (data / ".rescue").unlink()
    page.again.click()
    qtbot.waitUntil(lambda: Way.SALVAGE in page.ways)
    assert page.trouble.isHidden()


def test_reports_about_which_something_must_be_known_are_named(page, qtbot, data):
    looked(page, qtbot)
    assert page.details.topLevelItem(0).text(0) == "Phần cứu được mới hơn bản sao lưu (1)"
    assert page.details.topLevelItem(0).childCount() == 1


def test_with_nothing_to_save_one_can_begin_anew(qtbot, tmp_path):
    (tmp_path / FILE_NAME).write_bytes(NOISE)
    background = Background(Post())
    page = RescuePage(Rescuer(tmp_path, WallClock()), background, DAMAGED)
    qtbot.addWidget(page)
    looked(page, qtbot)
    assert page.ways[Way.SALVAGE].accessibleName().startswith("Bắt đầu lại từ đầu. ")
    with qtbot.waitSignal(page.rescued, timeout=20_000) as told:
        page.ways[Way.SALVAGE].click()
    assert told.args[0].startswith("Đã bắt đầu lại với danh sách trống.")
    background.close()


def test_the_gap_of_a_saved_report_is_told(qtbot, tmp_path):
    with closing(open_store(tmp_path)) as store:
        store.create(report("Một"))
    run(tmp_path / FILE_NAME, "UPDATE part SET body = 'x'")
    background = Background(Post())
    page = RescuePage(Rescuer(tmp_path, WallClock()), background, DAMAGED)
    qtbot.addWidget(page)
    looked(page, qtbot)
    assert "1 báo cáo thiếu một vài đoạn" in page.told.text()
    background.close()
