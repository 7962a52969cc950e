from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesk.sheet.sheet import PageSetup, Section
from bcdesk.word.writer import write
from tests.fidelity.office import to_pdf
from tests.fidelity.rendered import rendered
from tests.word.samples import BODY, SHEET, paragraph, sheets

pytestmark = pytest.mark.office

LEFT, RIGHT = 1701 / 20, 1134 / 20


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    return rendered(to_pdf({"sample": write(SHEET)}, tmp_path_factory.mktemp("office"))["sample"])


def test_sizes_weights_and_places_are_kept(pages):
    head, body = pages[0].line("CỘNG HÒA"), pages[0].line("Tuyên truyền")
    assert (head.sizes, head.bold) == ({13.0}, True)
    assert head.middle == pytest.approx((LEFT + pages[0].width - RIGHT) / 2, abs=0.5)
    assert 14.0 in body.sizes
    assert body.x0 == pytest.approx(LEFT + 36, abs=0.5)


def test_a_table_begins_at_the_margin(pages):
    assert min(rule.x0 for rule in pages[0].rules if rule.width > 300) == pytest.approx(LEFT, abs=0.5)


def test_a_footnote_stands_at_the_foot_of_the_page(pages):
    assert pages[0].line("Theo kế hoạch.").baseline > pages[0].height * 0.8


def test_each_page_shows_its_number_where_its_section_does(tmp_path):
    leaf = paragraph(BODY, "Ủy ban nhân dân xã", form=replace(BODY.format, page_break_before=True))
    leaves = (paragraph(BODY, "Ủy ban nhân dân xã"), leaf)
    hidden, turned = PageSetup(), PageSetup(16838, 11906, number_from=1)
    made = sheets(Section(hidden, leaves), Section(turned, leaves), Section(replace(turned, number_first=True), leaves))
    tops = [page.lines[0] for page in rendered(to_pdf({"numbers": write(made)}, tmp_path)["numbers"])]
    assert [line.text[:1] for line in tops] == ["Ủ", "2", "Ủ", "2", "1", "2"]
    assert tops[1].middle == pytest.approx((LEFT + 11906 / 20 - RIGHT) / 2, abs=0.5)
    assert tops[1].sizes == {14.0}


def test_pages_turn_with_their_section(pages):
    assert [(round(page.width), round(page.height)) for page in pages] == [(595, 842), (842, 595)]
