"""The appendices behind the signature block: label, title, and their text as it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
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

_REFERENCES = ("(kem theo", "(ban hanh kem theo")


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
    found: list[Appendix] = []
    notes: list[Note] = []
    for number, (start, end) in enumerate(pairwise([*starts, len(items)])):
        head = _Head(text_of(items[start]), appendix_label(number + 1, len(starts)))
        found.append(_appendix(f"s{first_number + number}", items[start:end], head))
        notes += head.notes
    return Appendices(tuple(found), tuple(notes))


def _appendix(own: str, items: Sequence[Item], head: _Head) -> Appendix:
    label = items[0]
    text_at = next((at for at in range(1, len(items)) if not head.take(items[at])), len(items))
    blocks: tuple[Block, ...] = (*left_out(items[:text_at]), *map(block_of, items[text_at:]))
    return Appendix(own, tuple(head.title), blocks, landscape=isinstance(label, Typed) and label.landscape)


class _Head:
    """Takes the lines under the label of an appendix one by one, and holds what they and the label said."""

    def __init__(self, label: str, printed: str) -> None:
        self.title: list[str] = []
        self.notes: list[Note] = []
        self._read_label(label, printed)

    def take(self, item: Item) -> bool:
        """Whether `item` is a line of the title, or one the program prints itself; else the appendix's text begins."""
        text = text_of(item)
        if fold(text).startswith(_REFERENCES):
            if not (isinstance(item, Typed) and item.style == Name.REFERENCE):
                self._note(f"Dòng “{text}” ở phụ lục do chương trình tự ghi theo số và ngày của báo cáo.")
        elif is_drawn_line(text):
            self._note("Hàng gạch dưới tên phụ lục được đọc là đường kẻ; đường kẻ do chương trình vẽ.")
        elif _is_title(item) and len(self.title) < MOST_TITLE_LINES:
            self.title.append(text)
        else:
            return False
        return True

    def _read_label(self, text: str, printed: str) -> None:
        """Take what stands behind the label in its line for the title."""
        found = _LABEL.match(text)
        end = found.end() if found else 0
        if text[:end].rstrip(" .:–-").casefold() != printed.casefold():
            self._note(f"“{text[:end].strip()}” được đọc là “{printed}”.")
        if text[end:]:
            self.title.append(text[end:])

    def _note(self, words: str) -> None:
        self.notes.append(Note(words))


def _is_title(item: Item) -> bool:
    if not isinstance(item, Typed):
        return False
    return item.style == Name.APPENDIX_TITLE or (is_upper(item.text) and not is_marked(item.text))


def _is_label(item: Item) -> bool:
    text = text_of(item)
    return bool(_LABEL.match(text)) and (is_upper(text) or _LABEL.fullmatch(text) is not None)
