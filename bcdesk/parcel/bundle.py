"""The office's file `.bcdesk`: a ZIP that names itself first, holds the report as JSON, and a checksum of each member.

The same report gives the same bytes. What comes from outside is believed in nothing: not its sizes, not its names.
"""

from __future__ import annotations

import json
import re
import struct
import zlib
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from bcdesk import __version__
from bcdesk.errors import BundleDamaged, BundleTooBig, NewerReport, NotABundle, ReportTooHeavy, ReportTooLong
from bcdesk.parcel.report_text import TOO_LONG, is_too_long, report_text
from bcdesk.report.edits import normalised
from bcdesk.report.record import dumps, loads
from bcdesk.report.report import Report
from bcdesk.report.signed_copy import SignedCopy

MIMETYPE = b"application/vnd.bcdesk.report+zip"
LARGEST = 50_000_000
LARGEST_UNPACKED = 80_000_000
MOST_MEMBERS = 100

_FORMAT = 1
_FIRST, _REPORT, _MANIFEST, _SIGNED = "mimetype", "report.json", "manifest.json", "signed-copy"
_FRAME = 100_000  # bytes of a ZIP besides its members, and to spare
_NAME_AT = 30  # where the name of the first member stands in a ZIP
_END = struct.Struct("<4s4H2LH")  # the last record: its mark, four counts, size and place of the directory, comment
_DIRECTORY_LIMIT = MOST_MEMBERS * 300
_ZIP64_MARK = b"PK\x06\x07"
_SAFE_NAME = re.compile(r"(?!.*(^|/)\.{0,2}(/|$))[^\\:\x00-\x1f]+")
_ENCRYPTED = 0x1
# What zipfile raises at damaged bytes; RuntimeError stands for a password or an unknown method.
_UNREADABLE = (BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError)


def pack(report: Report, signed_copy: bytes = b"") -> bytes:
    """The bytes of a `.bcdesk` file with this report, and its signed copy where that goes along and finds room.

    Raises ReportTooLong or ReportTooHeavy rather than make a file that `unpack` would refuse.
    """
    text = dumps(normalised(report)).encode()
    if is_too_long(text):
        raise ReportTooLong(TOO_LONG)
    members = {_FIRST: MIMETYPE, _REPORT: text}
    if signed_copy and len(signed_copy) + len(text) < LARGEST - _FRAME:
        members[_SIGNED] = signed_copy
    data = _zipped(members)
    if len(data) > LARGEST or len(text) > LARGEST_UNPACKED - _FRAME:
        raise ReportTooHeavy(_megabytes(LARGEST))
    return data


def unpack(data: bytes) -> Report:
    """The report of a `.bcdesk` file.

    Raises NotABundle, BundleTooBig, BundleDamaged or NewerReport; UnreadableReport where the JSON is no report.
    """
    try:
        return loads(report_text(_checked(data).pop(_REPORT)))
    except KeyError as error:
        raise BundleDamaged from error


def signed_copy_in(data: bytes, copy: SignedCopy) -> bytes | None:
    """The bytes of the signed copy that came along; None where none did, or another. Raises as `unpack` does."""
    found = _checked(data).get(_SIGNED)
    return found if found is not None and sha256(found).hexdigest() == copy.sha256 else None


def _checked(data: bytes) -> dict[str, bytes]:
    """Every member, none of it believed before it was checked."""
    if len(data) > LARGEST:
        raise BundleTooBig(_megabytes(LARGEST))
    _check_frame(data)
    members = _members(data)
    _check_manifest(members)
    return members


def _zipped(members: Mapping[str, bytes]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as bundle:
        for name, data in {**members, _MANIFEST: _manifest(members)}.items():
            bundle.writestr(_member(name), data)
    return buffer.getvalue()


def _manifest(members: Mapping[str, bytes]) -> bytes:
    manifest = {"format": _FORMAT, "program": __version__, "members": _sums_of(members)}
    return json.dumps(manifest, indent=1).encode()


def _member(name: str) -> ZipInfo:
    """A member that is the same on every day and system."""
    info = ZipInfo(name)
    info.compress_type = ZIP_STORED if name == _FIRST else ZIP_DEFLATED
    info.create_system = 3
    info.external_attr = 0o644 << 16
    return info


def _check_frame(data: bytes) -> None:
    """Refuse what does not begin as a bundle, or ends in no directory or a huge one, before zipfile reads it."""
    first = _FIRST.encode() + MIMETYPE
    if not data.startswith(b"PK\x03\x04") or data[_NAME_AT : _NAME_AT + len(first)] != first:
        raise NotABundle
    mark, *_, directory_size, _, comment = _END.unpack(data[-_END.size :])
    before_end = data[-_END.size - 20 : -_END.size]
    if mark != b"PK\x05\x06" or comment or directory_size > _DIRECTORY_LIMIT or before_end.startswith(_ZIP64_MARK):
        raise BundleDamaged


def _members(data: bytes) -> dict[str, bytes]:
    try:
        with ZipFile(BytesIO(data)) as bundle:
            infos = bundle.infolist()
            _check_directory(infos)
            return {info.filename: _content(bundle, info) for info in infos}
    except _UNREADABLE as error:
        raise BundleDamaged from error


def _check_directory(infos: list[ZipInfo]) -> None:
    if sum(info.file_size for info in infos) > LARGEST_UNPACKED:
        raise BundleTooBig(_megabytes(LARGEST_UNPACKED))
    unique = max(Counter(info.filename.casefold() for info in infos).values(), default=0) == 1
    if not unique or len(infos) > MOST_MEMBERS or infos[0].filename != _FIRST or not all(map(_is_harmless, infos)):
        raise BundleDamaged


def _is_harmless(info: ZipInfo) -> bool:
    plain = info.compress_type in (ZIP_STORED, ZIP_DEFLATED) and not info.flag_bits & _ENCRYPTED
    return plain and _SAFE_NAME.fullmatch(info.filename) is not None


def _content(bundle: ZipFile, info: ZipInfo) -> bytes:
    """A member's bytes; never more than it says it has (`read()` without a limit would first unpack all there is)."""
    with bundle.open(info) as member:
        return member.read(info.file_size + 1)


def _check_manifest(members: Mapping[str, bytes]) -> None:
    try:
        manifest = json.loads(members[_MANIFEST])
        newer, sums = manifest["format"] > _FORMAT, dict(manifest["members"])
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise BundleDamaged from error
    if newer:
        raise NewerReport
    if sums != _sums_of(members):
        raise BundleDamaged


def _sums_of(members: Mapping[str, bytes]) -> dict[str, str]:
    return {name: sha256(data).hexdigest() for name, data in members.items() if name != _MANIFEST}


def _megabytes(size: int) -> str:
    return f"{size // 1_000_000} MB"
