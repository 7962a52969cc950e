"""A small report as a sheet, with one of each kind of thing."""

from __future__ import annotations

from bcdesk.sheet.sheet import (
    SINGLE,
    Align,
    Cell,
    Format,
    PageSetup,
    Paragraph,
    Picture,
    Row,
    Run,
    Section,
    Sheet,
    Style,
    Table,
)

BODY = Style("Nội dung", Format(first=720, after=120))
HEAD = Style("Quốc hiệu", Format(Align.CENTER, pitch=SINGLE), 26, bold=True)
PART = Style("Tiêu đề mục I", Format(first=720, after=120, keep_next=True, outline=1), bold=True)
CELL = Style("Ô bảng", Format(Align.LEFT, pitch=SINGLE), 26)
NOTE = Style("Chú thích", Format(pitch=SINGLE), 22)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c6360606000000004000160"
    "b2b8a60000000049454e44ae426082"
)


def paragraph(style: Style, *runs: Run | str, **changes) -> Paragraph:
    """A paragraph in its style; a string is a run in the style's font."""
    made = (run if isinstance(run, Run) else Run(run, style.size, style.bold, style.italic) for run in runs)
    return Paragraph(style.name, tuple(made), changes.get("form", style.format), changes.get("mark_size", style.size))


def cell(text: str, **spans) -> Cell:
    """A table cell of one paragraph."""
    return Cell((paragraph(CELL, text),), **spans)


TABLE = Table(
    (2000, 3000, 4000),
    (
        Row((cell("STT", row_span=2), cell("Nội dung", column_span=2)), header=True),
        Row((cell("Kế hoạch"), cell("Thực hiện"))),
    ),
)
PICTURE = Run("", picture=Picture(PNG, "image/png", 2880, 1440, "Ảnh hội nghị"))
REPORT = Section(
    PageSetup(),
    (
        paragraph(HEAD, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        paragraph(PART, "I. KẾT QUẢ"),
        paragraph(BODY, "Tuyên truyền ", Run("05", bold=True, footnote=(paragraph(NOTE, "Theo kế hoạch."),)), " đợt."),
        TABLE,
        paragraph(BODY, PICTURE),
    ),
)
APPENDIX = Section(PageSetup(16838, 11906, number_from=1), (paragraph(BODY, "Phụ lục"), TABLE))
SHEET = Sheet((REPORT, APPENDIX), (HEAD, PART, BODY, NOTE, CELL), "Báo cáo quý I", "Ủy ban nhân dân xã Ba Tơ")


def sheet(*blocks, page: PageSetup | None = None) -> Sheet:
    """A sheet of one section, in the styles of this file."""
    return sheets(Section(page or PageSetup(), blocks))


def sheets(*sections: Section) -> Sheet:
    """A sheet of these sections, in the styles of this file."""
    return Sheet(sections, (HEAD, PART, BODY, NOTE, CELL))
