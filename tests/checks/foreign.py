"""Documents as other people make them: one report, and papers that are none, in the ways offices really type them."""

from __future__ import annotations

import io
from collections.abc import Callable

from docx import Document
from docx.document import Document as Opened
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import parse_xml
from docx.shared import Mm, Pt, RGBColor

from tests.word.documents import SPACES, document, p, r

COUNTRY, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
NAMES = ("ỦY BAN NHÂN DÂN", "XÃ BA TƠ")
NUMBER, DATE = "Số: 12/BC-UBND", "Ba Tơ, ngày 15 tháng 9 năm 2026"
SUBJECT = "Công tác cải cách hành chính quý III năm 2026"
ADDRESSED = "Kính gửi: Sở Nội vụ tỉnh Quảng Ngãi"
TEXT = (
    "Ủy ban nhân dân xã Ba Tơ báo cáo kết quả như sau:",
    "I. KẾT QUẢ THỰC HIỆN",
    "1. Công tác chỉ đạo",
    "Ủy ban nhân dân xã đã ban hành 03 kế hoạch về cải cách hành chính.",
    "II. PHƯƠNG HƯỚNG, NHIỆM VỤ",
    "Tiếp tục tuyên truyền đến từng thôn.",
    "Trên đây là báo cáo công tác cải cách hành chính quý III năm 2026./.",
)
RECIPIENTS = ("Nơi nhận:", "- Như trên;", "- Thường trực Đảng ủy;", "- Lưu: VT, VHXH.")
SIGNING = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "", "", "", "Phạm Văn Mạnh")


def saved(made: Opened) -> bytes:
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def paper(top: float = 20, left: float = 30, right: float = 20, font: str = "Times New Roman") -> Opened:
    """A new document of python-docx on A4, its text in one font by the style Normal."""
    made = Document()
    page = made.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin = page.bottom_margin = Mm(top)
    page.left_margin, page.right_margin = Mm(left), Mm(right)
    normal = made.styles["Normal"]
    normal.font.name, normal.font.size = font, Pt(14)
    normal.paragraph_format.space_after = Pt(6)
    return made


def add(where, text: str, size: float = 14, *, bold=False, italic=False, align=None, **format_):
    """A paragraph with direct formatting."""
    made = where.add_paragraph()
    written = made.add_run(text)
    written.font.size, written.bold, written.italic = Pt(size), bold, italic
    made.alignment = align
    for name, value in format_.items():
        setattr(made.paragraph_format, name, value)
    return made


def text_of(made: Opened) -> None:
    """The running text, as it should be."""
    for line in TEXT:
        title = line.startswith(("I", "1."))
        add(made, line, bold=title, align=ALIGN.JUSTIFY, first_line_indent=Mm(12.7), space_after=Pt(6))


def titles(made: Opened) -> None:
    add(made, "BÁO CÁO", bold=True, align=ALIGN.CENTER)
    add(made, SUBJECT, bold=True, align=ALIGN.CENTER)
    add(made, ADDRESSED, align=ALIGN.CENTER)


def cell(place, *lines: tuple) -> None:
    """Lines of (text, size, bold, italic) centred in a cell."""
    place.paragraphs[0]._p.getparent().remove(place.paragraphs[0]._p)
    for text, size, bold, italic in lines:
        add(place, text, size, bold=bold, italic=italic, align=ALIGN.CENTER, space_after=Pt(0))


def head_table(made: Opened) -> None:
    table = made.add_table(2, 2)
    cell(table.cell(0, 0), *((name, 13, True, False) for name in NAMES))
    cell(table.cell(0, 1), (COUNTRY, 13, True, False), (MOTTO, 14, True, False))
    cell(table.cell(1, 0), (NUMBER, 13, False, False))
    cell(table.cell(1, 1), (DATE, 14, False, True))


def end_table(made: Opened) -> None:
    table = made.add_table(1, 2)
    left, right = table.cell(0, 0), table.cell(0, 1)
    left.paragraphs[0]._p.getparent().remove(left.paragraphs[0]._p)
    add(left, RECIPIENTS[0], 12, bold=True, italic=True, space_after=Pt(0))
    for line in RECIPIENTS[1:]:
        add(left, line, 11, space_after=Pt(0))
    cell(right, *((line, 14, True, False) for line in SIGNING))


def by_tables() -> bytes:
    made = paper()
    head_table(made)
    titles(made)
    text_of(made)
    end_table(made)
    return saved(made)


def by_tabs() -> bytes:
    made = paper()
    for left, right in zip((*NAMES, NUMBER), (COUNTRY, MOTTO, DATE), strict=True):
        add(made, f"\t{left}\t{right}", 13, bold=left != NUMBER)
    titles(made)
    text_of(made)
    add(made, f"{RECIPIENTS[0]}\t\t\t{SIGNING[0]}", 12, bold=True)
    for left, right in zip(RECIPIENTS[1:], ("CHỦ TỊCH", "", "Phạm Văn Mạnh"), strict=True):
        add(made, f"{left}\t\t\t{right}", 11)
    return saved(made)


def by_blanks() -> bytes:
    made = paper()
    for left, right in zip((*NAMES, NUMBER), (COUNTRY, MOTTO, DATE), strict=True):
        add(made, f"   {left}{' ' * 20}{right}", 13, bold=left != NUMBER)
    titles(made)
    text_of(made)
    for line in (*RECIPIENTS, *SIGNING):
        add(made, line, 12)
    return saved(made)


def with_broken_lines() -> bytes:
    made = paper()
    table = made.add_table(1, 2)
    cell(table.cell(0, 0), ("\n".join((*NAMES, "-------", NUMBER)), 13, True, False))
    cell(table.cell(0, 1), ("\n".join((COUNTRY, MOTTO, "---------------", DATE)), 13, True, False))
    titles(made)
    text_of(made)
    end_table(made)
    return saved(made)


def in_text_boxes() -> bytes:
    box = (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData>'
        "<wps:wsp><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>"
    )
    heads = (("".join(map(p, (*NAMES, NUMBER)))), "".join(map(p, (COUNTRY, MOTTO, DATE))))
    body = "".join(box.format(head) for head in heads)
    return document(body + "".join(map(p, ("BÁO CÁO", SUBJECT, *TEXT))) + box.format("".join(map(p, RECIPIENTS))))


def with_drawn_lines() -> bytes:
    line = f'<w:r {SPACES}><w:pict><v:line from="0,0" to="90,0"/></w:pict></w:r>'
    made = paper()
    head_table(made)
    for paragraph in (made.tables[0].cell(0, 0).paragraphs[-1], made.tables[0].cell(0, 1).paragraphs[-1]):
        paragraph._p.append(parse_xml(line))
    titles(made)
    made.paragraphs[1]._p.append(parse_xml(line))
    text_of(made)
    end_table(made)
    return saved(made)


def with_template_fonts() -> bytes:
    """Nothing set but the words: Calibri of the theme, letter paper, blue titles."""
    made = Document()
    made.add_heading("BÁO CÁO", 0)
    made.add_paragraph(SUBJECT)
    for line in TEXT:
        made.add_heading(line, 1) if line.startswith("I") else made.add_paragraph(line)
    return saved(made)


def in_tcvn3() -> bytes:
    made = paper(font=".VnTime")
    for line in ("Uû ban nh©n d©n x· Ba T¬", "B¸o c¸o", "KÕt qu¶ c¶i c¸ch hµnh chÝnh quý III n¨m 2026"):
        add(made, line)
    return saved(made)


def in_vni() -> bytes:
    made = paper(font="VNI-Times")
    for line in ("UÛY BAN NHAÂN DAÂN", "BAÙO CAÙO", "Keát quaû caûi caùch haønh chính quyù III naêm 2026"):
        add(made, line)
    return saved(made)


def with_nested_tables() -> bytes:
    made = paper()
    outer = made.add_table(1, 1).cell(0, 0)
    inner = outer.add_table(1, 2)
    cell(inner.cell(0, 0), *((name, 13, True, False) for name in (*NAMES, NUMBER)))
    cell(inner.cell(0, 1), (COUNTRY, 13, True, False), (MOTTO, 14, True, False), (DATE, 14, False, True))
    titles(made)
    text_of(made)
    end_table(made)
    return saved(made)


def without_head() -> bytes:
    made = paper()
    titles(made)
    text_of(made)
    return saved(made)


def empty() -> bytes:
    return saved(Document())


def letter() -> bytes:
    made = paper()
    table = made.add_table(1, 2)
    cell(table.cell(0, 0), *((name, 13, True, False) for name in NAMES), ("Số: 15/UBND-VHXH", 13, False, False),
         ("V/v báo cáo cải cách hành chính", 12, False, False))  # fmt: skip
    cell(table.cell(0, 1), (COUNTRY, 13, True, False), (MOTTO, 14, True, False), (DATE, 14, False, True))
    add(made, "Kính gửi: Sở Nội vụ tỉnh Quảng Ngãi", align=ALIGN.CENTER)
    text_of(made)
    end_table(made)
    return saved(made)


def decision() -> bytes:
    made = paper()
    head_table(made)
    add(made, "QUYẾT ĐỊNH", bold=True, align=ALIGN.CENTER)
    add(made, "Về việc thành lập Tổ công nghệ số cộng đồng", bold=True, align=ALIGN.CENTER)
    add(made, "Điều 1. Thành lập Tổ công nghệ số cộng đồng xã.", align=ALIGN.JUSTIFY)
    end_table(made)
    return saved(made)


def with_lists() -> bytes:
    made = paper()
    head_table(made)
    titles(made)
    for line in TEXT:
        made.add_paragraph(line, style="List Number" if line.startswith("1.") else "List Bullet")
    end_table(made)
    return saved(made)


def with_changes() -> bytes:
    body = "".join(map(p, ("BÁO CÁO", SUBJECT)))
    inserted = f'<w:p><w:ins w:id="1">{r("<w:t>Đã làm.</w:t>")}</w:ins></w:p>'
    deleted = '<w:p><w:del w:id="2"><w:r><w:delText>Chưa làm.</w:delText></w:r></w:del></w:p>'
    return document(body + inserted + deleted)


def in_controls() -> bytes:
    lines = "".join(map(p, (*NAMES, COUNTRY, MOTTO, NUMBER, DATE, "BÁO CÁO", SUBJECT)))
    return document(f"<w:sdt><w:sdtContent>{lines}</w:sdtContent></w:sdt>" + "".join(map(p, (*TEXT, *RECIPIENTS))))


def in_one_table() -> bytes:
    made = paper()
    table = made.add_table(len(TEXT), 1, style="Table Grid")
    for row, line in enumerate(TEXT):
        table.cell(row, 0).text = line
    return saved(made)


def lying_down() -> bytes:
    made = paper()
    page = made.sections[0]
    page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    head_table(made)
    titles(made)
    text_of(made)
    end_table(made)
    return saved(made)


def stacked() -> bytes:
    """Everything one below the other in the middle."""
    made = paper()
    for line in (*NAMES, COUNTRY, MOTTO, NUMBER, DATE):
        add(made, line, 13, bold=True, align=ALIGN.CENTER)
    titles(made)
    text_of(made)
    for line in (*SIGNING, *RECIPIENTS):
        add(made, line, 13, align=ALIGN.CENTER)
    return saved(made)


def poem() -> bytes:
    made = Document()
    for line in ("Roses are red,", "violets are blue;", "", "this is no report", "and neither are you."):
        made.add_paragraph(line)
    return saved(made)


def coloured() -> bytes:
    made = paper(top=15, left=25, right=25)
    head_table(made)
    titles(made)
    made.paragraphs[0].runs[0].font.color.rgb = RGBColor(0xFF, 0, 0)
    made.paragraphs[1].runs[0].font.underline = True
    text_of(made)
    end_table(made)
    return saved(made)


def spreadsheet() -> bytes:
    made = paper()
    table = made.add_table(3, 4, style="Table Grid")
    for row in range(3):
        for column in range(4):
            table.cell(row, column).text = f"{row}/{column}"
    return saved(made)


DOCUMENTS: dict[str, Callable[[], bytes]] = {
    made.__name__.replace("_", " "): made
    for made in (
        by_tables, by_tabs, by_blanks, with_broken_lines, in_text_boxes, with_drawn_lines, with_template_fonts,
        in_tcvn3, in_vni, with_nested_tables, without_head, empty, letter, decision, with_lists, with_changes,
        in_controls, in_one_table, lying_down, stacked, poem, coloured, spreadsheet,
    )
}  # fmt: skip
