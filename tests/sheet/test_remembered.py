from __future__ import annotations

from dataclasses import replace

from bcdesk.layout.paginate import Paginator
from bcdesk.layout.profiles import WORD
from bcdesk.painting.fonts import FontMeasure
from bcdesk.report.edits import ReplaceBlocks, SetField
from bcdesk.report.office import Layout, Office
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import Report, Section, paragraph
from bcdesk.sheet.compose import Composer, compose
from bcdesk.sheet.remembered import Remembered
from tests.sheet.samples import width_of

SENTENCE = "Công tác tuyên truyền được thực hiện bằng nhiều hình thức trên địa bàn xã. "


def report(sections=6, paragraphs=10):
    parts = tuple(
        Section(f"s{n}", f"{n}.", f"Mục {n}", (paragraph(SENTENCE * 5),) * paragraphs) for n in range(1, sections + 1)
    )
    return Report("k", Period(PeriodType.YEAR, 2024), Office(name="Ba Tơ"), subject=("Tổng kết",), sections=parts)


def typed(before, part="s4"):
    return ReplaceBlocks(part, 0, 1, (paragraph("Câu vừa gõ."),)).apply(before)


def test_the_same_object_gives_the_same_result_without_making_it_again():
    remembered, made, thing = Remembered(), [], object()
    for _ in range(2):
        remembered.get((thing,), None, lambda: made.append(1) or len(made))
    assert made == [1]


def test_another_value_beside_the_object_is_another_result():
    remembered, thing = Remembered(), object()
    assert [remembered.get((thing,), depth, lambda depth=depth: depth) for depth in (1, 2)] == [1, 2]


def test_an_equal_but_different_object_is_made_anew():
    remembered = Remembered()
    first, second = remembered.get(([],), None, list), remembered.get(([],), None, list)
    assert first is not second


def test_what_a_round_did_not_ask_for_is_forgotten():
    remembered, thing = Remembered(), object()
    first = remembered.get((thing,), None, object)
    remembered.begin_round()
    remembered.begin_round()
    assert remembered.get((thing,), None, object) is not first


def test_a_result_outlives_the_rounds_that_ask_for_it():
    remembered, thing, results = Remembered(), object(), set()
    for _ in range(4):
        remembered.begin_round()
        results.add(remembered.get((thing,), None, object))
    assert len(results) == 1


def test_a_composer_that_has_seen_the_report_before_gives_what_a_new_one_gives():
    composer, before = Composer(width_of), report()
    for after in (before, typed(before), SetField("subject", ("Sơ kết",)).apply(before), before):
        assert composer.sheet(after) == compose(after, width_of)


def test_another_form_is_composed_anew_throughout():
    composer, before = Composer(width_of), report()
    composer.sheet(before)
    smaller = replace(before, office=replace(before.office, layout=Layout(body_size=13, pitch=17)))
    assert composer.sheet(smaller) == compose(smaller, width_of)


def test_a_section_that_was_not_touched_is_the_very_same_on_paper():
    composer, before = Composer(width_of), report()
    old, new = composer.sheet(before).sections[0].blocks, composer.sheet(typed(before)).sections[0].blocks
    same = [a is b for a, b in zip(old, new, strict=True)]
    assert same.count(False) == 11 + 1  # the section typed in, and the last paragraph, kept with the signature


def test_pages_before_the_change_are_the_very_same(qapp):
    composer, paginator, before = Composer(width_of), Paginator(FontMeasure(), WORD), report()
    old, new = (paginator.pages(composer.sheet(value)) for value in (before, typed(before, "s6")))
    assert [a is b for a, b in zip(old, new, strict=False)][:4] == [True] * 4


def test_pages_made_from_memory_are_those_of_a_new_paginator(qapp):
    composer, paginator, measure = Composer(width_of), Paginator(FontMeasure(), WORD), FontMeasure()
    for value in (report(), typed(report()), report(sections=5), report()):
        sheet = composer.sheet(value)
        assert paginator.pages(sheet) == Paginator(measure, WORD).pages(sheet)
