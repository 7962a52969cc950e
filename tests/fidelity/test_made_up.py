"""The program's PDF of made-up documents has the lines of the preview."""

from __future__ import annotations

import pytest

from bcdesk.layout.paginate import Paginator
from bcdesk.painting.fonts import FontMeasure
from bcdesk.painting.pdf import pdf
from tests.fidelity.compare import compared
from tests.fidelity.corpus import Kind, documents

A_HAIR = 4


@pytest.mark.slow
@pytest.mark.parametrize("kind", Kind)
def test_the_programs_pdf_has_the_lines_and_pages_of_the_preview(qapp, kind):
    paginator = Paginator(FontMeasure())
    for name, sheet in documents(3, 3, kind).items():
        pages = paginator.pages(sheet)
        found = compared(name, pages, pdf(pages, sheet.title))
        assert found.same, found.first_difference()
        assert found.drift < A_HAIR
