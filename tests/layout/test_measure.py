from __future__ import annotations

import pytest

from bcdesk.layout.measure import Advances, line_height, width
from bcdesk.sheet.sheet import Run
from tests.layout.faces import FixedFace, FixedMeasure


def test_a_run_is_as_wide_as_its_letters():
    assert width(FixedMeasure(), (Run("abc", 20),)) == 300


def test_bold_runs_take_the_bold_face():
    assert width(FixedMeasure(), (Run("ab", 20), Run("c", 20, bold=True))) == 310


def test_nothing_is_no_wider_than_nothing():
    assert width(FixedMeasure(), ()) == 0


def test_libreoffice_7_rounds_each_advance_to_a_sixth_of_a_twip():
    assert Advances(FixedFace(333), 28)["a"] == pytest.approx(93.24)
    assert Advances(FixedFace(333), 28, sixths=True)["a"] == pytest.approx(93 + 1 / 6)


def test_a_single_line_is_as_high_as_ascent_descent_and_leading_with_the_leading_above():
    assert line_height(FixedFace(), 20)[:2] == (180, 220)


def test_liberation_serif_at_14_points_is_322_twips_high():
    class Serif(FixedFace):
        units_per_em, ascent, descent, line_gap = 2048, 1825, 443, 87

    assert line_height(Serif(), 28)[:2] == (262, 322)
