from __future__ import annotations

import os
from pathlib import Path

from tests.fonts import private_fontconfig

BUILD = Path(__file__).resolve().parent.parent / "build"

# Before Qt or LibreOffice start: both read fontconfig once.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["FONTCONFIG_FILE"] = str(private_fontconfig(BUILD / "fonts"))


def pytest_sessionfinish() -> None:
    from PySide6.QtGui import QGuiApplication

    from bcdesk.ui.clipboard import leave_plain_text

    if QGuiApplication.instance() is not None:
        leave_plain_text()
