"""A draft opened by a mail program people use: what it would send is what the report has."""

from __future__ import annotations

import shutil
import subprocess
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from bcdesk.press.sending import USUAL, draft_of, items_of, mail_of
from tests.press.test_sending import REPORT

MUTT = shutil.which("mutt")
SENDER = "#!/bin/sh\ncat >{}\n"
SETTINGS = """set record=""
set from=a@example.vn
set sendmail={}
set charset=utf-8
set send_charset=utf-8
set tmpdir={}
"""
FILES = {item.name: bytes(range(256)) * 50 for item in items_of(REPORT) if item.piece in USUAL}
MAIL = mail_of(REPORT, [item for item in items_of(REPORT) if item.piece in USUAL])
pytestmark = pytest.mark.skipif(MUTT is None, reason="mutt is not installed")


@pytest.fixture
def sent(tmp_path) -> EmailMessage:
    """What mutt sends, given the draft and one address."""
    draft, sender, outbox = tmp_path / "thư nháp.eml", tmp_path / "sender", tmp_path / "outbox"
    draft.write_bytes(draft_of(MAIL, FILES.items()))
    sender.write_text(SENDER.format(outbox), encoding="utf-8")
    sender.chmod(0o700)
    (tmp_path / "muttrc").write_text(SETTINGS.format(sender, tmp_path), encoding="utf-8")
    command = [MUTT, "-n", "-F", tmp_path / "muttrc", "-H", draft, "vanphong@example.vn"]
    known = {"LC_ALL": "C.UTF-8", "HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    subprocess.run(command, stdin=subprocess.DEVNULL, check=True, capture_output=True, env=known, cwd=Path(tmp_path))
    return message_from_bytes(outbox.read_bytes(), policy=default)


def test_the_draft_has_its_subject_and_text(sent):
    text = sent.get_body(("plain",)).get_content()
    assert (sent["Subject"], text.rstrip("\n")) == (MAIL.subject, MAIL.text)


def test_the_draft_has_its_files_byte_for_byte_under_their_names(sent):
    assert {part.get_filename(): part.get_content() for part in sent.iter_attachments()} == FILES
