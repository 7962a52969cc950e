"""The rescue of damaged data from the command line."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path


def show_rescue(folder: Path) -> None:
    """What can be saved, and how; nothing is changed."""
    from bcdesk.storage import shelf
    from bcdesk.storage.lock import FolderLock
    from bcdesk.storage.rescue import Rescuer
    from bcdesk.ui.home.rescue_words import found_words, groups

    with FolderLock(folder):
        found = Rescuer(folder, _now).look()
    print(found_words(found))
    for words, listed in groups(found):
        print(f"{words}: {'; '.join(each.title or each.id for each in listed)}")
    for backup in shelf.backups_in(folder / shelf.FOLDER):
        print(f"{backup.path.name}  {backup.reports} báo cáo")
    print("Gọi bcdesk restore --rescue để dùng phần cứu được và bản sao lưu, hoặc bcdesk restore BẢN.")


def rescue(folder: Path, backup: Path | None = None) -> None:
    """Go the way that loses least, or bring back that very backup. Raises BackupBroken where it is not sound."""
    from bcdesk.errors import BackupBroken
    from bcdesk.report.rescue import Way
    from bcdesk.storage.rescue import Rescuer
    from bcdesk.ui.home.rescue_words import done_words

    rescuer = Rescuer(folder, _now, backup)
    found = rescuer.look()
    if backup and found.backup is None:
        raise BackupBroken(backup)
    way = Way.BACKUP if backup else found.ways[0]
    print(done_words(way, found, rescuer.take(way)))


def _now() -> datetime:
    return datetime.now().astimezone()
