from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from bcdesk.report.consolidation.remerging import remerged
from bcdesk.report.merged import Contribution, Merged, MergedFigure, MergedPart, Piece, Placement, Source
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import Report, paragraph
from bcdesk.report.rollover import plan, rolled
from tests.report.consolidation.units import plain, report_of, section
from tests.report.strategies import reports

HEALTH = "Trong quý I năm 2024, Trạm Y tế đã khám bệnh cho 120 lượt người."
POLICE = "Trong quý I năm 2024, Công an xã đã tiếp nhận 12 tin báo."
SECOND = Period(PeriodType.QUARTER, 2024, 2)


def piece(text: str, unit: str) -> Piece:
    return Piece((paragraph(text),), (Source(unit, (paragraph(text),)),))


def merged(*texts: str) -> Report:
    was = (piece(HEALTH, "Trạm Y tế"), piece(POLICE, "Công an"))
    return replace(
        report_of(section("1. Chung", *texts)),
        merged=Merged(
            (Contribution("Công an", "ca.docx", "00", "2024-03-20T08:00:00"),),
            (MergedPart("s1", was),),
            (Placement("chung", "s1"),),
            (MergedFigure("tin", "12", ("Công an",), ("12",)),),
        ),
    )


def next_period(report: Report) -> Report:
    return rolled(report, plan(report, SECOND))


def test_what_stands_as_merged_goes_along_in_the_words_of_the_new_period():
    report = next_period(merged(HEALTH, "Nhìn chung ổn định.", POLICE))
    (part,) = report.merged.parts
    assert [each.blocks[0] for each in part.pieces] == [report.sections[0].blocks[0], report.sections[0].blocks[2]]
    assert "quý II năm 2024" in plain(part.pieces[0].blocks[0])


def test_no_unit_has_sent_anything_and_where_headings_go_is_remembered():
    report = next_period(merged(HEALTH, POLICE))
    assert report.merged.contributions == report.merged.figures == ()
    assert report.merged.placements == (Placement("chung", "s1"),)


def test_what_the_editor_changed_or_deleted_is_no_longer_the_units():
    assert next_period(merged(HEALTH.replace("120", "125"))).merged.parts == ()


def test_the_next_merge_replaces_what_stood_untouched_and_keeps_what_the_editor_wrote():
    report = next_period(merged(HEALTH.replace("120", "125"), "Nhìn chung ổn định.", POLICE))
    made = remerged(report, {"s1": (piece("Công an xã đã tuần tra 20 buổi.", "Công an"),)}, ())
    assert [plain(block) for block in made.blocks["s1"]] == [
        "Trong quý II năm 2024, Trạm Y tế đã khám bệnh cho 125 lượt người.",
        "Nhìn chung ổn định.",
        "Công an xã đã tuần tra 20 buổi.",
    ]


def test_a_report_that_was_never_merged_stays_so():
    assert next_period(report_of(section("1. Chung", HEALTH))).merged is None


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(reports())
def test_whatever_was_merged_can_be_carried(report: Report):
    after = rolled(report, plan(report, SECOND)).merged
    assert (after is None) == (report.merged is None)
