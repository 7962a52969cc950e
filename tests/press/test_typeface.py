from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bcdesk.painting.fonts import FontMeasure
from bcdesk.press.typeface import VIETNAMESE, Typeface, typeface_of
from tests.layout.faces import FixedFace, FixedMeasure

CONFIG = """<?xml version="1.0"?>
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""
ASK = """
from PySide6.QtGui import QGuiApplication
from bcdesk.painting.fonts import FontMeasure
from bcdesk.press.typeface import typeface_of

application = QGuiApplication([])
typeface = typeface_of(FontMeasure())
print(typeface.family, "a" in typeface.missing, "ễ" in typeface.missing)
"""
# A real font without Vietnamese letters, which comes with LibreOffice.
SYMBOLS = next(Path("/usr/share/fonts").glob("**/opens___.ttf"), None)


class WithoutHorns(FixedFace):
    def covers(self, character: str) -> bool:
        return character not in "ơƯ"


class MeasureWithoutHorns(FixedMeasure):
    family = "Không móc"

    def face(self, **_: bool) -> FixedFace:
        return WithoutHorns()


def test_the_letters_a_typeface_lacks_are_named():
    assert typeface_of(MeasureWithoutHorns()) == Typeface("Không móc", "Ươ")


def test_the_typeface_of_the_paper_has_every_vietnamese_letter(qapp):
    assert typeface_of(FontMeasure()) == Typeface("Liberation Serif")


def test_each_letter_is_asked_for_once():
    assert len(set(VIETNAMESE)) == len(VIETNAMESE) == 108


@pytest.mark.skipif(SYMBOLS is None, reason="the symbols font is not here")
def test_a_machine_with_no_vietnamese_font_is_found_out(tmp_path):
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    (fonts / SYMBOLS.name).symlink_to(SYMBOLS)
    config = tmp_path / "fonts.conf"
    config.write_text(CONFIG.format(fonts=fonts, cache=tmp_path / "cache"), encoding="utf-8")
    asked = subprocess.run(
        [sys.executable, "-c", ASK],
        env=os.environ | {"FONTCONFIG_FILE": str(config)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert asked.stdout.split() == ["OpenSymbol", "False", "True"], asked.stderr
