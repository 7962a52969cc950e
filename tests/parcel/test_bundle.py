from __future__ import annotations

import json
import random
import tracemalloc
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bcdesk import __version__
from bcdesk.errors import (
    BundleDamaged,
    BundleTooBig,
    KnownError,
    NewerReport,
    NotABundle,
    ReportTooHeavy,
    ReportTooLong,
    UnreadableReport,
)
from bcdesk.parcel import bundle, report_text
from bcdesk.parcel.bundle import MIMETYPE, pack, signed_copy_in, unpack
from bcdesk.report.report import Picture, Report, paragraph
from bcdesk.report.signed_copy import signed_copy
from tests.report.strategies import reports
from tests.session.reports import report

PACKED = pack(report("Một"))


def members_of(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as parcel:
        return {name: parcel.read(name) for name in parcel.namelist()}


def zipped(members: dict[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as parcel:
        for name, data in members.items():
            parcel.writestr(ZipInfo(name), data, ZIP_STORED if name == "mimetype" else method)
    return buffer.getvalue()


def resealed(members: dict[str, bytes], **manifest: object) -> bytes:
    """The members with a manifest that fits them."""
    plain = {name: data for name, data in members.items() if name != "manifest.json"}
    sums = {name: sha256(data).hexdigest() for name, data in plain.items()}
    seal = {"format": 1, "program": __version__, "members": sums, **manifest}
    return zipped({**plain, "manifest.json": json.dumps(seal).encode()})


def changed(name: str, data: bytes) -> dict[str, bytes]:
    return {**members_of(PACKED), name: data}


@settings(max_examples=25)
@given(reports())
def test_what_was_packed_is_unpacked(value):
    assert unpack(pack(value)) == value


def test_text_is_packed_in_its_one_form():
    assert unpack(pack(report("e\u0302\u0301"))) == report("ế")


def test_the_same_report_gives_the_same_bytes():
    assert pack(report("Một")) == PACKED


def test_a_bundle_names_itself_before_all_else():
    assert PACKED[30:].startswith(b"mimetype" + MIMETYPE)


def test_the_report_is_readable_json():
    assert "Một" in members_of(PACKED)["report.json"].decode()


def test_the_manifest_names_the_program_and_the_sum_of_each_member():
    members = members_of(PACKED)
    manifest = json.loads(members.pop("manifest.json"))
    assert manifest["program"] == __version__
    assert manifest["members"] == {name: sha256(data).hexdigest() for name, data in members.items()}


def test_papers_packed_beside_the_report_do_no_harm():
    assert unpack(resealed(changed("papers/bao-cao.docx", b"PK"))) == report("Một")


@pytest.mark.parametrize("data", [b"", b"PK", b"%PDF-1.7", b"B\xc3\xa1o c\xc3\xa1o", PACKED[4:], zipped({"a": b""})])
def test_what_is_no_bundle_is_refused(data):
    with pytest.raises(NotABundle, match=r"\.bcdesk"):
        unpack(data)


def test_another_mimetype_is_refused():
    with pytest.raises(NotABundle):
        unpack(resealed(changed("mimetype", b"application/epub+zip")))


@pytest.mark.parametrize("left", [75, 200, 0.5, 0.9, 0.999])
def test_a_bundle_that_was_cut_off_is_damaged(left):
    cut = PACKED[: left if isinstance(left, int) else int(len(PACKED) * left)]
    with pytest.raises(BundleDamaged, match="Chép lại"):
        unpack(cut)


def test_a_changed_member_is_seen():
    with pytest.raises(BundleDamaged):
        unpack(zipped(changed("report.json", members_of(PACKED)["report.json"].replace(b"s1", b"s3"))))


@pytest.mark.parametrize("name", ["report.json", "manifest.json"])
def test_a_missing_member_is_seen(name):
    members = members_of(PACKED)
    del members[name]
    with pytest.raises(BundleDamaged):
        unpack(zipped(members))


def test_a_bundle_without_a_report_is_damaged():
    with pytest.raises(BundleDamaged):
        unpack(resealed({"mimetype": MIMETYPE}))


def test_a_member_the_manifest_does_not_know_is_seen():
    with pytest.raises(BundleDamaged):
        unpack(zipped(changed("extra", b"")))


@pytest.mark.parametrize(
    "manifest",
    [
        b"", b"[]", b"null", b"{}", b'{"format": 1}', b'{"format": "1", "members": {}}', b'{"format": 1, "members": 1}',
        b'{"format": 1, "members": ["ab", 1]}', b"[" * 100_000, b"\xff",
    ],
)  # fmt: skip
def test_a_manifest_that_is_none_is_damaged(manifest):
    with pytest.raises(BundleDamaged):
        unpack(zipped(changed("manifest.json", manifest)))


@pytest.mark.parametrize("name", ["../x", "/x", "a/../x", "a\\x", "C:x", "a//b", "a/", "a/.", "x\x01"])
def test_a_name_that_leads_elsewhere_is_refused(name):
    with pytest.raises(BundleDamaged):
        unpack(resealed(changed(name, b"")))


def test_a_name_that_comes_twice_is_refused():
    with pytest.raises(BundleDamaged):
        unpack(resealed({**members_of(PACKED), "Report.json": b"{}"}))


def test_too_many_members_are_refused():
    with pytest.raises(BundleDamaged):
        unpack(resealed({**members_of(PACKED), **{f"p{number}": b"" for number in range(100)}}))


def test_a_huge_directory_is_refused_before_it_is_read():
    with pytest.raises(BundleDamaged):
        unpack(resealed({**members_of(PACKED), **{f"{number:>200}": b"" for number in range(300)}}))


def test_a_directory_hidden_behind_another_is_refused():
    end = len(PACKED) - 22
    with pytest.raises(BundleDamaged):
        unpack(PACKED[:end] + b"PK\x06\x07" + b"\0" * 16 + PACKED[end:])


def test_something_behind_the_end_is_refused():
    with pytest.raises(BundleDamaged):
        unpack(PACKED + b"more")


def test_another_method_of_compression_is_refused():
    with pytest.raises(BundleDamaged):
        unpack(zipped(members_of(PACKED), ZIP_BZIP2))


def test_a_locked_member_is_refused():
    at = PACKED.index(b"PK\x01\x02") + 8
    with pytest.raises(BundleDamaged):
        unpack(PACKED[:at] + b"\x01" + PACKED[at + 1 :])


def test_a_bundle_larger_than_any_report_is_refused(monkeypatch):
    monkeypatch.setattr(bundle, "LARGEST", len(PACKED) - 1)
    with pytest.raises(BundleTooBig):
        unpack(PACKED)


def test_a_bundle_that_unpacks_to_more_than_any_report_is_refused(monkeypatch):
    monkeypatch.setattr(bundle, "LARGEST_UNPACKED", 3_000_000)
    with pytest.raises(BundleTooBig, match="3 MB"):
        unpack(resealed(changed("report.json", bytes(3_000_000))))


def test_a_member_that_hides_its_size_is_not_unpacked():
    bomb = zipped(changed("report.json", bytes(5_000_000)))
    lying = bomb.replace((5_000_000).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    tracemalloc.start()
    with pytest.raises(BundleDamaged):
        unpack(lying)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1_000_000


def test_a_newer_form_of_bundle_is_refused_with_its_own_sentence():
    with pytest.raises(NewerReport, match="phiên bản mới hơn"):
        unpack(resealed(members_of(PACKED), format=2))


def test_a_newer_form_of_report_is_refused_with_its_own_sentence():
    plain = json.loads(members_of(PACKED)["report.json"])
    with pytest.raises(NewerReport):
        unpack(resealed(changed("report.json", json.dumps({**plain, "version": 99}).encode())))


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"[" * 100_000])
def test_json_that_is_no_report_is_refused(data):
    with pytest.raises(UnreadableReport):
        unpack(resealed(changed("report.json", data)))


def test_text_in_another_encoding_is_refused():
    with pytest.raises(BundleDamaged):
        unpack(resealed(changed("report.json", "Một".encode("cp1258", "ignore") + b"\xff")))


@settings(max_examples=300)
@given(st.integers(0, len(PACKED) - 1), st.binary(min_size=1, max_size=6))
@example(len(PACKED) - 6, b"\xff\xff\xff\xff")
def test_no_damage_is_taken_for_a_report(at, damage):
    data = PACKED[:at] + damage + PACKED[at + len(damage) :]
    try:
        assert unpack(data) == report("Một")
    except KnownError:
        assert data != PACKED


def test_the_signed_copy_goes_along_and_is_found_only_by_its_own_name():
    scan = b"%PDF-1.4\n%%EOF\n"
    data = pack(report("Hội nghị"), scan)
    assert unpack(data) == report("Hội nghị")
    assert signed_copy_in(data, signed_copy("a.pdf", scan)) == scan
    assert signed_copy_in(data, signed_copy("a.pdf", scan + b"\n")) is None
    assert signed_copy_in(pack(report("Hội nghị")), signed_copy("a.pdf", scan)) is None


def with_picture(size: int) -> Report:
    return replace(report("Một"), opening=(Picture(random.Random(size).randbytes(size), "image/png", 100),))


@pytest.mark.slow
def test_pictures_as_heavy_as_can_be_read_are_packed():
    heavy = with_picture(48_000_000)
    assert unpack(pack(heavy)) == heavy


@pytest.mark.parametrize("limit", ["LARGEST", "LARGEST_UNPACKED"])
def test_pictures_heavier_than_can_be_read_again_are_not_packed(monkeypatch, limit):
    monkeypatch.setattr(bundle, limit, 400_000)
    with pytest.raises(ReportTooHeavy, match="xuất Word"):
        pack(with_picture(500_000))


def test_what_is_longer_than_can_be_read_again_is_not_packed():
    long = replace(report("Một"), opening=tuple(paragraph(f"{number} {'a' * 2000}") for number in range(5_100)))
    with pytest.raises(ReportTooLong, match="Xuất Word"):
        pack(long)
    short = replace(long, opening=long.opening[:4_800])
    assert unpack(pack(short)) == short


@settings(max_examples=25)
@given(reports(), st.sampled_from(["MOST_TEXT", "MOST_OBJECTS", "MOST_VALUES", "MOST_WIDE"]), st.integers(0, 3000))
def test_what_is_packed_at_a_limit_of_reading_opens_again(value, limit, most):
    with pytest.MonkeyPatch.context() as patch, suppress(ReportTooLong):
        patch.setattr(report_text, limit, most)
        assert unpack(pack(value)) == value


@settings(max_examples=25)
@given(reports(), st.integers(500, 6000))
def test_what_is_packed_at_the_limit_of_size_opens_again(value, most):
    with pytest.MonkeyPatch.context() as patch, suppress(ReportTooHeavy):
        patch.setattr(bundle, "LARGEST", most)
        assert unpack(pack(value)) == value


def test_a_signed_copy_that_finds_no_room_stays_behind(monkeypatch):
    monkeypatch.setattr("bcdesk.parcel.bundle.LARGEST", 150_000)
    scan = bytes(100_000)
    assert unpack(pack(report("Hội nghị"), scan)) == report("Hội nghị")
    assert len(pack(report("Hội nghị"), scan)) < 100_000
