"""The cells of a table that several units filled, each as one: counts added, what does not add left to the reader."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property

from bcdesk.report.blocks import Cell, Paragraph, paragraph
from bcdesk.report.consolidation.adding import added, bare, says_nothing
from bcdesk.report.consolidation.sentences import Sentence, alike
from bcdesk.report.consolidation.sentencesums import LARGE, MANY, PLACES, PLANNED, summed
from bcdesk.report.consolidation.slots import RATES, Way
from bcdesk.report.consolidation.tablelines import TOTAL, Line, Lines, counts_columns, is_total, text_of
from bcdesk.report.consolidation.tableshares import Sheets, shares
from bcdesk.report.consolidation.tabletotals import total_of
from bcdesk.report.search import spliced
from bcdesk.vietnamese.amounts import amount

Spot = tuple[Hashable, int]
"""A row by its key, and a column."""

_SHARES = re.compile(r"%|\b(?:tỷ|tỉ) (?:lệ|trọng)\b", re.IGNORECASE)
_RATE = re.compile(r"[^\W\d_]\s?/\s?[^\W\d_]")
_BRACKETS = re.compile(r"\([^)]*\)")
_ALIKE = "các đơn vị ghi như nhau"


@dataclass
class Filling:
    """The cells being filled, and what is doubtful of them, in sentences."""

    tables: Sequence[Lines]
    order: tuple[Hashable, ...]
    cells: dict[Spot, Cell] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)
    open: set[Spot] = field(default_factory=set)

    @cached_property
    def _by_key(self) -> dict[Hashable, list[Line]]:
        found: dict[Hashable, list[Line]] = defaultdict(list)
        for table in self.tables:
            for line in table.rows:
                found[line.key].append(line)
        return found

    def rows(self, key: Hashable) -> list[Line]:
        """The rows of that key, of each unit that has it."""
        return self._by_key[key]

    def at(self, spot: Spot) -> list[tuple[str, Cell]]:
        """The cell there of each unit that has one."""
        return [(row.unit, row.cells[spot[1]]) for row in self.rows(spot[0]) if spot[1] in row.cells]

    def head(self, column: int) -> str:
        """The words over a column."""
        return self.tables[0].head(column)

    def column(self, column: int) -> dict[Hashable, str | None]:
        """What stands in a column, by row; None where that could not be added."""
        spots = ((key, column) for key in self.order if (key, column) in self.cells)
        return {spot[0]: None if spot in self.open else text_of(self.cells[spot]) for spot in spots}

    def way(self, spot: Spot) -> Way | None:
        """What becomes of the values there; None for words."""
        rows, column = self.rows(spot[0]), spot[1]
        label, measure, head = rows[0].label, rows[0].measure, self.head(column)
        if not any(column in table.values for table in self.tables) or counts_columns(rows[0]):
            return None
        if _SHARES.search(f"{label} {head}") or "%" in measure or any(row.text(column).endswith("%") for row in rows):
            return Way.SHARE
        brackets = " ".join(_BRACKETS.findall(f"{label} {head}"))
        rate = RATES.search(f"{label} {head}") or _RATE.search(f"{measure} {brackets}")
        return Way.KEEP if rate else Way.ADD

    def doubt(self, spot: Spot, why: str) -> None:
        """Say of a cell why it is left empty, or to be looked at."""
        label = "Tổng" if spot[0] == TOTAL else self.rows(spot[0])[0].label
        where = " · ".join(filter(None, (label, self.head(spot[1])))) or "không tên"
        self.doubts.append(f"Ô “{where}”: {why}.")


def filled(tables: Sequence[Lines], order: tuple[Hashable, ...]) -> Filling:
    """Every cell of the rows `order`: first what adds up, then the row of sums, then the percentages, made of both."""
    made = Filling(tables, order)
    ways = {(key, column): made.way((key, column)) for key in order for column in _columns(made.rows(key))}
    for spot, way in ways.items():
        if spot[0] != TOTAL or way is not Way.ADD:
            _fill(made, spot, way)
    for column in (column for (key, column), way in ways.items() if key == TOTAL and way is Way.ADD):
        _put(made, (TOTAL, column), *total_of(tables, column, made.column(column)))
    made.doubts += _missing_sums(made)
    _fill_shares(made, [spot for spot, way in ways.items() if way is Way.SHARE])
    return made


def _missing_sums(made: Filling) -> Iterator[str]:
    """Sums between the rows that not all units have: they may leave out rows of the others."""
    for key in (key for key in made.order if key != TOTAL and is_total(made.rows(key)[0])):
        units = [row.unit for row in made.rows(key)]
        if len(set(units)) < len(made.tables):
            label = made.rows(key)[0].label
            yield f"Dòng “{label}” chỉ có trong bảng của {', '.join(dict.fromkeys(units))}; cần xem lại tổng."


def _columns(rows: Sequence[Line]) -> list[int]:
    return sorted({column for row in rows for column in row.cells})


def _fill(made: Filling, spot: Spot, way: Way | None) -> None:
    """A cell that is neither a sum of others nor a percentage."""
    cells = [cell for _, cell in made.at(spot)]
    if way is None:
        row = made.rows(spot[0])[0]
        first = spot[0] == TOTAL or not spot[1] or row.text(spot[1]) == row.label or counts_columns(row)
        if first:
            made.cells[spot] = cells[0]
        elif not _added_words(made, spot):
            made.cells[spot] = _words(cells)
    elif way is Way.KEEP:
        _keep(made, spot, [text_of(cell) for cell in cells])
    elif way is Way.ADD:
        _add(made, spot, [text_of(cell) for cell in cells])


def _keep(made: Filling, spot: Spot, typed: Sequence[str]) -> None:
    said = _said(typed)
    if len(set(map(amount, said))) > 1:
        _put(made, spot, None, "là mức bình quân hoặc định mức, không cộng được")
    else:
        _put(made, spot, said[0] if said else typed[0])


def _add(made: Filling, spot: Spot, typed: Sequence[str]) -> None:
    said = _said(typed)
    common = _common(said)
    if common and _may_be_of_all(made, spot, said[0]):
        _put(made, spot, None, f"{_ALIKE}, có thể là số chung của cả xã, nên không cộng")
    elif (total := added(typed)) is not None:
        by_chance = not common or common < LARGE or len(said) < MANY
        _put(made, spot, total, "" if by_chance else f"{_ALIKE}; nếu là số chung thì sửa lại số đã cộng")
    elif not _added_words(made, spot):
        _put(made, spot, None, "có đơn vị ghi chữ thay cho số, không cộng được")


def _said(typed: Sequence[str]) -> list[str]:
    return [text for text in typed if not says_nothing(text)]


def _common(said: Sequence[str]) -> Decimal | None:
    """The value several units write alike, of ratios the whole."""
    worth = map(amount, said)
    values = {None if one is None else one.value if one.whole is None else one.whole for one in worth}
    return values.pop() if len(said) > 1 and len(values) == 1 else None


def _may_be_of_all(made: Filling, spot: Spot, typed: str) -> bool:
    """Whether what a value is of says that it may be one for all units."""
    row = made.rows(spot[0])[0]
    about = f"{row.label} {made.head(spot[1])}"
    return bool(PLANNED.search(about) or ("/" in typed and PLACES.search(f"{row.measure} {about}")))


def _words(cells: Sequence[Cell]) -> Cell:
    """The words of all units, each wording once."""
    texts: dict[str, Paragraph] = {}
    for text in (text for cell in cells for text in cell.paragraphs if text.plain.strip()):
        texts.setdefault(alike(text.plain), text)
    same = len({alike(text_of(cell)) for cell in cells if text_of(cell)}) <= 1
    full = next((cell for cell in cells if text_of(cell)), cells[0])
    return replace(cells[0], paragraphs=full.paragraphs if same else tuple(texts.values()))


def _added_words(made: Filling, spot: Spot) -> bool:
    """Fill a cell in which all say the same but for the numbers: `cấp tỉnh 3, cấp xã 5`; False where they do not."""
    cells = made.at(spot)
    said = [(unit, cell.paragraphs) for unit, cell in cells if not says_nothing(text_of(cell))]
    sentences = [Sentence(unit, texts[0]) for unit, texts in said if len(texts) == 1]
    if not said or len(sentences) < len(said) or len({sentence.shape for sentence in sentences}) > 1:
        return False
    text, doubt = summed(sentences)
    made.cells[spot] = replace(cells[0][1], paragraphs=(text or Paragraph(),))
    if text is None:
        made.open.add(spot)
    if doubt:
        made.doubt(spot, doubt[:1].lower() + doubt[1:].rstrip("."))
    return True


def _put(made: Filling, spot: Spot, typed: str | None, why: str = "") -> None:
    """Write a value, or nothing, in the format of the first unit that has one there."""
    cells = [cell for _, cell in made.at(spot)]
    full = next((cell for cell in cells if not says_nothing(text_of(cell))), cells[0])
    made.cells[spot] = replace(cells[0], paragraphs=_retyped(full, typed or "").paragraphs)
    if typed is None:
        made.open.add(spot)
    if why:
        made.doubt(spot, why)


def _retyped(cell: Cell, typed: str) -> Cell:
    """The cell with another value, its sign for percent kept."""
    old = bare(text_of(cell))
    if not typed or not old or len(cell.paragraphs) > 1:
        return replace(cell, paragraphs=(paragraph(typed),))
    if old == bare(typed):
        return cell
    start = cell.paragraphs[0].plain.find(old)
    return replace(cell, paragraphs=(spliced(cell.paragraphs[0], [(start, start + len(old), bare(typed))]),))


def _fill_shares(made: Filling, spots: Sequence[Spot]) -> None:
    for spot in spots:
        _put(made, spot, None)
    units: list[Mapping[Spot, str]] = [
        {(row.key, column): text_of(cell) for row in table.rows for column, cell in row.cells.items()}
        for table in made.tables
    ]
    merged = {spot: text_of(cell) for spot, cell in made.cells.items()}
    for spot, typed in shares(Sheets(units, merged), spots).items():
        _put(made, spot, typed, "" if typed is not None else "tỷ lệ không rõ tính từ hai số nào, để trống")
