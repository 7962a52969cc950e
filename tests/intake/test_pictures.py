from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesk.intake.docx import read_reading
from bcdesk.intake.intake import Intake
from bcdesk.intake.lines import pictures as pictures_of
from bcdesk.intake.text import read_text
from bcdesk.report.report import Appendix, Block, Paragraph, Picture, Report, Table
from bcdesk.sheet import sheet as printed
from bcdesk.sheet.lengths import mm
from bcdesk.word.reader import read
from bcdesk.word.writer import write
from tests.intake.paper import sheet_of
from tests.report.test_pictures import PHOTO, SCREENSHOT, jpeg, png
from tests.word.documents import document, p, r
from tests.word.test_pictures import drawing

GRID = "<w:tblGrid><w:gridCol w:w='4000'/><w:gridCol w:w='4000'/></w:tblGrid>"
PLAIN = "".join(f'<w:{side} w:val="nil"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
RULED = PLAIN.replace('"nil"', '"single" w:sz="4"')


def para(content: str) -> str:
    return f"<w:p>{r(content)}</w:p>"


def opened(body: str, data: bytes = PHOTO) -> Intake:
    return read_reading(read(document(p("BÁO CÁO") + p("Công tác tuần 5") + body, media={"p1": data})))


def pictures(blocks: tuple[Block, ...]) -> list[Picture]:
    return [block for block in blocks if isinstance(block, Picture)]


def table(rows: tuple[tuple[str, ...], ...], borders: str) -> str:
    made = "".join(
        f"<w:tr>{''.join(f'<w:tc><w:tcPr/>{cell}</w:tc>' for cell in row)}</w:tr>" for row in rows
    )  # fmt: skip
    return f"<w:tbl><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>{GRID}{made}</w:tbl>"


@pytest.mark.parametrize(("data", "clean", "kind"), [(PHOTO, jpeg(), "image/jpeg"), (SCREENSHOT, png(), "image/png")])
def test_a_picture_of_a_document_is_a_picture_of_the_report_that_hides_nothing(data, clean, kind):
    (block,) = opened(para(drawing()), data).report.opening
    assert block == Picture(clean, kind, 25.4, "Ảnh")


def test_a_picture_stands_behind_the_words_of_its_paragraph():
    blocks = opened(p("1. Tốt") + para(f"<w:t>Ảnh 1.</w:t>{drawing()}") + p("Hết.")).report.sections[0].blocks
    assert [type(block) for block in blocks] == [Paragraph, Picture, Paragraph]


def test_a_picture_of_an_appendix_stays_in_it():
    body = p("1. Tốt") + p("Tốt.") + p("Phụ lục") + p("HÌNH ẢNH") + para(drawing()) + p("Ảnh 1.")
    (appendix,) = opened(body).report.appendices
    assert [type(block) for block in appendix.blocks] == [Picture, Paragraph]


@pytest.mark.parametrize(
    "words", ["IMG_5.JPG", "C:\\Users\\Manh\\Pictures\\IMG_5.jpg", "ảnh/họp/IMG_5.png", "D:\\Lan\\IMG_5.bmp"]
)
def test_of_the_path_a_picture_came_from_its_name_alone_is_kept(words: str):
    (block,) = opened(para(drawing().replace('"Ảnh"', f'"{words}"'))).report.opening
    assert block.description == "IMG_5"


@pytest.mark.parametrize(("data", "why"), [(PHOTO[:-9], "bị hỏng"), (png(size=(9999, 9999)), "quá lớn")])
def test_a_picture_that_cannot_be_taken_in_is_marked_and_noted(data: bytes, why: str):
    intake = opened(p("1. Tốt") + para(drawing()), data)
    assert [block.plain for block in intake.report.sections[0].blocks] == ["[Hình: Ảnh]"]
    assert any(why in note.words and "[Hình: Ảnh]" in note.words for note in intake.notes)


def test_a_picture_of_another_sort_is_marked_and_noted():
    intake = opened(p("1. Tốt") + para(drawing()), b"\1\0\0\0 EMF")
    assert [block.plain for block in intake.report.sections[0].blocks] == ["[Hình: Ảnh]"]
    assert any(note.words.startswith("Hình được để") for note in intake.notes)


def test_a_picture_above_the_title_does_not_hide_the_title():
    report = read_reading(
        read(document(para(drawing()) + p("BÁO CÁO") + p("Công tác tuần 5") + p("1. Tốt"), media={"p1": PHOTO}))
    ).report
    assert (report.subject, len(pictures(report.opening))) == (("Công tác tuần 5",), 1)


def test_a_picture_beside_the_signature_is_kept_in_the_closing():
    ending = p("Trên đây là báo cáo./.") + p("Nơi nhận:") + p("- Lưu: VT.") + para(drawing()) + p("CHỦ TỊCH")
    intake = opened(p("1. Tốt") + p("Tốt.") + ending)
    assert len(pictures(intake.report.closing)) == 1
    assert any(note.words.startswith("“Một hình” ở cuối") for note in intake.notes)


def test_a_table_that_only_places_pictures_is_taken_apart():
    cells = ((para(drawing()), para(drawing())), (p("Ảnh 1"), p("Ảnh 2")))
    blocks = opened(p("1. Tốt") + table(cells, PLAIN)).report.sections[0].blocks
    assert [getattr(block, "plain", "") for block in blocks] == ["", "", "Ảnh 1", "Ảnh 2"]
    assert len(pictures(blocks)) == 2


def test_a_picture_in_a_ruled_table_is_marked_and_noted():
    intake = opened(p("1. Tốt") + table(((p("STT"), para(drawing())),), RULED))
    (block,) = intake.report.sections[0].blocks
    assert isinstance(block, Table)
    assert block.rows[0][1].paragraphs[0].plain == "[Hình: Ảnh]"
    assert any("nằm trong ô của bảng" in note.words for note in intake.notes)


def test_a_picture_in_a_footnote_is_one_of_its_paragraph():
    shown = printed.Picture(PHOTO, "image/jpeg", 100, 100)
    note = printed.Paragraph("", (printed.Run("", picture=shown),))
    assert list(pictures_of(printed.Paragraph("", (printed.Run("Đạt.", footnote=(note,)),)))) == [shown]


@pytest.mark.parametrize("note", ["nằm nổi", "đã được xoay", "đã được cắt bớt"])
def test_how_a_picture_was_shown_otherwise_is_noted(note: str):
    shown = drawing(place="anchor").replace(
        "</pic:blipFill>", '<a:srcRect l="9"/></pic:blipFill><pic:spPr><a:xfrm rot="1"/></pic:spPr>'
    )
    assert any(f"Hình “Ảnh” {note}" in each.words for each in opened(para(shown)).notes)


def test_pictures_in_the_text_and_in_appendices_are_read_back(made: Report):
    again = read_reading(read(write(sheet_of(made)))).report
    assert again.sections[0].blocks == made.sections[0].blocks
    assert again.appendices[0].blocks == made.appendices[0].blocks


@pytest.fixture
def made() -> Report:
    picture = Picture(jpeg(), "image/jpeg", 120.0, "Ảnh hội nghị")
    report = read_text("BÁO CÁO\nCông tác tuần 5\n1. Tốt\nĐã họp.").report
    section = replace(report.sections[0], blocks=(*report.sections[0].blocks, picture))
    appendix = Appendix("s2", ("HÌNH ẢNH",), (picture, replace(picture, width=60.5)))
    return replace(report, sections=(section,), appendices=(appendix,))


def test_a_picture_is_printed_as_wide_in_the_text_as_in_an_appendix(made: Report):
    sections = sheet_of(made).sections
    widths = [run.picture.width for part in sections for block in part.blocks for run in getattr(block, "runs", ())
              if run.picture]  # fmt: skip
    assert widths == [mm(120), mm(120), mm(60.5)]
