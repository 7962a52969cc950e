from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from bcdesk.intake.files import read_file
from bcdesk.places import resources
from bcdesk.report.figure_edits import KeepFigure, SetFigure, SetNumber
from bcdesk.report.figure_list import figure_list
from bcdesk.report.figure_phrases import before_words, difference_words, phrases
from bcdesk.report.figure_telling import telling
from bcdesk.report.figures import Since, found_figures
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import Appendix, Section, paragraph
from bcdesk.report.rollover import plan, rolled
from bcdesk.report.series import series
from bcdesk.report.series_text import as_csv
from tests.report.figured import full_reports, number, of, of_quarter, quarter, table, with_named
from tests.report.strategies import reports


def next_quarter(report, to=None):
    return rolled(report, plan(report, to or quarter(2)))


def beside(report):
    return [(each.number.typed, each.previous) for each in found_figures(report)]


def line(report, typed, year_ago=None):
    return next(each for each in figure_list(report, year_ago) if each.now == typed)


def test_each_number_stands_beside_that_of_the_last_period():
    report = replace(of_quarter(2, taken="126", done="120", share="95,24"), previous=of_quarter())
    assert beside(report) == [
        ("126", "114"),
        ("120/126", "110/114"),
        ("95,24", "96,49"),
        ("126", "114"),
        ("05", "05"),
    ]


def test_after_rolling_over_everything_is_untouched():
    assert {each.since for each in found_figures(next_quarter(of_quarter()))} == {Since.UNTOUCHED}


def test_what_is_typed_anew_is_changed():
    report = next_quarter(of_quarter())
    changed = SetNumber(number(report, "05"), "7").apply(report)
    assert [each.since for each in found_figures(changed)][-1] is Since.CHANGED


def test_a_new_sentence_has_no_last_period():
    report = next_quarter(of_quarter())
    more = replace(report.sections[0], blocks=(*report.sections[0].blocks, paragraph("Trồng mới 12 ha rừng.")))
    assert beside(replace(report, sections=(more,)))[-1] == ("12", None)


def test_without_a_last_period_all_is_new():
    assert {each.since for each in found_figures(of_quarter())} == {Since.NEW}


def test_a_sentence_that_was_reworded_is_still_found_by_its_unit():
    old = of(quarter(1), "Tổ chức 5 buổi tuyên truyền cải cách hành chính tại 3 thôn trên địa bàn xã.")
    new = of(quarter(2), "Đã mở 6 buổi tuyên truyền cải cách hành chính tại 4 thôn trên địa bàn xã.", previous=old)
    assert beside(new) == [("6", "5"), ("4", "3")]


def test_a_figure_moved_to_another_section_is_found_by_its_words():
    old = of(quarter(1), "Trong kỳ xã đã tiếp nhận 114 hồ sơ.")
    moved = (Section("s1", "1.", "Kết quả"), Section("s9", "2.", "Một cửa", old.sections[0].blocks))
    assert beside(replace(old, sections=moved, previous=old)) == [("114", "114")]


def test_tables_of_appendices_are_aligned_by_row_and_column():
    def appendix(first, second):
        rows = (("1", "Hồ sơ", "hồ sơ", first), ("2", "Hội nghị", "cuộc", second))
        return (Appendix("p1", ("Số liệu",), (table(*rows),)),)

    old = of(quarter(1), appendices=appendix("114", "-"))
    assert beside(of(quarter(2), appendices=appendix("126", "0"), previous=old)) == [("126", "114"), ("0", "-")]


def test_the_list_tells_a_named_figure_once_with_all_its_places():
    report = with_named(of_quarter(), "114")
    lines = figure_list(report)
    assert [each.now for each in lines] == ["114", "110/114", "96,49", "05"]
    assert len(lines[0].places) == 2


def test_the_list_tells_where_the_text_says_something_else():
    report = with_named(of_quarter(), "114")
    changed = SetNumber(number(report, "114", 1), "126").apply(report)
    first = figure_list(changed)[0]
    assert (first.now, [place.typed for place in first.others]) == ("114", ["126"])


def test_a_figure_gone_from_the_text_stays_in_the_list():
    report = with_named(of_quarter(), "114")
    bare = replace(report, sections=(replace(report.sections[0], blocks=()),))
    (alone,) = figure_list(bare)
    assert (alone.now, alone.places) == ("114", ())


def test_values_given_by_hand_are_kept_until_the_next_period():
    report = with_named(of_quarter(), "114", previous="100", year_ago="90")
    first = figure_list(report)[0]
    assert (first.previous, first.year_ago) == ("100", "90")
    rolled_on = figure_list(next_quarter(report))[0]
    assert (rolled_on.previous, rolled_on.year_ago) == ("114", None)


def test_the_same_period_of_last_year_is_found_among_the_reports_before():
    year = Period(PeriodType.YEAR, 2024)
    report = rolled(of(year, "Có 5 hộ nghèo."), plan(of(year, "Có 5 hộ nghèo."), Period(PeriodType.YEAR, 2025)))
    assert figure_list(report)[0].year_ago == "5"


def test_the_same_period_of_last_year_may_be_given():
    ago = of_quarter(1, 2023, taken="128")
    assert figure_list(of_quarter(), ago)[0].year_ago == "128"


def test_a_rise_is_told_with_its_share():
    report = next_quarter(of_quarter())
    changed = SetNumber(number(report, "114"), "126").apply(report)
    assert phrases(changed, line(changed, "126")) == ("tăng 12 hồ sơ (10,53 %) so với quý trước",)


@pytest.mark.parametrize(
    ("text", "now", "wanted"),
    [
        ("Tiếp nhận 114 hồ sơ.", "126", "tăng 12 hồ sơ (10,5 %) so với quý trước"),
        ("Tiếp nhận 114 hồ sơ.", "102", "giảm 12 hồ sơ (10,5 %) so với quý trước"),
        ("Tiếp nhận 114 hồ sơ.", "114", "bằng quý trước"),
        ("Tiếp nhận 114 hồ sơ, đạt 50% kế hoạch.", "126", "tăng 12 hồ sơ (10,5%) so với quý trước"),
        ("Tiếp nhận 114 hồ sơ, đạt 50,25% kế hoạch.", "126", "tăng 12 hồ sơ (10,53%) so với quý trước"),
        ("Tiếp nhận 0 hồ sơ.", "5", "tăng 5 hồ sơ so với quý trước"),
        ("Tổ chức 04 buổi.", "07", "tăng 03 buổi (75,0 %) so với quý trước"),
        ("Thu 1.200,5 triệu đồng.", "1.300,5", "tăng 100,0 triệu đồng (8,3 %) so với quý trước"),
        ("Giải quyết 110/120 hồ sơ.", "119/120", "tăng 7,5 điểm phần trăm so với quý trước"),
        ("Tỷ lệ đạt 95,5 %.", "97", "tăng 1,5 điểm phần trăm so với quý trước"),
    ],
)
def test_the_phrase_is_in_the_style_of_the_sentence(text, now, wanted):
    old = of(quarter(1), text)
    report = next_quarter(old)
    first = found_figures(report)[0].number
    changed = SetNumber(first, now).apply(report)
    assert phrases(changed, figure_list(changed)[0])[:1] == (wanted,)


def test_the_same_period_is_named_as_the_report_names_it():
    text = "Tiếp nhận 114 hồ sơ, giảm 14 hồ sơ so với cùng kỳ năm 2023."
    report = of(quarter(1), text)
    ago = of(quarter(1, 2023), "Tiếp nhận 128 hồ sơ, giảm 14 hồ sơ so với cùng kỳ năm 2022.")
    assert phrases(report, line(report, "114", ago)) == ("giảm 14 hồ sơ (10,9 %) so với cùng kỳ năm 2023",)


@pytest.mark.parametrize("before", ["", "-"])
def test_no_data_is_nothing_to_compare_with(before):
    report = with_named(of_quarter(), "114", previous=before)
    assert phrases(report, figure_list(report)[0]) == ()


def test_nothing_is_something_to_compare_with():
    report = with_named(of_quarter(), "114", previous="0")
    assert difference_words(figure_list(report)[0], "0") == "+114"


def test_what_holds_the_last_period_is_not_compared_with_it():
    half = Period(PeriodType.FIRST_HALF, 2024)
    ago = of(Period(PeriodType.FIRST_HALF, 2023), "Tiếp nhận 228 hồ sơ.")
    report = of(half, "Tiếp nhận 240 hồ sơ.", previous=of(quarter(1), "Tiếp nhận 114 hồ sơ."))
    assert phrases(report, figure_list(report, ago)[0]) == ("tăng 12 hồ sơ (5,3 %) so với cùng kỳ",)


def test_a_cumulative_figure_is_not_compared_within_its_year():
    old = with_named(of(quarter(1), "Tiếp nhận 114 hồ sơ."), "114", cumulative=True)
    assert phrases(next_quarter(old), figure_list(next_quarter(old))[0]) == ()
    next_year = next_quarter(old, quarter(1, 2025))
    assert phrases(next_year, figure_list(next_year)[0])[:1] == ("bằng quý I năm 2024",)


def test_words_are_not_compared():
    report = with_named(of_quarter(), "114", previous="100", kind="text")
    assert phrases(report, figure_list(report)[0]) == ()


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        (quarter(1), quarter(2), "quý trước"),
        (quarter(4, 2023), quarter(1), "quý trước"),
        (Period(PeriodType.MONTH, 2024, 2), Period(PeriodType.MONTH, 2024, 3), "tháng trước"),
        (quarter(1), Period(PeriodType.FIRST_HALF, 2024), "quý I năm 2024"),
        (quarter(1), quarter(3), "quý I năm 2024"),
    ],
)
def test_the_last_period_is_called_what_it_is(before, now, words):
    assert before_words(of(now, previous=of(before))) == words


def test_a_report_without_a_last_one_says_last_period():
    assert before_words(of_quarter()) == "kỳ trước"


def test_changing_the_figure_changes_its_line_to_changed():
    report = next_quarter(with_named(of_quarter(), "114"))
    figure = report.figures[0]
    assert line(report, "114").since is Since.UNTOUCHED
    assert line(SetFigure(figure.id, "126").apply(report), "126").since is Since.CHANGED


def test_a_figure_without_a_place_is_untouched_as_long_as_its_value_is():
    report = next_quarter(with_named(of_quarter(), "114"))
    bare = replace(report, sections=(replace(report.sections[0], blocks=()),))
    assert figure_list(bare)[0].since is Since.UNTOUCHED
    given = KeepFigure(replace(bare.figures[0], value="120")).apply(bare)
    assert figure_list(given)[0].since is Since.CHANGED


def test_the_figures_of_the_example_are_all_untouched_after_rolling_over():
    example = read_file(resources() / "samples" / "bao-cao-tuyen-truyen-cchc-quy-1-2024.txt").report
    untouched = [each for each in found_figures(next_quarter(example)) if each.since is Since.UNTOUCHED]
    assert [(each.number.typed, each.number.unit) for each in untouched] == [
        ("3", "tiếng"),
        ("5", "cụm"),
        ("2", "băng rôn"),
    ]


def test_a_new_appendix_beside_an_old_one_has_no_last_period():
    rows = table(("1", "Hồ sơ", "hồ sơ", "114"))
    first = Appendix("p1", ("Biểu 1",), (rows,))
    second = Appendix("p2", ("Biểu 2",), (table(("1", "Hội nghị", "cuộc", "5")),))
    old = of(quarter(1), appendices=(first,))
    assert beside(of(quarter(2), appendices=(first, second), previous=old)) == [("114", "114"), ("5", None)]


def test_sentences_too_many_to_be_read_against_each_other_are_known_by_their_words_alone():
    def report(words, period, **rest):
        return of(period, *(f"Nhóm {'a' * at} {words} {at + 10} hồ sơ." for at in range(60)), **rest)

    old = report("tiếp nhận", quarter(1))
    assert {before for _, before in beside(report("trả lại", quarter(2), previous=old))} == {None}


@pytest.mark.slow
@settings(max_examples=60)
@given(reports() | full_reports(), reports() | full_reports())
def test_whatever_stands_in_a_report_its_figures_can_be_listed_compared_and_said(report, ago):
    report = report if report.previous else replace(report, previous=ago)
    for each in figure_list(report, ago):
        difference_words(each, each.previous)
        place = each.places[0] if each.places else None
        for phrase in phrases(report, each):
            telling(report, place, None, phrase)
    for course in series([report, ago]).courses:
        assert len(course.amounts) == len(series([report, ago]).periods)
    as_csv(series([report, ago]))
