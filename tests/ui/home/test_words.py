from __future__ import annotations

import pytest

from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import State
from bcdesk.report.states import STATE_WORDS
from bcdesk.ui.home.words import short_words


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period(PeriodType.WEEK, 2026, 12), "Tuần 12"),
        (Period(PeriodType.MONTH, 2026, 3), "T3"),
        (Period(PeriodType.QUARTER, 2026, 4), "Quý IV"),
        (Period(PeriodType.NINE_MONTHS, 2026), "9T"),
        (Period(PeriodType.YEAR, 2026), "Năm"),
        (Period(PeriodType.AD_HOC, 2026), "●"),
    ],
)
def test_a_mark_has_few_letters(period, words):
    assert short_words(period) == words


def test_every_state_has_its_words():
    assert set(STATE_WORDS) == set(State)
