"""Backups from the command line: take one, see them, bring one back."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bcdesk.cli.commands import store_in
from bcdesk.cli.rescue import rescue, show_rescue
from bcdesk.errors import DatabaseDamaged, FileMissing

if TYPE_CHECKING:
    from bcdesk.storage.backups import SqliteBackups


def back_up(asked: Namespace) -> None:
    """Take a backup of the data folder now, and bring it to the second place."""
    with _backups(asked.data_dir) as backups:
        taken = backups.take()
        backups.bring_along()
    print(f"Đã sao lưu {taken.reports} báo cáo vào {taken.path}")


def restore(asked: Namespace) -> None:
    """Bring a backup back, after one of how things are; with `--rescue` what can be saved of damaged data.

    Without either, show the backups there are, and where the data are damaged what could be saved.
    """
    from bcdesk.storage.lock import FolderLock

    if not (asked.backup or asked.rescue):
        _show(asked.data_dir)
        return
    with FolderLock(asked.data_dir):
        if asked.backup:
            _bring_back(asked.data_dir, asked.backup)
        else:
            rescue(asked.data_dir)


def _bring_back(folder: Path, name: str) -> None:
    path = _meant(name, folder)
    try:
        with _backups(folder) as backups:
            backup = backups.at(path)
            before = backups.bring_back(backup)
    except DatabaseDamaged:
        rescue(folder, path)
        return
    kept = f"Dữ liệu trước đó được giữ ở {before.path}" if before else "Dữ liệu trước đó bị hỏng, đã được để riêng."
    print(f"Đã phục hồi {backup.reports} báo cáo từ {backup.path}")
    print(kept)


def _show(folder: Path) -> None:
    from bcdesk.vietnamese.numbers import size_words

    try:
        with _backups(folder) as backups:
            listed, damaged = backups.listed(), backups.damaged()
    except DatabaseDamaged:
        show_rescue(folder)
        return
    for backup in listed:
        print(f"{backup.path.name}  {backup.reports} báo cáo  {size_words(backup.size)}")
    for at in damaged:
        print(f"Bản lúc {at:%H:%M ngày %d/%m/%Y} bị hỏng, không dùng được.")
    if not (listed or damaged):
        print("Chưa có bản sao lưu nào.")


def _meant(name: str, folder: Path) -> Path:
    """The backup of that name beside the data, else the file of that path. Raises FileMissing."""
    from bcdesk.storage import shelf

    beside = folder / shelf.FOLDER / name
    path = beside if beside.is_file() else Path(name)
    if not path.is_file():
        raise FileMissing(Path(name))
    return path


@contextmanager
def _backups(folder: Path) -> Iterator[SqliteBackups]:
    from bcdesk.storage.backups import SqliteBackups

    with closing(store_in(folder)) as store:
        yield SqliteBackups(folder, store, lambda: datetime.now().astimezone())
