"""What holds for every sheet: no text is lost or moved about, nothing leaves the margins, nothing overlaps."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcdesk.layout.lines import Breaker
from bcdesk.layout.pages import Line, Page
from bcdesk.layout.paginate import Paginator
from bcdesk.layout.profiles import LO7, LO25, WORD
from bcdesk.sheet.sheet import SINGLE, Align, Cell, Format, Paragraph, Pitch, Row, Run, Sheet, Table, VerticalAlign
from tests.layout.faces import SMALL, FixedMeasure, sheet

pytestmark = pytest.mark.slow

WORDS = (
    *("xã", "thôn", "a", "2021-2025", "76/NQ-CP", "covid-19", "một—hai", "...", "(b)", "“c”", "12,5%", "d…", "!?", ")"),
    *("nhiệm\u00a0vụ", "12345678901234", "\t", "\n"),
)
runs = st.builds(
    Run,
    st.lists(st.sampled_from((*WORDS, "", " ")), max_size=12).map(" ".join),
    st.sampled_from((12, 20, 24)),
    st.booleans(),
    st.booleans(),
)
formats = st.builds(
    Format,
    align=st.sampled_from(Align),
    left=st.sampled_from((0, 100)),
    right=st.sampled_from((0, 100)),
    first=st.sampled_from((-100, 0, 150)),
    before=st.sampled_from((0, 40)),
    after=st.sampled_from((0, 60)),
    pitch=st.sampled_from((Pitch(200), Pitch(260), SINGLE)),
    keep_next=st.booleans(),
    keep_lines=st.booleans(),
    page_break_before=st.sampled_from((False, False, False, True)),
).map(lambda form: form if form.left + form.first >= 0 else replace(form, first=0))
paragraphs = st.builds(
    Paragraph, st.just("a"), st.lists(runs, max_size=3).map(tuple), formats, st.sampled_from((12, 20))
)
cells = st.builds(
    Cell,
    st.lists(paragraphs.map(lambda found: replace(found, format=replace(found.format, page_break_before=False))),
             min_size=1, max_size=3).map(tuple),
    vertical=st.sampled_from(VerticalAlign),
)  # fmt: skip
pairs = st.tuples(cells, cells)
spanning = st.tuples(cells, cells, cells).map(
    lambda found: (Row((replace(found[0], row_span=2), found[1])), Row((found[2],)))
)
bodies = st.lists(st.one_of(pairs.map(lambda found: (Row(found),)), spanning), min_size=1, max_size=4)
tables = st.builds(
    Table,
    st.just((400, 600)),
    st.tuples(st.lists(st.builds(Row, pairs, header=st.just(True)), max_size=1).map(tuple), bodies).map(
        lambda found: (*found[0], *(row for rows in found[1] for row in rows))
    ),
    padding=st.sampled_from((0, 20)),
    rule=st.sampled_from((0, 4)),
)
calmly = settings(max_examples=30)
profiles = st.sampled_from((WORD, LO7, LO25))
sheets = st.lists(st.one_of(paragraphs, paragraphs, tables), max_size=8).map(lambda blocks: sheet(*blocks))
plain_sheets = st.lists(paragraphs, max_size=8).map(lambda blocks: sheet(*blocks))


def laid_out(made: Sheet, profile) -> tuple[Page, ...]:
    return Paginator(FixedMeasure(), profile).pages(made)


def inked(text: str) -> str:
    return "".join(text.split())


def all_paragraphs(made: Sheet):
    for block in made.sections[0].blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from (found for row in block.rows for cell in row.cells for found in cell.paragraphs)


def right_end(line: Line) -> float:
    return max((piece.x + piece.width for piece in line.pieces), default=0)


@given(plain_sheets, profiles)
@calmly
def test_every_letter_is_printed_once_and_in_order(made, profile):
    printed = "".join(inked(line.text) for page in laid_out(made, profile) for line in page.lines)
    assert printed == "".join(inked(found.plain) for found in all_paragraphs(made))


@given(st.lists(tables, min_size=1, max_size=3), profiles)
@calmly
def test_every_letter_of_a_table_is_printed_once_too(made, profile):
    unrepeated = [replace(found, rows=tuple(replace(row, header=False) for row in found.rows)) for found in made]
    whole = sheet(*unrepeated)
    printed = Counter(inked("".join(line.text for page in laid_out(whole, profile) for line in page.lines)))
    assert printed == Counter(inked("".join(found.plain for found in all_paragraphs(whole))))


@given(paragraphs, profiles)
@calmly
def test_lines_show_every_character_of_their_paragraph(made, profile):
    lines = Breaker(FixedMeasure(), profile).broken(made, 0, 1000)
    assert (lines[0].start, lines[-1].end) == (0, len(made.plain))
    assert all(line.end == after.start for line, after in pairwise(lines))


@given(sheets, profiles)
@calmly
def test_no_line_leaves_the_column_by_more_than_a_letter_that_fits_nowhere(made, profile):
    for page in laid_out(made, profile):
        for line in page.lines:
            assert all(piece.x >= SMALL.left for piece in line.pieces)
            assert right_end(line) <= SMALL.width - SMALL.right + 0.01 or len(line.text) == 1


@given(plain_sheets, profiles)
@calmly
def test_no_line_leaves_the_page(made, profile):
    for page in laid_out(made, profile):
        assert all(line.top >= SMALL.top for line in page.lines)
        assert all(line.top + line.height <= SMALL.height - SMALL.bottom for line in page.lines)


@given(sheets, profiles)
@settings(calmly, max_examples=25)
def test_no_two_lines_of_a_page_overlap(made, profile):
    for page in laid_out(made, profile):
        lines = [line for line in page.lines if line.pieces]
        for index, line in enumerate(lines):
            for other in lines[index + 1 :]:
                apart_down = line.top + line.height <= other.top or other.top + other.height <= line.top
                apart_across = right_end(line) <= other.pieces[0].x or right_end(other) <= line.pieces[0].x
                assert apart_down or apart_across or len(line.text) == 1 or len(other.text) == 1


@given(sheets)
@calmly
def test_a_remembered_sheet_is_laid_out_the_same(made):
    paginator = Paginator(FixedMeasure())
    assert paginator.pages(made) == paginator.pages(made) == laid_out(made, WORD)


@pytest.mark.parametrize("profile", [WORD, LO7, LO25], ids=lambda profile: profile.name)
def test_profiles_have_names(profile):
    assert profile.name in {"word", "lo7", "lo25"}
