"""Whether a folder holds what a clerk had typed and been told is saved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from bcdesk.storage.database import FILE_NAME, open_store
from tests.faults.clerk import Line, named
from tests.storage.sql import value

LOST_SECONDS = 3.0


@dataclass(slots=True)
class History:
    """The values one report had, and from which of them on one must be kept."""

    values: list[str] = field(default_factory=list)
    needed: int = 0

    def add(self, line: Line, typed_until: float) -> None:
        if line.what == "typed":
            self.values.append(line.value)
        if line.what == "told" or (line.what == "typed" and line.at <= typed_until):
            self.needed = max(self.needed, self._last(line.value))

    def judge(self, kept: str) -> None:
        assert kept in self.values, f"{kept} was never typed"
        assert self._last(kept) >= self.needed, f"{kept} is older than {self.values[self.needed]}"

    def _last(self, value: str) -> int:
        return len(self.values) - 1 - self.values[::-1].index(value)


def judge(folder: Path, lines: Iterable[Line], typed_until: float) -> None:
    """Open the folder as the next start does: all told as saved must be there, and all typed until that second."""
    kept = values_in(folder)
    assert value(folder / FILE_NAME, "PRAGMA integrity_check") == "ok"
    assert value(folder / FILE_NAME, "SELECT count(*) FROM pragma_foreign_key_check") == 0
    for report, history in _histories(lines, typed_until).items():
        assert report in kept, f"report {report} is lost"
        history.judge(kept[report])


def values_in(folder: Path) -> dict[str, str]:
    """What each report says."""
    store = open_store(folder)
    try:
        return {listed.id: named(store.load(listed.id).report) for listed in store.listed()}
    finally:
        store.close()


def _histories(lines: Iterable[Line], typed_until: float) -> dict[str, History]:
    histories: dict[str, History] = {}
    for line in lines:
        histories.setdefault(line.report, History()).add(line, typed_until)
    return {report: history for report, history in histories.items() if history.values}
