from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QLineEdit, QPlainTextEdit, QToolButton

import bcdesk
from bcdesk.places import resources
from bcdesk.ui.style.colours import DARK, LIGHT, palette
from bcdesk.ui.style.style import dress, is_small, style_sheet


@pytest.fixture
def plain_again(qapp):
    before = qapp.palette(), qapp.styleSheet(), qapp.style().name()
    yield qapp
    qapp.styleHints().colorSchemeChanged.disconnect()
    qapp.setStyleSheet(before[1])
    qapp.setStyle(before[2])
    qapp.setPalette(before[0])


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_has_all_its_colours(colours):
    assert "$" not in style_sheet(colours)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_an_empty_box_to_check_is_seen(qtbot, colours):
    box = QCheckBox("Cả từ", focusPolicy=Qt.FocusPolicy.NoFocus)
    qtbot.addWidget(box)
    box.setPalette(palette(colours))
    box.setStyleSheet(style_sheet(colours))
    box.show()
    image = box.grab().toImage()
    assert colours.muted in {image.pixelColor(x, image.height() // 2).name() for x in range(16)}


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("state", [Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked])
def test_a_box_has_its_frame_whatever_it_says(qtbot, colours, state):
    box = QCheckBox("Cả từ", focusPolicy=Qt.FocusPolicy.NoFocus, checkState=state)
    qtbot.addWidget(box)
    box.setPalette(palette(colours))
    box.setStyleSheet(style_sheet(colours))
    box.show()
    image = box.grab().toImage()
    assert [image.pixelColor(x, image.height() // 2).name() for x in (0, 13)] == [colours.muted] * 2


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QDoubleSpinBox])
def test_a_field_to_write_in_has_its_frame_also_in_the_dark(qtbot, colours, kind):
    field = kind(focusPolicy=Qt.FocusPolicy.NoFocus)
    qtbot.addWidget(field)
    field.setPalette(palette(colours))
    field.setStyleSheet(style_sheet(colours))
    field.resize(120, 32)
    field.show()
    image = field.grab().toImage()
    assert {image.pixelColor(x, 16).name() for x in (0, 119)} == {colours.line}


def test_the_cross_that_clears_a_field_stands_in_its_middle(qtbot):
    line = QLineEdit("chữ", clearButtonEnabled=True)
    qtbot.addWidget(line)
    line.setStyleSheet(style_sheet(LIGHT))
    line.resize(200, 32)
    line.show()
    cross = line.findChild(QToolButton).geometry()
    assert abs(cross.center().y() - line.rect().center().y()) <= 1


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_a_tick_is_in_the_colour_of_the_text(colours):
    tick = resources() / "icons" / "ticks" / ("dark.svg" if colours.dark else "light.svg")
    assert f'stroke="{colours.text}"' in tick.read_text(encoding="utf-8")
    assert tick.as_posix() in style_sheet(colours)


def test_the_desk_follows_the_system_into_the_dark(plain_again):
    dress(plain_again)
    plain_again.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert plain_again.palette().window().color().name() == DARK.window


@pytest.mark.parametrize(("width", "height", "small"), [(1366, 768, True), (1280, 1024, True), (1920, 1080, False)])
def test_a_screen_with_no_room_to_spare_is_small(width, height, small):
    assert is_small(QSize(width, height)) is small


def test_no_widget_is_asked_for_its_screen():
    """Python's garbage collector deletes what `QWidget.screen()` gave, and every later widget crashes (PySide 6.11)."""
    sources = Path(bcdesk.__file__).parent.rglob("*.py")
    assert [path.name for path in sources if re.search(r"\w\.screen\(\)\.", path.read_text(encoding="utf-8"))] == []
