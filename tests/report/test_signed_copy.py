from __future__ import annotations

from contextlib import suppress
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.errors import KnownError, SignedCopyDamaged, SignedCopyTooBig, SignedCopyUnknown
from bcdesk.report.record import decode, encode
from bcdesk.report.signed_copy import MOST_BYTES, PDF, signed_copy
from tests.report.test_pictures import jpeg, png
from tests.session.reports import report

SCAN = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n"
JPEG_END = bytes.fromhex("ffd8ffd9")
PNG_HEAD = b"\x89PNG\r\n\x1a\n"


def test_a_pdf_is_taken_as_it_is():
    copy = signed_copy("bản ký.pdf", SCAN)
    assert (copy.name, copy.size, copy.media_type) == ("bản ký.pdf", len(SCAN), PDF)
    assert copy.sha256 == sha256(SCAN).hexdigest()


@pytest.mark.parametrize(("photograph", "kind"), [(png(), "image/png"), (jpeg(), "image/jpeg")])
def test_a_photograph_of_the_paper_is_taken_with_all_its_bytes(photograph, kind):
    copy = signed_copy("a", photograph + b"behind")
    assert (copy.media_type, copy.sha256) == (kind, sha256(photograph + b"behind").hexdigest())


def test_the_name_of_a_file_says_nothing_about_what_it_is():
    assert signed_copy("bản ký.jpg", SCAN).media_type == PDF


def test_what_other_programs_put_before_and_behind_a_pdf_is_no_fault():
    assert signed_copy("a", b"\xef\xbb\xbf\r\n" + SCAN + b"\0" * 1000).media_type == PDF


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04docx", b"<html>", b"MZ\x90", b"\xd0\xcf\x11\xe0", b"GIF89a"])
def test_a_file_that_is_no_scan_is_refused(data):
    with pytest.raises(SignedCopyUnknown, match="“bản ký”"):
        signed_copy("bản ký", data)


@pytest.mark.parametrize("data", [SCAN[:-7], JPEG_END, PNG_HEAD, PNG_HEAD + b"\xff" * 40, b"\xff\xd8\xff\xe0"])
def test_a_scan_that_was_cut_off_is_refused(data):
    with pytest.raises(SignedCopyDamaged):
        signed_copy("bản ký", data)


def test_a_scan_too_heavy_to_send_is_refused():
    with pytest.raises(SignedCopyTooBig, match="50 MB"):
        signed_copy("bản ký", SCAN.ljust(MOST_BYTES + 1))


@given(st.sampled_from([b"", b"%PDF-1.7 ", b"\xff\xd8\xff", PNG_HEAD]), st.binary(max_size=200))
def test_no_bytes_do_any_harm(head, rest):
    with suppress(SignedCopyUnknown, SignedCopyDamaged):
        assert signed_copy("a", head + rest).size == len(head + rest)


@pytest.mark.parametrize("wrong", [{"sha256": "../../a"}, {"sha256": "A" * 64}, {"size": -1}, {"media_type": "a/b"}])
def test_a_signed_copy_that_cannot_be_is_not_read(wrong):
    plain = encode(report())
    plain["signed_copy"] = {"name": "a.pdf", "sha256": "0" * 64, "size": 5, "media_type": PDF, **wrong}
    with pytest.raises(KnownError, match="signed_copy"):
        decode(plain)
