from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from bcdesk.places import resources
from bcdesk.ui.actions import ACTIONS
from bcdesk.ui.style.colours import DARK, LIGHT, palette
from bcdesk.ui.style.icons import APP, icon

DRAWN = sorted(path.stem for path in (resources() / "icons").glob("*.svg"))


def inks(image: QImage) -> set[str]:
    solid = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.name() for colour in solid if colour.alpha() == 255}


@pytest.fixture
def dressed(qapp):
    before = QApplication.palette()
    yield qapp
    qapp.setPalette(before)


@pytest.mark.parametrize("name", DRAWN)
def test_every_icon_draws_something(qapp, name):
    assert inks(icon(name).pixmap(QSize(96, 96)).toImage())


@pytest.mark.parametrize("name", [name for name in DRAWN if name != APP])
def test_icons_are_one_family(name):
    root = ET.parse(resources() / "icons" / f"{name}.svg").getroot()
    assert (root.get("viewBox"), root.get("stroke"), root.get("stroke-width")) == ("0 0 24 24", "currentColor", "1.5")


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_an_icon_takes_the_colour_of_the_palette(dressed, colours):
    drawing = icon("add")
    dressed.setPalette(palette(colours))
    assert QColor(colours.text).name() in inks(drawing.pixmap(QSize(48, 48)).toImage())


def test_an_icon_of_what_cannot_be_used_is_fainter(dressed):
    dressed.setPalette(palette(LIGHT))
    faint = icon("add").pixmap(QSize(48, 48), QIcon.Mode.Disabled).toImage()
    assert LIGHT.text not in inks(faint)


def test_an_icon_nobody_has_drawn_is_an_error(qapp):
    with pytest.raises(FileNotFoundError):
        icon("no-such-drawing")


def test_every_icon_of_an_action_is_drawn():
    assert {spec.icon for spec in ACTIONS if spec.icon} <= set(DRAWN)
