from __future__ import annotations

import pytest

from bcdesk.sheet.sheet import PageSetup
from bcdesk.word.reading import Kind
from tests.word.documents import left, p, r, reading

SIZE = "<w:pgSz w:w='11906' w:h='16838'/>"
A4 = f"{SIZE}<w:pgMar w:top='1134' w:right='850' w:bottom='1134' w:left='1701' w:header='567'/>"
FIELD = "".join(
    f"<w:r><w:rPr><w:sz w:val='{size}'/></w:rPr>{part}</w:r>"
    for size, part in (
        (20, "<w:fldChar w:fldCharType='begin'/>"),
        (26, "<w:instrText>PAGE \\* MERGEFORMAT</w:instrText>"),
        (20, "<w:fldChar w:fldCharType='separate'/>"),
        (28, "<w:t>2</w:t>"),
        (20, "<w:fldChar w:fldCharType='end'/>"),
    )
)
CENTRED = "<w:pPr><w:jc w:val='center'/></w:pPr>"


def refer(name: str, kind: str = "default", place: str = "header") -> str:
    return f"<w:{place}Reference w:type='{kind}' r:id='{name}'/>"


def body(*references: str, more: str = "") -> str:
    return f"{p('x')}<w:sectPr>{''.join(references)}{A4}{more}</w:sectPr>"


def page(*references: str, more: str = "", **parts) -> PageSetup:
    return reading(body(*references, more=more), **parts).sheet.sections[0].page


def test_paper_and_margins():
    assert page() == PageSetup(right=850, number_size=0, number_first=True)


def test_a_document_without_sections_is_on_words_own_paper():
    found = reading(p("x")).sheet.sections[0].page
    assert (found.width, found.height, found.top, found.header) == (12240, 15840, 1440, 720)


def test_a_gutter_is_part_of_the_left_margin():
    body = "<w:sectPr><w:pgMar w:left='1000' w:gutter='200'/></w:sectPr>"
    assert reading(body).sheet.sections[0].page.left == 1200


def test_sections_end_with_the_paragraph_that_holds_their_properties():
    first = p("a") + p("b", f"<w:sectPr>{A4}</w:sectPr>")
    found = reading(first + body(more="<w:pgNumType w:start='1'/>")).sheet.sections
    assert [[block.plain for block in each.blocks] for each in found] == [["a", "b"], ["x"]]
    assert [each.page.number_from for each in found] == [None, 1]


def test_a_document_may_end_with_the_last_sections_paragraph():
    assert len(reading(p("a", f"<w:sectPr>{A4}</w:sectPr>")).sheet.sections) == 1


def test_a_continuous_break_makes_no_section():
    found = reading(p("a", f"<w:sectPr>{A4}</w:sectPr>") + body(more="<w:type w:val='continuous'/>")).sheet.sections
    assert [[block.plain for block in each.blocks] for each in found] == [["a", "x"]]


def test_a_continuous_break_to_other_paper_does():
    turned = "<w:sectPr><w:pgSz w:w='16838' w:h='11906'/></w:sectPr>"
    assert len(reading(p("a", turned) + body(more="<w:type w:val='continuous'/>")).sheet.sections) == 2


def test_the_page_number_is_known_and_is_no_text():
    parts = {"header_1": f"<w:p>{CENTRED}{FIELD}</w:p>"}
    assert page(refer("header_1"), **parts).number_size == 28
    assert left(body(refer("header_1")), **parts) == []


@pytest.mark.parametrize(
    "field",
    [
        "<w:fldSimple w:instr=' PAGE '><w:r><w:rPr><w:sz w:val='28'/></w:rPr><w:t>2</w:t></w:r></w:fldSimple>",
        "<w:r><w:rPr><w:sz w:val='28'/></w:rPr><w:pgNum/></w:r>",
        f"<w:sdt><w:sdtContent>{FIELD}</w:sdtContent></w:sdt>",
    ],
)
def test_every_shape_of_page_number_is_known(field):
    assert page(refer("header_1"), header_1=f"<w:p>{CENTRED}{field}</w:p>").number_size == 28


def test_the_number_of_pages_is_no_page_number():
    pages = FIELD.replace("PAGE ", "NUMPAGES ")
    assert page(refer("header_1"), header_1=f"<w:p>{CENTRED}{pages}</w:p>").number_size == 0


def test_a_first_page_without_a_number_hides_it():
    header = f"<w:p>{CENTRED}{FIELD}</w:p>"
    assert not page(refer("header_1"), more="<w:titlePg/>", header_1=header).number_first


def test_a_first_page_with_a_number_shows_it():
    header = f"<w:p>{CENTRED}{FIELD}</w:p>"
    references = refer("header_1"), refer("header_2", "first")
    assert page(*references, more="<w:titlePg/>", header_1=header, header_2=header).number_first


def test_a_header_is_inherited_by_the_next_section():
    first = p("a", f"<w:sectPr>{refer('header_1')}{A4}</w:sectPr>")
    found = reading(first + body(), header_1=f"<w:p>{CENTRED}{FIELD}</w:p>").sheet.sections
    assert [each.page.number_size for each in found] == [28, 28]


def test_words_in_headers_and_footers_are_told():
    parts = {"header_1": f"<w:p>{CENTRED}{r('<w:t>Trang </w:t>')}{FIELD}</w:p>", "footer_1": p("Mật")}
    references = refer("header_1"), refer("footer_1", place="footer")
    assert left(body(*references), **parts) == [(Kind.HEADER, "Trang"), (Kind.FOOTER, "Mật")]


def test_words_shown_in_two_ways_are_told_once():
    text = f"<w:txbxContent>{p('Mật')}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{text}</mc:Choice><mc:Fallback>{text}</mc:Fallback></mc:AlternateContent>"
    assert left(body(refer("header_1")), header_1=f"<w:p><w:r>{both}</w:r></w:p>") == [(Kind.HEADER, "Mật")]


def test_a_page_number_in_the_footer_is_told():
    found = left(body(refer("footer_1", place="footer")), footer_1=f"<w:p>{CENTRED}{FIELD}</w:p>")
    assert found == [(Kind.PAGE_NUMBER, "footer center")]


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("<w:pPr><w:jc w:val='right'/></w:pPr>", [(Kind.PAGE_NUMBER, "header right")]),
        ("", [(Kind.PAGE_NUMBER, "header left")]),
        ("<w:pPr><w:tabs><w:tab w:val='center'/></w:tabs></w:pPr><w:r><w:tab/></w:r>", []),
        ("<w:r><w:tab/><w:tab/></w:r>", [(Kind.PAGE_NUMBER, "header right")]),
        ("<w:pPr><w:framePr w:xAlign='center'/></w:pPr>", []),
    ],
)
def test_a_page_number_that_is_not_in_the_middle_is_told(before, told):
    assert left(body(refer("header_1")), header_1=f"<w:p>{before}{FIELD}</w:p>") == told


def test_a_header_that_is_not_there_is_empty():
    assert page(refer("header_9")).number_size == 0
