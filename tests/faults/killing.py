"""Kills a clerk at random instants, again and again on the same folder."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from random import Random

from tests.faults.clerk import Line
from tests.faults.judging import LOST_SECONDS, judge

ROOT = Path(__file__).parents[2]
CHAINS = 10
LONGEST_SECONDS = 4.5


def kill_many(folder: Path, kills: int) -> Iterator[str]:
    """Kill clerks at work, several folders side by side; the faults found, in words."""
    chain = partial(_chain, folder, kills // CHAINS)
    with ThreadPoolExecutor(CHAINS) as threads:
        for faults in threads.map(chain, range(CHAINS)):
            yield from faults


def _chain(folder: Path, kills: int, seed: int) -> list[str]:
    """Kill in one folder; each clerk goes on where the one before was killed."""
    own = folder / f"chain {seed}"
    own.mkdir(parents=True)
    faults = []
    for number in range(kills):
        log = own / f"{number}.log"
        killed_at = kill_once(own / "dữ liệu", log, Random(f"{seed} {number}"))
        try:
            judge(own / "dữ liệu", lines(log), killed_at - LOST_SECONDS)
        except AssertionError as fault:
            faults.append(f"chain {seed}, kill {number}: {fault}")
    return faults


def kill_once(folder: Path, log: Path, chance: Random) -> float:
    """Let a clerk work in `folder` and kill the process at a random instant; that instant in monotonic seconds."""
    command = [sys.executable, "-m", "tests.faults.typing_child", folder, log, str(chance.randrange(2**32))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as child:
        assert child.stdout.readline() == b"ready\n"
        time.sleep(chance.triangular(0, LONGEST_SECONDS, 0.5))
        at = time.monotonic()
        child.kill()
    return at


def lines(log: Path) -> list[Line]:
    """What a clerk said; a line the kill cut off counts as not said."""
    return [Line.read(line) for line in log.read_text().splitlines(keepends=True) if line.endswith("\n")]
