from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from bcdesk.report.backup import Backup
from bcdesk.report.kept import Listed
from bcdesk.report.report import State
from bcdesk.report.rescue import Rescue, Salvage, Way


def at(hour: int) -> datetime:
    return datetime(2026, 11, 24, hour, tzinfo=UTC)


def listed(name: str, hour: int = 8) -> Listed:
    return Listed(name, name, "khac", "", "", State.DRAFTING, at(hour))


BACKUP = Backup(Path("x"), at(7), 2, 1)
FOUND = Rescue(
    Salvage((listed("a", 9), listed("b", 6)), (listed("c", 8),), (listed("d"), listed("e"))),
    BACKUP,
    (listed("a", 7), listed("b", 6), listed("d", 7)),
)


def test_the_text_is_saved_until_the_last_change_of_what_was_saved():
    assert FOUND.until == at(9)
    assert Rescue(Salvage()).until is None


def test_what_only_the_backup_has_whole_is_told():
    assert [each.id for each in FOUND.only_in_backup] == ["d"]


def test_what_is_newer_than_the_backup_or_not_in_it_is_told():
    assert [each.id for each in FOUND.newer_in_salvage] == ["a", "c"]


def test_what_no_source_has_is_told():
    assert [each.id for each in FOUND.gone] == ["e"]


def test_the_way_that_loses_least_comes_first():
    assert FOUND.ways == (Way.BOTH, Way.SALVAGE, Way.BACKUP)
    assert Rescue(FOUND.salvage).ways == (Way.SALVAGE,)
    assert Rescue(Salvage(), BACKUP, FOUND.then).ways == (Way.BACKUP, Way.SALVAGE)
    assert Rescue(FOUND.salvage, BACKUP).ways == (Way.SALVAGE, Way.BACKUP)
