from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bcdesk.intake.guesses import OTHER_KIND, guessed_kind, guessed_period, of_kinds
from bcdesk.intake.intake import Intake
from bcdesk.intake.text import read_text
from bcdesk.report.kinds import load_kinds, new_report
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import DocumentDate
from bcdesk.report.units import sample_office

WEEK = Period(PeriodType.WEEK, 2026, 12)
TODAY = date(2026, 11, 24)
MONTH = Period(PeriodType.MONTH, 2026, 5)
# What these are about is for the clerk to say; nothing in their subject tells them from others.
OPEN = {OTHER_KIND, "so-ket-tong-ket"}


@pytest.mark.parametrize("kind", [kind for kind in load_kinds() if kind.id not in OPEN], ids=lambda kind: kind.id)
def test_each_kind_is_known_by_its_own_subject(kind):
    period = WEEK if kind.id == "cong-tac-tuan" else MONTH
    assert guessed_kind(new_report(kind, period, sample_office()).subject) == kind.id


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        ("Cong tac CAI CACH HANH CHINH nam 2026", "cai-cach-hanh-chinh"),
        ("Về việc làm đường bê tông thôn Con Dốc", OTHER_KIND),
        ("", OTHER_KIND),
    ],
)
def test_marks_and_capitals_do_not_matter(subject: str, kind: str):
    assert guessed_kind((subject,)) == kind


def test_a_template_of_the_office_is_known_by_its_name_before_a_kind_built_in():
    built_in = load_kinds()
    reform = next(kind for kind in built_in if kind.id == "cai-cach-hanh-chinh")
    intake = read_text("BÁO CÁO\nCông tác cải cách hành chính quý I năm 2026\n1. Kết quả\nTốt.")
    assert of_kinds(intake, (replace(reform, id="mau-cchc"), *built_in)).report.kind == "mau-cchc"
    assert of_kinds(intake, built_in) == intake


def test_a_report_read_as_it_stands_keeps_its_kind():
    report = replace(read_text("BÁO CÁO\nCông tác cải cách hành chính").report, kind="mau-cu")
    assert of_kinds(Intake(report), load_kinds()).report == report


def test_the_period_is_that_of_the_subject():
    assert guessed_period(("Kết quả tháng 5", "và nhiệm vụ tháng 6 năm 2026"), None, TODAY) == MONTH


@pytest.mark.parametrize(
    ("subject", "dated", "year"),
    [
        ("Về cơn bão trong mùa mưa 2025", DocumentDate(1, 1, 2026), 2025),
        ("Về cơn bão", DocumentDate(1, 1, 2024), 2024),
    ],
)
def test_a_subject_without_a_period_speaks_of_an_occasion(subject: str, dated: DocumentDate, year: int):
    assert guessed_period((subject,), dated, TODAY) == Period(PeriodType.AD_HOC, year)


def test_an_occasion_nobody_dated_is_of_this_year():
    assert guessed_period(("Về cơn bão",), None, TODAY).year == TODAY.year


def test_the_day_is_that_of_who_reads_the_report():
    assert read_text("BÁO CÁO\nVề cơn bão", today=date(2031, 5, 6)).report.period.year == 2031
