from __future__ import annotations

from dataclasses import replace

from bcdesk.report.recipients import recipients_of
from tests.session.reports import report

LINES = ("- Như trên;", "Sở Nội vụ;", "", "Lưu: VT, VP.")


def test_who_is_addressed_stands_in_the_place_of_as_above_once():
    addressed = replace(report("Một"), addressees=("Ủy ban nhân dân tỉnh;", "Sở Nội vụ."), recipients=LINES)
    assert recipients_of(addressed) == ("Ủy ban nhân dân tỉnh", "Sở Nội vụ", "Lưu: VT, VP")


def test_where_nobody_is_addressed_the_lines_stay():
    assert recipients_of(replace(report("Một"), recipients=LINES)) == ("Như trên", "Sở Nội vụ", "Lưu: VT, VP")
