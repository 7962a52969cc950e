from __future__ import annotations

import codecs

import pytest

from bcdesk.errors import FileEmpty, FileTooBig, NotAReport, WrongEncoding
from bcdesk.intake.signs import visible
from bcdesk.intake.text import MOST_CHARACTERS, decode, is_garbled, paragraphs, read_text
from tests.intake.texts import MONTHLY

SAID = "Báo cáo của Ủy ban nhân dân xã: được"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_with_and_without_its_mark(encoding: str):
    assert decode(MONTHLY.encode(encoding), "a.txt") == MONTHLY


@pytest.mark.parametrize(("mark", "encoding"), [(codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF32_BE, "utf-32-be")])
def test_the_mark_tells_the_order_of_bytes(mark: bytes, encoding: str):
    assert decode(mark + SAID.encode(encoding), "a.txt") == SAID


@pytest.mark.parametrize(
    "data", [b"PE\0\0\x4c\x01\x06\0\xff\xfe", bytes(range(256)), b"\x01\x02\x03abc\x07\x08", b"ab\0cd"]
)
def test_bytes_that_are_no_text_are_refused(data: bytes):
    with pytest.raises(NotAReport, match=r"a\.bin"):
        decode(data, "a.bin")


@pytest.mark.parametrize("encoding", ["cp1258", "latin-1"])
def test_another_code_than_unicode_is_refused(encoding: str):
    data = MONTHLY.encode(encoding, errors="ignore")
    with pytest.raises(WrongEncoding):
        decode(data, "a.txt")


def test_half_a_character_is_refused():
    with pytest.raises(WrongEncoding):
        decode(SAID.encode("utf-16")[:-1], "a.txt")


@pytest.mark.parametrize(
    "text",
    [
        "Cá»™ng hÃ²a xÃ£ há»™i chá»§ nghÄ©a Viá»‡t Nam, BÃ¡o cÃ¡o cÃ´ng tÃ¡c",
        "B\ufffdo c\ufffdo c\ufffda x\ufffd",
    ],
)
def test_text_garbled_by_another_code_is_refused(text: str):
    with pytest.raises(WrongEncoding, match="Văn bản vừa dán"):
        read_text(text)


@pytest.mark.parametrize("text", [MONTHLY, "Giá trị 5 m² ± 2°, ½ số hộ «mới» được", "Cafe ×", "bao cao khong dau"])
def test_proper_text_is_not_garbled(text: str):
    assert not is_garbled(text)


def test_decomposed_letters_are_composed():
    assert visible("Ba\u0301o ca\u0301o") == "Báo cáo"


def test_signs_nobody_sees_are_dropped_and_counted():
    intake = read_text("Họp\u200b xã\ufeff tu\u00adần\x07")
    assert intake.report.opening[0].plain == "Họp xã tuần"
    assert "Đã bỏ 4 ký tự ẩn không in ra giấy." in [note.words for note in intake.notes]


def test_hard_spaces_become_ordinary_ones_and_are_counted():
    intake = read_text("Xã\u00a0Ba\u202fTơ")
    assert intake.report.opening[0].plain == "Xã Ba Tơ"
    assert "2 dấu cách cứng được đọc thành dấu cách thường." in [note.words for note in intake.notes]


def test_spaces_within_a_line_are_kept():
    assert read_text("Xã  Ba Tơ ,họp").report.opening[0].plain == "Xã  Ba Tơ ,họp"


def test_the_signs_of_word_become_characters():
    assert visible("\uf0b7 Việt\x1eNam") == "• Việt-Nam"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\f", "\u2028", "\u2029", "\x85"])
def test_every_end_of_line_ends_a_paragraph(end: str):
    assert [item.text for item in paragraphs(f"một{end}hai")] == ["một", "hai"]


def test_empty_lines_are_counted_before_a_paragraph():
    assert [(item.text, item.gap) for item in paragraphs("\nmột\n \n\t\nhai\nba")] == [
        ("một", 1),
        ("hai", 2),
        ("ba", 0),
    ]


@pytest.mark.parametrize("text", ["", " \n\t\n", "\u200b\u00a0"])
def test_a_text_without_words_is_refused(text: str):
    with pytest.raises(FileEmpty):
        read_text(text)


def test_a_text_longer_than_any_report_is_refused():
    with pytest.raises(FileTooBig):
        read_text("a" * (MOST_CHARACTERS + 1))


def test_a_long_line_is_read_without_delay_and_kept():
    line = "Số " + " " * 100_000 + "x"
    assert read_text(line).report.opening[0].plain == line
