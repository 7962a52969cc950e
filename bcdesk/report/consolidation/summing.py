"""What units wrote in one section, as one text: sentences and tables that say the same are added up, the rest follows.

Whole paragraphs are compared. One whose shape comes again under another line (`Lĩnh vực đất đai:`, `Lĩnh vực hộ
tịch:`) belongs to that line.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace

from bcdesk.report.blocks import Block, Paragraph, Table, is_blank
from bcdesk.report.consolidation.adding import says_nothing
from bcdesk.report.consolidation.sentences import Sentence
from bcdesk.report.consolidation.sentencesums import summed
from bcdesk.report.consolidation.tablelines import heads_of
from bcdesk.report.consolidation.tables import merged_table
from bcdesk.report.consolidation.weaving import told_apart, woven
from bcdesk.report.merged import Piece, Source
from bcdesk.report.numbers import BULLET

Contents = Sequence[tuple[str, tuple[Block, ...]]]


@dataclass(frozen=True, slots=True)
class _Item:
    """A block of a unit: what it is known by, and the line it stands under."""

    unit: str
    block: Block
    key: Hashable
    lead: str = ""
    sentence: Sentence | None = None

    @property
    def source(self) -> Source:
        return Source(self.unit, (self.block,))


def pieces_of(contents: Contents) -> tuple[Piece, ...]:
    """The blocks of every unit (its name, its blocks; in the order of the list) as one text.

    What one unit alone has stays as it is. Of several, empty paragraphs are left out, and so is a unit that has only to
    say that there is nothing (`Không có.`) where another has something.
    """
    lists = [list(_items(unit, blocks)) for unit, blocks in contents]
    if sum(map(bool, lists)) > 1:
        lists = [[item for item in items if not is_blank(item.block)] for items in lists]
    lists = _apart(_under_leads([items for items in lists if not _says_nothing(items)] or lists))
    together: dict[Hashable, list[_Item]] = defaultdict(list)
    for item in (item for items in lists for item in items):
        together[item.key].append(item)
    order = woven([[item.key for item in items] for items in lists])
    return tuple(piece for key in order for piece in _pieces(together[key]))


def _items(unit: str, blocks: tuple[Block, ...]) -> Iterator[_Item]:
    lead = ""
    for at, block in enumerate(blocks):
        alone = (unit, at)
        if isinstance(block, Paragraph):
            sentence = Sentence(unit, block)
            yield _Item(unit, block, sentence.shape or alone, lead, sentence)
            lead = sentence.shape if _leads(sentence) else lead
        else:
            yield _Item(unit, block, (heads_of(block) if isinstance(block, Table) else ()) or alone, lead)


def _leads(sentence: Sentence) -> bool:
    """Whether what follows stands under it: it has no number, or ends in a colon."""
    return bool(sentence.shape) and (not sentence.slots or sentence.plain.rstrip().endswith(":"))


def _says_nothing(items: list[_Item]) -> bool:
    return all(item.sentence is not None and says_nothing(BULLET.sub("", item.sentence.plain)) for item in items)


def _under_leads(lists: list[list[_Item]]) -> list[list[_Item]]:
    keys = told_apart([[(item.key, item.lead) for item in items] for items in lists])
    return [
        [replace(item, key=key) for item, key in zip(items, own, strict=True)]
        for items, own in zip(lists, keys, strict=True)
    ]


def _apart(lists: list[list[_Item]]) -> list[list[_Item]]:
    """The items, those only one unit has each known by itself, tables of one head by their count."""
    counted = [list(_counted(items)) for items in lists]
    units = Counter(key for items in counted for key in {item.key for item in items})
    return [
        [item if units[item.key] > 1 else replace(item, key=(at, index)) for index, item in enumerate(items)]
        for at, items in enumerate(counted)
    ]


def _counted(items: list[_Item]) -> Iterator[_Item]:
    seen: Counter[Hashable] = Counter()
    for item in items:
        seen[item.key] += 1
        yield replace(item, key=(item.key, seen[item.key])) if isinstance(item.block, Table) else item


def _pieces(items: list[_Item]) -> Iterator[Piece]:
    """The items of one key as one piece, or each as its own where they cannot be one."""
    block, doubt = _one(items)
    if block is not None:
        yield Piece((block,), tuple(item.source for item in items), doubt)
    else:
        yield from (Piece((item.block,), (item.source,), doubt) for item in items)


def _one(items: list[_Item]) -> tuple[Block | None, str]:
    if len(items) == 1:
        return items[0].block, ""
    tables = [(item.unit, item.block) for item in items if isinstance(item.block, Table)]
    if tables:
        return merged_table(tables)
    return _sentence([item.sentence for item in items if item.sentence])


def _sentence(sentences: list[Sentence]) -> tuple[Paragraph | None, str]:
    """One unit that says the same twice counts twice, but not what it counts from the beginning of the year."""
    units = Counter(sentence.unit for sentence in sentences)
    if max(units.values()) > 1 and sentences[0].slots and "lũy kế" in sentences[0].plain.lower():
        return None, "Một đơn vị ghi số lũy kế này nhiều lần, nên không cộng."
    return summed(sentences)
