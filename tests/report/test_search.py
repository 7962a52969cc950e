from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.report.matching import Options
from bcdesk.report.office import Office
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import (
    HEADING,
    Appendix,
    Cell,
    Paragraph,
    Picture,
    Place,
    Report,
    Run,
    Section,
    Table,
    paragraph,
)
from bcdesk.report.search import Hit, cut, hits, lines_of, replaced, text_at, texts

LOOSE = Options(marks=False)
LETTERS = st.text(alphabet="aáàbBđĐ ờ", max_size=8)
RUNS = st.builds(Run, LETTERS, st.booleans(), st.booleans(), st.sampled_from([(), (Run("chú thích"),)]))
PARAGRAPHS = st.builds(lambda runs: Paragraph(tuple(runs)), st.lists(RUNS, max_size=4))
CELLS = st.builds(lambda texts: Cell(tuple(texts)), st.lists(PARAGRAPHS, min_size=1, max_size=3))
TABLES = st.builds(lambda one, other: Table((80.0, 80.0), ((one, other),)), CELLS, CELLS)
BLOCKS = st.lists(PARAGRAPHS | TABLES, max_size=3).map(tuple)


def report(**parts) -> Report:
    return Report("khac", Period(PeriodType.YEAR, 2024), Office(), **parts)


REPORTS = st.builds(
    lambda subject, blocks, title, lines, inner: report(
        subject=tuple(subject),
        opening=blocks,
        sections=(Section("s1", "1.", title, blocks, (Section("s2", "", title, inner),)),),
        recipients=tuple(lines),
        appendices=(Appendix("p1", tuple(lines), inner),),
    ),
    st.lists(LETTERS, max_size=2), BLOCKS, LETTERS, st.lists(LETTERS, max_size=3), BLOCKS,
)  # fmt: skip
TABLE = Table((80.0, 80.0), ((Cell((paragraph("một"), paragraph("x"))), Cell((paragraph("x"),))),))
OPTIONS = st.builds(Options, st.booleans(), st.booleans(), st.booleans())


def in_text(text: str, wanted: str, options: Options = LOOSE) -> list[tuple[int, int]]:
    return [(hit.start, hit.end) for hit in hits(report(closing=(paragraph(text),)), wanted, options)]


def test_a_word_is_found_without_its_marks():
    assert in_text("Đường phố", "duong") == [(0, 5)]


def test_with_marks_only_the_marked_word_is_found():
    assert in_text("bao báo bào", "báo", Options()) == [(4, 7)]


def test_case_tells_words_apart_where_asked():
    assert in_text("Xã xã XÃ", "Xã", Options(case=True)) == [(0, 2)]
    assert in_text("Xã xã XÃ", "Xa", Options(marks=False, case=True)) == [(0, 2)]


def test_whole_words_leave_longer_words_alone():
    assert in_text("thôn nông thôn-thôn thônx", "thôn", Options(whole_words=True)) == [(0, 4), (10, 14), (15, 19)]


def test_hits_do_not_overlap():
    assert in_text("aaaa", "aa") == [(0, 2), (2, 4)]


def test_what_is_typed_decomposed_is_found():
    assert in_text("tiếng", "tie\u0302\u0301ng", Options()) == [(0, 5)]


def test_an_empty_search_finds_nothing():
    assert in_text("abc", "") == []


def test_hits_come_in_reading_order_with_their_places():
    full = report(
        subject=("Về x",),
        sections=(Section("s1", "1.", "x", (paragraph("a x"), TABLE)),),
        recipients=("x",),
        appendices=(Appendix("p1", ("một", "x"), ()),),
    )
    found = [(hit.place.part, hit.place.block, hit.place.offset) for hit in hits(full, "x")]
    assert found == [
        ("subject", 0, 3), ("s1", HEADING, 0), ("s1", 0, 2), ("s1", 1, 4), ("s1", 1, 6), ("recipients", 0, 0),
        ("p1", HEADING, 4),
    ]  # fmt: skip


def test_replacing_keeps_the_format_around_and_takes_that_of_the_first_letter():
    text = Paragraph((Run("xã "), Run("Ba", bold=True), Run(" Tơ")))
    before = report(closing=(text,))
    after = replaced(before, hits(before, "Ba Tơ"), "Ba Bích")
    assert after.closing == (Paragraph((Run("xã "), Run("Ba Bích", bold=True))),)


def test_replacing_reaches_tables_headings_and_lines():
    before = report(
        subject=("x",),
        place="x",
        sections=(Section("s1", "1.", "x", (TABLE,)),),
        appendices=(Appendix("p1", ("a", "x")),),
    )
    after = replaced(before, hits(before, "x"), "yy")
    assert (after.subject, after.place, after.sections[0].title) == (("yy",), "yy", "yy")
    assert lines_of(after.sections[0].blocks[0]) == ("một", "yy", "yy")
    assert after.appendices[0].title == ("a", "yy")


def test_a_footnote_on_replaced_text_stays():
    before = report(closing=(Paragraph((Run("ab", footnote=(Run("chú"),)), Run("c"))),))
    after = replaced(before, hits(before, "b"), "x")
    assert after.closing == (Paragraph((Run("ax", footnote=(Run("chú"),)), Run("c"))),)


def test_a_picture_holds_no_text():
    before = report(closing=(Picture(b"", "image/png", 100.0, "x"),))
    assert lines_of(before.closing[0]) == ()
    assert hits(before, "x") == ()


def test_a_picture_is_left_alone_by_a_hit_that_names_it():
    before = report(closing=(Picture(b"", "image/png", 100.0, "x"),))
    assert replaced(before, (Hit(Place("closing", 0), 0, 1),), "y") == before


def test_cutting_takes_the_footnotes_that_hang_inside():
    text = Paragraph((Run("ab", footnote=(Run("1"),)), Run("cd")))
    assert cut(text, 0, 1) == (Run("a"),)
    assert cut(text, 1, 3) == (Run("b", footnote=(Run("1"),)), Run("c"))


@given(REPORTS, LETTERS)
def test_replacing_nothing_changes_nothing(before, new):
    assert replaced(before, (), new) == before


@given(REPORTS, LETTERS.filter(bool), OPTIONS)
def test_replacing_hits_by_themselves_keeps_every_text(before, wanted, options):
    exact = replace(options, marks=True, case=True)
    after = replaced(before, hits(before, wanted, exact), wanted)
    assert list(texts(after)) == list(texts(before))


@given(REPORTS, LETTERS.filter(bool), OPTIONS)
def test_text_outside_the_hits_stays(before, wanted, options):
    found = hits(before, wanted, options)
    after = dict(texts(replaced(before, found, "§§")))
    for place, lines in texts(before):
        expected = "\n".join(lines)
        for hit in reversed([hit for hit in found if hit.place == place]):
            expected = expected[: hit.start] + "§§" + expected[hit.end :]
        assert "\n".join(after[place]) == expected


@given(REPORTS, LETTERS.filter(bool), OPTIONS)
def test_no_footnote_is_lost_by_replacing(before, wanted, options):
    after = replaced(before, hits(before, wanted, options), "§")
    assert footnotes(after) == footnotes(before)


@given(REPORTS, LETTERS.filter(bool))
def test_every_hit_is_the_wanted_text(before, wanted):
    lines = {place: "\n".join(text) for place, text in texts(before)}
    assert all(lines[hit.place][hit.start : hit.end] == wanted for hit in hits(before, wanted, Options(case=True)))


def footnotes(full: Report) -> int:
    parts = [full.opening, *(part.blocks for part in full.appendices), *_section_blocks(full.sections)]
    paragraphs = [text for blocks in parts for block in blocks for text in _paragraphs(block)]
    return sum(bool(run.footnote) for text in paragraphs for run in text.runs)


def _section_blocks(sections):
    for section in sections:
        yield section.blocks
        yield from _section_blocks(section.children)


def _paragraphs(block):
    if isinstance(block, Paragraph):
        return [block]
    return [text for row in block.rows for cell in row for text in cell.paragraphs]


@given(REPORTS)
def test_the_text_at_a_place_is_that_which_is_searched_there(some):
    assert all(text_at(some, place) == "\n".join(lines) for place, lines in texts(some))


@pytest.mark.parametrize("place", [Place("gone"), Place("gone", HEADING), Place("subject", 9), Place("opening", 9)])
def test_there_is_no_text_at_a_place_that_is_not(place):
    assert text_at(report(), place) == ""
