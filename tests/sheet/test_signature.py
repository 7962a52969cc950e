from __future__ import annotations

from dataclasses import replace

from bcdesk.report.report import Cell, Place, Role, Section, Signature, Table, paragraph
from bcdesk.sheet.sheet import Align
from tests.sheet.samples import REPORT, composed, every, font, one, styled, tables


def block(sheet):
    (row,) = tables(sheet)[-1].rows
    return [cell.paragraphs for cell in row.cells]


def test_recipients_stand_left_in_12_bold_italic_over_11_upright():
    label, *items = block(composed())[0]
    assert (label.plain, font(label)) == ("Nơi nhận:", (12, True, True))
    assert [(item.plain, font(item)) for item in items] == [
        ("- Như trên;", (11, False, False)),
        ("- Lưu: VT.", (11, False, False)),
    ]


def test_recipients_stand_at_the_left_margin():
    assert {(item.format.left, item.format.first) for item in block(composed())[0]} == {(0, 0)}


def test_a_recipient_knows_its_line_and_where_its_text_begins():
    item = styled(composed(), "Danh sách nơi nhận")[1]
    assert (item.source, item.source_start) == (Place("recipients", 1), 2)


def test_a_deputy_signs_under_three_lines():
    lines = styled(composed(), "Quyền hạn, chức vụ")
    assert [line.plain for line in lines] == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
    assert {(font(line), line.format.align) for line in lines} == {((14, True, False), Align.CENTER)}


def test_the_name_is_bold_and_centred():
    name = one(composed(), "Người ký")
    assert (name.plain, font(name), name.format.align) == ("Phạm Văn Mạnh", (14, True, False), Align.CENTER)


def test_there_is_room_of_four_lines_for_the_signature():
    assert [item.style for item in block(composed())[1]][3:7] == ["Khoảng ký"] * 4


def test_typed_lines_are_printed_as_typed():
    sheet = composed(signature=Signature(Role.TYPED, "Lê Thị B", lines=("Người báo cáo",)))
    assert one(sheet, "Quyền hạn, chức vụ").plain == "Người báo cáo"


def test_a_title_below_the_signing_space_stands_over_the_name():
    sheet = composed(signature=replace(REPORT.signature, below="PHÓ CHỦ TỊCH UBND TỈNH"))
    assert [item.plain for item in block(sheet)[1]][-2:] == ["PHÓ CHỦ TỊCH UBND TỈNH", "Phạm Văn Mạnh"]


def test_the_block_is_one_row_without_lines_as_wide_as_the_text():
    table = tables(composed())[-1]
    assert (len(table.rows), table.rule, table.padding, sum(table.columns)) == (1, 0, 0, 9071)


def test_the_last_paragraph_stays_with_the_signature():
    sheet = composed()
    closing = next(item for item in every(sheet) if item.source == Place("closing", 0))
    assert closing.format.keep_next


def test_without_a_closing_the_last_paragraph_of_the_sections_stays_with_it():
    sheet = composed(closing=(), sections=(Section("s1", blocks=(paragraph("a"), paragraph("b"))),))
    texts = styled(sheet, "Nội dung")
    assert [item.format.keep_next for item in texts] == [False, True]


def test_the_last_row_of_a_table_at_the_end_stays_with_it():
    rows = ((Cell((paragraph("a"),)),), (Cell((paragraph("b"), paragraph("c"))),))
    sheet = composed(closing=(), sections=(Section("s1", blocks=(Table((160.0,), rows),)),))
    kept = [[each.format.keep_next for each in row.cells[0].paragraphs] for row in tables(sheet)[-2].rows]
    assert kept == [[False], [True, True]]


def test_a_table_with_text_behind_it_keeps_its_own_rows():
    rows = ((Cell((paragraph("a"),)),),)
    sheet = composed(closing=(paragraph("b"),), sections=(Section("s1", blocks=(Table((160.0,), rows),)),))
    assert not tables(sheet)[-2].rows[0].cells[0].paragraphs[0].format.keep_next


def test_a_report_without_any_text_is_composed():
    blocks = composed(closing=(), subject=()).sections[0].blocks
    assert [getattr(item, "style", "bảng") for item in blocks] == ["bảng", "Tên loại", "bảng", "Kết thúc"]


def test_a_table_at_the_end_does_not_touch_the_signature():
    sheet = composed(closing=(Table((10,), ((Cell(),),)),))
    assert [getattr(item, "style", "bảng") for item in sheet.sections[0].blocks][-4:] == [
        "bảng",
        "Khoảng cách",
        "bảng",
        "Kết thúc",
    ]


def test_one_point_follows_the_signature():
    last = composed().sections[0].blocks[-1]
    assert (last.format.pitch.value, last.format.pitch.exact, last.format.after) == (20, True, 0)
