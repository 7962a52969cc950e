"""On the example the preview, the program's PDF and LibreOffice's rendering have the same lines on the same pages."""

from __future__ import annotations

import pytest

from bcdesk.layout.paginate import Paginator
from bcdesk.layout.profiles import LO7, WORD
from bcdesk.painting.fonts import FontMeasure
from bcdesk.painting.pdf import pdf
from bcdesk.word.writer import write
from tests.fidelity.compare import compared
from tests.fidelity.example import example_sheet
from tests.fidelity.office import to_pdf
from tests.fidelity.rendered import rendered

pytestmark = pytest.mark.office
A_HAIR = 4


@pytest.fixture(scope="module")
def measure(qapp):
    return FontMeasure()


@pytest.fixture(scope="module")
def sheet(measure):
    return example_sheet(measure)


@pytest.fixture(scope="module")
def office(sheet, tmp_path_factory):
    return to_pdf({"example": write(sheet)}, tmp_path_factory.mktemp("office"))["example"]


@pytest.mark.parametrize("profile", [WORD, LO7], ids=lambda profile: profile.name)
def test_the_preview_has_the_lines_and_pages_of_libreoffice(sheet, measure, office, profile):
    found = compared("example", Paginator(measure, profile).pages(sheet), office)
    assert found.lines > 80
    assert found.same, found.first_difference()


def test_every_line_stands_where_libreoffice_has_it(sheet, measure, office):
    assert compared("example", Paginator(measure).pages(sheet), office).drift < A_HAIR


def test_the_programs_pdf_has_the_lines_and_pages_of_the_preview(sheet, measure):
    pages = Paginator(measure).pages(sheet)
    found = compared("example", pages, pdf(pages, sheet.title))
    assert found.same, found.first_difference()


def test_every_line_of_the_programs_pdf_stands_where_the_preview_has_it(sheet, measure):
    pages = Paginator(measure).pages(sheet)
    for page, drawn in zip(pages, rendered(pdf(pages, sheet.title)), strict=True):
        wanted = {round(line.baseline) for line in page.lines if line.pieces}
        assert all(min(abs(line.baseline * 20 - place) for place in wanted) < A_HAIR for line in drawn.lines)
