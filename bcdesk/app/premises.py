"""The place the program works in: its data folder, which one process has at a time, and its screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStorageInfo

from bcdesk.errors import FolderInUse, KnownError
from bcdesk.places import data_folder, is_portable, portable_name, program_folder
from bcdesk.storage.lock import FolderLock
from bcdesk.ui.doorbell import Doorbell, ring
from bcdesk.ui.window import NAME

if TYPE_CHECKING:
    from bcdesk.report.report import Report
    from bcdesk.session.keeping import Keeper

PORTABLE_NAME = "bản di động"


class Premises:
    """A data folder in which one process works at a time; `bell` is where a second start finds it.

    `entered` gets the folder once this one may write there. `damaged` is what a window says that was left for a
    rescue, `unsaved` what it could not save. `brought` is a file the clerk has started the program with.
    """

    def __init__(self, folder: Path, entered: Callable[[Path], None], brought: Path | None = None) -> None:
        self.folder = folder
        self.brought = brought
        self._entered = entered
        self.lock = FolderLock(folder)
        self.bell = Doorbell(folder)
        self.keeper: Keeper | None = None
        self.damaged = False
        self.unsaved: dict[str, Report] = {}

    def has_window(self) -> bool:
        """Whether another window works here, which comes forward then; else this one does, if nothing is in its way."""
        if ring(self.folder, self.brought):
            return True
        try:
            self.enter()
        except FolderInUse:
            return ring(self.folder, self.brought)  # both were started at the same moment
        except KnownError:
            pass  # told once the window stands
        return False

    def enter(self, *, from_afar: bool = False) -> None:
        """Work here, before anything is written here. Raises FolderInUse and FolderRefused."""
        if not self.lock.held:
            self.lock.take(from_afar=from_afar)
            self.bell.hang()
            self._entered(self.folder)

    def leave(self) -> None:
        """Let the next one in."""
        if self.lock.held:
            self.bell.take_down()
            self.lock.release()


def program_name(folder: Path) -> str:
    """What the title of the window ends with: carried about, the program names its stick."""
    if not (is_portable() and folder == data_folder()):
        return NAME
    stick = portable_name() or QStorageInfo(str(program_folder())).displayName()
    return f"{NAME} {PORTABLE_NAME} ({stick})"


def has_display() -> bool:
    """Whether a window can be shown here."""
    if sys.platform != "linux" or "QT_QPA_PLATFORM" in os.environ:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
