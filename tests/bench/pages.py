"""What the pages cost: a keystroke until the preview shows it, layout and export per page.

Floors of the same run: painting the page that is seen (a keystroke cannot cost less), adding up the width of every
letter (a layout cannot do less), packing the same bytes (an export cannot do less).
"""

from __future__ import annotations

import io
import statistics
import zipfile
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from bcdesk.intake.files import read_file
from bcdesk.layout.measure import Measure
from bcdesk.painting.fonts import FontMeasure
from bcdesk.painting.painter import page_image
from bcdesk.painting.pdf import pdf
from bcdesk.press.paper import Paper, Press
from bcdesk.press.review import Reviewer
from bcdesk.report.report import Paragraph, Place, Report, Run, Section, walk
from bcdesk.session.session import Session
from bcdesk.ui.background import Background, Post
from bcdesk.ui.desk import Desk
from bcdesk.ui.findings.checking import DeskCheck
from tests.bench.timing import median_ms, tell, times_ms
from tests.house.tree import ROOT

EXAMPLE = ROOT / "resources/samples/bao-cao-tuyen-truyen-cchc-quy-1-2024.txt"
SCREEN_DPI = 96
KEYS = 120


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
    """The section once more, with ids and words of its own, so that nothing is known of it from before."""
    children = tuple(renamed(child, count) for child in section.children)
    blocks = tuple(replace(block, runs=(*block.runs, Run(f" Lần {count}."))) for block in paragraphs(section))
    return replace(section, id=f"{section.id}-{count}", blocks=blocks, children=children)


def paragraphs(section: Section) -> tuple[Paragraph, ...]:
    return tuple(block for block in section.blocks if isinstance(block, Paragraph))


class Typing:
    """One letter after another into the middle of a report on the desk, until the page it stands on is painted again.

    The desk waits a moment after the last key before it composes; that pause is left out, the work is not.
    """

    def __init__(self, report: Report, press: Press) -> None:
        self.desk = Desk("bench", Session(report), press.paper)
        self.desk.resize(1366, 728)
        self.desk.show()
        self.pages = len(self.desk.paper().pages)
        parts = [section for _, section in walk(report.sections) if section.blocks]
        self.desk.editor.show_place(Place(parts[len(parts) // 2].id, 0))
        QApplication.processEvents()
        self.field = self.desk.editor.focusWidget()
        self.letters = 0

    def keystroke(self) -> None:
        self.letters += 1
        letter = "ă" if self.letters % 6 else " "
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(self.field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
        self.desk.paper()
        QApplication.processEvents()  # paints what has changed in editor and preview


class CheckedTyping(Typing):
    """The same while the check goes on all the time, as if the clerk wrote on just when it began."""

    def __init__(self, report: Report, press: Press) -> None:
        super().__init__(report, press)
        self._background = Background(Post())
        self._check = DeskCheck(self.desk, Reviewer(), self._background)

    def keystroke(self) -> None:
        self._check.check()
        super().keystroke()

    def close(self) -> None:
        self._background.close()


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
        bench_typing(report, press, median_ms(lambda paper=paper: page_image(paper.pages[0], SCREEN_DPI)))
        bench_papers(paper, measure)


def bench_typing(report: Report, press: Press, floor: float) -> None:
    typing = Typing(report, press)
    times = sorted(times_ms(typing.keystroke, KEYS))
    what = f"keystroke → repainted preview, {typing.pages} pages"
    tell(f"{what}, median", statistics.median(times), "painting a page", floor)
    tell(f"{what}, p95", times[int(len(times) * 0.95)], "painting a page", floor)
    typing.desk.deleteLater()
    checked = CheckedTyping(report, press)
    times = sorted(times_ms(checked.keystroke, KEYS))
    tell("   the same while all of it is checked, median", statistics.median(times), "painting a page", floor)
    tell("   the same while all of it is checked, p95", times[int(len(times) * 0.95)], "painting a page", floor)
    checked.close()


def bench_papers(paper: Paper, measure: Measure) -> None:
    pages = len(paper.pages)
    painted = median_ms(lambda: [page_image(page, SCREEN_DPI) for page in paper.pages], 3)
    adding, packing = median_ms(lambda: widths(paper.report, measure)), median_ms(packed(paper), 5)
    for what, action, floor_name, floor in (
        ("layout from nothing", lambda: Press(measure).paper(paper.report), "adding up widths", adding),
        ("Xuất Word", paper.docx, "packing its bytes", packing),
        ("Xuất PDF", lambda: pdf(paper.pages), "painting the pages", painted),
    ):
        taken = median_ms(action, 5)
        tell(f"{what}, {pages} pages ({taken / pages:.2f} ms a page)", taken, floor_name, floor)


def packed(paper: Paper) -> Callable[[], None]:
    """Packs again what the paper's Word file holds."""
    with zipfile.ZipFile(io.BytesIO(paper.docx())) as package:
        members = {name: package.read(name) for name in package.namelist()}

    def pack() -> None:
        with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in members.items():
                package.writestr(name, data)

    return pack
