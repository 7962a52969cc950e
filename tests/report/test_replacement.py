from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bcdesk.report.office import Issuer, Office
from bcdesk.report.replacement import citation, replacement
from bcdesk.report.report import DocumentDate, State, Table, paragraph
from bcdesk.report.states import SIGN, SUBMIT, issued
from tests.session.reports import report

TODAY = date(2024, 4, 20)
LEAD = paragraph("Thực hiện Công văn số 5, Ủy ban nhân dân xã báo cáo như sau:")


def gone_out(**changes):
    value = replace(report("Một"), office=Office(name="Ba Tơ"), **changes)
    for edit in (SUBMIT, SIGN, issued("12", date(2024, 4, 5))):
        value = edit.apply(value)
    return value


CITED = "Báo cáo số 12/BC-UBND ngày 05 tháng 4 năm 2024 của Ủy ban nhân dân xã Ba Tơ"
SAID = paragraph(f"Báo cáo này thay thế {CITED}.")


def test_an_issued_report_is_cited_by_number_symbol_day_and_body():
    assert citation(gone_out()) == CITED


def test_a_body_without_a_name_is_left_out_of_the_citation():
    value = replace(gone_out(symbol="BC-BCĐ"), office=Office(issuer=Issuer.OTHER))
    assert citation(value) == "Báo cáo số 12/BC-BCĐ ngày 05 tháng 4 năm 2024"


def test_the_replacement_is_a_draft_without_number_and_day():
    made = replacement(gone_out(), TODAY)
    assert (made.state, made.number, made.date) == (State.DRAFTING, "", DocumentDate(None, 4, 2024))
    assert (made.fingerprint, made.signed_copy) == ("", None)


def test_the_replacement_has_the_same_text():
    made = replacement(gone_out(), TODAY)
    assert (made.sections, made.closing, made.subject) == (gone_out().sections, gone_out().closing, gone_out().subject)


def test_the_replacement_knows_what_it_replaces():
    assert replacement(gone_out(), TODAY).replaces == CITED


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ((), (SAID,)),
        ((LEAD,), (SAID, LEAD)),
        ((paragraph("Câu đầu."), LEAD), (paragraph("Câu đầu."), SAID, LEAD)),
        ((paragraph("Câu đầu."),), (paragraph("Câu đầu."), SAID)),
        ((Table((50.0,), ()),), (Table((50.0,), ()), SAID)),
    ],
)
def test_the_opening_says_it_before_it_leads_over_to_the_text(opening, expected):
    assert replacement(gone_out(opening=opening), TODAY).opening == expected


def test_a_replacement_of_a_replacement_names_only_the_one_before_it():
    first = replacement(gone_out(opening=(LEAD,)), TODAY)
    for edit in (SUBMIT, SIGN, issued("15", date(2024, 4, 22))):
        first = edit.apply(first)
    second = replacement(first, TODAY)
    assert [block.plain for block in second.opening] == [
        "Báo cáo này thay thế Báo cáo số 15/BC-UBND ngày 22 tháng 4 năm 2024 của Ủy ban nhân dân xã Ba Tơ.",
        LEAD.plain,
    ]
