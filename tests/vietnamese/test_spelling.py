from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcdesk.places import resources
from bcdesk.vietnamese.lexicon import Lexicon
from bcdesk.vietnamese.misspelling import Kind
from bcdesk.vietnamese.spelling import Proofreader
from tests.vietnamese.proofreading import marked, proofreader

EXAMPLE = resources() / "samples/bao-cao-tuyen-truyen-cchc-quy-1-2024.txt"


def test_the_example_has_its_four_slips_and_no_other_remark():
    lines = unicodedata.normalize("NFC", EXAMPLE.read_text(encoding="utf-8")).split("\n")
    found = [slip for line in lines for slip in marked(line)]
    assert found == [("nền", "mềm"), ("đại", "đài"), ("xóng", "sóng"), ("đề", "để")]


@pytest.mark.parametrize(
    ("text", "wrong", "right", "kind"),
    [
        ("Nhân dân luôn tham gia thảo luân.", "luân", "luận", Kind.CONTEXT),
        ("Tổ chức thực hiện nghiêm quy địng của pháp luật.", "địng", "định", Kind.SYLLABLE),
        ("Văn bản đựơc ban hành.", "đựơc", "được", Kind.PLACEMENT),
        ("Đã tổ chức thưcj hiện.", "thưcj", "thực", Kind.TELEX),
        ("Bà con đã lamf nhà văn hóa.", "lamf", "làm", Kind.SYLLABLE),
        ("Cấp nƣớc sạch cho thôn.", "nƣớc", "nước", Kind.LETTER),
        ("Đã thựchiện xong.", "thựchiện", "thực hiện", Kind.GLUED),
        ("Công chức bộ phậnTư pháp.", "phậnTư", "phận Tư", Kind.GLUED),
        ("Kết quả của của các thôn.", "của của", "của", Kind.REPEAT),
        ("UBND xã nổ lực hoàn thành.", "nổ", "nỗ", Kind.CONFUSION),
        ("Nguồn nước cuc bộ thiếu.", "cuc", "cục", Kind.SYLLABLE),
    ],
)
def test_each_kind_of_slip_is_found_and_put_right(text, wrong, right, kind):
    assert marked(text) == [(wrong, right)]
    assert [slip.kind for slip in proofreader().slips(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Buôn Ea M'Doal, xã Đắk Hring và bà Rơ Châm H'Lốt.",
        "Trưởng thôn Kon Rơ Bàng là ông A Blễu.",
        "UBND xã trực tiếp tiếp nhận hồ sơ, xử lý hành vi vi phạm.",
        "Bà con luôn luôn giữ gìn đường làng ngõ xóm.",
        "Hòa bình và hoà bình, thủy lợi và thuỷ lợi, kỹ thuật và kĩ thuật đều được.",
        "Sản lượng 250kg/sào, 4,7 km, 35 m², QĐ số 12/QĐ-UBND.",
        "Liên hệ công chức VH-XH: vhxh@bato.gov.vn (tệp bao_cao_quy.docx) để được hướng dẫn.",
        "Cài VNeID, Zalo, dùng camera, karaoke, internet ở nhà văn hóa.",
        "đ/c Bí thư, đt: 0905, b/c Thường trực.",
    ],
)
def test_right_text_that_is_hard_has_no_remark(text):
    assert marked(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "hồ sơ địa chính chính quy",
        "đã thực hiện hiện đại hóa",
        "dự đại hội hội nông dân xã",
        "của nhân dân dân tộc thiểu số",
        "bảo đảm an toàn toàn diện",
        "trên địa bàn bàn giao mặt bằng",
        "từ đầu năm năm 2024 đến nay",
    ],
)
def test_a_word_that_two_phrases_share_is_not_doubled(text):
    assert marked(text) == []


@pytest.mark.parametrize(
    "text",
    ["ủy ban nhân nhân dân xã", "giải quyết thủ tục tục hành chính", "họp các các thôn", "đề nghị bà bà con giúp đỡ"],
)
def test_a_word_inside_a_phrase_is_doubled_by_the_hand(text):
    assert [slip.kind for slip in proofreader().slips(text)] == [Kind.REPEAT]


def test_a_suggestion_has_the_capitals_of_what_it_replaces():
    assert marked("HỔ TRỢ NGƯỜI DÂN SẢN XUẤT") == [("HỔ", "HỖ")]
    assert marked("Hổ trợ người dân sản xuất.") == [("Hổ", "Hỗ")]


def test_a_slip_does_not_make_its_neighbours_doubtful():
    assert marked("Thực hiên nghiêm tuc quy định.") == [("hiên", "hiện"), ("tuc", "túc")]


def test_a_slip_that_is_right_before_another_word_is_left_there():
    assert marked("Chúng tôi cũng cố gắng hoàn thành.") == []
    assert marked("Chúng tôi cũng cố tổ chức.") == [("cũng", "củng")]


def test_certain_is_what_no_reading_makes_right():
    certain = {slip.kind: slip.certain for slip in proofreader().slips("UBND xã nổ lực tham gia thảo luân.")}
    assert certain == {Kind.CONFUSION: True, Kind.CONTEXT: False}


def test_the_reason_is_told_in_words():
    assert [slip.why for slip in proofreader().slips("Kết quả của của các thôn.")] == ["Gõ lặp hai lần"]


def test_a_word_of_the_clerk_is_right_whatever_is_known_of_it():
    text = "Xã nổ lực và họp thôn Xuâm."
    assert Proofreader().slips(text) != ()
    assert Proofreader(Lexicon(words=("nổ lực", "Xuâm"))).slips(text) == ()


def test_a_phrase_of_the_clerk_is_right_as_a_whole_only():
    own = Proofreader(Lexicon(words=("cách thức đề công dân",)))
    assert own.slips("Hướng dẫn cách thức đề công dân thực hiện.") == ()
    assert own.slips("Tạo điều kiện đề công dân thực hiện.") != ()


def test_a_quiet_proofreader_says_less():
    text = "Cụm loa truyền thanh tiếp song chương trình của tỉnh. Đầu vụ tưới nướt đủ."
    assert len(Proofreader(margin=30).slips(text)) <= len(proofreader().slips(text))


def test_what_was_found_is_kept_by_the_text():
    text = "UBND xã nổ lực hoàn thành."
    assert proofreader().slips(text) is proofreader().slips(text)


@settings(max_examples=60)
@given(st.text(alphabet="aăâbcdđeghiêklmnoôơprstuưvxyáàảãạếệộữ ,.-'\u00a01Ð\n", max_size=60))
def test_whatever_is_typed_the_remarks_stand_in_the_text_one_behind_the_other(text):
    typed = unicodedata.normalize("NFC", text)
    places = [place for slip in proofreader().slips(typed) for place in (slip.start, slip.end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(typed) for place in places)


@pytest.mark.parametrize(
    "text", ["Tổ công nghệ số 13 thôn đi từng ngõ.", "Công an xã: cử 02 đồng chí trực.", "hộ giỏi là 410 hộ"]
)
def test_a_word_seen_beside_its_neighbours_is_hardly_doubted(text):
    assert marked(text) == []
