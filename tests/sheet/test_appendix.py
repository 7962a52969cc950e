from __future__ import annotations

import struct

from bcdesk.report.report import Appendix, Picture, Place, paragraph
from bcdesk.sheet.lengths import mm
from bcdesk.sheet.sheet import SINGLE, Align
from tests.sheet.samples import composed, font, one, paragraphs, styled

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 400, 300)


def with_appendices(*appendices):
    return composed(appendices=appendices)


def test_one_appendix_has_no_number():
    assert one(with_appendices(Appendix("p1")), "Phụ lục").plain == "Phụ lục"


def test_several_appendices_have_roman_numbers():
    sheet = with_appendices(Appendix("p1"), Appendix("p2"))
    assert [item.plain for item in styled(sheet, "Phụ lục")] == ["Phụ lục I", "Phụ lục II"]


def test_the_label_is_14_bold_and_centred():
    label = one(with_appendices(Appendix("p1")), "Phụ lục")
    assert (font(label), label.format.align) == ((14, True, False), Align.CENTER)


def test_the_title_is_bold_and_centred_as_typed():
    titles = styled(with_appendices(Appendix("p1", ("BIỂU SỐ LIỆU", "quý I"))), "Tên phụ lục")
    assert [item.plain for item in titles] == ["BIỂU SỐ LIỆU", "quý I"]
    assert {font(item) for item in titles} == {(14, True, False)}


def test_the_reference_is_italic_with_number_date_and_office():
    sheet = composed(number="7", appendices=(Appendix("p1"),))
    reference = one(sheet, "Kèm theo")
    assert reference.plain == ("(Kèm theo Báo cáo số 07/BC-UBND ngày 05 tháng 3 năm 2024 của Ủy ban nhân dân xã Ba Tơ)")
    assert font(reference) == (14, False, True)


def test_each_appendix_counts_its_own_pages():
    sheet = with_appendices(Appendix("p1"), Appendix("p2"))
    assert [section.page.number_from for section in sheet.sections] == [None, 1, 1]


def test_a_landscape_appendix_lies_on_its_side():
    page = with_appendices(Appendix("p1", landscape=True)).sections[1].page
    assert (page.width, page.height) == (16838, 11906)


def test_the_blocks_of_an_appendix_stand_on_its_pages():
    sheet = with_appendices(Appendix("p1", blocks=(paragraph("Nội dung"),)))
    assert [item.source for item in paragraphs(sheet.sections[1].blocks)][-1] == Place("p1", 0)


def picture(data, width=100.0, **changes):
    sheet = with_appendices(Appendix("p1", blocks=(Picture(data, "image/png", width, "Bản đồ"),), **changes))
    return one(sheet, "Hình ảnh")


def test_a_picture_keeps_its_width_and_proportion():
    printed = picture(PNG).runs[0].picture
    assert (printed.width, printed.height) == (mm(100), round(mm(100) * 3 / 4))
    assert (printed.data, printed.description) == (PNG, "Bản đồ")


def test_a_picture_stands_centred_in_a_line_as_high_as_itself():
    assert (picture(PNG).format.align, picture(PNG).format.pitch) == (Align.CENTER, SINGLE)


def test_a_picture_is_never_wider_than_the_text():
    assert picture(PNG, 500.0).runs[0].picture.width == 9071


def test_a_picture_is_never_higher_than_its_page():
    tall = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 100, 3000)
    assert picture(tall, landscape=True).runs[0].picture.height < 11906 - 2 * 1134


def test_a_picture_of_unreadable_size_is_printed_in_the_usual_proportion():
    printed = picture(b"GIF89a").runs[0].picture
    assert printed.height == round(printed.width * 3 / 4)
