"""A mail draft with its papers, as a file that mail programs open for sending."""

from __future__ import annotations

from dataclasses import dataclass
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP

MEDIA_TYPES = {
    ".pdf": ("application", "pdf"),
    ".docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ".jpg": ("image", "jpeg"),
    ".jpeg": ("image", "jpeg"),
    ".png": ("image", "png"),
    ".bcdesk": ("application", "x-bcdesk"),
}
_LINE = 76
ANY = ("application", "octet-stream")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes along: its name, in ASCII so that no mail program spoils it, and its bytes."""

    name: str
    data: bytes


def draft(subject: str, text: str, attachments: tuple[Attachment, ...], to: str = "") -> bytes:
    """A draft as an `.eml` file: `X-Unsent` makes mail programs open it for writing on; no sender, no date.

    Raises ValueError for a name that is not ASCII or would leave its folder.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    if to:
        message["To"] = to
    message.set_content(text, charset="utf-8", cte="base64")
    for attachment in attachments:
        _refuse_unsafe(attachment.name)
        kind, subtype = _media_type(attachment.name)
        message.add_attachment(attachment.data, kind, subtype, filename=attachment.name)
    return _subject_line(subject) + message.as_bytes()


def _subject_line(subject: str) -> bytes:
    """The header in encoded words of its own: EmailMessage loses spaces where it folds a long one (Python 3.11)."""
    words = Header(" ".join(subject.split()), "utf-8", maxlinelen=_LINE, header_name="Subject")
    return f"Subject: {words.encode(linesep=SMTP.linesep)}{SMTP.linesep}".encode("ascii")


def _media_type(name: str) -> tuple[str, str]:
    return MEDIA_TYPES.get(name[name.rfind(".") :].lower(), ANY) if "." in name else ANY


def _refuse_unsafe(name: str) -> None:
    if not name.isascii() or not name.isprintable() or set(name) & set('/\\:*?"<>|') or name.startswith("."):
        raise ValueError(f"not a name for a mail: {name}")
