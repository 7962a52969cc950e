from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from bcdesk.report.period import PeriodType, next_period, period_exists
from bcdesk.report.report import State
from bcdesk.report.rollover import RollForward, plan, rolled
from bcdesk.report.stale import stale
from bcdesk.session.session import Session
from tests.report.strategies import PERIODS, reports


@pytest.mark.slow
@settings(max_examples=50)
@given(reports(), PERIODS)
def test_rolling_forward_is_one_step_and_undoing_it_gives_the_report_back(report, period):
    report = replace(report, state=State.DRAFTING)
    session = Session(report)
    roll_over = plan(report, period)
    session.change(RollForward(roll_over, roll_over.ticked))
    assert session.report.previous is not None
    assert session.undo_words == "Lập báo cáo kỳ sau"
    session.undo()
    assert session.report == report
    assert not session.can_undo


@pytest.mark.slow
@settings(max_examples=50)
@given(reports())
def test_whatever_stands_in_a_report_it_can_be_rolled_over_and_looked_through(report):
    if report.period.type is PeriodType.AD_HOC or not period_exists(report.period):
        return
    new = rolled(report, plan(report, next_period(report.period, ())))
    for finding in stale(new):
        for fix in finding.fixes:
            fix.edit.apply(new)
    assert new.period == plan(report, next_period(report.period, ())).to
