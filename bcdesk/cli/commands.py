"""What the commands do: each reads, asks the packages below, and prints where the result is."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from contextlib import closing
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from bcdesk.cli.arguments import WrongCall
from bcdesk.cli.mail import signed_copy_in, write_draft

if TYPE_CHECKING:
    from bcdesk.press.paper import Paper
    from bcdesk.report.kept import Listed
    from bcdesk.report.kinds import Kind
    from bcdesk.report.office import Office
    from bcdesk.report.report import Report
    from bcdesk.storage.reports import SqliteStore

PNG_DPI = 150


def import_report(asked: Namespace) -> None:
    """An old report as a .bcdesk file, and on stdout what was read otherwise than it was typed."""
    from dataclasses import replace

    from bcdesk.intake.files import read_file, read_office
    from bcdesk.intake.guesses import of_kinds
    from bcdesk.parcel.bundle import pack
    from bcdesk.press.files import write_whole

    kinds = kinds_of(asked.data_dir)
    kind = _known_kind(asked.kind, kinds)
    office = read_office(asked.office) if asked.office else office_of(asked.data_dir)
    intake = of_kinds(read_file(asked.source, office), kinds)
    report = replace(intake.report, kind=kind) if kind else intake.report
    for note in intake.notes:
        print(f"- {note.words}")
    print(f"Đã nhập vào {write_whole(asked.output, pack(report, intake.signed_copy))}")


def export_report(asked: Namespace) -> None:
    """A report as Word file, PDF, pictures, mail draft; a text that is not the one signed is told on stderr."""
    from bcdesk.errors import NotAsSigned
    from bcdesk.intake.files import read_file
    from bcdesk.report.fingerprint import is_as_signed

    if not (asked.docx or asked.pdf or asked.png or asked.eml):
        raise WrongCall("Chưa nói xuất thành gì. Thêm --docx, --pdf, --png hoặc --eml.")
    intake = read_file(asked.source)
    if not is_as_signed(intake.report):
        print(NotAsSigned(), file=sys.stderr)
    paper = paper_of(intake.report)
    for path in written(paper, asked.docx, asked.pdf, asked.png):
        print(f"Đã xuất {path}")
    if asked.eml:
        signed = intake.signed_copy or signed_copy_in(asked.data_dir, intake.report)
        print(f"Đã xuất {write_draft(asked.eml, paper, signed)}")


def list_reports(asked: Namespace) -> None:
    """The reports of the data folder, the last changed first."""
    with closing(store_in(asked.data_dir)) as store:
        rows = store.listed()
    for row in rows:
        print(_listed_line(row))
    if not rows:
        print("Không có báo cáo nào.")


def search_reports(asked: Namespace) -> None:
    """The reports in which all the words stand, the likeliest first, each with a line that has them."""
    words = " ".join(asked.words)
    with closing(store_in(asked.data_dir)) as store:
        found = store.search(words)
    for each in found:
        print(f"{_listed_line(each.listed)}\n    {each.excerpt.text}")
    if not found:
        print(f"Không có báo cáo nào có “{words}”.")


def _listed_line(listed: Listed) -> str:
    return f"{listed.changed_at.astimezone():%d/%m/%Y %H:%M}  {listed.title}"


def office_of(folder: Path) -> Office | None:
    """The profile of the office that works in a data folder; None where nobody has yet."""
    from bcdesk.session.settings import Settings
    from bcdesk.storage.database import FILE_NAME

    if not (folder / FILE_NAME).exists():
        return None
    with closing(store_in(folder)) as store:
        return Settings(store).office(datetime.now().astimezone().date())


def kinds_of(folder: Path) -> tuple[Kind, ...]:
    """The kinds of report there are, the templates of the office that works in a data folder first."""
    from bcdesk.report.kinds import load_kinds
    from bcdesk.session.templates import Templates
    from bcdesk.storage.database import FILE_NAME

    if not (folder / FILE_NAME).exists():
        return load_kinds()
    with closing(store_in(folder)) as store:
        return Templates(store).kinds


def paper_of(report: Report) -> Paper:
    """The report on paper, in the typeface of this machine."""
    application()
    from bcdesk.painting.fonts import FontMeasure
    from bcdesk.press.paper import Press

    return Press(FontMeasure()).paper(report)


@cache
def application() -> object:
    """Qt, for its fonts and its painter; no display is asked for where the user has not chosen one."""
    ask_no_display()
    if os.environ.get("LC_ALL") in {"C", "POSIX"}:  # Qt would say in English that it needs UTF-8
        os.environ["LC_ALL"] = "C.UTF-8"
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication.instance() or QGuiApplication(["bcdesk"])


def ask_no_display() -> None:
    """Let Qt do without a screen, where it then still finds the fonts: its offscreen platform has none on Windows."""
    if sys.platform != "win32":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def written(paper: Paper, docx: Path | None, pdf: Path | None, png: Path | None) -> list[Path]:
    """Write the papers asked for, each whole or not at all; the paths they got. `png` is a folder for the pages."""
    from bcdesk.press.files import make_folder, write_whole

    files = [(docx, paper.docx())] if docx else []
    if pdf:
        from bcdesk.painting.pdf import pdf as pdf_of

        files.append((pdf, pdf_of(paper.pages, paper.sheet.title)))
    if png:
        from bcdesk.painting.painter import page_png

        make_folder(png)
        files.extend((png / f"trang-{at}.png", page_png(page, PNG_DPI)) for at, page in enumerate(paper.pages, 1))
    return [write_whole(path, data) for path, data in files]


def store_in(folder: Path) -> SqliteStore:
    """The reports of a data folder."""
    from bcdesk.storage.database import open_store

    return open_store(folder)


def _known_kind(kind: str | None, kinds: tuple[Kind, ...]) -> str | None:
    known = [each.id for each in kinds]
    if kind and kind not in known:
        raise WrongCall(f"Không có loại báo cáo “{kind}”. Các loại có sẵn: {', '.join(known)}.")
    return kind
