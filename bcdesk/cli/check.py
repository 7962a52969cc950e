"""The check before signing, for a report or for anybody's Word document."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bcdesk.cli.commands import application, paper_of

if TYPE_CHECKING:
    from bcdesk.report.findings import Finding, Verdict

SOUND, WRONG = 0, 1
NOTHING = "Không thấy điều gì sai trong những điều đã kiểm tra."
UNJUDGED = "Không kiểm tra được:"


def check_file(asked: Namespace) -> int:
    """Print what the check says of a report or a Word document; 1 where it found something wrong."""
    from bcdesk.report.findings import Severity

    verdict = _verdict(asked.source)
    print(json.dumps(_plain(verdict), ensure_ascii=False, indent=2) if asked.json else "\n".join(_told(verdict)))
    return WRONG if any(finding.severity is Severity.WRONG for finding in verdict.findings) else SOUND


def _verdict(source: Path) -> Verdict:
    """A Word document is judged as it is; a report on the paper it makes, without what the clerk left as it is."""
    from bcdesk.intake.files import read_file, word_in
    from bcdesk.press.judge import judge_document
    from bcdesk.press.review import Reviewer
    from bcdesk.report.findings import undecided

    document = word_in(source)
    if document is not None:
        application()
        from bcdesk.painting.fonts import FontMeasure

        return judge_document(document, source.name, FontMeasure())
    report = read_file(source).report
    verdict = Reviewer().review(paper_of(report))
    return replace(verdict, findings=undecided(verdict.findings, report))


def _told(verdict: Verdict) -> Iterator[str]:
    """The findings under their severities, then what was not judged."""
    from bcdesk.checks.judge import NO_FORM, NO_TEXT

    for severity, group in groupby(verdict.findings, key=lambda finding: finding.severity):
        findings = list(group)
        yield f"{severity.words.upper()} ({len(findings)})"
        for finding in findings:
            yield from _lines(finding)
        yield ""
    if not verdict.findings and verdict.unjudged not in {(NO_FORM,), (NO_TEXT,)}:
        yield NOTHING
    if verdict.unjudged:
        yield UNJUDGED
        yield from (f"- {words}" for words in verdict.unjudged)


def _lines(finding: Finding) -> Iterator[str]:
    yield f"- {finding.rule}  {finding.found}" if finding.rule.isupper() else f"- {finding.found}"
    yield f"    Cần: {finding.wanted}"
    if finding.where:
        yield f"    Ở: {finding.where}"
    yield f"    Vì: {finding.clause}"


def _plain(verdict: Verdict) -> dict[str, Any]:
    return {"findings": [plain_finding(finding) for finding in verdict.findings], "unjudged": list(verdict.unjudged)}


def plain_finding(finding: Finding) -> dict[str, Any]:
    """A finding under names that stay; `place` is null where only the paper knows it."""
    place = finding.place
    return {
        "rule": finding.rule,
        "severity": finding.severity.words,
        "clause": finding.clause,
        "where": finding.where,
        "found": finding.found,
        "wanted": finding.wanted,
        "place": place and {"part": place.part, "block": place.block, "offset": place.offset},
        "length": finding.length,
    }
