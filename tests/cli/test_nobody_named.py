"""No file that leaves the office tells whose machine it was written on, or where it lay there."""

from __future__ import annotations

import getpass
import io
import platform
import re
import zipfile
import zlib
from dataclasses import replace
from email import message_from_bytes
from pathlib import Path

import pytest

from bcdesk import cli
from bcdesk.intake.files import read_file
from bcdesk.intake.signed_copy import read_signed_copy
from bcdesk.parcel.bundle import pack
from bcdesk.places import resources
from bcdesk.press.register_csv import register_csv
from bcdesk.report.register import Book, Line, Series
from bcdesk.report.report import Appendix, Picture

SAMPLE = next((resources() / "samples").glob("*.txt"))
USER, MACHINE, HOME, DATA = "hoa.bi.mat", "MAY-BI-MAT", "nha-bi-mat", "du-lieu-bi-mat"
SCAN = b"%PDF-1.4\nscan\n%%EOF\n"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
)
DEFLATED = b"\x78"
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def written(tmp_path, monkeypatch) -> dict[str, bytes]:
    """What is written on the machine of somebody, by name."""
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(name, USER)
    monkeypatch.setenv("HOME", str(tmp_path / HOME))
    monkeypatch.setattr(platform, "node", lambda: MACHINE)
    folder = tmp_path / HOME / "papers"
    folder.mkdir(parents=True)
    (folder / "scan.pdf").write_bytes(SCAN)
    copy, _ = read_signed_copy(folder / "scan.pdf")
    appendix = Appendix("p1", ("ẢNH",), (Picture(PIXEL, "image/png", 20.0),))
    report = replace(read_file(SAMPLE).report, signed_copy=copy, appendices=(appendix,))
    (folder / "a.bcdesk").write_bytes(pack(report, SCAN))
    run = ["--data-dir", str(tmp_path / HOME / DATA)]
    targets = [word for kind in ("docx", "pdf", "eml") for word in (f"--{kind}", str(folder / f"a.{kind}"))]
    assert cli.main([*run, "import", str(folder / "a.bcdesk"), "-o", str(folder / "b.bcdesk")]) == 0
    assert cli.main([*run, "export", str(folder / "b.bcdesk"), *targets, "--png", str(folder / "png")]) == 0
    files = {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return files | {"so.csv": register_csv([Line(Book(2026, "UBND", Series.GENERAL), 1, subject="Báo cáo")])}


def opened(data: bytes) -> bytes:
    """The bytes with all that is packed in them: members, streams, attachments."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = (name.encode() + b"\n" + opened(package.read(name)) for name in package.namelist())
            return data + b"".join(members)
    if data.startswith(b"%PDF"):
        streams = (found[1] for found in STREAM.finditer(data) if found[1].startswith(DEFLATED))
        return data + b"".join(zlib.decompressobj().decompress(stream) for stream in streams)
    if data.startswith(b"Subject:"):
        parts = (part.get_payload(decode=True) or b"" for part in message_from_bytes(data).walk())
        return data + b"".join(map(opened, parts))
    return data


def test_every_way_out_was_taken(written):
    assert {Path(name).suffix for name in written} == {".bcdesk", ".docx", ".pdf", ".eml", ".png", ".csv"}
    assert SCAN in opened(written["a.eml"])


def test_no_file_names_the_person_the_machine_or_a_folder(written):
    assert getpass.getuser() == USER
    secrets = [
        secret.encode(code) for secret in (USER, MACHINE, HOME, DATA) for code in ("utf-8", "utf-16-be", "utf-16-le")
    ]
    told = {name for name, data in written.items() for secret in secrets if secret.lower() in opened(data).lower()}
    assert told == set()
