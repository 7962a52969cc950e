from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bcdesk import __version__, cli
from bcdesk.errors import NotAsSigned
from bcdesk.intake.files import read_file
from bcdesk.parcel.bundle import pack
from bcdesk.places import resources
from bcdesk.report.office import Office
from bcdesk.report.record import encode_office
from bcdesk.report.states import SIGN, SUBMIT
from bcdesk.report.units import sample_office
from bcdesk.session.settings import Settings
from bcdesk.storage.database import open_store

SAMPLE = next((resources() / "samples").glob("*.txt"))
# Words of argparse that must not reach a clerk.
ENGLISH = re.compile(r"\b(usage|options|arguments|required|error|invalid|choose|expected|show|exit|message)\b")
pytestmark = pytest.mark.usefixtures("qapp")


class Call:
    """The command line in this process, on a data folder of its own."""

    def __init__(self, folder: Path, capsys) -> None:
        self.data, self._capsys = folder / "data", capsys

    def __call__(self, *arguments: object) -> tuple[int, str, str]:
        """Exit code, stdout and stderr."""
        code = cli.main(["--data-dir", str(self.data), *map(str, arguments)])
        return (code, *self._capsys.readouterr())


@pytest.fixture
def call(tmp_path: Path, capsys) -> Call:
    return Call(tmp_path, capsys)


@pytest.fixture
def bundle(tmp_path: Path, call: Call) -> Path:
    call("import", SAMPLE, "-o", tmp_path / "a.bcdesk")
    return tmp_path / "a.bcdesk"


def test_a_report_is_imported_and_what_was_read_otherwise_is_said(tmp_path: Path, call: Call):
    code, out, err = call("import", SAMPLE, "-o", tmp_path / "a.bcdesk")
    assert (code, err) == (0, "")
    assert "tháng 3 năm 2024" in out
    assert read_file(tmp_path / "a.bcdesk").report == read_file(SAMPLE).report


def test_a_text_that_is_not_the_one_signed_is_exported_with_a_warning(tmp_path: Path, call: Call):
    signed = SIGN.apply(SUBMIT.apply(read_file(SAMPLE).report))
    for name, report in (("sound", signed), ("changed", replace(signed, subject=("Khác",)))):
        (tmp_path / f"{name}.bcdesk").write_bytes(pack(report))
    code, _, err = call("export", tmp_path / "changed.bcdesk", "--docx", tmp_path / "a.docx")
    assert (code, err.strip()) == (0, str(NotAsSigned()))
    assert call("export", tmp_path / "sound.bcdesk", "--docx", tmp_path / "b.docx")[2] == ""


def test_an_import_makes_no_data_folder(bundle: Path, call: Call):
    assert bundle.exists()
    assert not call.data.exists()


def test_the_kind_may_be_said(tmp_path: Path, call: Call):
    call("import", SAMPLE, "-o", tmp_path / "a.bcdesk", "--kind", "bao-cao-khac")
    assert read_file(tmp_path / "a.bcdesk").report.kind == "bao-cao-khac"


def test_an_unknown_kind_is_a_wrong_call_that_names_the_known_ones(tmp_path: Path, call: Call):
    code, _, err = call("import", SAMPLE, "-o", tmp_path / "a.bcdesk", "--kind", "x")
    assert code == 2
    assert "tuyen-truyen-cchc" in err
    assert not (tmp_path / "a.bcdesk").exists()


def test_the_office_of_a_file_issues_the_report(tmp_path: Path, call: Call):
    (tmp_path / "office.json").write_text(json.dumps(encode_office(sample_office())), encoding="utf-8")
    call("import", SAMPLE, "-o", tmp_path / "a.bcdesk", "--office", tmp_path / "office.json")
    assert read_file(tmp_path / "a.bcdesk").report.office == sample_office()


def test_without_one_the_office_of_the_data_folder_issues_it(tmp_path: Path, call: Call):
    office = Office(name="Sơn Kỳ")
    store = open_store(call.data)
    Settings(store).keep_offices((office,))
    store.close()
    _, out, _ = call("import", SAMPLE, "-o", tmp_path / "a.bcdesk")
    assert read_file(tmp_path / "a.bcdesk").report.office == office
    assert "lấy theo hồ sơ đơn vị: Ủy ban nhân dân xã Sơn Kỳ" in out


def test_a_data_folder_without_an_office_leaves_it_to_the_report(tmp_path: Path, call: Call):
    open_store(call.data).close()
    call("import", SAMPLE, "-o", tmp_path / "a.bcdesk")
    assert read_file(tmp_path / "a.bcdesk").report.office.name == "Ba Bích"


def test_a_report_is_exported_as_word_pdf_and_pictures(tmp_path: Path, call: Call, bundle: Path):
    code, out, err = call(
        "export", bundle, "--docx", tmp_path / "a.docx", "--pdf", tmp_path / "a.pdf", "--png", tmp_path / "pages"
    )
    assert (code, err) == (0, "")
    assert read_file(tmp_path / "a.docx").report.sections == read_file(SAMPLE).report.sections
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    pages = sorted(path.name for path in (tmp_path / "pages").iterdir())
    assert pages == ["trang-1.png", "trang-2.png", "trang-3.png"]
    assert out.count("Đã xuất") == 5


def test_an_export_to_nothing_is_a_wrong_call(call: Call, bundle: Path):
    code, _, err = call("export", bundle)
    assert (code, err) == (2, "Chưa nói xuất thành gì. Thêm --docx, --pdf, --png hoặc --eml.\n")


@pytest.mark.parametrize("what", ["--docx", "--pdf", "--png"])
def test_a_folder_that_cannot_be_written_is_a_known_error(tmp_path: Path, call: Call, bundle: Path, what: str):
    (tmp_path / "file").write_bytes(b"")
    code, out, err = call("export", bundle, what, tmp_path / "file" / "a")
    assert (code, out, err.count("\n")) == (3, "", 1)


def test_reports_are_listed_the_last_changed_first(call: Call):
    report = read_file(SAMPLE).report
    store = open_store(call.data)
    store.create(report)
    store.close()
    code, out, _ = call("list")
    assert code == 0
    assert out.endswith(f"  {report.title}\n")


def test_reports_are_found_without_marks(call: Call):
    store = open_store(call.data)
    store.create(read_file(SAMPLE).report)
    store.close()
    title, line = call("search", "niem", "yet")[1].splitlines()
    assert "Công tác tuyên truyền" in title
    assert "niêm yết" in line
    assert call("search", "khongcochunay")[1] == "Không có báo cáo nào có “khongcochunay”.\n"


def test_an_empty_data_folder_has_no_reports(call: Call):
    assert call("list") == (0, "Không có báo cáo nào.\n", "")


def test_the_version_is_told(call: Call):
    assert call("--version") == (0, f"bcdesk {__version__}\n", "")


@pytest.mark.parametrize("command", [(), ("import",), ("export",), ("list",), ("search",)])
def test_help_is_all_in_vietnamese(call: Call, command: tuple[str, ...]):
    code, out, _ = call(*command, "--help")
    assert code == 0
    assert out.startswith("Cách gọi: bcdesk")
    assert not ENGLISH.search(out)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("import",), "Còn thiếu BÁO_CÁO_CŨ, -o."),
        (("nhap",), "Không có lệnh “nhap”."),
        (("list", "--all"), "Không hiểu “--all”."),
        (("export", "a", "--pdf"), "Sau --pdf còn thiếu một giá trị."),
        (("--version=3",), "Lệnh chưa đúng."),
        (("--self",), "Không hiểu “--self”."),
    ],
)
def test_a_wrong_call_is_told_in_vietnamese(call: Call, arguments: tuple[str, ...], said: str):
    code, out, err = call(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"{said} Cách gọi: bcdesk")
    assert not ENGLISH.search(err)


@pytest.mark.parametrize(
    "data", [b"", b"\0\1\2", b"%PDF-1.4", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\3\4", b"\xe1\xe2"]
)
def test_a_bad_file_is_a_known_error_in_one_line(tmp_path: Path, call: Call, data: bytes):
    (tmp_path / "a").write_bytes(data)
    code, out, err = call("import", tmp_path / "a", "-o", tmp_path / "b.bcdesk")
    assert (code, out, err.count("\n")) == (3, "", 1)
    assert not (tmp_path / "b.bcdesk").exists()


def test_without_a_command_the_window_is_opened_on_the_data_folder(call: Call, monkeypatch: pytest.MonkeyPatch):
    opened: list[Path] = []
    monkeypatch.setattr("bcdesk.app.run", lambda folder, _: opened.append(folder) or 0)
    assert call()[0] == 0
    assert opened == [call.data]


def test_a_program_without_a_console_says_nothing(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert cli.main(["--version"]) == 0
    assert cli.main(["nhap"]) == 2


def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in {"QT_QPA_PLATFORM", "DISPLAY", "LANG", "LC_ALL"}
    }
    command = [sys.executable, "-m", "bcdesk", *map(str, arguments)]
    return subprocess.run(command, env=kept | environment, capture_output=True, check=False)


@pytest.mark.slow
def test_vietnamese_is_written_in_utf8_whatever_the_locale(tmp_path: Path, bundle: Path):
    done = run(
        "export", bundle, "--pdf", tmp_path / "báo cáo.pdf", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii"
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode("utf-8").startswith("Đã xuất ")
    assert (tmp_path / "báo cáo.pdf").exists()


@pytest.mark.slow
def test_a_command_loads_only_what_it_needs():
    code = (
        "import sys; from bcdesk import cli; cli.main(['--version']);"
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'PySide6', 'sqlalchemy', 'lxml', 'docx'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_file_alone_is_for_the_window_to_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    asked = []
    monkeypatch.setattr("bcdesk.app.run", lambda folder, source: asked.append((folder, source)) or 0)
    assert cli.main([str(SAMPLE)]) == 0
    assert cli.main(["--data-dir", str(tmp_path), "open", str(SAMPLE)]) == 0
    assert [source for _, source in asked] == [SAMPLE, SAMPLE]


def test_what_is_neither_a_file_nor_a_command_is_a_wrong_call(call: Call):
    assert call("khong-co.bcdesk")[0] == 2


def test_a_reader_that_has_enough_is_no_fault(tmp_path: Path):
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "bcdesk", "--data-dir", str(tmp_path), "list"]
    try:
        done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")
