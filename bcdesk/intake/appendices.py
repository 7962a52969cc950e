"""The appendices behind the signature block: label, title, and their text as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bcdesk.intake.asides import block_of, left_out
from bcdesk.intake.intake import Note
from bcdesk.intake.markers import is_marked
from bcdesk.intake.typed import Item, Typed, is_drawn_line, is_upper, text_of
from bcdesk.report.report import Appendix, Block
from bcdesk.sheet.appendix import appendix_label
from bcdesk.sheet.styles import Name
from bcdesk.vietnamese.folding import fold

MOST_APPENDICES = 50
MOST_TITLE_LINES = 4

_LABEL = re.compile(r"phụ lục(?:\s+(?:[IVX]+|\d{1,2}))?(?=\s*(?:[.:–-]|$))\s*[.:–-]?\s*", re.IGNORECASE)


def appendices_start(items: Sequence[Item]) -> int:
    """The index of the first item of the first appendix; the count of items where there is none."""
    return next((at for at, item in enumerate(items) if _is_label(item)), len(items))


@dataclass(frozen=True, slots=True)
class Appendices:
    """The appendices, and what the clerk should know of their heads."""

    found: tuple[Appendix, ...]
    notes: tuple[Note, ...]


def read_appendices(items: Sequence[Item], first_number: int) -> Appendices:
    """The appendices in these items, of which the first is a label; ids count on from `first_number`."""
    starts = [at for at, item in enumerate(items) if _is_label(item)][:MOST_APPENDICES]
    notes: list[Note] = []
    found = []
    for number, (start, end) in enumerate(pairwise([*starts, len(items)])):
        printed = appendix_label(number + 1, len(starts))
        found.append(_appendix(f"s{first_number + number}", items[start:end], printed, notes))
    return Appendices(tuple(found), tuple(notes))


def _appendix(own: str, items: Sequence[Item], printed: str, notes: list[Note]) -> Appendix:
    label = items[0]
    title, at = list(_rest_of_label(label, printed, notes)), 1
    while at < len(items) and _belongs_to_head(items[at], title, notes):
        at += 1
    blocks: tuple[Block, ...] = (*left_out(items[:at]), *map(block_of, items[at:]))
    return Appendix(own, tuple(title), blocks, landscape=isinstance(label, Typed) and label.landscape)


def _rest_of_label(label: Item, printed: str, notes: list[Note]) -> Iterator[str]:
    text = text_of(label)
    found = _LABEL.match(text)
    end = found.end() if found else 0
    if text[:end].rstrip(" .:–-").casefold() != printed.casefold():
        notes.append(Note(f"“{text[:end].strip()}” được đọc là “{printed}”."))
    if text[end:]:
        yield text[end:]


def _belongs_to_head(item: Item, title: list[str], notes: list[Note]) -> bool:
    """Take a line of the title, or the lines the program prints itself; False where the appendix's text begins."""
    text = text_of(item)
    if fold(text).startswith(("(kem theo", "(ban hanh kem theo")):
        if not (isinstance(item, Typed) and item.style == Name.REFERENCE):
            notes.append(Note(f"Dòng “{text}” ở phụ lục do chương trình tự ghi theo số và ngày của báo cáo."))
    elif is_drawn_line(text):
        notes.append(Note("Hàng gạch dưới tên phụ lục được đọc là đường kẻ; đường kẻ do chương trình vẽ."))
    elif _is_title(item) and len(title) < MOST_TITLE_LINES:
        title.append(text)
    else:
        return False
    return True


def _is_title(item: Item) -> bool:
    if not isinstance(item, Typed):
        return False
    return item.style == Name.APPENDIX_TITLE or (is_upper(item.text) and not is_marked(item.text))


def _is_label(item: Item) -> bool:
    text = text_of(item)
    return bool(_LABEL.match(text)) and (is_upper(text) or _LABEL.fullmatch(text) is not None)
