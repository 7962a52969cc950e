from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcdesk.errors import KnownError
from bcdesk.intake.signs import visible
from bcdesk.intake.text import decode, is_garbled, read_text
from bcdesk.places import resources
from bcdesk.report.office import Issuer, Office
from bcdesk.report.record import encode
from tests.intake.paper import lost
from tests.intake.texts import CULTURE, LONG, MONTHLY, STEERING

TEXTS = (MONTHLY, CULTURE, STEERING, LONG)
SAMPLE = next((resources() / "samples").glob("*.txt"))
OFFICE = Office(name="Ba Tơ", province="tỉnh Quảng Ngãi", signer="Đinh Văn Lý")
HARMLESS = st.characters(codec="utf-8", exclude_categories=("C",), max_codepoint=0x1EF9)
WORDS = st.text("abcđêơưạ ýABĐÊ", min_size=1, max_size=12)
PIECES = st.sampled_from(
    """\
BÁO CÁO
Số: /BC-UBND
Số: 5/BC-UBND
Ba Tơ, ngày   tháng 03 năm 2026
ỦY BAN NHÂN DÂN
XÃ BA TƠ
UBND XÃ BA TƠ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
DỰ THẢO
Kính gửi:
Kính gửi: Sở Nội vụ
- Sở Nội vụ;
Căn cứ Luật;
I. KẾT QUẢ
1. Ưu điểm
a) Trồng trọt: 12 ha.
+ Mặt được
- Đã làm;
Phần thứ nhất
PHẦN II
1.1. Nội dung
(1) Việc;
Trên đây là báo cáo./.
Nơi nhận:
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
TRƯỞNG PHÒNG
Phạm Văn Mạnh
Phụ lục
PHỤ LỤC 2
(Kèm theo Báo cáo)
-----
Từ ngày 1
(Từ ngày 01/01 đến ngày 31/3)
Người báo cáo
Nơi nhận:	TM. ỦY BAN NHÂN DÂN
""".splitlines()
)
LINES = st.lists(st.one_of(PIECES, WORDS, st.just(""), st.tuples(PIECES, WORDS).map(" ".join)), min_size=1, max_size=40)


def sample() -> str:
    return decode(SAMPLE.read_bytes(), SAMPLE.name)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("office", [None, OFFICE, Office(name="Ba Vì", issuer=Issuer.ECONOMY)])
def test_no_word_of_a_report_is_lost(text: str, office: Office | None):
    assert lost(text, read_text(text, office)) == {}


def test_no_word_of_the_example_is_lost():
    assert lost(sample(), read_text(sample())) == {}


@settings(max_examples=150)
@given(LINES, st.sampled_from([None, OFFICE]))
def test_no_word_is_lost_of_the_parts_of_reports_in_any_order(lines: list[str], office: Office | None):
    text = "\n".join(lines)
    try:
        intake = read_text(text, office)
    except KnownError:
        assert not text.strip()
    else:
        assert lost(text, intake) == {}


@settings(max_examples=60)
@given(st.sampled_from(TEXTS), st.randoms(use_true_random=False))
def test_no_word_is_lost_of_a_report_that_was_cut_up(text: str, chance):
    lines = text.splitlines()
    kept = [line for line in lines if chance.random() > 0.2]
    chance.shuffle(kept)
    mutilated = "\n".join(line[: chance.randrange(1, 80)] if chance.random() < 0.2 else line for line in kept) or "x"
    assert lost(mutilated, read_text(mutilated)) == {}


@settings(max_examples=100)
@given(st.text(HARMLESS, min_size=1, max_size=300))
def test_any_text_is_read_or_refused_in_a_sentence(text: str):
    try:
        intake = read_text(text)
    except KnownError:
        assert is_garbled(text) or not visible(text).strip()
    else:
        assert encode(intake.report)
