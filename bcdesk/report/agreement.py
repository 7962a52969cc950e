"""What a report says in two places in two ways: its period, its year, its issuing body, a figure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bcdesk.report.edits import SetField
from bcdesk.report.findings import Finding, Fix, Severity
from bcdesk.report.office import issuer_name, unit_name
from bcdesk.report.period import NO_PERIOD, PeriodType, period_words, slot_of
from bcdesk.report.period_reading import parse_period
from bcdesk.report.report import CLOSING, HEADING, OPENING, Place, Report
from bcdesk.report.search import Correct, Hit, texts
from bcdesk.vietnamese.folding import fold
from bcdesk.vietnamese.quantities import Quantity, quantities

PERIOD, YEAR, ISSUER, TWO_FIGURES = "period", "date-year", "issuer-name", "two-figures"
_NAMES_ISSUER = re.compile(r"\bcủa\s+(?:đơn vị\s+)?(?:(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+)?", re.IGNORECASE)
_UNIT = re.compile(r"(?:xã|phường|thị trấn|đặc khu)\s+", re.IGNORECASE)
_WORD = re.compile(r"[\w'’]+\s*")
# Words that make the second figure another one: of another time, a part, an estimate.
_OTHER_FIGURE = re.compile(
    r"\b(?:cùng kỳ|lũy kế|luỹ kế|kế hoạch|năm trước|tháng trước|quý trước|trong đó|kỳ trước|tiếp theo)\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.;!?:]\s+")
_WORDS_BEFORE, _WORDS_BEHIND, _ENOUGH = 4, 2, 5


def agreement(report: Report) -> Iterator[Finding]:
    """What does not agree, each `cần xem lại` and never changed."""
    yield from _period_of_the_subject(report)
    yield from _year_of_the_date(report)
    yield from _issuer(report)
    yield from _two_figures(report)


def _period_of_the_subject(report: Report) -> Iterator[Finding]:
    said = parse_period(report.title)
    if said is None or report.period.type is PeriodType.AD_HOC:
        return
    if (slot_of(said), said.year) != (slot_of(report.period), report.period.year):
        own = replace(said, cut_off_start=report.period.cut_off_start, cut_off_end=report.period.cut_off_end)
        yield Finding(
            PERIOD,
            Severity.REVIEW,
            "Kỳ báo cáo ghi trong trích yếu phải là kỳ báo cáo đã chọn.",
            period_words(said),
            period_words(report.period) or NO_PERIOD,
            Place("subject"),
            fixes=(Fix(f"Đổi kỳ báo cáo thành {period_words(said)}", SetField("period", own, "Đổi kỳ báo cáo")),),
        )


def _year_of_the_date(report: Report) -> Iterator[Finding]:
    written, period = report.date.year, report.period
    if written and period.type is not PeriodType.AD_HOC and not period.year <= written <= period.year + 1:
        yield Finding(
            YEAR,
            Severity.REVIEW,
            "Năm của ngày ban hành phải là năm của kỳ báo cáo hoặc năm liền sau.",
            f"năm {written}",
            f"năm {period.year}",
            Place("date"),
        )


def _issuer(report: Report) -> Iterator[Finding]:
    """The opening and the closing name the commune that issues the report."""
    own, name = unit_name(report.office), issuer_name(report.office)
    if not report.office.name:
        return
    for place, line, start in _lines(report, {OPENING, CLOSING}):
        for named in _NAMES_ISSUER.finditer(line):
            said = _commune_at(line, named.end())
            clause = "Báo cáo do cơ quan nào ban hành thì gọi đúng tên cơ quan đó."
            if said and fold(said) != fold(own):
                yield _at(ISSUER, Severity.REVIEW, clause, said, own, place, start + named.end())
            elif said and "đơn vị" in named.group().lower():
                at = named.start() + len("của ")
                found = line[at : named.end()] + said
                yield _at(ISSUER, Severity.NOTE, clause, found, name, place, start + at)


def _commune_at(line: str, start: int) -> str:
    """The commune named at that character: its kind and the capitalised words behind it; empty where there is none."""
    unit = _UNIT.match(line, start)
    end = unit.end() if unit else start
    while (word := _WORD.match(line, end)) and word.group()[:1].isupper():
        end = word.end()
    return line[start:end].strip() if unit and end > unit.end() else ""


def _at(rule: str, severity: Severity, clause: str, found: str, wanted: str, place: Place, offset: int) -> Finding:
    there = replace(place, offset=offset)
    fix = Fix(f"Sửa thành {wanted}", Correct((Hit(there, offset, offset + len(found)),), wanted, "Sửa tên cơ quan"))
    return Finding(rule, severity, clause, found, wanted, there, len(found), fixes=(fix,))


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure with the words around it, and where it stands."""

    figure: Quantity
    words: str
    place: Place


def _two_figures(report: Report) -> Iterator[Finding]:
    """The same words about a figure, twice, with two figures."""
    told: dict[str, list[_Told]] = defaultdict(list)
    for place, line, start in _lines(report):
        for label, words, figure in _labelled(line):
            told[label].append(_Told(figure, words, replace(place, offset=start + figure.start)))
    for first, *others in told.values():
        for other in others:
            if other.figure.value != first.figure.value and other.place != first.place:
                clause = "Cùng một số liệu phải ghi như nhau ở mọi chỗ trong báo cáo."
                wanted = f"ở chỗ khác ghi: {first.words}"
                yield Finding(
                    TWO_FIGURES, Severity.REVIEW, clause, other.words, wanted, other.place, len(other.figure.typed)
                )


def _labelled(line: str) -> Iterator[tuple[str, str, Quantity]]:
    """Each count of a line with what it counts: the words before and behind it, folded, and as they stand."""
    figures = quantities(line)
    for figure in figures:
        start = max((found.end() for found in _SENTENCE.finditer(line, 0, figure.start)), default=0)
        before = line[start : figure.start].split()[-_WORDS_BEFORE:]
        behind = figure.unit.split()[:_WORDS_BEHIND]
        alone = not any(character.isdigit() for word in before for character in word)
        sentence = line[start : figure.end + len(figure.unit) + 1]
        if len(before) + len(behind) >= _ENOUGH and behind and alone and not _OTHER_FIGURE.search(sentence):
            yield fold(f"{' '.join(before)} # {' '.join(behind)}"), sentence.strip(), figure


def _lines(report: Report, parts: set[str] | None = None) -> Iterator[tuple[Place, str, int]]:
    """Each paragraph with its place and where it begins there; headings and tables, whose cells repeat, left out."""
    for place, lines in texts(report):
        if len(lines) == 1 and place.block != HEADING and (parts is None or place.part in parts):
            yield place, lines[0], 0
