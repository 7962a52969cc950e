from __future__ import annotations

from hashlib import sha256

import pytest

from bcdesk import cli
from bcdesk.cli import selftest
from bcdesk.cli.selftest import SUMS, Fault, files_are_whole, pdf_has_the_pages, spoilt_files, word_is_read_back

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def program(tmp_path, monkeypatch):
    """A folder with a packaged program in it, as the self-test finds it."""
    (tmp_path / "_internal").mkdir()
    names = ("bcdesk", "_internal/thư viện.so")
    for name in names:
        (tmp_path / name).write_bytes(name.encode())
    lines = (f"{sha256(name.encode()).hexdigest()}  {name}\n" for name in names)
    (tmp_path / SUMS).write_text("".join(lines), encoding="utf-8")
    monkeypatch.setattr(selftest, "program_folder", lambda: tmp_path)
    return tmp_path


@pytest.mark.slow
def test_the_program_passes_its_own_test(capsys):
    assert cli.main(["--self-test"]) == 0
    assert capsys.readouterr().out == "Tự kiểm tra: đạt.\n"


def test_each_step_that_fails_is_told_by_its_name_whatever_went_wrong(capsys, monkeypatch):
    def spoil(_):
        raise Fault("tệp PDF không đúng.")

    def lose(_):
        raise KeyError("mất")

    monkeypatch.setattr(selftest, "STEPS", {"Xuất PDF": spoil, "Lưu và mở lại": lose})
    assert cli.main(["--self-test"]) == 1
    said = "Tự kiểm tra: Xuất PDF: tệp PDF không đúng.\nTự kiểm tra: Lưu và mở lại: KeyError: 'mất'\n"
    assert capsys.readouterr().err == said


def test_a_program_as_it_was_packed_is_whole(program, tmp_path):
    files_are_whole(tmp_path)


def test_what_a_stick_has_spoilt_or_lost_is_named(program, tmp_path):
    (program / "_internal" / "thư viện.so").write_bytes(b"")
    (program / "bcdesk").unlink()
    with pytest.raises(Fault, match=r"hỏng hoặc thiếu bcdesk, _internal/thư viện\.so\. Chép lại"):
        files_are_whole(tmp_path)


def test_many_spoilt_files_are_counted(program, tmp_path):
    lines = "".join(f"{'0' * 64}  tệp {number}\n" for number in range(7))
    (program / SUMS).write_text(lines, encoding="utf-8")
    with pytest.raises(Fault, match="tệp 4 và 2 tệp khác"):
        files_are_whole(tmp_path)


def test_what_was_added_beside_the_program_is_no_fault(program):
    (program / "data").mkdir()
    assert spoilt_files(program / SUMS) == []


def test_a_word_file_that_reads_otherwise_is_a_fault(tmp_path, monkeypatch):
    written = selftest.written

    def wrong(paper, docx, *rest):
        from dataclasses import replace

        report = replace(selftest._sample(), sections=())
        return written(selftest.paper_of(report), docx, *rest)

    monkeypatch.setattr(selftest, "written", wrong)
    with pytest.raises(Fault, match="đọc lại không giống"):
        word_is_read_back(tmp_path)


def test_a_pdf_short_of_a_page_is_a_fault(tmp_path, monkeypatch):
    written = selftest.written

    def short(paper, docx, pdf, png):
        from dataclasses import replace

        return written(replace(paper, pages=paper.pages[:1]), docx, pdf, png)

    monkeypatch.setattr(selftest, "written", short)
    with pytest.raises(Fault, match="PDF"):
        pdf_has_the_pages(tmp_path)
