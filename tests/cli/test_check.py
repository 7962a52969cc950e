"""`bcdesk check`: a report or a Word document judged, its findings for people and for programs."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from bcdesk import cli
from bcdesk.parcel.bundle import pack
from bcdesk.report.decisions import Decision
from bcdesk.report.findings import Severity
from bcdesk.word.markup import W
from tests.checks.papers import REPORT, Change, after, paragraph_of, rerun, retext, written
from tests.house.tree import ROOT

pytestmark = pytest.mark.usefixtures("qapp")
SAMPLE = ROOT / "resources/samples/bao-cao-tuyen-truyen-cchc-quy-1-2024.txt"


@pytest.fixture
def check(tmp_path: Path, capsys):
    """Check what is written under a name; exit code, stdout and stderr."""

    def call(data: bytes, name: str = "a.docx", *arguments: str) -> tuple[int, str, str]:
        path = tmp_path / name
        path.write_bytes(data)
        return (cli.main(["check", str(path), *arguments]), *capsys.readouterr())

    return call


def document(change: Change) -> bytes:
    return after(change)


def test_a_document_with_nothing_wrong_is_let_through(check):
    code, out, err = check(written())
    assert (code, err) == (0, "")
    assert "SAI" not in out


def test_a_document_of_which_nothing_is_judged_is_not_called_sound(check):
    _, out, _ = check(
        document(
            lambda root: (
                [part.getparent().remove(part) for part in root.findall(f".//{{{W}}}tbl")]
                + [setattr(text, "text", "thư riêng") for text in root.iter(f"{{{W}}}t")]
            )
        )
    )
    assert "Không thấy điều gì sai" not in out


def test_something_wrong_is_told_with_rule_place_and_ground(check):
    code, out, _ = check(document(retext("Số: 05/", "Số: 5/")))
    assert code == 1
    assert out.startswith("SAI (1)\n- SO-02  Số 5\n    Cần: Số 05\n    Ở: Dòng “Số: 5/BC-UBND”\n    Vì: Số ghi bằng")


def test_what_is_only_worth_a_look_is_no_failure(check):
    code, out, _ = check(document(retext("tháng 9 năm 2026", "tháng 09 năm 2026")))
    assert code == 0
    assert "CẦN XEM LẠI" in out and "DD-05  tháng 09" in out


def test_a_paper_with_a_text_box_says_what_was_not_judged(check):
    box = '<w:r xmlns:w="{}"><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"/></w:pict></w:r>'

    def change(root) -> None:
        paragraph_of(root, "BÁO CÁO").append(etree.fromstring(box.format(W)))

    _, out, _ = check(document(change))
    assert "Không kiểm tra được:\n- " in out
    assert "Không dàn trang lại được" in out


def test_a_report_is_judged_on_the_paper_it_makes(check):
    code, out, _ = check(pack(replace(REPORT, symbol="KH-UBND")), "a.bcdesk")
    assert code == 1
    assert "SO-04  Ký hiệu “KH-UBND”" in out


def test_what_the_clerk_left_as_it_is_is_not_told_again(check):
    report = replace(REPORT, symbol="KH-UBND", decisions=(Decision("SO-04", "Ký hiệu “KH-UBND”"),))
    code, out, _ = check(pack(report), "a.bcdesk")
    assert (code, "SO-04" in out) == (0, False)


def test_programs_read_it_as_json(check):
    code, out, _ = check(document(rerun("BÁO CÁO", '<w:b w:val="0"/>')), "a.docx", "--json")
    told = json.loads(out)
    (finding,) = (each for each in told["findings"] if each["rule"] == "TL-01")
    assert code == 1
    assert set(told) == {"findings", "unjudged"}
    assert set(finding) == {"rule", "severity", "clause", "where", "found", "wanted", "place", "length"}
    assert (finding["severity"], finding["place"]) == (Severity.WRONG.words, None)


def test_a_report_s_findings_have_their_place_in_it(check):
    _, out, _ = check(pack(replace(REPORT, symbol="KH-UBND")), "a.bcdesk", "--json")
    (finding,) = (each for each in json.loads(out)["findings"] if each["rule"] == "SO-04")
    assert finding["place"] == {"part": "number", "block": 0, "offset": 0}


@pytest.mark.parametrize(("data", "name"), [(b"", "a.docx"), (b"PK\x03\x04", "a.docx"), (b"%PDF-1.7", "a.pdf")])
def test_what_is_no_report_is_said_in_one_sentence(check, data, name):
    code, out, err = check(data, name)
    assert (code, out) == (3, "")
    assert err.count("\n") == 1


def test_nothing_found_is_no_praise(check):
    report = replace(REPORT, appendices=(), opening=REPORT.opening[:1])
    code, out, _ = check(written(report))
    assert code == 0
    assert "%" not in out


def test_the_example_yields_what_a_records_clerk_finds(capsys):
    assert cli.main(["check", str(SAMPLE), "--json"]) == 0
    rules = [finding["rule"] for finding in json.loads(capsys.readouterr().out)["findings"]]
    assert {"KG-01", "NN-05", "ND-13"} <= set(rules)
