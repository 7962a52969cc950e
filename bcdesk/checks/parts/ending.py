"""What stands below the text: Nơi nhận and the signature block, side by side or one after the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bcdesk.checks.lines import Line
from bcdesk.checks.parts.pieces import is_typed_line, pieces
from bcdesk.sheet.styles import Name
from bcdesk.vietnamese.folding import fold

LONGEST_LINE = 120
MOST_SIGNATURE_LINES = 14
NAME_WORDS = range(2, 8)
MOST_LINES_ABOVE_NAME = 2

_LABEL = re.compile(r"n[ơo]i\s+nh[ậâ]n\s*(?::|$)", re.IGNORECASE)
_TITLES = "chủ tịch|trưởng|chánh|giám đốc|bí thư|chủ nhiệm|hiệu trưởng|đội trưởng|trạm trưởng"
_AUTHORITY = re.compile(r"(?:tm|kt|tl|tuq)\s*\.", re.IGNORECASE)
_OFFICER = re.compile(rf"(?:q\s*\.|quyền\s)?\s*(?:phó )?(?:{_TITLES})\b", re.IGNORECASE)
_RANK = re.compile(r"\w{1,5}\.\s*")
_DRAFTER = re.compile(r"[^\W\d_]{1,6}\.\s?\(?\d{1,4}\)?")


@dataclass(slots=True)
class Ending:
    """Takes the pieces of the ending one by one, and holds what they are."""

    label: Line | None = None
    recipients: list[Line] = field(default_factory=list)
    signing: list[Line] = field(default_factory=list)
    strays: list[Line] = field(default_factory=list)
    _archived: bool = False

    def take(self, piece: Line) -> None:
        """Read one piece."""
        if self.label is None and _LABEL.match(piece.text):
            self.label = piece
        elif self.label and self._is_recipient(piece):
            self._archived |= fold(piece.text).lstrip("-–—+• ").startswith("luu")
            self.recipients.append(piece)
        elif self._is_of_signature(piece):
            self.signing.append(piece)
        elif not is_typed_line(piece.text):
            self.strays.append(piece)

    def _is_recipient(self, piece: Line) -> bool:
        text = piece.text
        if piece.paragraph.style in {Name.RECIPIENTS, Name.AUTHORITY, Name.SIGNER}:
            return piece.paragraph.style == Name.RECIPIENTS
        if text.startswith(("-", "–", "—", "+", "•")) or fold(text).startswith("luu"):
            return True
        beside = self.label is not None and _same_column(self.label, piece)
        return beside and not self._archived and not is_authority(text) and not self.signing

    def _is_of_signature(self, piece: Line) -> bool:
        if piece.paragraph.style in {Name.AUTHORITY, Name.SIGNER} or is_authority(piece.text) or piece.capitals:
            return not _DRAFTER.fullmatch(piece.text)
        return bool(self.signing) and _is_name(piece.text)


def _same_column(label: Line, piece: Line) -> bool:
    return (label.spot.cell, label.row_cells) == (piece.spot.cell, piece.row_cells)


@dataclass(frozen=True, slots=True)
class Signed:
    """The signature block: lines of authority and title, a title below the signing space, the name."""

    authority: tuple[Line, ...] = ()
    below: Line | None = None
    signer: Line | None = None


def signed(ending: Ending) -> Signed:
    """What the lines of a signature block are."""
    lines = tuple(ending.signing)
    gaps = [0, *(_gap(before, line) for before, line in pairwise(lines))]
    if not lines or not _is_signer(lines[-1], gaps[-1]):
        return Signed(lines)
    has_below = len(lines) > MOST_LINES_ABOVE_NAME and gaps[-1] == 0 and gaps[-2] > 0
    above = lines[:-2] if has_below else lines[:-1]
    return Signed(above, lines[-2] if has_below else None, lines[-1])


def _gap(before: Line, line: Line) -> int:
    """How many paragraphs stand between two lines of one column; 0 where that is not known."""
    one, other = before.spot, line.spot
    if one.in_table and (one.block, one.row, one.cell) == (other.block, other.row, other.cell):
        return other.paragraph - one.paragraph - 1
    return other.block - one.block - 1 if not one.in_table and not other.in_table else 0


def read_ending(lines: Sequence[Line]) -> Ending:
    """What these lines are."""
    ending = Ending()
    for piece in pieces(lines):
        ending.take(piece)
    return ending


def label_at(lines: Sequence[Line], start: int = 0) -> int:
    """The index of the first line from `start` on that holds the label Nơi nhận; else of the last line."""
    found = (at for at, line in enumerate(lines) if at >= start and _labels(line))
    return next(found, len(lines) - 1)


def _labels(line: Line) -> bool:
    return any(_LABEL.match(each.text) for each in pieces((line,)))


def ending_start(lines: Sequence[Line]) -> int:
    """The index of the first line of the ending: Nơi nhận, or a signature above it; else their count."""
    label = next((at for at, line in enumerate(lines) if _labels(line)), len(lines))
    first = max(0, label - MOST_SIGNATURE_LINES)
    above = [at for at in range(first, label) if is_authority(lines[at].text)]
    short = above and all(len(line.text) <= LONGEST_LINE for line in lines[above[0] : label])
    return above[0] if short else label


def is_authority(text: str) -> bool:
    """Whether a line is a signer's authority or title: `TM. …`, `KT. …`, `TRƯỞNG PHÒNG`."""
    return _AUTHORITY.match(text) is not None or (text.isupper() and _OFFICER.match(text) is not None)


def _is_signer(line: Line, gap: int) -> bool:
    if line.paragraph.style in {Name.AUTHORITY, Name.SIGNER}:
        return line.paragraph.style == Name.SIGNER
    return not is_authority(line.text) and _is_name(line.text) and (gap > 0 or not line.capitals)


def _is_name(text: str) -> bool:
    words = _RANK.sub("", text).split()
    return len(words) in NAME_WORDS and all(word[0].isupper() and not word[0].isdigit() for word in words)
