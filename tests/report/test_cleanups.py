from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcdesk.intake.text import read_text
from bcdesk.places import resources
from bcdesk.report.cleanups import Clean, Cleanup, changes
from bcdesk.report.office import Office
from bcdesk.report.passages import rewritten
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import (
    OPENING,
    Appendix,
    Cell,
    Paragraph,
    Place,
    Report,
    Run,
    Section,
    Signature,
    Table,
    paragraph,
)
from bcdesk.vietnamese.legacy import Encoding, decode
from bcdesk.vietnamese.tidying import LOOK_ALIKES
from tests.intake.texts import CULTURE, MONTHLY
from tests.report.strategies import reports
from tests.vietnamese.encodings import in_vni
from tests.vietnamese.test_tidying import TEXTS

EVERY = Clean(tuple(Cleanup))
LONG = "Thực hiện kế hoạch của Ủy ban nhân dân xã về"
SAMPLE = resources() / "samples/bao-cao-tuyen-truyen-cchc-quy-1-2024.txt"


def report(**parts) -> Report:
    return Report("khac", Period(PeriodType.YEAR, 2024), Office(), **parts)


RUNS = st.builds(Run, TEXTS, st.booleans(), st.booleans(), st.sampled_from([(), (Run("chú  thích ,x"),)]))
PARAGRAPHS = st.lists(RUNS, max_size=3).map(lambda runs: Paragraph(tuple(runs)))
CELLS = PARAGRAPHS.map(lambda text: Cell((text,)))
BLOCKS = st.lists(PARAGRAPHS | CELLS.map(lambda cell: Table((80.0,), ((cell,),))), max_size=5).map(tuple)
UNTIDY = st.builds(
    lambda line, blocks, inner: report(
        subject=(line,), opening=blocks, sections=(Section("s1", "1.", line, inner),), recipients=(line,)
    ),
    TEXTS,
    BLOCKS,
    BLOCKS,
)


def said(shown: Report) -> Counter[str]:
    """The letters and figures of every text."""
    found: Counter[str] = Counter()

    def count(_: Place, text: Paragraph) -> Paragraph:
        found.update(sign for sign in text.plain.translate(LOOK_ALIKES) if sign.isalnum())
        return text

    rewritten(shown, count)
    return found


@given(UNTIDY)
def test_after_tidying_a_second_run_finds_nothing(untidy: Report):
    tidy = EVERY.apply(untidy)
    assert [changes(tidy, cleanup) for cleanup in Cleanup] == [()] * len(Cleanup)
    assert EVERY.apply(tidy) == tidy


def test_a_line_end_in_a_paragraph_that_was_joined_is_mended_too():
    lines = (paragraph("Tổ chức tuyên truyền trên hệ thống đài"), paragraph("xã\nđến các thôn"))
    assert EVERY.apply(report(opening=lines)).opening == (
        paragraph("Tổ chức tuyên truyền trên hệ thống đài xã đến các thôn"),
    )


@given(UNTIDY)
def test_letters_figures_and_footnotes_stay(untidy: Report):
    assert said(EVERY.apply(untidy)) == said(untidy)


@settings(max_examples=20)
@given(reports())
def test_nothing_else_of_any_report_is_touched(any_report: Report):
    tidy = EVERY.apply(any_report)
    assert (tidy.period, tidy.office, tidy.previous, tidy.decisions) == (
        any_report.period, any_report.office, any_report.previous, any_report.decisions,
    )  # fmt: skip


@pytest.mark.parametrize("cleanup", Cleanup)
@settings(max_examples=30)
@given(UNTIDY)
def test_what_is_shown_beforehand_is_what_is_done(cleanup: Cleanup, untidy: Report):
    tidy = Clean((cleanup,)).apply(untidy)
    assert bool(changes(untidy, cleanup)) == (tidy != untidy)


@pytest.mark.parametrize("text", [CULTURE, MONTHLY, SAMPLE.read_text(encoding="utf-8")], ids=["a", "b", "sample"])
def test_in_tidy_reports_only_slips_are_found(text: str):
    found = {cleanup: changes(read_text(text).report, cleanup) for cleanup in Cleanup}
    for cleanup in (Cleanup.LEGACY, Cleanup.HIDDEN, Cleanup.LOOK_ALIKES, Cleanup.BROKEN_LINES):
        assert found[cleanup] == ()


def test_every_text_of_a_report_is_tidied():
    line = "a  b"
    cell = Table((80.0,), ((Cell((paragraph(line),)),),))
    noted = Paragraph((Run("x", footnote=(Run(line),)),))
    untidy = report(
        place=line, draft_mark=line, subject=(line,), date_range=line, addressees=(line,), recipients=(line,),
        legal_bases=(paragraph(line),), opening=(paragraph(line), cell, noted), closing=(paragraph(line),),
        sections=(Section("s1", "1.", line, (paragraph(line),), (Section("s2", "a)", line),)),),
        signature=Signature(name=line, title=line, below=line, lines=(line,)),
        appendices=(Appendix("s3", (line,), (paragraph(line),)),),
    )  # fmt: skip
    assert "a  b" not in str(EVERY.apply(untidy))
    assert len(changes(untidy, Cleanup.SPACES)) == str(untidy).count(line)


def test_only_the_kinds_that_were_chosen_are_done():
    untidy = report(opening=(paragraph("xã  ,thôn"),))
    assert Clean((Cleanup.SPACES,)).apply(untidy).opening == (paragraph("xã ,thôn"),)
    assert Clean((Cleanup.SIGNS,)).apply(untidy).opening == (paragraph("xã, thôn"),)


def test_a_change_shows_where_and_the_words_around_it():
    before = "Trong quý, Ủy ban nhân dân xã đã chỉ đạo các thôn họp  dân, vận động bà con hiến đất làm đường."
    (change,) = changes(report(opening=(paragraph("x"), paragraph(before))), Cleanup.SPACES)
    assert change.place == Place(OPENING, 1)
    assert change.place.offset == before.index("  ")
    assert change.before == "…xã đã chỉ đạo các thôn họp  dân, vận động bà con hiến…"
    assert change.after == change.before.replace("  ", " ")


def test_bold_italic_and_footnotes_stay_on_their_words():
    text = Paragraph((Run("Kết quả  ", bold=True), Run(" tốt", italic=True, footnote=(Run("a"),)), Run(" ,lắm")))
    (tidy,) = EVERY.apply(report(opening=(text,))).opening
    assert isinstance(tidy, Paragraph)
    assert tidy.plain == "Kết quả tốt, lắm"
    assert [(run.text.strip(), run.bold, run.italic, bool(run.footnote)) for run in tidy.runs] == [
        ("Kết quả", True, False, False),
        ("tốt", False, True, True),
        (", lắm", False, False, False),
    ]


def test_paragraphs_broken_within_a_sentence_are_joined_with_their_formats():
    first = Paragraph((Run(f"{LONG} ", bold=True),))
    untidy = report(
        sections=(Section("s1", "1.", "Tốt", (first, paragraph("việc"), paragraph("đó."), paragraph("Hết"))),)
    )
    tidy = EVERY.apply(untidy)
    assert tidy.sections[0].blocks == (
        Paragraph((Run(f"{LONG} ", bold=True), Run("việc đó."))),
        paragraph("Hết"),
    )
    assert [change.before for change in changes(untidy, Cleanup.BROKEN_LINES)] == [
        "…của Ủy ban nhân dân xã về \nviệc",
        "…Ủy ban nhân dân xã về việc\nđó.",
    ]


def test_a_table_between_two_paragraphs_keeps_them_apart():
    cell = Table((80.0,), ((Cell(),),))
    untidy = report(opening=(paragraph(LONG), cell, paragraph("việc đó.")))
    assert EVERY.apply(untidy) == untidy


def test_text_of_an_old_file_becomes_unicode_in_its_formats():
    old = in_vni("Đã tổ chức hai cuộc họp thôn")
    untidy = report(opening=(paragraph("Xã được khen."), Paragraph((Run(old[:5], bold=True), Run(old[5:])))))
    (change,) = changes(untidy, Cleanup.LEGACY)
    assert (change.before, change.after) == (old, decode(old, Encoding.VNI))
    _, tidy = EVERY.apply(untidy).opening
    assert isinstance(tidy, Paragraph)
    assert tidy.plain == "Đã tổ chức hai cuộc họp thôn"
    assert tidy.runs[0].bold
    assert not tidy.runs[1].bold


def test_the_soft_hyphen_of_an_old_text_is_a_letter_and_not_a_hidden_sign():
    untidy = report(opening=(paragraph("n\u00adíc s¹ch cho x\u00b7 ®\u00ad\u00eec cÊp"),))
    assert EVERY.apply(untidy).opening == (paragraph("nước sạch cho xã được cấp"),)


def test_what_needs_nothing_stays_the_very_same():
    tidy = read_text(MONTHLY).report
    once = rewritten(tidy, lambda _, text: text)
    assert once is tidy
