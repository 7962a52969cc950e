"""What each unit gave to merged sentences and tables, as one table (Biểu tổng hợp theo đơn vị).

A unit has a row and a number a column; where there are many numbers, the numbers have the rows.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bcdesk.report.blocks import Block, Cell, CellAlign, Paragraph, Run, Table, paragraph
from bcdesk.report.consolidation.adding import added
from bcdesk.report.consolidation.sentences import Sentence
from bcdesk.report.consolidation.slots import Way
from bcdesk.report.consolidation.tablelines import TOTAL, Line, Lines, lines_of_units
from bcdesk.report.merged import Piece
from bcdesk.report.numbers import BULLET, short_unit
from bcdesk.report.tablecells import value_cells
from bcdesk.vietnamese.amounts import amount

_WIDTH = 247.0  # mm between the margins of a page turned on its side (ND-02, ND-03)
_ORDER_WIDTH, _NAME_WIDTH = 15.0, 50.0
_MOST_ACROSS = 8
_CLAUSE = re.compile(r"[,;.:]\s+|\(")
_LEADING = re.compile(r"^(?:(?:trong (?:kỳ|tháng|quý|năm)|đã|và|có)\s+)+", re.IGNORECASE)
_TRAILING = re.compile(
    r"(?:\s+(?:với|và|cho|của|là|trong|tại|được|đã|có|do|để|trên|cùng|đạt|ước|gồm))+$", re.IGNORECASE
)
_LETTER = re.compile(r"[^\W\d_]")
_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class _Column:
    """One number: what it is, what each unit says, and what it is in the report."""

    label: str
    typed: dict[str, tuple[str, ...]]
    total: str

    def of(self, unit: str) -> str:
        """What a unit says of it; where it says it several times, the sum."""
        typed = self.typed.get(unit, ())
        said = added(typed)
        return "; ".join(typed) if said is None else said


def by_unit(pieces: Sequence[Piece]) -> Table:
    """The numbers of pieces unit by unit, and the sums as they stand in the report.

    Pieces that could not be one are told together, without a sum.
    """
    columns = [column for group in _groups(pieces) for column in _columns(group)]
    units = tuple(dict.fromkeys(unit for piece in pieces for unit in piece.units))
    few = len(columns) <= max(_MOST_ACROSS, len(units))
    return _units_down(units, columns) if few else _units_across(units, columns)


def has_numbers(pieces: Iterable[Piece]) -> bool:
    """Whether any unit gave a number to one of the pieces: cheaper than the table."""
    blocks = ((source.unit, block) for piece in pieces for source in piece.sources for block in source.blocks)
    return any(_has_number(unit, block) for unit, block in blocks)


def _has_number(unit: str, block: Block) -> bool:
    if isinstance(block, Paragraph):
        return bool(Sentence(unit, block).slots)
    return isinstance(block, Table) and any(amount(cell.text) for cell in value_cells(block))


def _groups(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces, those of one wording together."""
    groups: dict[object, list[Piece]] = {}
    for at, piece in enumerate(piece for piece in pieces if piece.blocks and piece.sources):
        first = piece.sources[0]
        block = first.blocks[0] if first.blocks else None
        key: object = Sentence(first.unit, block).shape if isinstance(block, Paragraph) and piece.doubt else at
        groups.setdefault(key, []).append(piece)
    return list(groups.values())


def _columns(group: Sequence[Piece]) -> Iterator[_Column]:
    blocks = [(source.unit, block) for piece in group for source in piece.sources for block in source.blocks]
    sentences = [Sentence(unit, block) for unit, block in blocks if isinstance(block, Paragraph)]
    tables = [(unit, block) for unit, block in blocks if isinstance(block, Table)]
    whole = group[0].blocks[0] if len(group) == 1 else None
    if sentences:
        yield from _of_sentences(sentences, whole if isinstance(whole, Paragraph) else None)
    elif tables:
        yield from _of_tables(tables, whole if isinstance(whole, Table) else None)


def _of_sentences(sentences: Sequence[Sentence], whole: Paragraph | None) -> Iterator[_Column]:
    first = sentences[0]
    same = [sentence for sentence in sentences if sentence.shape == first.shape]
    totals = Sentence(first.unit, whole).slots if whole else ()
    for at, slot in enumerate(first.slots):
        typed = _by_unit((sentence.unit, sentence.slots[at].typed) for sentence in same)
        total = totals[at].typed if len(totals) == len(first.slots) else ""
        yield _Column("Tỷ lệ (%)" if slot.way is Way.SHARE else _label(first, at), typed, total)


def _label(sentence: Sentence, at: int) -> str:
    """What a number of a sentence is: the words of its clause before it, with its unit; its unit where none are."""
    text, figure = sentence.plain, sentence.slots[at].figure
    bullet = BULLET.match(text)
    ends = [bullet.end() if bullet else 0, *(found.end() for found in _CLAUSE.finditer(text, 0, figure.start))]
    start = max((end for end in ends if _LETTER.search(text, end, figure.start)), default=ends[0])
    counted_on = at and sentence.slots[at - 1].figure.end > start and figure.unit
    before = "" if counted_on else _LEADING.sub("", text[start : figure.start].strip(" :("))
    words = " ".join(_TRAILING.sub("", before).split()[-_MOST_WORDS:])
    unit = short_unit(figure.unit)
    label = f"{words} ({unit})" if words and unit else words or _TRAILING.sub("", figure.unit) or "Số liệu"
    return label[:1].upper() + label[1:]


def _of_tables(tables: Sequence[tuple[str, Table]], whole: Table | None) -> Iterator[_Column]:
    read = lines_of_units([*(("", table) for table in (whole,) if table), *tables])
    units = [(lines.unit, _by_key(lines)) for lines in read[-len(tables) :]]
    made = _by_key(read[0]) if whole else {}
    values = sorted({column for lines in read for column in lines.values})
    for key, label in {row.key: row.label for lines in read for row in lines.rows if row.key != TOTAL}.items():
        for column in values:
            typed = _by_unit((unit, text) for unit, rows in units if (text := _text(rows, key, column)))
            if any(amount(text) for texts in typed.values() for text in texts):
                head = read[0].head(column) if len(values) > 1 else ""
                yield _Column(" · ".join(filter(None, (label, head))), typed, _text(made, key, column))


def _by_key(lines: Lines) -> dict[Hashable, Line]:
    return {row.key: row for row in lines.rows}


def _text(rows: Mapping[Hashable, Line], key: Hashable, column: int) -> str:
    return rows[key].text(column) if key in rows else ""


def _by_unit(said: Iterator[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for unit, typed in said:
        found[unit] = (*found.get(unit, ()), typed)
    return found


def _units_down(units: Sequence[str], columns: Sequence[_Column]) -> Table:
    heads = ("STT", "Đơn vị", *(column.label for column in columns))
    rows = [(unit, *(column.of(unit) for column in columns)) for unit in units]
    sums = ("Tổng cộng", *(column.total for column in columns))
    return _table(heads, [*((str(at), *row) for at, row in enumerate(rows, start=1)), ("", *sums)], last=True)


def _units_across(units: Sequence[str], columns: Sequence[_Column]) -> Table:
    heads = ("STT", "Nội dung", *units, "Tổng cộng")
    rows = [(column.label, *(column.of(unit) for unit in units), column.total) for column in columns]
    return _table(heads, [(str(at), *row) for at, row in enumerate(rows, start=1)])


def _table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]], *, last: bool = False) -> Table:
    others = max(len(heads) - 2, 1)
    widths = (_ORDER_WIDTH, _NAME_WIDTH, *[(_WIDTH - _ORDER_WIDTH - _NAME_WIDTH) / others] * (len(heads) - 2))
    head = tuple(Cell((Paragraph((Run(text, bold=True),)),), align=CellAlign.CENTER) for text in heads)
    body = [_row(row, bold=last and at == len(rows) - 1) for at, row in enumerate(rows)]
    return Table(widths, (head, *body))


def _row(texts: tuple[str, ...], *, bold: bool) -> tuple[Cell, ...]:
    order, name, *numbers = (Paragraph((Run(text, bold=bold),)) if text else paragraph("") for text in texts)
    return (
        Cell((order,), align=CellAlign.CENTER),
        Cell((name,)),
        *(Cell((number,), align=CellAlign.RIGHT) for number in numbers),
    )
