from __future__ import annotations

import sys

import pytest

from bcdesk import places
from bcdesk.places import PORTABLE, data_folder, documents_folder, is_portable, portable_name, program_folder


@pytest.fixture
def stick(tmp_path, monkeypatch):
    """The program as it is packaged, on a stick."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "bcdesk.exe"))
    return tmp_path


def test_a_checkout_keeps_nothing_beside_the_program():
    assert not is_portable()
    assert data_folder() != program_folder() / "data"


def test_a_program_without_the_marker_is_not_portable(stick):
    assert not is_portable()
    assert portable_name() == ""


def test_with_the_marker_everything_lies_beside_the_program(stick):
    (stick / PORTABLE).touch()
    assert (data_folder(), documents_folder()) == (stick / "data", stick / "van-ban")


@pytest.mark.parametrize(
    ("words", "name"), [("", ""), ("\n  USB Văn phòng \nkhác", "USB Văn phòng"), ("\ufeffUSB 2", "USB 2")]
)
def test_the_first_line_of_the_marker_names_the_stick(stick, words, name):
    (stick / PORTABLE).write_text(words, encoding="utf-8")
    assert portable_name() == name


def test_a_marker_in_another_encoding_has_no_name(stick):
    (stick / PORTABLE).write_bytes("Văn".encode("utf-16"))
    assert is_portable()
    assert portable_name() == ""


def test_a_program_that_is_not_packaged_lies_beside_its_package():
    assert (program_folder() / "bcdesk").samefile(places._PACKAGE)
