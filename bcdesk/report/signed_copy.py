"""The signed and stamped paper as it was scanned: which files it may be, told by their content.

The file itself is kept beside the reports, byte for byte: it may carry a digital signature.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from bcdesk.errors import PictureDamaged, SignedCopyDamaged, SignedCopyTooBig, SignedCopyUnknown
from bcdesk.report.pictures import cleaned, media_type

MOST_BYTES = 50 * 2**20
PDF = "application/pdf"
ENDINGS = {PDF: ".pdf", "image/jpeg": ".jpg", "image/png": ".png"}
_HEAD, _TAIL = 1024, 4096  # where readers look for the beginning and the end of a PDF, which others may have padded


@dataclass(frozen=True, slots=True)
class SignedCopy:
    """A scanned paper: the name it came under, the SHA-256 of its bytes, how many they are, and what they are."""

    name: str
    sha256: str
    size: int
    media_type: str


def signed_copy(name: str, data: bytes) -> SignedCopy:
    """What these bytes are as a signed copy, called `name`.

    Raises SignedCopyTooBig, SignedCopyUnknown (no PDF, JPEG or PNG) or SignedCopyDamaged (not a whole one).
    """
    if len(data) > MOST_BYTES:
        raise SignedCopyTooBig(name, f"{MOST_BYTES // 2**20} MB")
    kind = PDF if b"%PDF-" in data[:_HEAD] else media_type(data)
    if kind is None:
        raise SignedCopyUnknown(name)
    if not _is_whole(kind, data):
        raise SignedCopyDamaged(name)
    return SignedCopy(name, sha256(data).hexdigest(), len(data), kind)


def _is_whole(kind: str, data: bytes) -> bool:
    if kind == PDF:
        return b"%%EOF" in data[-_TAIL:]
    try:
        cleaned(data)
    except PictureDamaged:
        return False
    return True
