from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bcdesk.errors import WrongEncoding
from bcdesk.intake.docx import read_reading
from bcdesk.intake.files import read_file
from bcdesk.intake.text import read_text
from bcdesk.vietnamese.legacy import Encoding
from bcdesk.word.reader import read
from tests.intake.paper import lost
from tests.intake.texts import CULTURE, MONTHLY, STEERING
from tests.vietnamese.encodings import encoded, in_tcvn3, in_vni
from tests.word.documents import document, p

pytestmark = pytest.mark.skipif(shutil.which("iconv") is None, reason="iconv is not installed")

TEXTS = [text.replace("–", "-").replace("…", "...").replace("—", "-") for text in (CULTURE, MONTHLY, STEERING)]
CONVERTED = "Chữ gõ theo bảng mã {} đã được chuyển sang Unicode."


def font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def words(intake) -> list[str]:
    return [note.words for note in intake.notes]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_in_vni_is_the_report_it_would_be_in_unicode(text: str):
    assert read_text(in_vni(text)).report == read_text(text).report


@pytest.mark.parametrize("text", TEXTS)
def test_of_a_text_in_tcvn3_no_word_is_lost_though_it_does_not_tell_capitals(text: str):
    assert lost(text, read_text(in_tcvn3(text))) == {}


@pytest.mark.parametrize("encoding", Encoding)
def test_a_file_of_one_byte_a_letter_is_read(tmp_path: Path, encoding: Encoding):
    path = tmp_path / "cu.txt"
    path.write_bytes(encoded(MONTHLY.replace("…", "..."), encoding).encode("cp1252"))
    intake = read_file(path)
    assert "Toàn xã gieo sạ 310 ha, đạt 98,5% kế hoạch." in str(intake.report.sections)
    assert any(note.startswith(CONVERTED.format(encoding)) for note in words(intake))


def test_what_was_done_is_noted_and_that_capitals_of_tcvn3_want_a_look():
    assert words(read_text(in_tcvn3("Đã họp thôn được hai buổi.")))[1].endswith("chỉ phông chữ mới cho biết.")
    assert words(read_text("Đã họp thôn được hai buổi."))[1:] == words(read_text("Đã họp hai buổi."))[1:]


def test_a_file_in_an_encoding_nobody_knows_is_still_refused(tmp_path: Path):
    path = tmp_path / "cu.txt"
    path.write_bytes("Où êtes-vous, mon très cher élève aîné".encode("cp1252"))
    with pytest.raises(WrongEncoding):
        read_file(path)


def test_a_word_document_in_old_fonts_comes_in_as_unicode_with_a_note():
    body = "".join(
        p(in_tcvn3(line.lower()), run=font(".VnTimeH" if line.isupper() else ".VnTime"))
        for line in ("BÁO CÁO", "công tác tháng 5 năm 2026", "1. đã tổ chức họp thôn", "nước sạch đạt 98,5%.")
    )
    intake = read_reading(read(document(body)))
    assert intake.report.subject == ("công tác tháng 5 năm 2026",)
    assert intake.report.sections[0].title == "đã tổ chức họp thôn"
    assert intake.report.sections[0].blocks[0].plain == "nước sạch đạt 98,5%."
    assert CONVERTED.format(Encoding.TCVN3) in words(intake)


def test_a_word_document_whose_font_was_changed_is_known_by_its_syllables():
    lines = ("Công tác tháng 5 năm 2026", "1. Đã tổ chức họp thôn", "Nước sạch đạt 98,5%.", "Số hộ nghèo giảm.")
    body = p("BÁO CÁO") + "".join(p(in_vni(line)) for line in lines)
    cell = f"<w:tbl><w:tr><w:tc>{p(in_vni('Bảng số liệu'))}</w:tc></w:tr></w:tbl>"
    note = f'<w:footnote w:id="1">{p(in_vni("theo số liệu của xã"))}</w:footnote>'
    mark = '<w:p><w:r><w:t>a</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    intake = read_reading(read(document(body + mark + cell, footnotes=note)))
    shown = str(intake.report)
    assert intake.report.subject == (lines[0],)
    for text in ("Nước sạch đạt 98,5%.", "Bảng số liệu", "theo số liệu của xã"):
        assert text in shown
    assert CONVERTED.format(Encoding.VNI) in words(intake)


def test_unicode_in_a_common_font_is_left_alone():
    assert not any("bảng mã" in note for note in words(read_text(MONTHLY)))
