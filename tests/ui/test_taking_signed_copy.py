"""A data file from another machine brings its signed copy along."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from bcdesk.parcel.bundle import pack
from bcdesk.report.signed_copy import signed_copy
from bcdesk.storage.signed_copies import FileSignedCopies
from bcdesk.ui.dialogs.import_report import ImportDialog
from tests.session.reports import report
from tests.ui.desk import OpenDesk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SCAN = b"%PDF-1.4\nscan\n%%EOF\n"
COPY = signed_copy("Scan.pdf", SCAN)


@pytest.fixture
def window(tmp_path, qtbot):
    desk = OpenDesk(tmp_path, qtbot)
    yield desk
    desk.close()


def take(window, path):
    window.answers.file = path
    window.do("import")
    window.dialog(ImportDialog).choose_file()
    window.key(Qt.Key.Key_Return)


def test_the_signed_copy_of_a_data_file_is_kept_here_too(window, tmp_path):
    path = tmp_path / "a.bcdesk"
    path.write_bytes(pack(replace(report("Hội nghị"), signed_copy=COPY), SCAN))
    take(window, path)
    assert window.report.signed_copy == COPY
    assert FileSignedCopies(tmp_path).data(COPY) == SCAN


def test_a_report_whose_signed_copy_cannot_be_kept_is_not_taken(window, tmp_path):
    path = tmp_path / "a.bcdesk"
    path.write_bytes(pack(replace(report("Hội nghị"), signed_copy=COPY), SCAN))
    (tmp_path / "signed").write_bytes(b"")
    take(window, path)
    assert window.window.desk is None
    assert window.window.bars.trouble.words
