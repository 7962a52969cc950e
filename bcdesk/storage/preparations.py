"""What was made ready to be sent, kept with its report."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bcdesk.report.prepared import Preparation, PreparedFile
from bcdesk.storage.tables import PreparationRow


def preparations_of(session: Session, report_id: str) -> tuple[Preparation, ...]:
    """What was made ready with a report, the newest first."""
    query = select(PreparationRow).where(PreparationRow.report_id == report_id).order_by(PreparationRow.id.desc())
    return tuple(Preparation(row.at, row.folder, tuple(map(_file, row.files))) for row in session.scalars(query))


def keep_preparation(session: Session, report_id: str, preparation: Preparation) -> None:
    """Remember what was made ready."""
    files = [asdict(file) for file in preparation.files]
    session.add(PreparationRow(report_id=report_id, at=preparation.at, folder=preparation.folder, files=files))


def _file(plain: dict[str, Any]) -> PreparedFile:
    return PreparedFile(str(plain["name"]), str(plain["sha256"]), int(plain["size"]))
