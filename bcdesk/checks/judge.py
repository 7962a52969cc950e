"""A paper judged rule by rule: what was found, the gravest first, and what could not be judged. Never a score."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from bcdesk.checks.lines import Line
from bcdesk.checks.paper import PART_WORDS, Pages, Recognised
from bcdesk.checks.recognise import recognise
from bcdesk.checks.rule import Remark, Rule, Unjudged
from bcdesk.checks.rules import RULES
from bcdesk.checks.whereabouts import where
from bcdesk.report.findings import Finding, Verdict
from bcdesk.report.report import Place
from bcdesk.word.reading import Reading

NO_PAGES = "Không dàn trang lại được đúng như bản in"
NO_TEXT = "Văn bản không có chữ nào."
NO_FORM = "Không nhận ra Quốc hiệu, số, ký hiệu, ngày tháng hay tên loại, nên không xét thể thức."

NEVER = ("Số thứ tự trong sổ, nơi nhận đủ hay thiếu, chữ ký, con dấu: người kiểm tra tự xem.",)
"""What no file shows, said of every paper."""

PlaceOf = Callable[[Line, int], Place | None]


def check(reading: Reading, pages: Pages | None = None, place_of: PlaceOf | None = None) -> Verdict:
    """The verdict on a read paper; without `pages` rules that need places are not judged.

    `place_of` gives the place in the report of a character of a line, for a paper that was made from one.
    """
    paper = recognise(reading, pages)
    if not any(line.text for line in paper.lines):
        return Verdict(unjudged=(NO_TEXT,))
    if not any((paper.title, paper.country, paper.motto, paper.number, paper.date)):
        return Verdict(unjudged=(NO_FORM,))
    said = [(rule, word) for rule in RULES if not _missing(rule, paper) for word in rule.judge(paper)]
    findings = [_finding(rule, word, place_of) for rule, word in said if isinstance(word, Remark)]
    unseen = [f"{rule.id}: {word.words}." for rule, word in said if isinstance(word, Unjudged)]
    unjudged = (*_unjudged(RULES, paper), *unseen, *NEVER)
    return Verdict(tuple(sorted(findings, key=lambda finding: finding.severity)), unjudged)


def _missing(rule: Rule, paper: Recognised) -> str:
    """The first thing a rule needs and the paper does not show, in words; empty where nothing is missing."""
    parts = [PART_WORDS[part] for part in rule.needs if paper.lacks(part)]
    if parts:
        return f"Không thấy {parts[0]}"
    return NO_PAGES if rule.needs_pages and paper.pages is None else ""


def _unjudged(rules: Iterable[Rule], paper: Recognised) -> Iterator[str]:
    """One sentence for all the rules that miss the same."""
    missing = sorted((words, rule.id) for rule in rules if (words := _missing(rule, paper)))
    for words, group in groupby(missing, key=lambda pair: pair[0]):
        yield f"{words}: không xét {', '.join(rule for _, rule in group)}."


def _finding(rule: Rule, remark: Remark, place_of: PlaceOf | None) -> Finding:
    line = remark.line
    return Finding(
        rule=rule.id,
        severity=rule.severity if remark.severity is None else remark.severity,
        clause=rule.clause,
        found=remark.found,
        wanted=remark.wanted,
        place=place_of(line, remark.start or line.start) if line and place_of else None,
        length=remark.length,
        where=remark.where or (where(line) if line else ""),
    )
