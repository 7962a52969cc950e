"""A window in which some months of work are kept, to be led through every view of the program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from bcdesk.app.papers import Papers
from bcdesk.intake.files import read_file
from bcdesk.places import resources
from bcdesk.report.kinds import load_kinds
from bcdesk.report.office import Office
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import (
    Appendix,
    Cell,
    Paragraph,
    Place,
    Report,
    Request,
    Run,
    State,
    Table,
    paragraph,
)  # fmt: skip
from bcdesk.report.rollover import plan, rolled
from bcdesk.report.states import SIGN, SUBMIT, issued
from bcdesk.session.templates import Templates
from tests.ui.desk import OpenDesk

SAMPLE = resources() / "samples" / "bao-cao-tuyen-truyen-cchc-quy-1-2024.txt"
PATIENCE_MS, LOOK_MS = 30_000, 10
MONTH, QUARTER = PeriodType.MONTH, PeriodType.QUARTER
YEAR = 2026
ROWS = (
    ("STT", "Hình thức tuyên truyền", "Số lượng", "Lượt người"),
    ("1", "Hội nghị lồng ghép ở thôn", "12", "640"),
    ("2", "Cụm pano, băng rôn", "15", "2.310"),
)
TABLE = Table((12.0, 88.0, 30.0, 30.0), tuple(tuple(Cell((paragraph(words),)) for words in row) for row in ROWS))
HOA, DONG = "Nguyễn Thị Hoa", "Phạm Văn Đông"
SCAN = b"%PDF-1.4\nscan\n%%EOF\n"

# kind, subject, period, drafter, state
EARLIER = (
    ("cai-cach-hanh-chinh", "Công tác cải cách hành chính", Period(QUARTER, YEAR - 1, 4), HOA, State.SENT),
    ("kinh-te-xa-hoi", "Tình hình kinh tế - xã hội", Period(MONTH, YEAR, 9), DONG, State.ISSUED),
    ("kinh-te-xa-hoi", "Tình hình kinh tế - xã hội", Period(MONTH, YEAR, 10), DONG, State.DRAFTING),
    ("chuyen-doi-so", "Chuyển đổi số và thực hiện Đề án 06", Period(QUARTER, YEAR, 3), HOA, State.SUBMITTED),
)


def sample() -> Report:
    """The old report the program comes with."""
    return read_file(SAMPLE).report


def rich_report() -> Report:
    """The sample's next period, with a table, a footnote, a request and an appendix."""
    before = sample()
    last = before.sections[-1]
    noted = Paragraph((Run("Số liệu  đến ngày 15/6"), Run("", footnote=(Run("Theo báo cáo của các thôn."),))))
    text = replace(before, sections=(*before.sections[:-1], replace(last, blocks=(*last.blocks, TABLE, noted))))
    made = rolled(text, plan(text, Period(PeriodType.FIRST_HALF, 2024)))
    asked = Request("Công văn", "12/UBND-NC", date(2024, 6, 3), "Ủy ban nhân dân tỉnh", "Báo cáo 6 tháng", None)
    return replace(
        made, drafter=HOA, request=asked, legal_bases=(paragraph("Căn cứ Luật Tổ chức chính quyền địa phương;"),),
        appendices=(Appendix("p1", ("SỐ LIỆU TUYÊN TRUYỀN",), (paragraph("Kèm theo báo cáo."), TABLE)),),
    )  # fmt: skip


def signed_report() -> Report:
    """One that awaits its number."""
    report = replace(sample(), drafter=HOA)
    for step in (SUBMIT, SIGN):
        report = step.apply(report)
    return report


class Patience:
    """Waits as `qtbot` does, where there is no test."""

    def waitUntil(self, so: Callable[[], bool], timeout: int = PATIENCE_MS) -> None:  # noqa: N802  # as in qtbot
        for _ in range(timeout // LOOK_MS):
            if so():
                return
            QTest.qWait(LOOK_MS)
        raise TimeoutError


class Tour(OpenDesk):
    """Leads a window to its views; `first` is its report in work, `signed` awaits its number, `issued` has it."""

    def __init__(self, folder: Path, qtbot: object = None) -> None:
        super().__init__(folder, qtbot or Patience())
        report = sample()
        self.settings.keep_offices((report.office,))
        for name in (DONG, HOA):
            self.settings.keep_drafter(name)
        for kind, subject, period, drafter, state in EARLIER:
            self.store.create(
                replace(report, kind=kind, subject=(subject,), period=period, drafter=drafter, state=state)
            )
        self.store.remove(self.store.create(replace(report, subject=("Báo cáo gõ nhầm",))))
        self.keeper.backups.take()
        self.signed = self.store.create(signed_report())
        self.issued = self.store.create(issued("12", date(YEAR, 11, 20)).apply(signed_report()))
        self.before = self.store.create(report)
        self.first = self.store.create(rich_report())
        own = replace(load_kinds()[0], id="mau-cua-xa", name="Báo cáo công tác tuần của xã", own=True)
        Templates(self.store).keep(own)
        self.window.show_home()

    def open(self, part: str = "", report_id: str = "") -> Report:
        """The report on the desk, its paper made, the caret in that part of it."""
        self.window.open_report(report_id or self.first)
        self.desk.editor.show_place(Place(part or "subject"))
        self.activate(self.window)
        self.desk.paper()
        self.settle()
        return self.report

    def home(self) -> None:
        """The list in front, with the keyboard in it."""
        if self.window.desk is not None or not self.window.home.model.rowCount():
            self.do("home")
        self.activate(self.window)
        self.window.home.search.clear()
        self.window.home.more.setChecked(False)
        self.settle()

    @property
    def office(self) -> Office:
        """The office of this machine."""
        return self.settings.offices[0]

    @property
    def paper_maker(self) -> Papers:
        """What puts reports on paper."""
        return self.window._workplace.make_paper

    def wait(self, so: Callable[[], bool]) -> None:
        """Wait until it is so."""
        self.qtbot.waitUntil(so)

    def settle(self) -> None:
        """Let what was asked for be shown."""
        for _ in range(3):
            QApplication.processEvents()

    def asked(self, kind: type[QDialog]) -> QDialog:
        """The dialog of that class, once it is there."""
        self.wait(lambda: any(each.isVisible() for each in self.window.findChildren(kind)))
        return self.dialog(kind)

    def leave(self) -> None:
        """Close everything that was opened over the window."""
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        for top in QApplication.topLevelWidgets():
            if top is not self.window and top.isVisible():
                top.close()
        bars = self.window.bars
        for notice in (bars.unsaved, bars.trouble, bars.result, bars.reminder, bars.lies_on):
            notice.hide()
        self.settle()
