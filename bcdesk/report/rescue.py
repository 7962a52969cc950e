"""What came of a damaged database: which reports could be saved, which a backup still has, and how to go on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bcdesk.report.backup import Backup
from bcdesk.report.kept import Listed
from bcdesk.report.report import paragraph

GAP = paragraph("(Đoạn này không đọc được từ dữ liệu bị hỏng.)")


class Way(StrEnum):
    """How to go on: each report from its newest sound source, or from one source alone."""

    BOTH = "both"
    SALVAGE = "salvage"
    BACKUP = "backup"


@dataclass(frozen=True, slots=True)
class Salvage:
    """The reports of a damaged database: the whole ones, those with gaps, and those of which only the name is left."""

    whole: tuple[Listed, ...] = ()
    partly: tuple[Listed, ...] = ()
    lost: tuple[Listed, ...] = ()

    @property
    def saved(self) -> tuple[Listed, ...]:
        """The reports that are there again."""
        return self.whole + self.partly


@dataclass(frozen=True, slots=True)
class Rescue:
    """What was salvaged, and the newest sound backup with its reports, `then`."""

    salvage: Salvage
    backup: Backup | None = None
    then: tuple[Listed, ...] = ()

    @property
    def until(self) -> datetime | None:
        """When the last of the saved reports was last changed."""
        return max((listed.changed_at for listed in self.salvage.saved), default=None)

    @property
    def only_in_backup(self) -> tuple[Listed, ...]:
        """The reports the backup has whole and the salvage has not."""
        whole = {listed.id for listed in self.salvage.whole}
        return tuple(listed for listed in self.then if listed.id not in whole)

    @property
    def newer_in_salvage(self) -> tuple[Listed, ...]:
        """The saved reports the backup has only in an older state, or not at all."""
        then = {listed.id: listed.changed_at for listed in self.then}
        return tuple(
            listed for listed in self.salvage.saved if listed.id not in then or listed.changed_at > then[listed.id]
        )

    @property
    def gone(self) -> tuple[Listed, ...]:
        """The reports that no source has any more."""
        then = {listed.id for listed in self.then}
        return tuple(listed for listed in self.salvage.lost if listed.id not in then)

    @property
    def ways(self) -> tuple[Way, ...]:
        """The ways there are, the one that loses least first."""
        if self.backup is None:
            return (Way.SALVAGE,)
        if not self.salvage.saved:
            return (Way.BACKUP, Way.SALVAGE)
        if not self.only_in_backup:
            return (Way.SALVAGE, Way.BACKUP)
        return (Way.BOTH, Way.SALVAGE, Way.BACKUP)
