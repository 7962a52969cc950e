"""Where the text ends and the closing begins: `Trên đây là báo cáo …`."""

from __future__ import annotations

from collections.abc import Sequence

from bcdesk.intake.markers import is_marked
from bcdesk.intake.typed import Item, Typed
from bcdesk.vietnamese.folding import fold

MOST_CLOSING_ITEMS = 6

_BEGINS = ("tren day la", "tren day,")
_ENDS = ("kinh ", "de nghi ", "rat mong ", "bao cao ", "uy ban nhan dan ", "ubnd ")


def closing_start(items: Sequence[Item]) -> int:
    """The index of the first item of the closing; the count of items where the text has none."""
    last = len(items)
    for at in range(last - 1, max(last - 1 - MOST_CLOSING_ITEMS, -1), -1):
        if not _may_close(items[at]):
            break
        if _folded(items[at]).startswith(_BEGINS):
            return at
    ends = bool(items) and _may_close(items[-1]) and _folded(items[-1]).endswith("./.")
    return last - 1 if ends and _folded(items[-1]).startswith(_ENDS) else last


def _may_close(item: Item) -> bool:
    return not isinstance(item, Typed) or item.aside or not (item.level or is_marked(item.text))


def _folded(item: Item) -> str:
    return fold(item.text) if isinstance(item, Typed) else ""
