from __future__ import annotations

import pytest

from bcdesk.layout.pages import Page
from bcdesk.ui.preview.stack import MARGIN, Stack, scale_of

PORTRAIT = Page(11906, 16838, ())
LANDSCAPE = Page(16838, 11906, ())


def test_paper_has_its_own_size_at_a_zoom_of_one():
    assert 11906 * scale_of(1.0) == pytest.approx(210 / 25.4 * 96, abs=0.1)


def test_each_page_fits_between_the_margins():
    stack = Stack((PORTRAIT, LANDSCAPE), None, 500)
    for index, page in enumerate(stack.pages):
        assert page.width * stack.scale_at(index) == pytest.approx(500 - 2 * MARGIN)
    assert stack.width == 500


def test_no_desk_is_too_narrow_for_a_page():
    assert Stack((PORTRAIT,), None, 0).scale_at(0) > 0


def test_pages_stand_one_under_another_in_the_middle():
    stack = Stack((PORTRAIT, LANDSCAPE), 0.05, 1000)
    assert stack.tops[0] == MARGIN
    assert stack.tops[1] == pytest.approx(2 * MARGIN + 16838 * 0.05, abs=1)
    assert stack.left(0) == pytest.approx((1000 - 11906 * 0.05) / 2, abs=1)


def test_pages_begin_at_whole_device_pixels():
    stack = Stack((PORTRAIT, PORTRAIT, PORTRAIT), 0.0501, 777, pixel_ratio=1.25)
    for place in (*stack.tops, stack.left(1)):
        assert place * 1.25 == pytest.approx(round(place * 1.25))


def test_the_desk_is_as_wide_as_its_widest_page_asks():
    assert Stack((LANDSCAPE,), 0.1, 300).width == round(1683.8) + 2 * MARGIN


def test_a_point_is_found_on_its_page_in_twips():
    stack = Stack((PORTRAIT, PORTRAIT), 0.05, 1000)
    page, x, y = stack.on_page(stack.left(1) + 50, stack.tops[1] + 100)
    assert (page, x, y) == (1, pytest.approx(1000), pytest.approx(2000))
    assert stack.y_of(1, y) == pytest.approx(stack.tops[1] + 100)
    assert stack.x_of(1, x) == pytest.approx(stack.left(1) + 50)


def test_only_pages_on_the_screen_are_visible():
    stack = Stack((PORTRAIT,) * 5, 0.05, 1000)
    assert stack.visible(stack.tops[2] + 10, stack.tops[3] + 10) == range(2, 4)
    assert stack.visible(0, 1) == range(1)
    assert Stack((), 0.05, 100).visible(0, 100) == range(0)
