"""Finding reports by their words, with marks or without, in the index that `indexing` keeps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, Integer, column, select, table, text
from sqlalchemy.orm import Session

from bcdesk.report.excerpt import excerpt, words_of
from bcdesk.report.kept import Found, Wanted
from bcdesk.storage.listing import LISTED, listed_of
from bcdesk.storage.tables import ReportRow, ReportTextRow
from bcdesk.vietnamese.folding import fold

_SHORTEST_BEGINNING = 2  # letters: one letter begins half of all words
_index = table("report_index", column("rowid", Integer))
_MATCHES = text("report_index MATCH :expression")


def found_reports(session: Session, query: str, wanted: Wanted, most: int) -> tuple[Found, ...]:
    """The likeliest `most` reports, each with a line that has the words."""
    words = words_of(query)
    numbers: dict[int, None] = {}
    for expression in _expressions(words, still_typed=not query[-1:].isspace()):
        if len(numbers) < most:
            numbers.update(dict.fromkeys(_numbers(session, expression, wanted, most)))
    return _found(session, list(numbers)[:most], words) if numbers else ()


def _expressions(words: Sequence[str], *, still_typed: bool) -> Iterator[str]:
    """What to look for in turn: whole words before beginnings, marks as typed before others, side by side first."""
    if not words:
        return
    folded = [fold(word) for word in words]
    open_ends = [False, True] if still_typed and len(words[-1]) >= _SHORTEST_BEGINNING else [False]
    for open_end in open_ends:
        end = "*" if open_end else ""
        for name, wanted in (("marked", words), ("folded", folded)):
            for between in ('" AND "', " ")[len(words) == 1 :][::-1]:
                yield f'{name} : ("{between.join(wanted)}"{end})'


def _numbers(session: Session, expression: str, wanted: Wanted, most: int) -> Sequence[int]:
    """The numbers of the texts in which it stands, the highest first; the index gives them in that order."""
    rows = select(_index.c.rowid).where(_MATCHES, ReportRow.removed_at.is_(None), *_conditions(wanted))
    joined = rows.join_from(_index, ReportTextRow, ReportTextRow.id == _index.c.rowid).join(ReportRow)
    ordered = joined.order_by(_index.c.rowid.desc()).limit(most)
    return session.scalars(ordered, {"expression": expression}).all()


def _conditions(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    for name in ("kind", "period", "signer", "drafter", "state"):
        if value := getattr(wanted, name):
            yield getattr(ReportRow, name) == value
    if wanted.year:
        yield ReportRow.period.endswith(wanted.year, autoescape=True)


def _found(session: Session, numbers: Sequence[int], words: Sequence[str]) -> tuple[Found, ...]:
    rows = select(ReportTextRow.id.label("place"), ReportTextRow.marked, ReportTextRow.folded, *LISTED)
    rows = rows.join(ReportRow).where(ReportTextRow.id.in_(numbers))
    found = {}
    for row in session.execute(rows):
        lines, folded = row.marked.split("\n"), row.folded.split("\n")
        found[row.place] = Found(listed_of(row), excerpt(lines, folded, words))
    return tuple(found[number] for number in numbers)
