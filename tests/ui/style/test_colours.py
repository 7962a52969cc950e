from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette

from bcdesk.ui.style.colours import DARK, LIGHT, contrast, palette


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["window", "base", "hover"])
@pytest.mark.parametrize("words", ["text", "muted", "accent", "amber", "red", "green"])
def test_all_words_can_be_read_on_every_ground(colours, ground, words):
    assert contrast(getattr(colours, words), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_words_can_be_read_on_the_accent(colours):
    assert contrast(colours.on_accent, colours.accent) >= 4.5


def test_black_on_white_has_the_largest_contrast():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_palette_shows_what_cannot_be_used_fainter(qapp, colours):
    made = palette(colours)
    faint = made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText).name()
    usable = made.color(QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText).name()
    assert contrast(faint, colours.window) < contrast(usable, colours.window)
