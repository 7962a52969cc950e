from __future__ import annotations

import unicodedata

from bcdesk.intake.pasted_outline import read_outline
from bcdesk.report.report import walk


def shape(text: str) -> list[str]:
    return [f"{'  ' * depth}{each.heading}" for depth, each in walk(read_outline(text).sections)]


def test_markers_tell_the_levels():
    assert shape("I. Kết quả\n1. Kinh tế\na) Trồng trọt\n- Lúa\n+ Vụ xuân\nb) Chăn nuôi\n2. Xã hội\nII. Kiến nghị") == [
        "I. Kết quả", "  1. Kinh tế", "    a) Trồng trọt", "      - Lúa", "        + Vụ xuân", "    b) Chăn nuôi",
        "  2. Xã hội", "II. Kiến nghị",
    ]  # fmt: skip


def test_lines_broken_in_a_pdf_are_one_heading():
    text = "I. KẾT QUẢ THỰC HIỆN CÔNG TÁC\nCẢI CÁCH HÀNH CHÍNH\n1. Công tác chỉ đạo,\nđiều hành\n2. Kiểm tra"
    assert shape(text) == [
        "I. KẾT QUẢ THỰC HIỆN CÔNG TÁC CẢI CÁCH HÀNH CHÍNH", "  1. Công tác chỉ đạo, điều hành", "  2. Kiểm tra",
    ]  # fmt: skip


def test_a_line_after_an_empty_one_is_a_heading_of_its_own():
    assert shape("I. Kết quả\n1. Kinh tế\n\nPhụ lục số liệu") == ["I. Kết quả", "  1. Kinh tế", "Phụ lục số liệu"]


def test_without_markers_the_indents_tell_the_levels():
    assert shape("Kết quả\n    Kinh tế\n\tXã hội\nKiến nghị") == ["Kết quả", "  Kinh tế", "  Xã hội", "Kiến nghị"]


def test_leaders_and_page_numbers_go():
    assert shape("I. Kết quả.........3\n1. Kinh tế ……… 4") == ["I. Kết quả", "  1. Kinh tế"]


def test_what_stands_above_names_the_report():
    text = "ĐỀ CƯƠNG BÁO CÁO\nCÔNG TÁC DÂN VẬN\n(Kèm theo Công văn số 12/UBND-VP)\n\nI. Kết quả"
    read = read_outline(text)
    assert (read.title, [each.heading for each in read.sections]) == ("Công tác dân vận", ["I. Kết quả"])


def test_letters_taken_apart_are_put_together():
    assert shape(unicodedata.normalize("NFD", "I. Kết quả")) == ["I. Kết quả"]


def test_nothing_is_no_outline():
    assert read_outline(" \n\n").sections == ()
