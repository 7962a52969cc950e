"""Types at random into the reports of a folder until it is killed; the lines go into a file that outlives it."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from random import Random

from tests.faults.clerk import Clerk


def main(folder: Path, log: Path, seed: int) -> None:
    chance = Random(seed)
    lines = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    clerk = Clerk(folder, lambda line: os.write(lines, f"{line}\n".encode()), chance)
    print("ready", flush=True)
    while True:
        clerk.work()
        time.sleep(chance.choice([0, 0.01, 0.05, 0.1, 0.1, 0.9]))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
