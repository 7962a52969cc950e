"""Where files live: the resources beside or inside the package, and the folders of the clerk's data and papers.

Only this module knows both positions of `resources/`: beside the package in a checkout, inside it in a wheel.

Portable: where a file `bcdesk-portable.txt` lies beside the program (beside the executable of a packaged program, else
beside the package), everything is kept beside it, in `data/` and `van-ban/`: nothing stays on the PC. The first line of
that file, if it has one, is the name shown in the title of the window.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

import platformdirs

PORTABLE = "bcdesk-portable.txt"
_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """The folder of kinds, icons, language data, samples and the DOCX template."""
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def program_folder() -> Path:
    """The folder in which the program lies."""
    return Path(sys.executable).resolve().parent if getattr(sys, "frozen", False) else _PACKAGE.parent


def is_portable() -> bool:
    """Whether everything is kept beside the program."""
    return (program_folder() / PORTABLE).is_file()


def portable_name() -> str:
    """The name somebody has written into the marker file; empty where nobody has."""
    words = ""
    with suppress(OSError, ValueError):  # a file in another encoding has no name for us
        words = (program_folder() / PORTABLE).read_text(encoding="utf-8-sig")
    return next((line.strip() for line in words.splitlines() if line.strip()), "")


def data_folder() -> Path:
    """The folder of this user's database and settings; not created here."""
    if is_portable():
        return program_folder() / "data"
    return Path(platformdirs.user_data_dir("bcdesk", appauthor=False))


def documents_folder() -> Path:
    """Where exported papers go unless the clerk chooses otherwise; not created here."""
    if is_portable():
        return program_folder() / "van-ban"
    return Path(platformdirs.user_documents_dir())
