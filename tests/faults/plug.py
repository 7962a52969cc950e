"""Pulls the plug: what a watched clerk's folder may look like after a power cut, at many instants."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from bcdesk.storage.journal import Journal
from tests.faults.clerk import Line
from tests.faults.disk import Disk, compiled, environment, operations, write_files
from tests.faults.judging import judge

ROOT = Path(__file__).parents[2]
BEFORE_ALL = float("-inf")


class Watched(NamedTuple):
    """The log of the disk, and what the clerk printed."""

    log: Path
    printed: str


def watch_clerk(work: Path, journal: Journal, child: str = "watched_child", seed: int = 0) -> Watched:
    """Let a clerk, a module of this package, work in a watched folder to the end."""
    folder, log = work / "watched", work / "disk.log"
    folder.mkdir(parents=True)
    watching = environment(compiled(work), folder, log)
    command = [sys.executable, "-m", f"tests.faults.{child}", folder, journal, str(seed)]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **watching}, check=True, stdout=subprocess.PIPE)
    return Watched(log, done.stdout.decode())


def pull_plug(log: Path, folder: Path, points: int, seed: int = 0) -> Iterator[str]:
    """Rebuild the folder as of that many instants of a log; what was lost, in words."""
    chance = Random(seed)
    done = list(operations(log))
    instants = sorted(chance.choices(range(1, len(done) + 1), k=points))
    disk, lines, upto = Disk(), [], 0
    for point, instant in enumerate(instants):
        for operation in done[upto:instant]:
            if operation.said:
                lines.append(Line.read(operation.said))
            else:
                disk.do(operation)
        upto = instant
        left = folder / str(point)
        left.mkdir(parents=True)
        write_files(left, disk.after_power_cut(chance))
        try:
            judge(left, lines, BEFORE_ALL)
        except Exception as fault:  # noqa: BLE001  # whatever it is, the point is lost and the others are looked at
            yield f"power cut {point} after {instant} operations: {fault!r}"
