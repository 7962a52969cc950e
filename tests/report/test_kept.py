from __future__ import annotations

import pytest

from bcdesk.report.kept import with_period


@pytest.mark.parametrize(
    ("title", "period", "said"),
    [
        ("Tình hình kinh tế - xã hội", "tháng 9 năm 2026", "Tình hình kinh tế - xã hội · tháng 9 năm 2026"),
        ("Công tác tuyên truyền quý I năm 2024", "quý I năm 2024", "Công tác tuyên truyền quý I năm 2024"),
        ("CÔNG TÁC TUẦN", "", "CÔNG TÁC TUẦN"),
    ],
)
def test_a_period_is_said_once(title, period, said):
    assert with_period(title, period) == said
