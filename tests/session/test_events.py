from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime

import pytest

from bcdesk.report.states import REOPEN, SEND_BACK, SIGN, SUBMIT
from bcdesk.session.events import event_day, keep_event
from bcdesk.storage.database import open_store
from tests.session.reports import report

AT = datetime(2024, 4, 5, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path):
    with closing(open_store(tmp_path, now=lambda: AT)) as store:
        yield store


def test_each_submission_is_counted(store):
    report_id = store.create(report("Một"))
    steps = (SUBMIT, SEND_BACK, SUBMIT, SIGN, REOPEN, SUBMIT)
    kept = [keep_event(store, report_id, report("Một"), step) for step in steps]
    assert kept == ["trình lần 1", "lãnh đạo trả lại", "trình lần 2", "đã ký", "mở lại để sửa", "trình lần 3"]


@pytest.mark.parametrize("steps", [(SUBMIT,), (SUBMIT, SIGN), (SUBMIT, SEND_BACK, SUBMIT)])
def test_a_submission_that_was_taken_back_is_not_counted(store, steps):
    report_id = store.create(report("Một"))
    for step in steps:
        keep_event(store, report_id, report("Một"), step)
    submitted = sum(step is SUBMIT for step in steps)
    assert keep_event(store, report_id, report("Hai"), SUBMIT) == f"trình lần {submitted}"


def test_the_report_as_it_was_submitted_is_kept(store):
    report_id = store.create(report("Một"))
    keep_event(store, report_id, report("Hai"), SUBMIT)
    version = next(each for each in store.versions(report_id) if each.event == "trình lần 1")
    assert store.load_version(version.id) == report("Hai")


def test_the_day_of_the_signature_is_known(store):
    report_id = store.create(report("Một"))
    keep_event(store, report_id, report("Một"), SIGN)
    assert event_day(store, report_id, SIGN) == AT.astimezone().date()


def test_of_a_step_that_was_not_taken_no_day_is_known(store):
    assert event_day(store, store.create(report("Một")), SIGN) is None
