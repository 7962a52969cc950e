from __future__ import annotations

import pytest

from bcdesk.word.numbering import written
from bcdesk.word.reading import Kind
from tests.word.documents import blocks, left, only, p


def level(depth: int, shape: str, text: str, more: str = "", start: str = "<w:start w:val='1'/>") -> str:
    return f"<w:lvl w:ilvl='{depth}'>{start}<w:numFmt w:val='{shape}'/><w:lvlText w:val='{text}'/>{more}</w:lvl>"


def kind(name: int, *levels: str) -> str:
    return f"<w:abstractNum w:abstractNumId='{name}'>{''.join(levels)}</w:abstractNum>"


def num(name: int, abstract: int, more: str = "") -> str:
    return f"<w:num w:numId='{name}'><w:abstractNumId w:val='{abstract}'/>{more}</w:num>"


def item(text: str, depth: int = 0, name: int = 1) -> str:
    return p(text, f"<w:numPr><w:ilvl w:val='{depth}'/><w:numId w:val='{name}'/></w:numPr>")


OUTLINE = kind(0, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2."), level(2, "lowerLetter", "%3)")) + num(
    1, 0
)


def texts(body: str, numbering: str) -> list[str]:
    return [block.plain for block in blocks(body, numbering=numbering)]


def test_numbers_are_written_before_their_paragraphs():
    body = item("A") + item("a", 1) + item("b", 1) + item("x", 2) + item("B") + item("c", 1)
    assert texts(body, OUTLINE) == ["I. A", "I.1. a", "I.2. b", "a) x", "II. B", "II.1. c"]


def test_the_written_numbers_are_told():
    assert left(item("A") + item("B"), numbering=OUTLINE) == [(Kind.NUMBERING, "I., II.")]


def test_a_legal_level_counts_in_digits():
    numbering = kind(0, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>")) + num(1, 0)
    assert texts(item("A") + item("a", 1), numbering) == ["I. A", "1.1 a"]


def test_a_level_that_never_restarts_counts_on():
    numbering = kind(0, level(0, "decimal", "%1."), level(1, "decimal", "%2)", "<w:lvlRestart w:val='0'/>")) + num(1, 0)
    assert texts(item("A") + item("a", 1) + item("B") + item("b", 1), numbering) == ["1. A", "1) a", "2. B", "2) b"]


def test_a_level_whose_upper_level_has_not_counted_shows_where_that_starts():
    assert texts(item("a", 1), OUTLINE) == ["I.1. a"]


def test_lists_of_one_kind_count_on_unless_one_starts_anew():
    again = "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride>"
    numbering = kind(0, level(0, "decimal", "%1.")) + num(1, 0) + num(2, 0) + num(3, 0, again)
    body = item("a") + item("b", name=2) + item("c", name=3) + item("d", name=3)
    assert texts(body, numbering) == ["1. a", "2. b", "5. c", "6. d"]


def test_a_list_may_bring_a_level_of_its_own():
    own = f"<w:lvlOverride w:ilvl='0'>{level(0, 'lowerRoman', '(%1)')}</w:lvlOverride>"
    assert texts(item("a"), kind(0, level(0, "decimal", "%1.")) + num(1, 0, own)) == ["(i) a"]


def test_a_list_that_is_a_link_means_the_list_of_its_style():
    link = "<w:abstractNum w:abstractNumId='7'><w:numStyleLink w:val='L'/></w:abstractNum>"
    real = f"<w:abstractNum w:abstractNumId='0'><w:styleLink w:val='L'/>{level(0, 'decimal', '%1/')}</w:abstractNum>"
    assert texts(item("a"), link + real + num(1, 7)) == ["1/ a"]


def test_a_suffix_of_nothing_leaves_no_blank():
    assert texts(item("a"), kind(0, level(0, "decimal", "%1.", "<w:suff w:val='nothing'/>")) + num(1, 0)) == ["1.a"]


@pytest.mark.parametrize(
    ("sign", "font", "shown"),
    [("-", "", "- a"), ("\uf0b7", "Symbol", "• a"), ("\uf0a7", "Wingdings", "▪ a"), ("\uf0b7", "Courier", "• a")],
)
def test_bullets_are_signs(sign, font, shown):
    more = f"<w:rPr><w:rFonts w:ascii='{font}'/></w:rPr>" if font else ""
    assert texts(item("a"), kind(0, level(0, "bullet", sign, more)) + num(1, 0)) == [shown]


def test_a_number_is_in_the_font_of_its_level():
    numbering = kind(0, level(0, "decimal", "%1.", "<w:rPr><w:b/></w:rPr>")) + num(1, 0)
    assert [run.bold for run in only(item("a"), numbering=numbering).runs] == [True, False]


def test_the_indents_of_a_level_hold_unless_the_paragraph_has_its_own():
    numbering = kind(0, level(0, "decimal", "%1.", "<w:pPr><w:ind w:left='720' w:hanging='360'/></w:pPr>")) + num(1, 0)
    numbered = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"
    one, two = blocks(item("a") + p("b", f"{numbered}<w:ind w:left='100'/>"), numbering=numbering)
    assert (one.format.left, one.format.first, two.format.left, two.format.first) == (720, -360, 100, -360)


@pytest.mark.parametrize("name", [0, 9])
def test_a_list_that_is_switched_off_or_missing_has_no_number(name):
    assert texts(item("a", name=name), OUTLINE) == ["a"]


def test_a_list_comes_with_a_style_too():
    styles = (
        "<w:style w:type='paragraph' w:styleId='L'><w:name w:val='L'/>"
        "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
    )
    assert only(p("a", "<w:pStyle w:val='L'/>"), styles=styles, numbering=OUTLINE).plain == "I. a"


@pytest.mark.parametrize(
    ("value", "shape", "shown"),
    [
        (3, "none", ""),
        (4, "decimalZero", "04"),
        (27, "lowerLetter", "aa"),
        (2, "upperLetter", "B"),
        (9, "lowerRoman", "ix"),
        (100_000, "upperRoman", "100000"),
        (100_000, "lowerLetter", "100000"),
        (0, "upperLetter", "0"),
        (5, "vietnameseCounting", "5"),
    ],
)
def test_shapes_of_numbers(value, shape, shown):
    assert written(value, shape) == shown
