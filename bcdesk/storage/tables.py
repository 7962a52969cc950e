"""The tables, as typed rows; a change here needs a revision in `migrations/versions/` and a new `HEAD`.

A report is a skeleton and the parts it names by their sha256. `report_part` says which report holds which part: the
database itself then refuses to lose a part that is needed.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, DateTime, Dialect, ForeignKey, Index, MetaData, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

HEAD = "0001"
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
    """A report: what the list shows, its skeleton, and its words for searching."""

    __tablename__ = "report"

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
    words: Mapped[str]


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


class SettingRow(Base):
    """A remembered value: an office profile, the drafters, the print dialog."""

    __tablename__ = "setting"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[object] = mapped_column(JSON)
