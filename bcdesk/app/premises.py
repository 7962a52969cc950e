"""The place the program works in: its data folder, which one process has at a time, and its screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStorageInfo

from bcdesk.errors import FolderInUse, FolderInUseElsewhere, KnownError
from bcdesk.places import data_folder, is_portable, portable_name, program_folder
from bcdesk.storage.lock import FolderLock
from bcdesk.ui.window import NAME

if TYPE_CHECKING:
    from bcdesk.report.report import Report
    from bcdesk.session.keeping import Keeper
    from bcdesk.ui.doorbell import Doorbell
    from bcdesk.ui.window import Window

PORTABLE_NAME = "bản di động"
PATIENCE = 2.0  # seconds in which a window that was started a moment before can be expected to stand


class Premises:
    """A data folder in which one process works at a time; a second start rings at the `window` that stands there.

    `entered` gets the folder once this one works there. `damaged` is what a window says that was left for a
    rescue, `unsaved` what it could not save. `brought` is a file the clerk has started the program with.
    """

    def __init__(self, folder: Path, entered: Callable[[Path], None], brought: Path | None = None) -> None:
        self.folder = folder
        self.brought = brought
        self._entered = entered
        self.lock = FolderLock(folder)
        self.window: Window | None = None
        self.keeper: Keeper | None = None
        self._inside = False
        self.damaged = False
        self.unsaved: dict[str, Report] = {}

    def has_window(self) -> bool:
        """Whether another window works here, which comes forward then; else this one does, if nothing is in its way."""
        try:
            self.lock.take()
        except FolderInUseElsewhere:
            pass  # told once the window stands, as is every other trouble
        except FolderInUse:
            from bcdesk.ui.doorbell import ring

            return ring(self.folder, self.brought, PATIENCE)
        except KnownError:
            pass
        return False

    def enter(self, *, from_afar: bool = False) -> None:
        """Work here, before anything is written here. Raises FolderInUse and FolderRefused."""
        self.lock.take(from_afar=from_afar)
        if not self._inside:
            self._inside = True
            self._bell.hang()
            self._entered(self.folder)

    def leave(self) -> None:
        """Let the next one in."""
        if self._inside:
            self._inside = False
            self._bell.take_down()
        self.lock.release()

    @cached_property
    def _bell(self) -> Doorbell:
        """Where a second start finds the window; made when that stands, for it loads Qt's network."""
        from bcdesk.ui.doorbell import Doorbell

        bell = Doorbell(self.folder)
        bell.rung.connect(self._come_forward)
        bell.brought.connect(self._take)
        return bell

    def _come_forward(self) -> None:
        if self.window is not None:
            self.window.come_forward()

    def _take(self, file: str) -> None:
        if self.window is not None:
            self.window.take(file)


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
