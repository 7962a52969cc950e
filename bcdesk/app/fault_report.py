"""Gathers what a fault report tells: of the program, the machine, the data, and the last lines of the log."""

from __future__ import annotations

import getpass
import platform
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from PySide6 import __version__ as qt_version
from PySide6.QtGui import QGuiApplication, QScreen

from bcdesk import __version__
from bcdesk.app.records import CRASHES, LOG
from bcdesk.errors import KnownError
from bcdesk.places import documents_folder, is_portable, program_folder
from bcdesk.report.health import Health
from bcdesk.session.fault_report import UNKNOWN, Machine, fault_report
from bcdesk.ui.clock import local_now

LARGEST_TAIL = 200_000
HUNDRED = 100


def fault_text(folder: Path) -> str:
    """The fault report of the program that works on the data in `folder`, as it would be written."""
    log, crashes = tail(folder / LOG), tail(folder / CRASHES)
    return fault_report(machine(), _data(folder), log, crashes, hidden(folder), local_now())


def machine() -> Machine:
    """The program, and what it runs on."""
    screens = ", ".join(map(_screen_words, QGuiApplication.screens() if QGuiApplication.instance() else ()))
    program = {
        "Phiên bản": __version__,
        "Bản di động": "có" if is_portable() else "không",
        "Python, Qt": f"{platform.python_version()}, {qt_version}",
    }
    system = {
        "Hệ điều hành": f"{platform.system()} {platform.release()} ({platform.machine()})",
        "Màn hình": screens or UNKNOWN,
    }
    return Machine(program, system)


def tail(path: Path) -> str:
    """The end of a text file; nothing of one that cannot be read."""
    with suppress(OSError), path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - LARGEST_TAIL))
        return file.read(LARGEST_TAIL).decode(errors="replace")
    return ""


def hidden(folder: Path) -> dict[str, str]:
    """What tells whose machine this is, and what is shown for it: folders, the person, the machine."""
    named = {"<máy>": platform.node(), "<người dùng>": _person()}
    folders = {
        "<dữ liệu>": folder,
        "<chương trình>": program_folder(),
        "<tài liệu>": documents_folder(),
        "<tạm>": Path(tempfile.gettempdir()),
        "~": Path.home(),
    }
    names = {name: shown for shown, name in named.items() if name}
    return names | {str(path): shown for shown, place in folders.items() for path in _ways(place)}


def _ways(folder: Path) -> Iterable[Path]:
    """How a folder may be written in the log."""
    absolute = folder.absolute()
    return (path for path in {absolute, absolute.resolve()} if path != Path(path.anchor))


def _person() -> str:
    with suppress(OSError, KeyError, ImportError):  # a user without a name, as in some containers
        return getpass.getuser()
    return ""


def _data(folder: Path) -> Health | KnownError:
    from bcdesk.storage.health import health

    try:
        return health(folder)
    except KnownError as error:
        return error


def _screen_words(screen: QScreen) -> str:
    size, scale = screen.size(), round(screen.devicePixelRatio() * HUNDRED)
    return f"{size.width()}×{size.height()}, phóng {scale} %, {round(screen.logicalDotsPerInch())} dpi"
