from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.report.consolidation.remerging import Remerged, remerged
from bcdesk.report.merged import Merged, MergedPart, Piece, Source
from bcdesk.report.report import Paragraph, Report, paragraph
from tests.report.consolidation.units import plain, report_of, section

HEALTH = "Trạm Y tế đã khám bệnh cho 120 lượt người dân trên địa bàn."
POLICE = "Công an xã đã tiếp nhận và giải quyết 12 tin báo về tội phạm."
SCHOOL = "Trường Tiểu học đã tổ chức 3 buổi ngoại khóa cho học sinh."
OWN = "Nhìn chung tình hình kinh tế - xã hội trong quý ổn định."
UNITS = {HEALTH: "Trạm Y tế", POLICE: "Công an", SCHOOL: "Trường"}


def piece(text: str, unit: str = "", doubt: str = "") -> Piece:
    block = paragraph(text)
    said = UNITS.get(text, "") or next((name for known, name in UNITS.items() if known[:8] == text[:8]), "A")
    return Piece((block,), (Source(unit or said, (block,)),), doubt)


def summed(text: str, *of: Piece) -> Piece:
    return Piece((paragraph(text),), tuple(source for each in of for source in each.sources))


def standing(*texts: str, was: tuple[Piece, ...], other: tuple[str, ...] = ()) -> Report:
    report = report_of(section("1. Chung", *texts), section("2. Khác", *other))
    return replace(report, merged=Merged(parts=(MergedPart("s1", was),)))


def now(report: Report, *theirs: Piece, sent: tuple[str, ...] = (*UNITS.values(), "A")) -> Remerged:
    return remerged(report, {"s1": theirs}, sent)


def said(made: Remerged, part: str = "s1") -> list[str]:
    return [plain(block) for block in made.blocks[part]]


WAS = (piece(HEALTH), piece(POLICE), piece(SCHOOL))
NEW_POLICE = POLICE.replace("12", "15")


def test_at_the_first_merge_what_stands_in_a_section_stays_in_front():
    made = remerged(report_of(section("1. Chung", OWN)), {"s1": WAS}, ())
    assert said(made) == [OWN, HEALTH, POLICE, SCHOOL]
    assert [(each.came, each.changed, each.left) for each in made.changes] == [(3, 0, 0)]


def test_the_empty_paragraph_of_a_section_in_which_nothing_is_written_goes():
    assert said(remerged(report_of(section("1. Chung", "")), {"s1": WAS}, ())) == [HEALTH, POLICE, SCHOOL]


def test_untouched_blocks_follow_their_units():
    made = now(standing(HEALTH, POLICE, SCHOOL, was=WAS), WAS[0], piece(NEW_POLICE), piece("Hội Phụ nữ đã tặng quà."))
    assert said(made) == [HEALTH, NEW_POLICE, "Hội Phụ nữ đã tặng quà."]
    assert [(each.came, each.changed, each.left) for each in made.changes] == [(1, 1, 1)]
    assert not made.kept
    assert not made.gone


def test_a_new_piece_stands_where_its_unit_stands():
    made = now(standing(HEALTH, SCHOOL, was=(WAS[0], WAS[2])), *WAS)
    assert said(made) == [HEALTH, POLICE, SCHOOL]


def test_what_the_editor_put_in_stays_behind_what_it_stands_behind():
    report = standing(OWN, HEALTH, "Riêng thôn 3 còn khó khăn.", SCHOOL, was=(WAS[0], WAS[2]))
    assert said(now(report, *WAS)) == [OWN, HEALTH, "Riêng thôn 3 còn khó khăn.", POLICE, SCHOOL]


def test_his_words_stay_though_what_they_stand_behind_is_gone():
    report = standing(HEALTH, POLICE, OWN, SCHOOL, was=WAS)
    assert said(now(report, WAS[0], WAS[2])) == [HEALTH, OWN, SCHOOL]


def test_a_block_he_changed_stays_and_is_told_with_what_the_unit_says_now():
    edited = POLICE.replace("12", "14")
    made = now(standing(HEALTH, edited, SCHOOL, was=WAS), WAS[0], piece(NEW_POLICE), WAS[2])
    assert said(made) == [HEALTH, edited, SCHOOL]
    (kept,) = made.kept
    assert (kept.place.part, kept.place.block, kept.was, kept.now) == ("s1", 1, WAS[1], piece(NEW_POLICE))
    assert kept.differs


def test_a_block_he_changed_is_told_though_its_unit_says_the_same():
    (kept,) = now(standing(HEALTH, POLICE.replace("12", "14"), SCHOOL, was=WAS), *WAS).kept
    assert not kept.differs


def test_a_block_he_changed_stays_where_its_unit_says_it_no_more():
    made = now(standing(HEALTH, POLICE.replace("12", "14"), SCHOOL, was=WAS), WAS[0], WAS[2])
    assert said(made) == [HEALTH, POLICE.replace("12", "14"), SCHOOL]
    assert [(kept.now, kept.differs) for kept in made.kept] == [(None, True)]


def test_a_block_he_deleted_stays_deleted():
    made = now(standing(HEALTH, SCHOOL, was=WAS), *WAS)
    assert said(made) == [HEALTH, SCHOOL]
    assert not made.gone


def test_a_block_he_deleted_is_told_where_its_unit_says_something_else_now():
    made = now(standing(HEALTH, SCHOOL, was=WAS), WAS[0], piece(NEW_POLICE), WAS[2])
    assert said(made) == [HEALTH, SCHOOL]
    assert [(gone.part, gone.now) for gone in made.gone] == [("s1", piece(NEW_POLICE))]


def test_a_block_deleted_from_what_units_said_in_another_period_comes_anew():
    made = now(standing(HEALTH, SCHOOL, was=WAS), *WAS, sent=())
    assert said(made) == [HEALTH, POLICE, SCHOOL]


def test_a_block_he_moved_follows_its_unit_where_it_is_now():
    made = now(standing(SCHOOL, HEALTH, was=WAS, other=(OWN, POLICE)), WAS[0], piece(NEW_POLICE), WAS[2])
    assert said(made) == [SCHOOL, HEALTH]
    assert said(made, "s2") == [OWN, NEW_POLICE]
    assert not made.gone


def test_a_block_he_moved_goes_with_its_unit():
    made = now(standing(HEALTH, SCHOOL, was=WAS, other=(POLICE,)), WAS[0], WAS[2])
    assert said(made, "s2") == []


def test_a_sum_follows_when_one_more_unit_comes():
    was = (summed("Đã tổ chức 5 buổi.", piece("Đã tổ chức 2 buổi.", "A"), piece("Đã tổ chức 3 buổi.", "B")),)
    more = (summed("Đã mở 9 buổi.", *(Piece((), was[0].sources),), piece("Đã tổ chức 4 buổi.", "C")),)
    report = standing("Đã tổ chức 5 buổi.", OWN, was=was)
    assert said(now(report, *more, sent=("A", "B"))) == ["Đã mở 9 buổi.", OWN]


def test_what_he_deleted_does_not_come_back_in_pieces():
    one, other = piece("Đã tổ chức 2 buổi.", "A"), piece("Đã tổ chức 3 buổi.", "B")
    was = (WAS[0], summed("Đã tổ chức 5 buổi.", one, other))
    assert said(now(standing(HEALTH, was=was), WAS[0], one, other, sent=("A", "B"))) == [HEALTH]


def test_words_of_a_unit_stay_where_they_went_into_what_the_editor_has_changed():
    one, other = piece("Đã tổ chức được 2 buổi họp.", "A"), piece("Cả thôn họp 3 buổi trong quý.", "B")
    report = standing("Đã tổ chức được hai buổi họp.", plain(other.blocks[0]), was=(one, other))
    made = now(report, summed("Đã họp 5 buổi.", one, other), sent=("A", "B"))
    assert said(made) == ["Đã tổ chức được hai buổi họp.", "Cả thôn họp 3 buổi trong quý."]


def test_of_a_section_that_is_no_more_only_what_is_new_is_told():
    report = replace(report_of(section("2. Khác")), merged=Merged(parts=(MergedPart("s9", WAS),)))
    made = remerged(report, {"s9": (WAS[0], piece(NEW_POLICE), piece("Hội Phụ nữ đã tặng quà."))}, UNITS.values())
    assert [plain(gone.now.blocks[0]) for gone in made.gone] == [NEW_POLICE, "Hội Phụ nữ đã tặng quà."]
    assert "s9" not in made.blocks


def test_the_result_says_which_blocks_are_as_the_units_have_them():
    made = now(standing(HEALTH, OWN, POLICE.replace("12", "14"), was=WAS[:2]), *WAS)
    assert made.shown == {("s1", 0): ("s1", 0), ("s1", 3): ("s1", 2)}


SENTENCES = st.sampled_from([
    f"{unit} đã {work} cho {number} người dân của xã."
    for unit in ("Trạm Y tế", "Công an", "Thôn 1", "Thôn 2") for work in ("tuyên truyền", "cấp giấy tờ", "làm việc")
    for number in (3, 14)
])  # fmt: skip
ROWS = st.lists(SENTENCES, max_size=6, unique=True).map(lambda texts: tuple(map(piece, texts)))
TYPED = st.text("aăâđê xyz", min_size=1, max_size=12).map(lambda text: f"Biên tập viết {text}.")


@st.composite
def edited(draw: st.DrawFn, rows: tuple[Piece, ...]) -> tuple[list[str], list[str]]:
    """What the editor makes of the merged blocks, and all he wrote himself."""
    texts = [plain(each.blocks[0]) for each in rows]
    own: list[str] = []
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(texts)))
        what = draw(st.sampled_from(("put in", "type", "delete", "move")))
        if what == "put in":
            own.append(draw(TYPED))
            texts.insert(at, own[-1])
        elif at < len(texts):
            text = texts.pop(at)
            if what == "type":
                text = f"{text} Thêm {draw(st.integers())}."
                own.append(text)
            if what != "delete":
                texts.insert(at if what == "type" else draw(st.integers(0, len(texts))), text)
            own = [each for each in own if each in texts]
    return texts, own


@given(st.data(), ROWS, ROWS)
def test_nothing_the_editor_wrote_is_ever_lost(data: st.DataObject, was: tuple[Piece, ...], theirs: tuple[Piece, ...]):
    texts, own = data.draw(edited(was))
    made = now(standing(*texts, was=was), *theirs, sent=("Trạm Y tế", "Công an", "A"))
    assert sorted(text for text in said(made) if text in own) == sorted(text for text in texts if text in own)


@given(ROWS, ROWS)
def test_untouched_blocks_are_as_a_fresh_merge_has_them(was: tuple[Piece, ...], theirs: tuple[Piece, ...]):
    texts = [plain(each.blocks[0]) for each in was]
    assert now(standing(*texts, was=was), *theirs).blocks["s1"] == tuple(each.blocks[0] for each in theirs)


@given(st.data(), ROWS)
def test_where_the_units_say_the_same_the_text_stays_as_it_is(data: st.DataObject, was: tuple[Piece, ...]):
    texts, _ = data.draw(edited(was))
    made = now(standing(*texts, was=was), *was)
    assert said(made) == [text for text in texts if text]
    assert not made.gone


@pytest.mark.parametrize("blank", [Paragraph(), paragraph(" ")])
def test_empty_lines_among_text_stay(blank: Paragraph):
    report = standing(HEALTH, was=(WAS[0],))
    first = replace(report.sections[0], blocks=(paragraph(OWN), blank, *report.sections[0].blocks))
    assert said(now(replace(report, sections=(first, *report.sections[1:])), WAS[0])) == [OWN, blank.plain, HEALTH]
