"""What happens to a report in its office, kept as named versions: `trình lần 2`, `lãnh đạo trả lại`, `đã ký`."""

from __future__ import annotations

from datetime import date

from bcdesk.report.report import Report
from bcdesk.report.states import SUBMIT, Transition
from bcdesk.session.store import Store


def keep_event(store: Store, report_id: str, report: Report, step: Transition) -> str:
    """Keep the report as it is after a step; the name of that version. Raises as the store does."""
    event = step.event
    if step is SUBMIT:
        earlier = sum(version.event.startswith(SUBMIT.event) for version in store.versions(report_id))
        event = f"{SUBMIT.event} {earlier + 1}"
    store.keep_version(report_id, report, event)
    return event


def event_day(store: Store, report_id: str, step: Transition) -> date | None:
    """The local day on which a step was last taken; None where that is not known."""
    times = (version.at for version in store.versions(report_id) if version.event == step.event)
    at = max(times, default=None)
    return at.astimezone().date() if at else None
