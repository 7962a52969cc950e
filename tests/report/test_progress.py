from __future__ import annotations

import pytest

from bcdesk.report.office import Office
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.progress import PartState, blocks_state, part_state, word_count
from bcdesk.report.report import (
    Appendix,
    Cell,
    Paragraph,
    Picture,
    Report,
    Run,
    Section,
    Table,
    paragraph,
)

TEXT = (paragraph("Đã treo 02 băng rôn."),)
EMPTY_TABLE = Table((50.0,), ((Cell(),),))
TABLE = Table((50.0,), ((Cell((paragraph("STT"),)),),))
PICTURE = Picture(b"", "image/png", 50)


@pytest.mark.parametrize(
    ("section", "state"),
    [
        (Section("s1"), PartState.EMPTY),
        (Section("s1", "I.", "KẾT QUẢ", (paragraph("  "),)), PartState.EMPTY),
        (Section("s1", blocks=TEXT), PartState.DRAFTING),
        (Section("s1", children=(Section("s2", blocks=TEXT), Section("s3"))), PartState.EMPTY),
        (Section("s1", children=(Section("s2", blocks=TEXT),)), PartState.DRAFTING),
        (Section("s1", children=(Section("s2", blocks=TEXT, reviewed=True),)), PartState.REVIEWED),
        (Section("s1", blocks=TEXT, children=(Section("s2", reviewed=True),)), PartState.DRAFTING),
        (Section("s1", blocks=TEXT, children=(Section("s2"),)), PartState.EMPTY),
        (Section("s1", children=(Section("s2"),), reviewed=True), PartState.REVIEWED),
    ],
)
def test_a_part_is_as_far_as_its_least_finished_paragraph(section, state):
    assert part_state(section) is state


@pytest.mark.parametrize(
    ("block", "state"),
    [(EMPTY_TABLE, PartState.EMPTY), (TABLE, PartState.DRAFTING), (PICTURE, PartState.DRAFTING)],
)
def test_a_table_counts_by_what_its_cells_hold(block, state):
    assert blocks_state((block,)) is state


def test_words_are_counted_wherever_they_are_printed():
    report = Report(
        "khac",
        Period(PeriodType.AD_HOC, 2024),
        Office(),
        subject=("không tính",),
        legal_bases=(paragraph("Căn cứ Luật"),),
        opening=(paragraph("Mở đầu"),),
        sections=(Section("s1", "I.", "KẾT QUẢ", TEXT, (Section("s2", "1.", blocks=(TABLE, PICTURE)),)),),
        closing=(Paragraph((Run("Kính báo cáo./.", footnote=(Run("Một chú thích"),)),)),),
        appendices=(Appendix("p1", ("Biểu mẫu",), TEXT),),
    )
    assert word_count(report) == 3 + 2 + (2 + 5 + 1) + (3 + 3) + (2 + 5)


def test_signs_alone_are_no_words():
    report = Report("khac", Period(PeriodType.AD_HOC, 2024), Office(), opening=(paragraph("- covid – 19 ./. …"),))
    assert word_count(report) == 2
