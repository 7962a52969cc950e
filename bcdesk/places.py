"""Where files live: the resources beside or inside the package, and the folder of the clerk's data.

Only this module knows both positions of `resources/`: beside the package in a checkout, inside it in a wheel.
"""

from __future__ import annotations

from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """The folder of kinds, icons, language data, samples and the DOCX template."""
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def data_folder() -> Path:
    """The folder of this user's database and settings; not created here."""
    return Path(platformdirs.user_data_dir("bcdesk", appauthor=False))


def documents_folder() -> Path:
    """Where exported papers go unless the clerk chooses otherwise."""
    return Path(platformdirs.user_documents_dir())
