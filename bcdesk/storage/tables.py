"""The tables, as typed rows; a change here needs a revision in `migrations/versions/` and a new `HEAD`.

A report is a skeleton and the parts it names by their sha256; so is a version of it, and a step of undo is what it
changes in the skeleton. `report_part`, `version_part` and `undo_step_part` say who holds which part: the database
itself then refuses to lose a part that is needed.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, Connection, DateTime, Dialect, ForeignKey, Index, MetaData, Text, TypeDecorator, event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

HEAD = "0006"
APPLICATION_ID = 0x62636465  # "bcde" in the file's header


class Moment(TypeDecorator[datetime]):
    """A point of time, kept in UTC and given back in the local zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  # the base class names it
        """The time as SQLite keeps it."""
        return value and value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  # the base class names it
        """The time as the clerk's clock shows it."""
        return value and value.replace(tzinfo=UTC).astimezone()


class Base(DeclarativeBase):
    """Every constraint has a name, so that a later revision can change it."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "ix": "ix_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {str: Text, datetime: Moment}


class ReportRow(Base):
    """A report: what the list and the calendar show, and its skeleton."""

    __tablename__ = "report"
    __table_args__ = (Index(None, "removed_at", "changed_at"),)  # the order of the list

    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    period: Mapped[str]
    title: Mapped[str]
    drafter: Mapped[str]
    state: Mapped[str]
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]
    skeleton: Mapped[str]
    signer: Mapped[str] = mapped_column(server_default="")
    request: Mapped[str] = mapped_column(server_default="")
    due: Mapped[str] = mapped_column(server_default="")


class ReportTextRow(Base):
    """What a report is found by: its lines as typed, and folded; the last written text has the highest number."""

    __tablename__ = "report_text"

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[str] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"), unique=True)
    marked: Mapped[str]
    folded: Mapped[str]


# The index of those words follows the table whoever writes it. No marks are taken off by SQLite, whose `đ` stays `đ`
# (`vietnamese` §6).
_INDEX = (
    """CREATE VIRTUAL TABLE report_index USING fts5(marked, folded, content='report_text', content_rowid='id',
    tokenize='unicode61 remove_diacritics 0')""",
    """CREATE TRIGGER report_text_added AFTER INSERT ON report_text BEGIN
    INSERT INTO report_index(rowid, marked, folded) VALUES (new.id, new.marked, new.folded); END""",
    """CREATE TRIGGER report_text_gone AFTER DELETE ON report_text BEGIN
    INSERT INTO report_index(report_index, rowid, marked, folded)
    VALUES ('delete', old.id, old.marked, old.folded); END""",
    """CREATE TRIGGER report_text_changed AFTER UPDATE ON report_text BEGIN
    INSERT INTO report_index(report_index, rowid, marked, folded)
    VALUES ('delete', old.id, old.marked, old.folded);
    INSERT INTO report_index(rowid, marked, folded) VALUES (new.id, new.marked, new.folded); END""",
)

TRIGGERS = frozenset(_INDEX[1:])
"""All triggers a database of ours may have, those of older revisions too."""


@event.listens_for(ReportTextRow.__table__, "after_create")
def _make_index(_table: object, connection: Connection, **_rest: object) -> None:
    for statement in _INDEX:
        connection.exec_driver_sql(statement)


class SearchDueRow(Base):
    """That a report was saved since its text was written for searching."""

    __tablename__ = "search_due"
    __table_args__ = ({"sqlite_with_rowid": False},)

    report_id: Mapped[str] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"), primary_key=True)


class PartRow(Base):
    """A paragraph, table or picture, addressed by what it says."""

    __tablename__ = "part"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    body: Mapped[str]


class ReportPartRow(Base):
    """That a report holds a part."""

    __tablename__ = "report_part"
    __table_args__ = (Index(None, "sha256"), {"sqlite_with_rowid": False})

    report_id: Mapped[str] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"), primary_key=True)
    sha256: Mapped[str] = mapped_column(ForeignKey("part.sha256"), primary_key=True)


class VersionRow(Base):
    """A report as it was at some time; `event` is empty for one that was kept without being asked for."""

    __tablename__ = "version"
    __table_args__ = (Index(None, "report_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[str] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"))
    at: Mapped[datetime]
    event: Mapped[str]
    skeleton: Mapped[str]


class VersionPartRow(Base):
    """That a version holds a part."""

    __tablename__ = "version_part"
    __table_args__ = (Index(None, "sha256"), {"sqlite_with_rowid": False})

    version_id: Mapped[int] = mapped_column(ForeignKey("version.id", ondelete="CASCADE"), primary_key=True)
    sha256: Mapped[str] = mapped_column(ForeignKey("part.sha256"), primary_key=True)


class StepRow(Base):
    """A step of undo: in the skeleton of before, `added` came at `start` in the place of `removed`.

    The rows of a report, in the order of their ids, are one chain: `before` and `after` are the sha256 of the
    skeletons. `token` names this very step.
    """

    __tablename__ = "undo_step"
    __table_args__ = (Index(None, "report_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[str] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"))
    token: Mapped[str]
    taken_back: Mapped[bool]
    place: Mapped[str]
    words: Mapped[str]
    before: Mapped[str]
    after: Mapped[str]
    start: Mapped[int]
    removed: Mapped[str]
    added: Mapped[str]


class StepPartRow(Base):
    """That a step of undo holds a part: one that only the report before it has, or only that after it."""

    __tablename__ = "undo_step_part"
    __table_args__ = (Index(None, "sha256"), {"sqlite_with_rowid": False})

    step_id: Mapped[int] = mapped_column(ForeignKey("undo_step.id", ondelete="CASCADE"), primary_key=True)
    sha256: Mapped[str] = mapped_column(ForeignKey("part.sha256"), primary_key=True)


class PreparationRow(Base):
    """What was made ready to be sent with a report; `files` are names, hashes and sizes."""

    __tablename__ = "preparation"
    __table_args__ = (Index(None, "report_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[str] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"))
    at: Mapped[datetime]
    folder: Mapped[str]
    files: Mapped[list[dict[str, object]]] = mapped_column(JSON)


class RegisterRow(Base):
    """What was written under a number of the outgoing register; rows are only ever added.

    The key refuses a number a second time, whoever asks. It refers to no report: the register outlives them.
    """

    __tablename__ = "register_line"
    __table_args__ = (Index(None, "report_id"),)

    year: Mapped[int] = mapped_column(primary_key=True)
    body: Mapped[str] = mapped_column(primary_key=True)
    series: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True)
    standing: Mapped[str]
    dated: Mapped[date | None]
    sent: Mapped[date | None]
    symbol: Mapped[str]
    subject: Mapped[str]
    signer: Mapped[str]
    recipients: Mapped[str]
    keeper: Mapped[str]
    copies: Mapped[str]
    note: Mapped[str]
    report_id: Mapped[str]
    who: Mapped[str]
    why: Mapped[str]
    at: Mapped[datetime]


class SettingRow(Base):
    """A remembered value: an office profile, the drafters, the print dialog."""

    __tablename__ = "setting"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[object] = mapped_column(JSON)
