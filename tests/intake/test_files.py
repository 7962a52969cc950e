from __future__ import annotations

import io
import json
import os
import zipfile
from pathlib import Path

import pytest

from bcdesk.errors import (
    BundleDamaged,
    FileEmpty,
    FileIsFolder,
    FileMissing,
    FileTooBig,
    FileUnreadable,
    KnownError,
    LockedWord,
    NotAnOffice,
    NotAReport,
    OldWord,
    OtherFormat,
    WordDamaged,
)
from bcdesk.intake import files
from bcdesk.intake.files import read_file, read_office
from bcdesk.intake.text import read_text
from bcdesk.parcel.bundle import pack
from bcdesk.report.record import encode_office
from bcdesk.report.units import sample_office
from bcdesk.word import writer
from tests.intake.paper import sheet_of
from tests.intake.texts import MONTHLY

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def saved(folder: Path, data: bytes, name: str = "bao cao.docx") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def zipped(*names: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        for name in names:
            package.writestr(name, "x")
    return data.getvalue()


def word_file() -> bytes:
    return writer.write(sheet_of(read_text(MONTHLY).report))


@pytest.mark.parametrize("name", ["a.txt", "a.docx", "a", "báo cáo tháng 5.TXT"])
def test_a_text_is_known_by_what_is_in_it(tmp_path: Path, name: str):
    assert read_file(saved(tmp_path, MONTHLY.encode(), name)) == read_text(MONTHLY)


def test_a_word_file_is_known_whatever_its_name(tmp_path: Path):
    read = read_file(saved(tmp_path, word_file(), "a.txt")).report
    assert read.sections == read_text(MONTHLY).report.sections


def test_a_bundle_gives_its_report_back(tmp_path: Path):
    report = read_text(MONTHLY).report
    assert read_file(saved(tmp_path, pack(report))).report == report


def test_the_office_given_is_taken_for_every_kind_of_old_report(tmp_path: Path):
    office = sample_office()
    for data in (MONTHLY.encode(), word_file()):
        assert read_file(saved(tmp_path, data), office).report.office == office


@pytest.mark.parametrize(
    ("data", "error", "advice"),
    [
        (b"", FileEmpty, "không có chữ nào"),
        (b" \n\n", FileEmpty, "không có chữ nào"),
        (OLE + b"\0" * 600, OldWord, "Mở bằng Word, chọn Lưu thành .docx rồi nhập lại."),
        (OLE + "EncryptedPackage".encode("utf-16-le"), LockedWord, "bỏ mật khẩu"),
        (b"{\\rtf1 abc}", OtherFormat, "Lưu thành .docx"),
        (b"%PDF-1.7 abc", OtherFormat, "chép chữ rồi dán"),
        (b"\x89PNG\r\n\x1a\n", OtherFormat, "ảnh"),
        (b"Rar!\x1a", OtherFormat, "Giải nén"),
        (b"SQLite format 3\0" + b"\0" * 100, OtherFormat, "Sao lưu, phục hồi"),
        (zipped("mimetype", "content.xml"), OtherFormat, "OpenDocument"),
        (zipped("xl/workbook.xml"), OtherFormat, "Excel"),
        (zipped("anh.jpg"), NotAReport, "tệp văn bản"),
        (zipped("word/document.xml"), KnownError, "bao cao.docx"),
        (b"PK\x03\x04 cut off", NotAReport, "tệp văn bản"),
        (bytes(range(256)), NotAReport, "tệp văn bản"),
    ],
)
def test_every_other_file_is_refused_in_a_sentence_that_says_what_to_do(
    tmp_path: Path, data: bytes, error: type[KnownError], advice: str
):
    with pytest.raises(error, match=advice):
        read_file(saved(tmp_path, data))


def test_a_word_file_that_was_cut_off_is_damaged(tmp_path: Path):
    with pytest.raises(WordDamaged):
        read_file(saved(tmp_path, word_file()[:4000]))


def test_a_bundle_that_was_cut_off_is_damaged(tmp_path: Path):
    with pytest.raises(BundleDamaged):
        read_file(saved(tmp_path, pack(read_text(MONTHLY).report)[:-100]))


def test_a_word_file_without_words_is_empty(tmp_path: Path):
    from tests.word.documents import document, p

    with pytest.raises(FileEmpty):
        read_file(saved(tmp_path, document(p())))


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path):
    for path in (tmp_path / "a.docx", tmp_path / "a.docx" / "b", Path("a\0b")):
        with pytest.raises(FileMissing):
            read_file(path)


def test_a_folder_is_no_file(tmp_path: Path):
    with pytest.raises(FileIsFolder):
        read_file(tmp_path)


def test_a_pipe_is_not_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "a")
    with pytest.raises(FileUnreadable):
        read_file(tmp_path / "a")


def test_a_file_one_may_not_read_is_said_to_be_unreadable(tmp_path: Path):
    looped = tmp_path / "a"
    looped.symlink_to(looped)
    with pytest.raises(KnownError):
        read_file(looped)
    with pytest.raises(FileUnreadable):
        read_file(Path("/proc/self/mem"))


def test_a_file_larger_than_any_report_is_not_read_to_its_end(tmp_path: Path):
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(files.LARGEST + 1)
    with pytest.raises(FileTooBig, match="50 MB"):
        read_file(path)


def test_the_file_is_never_written(tmp_path: Path):
    path = saved(tmp_path, word_file())
    path.chmod(0o444)
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    read_file(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_an_office_profile_is_read_from_json_and_from_a_bundle(tmp_path: Path):
    office, report = sample_office(), read_text(MONTHLY).report
    assert read_office(saved(tmp_path, json.dumps(encode_office(office)).encode())) == office
    assert read_office(saved(tmp_path, pack(report))) == report.office


@pytest.mark.parametrize("data", [b"", b"abc", b"\xff\xfe\xff", b"[" * 100_000])
def test_what_is_no_office_profile_is_refused(tmp_path: Path, data: bytes):
    with pytest.raises(NotAnOffice):
        read_office(saved(tmp_path, data))


def test_plain_values_that_are_no_office_profile_are_told_apart_from_a_damaged_report(tmp_path):
    path = tmp_path / "office.json"
    path.write_text('{"unit": 5}', encoding="utf-8")
    with pytest.raises(NotAnOffice):
        read_office(path)
