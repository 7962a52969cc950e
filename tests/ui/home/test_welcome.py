from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel

from bcdesk.ui.home.welcome import Welcome
from bcdesk.ui.style.colours import DARK, palette


def test_its_pictures_follow_day_and_night(qapp, qtbot):
    made = Welcome()
    qtbot.addWidget(made)
    made.show()
    picture = next(label for label in made.findChildren(QLabel) if not label.pixmap().isNull())
    light, before = picture.pixmap().toImage(), qapp.palette()
    qapp.setPalette(palette(DARK))
    QApplication.processEvents()
    dark = picture.pixmap().toImage()
    qapp.setPalette(before)
    assert dark != light
