"""Marks, footnotes and pictures stand on the pages on which LibreOffice has them."""

from __future__ import annotations

import random
import re
from dataclasses import replace

import pytest

from bcdesk.intake.text import read_text
from bcdesk.layout.measure import width
from bcdesk.layout.paginate import Paginator
from bcdesk.layout.profiles import LO7
from bcdesk.painting.fonts import FontMeasure
from bcdesk.painting.pictures import written
from bcdesk.report.report import Paragraph, Picture, Run
from bcdesk.sheet.compose import compose
from bcdesk.sheet.sheet import Sheet
from bcdesk.word.writer import write
from tests.fidelity.office import to_pdf
from tests.fidelity.phrases import words
from tests.fidelity.rendered import rendered
from tests.painting.test_pictures import halves

pytestmark = pytest.mark.office
TOKEN = re.compile(r"[mn]\d{3}x")


def made_up(seed: int, longest: int, measure: FontMeasure) -> Sheet:
    """Text with a named place before each mark, a name in each footnote, and pictures between.

    It begins without the letterhead: LibreOffice 7.4 puts an empty paragraph before a table that comes first in a
    document with footnotes.
    """
    chance = random.Random(seed)
    report = read_text("BÁO CÁO\nCông tác tuần 5\n1. Tốt\nĐã họp.").report
    blocks: list[Paragraph | Picture] = []
    for number in range(24):
        note = Run(f"n{number:03}x {words(chance, chance.randint(2, longest))}")
        runs = (Run(f"{words(chance, chance.randint(9, 60))} m{number:03}x", footnote=(note,)), Run(" đã họp."))
        blocks.append(Paragraph(runs))
        if number % 7 == 5:
            shape = written(halves(60, chance.randint(20, 90)), "image/png")
            blocks.append(Picture(shape, "image/png", float(chance.randint(40, 160))))
    section = replace(report.sections[0], blocks=tuple(blocks))
    sheet = compose(replace(report, sections=(section,)), lambda runs: width(measure, runs))
    return replace(sheet, sections=tuple(replace(part, blocks=part.blocks[1:]) for part in sheet.sections))


def pages_by_name(pages) -> dict[str, int]:
    return {name: at for at, page in enumerate(pages) for line in page.lines for name in TOKEN.findall(line.text)}


@pytest.fixture(scope="module")
def measure(qapp):
    return FontMeasure()


@pytest.fixture(scope="module")
def found(measure, tmp_path_factory):
    """The pages of every name in ours and in LibreOffice's rendering, by the most words of a footnote."""
    sheets = {str(longest): made_up(longest, longest, measure) for longest in (10, 25)}
    pdfs = to_pdf({name: write(sheet) for name, sheet in sheets.items()}, tmp_path_factory.mktemp("office"))
    return {
        name: (pages_by_name(Paginator(measure, LO7).pages(sheet)), pages_by_name(rendered(pdfs[name])))
        for name, sheet in sheets.items()
    }


@pytest.mark.parametrize("longest", ["10", "25"])
def test_every_mark_and_footnote_is_on_the_page_where_libreoffice_has_it(found, longest):
    ours, theirs = found[longest]
    assert len(theirs) == 48
    assert max(theirs.values()) >= 3
    assert ours == theirs


def test_every_footnote_begins_on_the_page_of_its_mark(measure):
    places = pages_by_name(Paginator(measure).pages(made_up(7, 300, measure)))
    assert [places[f"m{number:03}x"] for number in range(24)] == [places[f"n{number:03}x"] for number in range(24)]
