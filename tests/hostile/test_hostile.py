"""Whatever file is brought from outside is read, or refused in one sentence, within two seconds and 300 MB."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bcdesk.parcel.bundle import pack
from tests.hostile import arsenal
from tests.session.reports import report
from tests.word.test_hostile import GOOD

ROOT = Path(__file__).parents[2]
MOST_MEGABYTES = 300
SENTENCE = re.compile(r"\w+: [^\n]+[.]", re.DOTALL)
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its memory so"),
]


def outcomes(folder: Path, way: str, files: dict[str, bytes]) -> dict[str, tuple[str, int]]:
    """What comes of reading these files."""
    for name, data in files.items():
        (folder / name).write_bytes(data)
    command = [sys.executable, "-m", "tests.hostile.reading", way, folder]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout)


def harmful(found: dict[str, tuple[str, int]]) -> dict[str, tuple[str, int]]:
    """The files that were neither read nor refused in a sentence, or took more room than they may."""
    return {
        name: (told, memory)
        for name, (told, memory) in found.items()
        if memory > MOST_MEGABYTES or told.startswith("fault") or not (told == "read" or SENTENCE.fullmatch(told))
    }


@pytest.mark.parametrize(
    ("way", "weapons"),
    [
        ("file", arsenal.DOCUMENTS),
        ("file", arsenal.BUNDLES),
        ("file", arsenal.TEXTS),
        ("signed", arsenal.SIGNED),
        ("office", arsenal.OFFICES),
    ],
    ids=["documents", "bundles", "texts", "signed copies", "office profiles"],
)
def test_what_was_made_to_harm_does_none(tmp_path, way, weapons):
    found = outcomes(tmp_path, way, {name: make() for name, make in weapons.items()})
    assert harmful(found) == {}


@pytest.mark.parametrize("data", [GOOD, pack(report("Một"))], ids=["document", "bundle"])
def test_what_was_cut_short_anywhere_is_refused(tmp_path, data):
    found = outcomes(tmp_path, "file", {f"{share:02}": data[: len(data) * share // 100] for share in range(100)})
    assert harmful(found) == {}
    assert {told for told, _ in found.values() if told == "read"} == set()
