from __future__ import annotations

import subprocess
import sys
import zipfile

import pytest

from tests.house.tree import ROOT, files

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel_names(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        return set(wheel.namelist())


def test_the_wheel_holds_every_resource_inside_the_package(wheel_names):
    resources = {f"bcdesk/{path.as_posix()}" for path in files() if path.parts[0] == "resources"}
    assert resources - wheel_names == set()


def test_the_wheel_holds_every_source(wheel_names):
    assert {path.as_posix() for path in files() if path.parts[0] == "bcdesk"} - wheel_names == set()


def test_the_wheel_holds_nothing_but_the_program(wheel_names):
    assert {name.split("/")[0].split("-")[0] for name in wheel_names} == {"bcdesk"}
