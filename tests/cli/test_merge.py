"""The reports of the units merged from the command line."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bcdesk import cli
from bcdesk.intake.files import read_file
from bcdesk.parcel.bundle import pack, unpack
from bcdesk.report.edits import ReplaceBlocks
from bcdesk.report.parts import blocks_of
from bcdesk.report.report import Report, State, paragraph
from bcdesk.session.settings import Settings
from bcdesk.storage.database import open_store
from tests.ui.merging.units import MAIN, UNITS, folder_of_units, put, sent

TOLD, WISH = "s2", "s4"


@pytest.fixture
def call(tmp_path: Path, capsys):
    folder = tmp_path / "nop"
    folder.mkdir()
    folder_of_units(folder)
    (tmp_path / "don vi.txt").write_text("\n".join(UNITS), encoding="utf-8")
    (tmp_path / "a.bcdesk").write_bytes(pack(MAIN))

    def run(*more: object, into: str = "a.bcdesk", output: str = "b.bcdesk", listed: bool = True):
        units = ("--units", tmp_path / "don vi.txt") if listed else ()
        arguments = (folder, "--into", tmp_path / into, "-o", tmp_path / output, *units, *more)
        code = cli.main(["--data-dir", str(tmp_path / "data"), "merge", *map(str, arguments)])
        return (code, *capsys.readouterr())

    return run


def merged(path: Path) -> Report:
    return read_file(path).report


def text(report: Report, part: str) -> str:
    return "\n".join(block.plain for block in blocks_of(report, part))


def test_what_was_sent_is_told_and_merged_into_a_file_of_its_own(tmp_path: Path, call):
    code, out, err = call()
    assert (code, err) == (0, "")
    assert out.splitlines()[:7] == [
        "- Phòng Kinh tế (BC phong KT.docx): đã gửi",
        "- Phòng Văn hóa - Xã hội (VHXH.bcdesk): đã gửi",
        "- Công an xã (cong an (sua).docx): đã gửi",
        "- Công an xã (cong an.docx): bản cũ",
        "- Trạm Y tế (tram y te.docx): khác kỳ: quý IV năm 2023",
        "- Thôn Bồ Nung (Thôn Bồ Nung.txt): đã gửi",
        "- Thôn Làng Rê: chưa gửi",
    ]
    assert "- bc gui xa.txt: chưa rõ đơn vị" in out
    assert "- quet.docx: không đọc được: “quet.docx” là tệp PDF." in out
    assert "Chưa gửi: Trạm Y tế; Thôn Làng Rê." in out
    assert out.splitlines()[-1] == f"Đã tổng hợp vào {tmp_path / 'b.bcdesk'}"
    assert text(merged(tmp_path / "b.bcdesk"), TOLD) == "Đã tổ chức 14 buổi tuyên truyền với 560 lượt người tham dự."
    assert unpack((tmp_path / "a.bcdesk").read_bytes()) == MAIN


def test_other_programs_read_the_same(tmp_path: Path, call):
    code, out, _ = call("--json")
    told = json.loads(out)
    assert code == 0
    assert told["files"][0] == {
        "unit": "Phòng Kinh tế", "standing": "sent", "remark": "", "file": "BC phong KT.docx", "merged": True,
    }  # fmt: skip
    assert told["files"][4]["standing"] == "other-period"
    assert told["missing"] == ["Trạm Y tế", "Thôn Làng Rê"]
    assert told["written"] == str(tmp_path / "b.bcdesk")


def test_the_units_are_those_of_the_data_folder_where_no_list_is_given(tmp_path: Path, call):
    with closing(open_store(tmp_path / "data")) as store:
        Settings(store).keep_units(MAIN.kind, ("Thôn Bồ Nung",))
    told = json.loads(call("--json", listed=False)[1])
    assert [each["unit"] for each in told["files"] if each["merged"]] == ["Thôn Bồ Nung"]


def test_without_any_list_everybody_who_sent_is_a_unit(call):
    told = json.loads(call("--json", listed=False)[1])
    assert told["missing"] == ["Trạm Y tế"]
    assert sum(each["merged"] for each in told["files"]) == 5


def test_merged_again_with_one_more_file_the_editors_words_stay_and_are_told(tmp_path: Path, call):
    call()
    edited = ReplaceBlocks(TOLD, 0, 1, (paragraph("Đã tổ chức 14 buổi tuyên truyền, thu hút đông người."),))
    (tmp_path / "c.bcdesk").write_bytes(pack(edited.apply(merged(tmp_path / "b.bcdesk"))))
    put(tmp_path / "nop", "Lang Re.txt", sent("Thôn Làng Rê", 2).encode())
    _, out, _ = call(into="c.bcdesk", output="d.bcdesk")
    assert "- Thôn Làng Rê (Lang Re.txt): đã gửi" in out
    assert "- Phòng Kinh tế (BC phong KT.docx): đã tổng hợp" in out
    assert "Cần xem lại: 1. Công tác tuyên truyền: " in out
    report = merged(tmp_path / "d.bcdesk")
    assert text(report, TOLD) == "Đã tổ chức 14 buổi tuyên truyền, thu hút đông người."
    assert text(report, "s3") == "Tiếp nhận 160 hồ sơ, giải quyết đúng hạn 144 hồ sơ."


def test_a_signed_report_takes_nothing_more(tmp_path: Path, call):
    (tmp_path / "a.bcdesk").write_bytes(pack(replace(MAIN, state=State.SIGNED)))
    code, out, err = call()
    assert (code, out) == (3, "")
    assert err.startswith("Báo cáo đã ký")
    assert not (tmp_path / "b.bcdesk").exists()


@pytest.mark.parametrize("given", [["merge"], ["merge", "nop", "-o", "b.bcdesk"]])
def test_a_call_that_says_too_little_is_wrong(given, capsys):
    assert cli.main(given) == 2
    assert "Còn thiếu" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_said(tmp_path: Path, capsys):
    (tmp_path / "a.bcdesk").write_bytes(pack(MAIN))
    files = ["--into", str(tmp_path / "a.bcdesk"), "-o", str(tmp_path / "b.bcdesk")]
    assert cli.main(["--data-dir", str(tmp_path), "merge", str(tmp_path / "khong"), *files]) == 3
    assert "Không mở được thư mục" in capsys.readouterr().err
