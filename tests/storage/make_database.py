"""Makes the small real database of the newest schema that is kept for ever: `python -m tests.storage.make_database`.

Run it once for each new revision, before the next one is written, and commit the file.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from bcdesk.report.edits import SetField
from bcdesk.report.prepared import Preparation, prepared_file
from bcdesk.report.register import Book, Line, Series, Standing
from bcdesk.report.report import Paragraph, Report, Run, State, paragraph
from bcdesk.session.session import Session
from bcdesk.storage.database import FILE_NAME, open_store
from bcdesk.storage.tables import HEAD
from tests.session.reports import report, typed

DATABASES = Path(__file__).parent / "databases"
PROFILE = {"name": "Ba Tơ", "unit": "xã"}
EVENT = "trình lần 1"
LINE = Line(
    Book(2024, "UBND", Series.GENERAL), 37, Standing.OUTSIDE, "CV-UBND", date(2024, 4, 5), "Mời họp", copies="5"
)
PREPARATION = Preparation(
    datetime(2024, 4, 5, 9, 30, tzinfo=UTC), "Báo cáo/2024", (prepared_file("37-BC-UBND.docx", b"PK"),)
)


def first() -> Report:
    bold = Paragraph((Run("Kết quả: "), Run("đạt 100%", bold=True)))
    value = replace(report("Tuyên truyền cải cách hành chính"), subject=("Công tác tuyên truyền", "quý I năm 2024"))
    return replace(value, opening=(bold,), recipients=("UBND tỉnh;", "Lưu: VT."), drafter="Lan", number="15")


def worked_on() -> Session:
    session = Session(report("Hội nghị"))
    session.change(typed("Hội nghị tập huấn"))
    session.change(typed("Không có", "s2"))
    session.change(SetField("state", State.SUBMITTED))
    return session


def second() -> Report:
    return worked_on().report


def removed() -> Report:
    return replace(report("Đã bỏ"), closing=(paragraph("Trên đây là báo cáo."),))


def fill(folder: Path) -> None:
    store = open_store(folder)
    store.create(first())
    report_id, session = store.create(report("Hội nghị")), worked_on()
    store.save(report_id, session.report, session.trail)
    store.keep_version(report_id, session.report, EVENT)
    store.remove(store.create(removed()))
    store.keep_setting("offices", [PROFILE])
    store.register.give(LINE, "Lan")
    store.keep_preparation(report_id, PREPARATION)
    store.close()


def main() -> None:
    with TemporaryDirectory() as folder:
        fill(Path(folder))
        (DATABASES / f"{HEAD}.sqlite").write_bytes((Path(folder) / FILE_NAME).read_bytes())


if __name__ == "__main__":
    main()
