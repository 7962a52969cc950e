"""The outgoing register in the database: rows are only added, a number is given in the transaction that keeps it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from dataclasses import fields, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import Session

from bcdesk.errors import LineChanged, NumberTaken
from bcdesk.report.register import Book, Entry, Line, Series, Standing
from bcdesk.storage.copies import connected
from bcdesk.storage.rows import quoted
from bcdesk.storage.tables import RegisterRow

_Transaction = Callable[[], AbstractContextManager[Session]]
_OWN = tuple(field.name for field in fields(Line) if field.name != "book")
GIVEN_OTHERWISE = "Báo cáo lấy số {}"


class SqliteRegister:
    """A `bcdesk.session.register.Register`; `writing` takes the lock of the database before it reads."""

    def __init__(self, reading: _Transaction, writing: _Transaction, now: Callable[[], datetime]) -> None:
        self._reading = reading
        self._writing = writing
        self._now = now

    def books(self) -> tuple[Book, ...]:
        """The books in which there is a line, the newest year first."""
        query = select(RegisterRow.year, RegisterRow.body, RegisterRow.series).distinct()
        with self._reading() as session:
            found = [Book(year, body, Series(series)) for year, body, series in session.execute(query)]
        return tuple(sorted(found, key=lambda book: (-book.year, book)))

    def entries(self, book: Book) -> tuple[Entry, ...]:
        """The lines of a book as they hold, by number."""
        with self._reading() as session:
            query = _holding().where(_in(book)).order_by(RegisterRow.number)
            return tuple(map(_entry, session.scalars(query)))

    def trace(self, book: Book, number: int) -> tuple[Entry, ...]:
        """Everything that was written under a number, the first writing first."""
        query = select(RegisterRow).where(_in(book), RegisterRow.number == number)
        with self._reading() as session:
            return tuple(map(_entry, session.scalars(query.order_by(RegisterRow.revision))))

    def next_number(self, book: Book) -> int:
        """The number behind the highest one."""
        with self._reading() as session:
            return _next(session, book)

    def of_report(self, report_id: str) -> Entry | None:
        """The line in which a report has its number."""
        with self._reading() as session:
            return _of_report(session, report_id)

    def give(self, line: Line, who: str, why: str = "") -> Entry:
        """Give the number of the line, or the next one. Raises NumberTaken."""
        with self._writing() as session:
            number = line.number or _next(session, line.book)
            before = _current(session, line.book, number)
            if before is not None and not _is_free_for(before.line, line):
                raise NumberTaken(before.line.reference, before.line.subject)
            self._void_other(session, replace(line, number=number), who)
            return self._add(session, replace(line, number=number), before, who, why)

    def correct(self, entry: Entry, line: Line, who: str, why: str) -> Entry:
        """Write a line of that number anew. Raises LineChanged where `entry` does not hold any more."""
        with self._writing() as session:
            before = _current(session, entry.line.book, entry.line.number)
            if before is None or before.revision != entry.revision:
                raise LineChanged
            meant = replace(line, book=entry.line.book, number=entry.line.number)
            return before if meant == before.line else self._add(session, meant, before, who, why)

    def _void_other(self, session: Session, line: Line, who: str) -> None:
        """A report has one number: another it was given before, and was not issued with, is void."""
        held = _of_report(session, line.report_id) if line.report_id else None
        if held is not None and (held.line.book, held.line.number) != (line.book, line.number):
            void = replace(held.line, standing=Standing.VOID)
            self._add(session, void, held, who, GIVEN_OTHERWISE.format(line.reference))

    def _add(self, session: Session, line: Line, before: Entry | None, who: str, why: str) -> Entry:
        if before is not None and before.line == line:
            return before
        entry = Entry(line, before.revision + 1 if before else 0, who, self._now(), why)
        session.add(_row(entry))
        session.flush()
        return entry


def bring_lines(source: Path, target: Path) -> None:
    """Let every line of the database `source` be in `target` too: a number once given stays given."""
    with closing(connected(target)) as connection:
        connection.execute("ATTACH ? AS now", (str(source),))
        names = quoted(RegisterRow.__table__.columns.keys())
        lines = f"SELECT {names} FROM now.register_line"  # noqa: S608  # our own names
        connection.execute(f"INSERT OR IGNORE INTO main.register_line ({names}) {lines}")
        connection.commit()


def _in(book: Book) -> ColumnElement[bool]:
    return and_(RegisterRow.year == book.year, RegisterRow.body == book.body, RegisterRow.series == book.series.value)


def _holding() -> Select[RegisterRow]:
    """The rows no later one of their number stands behind."""
    key = (RegisterRow.year, RegisterRow.body, RegisterRow.series, RegisterRow.number)
    last = select(*key, func.max(RegisterRow.revision).label("revision")).group_by(*key).subquery()
    same = and_(*(column == last.c[column.key] for column in key), RegisterRow.revision == last.c.revision)
    return select(RegisterRow).join(last, same)


def _next(session: Session, book: Book) -> int:
    highest = session.scalar(select(func.max(RegisterRow.number)).where(_in(book)))
    return (highest or 0) + 1


def _current(session: Session, book: Book, number: int) -> Entry | None:
    row = session.scalar(_holding().where(_in(book), RegisterRow.number == number))
    return _entry(row) if row else None


def _of_report(session: Session, report_id: str) -> Entry | None:
    has = (RegisterRow.report_id == report_id, RegisterRow.standing == Standing.GIVEN.value)
    row = session.scalars(_holding().where(*has).order_by(RegisterRow.at.desc())).first()
    return _entry(row) if row else None


def _is_free_for(held: Line, line: Line) -> bool:
    own = held.report_id and held.report_id == line.report_id
    return held.standing is Standing.RESERVED or (bool(own) and held.standing is Standing.GIVEN)


def _entry(row: RegisterRow) -> Entry:
    said = {name: getattr(row, name) for name in _OWN}
    line = Line(Book(row.year, row.body, Series(row.series)), **{**said, "standing": Standing(row.standing)})
    return Entry(line, row.revision, row.who, row.at, row.why)


def _row(entry: Entry) -> RegisterRow:
    line, book = entry.line, entry.line.book
    said = {name: getattr(line, name) for name in _OWN}
    return RegisterRow(
        year=book.year, body=book.body, series=book.series.value, revision=entry.revision,
        who=entry.who, why=entry.why, at=entry.at, **{**said, "standing": line.standing.value},
    )  # fmt: skip
