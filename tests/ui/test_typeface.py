from __future__ import annotations

import pytest

from bcdesk.press.typeface import Typeface
from bcdesk.ui.typeface import INSTALL, measured_with, typeface_trouble

TIMES, LIBERATION, OTHER = Typeface("Times New Roman"), Typeface("Liberation Serif"), Typeface("DejaVu Serif")


@pytest.mark.parametrize(
    ("typeface", "words"),
    [
        (TIMES, ""),
        (LIBERATION, "Đo bằng phông Liberation Serif, cùng bề rộng với Times New Roman"),
        (OTHER, "Đo bằng phông DejaVu Serif, khác bề rộng với Times New Roman"),
    ],
)
def test_a_typeface_that_stands_in_for_the_prescribed_one_is_named(typeface, words):
    assert measured_with(typeface) == words


@pytest.mark.parametrize("typeface", [TIMES, LIBERATION])
def test_a_typeface_as_wide_as_the_prescribed_one_is_no_trouble(typeface):
    assert typeface_trouble(typeface) == ""


@pytest.mark.parametrize("typeface", [OTHER, Typeface("Times New Roman", "ơưạảấầ"), Typeface("OpenSymbol", "ơư")])
def test_any_other_is_a_trouble_that_says_what_to_do(typeface):
    assert typeface.family in typeface_trouble(typeface)
    assert typeface_trouble(typeface).endswith(INSTALL)


def test_a_few_of_the_missing_letters_are_shown():
    words = typeface_trouble(Typeface("Symbol", "ơưạảấầ"))
    assert words.startswith("Phông Symbol của máy này thiếu chữ tiếng Việt (ơ ư ạ ả ấ …) nên trang in sẽ sai. ")
