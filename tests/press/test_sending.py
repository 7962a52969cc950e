"""What goes out with a report: names, folder, the fields of a document system, the mail."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.policy import default
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given

from bcdesk.errors import KnownError
from bcdesk.press.files import LONGEST_NAME
from bcdesk.press.sending import (
    USUAL,
    Mail,
    Piece,
    draft_of,
    fields_of,
    folder_for,
    items_of,
    mail_of,
    write_files,
)
from bcdesk.report.office import Office
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.prepared import Preparation, prepared_file
from bcdesk.report.report import DocumentDate, Report, Request, Role, Signature
from bcdesk.report.signed_copy import PDF, SignedCopy
from tests.report.strategies import reports

REPORT = Report(
    "khac",
    Period(PeriodType.QUARTER, 2024, 1),
    Office("xã", "Ba Tơ", "Tỉnh Quảng Ngãi"),
    number="12",
    date=DocumentDate(5, 4, 2024),
    subject=("Công tác tuyên truyền cải cách hành chính", "quý I năm 2024"),
    addressees=("Sở Nội vụ tỉnh Quảng Ngãi",),
    recipients=("Như trên;", "Lưu: VT."),
    signature=Signature(Role.DEPUTY, "Phạm Văn Mạnh"),
    signed_copy=SignedCopy("Scan 001.pdf", "0" * 64, 1, PDF),
    drafting_unit="Phòng Văn hóa - Xã hội",
    drafter="Nguyễn Thị Hoa",
)
STEM = "12-BC-UBND_tuyen-truyen-CCHC_quy-I-2024"


def test_every_file_has_the_name_of_the_report_not_that_of_the_scan():
    assert [(item.piece, item.name) for item in items_of(REPORT)] == [
        (Piece.SIGNED, f"{STEM}.pdf"),
        (Piece.WORD, f"{STEM}.docx"),
        (Piece.UNSIGNED, f"{STEM}-ban-chua-ky.pdf"),
        (Piece.BUNDLE, f"{STEM}.bcdesk"),
    ]


def test_signed_and_word_copy_go_along_by_themselves_the_others_not():
    assert {Piece.SIGNED, Piece.WORD} == USUAL


def test_a_report_without_a_signed_copy_has_none_to_send():
    assert Piece.SIGNED not in {item.piece for item in items_of(replace(REPORT, signed_copy=None))}


@given(reports())
def test_every_name_is_ascii_and_short_enough_for_mail_and_stick(report):
    for item in items_of(report):
        assert item.name.isascii()
        assert len(f"{item.name} (2)") <= LONGEST_NAME
        assert PureWindowsPath(item.name).name == item.name
        assert not item.name.startswith((".", "-", "_"))


def test_files_are_written_beside_those_that_are_open_and_told_by_their_content(tmp_path):
    folder = tmp_path / "Báo cáo" / "2024"
    at = datetime(2024, 4, 5, 10, 42, tzinfo=UTC)
    write_files(folder, ((f"{STEM}.docx", b"cu"),), at)
    (folder / f"~${STEM[2:]}.docx").touch()
    made = write_files(folder, ((f"{STEM}.docx", b"moi"), (f"{STEM}.pdf", b"%PDF")), at)
    assert [file.name for file in made.files] == [f"{STEM} (2).docx", f"{STEM}.pdf"]
    assert made == Preparation(
        at, str(folder), (prepared_file(f"{STEM} (2).docx", b"moi"), prepared_file(f"{STEM}.pdf", b"%PDF"))
    )
    assert (folder / f"{STEM}.docx").read_bytes() == b"cu"
    assert (folder / f"{STEM} (2).docx").read_bytes() == b"moi"


def test_what_was_made_ready_before_is_replaced_and_what_somebody_changed_since_stays(tmp_path):
    at, name = datetime(2024, 4, 5, 10, 42, tzinfo=UTC), f"{STEM}.docx"
    first = write_files(tmp_path, ((name, b"first"),), at)
    second = write_files(tmp_path, ((name, b"second"),), at, (first,))
    assert [file.name for file in second.files] == [name]
    (tmp_path / name).write_bytes(b"second, changed in Word")
    third = write_files(tmp_path, ((name, b"third"),), at, (first, second))
    assert [file.name for file in third.files] == [f"{STEM} (2).docx"]
    assert (tmp_path / name).read_bytes() == b"second, changed in Word"


def test_a_file_that_holds_the_same_already_is_no_other(tmp_path):
    (tmp_path / f"{STEM}.pdf").write_bytes(b"%PDF")
    made = write_files(tmp_path, ((f"{STEM}.pdf", b"%PDF"),), datetime(2024, 4, 5, tzinfo=UTC))
    assert [file.name for file in made.files] == [f"{STEM}.pdf"]


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "Báo cáo").touch()
    with pytest.raises(KnownError):
        write_files(tmp_path / "Báo cáo" / "2024", (), datetime(2024, 4, 5, tzinfo=UTC))


def test_papers_lie_by_year_and_kind():
    folder = folder_for(Path("D"), REPORT, "Tuyên truyền cải cách hành chính")
    assert folder == Path("D/Báo cáo/2024/Tuyên truyền cải cách hành chính")


@pytest.mark.parametrize(
    ("kind", "name"), [("", "Khác"), ("A/B: c?", "A B c"), ("..", "Khác"), ("x" * 90, "x" * 60), ("a\u0301", "á")]
)
def test_the_folder_of_a_kind_has_a_name_every_disk_takes(kind, name):
    assert folder_for(Path("D"), REPORT, kind).name == name


def test_a_document_system_gets_its_fields_in_its_order():
    assert fields_of(REPORT, 3) == (
        ("Tên loại", "Báo cáo"),
        ("Số", "12"),
        ("Ký hiệu", "BC-UBND"),
        ("Ngày ban hành", "05/4/2024"),
        ("Trích yếu", "Công tác tuyên truyền cải cách hành chính quý I năm 2024"),
        ("Người ký", "Phạm Văn Mạnh"),
        ("Chức vụ", "Phó Chủ tịch"),
        ("Số trang", "3"),
        ("Đơn vị soạn thảo", "Phòng Văn hóa - Xã hội"),
        ("Người soạn", "Nguyễn Thị Hoa"),
        ("Nơi nhận", "Sở Nội vụ tỉnh Quảng Ngãi; Lưu: VT"),
    )


def test_what_a_draft_does_not_know_stays_empty():
    bare = replace(REPORT, number="", date=DocumentDate(None, 4, 2024), signature=Signature(Role.TYPED))
    known = dict(fields_of(bare, 1))
    assert (known["Số"], known["Ngày ban hành"], known["Người ký"], known["Chức vụ"]) == ("", "", "", "")


def test_the_mail_cites_the_report_and_names_its_files():
    request = Request("Công văn", "345/SNV", date(2024, 3, 1), "Sở Nội vụ")
    mail = mail_of(replace(REPORT, request=request), items_of(REPORT)[:2])
    topic = "công tác tuyên truyền cải cách hành chính quý I năm 2024"
    assert mail.subject == f"Báo cáo số 12/BC-UBND: {topic.capitalize().replace('quý i', 'quý I')}"
    assert mail.text == (
        "Kính gửi: Sở Nội vụ tỉnh Quảng Ngãi\n\n"
        f"Ủy ban nhân dân xã Ba Tơ gửi Báo cáo số 12/BC-UBND ngày 05 tháng 4 năm 2024 về {topic} "
        "theo Công văn số 345/SNV ngày 01 tháng 3 năm 2024 của Sở Nội vụ.\n\n"
        f"Tệp kèm theo:\n- {STEM}.pdf (bản đã ký)\n- {STEM}.docx (bản Word)\n\n"
        "Trân trọng./.\n\nNguyễn Thị Hoa – Phòng Văn hóa - Xã hội"
    )


def test_the_mail_of_an_empty_report_is_whole_sentences():
    empty = Report("khac", Period(PeriodType.AD_HOC, 2024), Office())
    mail = mail_of(empty, ())
    assert (mail.subject, mail.text) == ("Báo cáo", "Ủy ban nhân dân xã gửi Báo cáo.\n\nTrân trọng./.")


@given(reports())
def test_every_report_makes_a_draft_python_reads_back(report):
    item = next(item for item in items_of(report) if item.piece is Piece.WORD)
    mail = mail_of(report, (item,))
    message = message_from_bytes(draft_of(mail, ((item.name, b"PK"),)), policy=default)
    (part,) = message.iter_attachments()
    assert (message["X-Unsent"], part.get_filename(), part.get_content()) == ("1", item.name, b"PK")
    assert " ".join(message["Subject"].split()) == " ".join(mail.subject.split())


def test_the_draft_goes_to_the_address_given():
    assert message_from_bytes(draft_of(Mail("a", "b", "x@example.vn"), ()), policy=default)["To"] == "x@example.vn"
