from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.report.figure import FigureKind
from bcdesk.report.figure_edits import SetNumber
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import State
from bcdesk.report.series import jumps, series
from bcdesk.report.series_text import as_cells, as_csv, heads
from bcdesk.vietnamese.quantities import number_words
from tests.report.figured import number, of, of_quarter, quarter, with_named


def taken(number, year=2024, typed="114", **rest):
    """A quarter whose count has a name."""
    return with_named(of(quarter(number, year), f"Đã tiếp nhận {typed} hồ sơ."), typed, id="taken", **rest)


def course(reports, name="taken"):
    return next(each for each in series(reports).courses if each.figure.id == name)


def test_rows_are_figures_and_columns_periods_in_their_order():
    found = series([taken(2, typed="126"), taken(1)])
    assert [period.number for period in found.periods] == [1, 2]
    assert found.courses[0].values == ("114", "126")


def test_counts_sum_from_the_beginning_of_the_year():
    reports = [taken(4, 2023, "999"), taken(1), taken(2, typed="126"), taken(3, typed="1.248")]
    assert course(reports).so_far == "1.488"


def test_a_missing_period_leaves_no_sum():
    assert course([taken(1), taken(3, typed="126")]).so_far is None


def test_a_figure_not_filled_in_leaves_no_sum():
    assert course([taken(1), replace(taken(2), figures=taken(2, typed="126").figures, sections=())]).so_far == "240"
    blank = with_named(of(quarter(2), "Đã tiếp nhận 5 hồ sơ."), "5", id="taken")
    bare = replace(blank, sections=(), figures=(replace(blank.figures[0], value=""),))
    assert course([taken(1), bare]).so_far is None


def test_no_data_adds_nothing_and_nothing_but_no_data_stays_so():
    def said(number, value):
        report = taken(number)
        return replace(report, sections=(), figures=(replace(report.figures[0], value=value),))

    assert course([said(1, "114"), said(2, "-")]).so_far == "114"
    assert course([said(1, "-"), said(2, "-")]).so_far == "-"
    assert course([said(1, "0"), said(2, "-")]).so_far == "0"


def test_a_cumulative_figure_is_not_summed_again():
    assert course([taken(1, cumulative=True), taken(2, typed="240", cumulative=True)]).so_far == "240"


def test_a_period_that_begins_in_january_is_its_own_sum():
    half = with_named(of(Period(PeriodType.FIRST_HALF, 2024), "Đã tiếp nhận 240 hồ sơ."), "240", id="taken")
    assert course([taken(1), half]).so_far == "240"


def test_ratios_are_summed_by_their_parts_and_shares_never_averaged():
    def report(number, ratio, share):
        text = f"Giải quyết {ratio} hồ sơ, đạt {share} %."
        return with_named(with_named(of(quarter(number), text), ratio, id="ratio"), share, id="share", parts=("ratio",))

    reports = [report(1, "10/10", "100,00"), report(2, "50/100", "50,00")]
    assert course(reports, "ratio").so_far == "60/110"
    assert course(reports, "share").so_far == "54,55"


def test_a_share_whose_parts_nobody_knows_has_no_sum():
    reports = [with_named(of(quarter(at), "Tỷ lệ đạt 95,5 %."), "95,5", id="share") for at in (1, 2)]
    assert course(reports, "share").so_far is None


def test_words_have_no_sum():
    assert course([taken(1), taken(2, kind=FigureKind.CODED)]).so_far is None


def test_weeks_sum_by_their_count():
    weeks = [with_named(of(Period(PeriodType.WEEK, 2024, at), f"Có {at} vụ."), str(at), id="taken") for at in (1, 2, 3)]
    assert course(weeks).so_far == "6"


def test_the_same_period_of_last_year_stands_beside():
    assert course([taken(1, 2023, "90"), taken(4, 2023), taken(1)]).year_ago == "90"


def test_the_same_period_may_be_given_by_hand():
    assert course([taken(1, year_ago="80")]).year_ago == "80"


def test_what_was_signed_counts_before_a_draft_of_the_same_period():
    signed = replace(taken(1), state=State.SIGNED)
    assert course([taken(1, typed="999"), signed]).values == ("114",)


def test_of_two_drafts_the_one_changed_last_counts():
    assert course([taken(1, typed="126"), taken(1)]).values == ("126",)


def test_a_report_in_which_the_figure_has_no_name_is_read_too():
    bare = of(quarter(1), "Đã tiếp nhận 90 hồ sơ.")
    assert course([taken(2), bare]).values == ("90", "114")


def test_what_was_typed_into_the_text_counts():
    report = taken(1)
    assert course([SetNumber(number(report, "114"), "126").apply(report)]).values == ("126",)


def test_later_periods_are_left_out_where_an_end_is_given():
    assert series([taken(1), taken(2)], quarter(1)).periods == (quarter(1),)


def test_a_report_without_a_period_has_no_column():
    assert series([replace(taken(1), period=Period(PeriodType.AD_HOC, 2024))]).periods == ()


def test_a_base_that_falls_is_told():
    reports = [taken(1, typed="24.555"), taken(2, typed="2.627")]
    assert jumps(course(reports), series(reports).periods) == ("", "trước đó 24.555")


def test_small_numbers_may_do_as_they_like():
    reports = [taken(1, typed="2"), taken(2, typed="12")]
    assert jumps(course(reports), series(reports).periods) == ("", "")


def test_a_half_year_is_not_measured_against_a_quarter():
    half = with_named(of(Period(PeriodType.FIRST_HALF, 2024), "Đã tiếp nhận 900 hồ sơ."), "900", id="taken")
    reports = [taken(1), half]
    assert jumps(course(reports), series(reports).periods) == ("", "")


def test_the_file_for_a_spreadsheet_is_utf_8_with_its_mark_and_semicolons():
    data = as_csv(series([taken(1, typed="1.248"), taken(2, typed="0")]))
    assert data.decode("utf-8-sig").splitlines() == [
        "Số liệu;Đơn vị;quý I năm 2024;quý II năm 2024;Cùng kỳ;Lũy kế từ đầu năm",
        "Đã tiếp nhận hồ sơ;hồ sơ;1.248;0;;1.248",
    ]
    assert data.startswith(b"\xef\xbb\xbf")


def test_cells_to_paste_stand_between_tabs():
    assert as_cells(series([taken(1)])).splitlines()[1] == "Đã tiếp nhận hồ sơ\thồ sơ\t114\t\t114"


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("=1+1", '"=""=1+1"""'), ("+ Hồ sơ", '"=""+ Hồ sơ"""'), ("- Hồ sơ", '"=""- Hồ sơ"""'), ("Hồ; sơ", '"Hồ; sơ"')],
)
def test_no_name_is_taken_for_a_formula(name, wanted):
    line = as_csv(series([taken(1, name=name)])).decode().splitlines()[1]
    assert line.startswith(f"{wanted};")


def test_a_ratio_is_not_taken_for_a_day():
    reports = [with_named(of(quarter(1), "Có 5/7 thôn."), "5/7")]
    assert '"=""5/7"""' in as_csv(series(reports)).decode()


def test_the_heads_name_every_column():
    found = series([of_quarter()])
    assert len(heads(found)) == 2 + len(found.periods) + 2


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=4), st.integers(0, 3))
def test_every_sum_is_that_of_its_values(values, decimals):
    typed = [number_words(Decimal(value).scaleb(-decimals), decimals) for value in values]
    reports = [
        replace(taken(at), sections=(), figures=(replace(taken(at).figures[0], value=value),))
        for at, value in enumerate(typed, start=1)
    ]
    said = course(reports).so_far
    reckoned = sum((Decimal(value).scaleb(-decimals) for value in values), Decimal(0))
    assert Decimal(said.replace(".", "").replace(",", ".")) == reckoned
