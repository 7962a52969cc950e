from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.report.period import (
    EVERY_MONTH,
    EVERY_QUARTER,
    EVERY_WEEK,
    CutOff,
    Days,
    Period,
    PeriodType,
    Slot,
    cut_off,
    default_period,
    following_period,
    next_period,
    period_days,
    period_exists,
    period_words,
    periods_around,
)
from bcdesk.report.period_reading import parse_period

REFORM = (
    Slot(PeriodType.QUARTER, 1),
    Slot(PeriodType.FIRST_HALF),
    Slot(PeriodType.QUARTER, 3),
    Slot(PeriodType.YEAR),
)
SEQUENCES = (REFORM, EVERY_WEEK, EVERY_MONTH, EVERY_QUARTER, ())

YEARS = st.integers(2000, 2090)
PERIODS = st.one_of(
    st.builds(Period, st.just(PeriodType.MONTH), YEARS, st.integers(1, 12)),
    st.builds(Period, st.just(PeriodType.QUARTER), YEARS, st.integers(1, 4)),
    st.builds(Period, st.just(PeriodType.WEEK), YEARS, st.integers(1, 52)),
    st.builds(
        Period,
        st.sampled_from([PeriodType.FIRST_HALF, PeriodType.SECOND_HALF, PeriodType.NINE_MONTHS, PeriodType.YEAR]),
        YEARS,
    ),
    st.builds(
        lambda start, days: Period(PeriodType.RANGE, start.year, start=start, end=start + timedelta(days)),
        st.dates(date(2000, 1, 1), date(2090, 1, 1)),
        st.integers(0, 400),
    ),
)


def quarter(number: int, year: int = 2024) -> Period:
    return Period(PeriodType.QUARTER, year, number)


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period(PeriodType.WEEK, 2024, 12), "tuần 12 năm 2024"),
        (Period(PeriodType.MONTH, 2024, 3), "tháng 3 năm 2024"),
        (Period(PeriodType.MONTH, 2024, 2), "tháng 02 năm 2024"),
        (quarter(1), "quý I năm 2024"),
        (Period(PeriodType.FIRST_HALF, 2024), "6 tháng đầu năm 2024"),
        (Period(PeriodType.SECOND_HALF, 2024), "6 tháng cuối năm 2024"),
        (Period(PeriodType.NINE_MONTHS, 2024), "9 tháng năm 2024"),
        (Period(PeriodType.YEAR, 2024), "năm 2024"),
        (
            Period(PeriodType.RANGE, 2024, start=date(2024, 3, 5), end=date(2024, 4, 10)),
            "từ ngày 05 tháng 3 năm 2024 đến ngày 10 tháng 4 năm 2024",
        ),
        (Period(PeriodType.RANGE, 2024), "từ ngày … tháng … năm … đến ngày … tháng … năm …"),
        (Period(PeriodType.AD_HOC, 2024), ""),
    ],
)
def test_a_period_is_written_as_offices_write_it(period, words):
    assert period_words(period) == words


@given(PERIODS)
def test_a_written_period_is_read_back(period):
    assert parse_period(f"Công tác tuyên truyền {period_words(period)}") == period


@pytest.mark.parametrize(
    ("subject", "period"),
    [
        ("Công tác tuyên truyền cải cách hành chính quý I năm 2024", quarter(1)),
        ("Kết quả Quý 1/2018", quarter(1, 2018)),
        ("KẾT QUẢ QUÝ IV, NĂM 2024", quarter(4)),
        ("Công tác tư pháp 06 tháng đầu năm 2024", Period(PeriodType.FIRST_HALF, 2024)),
        ("Tình hình 9 tháng đầu năm 2024", Period(PeriodType.NINE_MONTHS, 2024)),
        ("Tháng 06/2020", Period(PeriodType.MONTH, 2020, 6)),
        (
            "Tình hình kinh tế - xã hội tháng 6 và nhiệm vụ trọng tâm tháng 7 năm 2025",
            Period(PeriodType.MONTH, 2025, 6),
        ),
        ("Tình hình tháng 12 và nhiệm vụ tháng 01 năm 2025", Period(PeriodType.MONTH, 2024, 12)),
        ("Kết quả quý IV năm 2024 và nhiệm vụ quý I năm 2025", quarter(4)),
        ("Kết quả năm 2016 và 6 tháng đầu năm 2017", Period(PeriodType.YEAR, 2016)),
        ("Thực hiện Chương trình giai đoạn năm 2021-2025 trong năm 2024", Period(PeriodType.YEAR, 2024)),
        ("Thực hiện Công văn ngày 05 tháng 3 năm 2024 trong tháng 4 năm 2024", Period(PeriodType.MONTH, 2024, 4)),
        (
            "Thiệt hại từ ngày 01/9/2025 đến hết ngày 15/9/2025",
            Period(PeriodType.RANGE, 2025, start=date(2025, 9, 1), end=date(2025, 9, 15)),
        ),
        ("Tuần thứ 12, năm 2024", Period(PeriodType.WEEK, 2024, 12)),
    ],
)
def test_the_first_period_of_a_subject_is_found(subject, period):
    assert parse_period(subject) == period


@pytest.mark.parametrize(
    "subject",
    [
        "",
        "Công tác phòng cháy, chữa cháy",
        "Kết quả quý I",
        "Công tác tuần 02 tháng 6 năm 2025",
        "Công tác tuần 54 năm 2025",
        "Công tác tuần 53 và tháng 01 năm 2025",
        "Thiệt hại từ ngày 15/9/2025 đến ngày 01/9/2025",
        "Thiệt hại từ ngày 31/2/2025 đến ngày 01/9/2025",
    ],
)
def test_no_period_is_invented(subject):
    assert parse_period(subject) is None


def test_the_first_week_may_begin_in_the_year_before():
    assert period_days(Period(PeriodType.WEEK, 2026, 1)) == Days(date(2025, 12, 29), date(2026, 1, 4))


def test_a_leap_year_has_its_day():
    assert period_days(Period(PeriodType.MONTH, 2024, 2)) == Days(date(2024, 2, 1), date(2024, 2, 29))


def test_an_ad_hoc_report_has_no_days():
    assert period_days(Period(PeriodType.AD_HOC, 2024)) is None


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (Period(PeriodType.MONTH, 2024, 1), date(2023, 12, 15), date(2024, 1, 14)),
        (quarter(1), date(2023, 12, 15), date(2024, 3, 14)),
        (quarter(3), date(2024, 6, 15), date(2024, 9, 14)),
        (Period(PeriodType.FIRST_HALF, 2024), date(2023, 12, 15), date(2024, 6, 14)),
        (Period(PeriodType.SECOND_HALF, 2024), date(2024, 6, 15), date(2024, 12, 14)),
        (Period(PeriodType.NINE_MONTHS, 2024), date(2023, 12, 15), date(2024, 9, 14)),
        (Period(PeriodType.YEAR, 2024), date(2023, 12, 15), date(2024, 12, 14)),
    ],
)
def test_figures_are_cut_off_from_the_fifteenth_to_the_fourteenth(period, first, last):
    assert cut_off(period, CutOff.FIFTEENTH) == Days(first, last)


@given(PERIODS)
def test_the_calendar_cuts_off_where_the_period_ends(period):
    assert cut_off(period, CutOff.CALENDAR) == period_days(period)


def test_a_year_of_reform_reports_ends_with_the_year():
    period, seen = quarter(1), []
    for _ in range(5):
        seen.append(period_words(period))
        period = next_period(period, REFORM)
    assert seen == ["quý I năm 2024", "6 tháng đầu năm 2024", "quý III năm 2024", "năm 2024", "quý I năm 2025"]


def test_a_period_outside_the_sequence_goes_on_with_the_first_that_ends_later():
    assert next_period(quarter(2), REFORM) == quarter(3)
    assert next_period(Period(PeriodType.SECOND_HALF, 2024), REFORM) == quarter(1, 2025)
    long = Period(PeriodType.RANGE, 2022, start=date(2022, 12, 1), end=date(2023, 12, 31))
    assert next_period(long, REFORM) == quarter(1)


def test_the_last_week_is_followed_by_the_first():
    assert next_period(Period(PeriodType.WEEK, 2026, 53), EVERY_WEEK) == Period(PeriodType.WEEK, 2027, 1)


def test_an_ad_hoc_report_is_followed_by_another():
    assert next_period(Period(PeriodType.AD_HOC, 2024), REFORM) == Period(PeriodType.AD_HOC, 2024)


def test_a_range_is_followed_by_one_of_the_same_length():
    days = Period(PeriodType.RANGE, 2024, start=date(2024, 12, 25), end=date(2024, 12, 31))
    after = Period(PeriodType.RANGE, 2025, start=date(2025, 1, 1), end=date(2025, 1, 7))
    assert following_period(days) == after


def test_a_range_without_days_stays_as_it_is():
    assert following_period(Period(PeriodType.RANGE, 2024)) == Period(PeriodType.RANGE, 2024)


def test_after_nine_months_comes_the_last_quarter():
    assert following_period(Period(PeriodType.NINE_MONTHS, 2024)) == quarter(4)


@given(PERIODS)
def test_the_following_period_begins_where_this_one_ends(period):
    days, after = period_days(period), period_days(following_period(period))
    assert days
    assert after
    assert after.first == days.last + timedelta(days=1)


@given(PERIODS, st.sampled_from(SEQUENCES))
def test_the_next_period_ends_later(period, sequence):
    days, after = period_days(period), period_days(next_period(period, sequence))
    assert days
    assert after
    assert after.last > days.last


@pytest.mark.parametrize(
    ("today", "period"),
    [
        (date(2024, 3, 20), quarter(1)),
        (date(2024, 4, 5), quarter(1)),
        (date(2024, 6, 10), Period(PeriodType.FIRST_HALF, 2024)),
        (date(2025, 1, 10), Period(PeriodType.YEAR, 2024)),
    ],
)
def test_the_period_offered_is_the_one_due_about_now(today, period):
    assert default_period(REFORM, today) == period


def test_on_a_friday_the_week_that_ends_is_offered():
    assert default_period(EVERY_WEEK, date(2026, 1, 2)) == Period(PeriodType.WEEK, 2026, 1)


def test_a_kind_without_periods_offers_an_ad_hoc_report():
    assert periods_around((), date(2024, 3, 20)) == (Period(PeriodType.AD_HOC, 2024),)


@given(st.sampled_from(SEQUENCES), st.dates(date(1, 1, 1), date(9998, 1, 1)))
def test_the_default_is_among_the_periods_offered(sequence, today):
    assert default_period(sequence, today) in periods_around(sequence, today)


def test_the_periods_offered_follow_each_other():
    offered = periods_around(REFORM, date(2024, 3, 20), each_side=2)
    assert [period_words(period) for period in offered] == [
        "quý III năm 2023",
        "năm 2023",
        "quý I năm 2024",
        "6 tháng đầu năm 2024",
        "quý III năm 2024",
    ]


@pytest.mark.parametrize(
    "period",
    [
        Period(PeriodType.MONTH, 2024, 13),
        Period(PeriodType.MONTH, 2024),
        Period(PeriodType.QUARTER, 2024, 5),
        Period(PeriodType.WEEK, 2025, 53),
        Period(PeriodType.YEAR, 0),
        Period(PeriodType.YEAR, 10_000),
        Period(PeriodType.RANGE, 2024, start=date(2024, 3, 5), end=date(2024, 3, 4)),
    ],
)
def test_there_is_no_such_period(period):
    assert not period_exists(period)


@given(PERIODS)
def test_a_period_of_the_calendar_exists(period):
    assert period_exists(period)
