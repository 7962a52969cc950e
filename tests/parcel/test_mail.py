from __future__ import annotations

from email import message_from_bytes
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.parcel.mail import Attachment, draft

NAME = "12-BC-UBND_tuyen-truyen-CCHC_quy-I-2024.docx"
SUBJECT = "Báo cáo số 12/BC-UBND ngày 05 tháng 4 năm 2024 về công tác tuyên truyền cải cách hành chính quý I năm 2024"
TEXT = "Kính gửi Văn phòng UBND tỉnh,\n\nỦy ban nhân dân xã Ba Tơ gửi báo cáo kèm theo.\n.\nTrân trọng."


def read(data):
    return message_from_bytes(data, policy=default)


def body(message):
    return message.get_body(("plain",)).get_content().replace("\r\n", "\n").rstrip("\n")


def test_the_draft_opens_for_sending():
    assert read(draft(SUBJECT, TEXT, ()))["X-Unsent"] == "1"


def test_subject_and_text_are_read_back():
    message = read(draft(SUBJECT, TEXT, (Attachment(NAME, b"PK"),)))
    assert (message["Subject"], body(message)) == (SUBJECT, TEXT)


def test_an_attachment_keeps_name_type_and_bytes():
    data = bytes(range(256)) * 300
    (part,) = read(draft(SUBJECT, TEXT, (Attachment(NAME, data),))).iter_attachments()
    assert (part.get_filename(), part.get_content()) == (NAME, data)
    assert part.get_content_type().endswith("wordprocessingml.document")


def test_a_file_of_no_known_type_goes_along_as_bytes():
    (part,) = read(draft(SUBJECT, TEXT, (Attachment("ghi-chu", b"1"),))).iter_attachments()
    assert part.get_content_type() == "application/octet-stream"


def test_who_it_goes_to_can_be_given():
    assert read(draft(SUBJECT, TEXT, (), "vanphong@example.vn"))["To"] == "vanphong@example.vn"


@pytest.mark.parametrize("name", ["báo-cáo.docx", "../a.docx", "a\\b.docx", ".docx", "a\n.docx", "con:.docx"])
def test_a_name_that_mail_or_disk_would_spoil_is_refused(name):
    with pytest.raises(ValueError, match="not a name"):
        draft(SUBJECT, TEXT, (Attachment(name, b""),))


def test_every_line_is_short_enough_for_mail():
    data = draft(SUBJECT * 5, TEXT * 50, (Attachment(NAME, b"x" * 5000),))
    assert all(len(line) <= 998 for line in data.split(b"\r\n"))


WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=200)


@given(WORDS, WORDS)
def test_any_words_are_read_back(subject, text):
    message = read(draft(subject, text, ()))
    assert message["Subject"].split() == subject.split()
    assert body(message).split() == text.split()
