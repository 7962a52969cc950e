from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.report.consolidation.figures import added_figures, partial_sums, with_figures
from bcdesk.report.figure import Anchor, Figure, FigureKind
from bcdesk.report.figure_edits import SetFigure
from bcdesk.report.merged import Contribution, Merged, MergedFigure, Piece, Source
from bcdesk.report.numbers import numbers
from bcdesk.report.report import paragraph
from tests.report.figured import of, of_quarter, quarter, texts, with_named

TAKEN = Figure("taken", "Hồ sơ tiếp nhận", "hồ sơ")
DONE = Figure("done", "Hồ sơ đúng hạn", "hồ sơ")
SHARE = Figure("share", "Tỷ lệ đúng hạn", "%", FigureKind.PERCENTAGE, parts=("done", "taken"))
RATIO = Figure("ratio", "Đúng hạn", "hồ sơ", FigureKind.RATIO, parts=("done", "taken"))
FEES = Figure("fees", "Thu phí", "triệu đồng", FigureKind.MONEY)


def given_by(*values, own=(TAKEN,)):
    """What units give for the figures `own`, each a tuple of values."""
    return [
        (f"Đơn vị {at}", tuple(replace(figure, value=value) for figure, value in zip(own, of_unit, strict=False)))
        for at, of_unit in enumerate(values)
    ]


def sums(own, *values):
    return {figure.id: figure.value for figure in added_figures(own, given_by(*values, own=own))}


def test_counts_and_money_are_added():
    assert sums((TAKEN, FEES), ("02", "1,5"), ("1.248", "0,25")) == {"taken": "1.250", "fees": "1,75"}


def test_what_each_unit_gives_is_kept():
    assert added_figures((TAKEN,), given_by(("02",), ("05",))) == (
        MergedFigure("taken", "07", ("Đơn vị 0", "Đơn vị 1"), ("02", "05")),
    )


def test_figures_are_the_same_by_name_and_unit_of_measure_whatever_their_ids():
    other = replace(TAKEN, id="x", name="HỒ SƠ TIẾP NHẬN", unit="Hồ sơ", value="5")
    elsewhere = replace(TAKEN, id="taken", unit="lượt", value="9")
    assert added_figures((TAKEN,), [("A", (elsewhere, other))]) == (MergedFigure("taken", "5", ("A",), ("5",)),)


def test_a_figure_no_unit_has_is_left_out():
    assert added_figures((TAKEN, FEES), [("A", (replace(TAKEN, value="5"),))])[0].id == "taken"
    assert len(added_figures((TAKEN, FEES), [("A", (replace(TAKEN, value="5"),))])) == 1


def test_a_percentage_is_reckoned_from_its_summed_parts():
    own = (TAKEN, DONE, SHARE)
    assert sums(own, ("114", "110", "96,49"), ("86", "80", "93,0")) == {"taken": "200", "done": "190", "share": "95,00"}


def test_a_percentage_may_be_of_one_ratio():
    own = (replace(RATIO, parts=()), replace(SHARE, parts=("ratio",)))
    assert sums(own, ("110/114", "96,49"), ("80/86", "93,02")) == {"ratio": "190/200", "share": "95,00"}


def test_a_ratio_is_of_its_summed_parts_else_both_sides_are_added():
    assert sums((TAKEN, DONE, RATIO), ("10", "9", "9/10"), ("20", "11", "11/20"))["ratio"] == "20/30"
    assert sums((replace(RATIO, parts=()),), ("9/10",), ("11/20",)) == {"ratio": "20/30"}
    assert sums((RATIO,), ("9/10",), ("11/20",)) == {"ratio": "20/30"}


def test_a_percentage_without_parts_is_never_averaged():
    own = (replace(SHARE, parts=()),)
    assert sums(own, ("95",), ("90",)) == {"share": ""}
    assert sums(own, ("95",), ("95",)) == {"share": "95"}


def test_a_percentage_of_nothing_has_no_value():
    assert sums((TAKEN, DONE, SHARE), ("0", "0", "0"), ("0", "0", "0"))["share"] == ""


@pytest.mark.parametrize("kind", [FigureKind.TEXT, FigureKind.CODED])
def test_words_and_codes_are_left_without_a_value(kind):
    assert sums((replace(TAKEN, kind=kind),), ("Có",), ("Có",)) == {"taken": ""}


@pytest.mark.parametrize("value", ["", "chưa rõ", "3/5"])
def test_a_figure_one_unit_has_not_filled_has_no_sum(value):
    assert sums((TAKEN,), ("5",), (value,)) == {"taken": ""}


def test_no_data_adds_nothing():
    assert sums((TAKEN,), ("5",), ("-",)) == {"taken": "5"}


COUNTS = st.lists(st.integers(0, 10**7), min_size=1, max_size=8)


@given(COUNTS)
def test_sums_are_right_in_any_order(counts):
    typed = [(f"{count:,}".replace(",", "."),) for count in counts]
    wanted = f"{sum(counts):,}".replace(",", ".")
    assert sums((TAKEN,), *typed) == sums((TAKEN,), *typed[::-1]) == {"taken": wanted}


def named(**rest):
    """A report whose `114 hồ sơ`, in a sentence and a table, is a figure."""
    report = with_named(of_quarter(**rest), "114")
    return report, report.figures[0].id


def test_the_first_merge_sets_what_still_has_the_value_of_the_last_period():
    report, figure = named()
    carried = replace(report, previous=report)
    assert texts(with_figures(carried, [MergedFigure(figure, "200")]))[0] == "200"


def test_the_first_merge_leaves_what_the_editor_typed():
    report, figure = named()
    assert with_figures(report, [MergedFigure(figure, "200")]) is report
    new = SetFigure(figure, "126").apply(replace(report, previous=report))
    assert with_figures(new, [MergedFigure(figure, "200")]) is new


def test_the_next_merge_sets_what_stands_as_it_was_merged_everywhere():
    report, figure = named()
    base = replace(report, merged=Merged(figures=(MergedFigure(figure, "114"),)))
    changed = with_figures(base, [MergedFigure(figure, "1.200")])
    assert texts(changed)[0] == texts(changed)[-2] == "1.200"
    assert changed.figures[0].value == "1.200"


def test_the_next_merge_leaves_what_the_editor_changed():
    report, figure = named()
    base = replace(report, merged=Merged(figures=(MergedFigure(figure, "100"),)))
    assert with_figures(base, [MergedFigure(figure, "1.200")]) is base


def test_the_same_sums_change_nothing():
    report, figure = named()
    base = replace(report, merged=Merged(figures=(MergedFigure(figure, "114"),)))
    assert with_figures(base, [MergedFigure(figure, "114")]) is base


def from_units(value: str, count: int = 3) -> Merged:
    files = tuple(Contribution(f"Đơn vị {at}", "a.docx", f"{at}", "") for at in range(count))
    return Merged(files, figures=(MergedFigure("taken", value, ("Đơn vị 0", "Đơn vị 1"), ("02", "05")),))


def test_a_sum_that_lacks_units_says_of_how_many_it_is():
    report = of(quarter(1), figures=(replace(TAKEN, value="07"),), merged=from_units("07"))
    assert partial_sums(report) == (
        "Số liệu “Hồ sơ tiếp nhận” là 07 hồ sơ, cộng từ 2/3 đơn vị; đơn vị khác không ghi riêng số liệu này.",
    )


@pytest.mark.parametrize("merged", [None, from_units("07", 2), from_units("9"), from_units("")])
def test_of_a_sum_of_all_units_or_one_that_does_not_stand_nothing_is_said(merged):
    assert partial_sums(of(quarter(1), figures=(replace(TAKEN, value="07"),), merged=merged)) == ()


def test_no_sum_sets_nothing():
    report, figure = named()
    base = replace(report, merged=Merged(figures=(MergedFigure(figure, "114"),)))
    assert with_figures(base, [MergedFigure(figure, "")]) is base
    assert with_figures(base, []) is base


def in_merged(sentence="Tiếp nhận 200 hồ sơ của công dân.", other="Như vậy, cả quý tiếp nhận 114 hồ sơ của công dân."):
    """A report with a merged sentence and another of the editor's, both of one figure, as typed `114`."""
    report = with_named(of(quarter(1), "Tiếp nhận 114 hồ sơ của công dân.", other), "114")
    (section,) = report.sections
    block = paragraph(sentence)
    moved = replace(report, sections=(replace(section, blocks=(block, *section.blocks[1:])),))
    return moved, Piece((block,), (Source("A", (block,)), Source("B", (block,))))


def test_the_merged_sentence_goes_before_the_sum_of_named_figures():
    report, piece = in_merged()
    changed = with_figures(report, [MergedFigure(report.figures[0].id, "150")], [piece])
    assert texts(changed) == ["200", "200"]
    assert changed.figures[0].value == "200"


def test_what_the_editor_typed_elsewhere_is_not_written_over():
    report, piece = in_merged(other="Như vậy, cả quý tiếp nhận 126 hồ sơ của công dân.")
    assert texts(with_figures(report, [], [piece])) == ["200", "126"]


def test_merged_sentences_that_say_different_things_are_not_written_over():
    before, piece = in_merged()
    (section,) = before.sections
    block = paragraph("Như vậy, cả quý tiếp nhận 126 hồ sơ của công dân.")
    report = replace(before, sections=(replace(section, blocks=(section.blocks[0], block)),), previous=before)
    sums = [MergedFigure(report.figures[0].id, "150")]
    assert with_figures(report, sums, [piece, Piece((block,), (Source("A", (block,)),))]) is report


def test_a_percentage_of_a_merged_sentence_is_not_reckoned_from_sums_of_fewer_units():
    report = of(quarter(1), "Giải quyết đúng hạn 190/200 hồ sơ, tỷ lệ đúng hạn 95,00%.")
    share = replace(SHARE, anchors=(Anchor("s1", tuple(numbers(report))[-1].key),), value="")
    report = replace(report, figures=(TAKEN, DONE, share))
    (block,) = report.sections[0].blocks
    sums = [MergedFigure("taken", "114"), MergedFigure("done", "57")]
    changed = with_figures(report, sums, [Piece((block,), (Source("A", (block,)), Source("B", (block,))))])
    assert texts(changed) == ["190/200", "95,00"]
    assert [figure.value for figure in changed.figures] == ["114", "57", "95,00"]


def test_where_the_merged_sentence_says_what_the_figure_is_nothing_changes():
    report, piece = in_merged("Tiếp nhận 114 hồ sơ của công dân.")
    assert with_figures(report, [], [piece]) is report


def test_a_piece_that_is_of_no_unit_does_not_lead():
    report, piece = in_merged()
    assert with_figures(report, [], [replace(piece, sources=())]) is report


def test_a_percentage_of_numbers_in_merged_sentences_follows_those():
    report, piece = in_merged(other="Như vậy, cả quý tiếp nhận 114 hồ sơ, đúng hạn 57 hồ sơ của công dân, là 50 %.")
    taken = report.figures[0]
    done = replace(DONE, value="50", anchors=())
    share = replace(SHARE, value="-", parts=(done.id, taken.id))
    report = replace(report, figures=(taken, done, share))
    changed = with_figures(report, [MergedFigure(share.id, "99"), MergedFigure(done.id, "60")], [piece])
    assert [figure.value for figure in changed.figures] == ["200", "50", "25"]
