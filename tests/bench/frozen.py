"""The starts of `start` in packages: frozen by the recipe of the program, the empty window too.

`python -m tests.bench.frozen`, after `make package`, which leaves the environment that freezes.
"""

from __future__ import annotations

import os
import subprocess

from tests.bench.start import FLOOR, PROGRAM, tell_starts
from tests.house.tree import ROOT

WORK = ROOT / "build" / "packages"


def frozen(name: str, code: str) -> list[str]:
    """The call of a program frozen of that code."""
    folder = WORK / "bench" / name
    folder.mkdir(parents=True, exist_ok=True)
    entry = folder / f"{name}.py"
    entry.write_text(code, encoding="utf-8")
    command = [
        WORK / "venv/bin/python",
        "-X",
        "no_debug_ranges",
        "-m",
        "PyInstaller",
        "-y",
        "--log-level",
        "ERROR",
        "--distpath",
        folder,
        "--workpath",
        folder / "work",
    ]
    subprocess.run(
        [*command, "packaging/bcdesk.spec"], cwd=ROOT, env={**os.environ, "BCDESK_ENTRY": str(entry)}, check=True
    )
    return [str(folder / "bcdesk" / "bcdesk")]


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    tell_starts(frozen("empty", FLOOR), frozen("program", PROGRAM))
