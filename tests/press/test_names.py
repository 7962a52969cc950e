from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.press.files import LONGEST_TOPIC, RESERVED, file_name, slip_name
from bcdesk.report.office import Issuer, Office
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import Report

REPORT = Report(
    "khac",
    Period(PeriodType.QUARTER, 2024, 1),
    Office(name="Ba Tơ"),
    subject=("Công tác tuyên truyền cải cách hành chính quý I năm 2024",),
)


def test_a_draft_is_named_by_symbol_topic_and_period():
    assert file_name(REPORT) == "BC-UBND_tuyen-truyen-CCHC_quy-I-2024.docx"


def test_a_numbered_report_begins_with_its_number():
    assert file_name(replace(REPORT, number="12"), ".pdf") == "12-BC-UBND_tuyen-truyen-CCHC_quy-I-2024.pdf"


@pytest.mark.parametrize(
    ("period", "name"),
    [
        (Period(PeriodType.MONTH, 2026, 3), "thang-3-2026"),
        (Period(PeriodType.FIRST_HALF, 2026), "6-thang-dau-nam-2026"),
        (Period(PeriodType.YEAR, 2026), "nam-2026"),
    ],
)
def test_the_period_is_named_as_offices_do(period, name):
    assert file_name(replace(REPORT, period=period, subject=())) == f"BC-UBND_{name}.docx"


def test_a_title_that_begins_with_an_abbreviation_keeps_it():
    assert "_CCHC-cua-xa_" in file_name(replace(REPORT, subject=("CCHC của xã",)))


def test_a_long_title_is_cut_between_words():
    topic = file_name(replace(REPORT, subject=("Kết quả thực hiện nhiệm vụ " * 5,))).split("_")[1]
    assert len(topic) <= LONGEST_TOPIC
    assert topic == "ket-qua-thuc-hien-nhiem-vu-Ket-qua-thuc-hien"


def test_the_name_of_a_device_is_not_used_alone():
    report = replace(REPORT, symbol="CON", subject=(), period=Period(PeriodType.AD_HOC, 2024))
    assert not RESERVED.fullmatch(file_name(report).split(".")[0])


@given(st.text(), st.text(max_size=20), st.text(max_size=20))
def test_any_report_has_a_name_every_disk_takes(subject, number, symbol):
    office = Office(issuer=Issuer.OTHER)
    name = file_name(replace(REPORT, subject=(subject,), number=number, symbol=symbol, office=office))
    assert name.isascii()
    assert name.endswith(".docx")
    assert not set(name) & set('<>:"/\\|?* ')
    assert name.strip(". ") == name
    assert len(name) <= 140


def test_the_slip_is_named_after_its_report():
    assert slip_name(replace(REPORT, number="12")) == "phieu-trinh_12-BC-UBND_tuyen-truyen-CCHC_quy-I-2024.docx"
