"""The signs of a text that nobody sees, and those that only word processors know."""

from __future__ import annotations

import re

from bcdesk.intake.intake import Note
from bcdesk.vietnamese.text import nfc

_SPACES = re.compile("[\u00a0\u2007\u202f]")
_WORD_SIGNS = str.maketrans({"\x1e": "-", "\uf0b7": "•", "\uf02d": "-"})
# Signs nobody sees (`vietnamese` §4); soft hyphens and marks of direction only break search and spelling.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f\x80-\x84\x86-\x9f\u00ad\u200b-\u200f\u2060\ufeff\ud800-\udfff\ufffe\uffff]"
)


def visible(text: str) -> str:
    """`text` in NFC without signs nobody sees, its hard spaces as ordinary ones."""
    return nfc(_SPACES.sub(" ", _INVISIBLE.sub("", text)).translate(_WORD_SIGNS))


def cleaning_notes(text: str) -> tuple[Note, ...]:
    """What of `text` its visible form does not show, for the clerk."""
    invisible, hard = len(_INVISIBLE.findall(text)), len(_SPACES.findall(text))
    return (
        *((Note(f"Đã bỏ {invisible} ký tự ẩn không in ra giấy."),) if invisible else ()),
        *((Note(f"{hard} dấu cách cứng được đọc thành dấu cách thường."),) if hard else ()),
    )
