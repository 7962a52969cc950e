"""The command line: the same program without its window, for scripts, tests and machines without a display.

Exit codes: 0 done, 1 the self-test found a fault, 2 a wrong call, 3 a known error, told in one sentence on stderr.
"""

from __future__ import annotations

import os
import re
import sys
from argparse import ArgumentParser, HelpFormatter, Namespace
from collections.abc import Iterable
from contextlib import closing
from datetime import datetime
from functools import cache
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from bcdesk import __version__
from bcdesk.errors import KnownError

if TYPE_CHECKING:
    from bcdesk.press.paper import Paper
    from bcdesk.report.office import Office
    from bcdesk.report.report import Report
    from bcdesk.storage.reports import SqliteStore

DONE, FAULTY, WRONG_CALL, KNOWN_ERROR = 0, 1, 2, 3
PNG_DPI = 150


def main(arguments: list[str] | None = None) -> int:
    """Do what the arguments ask for; the exit code."""
    speak_utf8()
    try:
        asked = _parser().parse_args(arguments)
        code: int = asked.run(asked)
    except KnownError as error:
        print(error, file=sys.stderr)
        return KNOWN_ERROR
    except SystemExit as done:  # argparse leaves this way after --help and --version
        return int(done.code or DONE)
    except _WrongCall as error:
        print(error, file=sys.stderr)
        return WRONG_CALL
    return code


def speak_utf8() -> None:
    """Vietnamese on every console and in every pipe; a program without a console has no streams at all."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def open_window(asked: Namespace) -> int:
    """The window, on the data folder asked for; or the self-test."""
    if asked.self_test:
        return self_test()
    from bcdesk import app

    return app.run(asked.data_dir)


def import_report(asked: Namespace) -> int:
    """An old report as a .bcdesk file, and on stdout what was read otherwise than it was typed."""
    from dataclasses import replace

    from bcdesk.intake.files import read_file, read_office
    from bcdesk.parcel.bundle import pack
    from bcdesk.press.files import write_whole

    kind = _known_kind(asked.kind)
    intake = read_file(asked.source, read_office(asked.office) if asked.office else office_of(asked.data_dir))
    report = replace(intake.report, kind=kind) if kind else intake.report
    for note in intake.notes:
        print(f"- {note.words}")
    print(f"Đã nhập vào {write_whole(asked.output, pack(report))}")
    return DONE


def export_report(asked: Namespace) -> int:
    """A report as Word file, PDF and pictures of its pages."""
    from bcdesk.intake.files import read_file

    if not (asked.docx or asked.pdf or asked.png):
        raise _WrongCall("Chưa nói xuất thành gì. Thêm --docx, --pdf hoặc --png.")
    paper = paper_of(read_file(asked.source).report)
    for path in written(paper, asked.docx, asked.pdf, asked.png):
        print(f"Đã xuất {path}")
    return DONE


def list_reports(asked: Namespace) -> int:
    """The reports of the data folder, the last changed first; of those asked for, the ones in which all words stand."""
    with closing(_store(asked.data_dir)) as store:
        rows = store.search(" ".join(asked.words)) if asked.words else store.listed()
    for row in rows:
        print(f"{row.changed_at.astimezone():%d/%m/%Y %H:%M}  {row.title}")
    if not rows:
        print("Không có báo cáo nào.")
    return DONE


def self_test() -> int:
    """The main job from text to paper and back in a new data folder; says what went wrong, if anything."""
    from tempfile import TemporaryDirectory

    from bcdesk.intake.files import read_file
    from bcdesk.places import resources

    with TemporaryDirectory(prefix="bcdesk-") as folder:
        sample = next((resources() / "samples").glob("*.txt"))
        report = read_file(sample).report
        faults = list(_faults(report, Path(folder)))
    for fault in faults:
        print(f"Tự kiểm tra: {fault}", file=sys.stderr)
    if not faults:
        print("Tự kiểm tra: đạt.")
    return FAULTY if faults else DONE


def _faults(report: Report, folder: Path) -> Iterable[str]:
    """Save, reopen, export, read back: each step that does not give what went in."""
    from bcdesk.intake.files import read_file

    with closing(_store(folder)) as store:
        kept = store.create(report)
    with closing(_store(folder)) as store:
        if store.load(kept).report != report:
            yield "báo cáo mở lại không giống báo cáo đã lưu."
    docx, pdf = written(paper_of(report), folder / "bao-cao.docx", folder / "bao-cao.pdf", None)
    if read_file(docx).report.sections != report.sections:
        yield "tệp Word đọc lại không giống báo cáo."
    if not pdf.read_bytes().startswith(b"%PDF"):
        yield "tệp PDF không đúng."


def office_of(folder: Path) -> Office | None:
    """The profile of the office that works in a data folder; None where nobody has yet."""
    from bcdesk.storage.database import FILE_NAME
    from bcdesk.ui.remembered import Remembered

    if not (folder / FILE_NAME).exists():
        return None
    with closing(_store(folder)) as store:
        return Remembered(store).office(datetime.now().astimezone().date())


def paper_of(report: Report) -> Paper:
    """The report on paper, in the typeface of this machine."""
    application()
    from bcdesk.painting.fonts import FontMeasure
    from bcdesk.press.paper import Press

    return Press(FontMeasure()).paper(report)


@cache
def application() -> object:
    """Qt, for its fonts and its painter; no display is asked for where the user has not chosen one."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if os.environ.get("LC_ALL") in {"C", "POSIX"}:  # Qt would say in English that it needs UTF-8
        os.environ["LC_ALL"] = "C.UTF-8"
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication.instance() or QGuiApplication(["bcdesk"])


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


def _store(folder: Path) -> SqliteStore:
    from bcdesk.storage.database import open_store

    return open_store(folder)


def _known_kind(kind: str | None) -> str | None:
    from bcdesk.report.kinds import load_kinds

    known = [each.id for each in load_kinds()]
    if kind and kind not in known:
        raise _WrongCall(f"Không có loại báo cáo “{kind}”. Các loại có sẵn: {', '.join(known)}.")
    return kind


class _WrongCall(Exception):
    """The arguments make no call; the text says which call would."""


class _VietnameseHelp(HelpFormatter):
    """Help without argparse's English."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """The line of usage."""
        super().add_usage(usage, actions, groups, "Cách gọi: " if prefix is None else prefix)


# What argparse says of a wrong call, and what is said instead.
_WRONG = (
    (re.compile("the following arguments are required: (.*)"), "Còn thiếu {}."),
    (re.compile("unrecognized arguments: (.*)"), "Không hiểu “{}”."),
    (re.compile("argument (.*?): expected .*"), "Sau {} còn thiếu một giá trị."),
    (re.compile("argument .*?: invalid choice: '(.*?)' .*"), "Không có lệnh “{}”."),
)


class _Parser(ArgumentParser):
    """Reads arguments, and speaks Vietnamese of what it cannot read."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=_VietnameseHelp, add_help=False, allow_abbrev=False, **options)
        self.group = self.add_argument_group("Tham số")
        self.group.add_argument("-h", "--help", action="help", help="xem cách gọi rồi thôi")

    def error(self, message: str) -> NoReturn:
        """Raises a wrong call with the sentence for `message`."""
        matches = ((pattern.fullmatch(message), words) for pattern, words in _WRONG)
        told = next((words.format(found[1]) for found, words in matches if found), "Lệnh chưa đúng.")
        raise _WrongCall(f"{told} {self.format_usage().strip()}")


def _parser() -> _Parser:
    from bcdesk.places import data_folder

    parser = _Parser(prog="bcdesk", description="Bàn soạn báo cáo của cơ quan cấp xã. Không có lệnh nào: mở cửa sổ.")
    parser.set_defaults(run=open_window)
    parser.group.add_argument(
        "--data-dir",
        type=Path,
        metavar="THƯ_MỤC",
        default=data_folder(),
        help="thư mục dữ liệu khác thư mục thường dùng",
    )
    parser.group.add_argument("--self-test", action="store_true", help="tự kiểm tra: lưu, mở lại, xuất, đọc lại")
    parser.group.add_argument(
        "--version", action="version", version=f"bcdesk {__version__}", help="xem số phiên bản rồi thôi"
    )
    commands = parser.add_subparsers(title="Lệnh", metavar="LỆNH")
    _add_import(commands)
    _add_export(commands)
    listing = commands.add_parser("list", help="danh sách báo cáo đã lưu")
    listing.set_defaults(run=list_reports, words=())
    search = commands.add_parser("search", help="tìm trong các báo cáo đã lưu")
    search.group.add_argument("words", nargs="+", metavar="CHỮ", help="những chữ cần tìm, có dấu hoặc không dấu")
    search.set_defaults(run=list_reports)
    return parser


def _add_import(commands: Any) -> None:
    parser = commands.add_parser("import", help="nhập một báo cáo cũ")
    parser.group.add_argument("source", type=Path, metavar="BÁO_CÁO_CŨ", help="tệp .docx, .txt hoặc .bcdesk")
    parser.group.add_argument("-o", dest="output", type=Path, metavar="TỆP", required=True, help="tệp .bcdesk sẽ ghi")
    parser.group.add_argument("--kind", metavar="LOẠI", help="mã loại báo cáo; không nói thì đoán theo trích yếu")
    parser.group.add_argument("--office", type=Path, metavar="TỆP", help="hồ sơ đơn vị ban hành (.json hoặc .bcdesk)")
    parser.set_defaults(run=import_report)


def _add_export(commands: Any) -> None:
    parser = commands.add_parser("export", help="xuất báo cáo ra giấy")
    parser.group.add_argument("source", type=Path, metavar="BÁO_CÁO", help="tệp .bcdesk, .docx hoặc .txt")
    parser.group.add_argument("--docx", type=Path, metavar="TỆP", help="tệp Word sẽ ghi")
    parser.group.add_argument("--pdf", type=Path, metavar="TỆP", help="tệp PDF sẽ ghi")
    parser.group.add_argument("--png", type=Path, metavar="THƯ_MỤC", help="thư mục để ghi ảnh từng trang")
    parser.set_defaults(run=export_report)
