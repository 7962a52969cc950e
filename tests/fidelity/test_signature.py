"""The last row of a table goes with the signature to the next page, in ours and in LibreOffice's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesk.intake.text import read_text
from bcdesk.layout.measure import width
from bcdesk.layout.paginate import Paginator
from bcdesk.layout.profiles import LO7
from bcdesk.painting.fonts import FontMeasure
from bcdesk.report.report import Cell, Report, Table, paragraph
from bcdesk.sheet.compose import compose
from bcdesk.word.writer import write
from tests.fidelity.office import to_pdf
from tests.fidelity.rendered import rendered

pytestmark = pytest.mark.office
ROWS = 4


def ending_with_table(lines: int) -> Report:
    """A report whose text are so many lines and a table, after which comes the signature."""
    report = read_text("BÁO CÁO\nCông tác tuần 5\n1. Tốt\nĐã họp.").report
    cells = tuple((Cell((paragraph(f"ô{row}"),)), Cell((paragraph("Đạt"),))) for row in range(ROWS))
    text = (*(paragraph(f"Việc {line}.") for line in range(lines)), Table((40.0, 120.0), cells))
    return replace(report, sections=(replace(report.sections[0], blocks=text),))


def page_of(words: str, pages) -> int:
    return next(at for at, page in enumerate(pages) if any(words in line.text for line in page.lines))


@pytest.fixture(scope="module")
def rendering(qapp, tmp_path_factory):
    """The pages of reports of more and more lines, by ours and by LibreOffice."""
    measure = FontMeasure()
    sheets = {str(n): compose(ending_with_table(n), lambda runs: width(measure, runs)) for n in range(16, 24)}
    pdfs = to_pdf({name: write(sheet) for name, sheet in sheets.items()}, tmp_path_factory.mktemp("office"))
    return {name: (Paginator(measure, LO7).pages(sheet), rendered(pdfs[name])) for name, sheet in sheets.items()}


def test_the_last_row_stands_on_the_page_of_the_signature(rendering):
    for pages in (side for both in rendering.values() for side in both):
        assert page_of(f"ô{ROWS - 1}", pages) == page_of("Nơi nhận", pages)


def test_the_rows_before_it_stay_where_libreoffice_has_them(rendering):
    places = [[page_of(f"ô{ROWS - 2}", pages) for pages in both] for both in rendering.values()]
    assert all(ours == theirs for ours, theirs in places)
    assert any(page_of(f"ô{ROWS - 2}", ours) < page_of(f"ô{ROWS - 1}", ours) for ours, _ in rendering.values())
