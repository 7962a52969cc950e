"""A fault report, gathered from a real data folder, tells nothing of the reports, of persons or of the office."""

from __future__ import annotations

import getpass
import logging
import platform
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from bcdesk import app, cli
from bcdesk.app import records
from bcdesk.app.fault_report import LARGEST_TAIL, fault_text, tail
from bcdesk.report.office import Office
from bcdesk.storage.database import open_store
from bcdesk.ui.dialogs.fault_report import FaultReportDialog
from bcdesk.ui.window import Window
from tests.session.reports import report

SECRETS = ("Đồng Khởi", "Phạm Văn Mạnh", "Nguyễn Thị Hoa", "Hội nghị tổng kết", "mật khẩu là 1234")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The data of an office, with a log in which something went wrong."""
    monkeypatch.setenv("LOGNAME", "hoa.nt")
    made = tmp_path / "Văn phòng xã Đồng Khởi"
    store = open_store(made)
    office = Office(name="Đồng Khởi", signer="Phạm Văn Mạnh")
    store.create(replace(report("Hội nghị tổng kết"), office=office, drafter="Nguyễn Thị Hoa"))
    store.close()
    records.write_log(made)
    handler = records.log.handlers[-1]
    app.log.error("%s\n%s", "ValueError", f'  File "{made}/x.py", line 1, in work\n  File "{Path.home()}/y.py"')
    yield made
    records.log.removeHandler(handler)
    handler.close()
    records.log.setLevel(logging.NOTSET)


@pytest.fixture
def window(qtbot, tmp_path):
    made = Window(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(made)
    return made


def test_it_tells_of_data_and_log(folder, qapp):
    text = fault_text(folder)
    for words in ("1 báo cáo", "Màn hình: ", "ERROR MainThread ValueError", 'File "<dữ liệu>/x.py", line 1'):
        assert words in text


def test_it_names_no_report_no_person_no_office_and_no_place(folder, qapp):
    text = fault_text(folder)
    told = [secret for secret in (*SECRETS, str(folder), str(Path.home()), platform.node()) if secret in text]
    assert told == []
    assert getpass.getuser() == "hoa.nt"
    assert "hoa.nt" not in text


def test_a_folder_without_data_has_its_report_too(tmp_path, qapp):
    assert "Không đọc được: DatabaseMissing" in fault_text(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_of_a_long_log_only_the_end_is_read(tmp_path):
    (tmp_path / "a.log").write_bytes(b"x" * LARGEST_TAIL + b"end")
    assert len(tail(tmp_path / "a.log")) == LARGEST_TAIL
    assert tail(tmp_path / "a.log").endswith("end")
    assert tail(tmp_path / "none.log") == ""


def test_a_window_in_which_nothing_opens_shows_it(window, folder):
    app.report_fault(window, folder)
    (dialog,) = window.findChildren(FaultReportDialog)
    assert "1 báo cáo" in dialog.text.toPlainText()


def test_the_command_line_writes_it(folder, tmp_path, capsys, qapp):
    target = tmp_path / "báo lỗi.txt"
    assert cli.main(["--data-dir", str(folder), "--fault-report", str(target)]) == 0
    assert "1 báo cáo" in target.read_text(encoding="utf-8")
    assert capsys.readouterr().out == f"Đã ghi báo lỗi vào {target}\n"
