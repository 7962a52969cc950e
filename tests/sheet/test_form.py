from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.report.office import Layout
from bcdesk.report.report import Run as TypedRun
from bcdesk.sheet.form import form_of, joined
from bcdesk.sheet.lengths import mm
from bcdesk.sheet.sheet import Run
from bcdesk.sheet.styles import Name, styles_of, within_decree
from tests.sheet.samples import width_of, with_layout

numbers = st.floats(-100, 1000)


@given(st.builds(Layout, *[numbers] * 9))
def test_no_choice_leaves_the_ranges_of_the_decree(layout):
    allowed = within_decree(layout)
    assert allowed.body_size in (13, 14)
    assert allowed.head_size in (12, 13)
    assert 1.0 <= allowed.pitch / (1.15 * allowed.body_size) <= 1.5
    assert allowed.first_line in (10, 12.7)
    assert allowed.gap >= 6
    assert 20 <= allowed.top <= 25
    assert 20 <= allowed.bottom <= 25
    assert 30 <= allowed.left <= 35
    assert 15 <= allowed.right <= 20


@given(st.builds(Layout, *[numbers] * 9))
def test_choices_within_the_decree_stay(layout):
    allowed = within_decree(layout)
    assert within_decree(allowed) == allowed


def test_the_page_is_a4_with_the_margins_of_the_decree_in_twips():
    page = with_layout().sections[0].page
    assert (page.width, page.height) == (11906, 16838)
    assert (page.top, page.bottom, page.left, page.right) == (1134, 1134, 1701, 1134)


def test_a_narrow_right_margin_is_850_twips():
    assert with_layout(right=15).sections[0].page.right == 850


@pytest.mark.parametrize("size", [13, 14])
def test_the_page_number_is_in_the_top_margin_as_large_as_the_body_and_not_on_page_one(size):
    page = with_layout(body_size=size).sections[0].page
    assert page.number_size == 2 * size
    assert page.header < page.top
    assert not page.number_first


def test_every_kind_of_paragraph_has_a_style():
    assert set(styles_of(Layout())) == set(Name)


@pytest.mark.parametrize("name", list(Name))
def test_no_style_has_space_before(name):
    assert styles_of(Layout())[name].format.before == 0


def test_a_blank_is_at_least_as_wide_as_asked():
    form = form_of(Layout(), width_of)
    for width in range(0, mm(20), 37):
        blank = form.blank(Name.NUMBER, width)
        assert form.width(Name.NUMBER, blank) >= width
        assert form.width(Name.NUMBER, blank[1:]) < max(width, 1)


def test_bold_and_italic_are_added_to_the_style():
    form = form_of(Layout(), width_of)
    runs = form.paragraph(Name.BASES, (TypedRun("a"), TypedRun("b", bold=True))).runs
    assert [(run.bold, run.italic) for run in runs] == [(False, True), (True, True)]


def test_runs_of_one_format_are_joined():
    assert joined((Run("a"), Run(""), Run("b"), Run("c", bold=True))) == (Run("ab"), Run("c", bold=True))


def test_a_footnote_stays_behind_its_character():
    form = form_of(Layout(), width_of)
    note = (TypedRun("chú thích"),)
    runs = form.paragraph(Name.BODY, (TypedRun("a"), TypedRun("b", footnote=note), TypedRun("c"))).runs
    assert [(run.text, bool(run.footnote)) for run in runs] == [("ab", True), ("c", False)]
    assert runs[0].footnote[0].plain == " chú thích"
