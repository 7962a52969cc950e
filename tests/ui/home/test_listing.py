from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bcdesk.report.kept import Listed, Wanted
from bcdesk.report.report import State
from bcdesk.ui.home.listing import ReportsModel, ReportsTable

NOW = datetime(2026, 4, 15, 10, 0, tzinfo=UTC)


def listed(number: int, title: str, drafter: str = "An", state: State = State.DRAFTING, days: int = 0) -> Listed:
    return Listed(f"r{number}", title, "cchc", "quý I năm 2026", drafter, state, NOW - timedelta(days=days))


REPORTS = (
    listed(1, "Công tác tuyên truyền cải cách hành chính"),
    listed(2, "Ứng dụng công nghệ thông tin", "Bình", State.SENT, days=1),
    listed(3, "Đấu tranh phòng, chống tham nhũng", "An", State.SIGNED, days=9),
)


@pytest.fixture
def model(qapp):
    made = ReportsModel({"cchc": "Cải cách hành chính"}, lambda: NOW)
    made.show_reports(REPORTS)
    return made


def shown(model, column=0):
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_the_last_changed_stands_first(model):
    assert [model.report(row).id for row in range(3)] == ["r1", "r2", "r3"]


def test_search_needs_no_marks(model):
    model.narrow("dau tranh")
    assert shown(model) == ["Đấu tranh phòng, chống tham nhũng"]


def test_search_finds_words_of_any_column_in_any_order(model):
    model.narrow("binh cong nghe")
    assert shown(model) == ["Ứng dụng công nghệ thông tin"]


def test_only_the_reports_of_one_drafter_are_shown(model):
    model.narrow("", Wanted(drafter="An"))
    assert shown(model, 2) == ["An", "An"]


def test_a_column_sorts_in_the_order_of_the_vietnamese_alphabet(model):
    model.sort(0)
    assert [title[0] for title in shown(model)] == ["C", "Đ", "Ứ"]


def test_states_are_said_in_office_words(model):
    assert shown(model, 3) == ["đang soạn", "đã gửi", "đã ký, chờ số"]


def test_the_last_change_is_said_as_a_person_would(model):
    assert shown(model, 4) == ["10:00 hôm nay", "10:00 hôm qua", "06/4/2026"]


def test_a_report_without_subject_is_called_after_its_kind(model):
    model.show_reports((listed(4, ""),))
    assert shown(model) == ["Cải cách hành chính"]


@pytest.mark.parametrize(("key", "signal"), [(Qt.Key.Key_Return, "opened"), (Qt.Key.Key_Delete, "removed")])
def test_keys_act_on_the_report_under_the_bar(model, qtbot, key, signal):
    table = ReportsTable(model)
    qtbot.addWidget(table)
    table.selectRow(1)
    with qtbot.waitSignal(getattr(table, signal)) as told:
        QTest.keyClick(table, key)
    assert told.args == ["r2"]


def test_heads_name_the_columns(model):
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert heads == ["Báo cáo", "Kỳ báo cáo", "Người soạn", "Trạng thái", "Sửa lần cuối"]


def test_what_is_read_later_comes_below_and_leaves_the_bar_where_it_was(qtbot, model):
    table = ReportsTable(model)
    qtbot.addWidget(table)
    table.selectRow(2)
    model.show_reports((*REPORTS, listed(4, "Giảm nghèo", days=20)))
    assert [model.report(row).id for row in range(model.rowCount())] == ["r1", "r2", "r3", "r4"]
    assert table.currentIndex().row() == 2


def test_what_is_read_later_is_searched_too(model):
    model.narrow("ngheo")
    model.show_reports((*REPORTS, listed(4, "Giảm nghèo", days=20)))
    assert shown(model) == ["Giảm nghèo"]
