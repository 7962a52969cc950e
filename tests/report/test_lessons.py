from __future__ import annotations

from functools import cache

from bcdesk.report.lessons import Lessons
from bcdesk.report.office import Office
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import Report, Section, paragraph
from bcdesk.vietnamese.spelling import Proofreader

NAMED = "Đường vào khu sản xuất của làng Kon Trăng đã thông."


@cache
def proofreader() -> Proofreader:
    return Proofreader()


def report(*texts: str) -> Report:
    return Report(
        "khac",
        Period(PeriodType.YEAR, 2026),
        Office(),
        sections=(Section("s1", "1.", "Kết quả", tuple(map(paragraph, texts))),),
    )


def read(*reports: Report) -> tuple[str, ...]:
    lessons = Lessons(reports, proofreader())
    while lessons.read_on(0):
        pass
    return lessons.phrases


def test_a_name_in_two_reports_is_learned():
    assert "Kon Trăng" in read(report(NAMED), report("Mở đầu.", NAMED))


def test_a_name_twice_in_one_report_is_not_learned():
    assert "Kon Trăng" not in read(report(NAMED, NAMED), report("Mở đầu."))


def test_the_reading_goes_on_where_it_was_left():
    lessons = Lessons((report(NAMED, NAMED),), proofreader())
    assert lessons.read_on(0) > lessons.read_on(0)
