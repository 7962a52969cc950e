from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcdesk.errors import FrozenReport
from bcdesk.report.figure_edits import ForgetFigure, KeepFigure, SetFigure, SetNumber
from bcdesk.report.figure_values import occurrences, shown_value
from bcdesk.report.naming import named
from bcdesk.report.numbers import numbers
from bcdesk.report.record import dumps, loads
from bcdesk.report.report import paragraph
from bcdesk.report.states import SIGN, SUBMIT
from bcdesk.session.session import Session
from bcdesk.vietnamese.amounts import amount
from tests.report.figured import VALUES, full_reports, number, of, of_quarter, quarter, texts, with_named

WHOLE = st.integers(1, 1899) | st.integers(2100, 99_999)  # 19xx and 20xx behind a stroke are years


def plain(report):
    return report.sections[0].blocks[0].plain


def test_a_figure_changes_everywhere_at_once():
    report = with_named(of_quarter(), "114")
    changed = SetFigure(report.figures[0].id, "126").apply(report)
    assert texts(changed) == ["126", "110/114", "96,49", "126", "05"]


def test_changing_a_figure_is_one_step_and_undoing_it_gives_the_report_back():
    report = with_named(of_quarter(), "114")
    session = Session(report)
    session.change(SetFigure(report.figures[0].id, "126"))
    assert session.undo_words == "Sửa số liệu"
    session.undo()
    assert session.report == report
    assert not session.can_undo


def test_a_share_behind_its_ratio_follows():
    report = with_named(of_quarter(), "110/114")
    changed = SetFigure(report.figures[0].id, "120/126").apply(report)
    assert "120/126 hồ sơ (95,24 %)" in plain(changed)


def test_a_share_that_was_wrong_before_is_left_to_the_clerk():
    report = with_named(of_quarter(share="50,00"), "110/114")
    changed = SetFigure(report.figures[0].id, "120/126").apply(report)
    assert "120/126 hồ sơ (50,00 %)" in plain(changed)


def test_a_number_without_a_name_takes_its_share_along():
    report = of_quarter()
    changed = SetNumber(number(report, "110/114"), "57/114").apply(report)
    assert "57/114 hồ sơ (50,00 %)" in plain(changed)


def test_a_place_that_says_something_else_is_not_written_over():
    report = with_named(of_quarter(), "114")
    apart = SetNumber(number(report, "114", 1), "130").apply(report)
    assert texts(SetFigure(report.figures[0].id, "126").apply(apart))[3] == "130"


def test_a_place_that_says_something_else_is_written_over_where_that_is_asked():
    report = with_named(of_quarter(), "114")
    apart = SetNumber(number(report, "114", 1), "130").apply(report)
    assert texts(SetFigure(report.figures[0].id, "126", everywhere=True).apply(apart))[3] == "126"


def test_what_the_text_says_with_one_voice_is_the_value():
    report = with_named(of_quarter(), "05")
    apart = SetNumber(number(report, "05"), "7").apply(report)
    figure = apart.figures[0]
    assert (figure.value, shown_value(figure, occurrences(figure, numbers(apart)))) == ("05", "07")


def test_a_ratio_is_reckoned_from_its_parts():
    report = of(quarter(1), "Tiếp nhận 114 hồ sơ.", "Đã trả kết quả 110 hồ sơ.", "Kết quả chung 110/114 hồ sơ.")
    report = with_named(with_named(report, "114"), "110")
    whole, part = (figure.id for figure in report.figures)
    report = with_named(report, "110/114", parts=(part, whole))
    assert texts(SetFigure(whole, "120").apply(report)) == ["120", "110", "110/120"]


def test_a_percentage_is_reckoned_from_its_ratio_which_is_found_in_front_of_it():
    report = with_named(with_named(of_quarter(), "110/114"), "96,49")
    ratio, share = report.figures
    assert share.parts == (ratio.id,)
    changed = SetFigure(ratio.id, "57/114").apply(report)
    assert shown_value(changed.figures[1], occurrences(changed.figures[1], numbers(changed))) == "50,00"


def test_figures_made_of_each_other_come_to_an_end():
    report = with_named(with_named(of_quarter(), "114"), "110/114")
    one, other = report.figures
    around = (replace(one, parts=(other.id,)), replace(other, parts=(one.id,)))
    assert SetFigure(one.id, "126").apply(replace(report, figures=around)).figures[0].value == "126"


@pytest.mark.parametrize(
    ("before", "typed", "wanted"),
    [("05", "7", "07"), ("114", "1248", "1.248"), ("24555", "2627", "2627"), ("05", "0", "0"), ("114", "-", "-"),
     ("1.248", "", ""), ("05", "12", "12"), ("114", "1248,5", "1.248,5")],
)  # fmt: skip
def test_the_new_value_is_typed_as_the_old_one_was(before, typed, wanted):
    report = with_named(of(quarter(1), f"Có {before} hồ sơ."), before)
    changed = SetFigure(report.figures[0].id, typed).apply(report)
    assert changed.figures[0].value == wanted
    assert plain(changed) == f"Có {wanted} hồ sơ."


def test_empty_cells_are_filled():
    report = with_named(of_quarter(taken=""), "", value="")
    figure = report.figures[0]
    changed = SetFigure(figure.id, "126").apply(report)
    assert number(changed, "126").label == "Số hồ sơ đã tiếp nhận"


def test_a_name_can_be_taken_away_and_the_text_stays():
    report = with_named(with_named(of_quarter(), "110/114"), "96,49")
    bare = ForgetFigure(report.figures[0].id).apply(report)
    assert [figure.parts for figure in bare.figures] == [()]
    assert bare.sections == report.sections


def test_a_signed_report_keeps_its_figures():
    report = with_named(of_quarter(), "114")
    session = Session(report)
    session.change(SUBMIT)
    session.change(SIGN)
    with pytest.raises(FrozenReport):
        session.change(SetFigure(report.figures[0].id, "126"))
    with pytest.raises(FrozenReport):
        session.change(KeepFigure(replace(report.figures[0], name="Khác")))


def test_figures_are_kept_with_the_report():
    report = with_named(of_quarter(), "114", previous="", year_ago="-")
    assert loads(dumps(report)) == report


@pytest.mark.slow
@settings(max_examples=60)
@given(full_reports(), VALUES, st.data())
def test_whatever_figure_is_changed_undoing_gives_the_report_back(report, typed, data):
    session = Session(report)
    for _ in range(3):
        found = tuple(numbers(session.report))
        if found:
            figure = named(session.report, data.draw(st.sampled_from(found)))
            session.change(KeepFigure(figure))
            session.change(SetFigure(figure.id, typed, everywhere=data.draw(st.booleans())))
    while session.can_undo:
        session.undo()
    assert session.report == report


@given(WHOLE, WHOLE, WHOLE, WHOLE)
def test_a_share_is_always_that_of_its_parts(part, whole, new_part, new_whole):
    def share(one, other):
        return f"{Decimal(100) * one / other:.2f}".replace(".", ",")

    report = of(quarter(1), f"Giải quyết {part}/{whole} hồ sơ, tỷ lệ {share(part, whole)} %.")
    report = with_named(report, f"{part}/{whole}")
    changed = SetFigure(report.figures[0].id, f"{new_part}/{new_whole}").apply(report)
    said = amount(texts(changed)[1])
    assert said is not None
    assert abs(said.value - Decimal(100) * new_part / new_whole) <= Decimal("0.01")


def test_nothing_else_in_the_paragraph_changes():
    report = of(quarter(1), "Có 114 hồ sơ,  trong đó   114 hồ sơ trực tuyến ./.")
    changed = SetFigure(with_named(report, "114").figures[0].id, "9").apply(with_named(report, "114"))
    assert changed.sections[0].blocks[0] == paragraph("Có 9 hồ sơ,  trong đó   9 hồ sơ trực tuyến ./.")


def test_an_unknown_figure_cannot_be_set():
    with pytest.raises(KeyError):
        SetFigure("none", "5").apply(of_quarter())


def test_a_figure_made_of_words_is_left_as_it_is():
    report = with_named(with_named(of_quarter(), "110/114"), "96,49")
    ratio, share = report.figures
    changed = SetFigure(ratio.id, "-").apply(report)
    assert changed.figures[1] == share


def test_the_same_value_again_changes_nothing():
    report = with_named(of_quarter(), "114")
    assert SetFigure(report.figures[0].id, "114").apply(report) == report


def test_a_ratio_is_reckoned_as_soon_as_its_parts_are_given():
    report = of(quarter(1), "Tiếp nhận 120 hồ sơ.", "Đã trả kết quả 110 hồ sơ.", "Kết quả chung 100/114 hồ sơ.")
    report = with_named(with_named(with_named(report, "120"), "110"), "100/114")
    whole, part, ratio = report.figures
    kept = KeepFigure(replace(ratio, parts=(part.id, whole.id))).apply(report)
    assert texts(kept) == ["120", "110", "110/120"]
