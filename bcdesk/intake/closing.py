"""Where the text ends and the closing begins: `Trên đây là báo cáo …`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bcdesk.intake.markers import is_marked
from bcdesk.intake.typed import Item, Typed, is_upper, text_of
from bcdesk.vietnamese.folding import fold

MOST_CLOSING_ITEMS = 6

_BEGINS = ("tren day la", "tren day,")
_ENDS = ("kinh ", "rat mong ", "bao cao ", "uy ban nhan dan ", "ubnd ")
_ASKS = "de nghi "
_POLITELY = re.compile(r"\bkinh (?:bao cao|trinh|gui|mong|de nghi)\b")


def closing_start(items: Sequence[Item]) -> int:
    """The index of the first item of the closing; the count of items where the text has none."""
    last = len(items)
    for at in range(last - 1, max(last - 1 - MOST_CLOSING_ITEMS, -1), -1):
        if not _may_close(items[at]):
            break
        if fold(text_of(items[at])).startswith(_BEGINS):
            return at
    return last - 1 if _ends_report(items) else last


def _ends_report(items: Sequence[Item]) -> bool:
    """Whether the last paragraph is a closing by its end mark and its words; a request may be all a section says."""
    words = fold(text_of(items[-1])) if items and _may_close(items[-1]) else ""
    asks = words.startswith(_ASKS) and not _is_title(items[-2:-1])
    return words.endswith("./.") and (asks or words.startswith(_ENDS) or _POLITELY.search(words) is not None)


def _is_title(before: Sequence[Item]) -> bool:
    """Whether the item before is a title, over nothing but what follows."""
    return any(
        isinstance(item, Typed) and not item.text.endswith(".") and (not _may_close(item) or is_upper(item.text))
        for item in before
    )


def _may_close(item: Item) -> bool:
    return not isinstance(item, Typed) or not (item.level or is_marked(item.text))
