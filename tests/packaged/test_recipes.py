"""What the packages are made of. That they install, start and go is tried by `make test-package`, in minutes."""

from __future__ import annotations

import configparser
import os
import re
import subprocess
import unicodedata
import xml.etree.ElementTree as ET

import pytest

from bcdesk import __version__
from bcdesk.parcel.bundle import MIMETYPE, pack
from tests.house.tree import ROOT
from tests.session.reports import report

LINUX, WINDOWS = ROOT / "packaging" / "linux", ROOT / "packaging" / "windows"
SPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"
PROGRAM = f'#!/bin/sh\ncase "$1" in --version) echo "bcdesk {__version__}" ;; --self-test) ${{BROKEN:-true}} ;; esac\n'


def pinned(lock: str) -> dict[str, str]:
    return dict(re.findall(r"^([\w.-]+)==([\w.]+)", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))


@pytest.fixture
def kit(tmp_path):
    """An unpacked tar.gz with a program that only answers, and the home it is installed into."""
    folder, home = tmp_path / "bộ cài", tmp_path / "nhà"
    icons = folder / "bcdesk" / "_internal" / "bcdesk" / "resources" / "icons"
    icons.mkdir(parents=True)
    home.mkdir()
    (icons / "bcdesk.svg").write_text("<svg/>", encoding="utf-8")
    (folder / "bcdesk" / "bcdesk").write_text(PROGRAM, encoding="utf-8")
    (folder / "bcdesk" / "bcdesk").chmod(0o755)
    for name in ("cai-dat.sh", "bcdesk.desktop", "bcdesk.xml"):
        (folder / name).write_bytes((LINUX / name).read_bytes())
    subprocess.run([ROOT / "packaging" / "sums.sh", folder / "bcdesk"], check=True)

    def install(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        given = {"HOME": str(home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8", **environment}
        command = ["sh", folder / "cai-dat.sh", *arguments]
        return subprocess.run(command, env=given, capture_output=True, text=True, check=False)

    install.home, install.folder = home, folder
    return install


def test_the_packages_carry_the_libraries_the_program_was_tested_with():
    assert pinned("requirements.lock").items() <= pinned("packaging/requirements.lock").items()


def test_the_desktop_knows_the_file_of_the_office_by_its_own_name():
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(LINUX / "bcdesk.desktop", encoding="utf-8")
    described = ET.parse(LINUX / "bcdesk.xml").getroot().find(f"{SPACE}mime-type")
    assert entry["Desktop Entry"]["MimeType"] == f"{MIMETYPE.decode()};"
    assert described.get("type") == MIMETYPE.decode()
    assert described.find(f"{SPACE}glob").get("pattern") == "*.bcdesk"


def test_the_desktop_knows_the_file_of_the_office_by_what_is_in_it():
    inner = ET.parse(LINUX / "bcdesk.xml").getroot().find(f".//{SPACE}match/{SPACE}match")
    offset, value = int(inner.get("offset")), inner.get("value").encode()
    assert pack(report())[offset : offset + len(value)] == value


@pytest.mark.parametrize("name", ["bcdesk.nsi", "bcdesk-tro-lai.cmd"])
def test_what_the_installer_says_is_nfc(name):
    words = (WINDOWS / name).read_text(encoding="utf-8")
    assert words == unicodedata.normalize("NFC", words)


def test_a_clerk_installs_updates_goes_back_and_removes(kit):
    assert kit().returncode == 0
    own = kit.home / ".local" / "opt"
    (own / "bcdesk" / "first").touch()
    assert kit().returncode == 0
    assert not (own / "bcdesk" / "first").exists()
    assert (own / "bcdesk.truoc" / "first").exists()
    assert kit("--tro-lai").returncode == 0
    assert (own / "bcdesk" / "first").exists()
    assert kit("--go").returncode == 0
    assert [path for path in kit.home.rglob("*bcdesk*") if path.is_file() or path.is_symlink()] == []


def test_a_kit_spoilt_on_its_way_changes_nothing(kit):
    kit()
    (kit.folder / "bcdesk" / "_internal" / "bcdesk" / "resources" / "icons" / "bcdesk.svg").write_bytes(b"")
    done = kit()
    assert (done.returncode, done.stdout) == (1, "")
    assert "Bộ cài bị hỏng khi chép" in done.stderr
    assert not (kit.home / ".local" / "opt" / "bcdesk.truoc").exists()


def test_a_program_that_does_not_work_here_does_not_take_the_place_of_one_that_does(kit):
    kit()
    done = kit(BROKEN="false")
    assert "Bản đang có được giữ nguyên" in done.stderr
    assert not (kit.home / ".local" / "opt" / "bcdesk.truoc").exists()


def test_data_that_cannot_be_backed_up_keep_the_program_they_have(kit):
    kit()
    data = kit.home / ".local" / "share" / "bcdesk"
    data.mkdir(parents=True)
    (data / "bcdesk.sqlite").touch()
    refusing = PROGRAM.replace("esac", "backup) exit 3 ;; esac")
    (kit.home / ".local" / "opt" / "bcdesk" / "bcdesk").write_text(refusing, encoding="utf-8")
    assert "Chưa sao lưu được dữ liệu" in kit().stderr
    assert not (kit.home / ".local" / "opt" / "bcdesk.truoc").exists()
