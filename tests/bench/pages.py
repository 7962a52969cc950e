"""What the pages cost: a keystroke until the preview shows it, layout and export per page.

Floors of the same run: painting the page that is seen (a keystroke cannot cost less), adding up the width of every
letter (a layout cannot do less), packing the same bytes (an export cannot do less).
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

from bcdesk.intake.files import read_file
from bcdesk.layout.measure import Measure
from bcdesk.painting.fonts import FontMeasure
from bcdesk.painting.painter import page_image
from bcdesk.painting.pdf import pdf
from bcdesk.press.paper import Paper, Press
from bcdesk.report.edits import ReplaceBlocks, blocks_of
from bcdesk.report.report import Paragraph, Report, Run, Section, walk
from tests.bench.timing import median_ms, tell
from tests.house.tree import ROOT

EXAMPLE = ROOT / "resources/samples/bao-cao-tuyen-truyen-cchc-quy-1-2024.txt"
SCREEN_DPI = 96


def report_of(pages: int, press: Press) -> Report:
    """The example cut or repeated until it fills that many pages."""
    example = read_file(EXAMPLE).report
    report = replace(example, sections=example.sections[:1]) if pages == 1 else example
    while pages == 1 and len(press.paper(report).pages) > 1:
        first = report.sections[0]
        report = replace(report, sections=(replace(first, children=first.children[:-1]),))
    count = 1
    while len(press.paper(report).pages) < pages:
        again = tuple(renamed(section, count) for section in example.sections)
        report, count = replace(report, sections=report.sections + again), count + 1
    return report


def renamed(section: Section, count: int) -> Section:
    children = tuple(renamed(child, count) for child in section.children)
    return replace(section, id=f"{section.id}-{count}", children=children)


class Typing:
    """One letter after another into the middle of the report, until the visible page is painted again."""

    def __init__(self, report: Report, press: Press) -> None:
        self.report, self.press, self.letters = report, press, 0
        parts = [section for _, section in walk(report.sections) if section.blocks]
        self.part = parts[len(parts) // 2].id
        self.page = len(press.paper(report).pages) // 2

    def keystroke(self) -> None:
        first = blocks_of(self.report, self.part)[0]
        assert isinstance(first, Paragraph)
        self.letters += 1
        typed = replace(first, runs=(*first.runs, Run("ă" if self.letters % 6 else " ")))
        self.report = ReplaceBlocks(self.part, 0, 1, (typed,)).apply(self.report)
        page_image(self.press.paper(self.report).pages[self.page], SCREEN_DPI)


def widths(report: Report, measure: Measure) -> float:
    face = measure.face(bold=False, italic=False)
    texts = [
        block.plain for _, section in walk(report.sections) for block in section.blocks if isinstance(block, Paragraph)
    ]
    return sum(face.advance(letter) for text in texts for letter in text) * 14 / face.units_per_em


def bench() -> None:
    measure = FontMeasure()
    for pages in (1, 5, 30):
        press = Press(measure)
        report = report_of(pages, press)
        paper = press.paper(report)
        count = len(paper.pages)
        floor = median_ms(lambda paper=paper: page_image(paper.pages[0], SCREEN_DPI))
        typing = Typing(report, press)
        tell(f"keystroke → repainted preview, {count} pages", median_ms(typing.keystroke), "painting a page", floor)
        cold = median_ms(lambda report=report: Press(measure).paper(report), 5)
        tell(f"layout from nothing, per page of {count}", cold / count, "adding up widths",
             median_ms(lambda report=report: widths(report, measure)) / count)  # fmt: skip
        bench_export(paper, count)


def bench_export(paper: Paper, count: int) -> None:
    with zipfile.ZipFile(io.BytesIO(paper.docx())) as package:
        members = {name: package.read(name) for name in package.namelist()}

    def pack() -> None:
        with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in members.items():
                package.writestr(name, data)

    floor = median_ms(pack)
    tell(f"Xuất Word, per page of {count}", median_ms(paper.docx, 5) / count, "packing its bytes", floor / count)
    painted = median_ms(lambda: [page_image(page, SCREEN_DPI) for page in paper.pages], 3)
    tell(f"Xuất PDF, per page of {count}", median_ms(lambda: pdf(paper.pages), 5) / count, "painting a page",
         painted / count)  # fmt: skip
