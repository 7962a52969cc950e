from __future__ import annotations

import pytest

from bcdesk.intake.files import read_file
from bcdesk.places import resources
from bcdesk.report.carried import ParagraphState, carried_share, counterpart, paragraph_state, said_before
from bcdesk.report.edits import ReplaceBlocks, SetReviewed
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.progress import PartState, blocks_state, part_state
from bcdesk.report.report import Appendix, Picture, Report, find_section, paragraph
from bcdesk.report.rollover import plan, rolled


@pytest.fixture(scope="module")
def new() -> Report:
    report = read_file(next((resources() / "samples").glob("*.txt"))).report
    return rolled(report, plan(report, Period(PeriodType.QUARTER, 2024, 2)))


def text_of(report: Report, part: str, block: int = 0) -> str:
    return find_section(report, part).blocks[block].plain


def with_text(report: Report, part: str, text: str) -> Report:
    return ReplaceBlocks(part, 0, 1, (paragraph(text),)).apply(report)


def test_a_paragraph_whose_period_alone_was_shifted_is_still_last_periods(new):
    text = text_of(new, "s7")
    assert text.startswith("Trong quý II năm 2024")
    assert paragraph_state(text, new, "s7") is ParagraphState.CARRIED


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("", ParagraphState.EMPTY),
        ("  ", ParagraphState.EMPTY),
        ("Ủy Ban chỉ đạo đài phát thanh xã tiếp sóng các chương trình của huyện, tỉnh.", ParagraphState.CHANGED),
        ("Đã mở 02 hội nghị.", ParagraphState.NEW),
    ],
)
def test_a_paragraph_is_told_by_what_stood_in_its_part_before(new, text, state):
    assert paragraph_state(text, new, "s4") is state


def test_a_paragraph_that_moved_is_the_one_it_was(new):
    assert paragraph_state(text_of(new, "s4"), new, "s8") is ParagraphState.CARRIED


def test_a_changed_paragraph_has_its_counterpart_for_word_level_marks(new):
    was = text_of(new, "s4")
    assert counterpart(was.replace("3 tiếng", "04 giờ"), new, "s4") == was


def test_in_a_report_that_was_not_rolled_over_everything_is_new(new):
    assert new.previous is not None
    assert paragraph_state("Đã mở 02 hội nghị.", new.previous, "s4") is ParagraphState.NEW
    assert said_before(new.previous) == frozenset()


def test_a_part_nobody_knows_has_no_counterpart(new):
    assert counterpart("Đã mở 02 hội nghị.", new, "s99") is None


def test_a_part_is_carried_until_its_last_paragraph_was_changed(new):
    states = [part_state(find_section(new, "s4"), said_before(new))]
    changed = with_text(new, "s4", "Đài truyền thanh xã phát 04 giờ mỗi ngày.")
    states.append(part_state(find_section(changed, "s4"), said_before(changed)))
    assert states == [PartState.CARRIED, PartState.DRAFTING]


def test_a_carried_part_the_clerk_has_reviewed_is_done(new):
    done = SetReviewed("s4", reviewed=True).apply(new)
    assert part_state(find_section(done, "s4"), said_before(done)) is PartState.REVIEWED


def test_a_part_above_shows_what_is_carried_below(new):
    assert part_state(new.sections[0], said_before(new)) is PartState.CARRIED


def test_a_picture_is_never_carried(new):
    assert blocks_state((Picture(b"", "image/png", 50),), said_before(new)) is PartState.DRAFTING


def test_the_share_carried_over_falls_as_the_work_proceeds(new):
    before = carried_share(new)
    after = carried_share(with_text(new, "s4", "Mới hoàn toàn."))
    assert (before, after < before) == (1.0, True)


def test_without_text_nothing_is_carried_over(new):
    from dataclasses import replace

    assert carried_share(replace(new, sections=())) == 0
    with_appendix = replace(
        new, previous=replace(new, appendices=(Appendix("p1", blocks=(paragraph("Biểu mẫu số 1"),)),))
    )
    assert paragraph_state("Biểu mẫu số 1", with_appendix, "p1") is ParagraphState.CARRIED
