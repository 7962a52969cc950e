from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesk.report.edits import AddSection, MoveSection, RemoveSection, ReplaceBlocks, SetField, SetHeading, SetReviewed
from bcdesk.report.report import (
    HEADING,
    Appendix,
    DocumentDate,
    Section,
    Signature,
    paragraph,
)
from bcdesk.ui.editor.difference import first_difference
from tests.ui.editor.conftest import made_report


@pytest.mark.parametrize(
    ("edit", "part", "block", "offset"),
    [
        (SetField("subject", ("Công tác khác",)), "subject", 0, 13),
        (SetField("subject", ("Công tác tuyên truyền", "hai")), "subject", 1, 3),
        (SetField("subject", ()), "subject", 0, 0),
        (SetField("place", "Ba Vì"), "place", 0, 5),
        (SetField("date", DocumentDate(1)), "date", 0, 0),
        (SetField("signature", Signature()), "signature", 0, 0),
        (ReplaceBlocks("s11", 1, 1, (paragraph("Đậm rất nhạt"),)), "s11", 1, 8),
        (ReplaceBlocks("s11", 1, 1, ()), "s11", 0, 9),
        (ReplaceBlocks("s2", 0, 1, ()), "s2", 0, 0),
        (SetHeading("s2", "2.", "Đánh giá chung"), "s2", HEADING, 14),
        (SetHeading("s2", "II.", "Đánh giá"), "s2", HEADING, 8),
        (AddSection(Section("s9"), "s1", 1), "s9", HEADING, 0),
        (RemoveSection("s12"), "s11", HEADING, 0),
        (MoveSection("s3", None, 0), "s3", HEADING, 0),
        (SetField("appendices", (Appendix("p1", ("A",)),)), "p1", HEADING, 0),
    ],
)
def test_the_first_difference_is_where_the_change_was(edit, part, block, offset):
    before = made_report()
    place = first_difference(before, edit.apply(before))
    assert (place.part, place.block, place.offset) == (part, block, offset)


def test_another_title_of_an_appendix_is_a_difference():
    before = replace(made_report(), appendices=(Appendix("p1", ("A", "B")),))
    place = first_difference(before, replace(before, appendices=(Appendix("p1", ("A", "BC")),)))
    assert (place.part, place.block, place.offset) == ("p1", HEADING, 4)


def test_a_difference_that_is_no_text_has_no_place():
    before = made_report()
    assert first_difference(before, SetReviewed("s2", reviewed=True).apply(before)) is None
