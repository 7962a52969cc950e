"""Backups from the command line: take one, see them, bring one back."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bcdesk.cli.commands import store_in

if TYPE_CHECKING:
    from bcdesk.report.backup import Backup
    from bcdesk.storage.backups import SqliteBackups


def back_up(asked: Namespace) -> None:
    """Take a backup of the data folder now, and bring it to the second place."""
    with _backups(asked.data_dir) as backups:
        taken = backups.take()
        backups.bring_along()
    print(f"Đã sao lưu {taken.reports} báo cáo vào {taken.path}")


def restore(asked: Namespace) -> None:
    """Bring a backup back after one of how things are was taken; without a name, the backups there are."""
    from bcdesk.storage.lock import FolderLock

    if not asked.backup:
        _show(asked.data_dir)
        return
    lock = FolderLock(asked.data_dir)
    lock.take()
    try:
        with _backups(asked.data_dir) as backups:
            backup = _meant(asked.backup, backups)
            before = backups.bring_back(backup)
    finally:
        lock.release()
    kept = f"Dữ liệu trước đó được giữ ở {before.path}" if before else "Dữ liệu trước đó bị hỏng, đã được để riêng."
    print(f"Đã phục hồi {backup.reports} báo cáo từ {backup.path}")
    print(kept)


def _show(folder: Path) -> None:
    from bcdesk.vietnamese.numbers import size_words

    with _backups(folder) as backups:
        listed = backups.listed()
    for backup in listed:
        print(f"{backup.path.name}  {backup.reports} báo cáo  {size_words(backup.size)}")
    if not listed:
        print("Chưa có bản sao lưu nào.")


def _meant(name: str, backups: SqliteBackups) -> Backup:
    """The backup of that name beside the data, else the file of that path. Raises FileMissing and BackupBroken."""
    from bcdesk.errors import FileMissing

    known = next((backup for backup in backups.listed() if backup.path.name == name), None)
    if known is None and not Path(name).is_file():
        raise FileMissing(Path(name))
    return known or backups.at(Path(name))


@contextmanager
def _backups(folder: Path) -> Iterator[SqliteBackups]:
    from bcdesk.storage.backups import SqliteBackups

    with closing(store_in(folder)) as store:
        yield SqliteBackups(folder, store, lambda: datetime.now().astimezone())
