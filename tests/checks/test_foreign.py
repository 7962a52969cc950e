"""What other people make: judged without a crash, and nothing claimed that was not seen."""

from __future__ import annotations

import pytest

from bcdesk.press.judge import judge_document
from bcdesk.report.findings import Severity, Verdict
from tests.checks.foreign import DOCUMENTS
from tests.checks.papers import measure

# What is wrong in every one of them that python-docx spaces at 1.15 lines and draws no line in.
PLAIN_HEAD = {"QH-05", "QH-06", "CQ-05", "CQ-06", "TL-04"}
LETTER_PAPER = {"GEN-01", "GEN-03", "GEN-05"}
UNSTYLED = {"TL-01", "TL-03", "ND-01", "ND-02"}
ENDING = {"KY-07", "KY-08", "NN-01"}
# The rules that each paper breaks as one can see on it, and no other.
WRONG = {
    "by tables": PLAIN_HEAD,
    "by tabs": PLAIN_HEAD | ENDING | {"DD-06"},
    "by blanks": PLAIN_HEAD | ENDING | {"DD-06", "NN-02"},
    "with broken lines": {"QH-06", "CQ-06", "SO-05", "DD-06", "DD-07", "TL-04"},
    "in text boxes": LETTER_PAPER | UNSTYLED | {"GEN-04", "ND-03", "ND-09"},
    "with drawn lines": {"QH-06", "CQ-06"},
    "with template fonts": LETTER_PAPER | UNSTYLED | {"GEN-06", "GEN-08", "TL-04", "ND-03"},
    "in tcvn3": {"GEN-06", "GEN-07", "CQ-03", "CQ-05", "TL-01", "TL-03", "TL-04"},
    "in vni": {"GEN-06", "GEN-07", "CQ-03", "CQ-05", "TL-01", "TL-03", "TL-04"},
    "with nested tables": PLAIN_HEAD | {"SO-05"},
    "without head": {"TL-04"},
    "empty": set(),
    "letter": {"QH-05", "QH-06", "CQ-05", "CQ-06", "DD-07"},
    "decision": {"QH-05", "QH-06", "CQ-05", "CQ-06", "ND-02"},
    "with lists": PLAIN_HEAD | {"ND-01", "ND-02"},
    "with changes": LETTER_PAPER | UNSTYLED | {"GEN-04", "TL-04"},
    "in controls": LETTER_PAPER | UNSTYLED | {
        "GEN-04", "GEN-14", "QH-02", "QH-04", "QH-05", "CQ-03", "CQ-05", "SO-05", "SO-07", "DD-06", "DD-07", "TL-04",
        "ND-03", "ND-09", "NN-01", "NN-02",
    },
    "in one table": set(),
    "lying down": PLAIN_HEAD | {"GEN-02"},
    "stacked": PLAIN_HEAD | ENDING | {"GEN-14", "SO-05", "DD-06", "DD-07", "NN-02"},
    "poem": set(),
    "coloured": PLAIN_HEAD | {"GEN-03", "GEN-04", "GEN-05", "GEN-08"},
    "spreadsheet": set(),
}  # fmt: skip


def judged(name: str) -> Verdict:
    return judge_document(DOCUMENTS[name](), name, measure())


@pytest.mark.parametrize("name", DOCUMENTS)
def test_only_what_shows_is_called_wrong(name):
    found = {finding.rule for finding in judged(name).findings if finding.severity is Severity.WRONG}
    assert found == WRONG[name]


@pytest.mark.parametrize("name", ["empty", "poem", "in one table", "spreadsheet"])
def test_what_is_no_paper_of_an_office_is_not_judged(name):
    found = judged(name)
    assert not found.findings
    assert len(found.unjudged) == 1


def test_a_head_in_text_boxes_is_not_called_missing():
    found = judged("in text boxes")
    assert not {finding.rule for finding in found.findings} & {"QH-01", "QH-03", "CQ-01", "SO-03", "DD-03", "TL-04"}
    assert "QH-01: không nhận ra Quốc hiệu." in found.unjudged


def test_a_letter_is_addressed_without_a_title():
    assert "NN-05" not in {finding.rule for finding in judged("letter").findings}


def test_what_is_set_by_tabs_has_no_place_to_judge():
    assert any(words.startswith("SO-07") for words in judged("by tabs").unjudged)


def test_a_line_typed_below_a_name_is_no_missing_line():
    found = [each for each in judged("with broken lines").findings if each.rule in {"QH-05", "CQ-05"}]
    assert [each.severity for each in found] == [Severity.REVIEW, Severity.REVIEW]
