"""`make kill`: the long runs, with a line for each; ends with 1 where something was lost."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import tests.conftest  # noqa: F401  # the fonts of the suite, before Qt starts
from bcdesk.storage import database
from bcdesk.storage.journal import Journal
from tests.faults.killing import kill_many
from tests.faults.killing_window import kill_windows
from tests.faults.plug import pull_plug, watch_clerk
from tests.faults.screen import ComposingScreen

KILLS, WINDOWS, POINTS = 200, 40, 2000


def main() -> int:
    lost = tell(f"{KILLS} kills at work without a window", lambda folder: kill_many(folder, KILLS))
    lost += tell(f"{WINDOWS} windows killed under real keys", lambda folder: kill_windows(folder, WINDOWS))
    if ComposingScreen.can_be():
        killed = partial(kill_windows, kills=WINDOWS, composing=True)
        lost += tell(f"{WINDOWS} windows killed while ibus-unikey composes", killed)
    for journal in Journal:
        database.journal_for = lambda _, journal=journal: journal
        for child, words in (("watched_child", "at work"), ("failing_child", "on a disk that fails")):

            def cut(folder: Path, journal: Journal = journal, child: str = child) -> Iterable[str]:
                return pull_plug(watch_clerk(folder, journal, child).log, folder / "left", POINTS)

            lost += tell(f"{POINTS} power cuts {words}, journal {journal}", cut)
    return 1 if lost else 0


def tell(words: str, run: Callable[[Path], Iterable[str]]) -> int:
    """Do a run and print what it found; how many things were lost."""
    begun = time.monotonic()
    with TemporaryDirectory() as folder:
        faults = list(run(Path(folder)))
    print(f"{words}: {len(faults)} lost, {time.monotonic() - begun:.0f} s", flush=True)
    print(*faults, sep="\n", end="\n" if faults else "")
    return len(faults)


if __name__ == "__main__":
    sys.exit(main())
