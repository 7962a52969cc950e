from __future__ import annotations

import pytest

from bcdesk.intake.tabbed import MOST_COLUMNS, TEXT_WIDTH, table_at
from bcdesk.intake.text import read_text
from bcdesk.report.report import Table

ROWS = ("STT\tLĩnh vực\tSố hồ sơ", "1\tHộ tịch\t312", "2\tĐất đai\t-")


def texts(table: Table | None) -> list[list[str]]:
    return [[cell.paragraphs[0].plain for cell in row] for row in table.rows] if table else []


def test_rows_set_apart_by_tabs_are_a_table():
    assert texts(table_at(ROWS, 0)) == [["STT", "Lĩnh vực", "Số hồ sơ"], ["1", "Hộ tịch", "312"], ["2", "Đất đai", "-"]]


def test_a_table_ends_where_a_line_is_no_row_of_it():
    assert len(texts(table_at((*ROWS, "Ghi chú: Không có."), 0))) == 3


def test_empty_cells_are_kept_and_those_lost_at_the_end_put_back():
    assert texts(table_at((ROWS[0], "\tTổng\t312", "A\t\t"), 0))[1:] == [["", "Tổng", "312"], ["A", "", ""]]
    assert texts(table_at(("a\tb\tc\td", "1\t2\t3"), 0))[1] == ["1", "2", "3", ""]


@pytest.mark.parametrize(
    "lines",
    [
        ("UBND XÃ BA TƠ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 5\tBa Tơ"),
        ("UBND XÃ\t\tCỘNG HÒA", "PHÒNG\t\tĐộc lập"),
        ("Số: 5\t/BC-UBND\tBa Tơ, ngày 05 tháng 3 năm 2026", "\t\tBÁO CÁO"),
        ("-\tMột\tdòng", "Hai"),
        ("\t".join("a" * (MOST_COLUMNS + 1)),) * 2,
    ],
)
def test_tabs_that_only_place_words_make_no_table(lines: tuple[str, ...]):
    assert table_at(lines, 0) is None


def test_the_columns_fill_the_text_and_the_longest_words_get_most():
    table = table_at(ROWS, 0)
    assert table
    assert sum(table.columns) == pytest.approx(TEXT_WIDTH, abs=0.2)
    assert table.columns[1] > table.columns[0]


def test_a_table_stands_in_its_section_and_is_noted():
    intake = read_text("\n".join(("BÁO CÁO", "Tuần 5", "I. Kết quả", "Như sau:", *ROWS, "II. Hạn chế", "Không.")))
    assert isinstance(intake.report.sections[0].blocks[1], Table)
    assert any("1 bảng" in note.words for note in intake.notes)
