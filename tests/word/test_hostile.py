from __future__ import annotations

import io
import struct
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcdesk.errors import FileTooBig, KnownError, LockedWord, NotAReport, OldWord, WordDamaged
from bcdesk.word import package
from bcdesk.word.reader import read
from bcdesk.word.writer import write
from tests.word.documents import TITLES, document, only, p, packed, r, rooted
from tests.word.opened import members
from tests.word.samples import SHEET

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
GOOD = write(SHEET)
BODY = "word/document.xml"


def changed(name: str, content: bytes | str) -> bytes:
    return packed(members(GOOD) | {name: content})


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (COMPOUND + bytes(600) + "WordDocument".encode("utf-16-le"), OldWord),
        (COMPOUND + bytes(600) + "EncryptedPackage".encode("utf-16-le"), LockedWord),
        (b"{\\rtf1\\ansi}", OldWord),
        (b"", NotAReport),
        (b"%PDF-1.7", NotAReport),
        (b"PK\x03\x04 and no more", WordDamaged),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), NotAReport),
        (packed({"_rels/.rels": TITLES}), NotAReport),
        (packed({"_rels/.rels": TITLES, BODY: rooted("settings", "")}), NotAReport),
        (packed({"_rels/.rels": TITLES, BODY: rooted("document", "")}), NotAReport),
        (changed(BODY, b"<w:document"), WordDamaged),
        (changed(BODY, b""), WordDamaged),
        (changed(BODY, b"\xff\xfe\x00"), WordDamaged),
    ],
)
def test_what_is_no_word_document_is_a_known_error(data, error):
    with pytest.raises(error):
        read(data)


def test_the_error_calls_the_file_by_its_name():
    with pytest.raises(OldWord, match=r"“bc\.doc” là tệp Word cũ \(\.doc\)\. Mở bằng Word, chọn Lưu thành \.docx"):
        read(COMPOUND, "bc.doc")


def test_a_file_of_sixty_megabytes_is_too_big():
    with pytest.raises(FileTooBig, match="50 MB"):
        read(bytes(60 * package.MEGABYTE))


def test_a_bomb_is_not_unpacked():
    with pytest.raises(FileTooBig):
        read(packed({"_rels/.rels": TITLES, BODY: bytes(20 * package.MEGABYTE)}))


def test_a_part_larger_than_any_report_is_refused(monkeypatch):
    monkeypatch.setattr(package, "MOST_XML", 1000)
    with pytest.raises(FileTooBig):
        read(GOOD)


def test_a_document_of_more_elements_than_a_book_is_refused(monkeypatch):
    monkeypatch.setattr(package, "MOST_WEIGHT", 50)
    with pytest.raises(FileTooBig, match="300 trang"):
        read(GOOD)


def test_a_package_of_too_many_members_is_refused(monkeypatch):
    monkeypatch.setattr(package, "MOST_MEMBERS", 5)
    with pytest.raises(FileTooBig):
        read(GOOD)


def test_a_member_that_lies_about_its_size_is_damaged():
    data = bytearray(changed(BODY, rooted("document", f"<w:body>{p('x' * 4000)}</w:body>")))
    place = data.index(b"PK\x01\x02")
    while b"word/document.xml" not in data[place : place + 70]:
        place = data.index(b"PK\x01\x02", place + 4)
    struct.pack_into("<I", data, place + 24, 100)
    with pytest.raises(WordDamaged):
        read(bytes(data))


DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "entities",
    [
        f'<!ENTITY l0 "ha">{LAUGHS}',
        '<!ENTITY l9 SYSTEM "file:///etc/hostname">',
        '<!ENTITY % x SYSTEM "http://x/"> %x;',
    ],
)
def test_entities_are_refused(entities):
    root = rooted("document", f"<w:body>{p('&l9;')}</w:body>").removeprefix(DECLARATION)
    bomb = f"{DECLARATION}<!DOCTYPE w:document [{entities}]>{root}"
    with pytest.raises(WordDamaged):
        read(changed(BODY, bomb))


ENTITY = '<!DOCTYPE a [<!ENTITY l9 "ha">]><a>&l9;</a>'


@pytest.mark.parametrize(
    "coded",
    [
        f'<?xml version="1.0" encoding="utf-16"?>{ENTITY}'.encode("utf-16"),
        f'<?xml version="1.0" encoding="utf-7"?>{ENTITY.replace("<!D", "+ADw-!D")}'.encode(),
        f'<?xml version="1.0" encoding="cp037"?>{ENTITY}'.encode("cp037"),
    ],
)
def test_entities_in_another_code_are_refused(coded):
    with pytest.raises(WordDamaged):
        read(changed(BODY, coded))


def test_a_locked_member_is_a_locked_file():
    data = bytearray(GOOD)
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(LockedWord):
        read(bytes(data))


def test_a_member_packed_in_an_odd_way_is_damaged():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr(BODY, "x")
    with pytest.raises(WordDamaged):
        read(data.getvalue())


def test_paths_that_climb_lead_nowhere():
    data = packed({"_rels/.rels": TITLES.replace("word/document.xml", "../../etc/hostname")})
    with pytest.raises(NotAReport):
        read(data)


def test_a_document_that_lies_elsewhere_is_not_fetched():
    outside = TITLES.replace("Target=", "TargetMode='External' Target=")
    with pytest.raises(NotAReport):
        read(packed(members(GOOD) | {"_rels/.rels": outside}))


def test_names_with_backslashes_are_found():
    body = rooted("document", f"<w:body>{p('x')}</w:body>")
    assert read(packed({"_rels\\.rels": TITLES, "word\\document.xml": body})).sheet.sections[0].blocks[0].plain == "x"


def test_a_document_cut_short_is_damaged():
    for share in range(1, 10):
        with pytest.raises(KnownError):
            read(GOOD[: len(GOOD) * share // 10])


def test_deep_nesting_is_read_or_refused():
    for depth in (40, 250, 5000):
        inner = f"{'<w:sdt><w:sdtContent>' * depth}{p('x')}{'</w:sdtContent></w:sdt>' * depth}"
        deep = f"{'<w:hyperlink>' * depth}{r('<w:t>x</w:t>')}{'</w:hyperlink>' * depth}"
        tables = f"{'<w:tbl><w:tr><w:tc>' * depth}{p('x')}{'</w:tc></w:tr></w:tbl>' * depth}"
        for body in (inner, f"<w:p>{deep}</w:p>", tables):
            try:
                read(document(body))
            except WordDamaged:
                assert depth > 40


def test_fields_that_never_end_keep_their_text():
    many = r("<w:fldChar w:fldCharType='begin'/><w:t>x</w:t>") * 5000
    assert only(f"<w:p>{many}</w:p>").plain == "x" * 5000


@settings(max_examples=60)
@given(st.binary(min_size=1, max_size=3), st.integers(0, len(GOOD) - 1))
def test_a_changed_byte_is_read_or_a_known_error(bytes_, place):
    data = GOOD[:place] + bytes_ + GOOD[place + len(bytes_) :]
    with suppress(KnownError):
        read(data)


@settings(max_examples=60)
@given(st.sampled_from(sorted(members(GOOD))), st.text("<>/=\"'w:0159 ", min_size=1, max_size=3), st.floats(0, 1))
def test_a_changed_part_is_read_or_a_known_error(name, text, place):
    part = members(GOOD)[name]
    at = int(len(part) * place)
    with suppress(KnownError):
        read(changed(name, part[:at] + text.encode() + part[at + len(text) :]))
