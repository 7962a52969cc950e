from __future__ import annotations

import pytest
from PySide6.QtGui import QRawFont

from bcdesk.errors import NoTypeface
from bcdesk.painting.fonts import FontFace, FontMeasure


@pytest.fixture
def measure(qapp):
    return FontMeasure()


def test_widths_are_those_of_the_font_file_unrounded(measure):
    assert measure.face(bold=False, italic=False).advance("ư") == 1110


def test_the_motto_of_the_state_is_as_wide_in_bold_as_measured_with_a_ruler(measure):
    face = measure.face(bold=True, italic=False)
    units = sum(face.advance(letter) for letter in "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert units / face.units_per_em * 13 / 72 * 25.4 == pytest.approx(95.6, abs=0.2)


def test_a_character_the_typeface_lacks_is_said_not_to_be_covered(measure):
    assert not measure.face(bold=False, italic=False).covers("漢")


def test_a_machine_without_a_font_is_told_so():
    with pytest.raises(NoTypeface):
        FontFace(QRawFont())
