"""Types into the real window through real keys, and kills it at a random instant."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from random import Random
from threading import Timer

from bcdesk.session.settings import Settings, Where
from bcdesk.storage.database import open_store
from bcdesk.ui.editor.states import HEAD
from tests.faults.judging import LOST_SECONDS, judge
from tests.faults.killing import lines
from tests.faults.screen import ComposingScreen, Screen, Window, wait_for
from tests.session.reports import report

SIDE_BY_SIDE = 5
LONGEST_SECONDS = 7.0
FEWEST_KEYS = 5  # a kill, on average, that reached the report
# Keys in Telex; without an input method the keys themselves are the text.
WORDS = ("baos ", "caos ", "quys ", "nayf ", "xax ", "toots ", "va ")
TURN_AFTER = 8
PATIENCE = 5.0  # seconds; then the keyboard is elsewhere
REACH_SECONDS = 0.5  # from Ctrl+Tab back to the letters: ibus loses the one that overtakes the change of focus


def kill_windows(folder: Path, kills: int, *, composing: bool = False) -> Iterator[str]:
    """Kill windows under the keys, several screens side by side; the faults found, in words."""
    with ThreadPoolExecutor(SIDE_BY_SIDE) as threads:
        kill = partial(kill_window, folder, composing=composing)
        found = list(threads.map(kill, range(kills)))
    for number, (fault, _) in enumerate(found):
        if fault:
            yield f"window {number}: {fault}"
    if (reached := sum(keys for _, keys in found)) < kills * FEWEST_KEYS:
        yield f"only {reached} keys have reached the {kills} windows: nothing is proved"


def kill_window(folder: Path, number: int, *, composing: bool) -> tuple[str, int]:
    """Type into one report and kill; open the window again and kill it too; what was lost, and how often it changed."""
    own, log = folder / f"cửa sổ {number}", folder / f"{number}.log"
    _prepare(own)
    with ComposingScreen() if composing else Screen() as screen:
        window = Window(screen, own, log)
        assert window.has_report(), f"the report does not open: {window.title}"
        window.take_keyboard()
        type_until_killed(screen, window, Random(number), WORDS)
        Window(screen, own, folder / "again.log").kill()
    said = lines(log)
    try:
        judge(own, said, window.killed_at - LOST_SECONDS)
    except AssertionError as fault:
        return str(fault), len(said)
    return "", sum(line.what == "typed" for line in said) - 1


def type_until_killed(screen: Screen, window: Window, chance: Random, words: Sequence[str]) -> None:
    """Type words until the window is killed, going on to the next tab once; each waits until the last has come."""
    killing = Timer(chance.uniform(0.2, LONGEST_SECONDS), window.kill)
    for count in itertools.count():
        if count == TURN_AFTER:
            screen.do("key", "ctrl+Tab")
            time.sleep(REACH_SECONDS)
        said = window.said()
        screen.type(chance.choice(words))
        if count == 0:
            killing.start()  # the seconds count from when one types
        if not wait_for(lambda said=said: window.said() > said or window.is_killed, PATIENCE):
            window.take_keyboard()
        if window.is_killed:
            return


def _prepare(folder: Path) -> None:
    store = open_store(folder)
    store.keep_setting("welcomed", True)
    Settings(store).keep_where(Where(store.create(report()), HEAD, 0, 0))
    store.close()
