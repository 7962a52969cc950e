"""The way of a first report: which step comes next, and what in the report is still empty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from bcdesk.report.progress import PartState, part_state
from bcdesk.report.report import Place, Report, Section, State


class GuideStep(IntEnum):
    """The steps in their order: look at the head, fill what is empty, check, put it on paper, make it ready to send."""

    HEAD = 1
    GAPS = 2
    CHECK = 3
    PAPER = 4
    SEND = 5


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is still empty, in words, and where one would fill it in."""

    words: str
    place: Place


_FIELDS = {"subject": "trích yếu", "symbol": "ký hiệu", "place": "địa danh"}


def next_step(report: Report, done: GuideStep | None) -> GuideStep | None:
    """The step after the last one that is `done`; None where all are.

    A report that is signed has been checked and printed; where nothing is empty there is nothing to fill.
    """
    last = max(done or 0, GuideStep.PAPER if report.frozen else 0)
    left = [step for step in GuideStep if step > last and report.state is not State.SENT]
    return next((step for step in left if step is not GuideStep.GAPS or gaps(report)), None)


def gaps(report: Report) -> tuple[Gap, ...]:
    """What is empty and should not be, in reading order; number and day come after the signature (`SO-03`)."""
    return tuple(_gaps(report))


def _gaps(report: Report) -> Iterator[Gap]:
    for name, words in _FIELDS.items():
        if not any(line.strip() for line in _lines(getattr(report, name))):
            yield Gap(words, Place(name))
    for section in report.sections:
        yield from _empty_sections(section)
    if not report.recipients:
        yield Gap("nơi nhận", Place("recipients"))
    if not report.signature.name.strip():
        yield Gap("họ và tên người ký", Place("signature"))


def _lines(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value


def _empty_sections(section: Section) -> Iterator[Gap]:
    """The sections without children that say nothing, unless the clerk has said that they are done."""
    if section.reviewed:
        return
    for child in section.children:
        yield from _empty_sections(child)
    if not section.children and part_state(section) is PartState.EMPTY:
        yield Gap(f"nội dung mục “{section.heading}”", Place(section.id))
