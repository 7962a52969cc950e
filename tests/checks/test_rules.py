"""The table of rules as a whole."""

from __future__ import annotations

from collections import Counter

import pytest

from bcdesk.checks.judge import NEVER
from bcdesk.checks.paper import PART_WORDS, Recognised
from bcdesk.checks.rules import RULES
from bcdesk.report.findings import Severity
from tests.checks.papers import REPORT, verdict, written

# The rules of Nghị định 30/2020/NĐ-CP that a program can judge, by their part of the paper.
JUDGED = {
    "GEN": range(1, 15), "QH": range(1, 8), "CQ": range(1, 7), "SO": (2, 3, 4, 5, 6, 7, 9), "DD": range(1, 9),
    "TL": range(1, 7), "KG": range(1, 5),
}  # fmt: skip


@pytest.mark.parametrize("part", JUDGED)
def test_every_rule_of_a_part_is_in_the_table(part):
    wanted = {f"{part}-{number:02}" for number in JUDGED[part]}
    assert {rule.id for rule in RULES if rule.id.startswith(f"{part}-")} == wanted


def test_no_rule_stands_in_the_table_twice():
    assert [rule for rule, count in Counter(rule.id for rule in RULES).items() if count > 1] == []


def test_what_a_rule_needs_is_a_part_of_a_paper_that_has_a_name():
    needed = {part for rule in RULES for part in rule.needs}
    assert needed <= set(PART_WORDS) <= set(Recognised.__dataclass_fields__)


def test_every_rule_says_in_words_what_it_rests_on():
    assert all("30/2020" in rule.clause or "tập quán" in rule.clause or "Phụ lục" in rule.clause for rule in RULES)


def test_what_the_decree_only_shows_or_leaves_to_custom_is_never_wrong():
    shown_only = {"GEN-13", "QH-07", "SO-03", "SO-09", "DD-08", "TL-06", "KG-01", "ND-13", "ND-16", "NN-05"}
    grave = {rule.id for rule in RULES if rule.severity is Severity.WRONG}
    assert not shown_only & grave


def test_a_whole_report_leaves_only_unjudged_what_no_file_shows():
    assert verdict(written(REPORT)).unjudged == NEVER
