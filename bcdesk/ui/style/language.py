"""Qt's own words in Vietnamese: its buttons, its file dialog, its context menus; numbers and dates as in Vietnam."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from bcdesk.places import resources


def speak_vietnamese(app: QCoreApplication) -> None:
    """Let Qt speak Vietnamese for as long as the program lives."""
    QLocale.setDefault(QLocale("vi_VN"))
    translator = QTranslator(app)
    translator.load(str(resources() / "translations" / "qtbase_vi.qm"))
    app.installTranslator(translator)
