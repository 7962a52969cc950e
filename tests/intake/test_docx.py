from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesk.errors import FileEmpty
from bcdesk.intake.docx import read_reading
from bcdesk.intake.intake import Intake
from bcdesk.intake.text import read_text
from bcdesk.report.kinds import load_kinds, new_report
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import CellAlign, Paragraph, Report, Run, Table, walk
from bcdesk.report.units import sample_office
from bcdesk.word.reader import read
from bcdesk.word.reading import LOOKS, Kind, Reading, Unread
from bcdesk.word.writer import write
from tests.intake.paper import lost, sheet_of
from tests.intake.texts import CULTURE, MONTHLY, STEERING
from tests.word.documents import document, p, r

BOLD = "<w:b/>"
TITLE = p("BÁO CÁO", '<w:jc w:val="center"/>', BOLD) + p("Công tác tuần 5 năm 2026", '<w:jc w:val="center"/>', BOLD)
NO_BORDERS = "".join(f'<w:{side} w:val="nil"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))


def opened(body: str, **parts) -> Intake:
    return read_reading(read(document(TITLE + body, **parts)))


def tbl(*rows: tuple[str, ...], borders: str = NO_BORDERS, header: int = 0) -> str:
    """A table of texts, their paragraphs set apart by `|`."""
    made = "".join(
        "<w:tr>"
        + ("<w:trPr><w:tblHeader/></w:trPr>" if at < header else "")
        + "".join(f"<w:tc><w:tcPr/>{''.join(map(p, cell.split('|')))}</w:tc>" for cell in row)
        + "</w:tr>"
        for at, row in enumerate(rows)
    )
    grid = "<w:gridCol w:w='4000'/>" * len(rows[0])
    return (
        f"<w:tbl><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"
    )


def ruled(*rows: tuple[str, ...], header: int = 1) -> str:
    lines = NO_BORDERS.replace('"nil"', '"single" w:sz="4"')
    return tbl(*rows, borders=lines, header=header)


def plains(blocks) -> list[str]:
    return [block.plain for block in blocks]


def said(report: Report) -> tuple:
    """Everything of a report that a paper shows."""
    tree = [
        (depth, section.marker, section.title, section.run_in, section.blocks)
        for depth, section in walk(report.sections)
    ]
    return (
        report.number, report.symbol, report.place, report.date, report.subject, report.date_range, report.draft_mark,
        report.addressees, report.legal_bases, report.opening, tree, report.closing, report.recipients,
        report.signature, [(each.title, each.blocks, each.landscape) for each in report.appendices],
    )  # fmt: skip


def round_trip(report: Report) -> Report:
    return read_reading(read(write(sheet_of(report)))).report


@pytest.mark.parametrize("text", [MONTHLY, CULTURE, STEERING])
def test_what_was_written_is_read_back(text: str):
    report = read_text(text).report
    assert said(round_trip(report)) == said(report)


@pytest.mark.parametrize("kind", load_kinds(), ids=lambda kind: kind.id)
def test_a_new_report_of_each_kind_is_read_back(kind):
    report = new_report(kind, Period(PeriodType.QUARTER, 2026, 1), sample_office())
    assert said(round_trip(report)) == said(report)


def test_the_office_is_read_back_from_the_paper():
    office = round_trip(read_text(CULTURE).report).office
    assert (office.unit, office.name, office.header, office.superior) == ("xã", "Sơn Kỳ", (), "")


def test_a_paper_of_ours_needs_no_notes_but_on_its_office():
    notes = read_reading(read(write(sheet_of(read_text(CULTURE).report)))).notes
    assert len(notes) == 1


def test_no_word_of_a_paper_of_ours_is_lost():
    paper = sheet_of(read_text(CULTURE).report)
    text = "\n".join(
        block.plain for section in paper.sections for block in section.blocks if not hasattr(block, "rows")
    )
    assert lost(text, read_reading(Reading(paper))) == {}


def test_letterhead_and_signature_are_read_out_of_their_tables():
    head = tbl(
        ("ỦY BAN NHÂN DÂN|XÃ BA TƠ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập - Tự do - Hạnh phúc"),
        ("Số: 5/BC-UBND", "Ba Tơ, ngày 5 tháng 3 năm 2026"),
    )
    end = tbl(("Nơi nhận:|- Như trên;|- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH|||Phạm Văn Mạnh"))
    read_back = read_reading(read(document(head + TITLE + p("1. Tốt") + end))).report
    assert (read_back.number, read_back.place, read_back.office.name) == ("5", "Ba Tơ", "Ba Tơ")
    assert (read_back.recipients, read_back.signature.name) == (("Như trên;", "Lưu: VT."), "Phạm Văn Mạnh")


def test_a_ruled_table_is_a_table_of_the_report():
    section = opened(p("1. Số liệu") + ruled(("STT", "Việc"), ("1", "Họp|Làm"))).report.sections[0]
    (table,) = section.blocks
    assert isinstance(table, Table)
    assert (table.columns, table.header_rows) == ((70.6, 70.6), 1)
    assert [[plains(cell.paragraphs) for cell in row] for row in table.rows] == [
        [["STT"], ["Việc"]],
        [["1"], ["Họp", "Làm"]],
    ]


@pytest.mark.parametrize(
    ("first", "heads"), [(p("STT"), 1), (p("Xã", run=BOLD), 1), (p("Xã"), 0), (p("Xã", run=BOLD) + p("ấp"), 0)]
)
def test_a_first_row_in_bold_or_with_stt_heads_a_table_that_does_not_say_so(first: str, heads: int):
    (table,) = opened(ruled(("@",), ("1",), header=0).replace(p("@"), first)).report.opening
    assert table.header_rows == heads


def test_rows_that_are_all_heads_head_nothing():
    (table,) = opened(ruled(("STT",), header=0)).report.opening
    assert table.header_rows == 0


def test_a_text_box_with_the_mark_of_a_draft_is_that_mark():
    made = read(document(p("UBND XÃ BA TƠ") + TITLE + p("Xã báo cáo.")))
    box = Unread(Kind.TEXT_BOX, "DỰ THẢO", 0)
    intake = read_reading(replace(made, unread=(box,)))
    assert (intake.report.draft_mark, plains(intake.report.opening)) == ("DỰ THẢO", ["Xã báo cáo."])


def test_a_table_with_recipients_for_a_heading_is_a_table():
    (table,) = opened(p("1. Số liệu") + ruled(("Nơi nhận", "Số bản"), ("Xã", "2"))).report.sections[0].blocks
    assert isinstance(table, Table)


def test_a_table_without_rules_that_places_nothing_is_a_table():
    (table,) = opened(p("1. Số liệu") + tbl(("Việc", "Ngày"), ("Họp", "5"))).report.sections[0].blocks
    assert isinstance(table, Table)


def test_cells_keep_their_spans_and_alignment():
    cells = (
        '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("Kết quả", '<w:jc w:val="center"/>') + "</w:tc>",
        "<w:tc><w:tcPr/>" + p("5", '<w:jc w:val="right"/>') + "</w:tc><w:tc><w:tcPr/>" + p() + "</w:tc>",
    )
    rows = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    body = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='4000'/><w:gridCol w:w='4000'/></w:tblGrid>{rows}</w:tbl>"
    (table,) = opened(p("1. Số liệu") + body).report.sections[0].blocks
    assert [[(cell.column_span, cell.align) for cell in row] for row in table.rows] == [
        [(2, CellAlign.CENTER)],
        [(1, CellAlign.RIGHT), (1, CellAlign.LEFT)],
    ]
    assert table.rows[1][1].paragraphs == (Paragraph(),)


def test_bold_and_italic_are_kept_in_text():
    words = (
        r('<w:t xml:space="preserve">Đạt </w:t>')
        + r("<w:t>98%</w:t>", BOLD)
        + r('<w:t xml:space="preserve"> vượt</w:t>', "<w:i/>")
    )
    (block,) = opened(p("1. Tốt", run=BOLD) + f"<w:p>{words}</w:p>").report.sections[0].blocks
    assert block.runs == (Run("Đạt "), Run("98%", bold=True), Run(" vượt", italic=True))


def test_a_heading_in_bold_is_no_bold_text():
    section = opened(p("1. " + "Công tác " * 50, run=BOLD) + p("Tốt.")).report.sections[0]
    assert (section.title, section.run_in) == (("Công tác " * 50).strip(), False)


def test_bold_words_at_the_head_of_a_line_are_its_title():
    words = r('<w:t xml:space="preserve">1. Trồng trọt </w:t>', BOLD) + r("<w:t>đã gieo 5 ha lúa</w:t>")
    section = opened(f"<w:p>{words}</w:p>").report.sections[0]
    assert (section.title, section.run_in, plains(section.blocks)) == ("Trồng trọt", True, ["đã gieo 5 ha lúa"])


def test_where_headings_are_bold_a_sentence_in_ordinary_type_is_none():
    body = p("1. Kết quả", run=BOLD) + p("2. Xã có 5 thôn.")
    assert [section.title for section in opened(body).report.sections] == ["Kết quả", ""]


def test_a_bullet_in_bold_over_text_is_a_heading():
    body = p("1. Kết quả", run=BOLD) + p("Chung.") + p("- Trồng trọt", run=BOLD) + p("Tốt.")
    assert [child.heading for child in opened(body).report.sections[0].children] == ["- Trồng trọt"]


def test_a_heading_of_word_needs_no_marker():
    look = '<w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    styles = f'<w:style w:type="paragraph" w:styleId="h1">{look}</w:style>'
    body = p("Kết quả chung", '<w:pStyle w:val="h1"/>') + p("Tốt.")
    (section,) = opened(body, styles=styles).report.sections
    assert (section.marker, section.title, plains(section.blocks)) == ("", "Kết quả chung", ["Tốt."])


def test_levels_of_word_decide_the_depth():
    body = "".join(
        p(text, f'<w:outlineLvl w:val="{level}"/>') for text, level in (("A", 0), ("1. B", 1), ("C", 1), ("D", 0))
    )
    assert [(depth, section.title) for depth, section in walk(opened(body).report.sections)] == [
        (0, "A"),
        (1, "B"),
        (1, "C"),
        (0, "D"),
    ]


def test_a_line_broken_in_the_subject_makes_two_lines():
    body = "<w:p>" + r("<w:t>Công tác tuần 5</w:t><w:br/><w:t>năm 2026</w:t>") + "</w:p>"
    assert read_reading(read(document(p("BÁO CÁO") + body))).report.subject == ("Công tác tuần 5", "năm 2026")


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in LOOKS])
def test_everything_unread_is_marked_in_the_text_or_noted(kind: Kind):
    sheet = read(document(TITLE + p("1. Tốt") + p("Hết."))).sheet
    intake = read_reading(Reading(sheet, (Unread(kind, "vài chữ", 2), Unread(kind, "", None))))
    text = " ".join(plains(intake.report.sections[0].blocks)) + " ".join(note.words for note in intake.notes)
    assert "vài chữ" in text


def test_what_was_unread_is_marked_where_it_stood():
    sheet = read(document(TITLE + p("1. Tốt") + p("Một.") + p("Hai."))).sheet
    intake = read_reading(Reading(sheet, (Unread(Kind.TEXT_BOX, "Khung", 3), Unread(Kind.DRAWING, "", None))))
    assert plains(intake.report.sections[0].blocks) == ["Một.", "[Khung chữ: Khung]", "Hai.", "[Hình vẽ]"]


def test_an_appendix_on_its_side_stays_so():
    turned = '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>'
    upright = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    body = p("1. Tốt") + p("", upright) + p("Phụ lục") + p("SỐ LIỆU") + p("Năm") + turned
    (appendix,) = opened(body).report.appendices
    assert (appendix.title, appendix.landscape) == (("SỐ LIỆU",), True)


def test_a_document_without_words_is_refused():
    with pytest.raises(FileEmpty, match="Tệp Word"):
        read_reading(read(document(p())))
