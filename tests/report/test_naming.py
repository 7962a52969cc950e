from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesk.report.figure import FigureKind
from bcdesk.report.figure_values import occurrences
from bcdesk.report.naming import named
from bcdesk.report.numbers import numbers
from bcdesk.report.report import Section
from tests.report.figured import number, of, of_quarter, quarter, with_named


def test_a_name_is_guessed_from_the_words_around():
    figure = named(of_quarter(), number(of_quarter(), "114"))
    assert (figure.name, figure.unit, figure.kind) == ("Số hồ sơ đã tiếp nhận", "hồ sơ", FigureKind.COUNT)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Thu 1.200,5 triệu đồng.", FigureKind.MONEY),
        ("Giải quyết 110/114 hồ sơ.", FigureKind.RATIO),
        ("Đạt 95,5 %.", FigureKind.PERCENTAGE),
        ("Có 5 thôn.", FigureKind.COUNT),
    ],
)
def test_the_kind_is_guessed_from_number_and_unit(text, kind):
    report = of(quarter(1), text)
    assert named(report, next(iter(numbers(report)))).kind is kind


def test_a_figure_is_shared_by_sentence_and_table():
    report = with_named(of_quarter(), "114")
    assert len(occurrences(report.figures[0], numbers(report))) == 2


def test_small_numbers_of_one_unit_are_not_taken_for_one_figure():
    report = with_named(of(quarter(1), "Tổ chức 5 buổi.", "Phát thanh 5 buổi."), "5")
    assert len(occurrences(report.figures[0], numbers(report))) == 1


def test_two_figures_of_one_name_have_two_ids():
    report = with_named(of_quarter(), "114")
    again = named(report, number(report, "114"))
    assert again.id == f"{report.figures[0].id}-2"


def test_the_same_name_has_the_same_id_in_another_report():
    assert with_named(of_quarter(1), "114").figures[0].id == with_named(of_quarter(2), "114").figures[0].id


def test_a_figure_is_found_again_in_another_outline():
    report = with_named(of(quarter(1), "Trong kỳ xã đã tiếp nhận 114 hồ sơ."), "114")
    moved = replace(report, sections=(Section("s7", "1.", "Một cửa", report.sections[0].blocks),))
    assert len(occurrences(moved.figures[0], numbers(moved))) == 1
