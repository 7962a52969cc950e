from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from email.policy import default

import pytest

from bcdesk import cli
from bcdesk.cli.mail import ONLY_SOFT
from bcdesk.intake.files import read_file
from bcdesk.parcel.bundle import pack
from bcdesk.places import resources
from bcdesk.report.signed_copy import signed_copy
from bcdesk.storage.signed_copies import FileSignedCopies

SAMPLE = next((resources() / "samples").glob("*.txt"))
SCAN = b"%PDF-1.4\nscan\n%%EOF\n"
COPY = signed_copy("Scan 001.pdf", SCAN)
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def draft(tmp_path, capsys):
    """Exports that data as a draft; its attachments by the ends of their names, and what stood on stderr."""

    def exported(data: bytes):
        (tmp_path / "a.bcdesk").write_bytes(data)
        target = tmp_path / "thư nháp.eml"
        folder = str(tmp_path / "data")
        assert cli.main(["--data-dir", folder, "export", str(tmp_path / "a.bcdesk"), "--eml", str(target)]) == 0
        message = message_from_bytes(target.read_bytes(), policy=default)
        assert message["X-Unsent"] == "1"
        files = {part.get_filename().rpartition(".")[2]: part.get_content() for part in message.iter_attachments()}
        return files, capsys.readouterr().err

    return exported


def test_a_report_that_is_not_signed_goes_as_its_word_copy_and_that_is_said(draft):
    files, err = draft(pack(read_file(SAMPLE).report))
    assert (list(files), err) == (["docx"], f"{ONLY_SOFT}\n")


def test_the_signed_copy_that_came_along_is_attached(draft):
    files, err = draft(pack(replace(read_file(SAMPLE).report, signed_copy=COPY), SCAN))
    assert (files["pdf"], err) == (SCAN, "")


def test_the_signed_copy_of_the_data_folder_is_attached(draft, tmp_path):
    FileSignedCopies(tmp_path / "data").keep(COPY, SCAN)
    files, err = draft(pack(replace(read_file(SAMPLE).report, signed_copy=COPY)))
    assert (files["pdf"], err) == (SCAN, "")


def test_a_signed_copy_that_is_nowhere_is_told(draft):
    files, err = draft(pack(replace(read_file(SAMPLE).report, signed_copy=COPY)))
    assert list(files) == ["docx"]
    assert "Scan 001.pdf" in err
