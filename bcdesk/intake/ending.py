"""What stands below the text: Nơi nhận and the signature block, side by side or one after the other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bcdesk.intake.intake import Note
from bcdesk.intake.markers import item_of_list
from bcdesk.intake.typed import Item, Typed, columns, is_upper, text_of, typed
from bcdesk.report.report import Place
from bcdesk.vietnamese.folding import fold

LONGEST_LINE = 120
MOST_SIGNATURE_LINES = 12
NAME_WORDS = range(2, 8)

_LABEL = re.compile(r"nơi\s+nhận\s*(?::\s*|$)", re.IGNORECASE)
_TITLES = "chủ tịch|trưởng|chánh|giám đốc|bí thư|chủ nhiệm|hiệu trưởng|đội trưởng|trạm trưởng"
_AUTHORITY = re.compile(r"(?:tm|kt|tl|tuq)\s*\.|người (?:báo cáo|lập|viết|tổng hợp)\b(?!.*:\s*\S)", re.IGNORECASE)
_TITLE = re.compile(rf"(?:q\s*\.|quyền )?\s*(?:phó )?(?:{_TITLES})\b", re.IGNORECASE)
_ARCHIVE = re.compile(r"luu\b")
# What a form tells its reader to do, or a copy says was done, in the room for the signature.
_SIGN_HERE = re.compile(r"\((?:đã ký|ký\b|chữ ký).{0,60}\)", re.IGNORECASE)


class Ending:
    """Takes the lines of the ending one by one, and holds what they said; what is neither stands among `strays`."""

    def __init__(self) -> None:
        self.recipients: list[str] = []
        self.strays: list[Item] = []
        self.notes: list[Note] = []
        self._labelled = False
        self._archived = False
        self._signing: list[Typed] = []

    def take(self, item: Item) -> None:
        """Read one item."""
        if not isinstance(item, Typed) or len(item.text) > LONGEST_LINE:
            self.strays.append(item)
            return
        for part in columns(item.text):
            self._take(part, item)

    def signature(self) -> tuple[tuple[str, ...], str, str]:
        """The lines of authority and title, the title under the signing space, the name."""
        named = bool(self._signing) and _is_signer(self._signing[-1])
        lines, name = (self._signing[:-1], self._signing[-1]) if named else (self._signing, typed(""))
        at = _below_at(lines, name.gap) if named else len(lines)
        return tuple(line.text for line in lines[:at]), " ".join(line.text for line in lines[at:]), name.text

    def _take(self, part: str, item: Typed) -> None:
        if _SIGN_HERE.fullmatch(part):
            self.notes.append(Note(f"Dòng “{part}” ở chỗ ký không in ra giấy.", Place("signature")))
            return
        label = _LABEL.match(part)
        if label and not self._labelled:
            self._labelled = True
            if part[label.end() :]:
                self._take(part[label.end() :], item)
        elif self._labelled and self._is_recipient(part):
            self._add_recipient(part)
        elif self._is_of_signature(part):
            self._signing.append(typed(part, item.gap))
        else:
            self.strays.append(item if part == item.text else typed(part))

    def _is_recipient(self, part: str) -> bool:
        if item_of_list(part) is not None or _ARCHIVE.match(fold(part)):
            return True
        return not self._archived and (part.endswith(";") or not self._signing) and not is_authority(part)

    def _add_recipient(self, part: str) -> None:
        item = item_of_list(part)
        name = part if item is None else item
        self._archived |= _ARCHIVE.match(fold(name)) is not None
        if item is None and self.recipients and name[0].islower():
            self.recipients[-1] += f" {name}"
        elif name:
            self.recipients.append(name)

    def _is_of_signature(self, part: str) -> bool:
        titled = bool(self._signing) and _TITLE.match(part) is not None
        return is_upper(part) or is_authority(part) or titled or self._may_be_named(part)

    def _may_be_named(self, part: str) -> bool:
        """Whether a line in small letters may be the name, which comes once and last."""
        named = bool(self._signing) and _is_signer(self._signing[-1])
        return not named and (bool(self._signing) or self._archived) and _is_name(part)


def read_ending(items: Sequence[Item]) -> Ending:
    """What these items say of recipients and signer."""
    ending = Ending()
    for item in items:
        ending.take(item)
    return ending


def ending_start(items: Sequence[Item]) -> int:
    """The index of the first item of the ending: Nơi nhận, or a signature above it; else their count."""
    label = next((at for at, item in enumerate(items) if _LABEL.match(text_of(item))), len(items))
    first = max(0, label - MOST_SIGNATURE_LINES)
    signed = [at for at in range(first, label) if is_authority(text_of(items[at]))]
    short = signed and all(len(text_of(item)) <= LONGEST_LINE for item in items[signed[0] : label])
    return signed[0] if short else label


def is_authority(text: str) -> bool:
    """Whether a line is a signer's authority or title: `TM. …`, `KT. …`, `TRƯỞNG PHÒNG`, `Người báo cáo`."""
    return _AUTHORITY.match(text) is not None or (is_upper(text) and _TITLE.match(text) is not None)


def _below_at(lines: list[Typed], gap: int) -> int:
    """Where the lines under the signing space begin: after the only gap, when none stands before the name."""
    at = next((at for at, line in enumerate(lines) if at > 0 and line.gap > gap), len(lines))
    return at if all(line.gap <= gap for line in lines[1:at]) else len(lines)


def _is_signer(line: Typed) -> bool:
    """Whether a line is a name; one in capitals, as authorities are, is so only below room for a signature."""
    if is_authority(line.text) or _TITLE.match(line.text) or (is_upper(line.text) and not line.gap):
        return False
    return _is_name(line.text)


def _is_name(text: str) -> bool:
    words = text.split()
    return len(words) in NAME_WORDS and all(word[0].isupper() and not word.isdigit() for word in words)
