from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import State
from bcdesk.session.same_period import reports_of_kind, same_period_last_year
from bcdesk.storage.database import open_store
from tests.report.figured import of_quarter


@pytest.fixture
def store(tmp_path):
    opened = open_store(tmp_path)
    yield opened
    opened.close()


def test_a_signed_report_of_that_period_comes_before_a_draft(store):
    signed = replace(of_quarter(1, 2023, taken="90"), state=State.SIGNED)
    store.create(signed)
    store.create(of_quarter(1, 2023, taken="91"))
    assert same_period_last_year(store, of_quarter(1, 2024)) == signed


def test_another_period_and_another_kind_are_not_it(store):
    store.create(of_quarter(2, 2023))
    store.create(replace(of_quarter(1, 2023), kind="cchc"))
    assert same_period_last_year(store, of_quarter(1, 2024)) is None


@pytest.mark.parametrize("period", [Period(PeriodType.AD_HOC, 2024), Period(PeriodType.WEEK, 2021, 53)])
def test_a_period_that_was_not_has_none(store, period):
    store.create(replace(of_quarter(), period=Period(PeriodType.AD_HOC, 2023)))
    assert same_period_last_year(store, replace(of_quarter(), period=period)) is None


def test_the_reports_of_a_kind_are_read(store):
    store.create(of_quarter(1))
    store.create(replace(of_quarter(2), kind="cchc"))
    assert list(reports_of_kind(store, "khac")) == [of_quarter(1)]
