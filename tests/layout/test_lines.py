from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesk.layout.lines import REMEMBERED, Breaker
from bcdesk.layout.profiles import LO7, LO25, WORD
from bcdesk.report.report import Place
from bcdesk.sheet.sheet import SINGLE, Align, Paragraph, Picture, Pitch, Run
from tests.layout.faces import LEFT, PITCH, SIZE, FixedMeasure, lines_of, paragraph, texts

JUSTIFY = replace(LEFT, align=Align.JUSTIFY)


def test_lines_are_filled_with_as_many_words_as_fit():
    assert texts(paragraph("một hai ba bốn năm")) == ["một hai ba", "bốn năm"]


def test_blanks_hang_behind_the_end_of_the_line():
    assert texts(paragraph("một hai bảy   xã")) == ["một hai", "bảy   xã"]
    assert texts(paragraph("1234567890   xã")) == ["1234567890", "xã"]


def test_a_line_knows_its_characters_with_the_blanks_that_hang():
    assert [(line.start, line.end) for line in lines_of(paragraph("1234567890   xã"))] == [(0, 13), (13, 15)]


def test_characters_are_counted_from_the_place_in_the_report():
    found = lines_of(paragraph("I. một hai ba", source=Place("a", 2), source_start=3))
    assert [(line.start, line.end, line.source) for line in found] == [
        (0, 8, Place("a", 2)),
        (8, 10, Place("a", 2)),
    ]


def test_the_first_line_is_indented_and_the_others_hang():
    indented = lines_of(paragraph("một hai ba", replace(LEFT, first=300)))
    hanging = lines_of(paragraph("một hai bốn", replace(LEFT, left=300, first=-300)))
    assert [line.pieces[0].x for line in indented] == [400, 100]
    assert [line.pieces[0].x for line in hanging] == [100, 400]


def test_the_right_indent_narrows_the_lines():
    assert texts(paragraph("một hai ba", replace(LEFT, right=300))) == ["một hai", "ba"]


def test_centred_lines_stand_in_the_middle():
    assert lines_of(paragraph("một hai", replace(LEFT, align=Align.CENTER)))[0].pieces[0].x == 250


def test_right_lines_end_at_the_margin():
    piece = lines_of(paragraph("một hai", replace(LEFT, align=Align.RIGHT)))[0].pieces[0]
    assert piece.x + piece.width == 1100


def test_justified_lines_spread_over_their_blanks_but_not_the_last():
    full, last = lines_of(paragraph("một hai b cuối cùng", JUSTIFY))
    assert (full.pieces[0].spread, full.pieces[0].width) == (50, 1000)
    assert last.pieces[0].spread == 0


def test_a_justified_line_before_a_line_break_is_not_spread():
    first, second = lines_of(paragraph("một hai\nba", JUSTIFY))
    assert (first.pieces[0].spread, second.text) == (0, "ba")


def test_a_justified_line_of_one_word_is_not_spread():
    assert lines_of(paragraph("chín12345 mười", JUSTIFY))[0].pieces[0].spread == 0


def test_a_line_break_belongs_to_the_line_it_ends():
    assert [(line.start, line.end) for line in lines_of(paragraph("một\nhai"))] == [(0, 4), (4, 7)]


def test_a_line_break_at_the_end_leaves_an_empty_line():
    assert texts(paragraph("một\n")) == ["một", ""]


def test_a_word_wider_than_the_column_is_split():
    assert texts(paragraph("a 123456789012345")) == ["a", "1234567890", "12345"]


def test_a_letter_wider_than_the_column_still_gets_a_line():
    assert texts(paragraph("abc", replace(LEFT, right=950))) == ["a", "b", "c"]


def test_an_empty_paragraph_is_one_line_as_high_as_its_mark():
    assert [(line.text, line.height) for line in lines_of(paragraph())] == [("", PITCH)]
    single = Paragraph("a", (), replace(LEFT, pitch=SINGLE), 40)
    assert lines_of(single)[0].height == 440


def test_the_baseline_of_an_exact_pitch_is_at_four_fifths():
    assert lines_of(paragraph("a"))[0].baseline == 100 + 160


def test_a_single_line_is_as_high_as_its_largest_letters():
    mixed = Paragraph("a", (Run("a", 20), Run("b", 40)), replace(LEFT, pitch=SINGLE))
    line = lines_of(mixed)[0]
    assert (line.height, line.baseline) == (440, 100 + 360)


def test_a_multiple_pitch_adds_its_part_below_the_line():
    line = lines_of(paragraph("a", replace(LEFT, pitch=Pitch(360, exact=False))))[0]
    assert (line.height, line.baseline) == (330, 100 + 180)


def test_pieces_follow_the_fonts_of_the_runs():
    line = lines_of(Paragraph("a", (Run("một ", SIZE), Run("hai", SIZE, bold=True)), LEFT))[0]
    assert [(piece.text, piece.x, piece.bold) for piece in line.pieces] == [("một ", 100, False), ("hai", 500, True)]


def test_runs_of_one_font_become_one_piece():
    line = lines_of(Paragraph("a", (Run("một ", SIZE), Run("hai", SIZE)), LEFT))[0]
    assert [piece.text for piece in line.pieces] == ["một hai"]


def test_a_word_in_two_fonts_is_not_parted():
    mixed = Paragraph("a", (Run("một hai b", SIZE), Run("ốn", SIZE, bold=True)), LEFT)
    assert texts(mixed) == ["một hai", "bốn"]


def test_spread_pieces_make_room_for_each_other():
    mixed = Paragraph("a", (Run("một ", SIZE), Run("ba", SIZE, italic=True), Run(" na sáu", SIZE)), JUSTIFY)
    first = lines_of(mixed)[0]
    assert [piece.x for piece in first.pieces] == [100, 500 + 50, 700 + 50]
    assert first.pieces[-1].x + first.pieces[-1].width == 1100


def test_a_tab_leads_to_the_next_stop():
    assert [piece.x for piece in lines_of(paragraph("ab\tc"))[0].pieces] == [100, 820]


def test_a_tab_of_a_hanging_line_leads_to_its_indent():
    line = lines_of(paragraph("1.\tc", replace(LEFT, left=300, first=-300)))[0]
    assert [piece.x for piece in line.pieces] == [100, 400]


def test_a_tab_that_does_not_fit_begins_the_next_line():
    assert [line.pieces[0].x for line in lines_of(paragraph("12345678\tx"))] == [100, 820]


def test_only_what_stands_behind_the_last_tab_is_spread():
    first = lines_of(paragraph("a\tb c thôn", replace(JUSTIFY, right=-400)))[0]
    assert [(piece.text, piece.spread) for piece in first.pieces] == [("a", 0), ("b c", 380)]


def test_a_picture_stands_on_the_baseline_of_its_line():
    picture = Picture(b"png", "image/png", 500, 400, "sơ đồ")
    form = replace(LEFT, pitch=SINGLE)
    breaker = Breaker(FixedMeasure(), WORD)
    line = breaker.broken(Paragraph("a", (Run("ab", SIZE), Run("", SIZE, picture=picture)), form), 100, 1000)[0]
    image = line.images_at(1000)[0]
    assert (line.height, image.x, image.y, image.width) == (440, 300, 1000, 500)
    assert (line.start, line.end) == (0, 2)


def test_the_mark_of_a_footnote_stands_raised_behind_its_word():
    noted = Paragraph("a", (Run("ab", SIZE, footnote=(paragraph("chú thích"),)), Run("c", SIZE)), LEFT)
    line = Breaker(FixedMeasure(), WORD).broken(noted, 0, 1000, note=3)[0]
    assert [(piece.text, piece.size, piece.raise_) for piece in line.pieces] == [
        ("ab", SIZE, 0),
        ("3", 12, 78),
        ("c", SIZE, 0),
    ]
    assert (line.notes[0].number, line.end) == (3, 3)


def test_libreoffice_makes_the_width_of_what_stands_in_one_font_whole_twips():
    mixed = Paragraph("a", (Run("a", 21), Run("b", 21, italic=True)), LEFT)
    assert Breaker(FixedMeasure(), WORD).broken(mixed, 0, 1000)[0].pieces[1].x == 105
    odd = Paragraph("a", (Run("a", 21, bold=True), Run("b", 21)), LEFT)
    assert Breaker(FixedMeasure(), WORD).broken(odd, 0, 1000)[0].pieces[1].x == pytest.approx(115.5)
    assert Breaker(FixedMeasure(), LO7).broken(odd, 0, 1000)[0].pieces[1].x == 116
    assert Breaker(FixedMeasure(), LO25).broken(odd, 0, 1000)[0].pieces[1].x == 115


def test_a_broken_paragraph_is_remembered_whatever_its_place():
    breaker = Breaker(FixedMeasure(), WORD)
    here, there = paragraph("một", source=Place("a", 1)), paragraph("một", source=Place("a", 2))
    assert breaker.broken(here, 0, 1000) is breaker.broken(there, 0, 1000)
    assert breaker.broken(here, 0, 1000) is not breaker.broken(here, 0, 900)


def test_what_is_remembered_is_forgotten_once_it_is_much():
    breaker = Breaker(FixedMeasure(), WORD)
    first = breaker.broken(paragraph("một"), 0, 1000)
    breaker.tidy()
    assert breaker.broken(paragraph("một"), 0, 1000) is first
    for width in range(1000, 1000 + REMEMBERED):
        breaker.broken(paragraph("a"), 0, width)
    breaker.tidy()
    assert breaker.broken(paragraph("một"), 0, 1000) is not first
