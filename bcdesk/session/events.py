"""What happens to a report in its office, kept as named versions: `trình lần 2`, `lãnh đạo trả lại`, `đã ký`."""

from __future__ import annotations

from datetime import date

from bcdesk.report.report import Report
from bcdesk.report.states import REOPEN, SEND_BACK, SUBMIT, Transition
from bcdesk.session.store import Store


def keep_event(store: Store, report_id: str, report: Report, step: Transition) -> str:
    """Keep the report as it is after a step; the name of that version. Raises as the store does."""
    event = _submission(store, report_id) if step is SUBMIT else step.event
    store.keep_version(report_id, report, event)
    return event


def _submission(store: Store, report_id: str) -> str:
    """`trình lần 2` only where the report came back after the first time: one that was taken back does not count."""
    came_back = False
    for version in store.versions(report_id):
        last = version.event.removeprefix(SUBMIT.event).strip()
        if last != version.event and last.isdecimal():
            return f"{SUBMIT.event} {int(last) + came_back}"
        came_back = came_back or version.event in {SEND_BACK.event, REOPEN.event}
    return f"{SUBMIT.event} 1"


def event_day(store: Store, report_id: str, step: Transition) -> date | None:
    """The local day on which a step was last taken; None where that is not known."""
    times = (version.at for version in store.versions(report_id) if version.event == step.event)
    at = max(times, default=None)
    return at.astimezone().date() if at else None
