"""Sentences carried from report to report, events that are over, and words that a replace-all broke."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bcdesk.report.ended import events
from bcdesk.report.findings import Finding, Severity
from bcdesk.report.period import period_days
from bcdesk.report.report import HEADING, Report
from bcdesk.report.stale_figures import FORMAL, is_in_table
from bcdesk.report.stale_rules import EVENT, PERIOD, REPLACED, SENTENCE
from bcdesk.report.textlines import Line, Stretch, around, lines
from bcdesk.vietnamese.timeforms import Form
from bcdesk.vietnamese.timewords import skeleton, time_words

_REPORTS_BEFORE = 2  # with this one the third that says it
_FEWEST_WORDS = 8
_SENTENCE = re.compile(r"[^\s.;!?](?:[^.;!?]|[.](?=\S))*[.;!?…]*")
# A village, block or commune put into words that only contain its syllable.
_BROKEN = (
    (re.compile(r"\bnông\s+(?:xóm|ấp|bản|xã|làng|buôn|khối|khu phố|tổ dân phố)\b", re.IGNORECASE), "nông thôn"),
    (re.compile(r"\b(?:phường|đặc khu|thôn)\s+hội\b", re.IGNORECASE), "xã hội"),
    (re.compile(r"\bhợp tác\s+(?:phường|đặc khu|thôn)\b", re.IGNORECASE), "hợp tác xã"),
    (re.compile(r"\b(?:phường|đặc khu)\s+viên\b", re.IGNORECASE), "xã viên"),
)


def carried_sentences(report: Report) -> Iterator[Finding]:
    """Sentences that stand in their third report or more; those that follow each other are one remark."""
    known = _in_each(_before(report))
    for line in lines(report) if known else ():
        if line.place.part in FORMAL or line.place.block == HEADING or is_in_table(report, line.place):
            continue
        for stretch in _stretches(line.text, known):
            clause = "Câu này còn nguyên từ ba kỳ báo cáo trở lên."
            yield line.finding(SENTENCE, Severity.NOTE, clause, "Viết lại theo tình hình kỳ này", stretch)


def _before(report: Report) -> tuple[Report, ...]:
    """The reports before this one that a carried sentence has to stand in; none where there are too few."""
    found: list[Report] = []
    while report.previous is not None and len(found) < _REPORTS_BEFORE:
        report = report.previous
        found.append(report)
    return tuple(found) if len(found) == _REPORTS_BEFORE else ()


def _in_each(reports: tuple[Report, ...]) -> frozenset[str]:
    said = [
        frozenset(skeleton(line.text[slice(*stretch)]) for line in lines(report) for stretch in _long(line.text))
        for report in reports
    ]
    return frozenset.intersection(*said) if said else frozenset()


def _long(text: str) -> Iterator[Stretch]:
    """The sentences with enough words to say something."""
    return (found.span() for found in _SENTENCE.finditer(text) if len(found[0].split()) >= _FEWEST_WORDS)


def _stretches(text: str, known: frozenset[str]) -> list[Stretch]:
    """The known sentences of a text, those that follow each other as one."""
    found: list[Stretch] = []
    for start, end in _long(text):
        if skeleton(text[start:end]) not in known:
            continue
        if found and not text[found[-1][1] : start].strip():
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return found


def ended_events(report: Report) -> Iterator[Finding]:
    """Sentences about what was over before the period began."""
    days = period_days(report.period)
    over = [event for event in events() if days and event.since <= days.first]
    for line in lines(report):
        small = line.text.lower()
        for event in over:
            at = small.find(event.words.lower())
            if at >= 0:
                clause = f"Việc đã qua: {event.instead}."
                wanted = "Bỏ, hoặc viết lại theo tình hình kỳ này"
                yield line.finding(EVENT, Severity.REVIEW, clause, wanted, _sentence_at(line.text, at))
                break


def _sentence_at(text: str, at: int) -> Stretch:
    return next(found.span() for found in _SENTENCE.finditer(text) if found.end() > at)


def answered_requests(report: Report) -> Iterator[Finding]:
    """The number of the document that asked for the last report."""
    request = report.previous.request if report.previous else None
    number = request.number.strip() if request else ""
    if not number or (report.request and report.request.number.strip() == number):
        return
    for line in lines(report):
        at = line.text.find(number)
        if at >= 0:
            clause = "Văn bản này yêu cầu báo cáo của kỳ trước."
            wanted = "Văn bản yêu cầu báo cáo kỳ này"
            yield line.finding(PERIOD, Severity.REVIEW, clause, wanted, (at, at + len(number)))


def broken_words(report: Report) -> Iterator[Finding]:
    """Words that come of replacing a syllable everywhere: `nông Xóm`, `hợp tác phường`."""
    for line in lines(report):
        for pattern, right in _BROKEN:
            for found in pattern.finditer(line.text):
                new = right[:1].upper() + right[1:] if found[0][:1].isupper() else right
                yield _replaced(line, found.span(), "Chữ này do thay thế hàng loạt mà thành.", new)


def changed_symbols(report: Report) -> Iterator[Finding]:
    """Numbers of documents whose year went from the last report's to this one's."""
    previous = report.previous
    if previous is None or previous.period.year == report.period.year:
        return
    old, new = f"/{previous.period.year}/", f"/{report.period.year}/"
    known = {symbol for line in lines(previous) for symbol, _ in _symbols(line)}
    for line in lines(report):
        for symbol, stretch in _symbols(line):
            before = symbol.replace(new, old)
            if symbol not in known and before in known:
                yield _replaced(line, stretch, "Năm trong số, ký hiệu văn bản bị đổi theo kỳ báo cáo.", before)


def _symbols(line: Line) -> Iterator[tuple[str, Stretch]]:
    for words in time_words(line.text):
        if words.form is Form.SYMBOL:
            yield words.text, (words.start, words.end)


def _replaced(line: Line, stretch: Stretch, clause: str, new: str) -> Finding:
    return line.finding(REPLACED, Severity.REVIEW, clause, new, stretch, new, around(line.text, stretch, 1))
