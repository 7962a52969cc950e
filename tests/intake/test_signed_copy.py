from __future__ import annotations

import os

import pytest

from bcdesk.errors import FileIsFolder, FileMissing, FileUnreadable, SignedCopyTooBig, SignedCopyUnknown
from bcdesk.intake.signed_copy import read_signed_copy
from bcdesk.report.signed_copy import MOST_BYTES, PDF

SCAN = b"%PDF-1.4\nscan\n%%EOF\n"


def test_a_scan_is_read_with_its_name(tmp_path):
    path = tmp_path / "Báo cáo đã ký.PDF"
    path.write_bytes(SCAN)
    copy, data = read_signed_copy(path)
    assert (copy.name, copy.media_type, data) == ("Báo cáo đã ký.PDF", PDF, SCAN)


def test_another_file_is_refused_by_its_content(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"MZ\x90\x00")
    with pytest.raises(SignedCopyUnknown):
        read_signed_copy(path)


def test_a_file_too_large_is_not_read_to_its_end(tmp_path):
    path = tmp_path / "a.pdf"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES * 100)
    with pytest.raises(SignedCopyTooBig):
        read_signed_copy(path)


def test_what_is_no_file_is_told(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path, error in (
        (tmp_path, FileIsFolder),
        (tmp_path / "none", FileMissing),
        (tmp_path / "pipe", FileUnreadable),
    ):
        with pytest.raises(error):
            read_signed_copy(path)
