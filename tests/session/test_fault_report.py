from __future__ import annotations

from datetime import datetime

import pytest

from bcdesk.errors import DatabaseDamaged
from bcdesk.report.health import Health
from bcdesk.session.fault_report import MOST_LINES, NOTHING, Machine, fault_report, hide

AT = datetime(2026, 11, 24, 7, 30)  # noqa: DTZ001  # only shown
MACHINE = Machine({"Phiên bản": "2026.1"}, {"Màn hình": "1366×768"})
HEALTH = Health(1_200_000, "0006", "wal", {"report": 12, "part": 340}, 3, 24, AT, 5 * 2**30)


def told(data=HEALTH, log="", crashes="", hidden=None) -> str:
    return fault_report(MACHINE, data, log, crashes, hidden or {}, AT)


def test_it_tells_version_screen_and_how_the_data_are():
    text = told()
    for words in ("Phiên bản: 2026.1", "Màn hình: 1366×768", "1,1 MB, cấu trúc 0006", "12 báo cáo", "340 đoạn",
                  "3 báo cáo trong thùng rác", "24 bản, bản mới nhất lúc 07:30 ngày 24/11/2026", "5,0 GB"):  # fmt: skip
        assert words in text


def test_data_that_cannot_be_read_are_told_by_their_error(tmp_path):
    text = told(DatabaseDamaged(tmp_path / "bcdesk.sqlite"), hidden={str(tmp_path): "<dữ liệu>"})
    assert "Không đọc được: DatabaseDamaged. “<dữ liệu>/bcdesk.sqlite”" in text


def test_only_the_last_lines_of_the_log_are_told():
    text = told(log="\n".join(f"dòng {number}" for number in range(MOST_LINES + 5)))
    assert "dòng 4\n" not in text
    assert "dòng 5\n" in text and f"dòng {MOST_LINES + 4}" in text


def test_a_log_of_nothing_is_told_as_nothing():
    assert told().count(NOTHING) == 2


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('File "/srv/hoa/data/bcdesk.log"', 'File "<dữ liệu>/bcdesk.log"'),
        ('File "/srv/hoa/a.py"', 'File "~/a.py"'),
        ("C:\\x\\Hoa\\a.py", "C:\\x\\<người dùng>\\a.py"),
        ("D:\\HOA\\x", "D:\\<người dùng>\\x"),
        ("hoan thành", "hoan thành"),
    ],
)
def test_folders_and_names_are_hidden_the_longest_first(text, shown):
    assert hide(text, {"hoa": "<người dùng>", "/srv/hoa": "~", "/srv/hoa/data": "<dữ liệu>"}) == shown


def test_a_path_is_hidden_whichever_way_its_slashes_lean():
    assert hide("c:/srv/hoa/x", {"C:\\srv\\Hoa": "~"}) == "~/x"


def test_a_name_of_one_letter_hides_nothing():
    assert hide("a b", {"a": "<người dùng>"}) == "a b"
