"""The command line: the same program without its window, for scripts, tests and machines without a display.

Exit codes: 0 done, 1 the self-test found a fault or the check something wrong, 2 a wrong call, 3 a known error, told
in one sentence on stderr.
"""

from __future__ import annotations

import gc
import os
import sys
from argparse import Namespace
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from bcdesk import __version__
from bcdesk.cli.arguments import Parser, WrongCall
from bcdesk.cli.backups import back_up, restore
from bcdesk.cli.check import check_file
from bcdesk.cli.commands import export_report, import_report, list_reports, search_reports
from bcdesk.cli.merge import merge_reports
from bcdesk.cli.next_report import next_report
from bcdesk.errors import KnownError
from bcdesk.places import data_folder

DONE, FAULTY, WRONG_CALL, KNOWN_ERROR = 0, 1, 2, 3
# What a start makes stays: looked through for garbage as often as Python does by itself, it takes a sixth longer.
START_MAKES = (50_000, 20, 20)


def main(arguments: list[str] | None = None) -> int:
    """Do what the arguments ask for; the exit code."""
    speak_utf8()
    try:
        asked = _parser().parse_args(_meant(sys.argv[1:] if arguments is None else arguments))
        code: int | None = asked.run(asked)
        if sys.stdout:
            sys.stdout.flush()
    except KnownError as error:
        print(error, file=sys.stderr)
        return KNOWN_ERROR
    except SystemExit as done:  # argparse leaves this way after --help and --version
        return int(done.code or DONE)
    except WrongCall as error:
        print(error, file=sys.stderr)
        return WRONG_CALL
    except BrokenPipeError:
        _tell_nobody()
        return DONE
    return code or DONE


def _tell_nobody() -> None:
    """Whoever read the output has enough of it (`| head`); what Python still has to write would fail once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _meant(arguments: list[str]) -> list[str]:
    """A file alone is one that was double-clicked: the window is to open it."""
    file = Path(arguments[0]) if len(arguments) == 1 else None
    return ["open", *arguments] if file and file.suffix and file.is_file() else arguments


def speak_utf8() -> None:
    """Vietnamese on every console and in every pipe; a program without a console has no streams at all."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def open_window(asked: Namespace) -> int:
    """The window, on the data folder asked for, with the file it is to take; or the self-test, or a fault report."""
    if asked.self_test:
        from bcdesk.cli.selftest import self_test

        return DONE if self_test() else FAULTY
    if asked.fault_report:
        from bcdesk.cli.faults import write_fault_report

        write_fault_report(asked.data_dir, asked.fault_report)
        return DONE
    gc.set_threshold(*START_MAKES)
    from bcdesk import app

    return app.run(asked.data_dir, asked.source)


def _parser() -> Parser:
    parser = Parser(prog="bcdesk", description="Bàn soạn báo cáo của cơ quan cấp xã. Không có lệnh nào: mở cửa sổ.")
    parser.set_defaults(run=open_window, source=None)
    _add_general(parser)
    commands = parser.add_subparsers(title="Lệnh", metavar="LỆNH")
    opening = commands.add_parser("open", help="mở cửa sổ với một tệp báo cáo")
    opening.group.add_argument("source", type=Path, metavar="TỆP", help="tệp .bcdesk, .docx hoặc .txt")
    opening.set_defaults(run=open_window)
    _add_import(commands)
    _add_next(commands)
    _add_merge(commands)
    _add_check(commands)
    _add_export(commands)
    listing = commands.add_parser("list", help="danh sách báo cáo đã lưu")
    listing.set_defaults(run=list_reports)
    search = commands.add_parser("search", help="tìm trong các báo cáo đã lưu")
    search.group.add_argument("words", nargs="+", metavar="CHỮ", help="những chữ cần tìm, có dấu hoặc không dấu")
    search.set_defaults(run=search_reports)
    _add_backups(commands)
    return parser


def _add_general(parser: Parser) -> None:
    parser.group.add_argument(
        "--data-dir",
        type=Path,
        metavar="THƯ_MỤC",
        default=data_folder(),
        help="thư mục dữ liệu khác thư mục thường dùng",
    )
    parser.group.add_argument("--self-test", action="store_true", help="tự kiểm tra: lưu, mở lại, xuất, đọc lại")
    parser.group.add_argument(
        "--fault-report", type=Path, metavar="TỆP", help="ghi báo lỗi cho người hỗ trợ, không có nội dung báo cáo"
    )
    parser.group.add_argument(
        "--version", action="version", version=f"bcdesk {__version__}", help="xem số phiên bản rồi thôi"
    )


def _add_backups(commands: Any) -> None:
    backup = commands.add_parser("backup", help="sao lưu ngay mọi báo cáo đã lưu")
    backup.set_defaults(run=back_up)
    restoring = commands.add_parser("restore", help="xem các bản sao lưu, hoặc phục hồi một bản")
    restoring.group.add_argument("backup", nargs="?", metavar="BẢN", help="tên hoặc đường dẫn của bản cần phục hồi")
    restoring.group.add_argument("--rescue", action="store_true", help="cứu dữ liệu bị hỏng, lấy thêm từ bản sao lưu")
    restoring.set_defaults(run=restore)


def _add_import(commands: Any) -> None:
    parser = commands.add_parser("import", help="nhập một báo cáo cũ")
    parser.group.add_argument("source", type=Path, metavar="BÁO_CÁO_CŨ", help="tệp .docx, .txt hoặc .bcdesk")
    parser.group.add_argument("-o", dest="output", type=Path, metavar="TỆP", required=True, help="tệp .bcdesk sẽ ghi")
    parser.group.add_argument("--kind", metavar="LOẠI", help="mã loại báo cáo; không nói thì đoán theo trích yếu")
    parser.group.add_argument("--office", type=Path, metavar="TỆP", help="hồ sơ đơn vị ban hành (.json hoặc .bcdesk)")
    parser.set_defaults(run=import_report)


def _add_next(commands: Any) -> None:
    parser = commands.add_parser("next", help="lập báo cáo kỳ sau từ một báo cáo")
    parser.group.add_argument("source", type=Path, metavar="BÁO_CÁO", help="tệp .bcdesk, .docx hoặc .txt")
    parser.group.add_argument("-o", dest="output", type=Path, metavar="TỆP", required=True, help="tệp .bcdesk sẽ ghi")
    parser.group.add_argument("--period", metavar="KỲ", help="kỳ mới, ví dụ “quý II/2024”; không nói thì kỳ kế tiếp")
    parser.group.add_argument("--stale", type=Path, metavar="TỆP", help="tệp .json ghi nội dung còn của kỳ trước")
    parser.set_defaults(run=next_report)


def _add_merge(commands: Any) -> None:
    parser = commands.add_parser("merge", help="tổng hợp báo cáo của các đơn vị trong một thư mục")
    parser.group.add_argument("folder", type=Path, metavar="THƯ_MỤC", help="thư mục có tệp .docx, .bcdesk, .txt đã gửi")
    parser.group.add_argument("--into", type=Path, metavar="BÁO_CÁO", required=True, help="báo cáo tổng hợp (.bcdesk)")
    parser.group.add_argument("-o", dest="output", type=Path, metavar="TỆP", required=True, help="tệp .bcdesk sẽ ghi")
    parser.group.add_argument("--units", type=Path, metavar="TỆP", help="tệp chữ ghi các đơn vị, mỗi dòng một đơn vị")
    parser.group.add_argument("--json", action="store_true", help="kết quả để chương trình khác đọc")
    parser.set_defaults(run=merge_reports)


def _add_check(commands: Any) -> None:
    parser = commands.add_parser("check", help="kiểm tra thể thức và nội dung trước khi trình ký")
    parser.group.add_argument("source", type=Path, metavar="BÁO_CÁO", help="tệp .bcdesk, .docx hoặc .txt")
    parser.group.add_argument("--json", action="store_true", help="kết quả để chương trình khác đọc")
    parser.set_defaults(run=check_file)


def _add_export(commands: Any) -> None:
    parser = commands.add_parser("export", help="xuất báo cáo ra giấy")
    parser.group.add_argument("source", type=Path, metavar="BÁO_CÁO", help="tệp .bcdesk, .docx hoặc .txt")
    parser.group.add_argument("--docx", type=Path, metavar="TỆP", help="tệp Word sẽ ghi")
    parser.group.add_argument("--pdf", type=Path, metavar="TỆP", help="tệp PDF sẽ ghi")
    parser.group.add_argument("--png", type=Path, metavar="THƯ_MỤC", help="thư mục để ghi ảnh từng trang")
    parser.group.add_argument("--eml", type=Path, metavar="TỆP", help="thư nháp sẽ ghi, kèm bản đã ký và bản Word")
    parser.set_defaults(run=export_report)
