from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bcdesk import cli
from bcdesk.intake.files import read_file
from bcdesk.places import resources
from bcdesk.report.kinds import load_kinds
from bcdesk.report.period import EVERY_QUARTER, PeriodType, period_words
from bcdesk.session.templates import Templates
from bcdesk.storage.database import open_store

SAMPLE = next((resources() / "samples").glob("*.txt"))


@pytest.fixture
def call(tmp_path: Path, capsys):
    def run(*arguments: object) -> tuple[int, str, str]:
        code = cli.main(["--data-dir", str(tmp_path / "data"), "next", *map(str, arguments)])
        return (code, *capsys.readouterr())

    return run


def test_without_a_period_it_is_the_next_one_of_the_kind(tmp_path: Path, call):
    code, out, err = call(SAMPLE, "-o", tmp_path / "b.bcdesk")
    report = read_file(tmp_path / "b.bcdesk").report
    assert (code, err, report.period.type, report.period.year) == (0, "", PeriodType.FIRST_HALF, 2024)
    assert out.splitlines()[:2] == [
        "Kỳ mới: 6 tháng đầu năm 2024. Đổi 5 chỗ theo kỳ, còn 0 chỗ cần xem lại.",
        "Nội dung còn của kỳ trước: 4 chỗ.",
    ]


def test_the_new_report_remembers_the_one_it_came_from(tmp_path: Path, call):
    call(SAMPLE, "-o", tmp_path / "b.bcdesk", "--period", "quý II/2024")
    report = read_file(tmp_path / "b.bcdesk").report
    assert period_words(report.period) == "quý II năm 2024"
    assert report.previous == read_file(SAMPLE).report


def test_what_is_still_last_periods_is_written_for_other_programs(tmp_path: Path, call):
    call(SAMPLE, "-o", tmp_path / "b.bcdesk", "--period", "quý II/2024", "--stale", tmp_path / "stale.json")
    told = json.loads((tmp_path / "stale.json").read_text(encoding="utf-8"))
    assert told["period"] == "quý II năm 2024"
    assert [each["found"] for each in told["findings"]][1:] == ["3 tiếng/ngày", "5 cụm pano trên", "2 băng rôn"]
    assert told["findings"][1]["place"] == {"part": "s4", "block": 0, "offset": 112}


def test_four_times_next_is_a_year(tmp_path: Path, call):
    source = SAMPLE
    for number in range(4):
        target = tmp_path / f"{number}.bcdesk"
        assert call(source, "-o", target)[0] == 0
        source = target
    assert read_file(source).report.title == "Công tác tuyên truyền cải cách hành chính quý I năm 2025"


def test_a_template_of_the_office_says_which_period_follows(tmp_path: Path, call):
    usual = next(kind for kind in load_kinds() if kind.id == read_file(SAMPLE).report.kind)
    with closing(open_store(tmp_path / "data")) as store:
        Templates(store).keep(replace(usual, id="mau-quy", sequence=EVERY_QUARTER))
    call(SAMPLE, "-o", tmp_path / "b.bcdesk")
    report = read_file(tmp_path / "b.bcdesk").report
    assert (report.kind, period_words(report.period)) == ("mau-quy", "quý II năm 2024")


def test_a_period_nobody_knows_is_a_wrong_call(tmp_path: Path, call):
    code, _, err = call(SAMPLE, "-o", tmp_path / "b.bcdesk", "--period", "mùa xuân")
    assert code == 2
    assert "Không hiểu kỳ “mùa xuân”" in err
    assert not (tmp_path / "b.bcdesk").exists()
