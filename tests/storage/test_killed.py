from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bcdesk.storage.database import open_store
from tests.session.reports import text_of
from tests.storage.sql import value

ROOT = Path(__file__).parents[2]


def save_until_killed(folder: Path, commits: int) -> int:
    """The number of the last commit a child reported before it was killed."""
    command = [sys.executable, "-m", "tests.storage.saving_child", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, text=True) as child:
        for _ in range(commits):
            child.stdout.readline()
        child.kill()
        rest = child.stdout.read().split()
    return int(rest[-1]) if rest else commits


@pytest.mark.parametrize("commits", [1, 7, 40])
def test_a_killed_program_leaves_a_sound_file_with_its_last_commit(folder, path, commits):
    last = save_until_killed(folder, commits)
    assert value(path, "PRAGMA integrity_check") == "ok"
    store = open_store(folder)
    (listed,) = store.listed()
    # The commit after the last reported one may have returned, too.
    assert int(text_of(store.load(listed.id).report)) in (last, last + 1)
    store.close()
