"""Types into the real window through real keys, and kills it at a random instant."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from threading import Timer

from bcdesk.storage.database import FILE_NAME, open_store
from tests.faults.judging import LOST_SECONDS
from tests.faults.screen import ComposingScreen, Screen, Window
from tests.session.reports import report
from tests.storage.sql import value

SIDE_BY_SIDE = 5
LONGEST_SECONDS = 7.0
# Keys in Telex, and what is composed from them; without an input method the keys themselves are the text.
WORDS = {
    "baos ": "báo ",
    "caos ": "cáo ",
    "quys ": "quý ",
    "nayf ": "này ",
    "xax ": "xã ",
    "toots ": "tốt ",
    "va ": "va ",
}
TURN_AFTER = 8
REACH_SECONDS = 0.5  # from Ctrl+Tab back to the letters: ibus loses the one that overtakes the change of focus


@dataclass(frozen=True, slots=True)
class Typed:
    """A word, and when the last of its keys had been pressed."""

    word: str
    at: float


def kill_windows(folder: Path, kills: int, *, composing: bool = False) -> Iterator[str]:
    """Kill windows under the keys, several screens side by side; the faults found, in words."""
    with ThreadPoolExecutor(SIDE_BY_SIDE) as threads:
        kill = partial(kill_window, folder, composing=composing)
        for number, fault in enumerate(threads.map(kill, range(kills))):
            if fault:
                yield f"window {number}: {fault}"


def kill_window(folder: Path, number: int, *, composing: bool) -> str:
    """Type into one report and kill; open the window again and kill it too; what was lost, in words."""
    own = folder / f"cửa sổ {number}"
    report_id = _prepared(own)
    with ComposingScreen() if composing else Screen() as screen:
        window = Window(screen, own)
        window.open_first_report()
        typed = type_until_killed(
            screen, window, Random(number), WORDS if composing else {keys: keys for keys in WORDS}
        )
        Window(screen, own).kill()
    all_typed = "".join(one.word for one in typed)
    surely = "".join(one.word for one in typed if one.at <= window.killed_at - LOST_SECONDS)
    kept = _kept(own, report_id)
    if kept.startswith(surely) and all_typed.startswith(kept):
        return ""
    return f"{kept!r} is kept of {all_typed!r}, of which {surely!r} must be"


def type_until_killed(screen: Screen, window: Window, chance: Random, words: Mapping[str, str]) -> list[Typed]:
    """Type words until the window is killed, going on to the next tab once."""
    typed: list[Typed] = []
    killing = Timer(chance.uniform(0.2, LONGEST_SECONDS), window.kill)
    killing.start()
    while killing.is_alive():
        if len(typed) == TURN_AFTER:
            screen.do("key", "ctrl+Tab")
            time.sleep(REACH_SECONDS)
        keys = chance.choice(list(words))
        screen.type(keys)
        typed.append(Typed(words[keys], time.monotonic()))
    return typed


def _prepared(folder: Path) -> str:
    store = open_store(folder)
    store.keep_setting("welcomed", True)
    report_id = store.create(report())
    store.close()
    return report_id


def _kept(folder: Path, report_id: str) -> str:
    """What stands in the two places that were typed into."""
    assert value(folder / FILE_NAME, "PRAGMA integrity_check") == "ok"
    store = open_store(folder)
    kept = store.load(report_id).report
    store.close()
    return "".join([*kept.subject, *(block.plain for block in kept.opening)])
