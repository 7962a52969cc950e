"""A read Word document as a report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import count, groupby

from bcdesk.errors import FileEmpty, PictureDamaged
from bcdesk.intake.asides import aside
from bcdesk.intake.intake import Intake, Note
from bcdesk.intake.legacy import CONVERTED, encoded, in_unicode, notes_of, texts_of
from bcdesk.intake.letterhead import is_draft
from bcdesk.intake.lines import lines, pictures
from bcdesk.intake.pictures import taken_in, words_of
from bcdesk.intake.recognise import recognise
from bcdesk.intake.signs import visible
from bcdesk.intake.typed import Item, typed
from bcdesk.report.office import Office
from bcdesk.report.report import Cell, CellAlign, Paragraph, Table
from bcdesk.sheet import sheet as printed
from bcdesk.sheet.lengths import millimetres
from bcdesk.sheet.letterhead import COUNTRY
from bcdesk.vietnamese.folding import fold
from bcdesk.vietnamese.legacy import decode
from bcdesk.word.reading import Kind, Reading, Unread

MOST_PLACING_COLUMNS = 4
NARROWEST_COLUMN = 1.0
OPENED_WORD = "Tệp Word"

_ALIGNS = {printed.Align.CENTER: CellAlign.CENTER, printed.Align.RIGHT: CellAlign.RIGHT}
_NUMBERS = {"stt", "tt", "so tt", "so thu tu"}
_COUNTRY = fold(COUNTRY)
_PLACED = re.compile(r"noi nhan\s*:|noi nhan$|so\s*:?[\s\d.…]*/|(?:tm|kt|tl|tuq)\s*\.|.*, ngay\b.*\bthang\b.*\bnam\b")
# What stands nowhere in the Sheet and is more than form: it is kept as a marked paragraph.
_KEPT = {
    Kind.TEXT_BOX: "Khung chữ",
    Kind.DRAWING: "Hình vẽ",
    Kind.PICTURE: "Hình",
    Kind.OBJECT: "Đối tượng nhúng",
    Kind.EQUATION: "Công thức",
    Kind.EMBEDDED: "Tài liệu nhúng",
    Kind.HIDDEN: "Chữ ẩn",
}
_NOTED = {
    Kind.FIELD: "Trường tự động không hiện chữ, đã bỏ: “{}”.",
    Kind.COMMENT: "Lời bình trong tệp Word không đưa vào báo cáo: “{}”.",
    Kind.HEADER: "Chữ ở đầu trang không đưa vào báo cáo: “{}”.",
    Kind.FOOTER: "Chữ ở chân trang không đưa vào báo cáo: “{}”.",
    Kind.PAGE_NUMBER: "Số trang được đặt lại ở giữa lề trên theo thể thức (trong tệp Word: {}).",
    Kind.NUMBERING: "Số thứ tự tự động được đọc thành chữ gõ tay: “{}”.",
    Kind.INSERTED: "Phần thêm khi theo dõi thay đổi được đọc như chữ thường: “{}”.",
    Kind.DELETED: "Phần đã xóa khi theo dõi thay đổi không đưa vào báo cáo: “{}”.",
    Kind.SYMBOL: "Ký hiệu của phông riêng được đọc là “{}”.",
    Kind.NESTED_TABLE: "Bảng nằm trong bảng được đọc thành các dòng: “{}”.",
    Kind.FLOATING: "Hình “{}” nằm nổi trên trang Word được đặt thành một hình riêng ở chỗ neo của nó.",
    Kind.TURNED: "Hình “{}” đã được xoay trong Word; ở đây chưa xoay: bấm “Xoay” dưới hình.",
    Kind.CROPPED: "Hình “{}” đã được cắt bớt trong Word; ở đây hiện cả phần đã cắt.",
    Kind.LEGACY: CONVERTED,
    Kind.FONT: "Có chữ dùng phông “{}”; báo cáo in bằng Times New Roman.",
}


def read_reading(
    reading: Reading, office: Office | None = None, name: str = OPENED_WORD, today: date | None = None
) -> Intake:
    """The report a read document shows. Raises FileEmpty, which calls the document by `name`."""
    opened = _Opened(reading)
    if not opened.items:
        raise FileEmpty(name)
    return recognise(opened.items, office, opened.notes, today)


class _Opened:
    """The paragraphs and tables of a document as typed items, and notes on what has no place among them."""

    def __init__(self, reading: Reading) -> None:
        self.items: list[Item] = []
        self._encoded = encoded((*texts_of(reading.sheet), *(item.text for item in reading.unread)))
        self.notes = [*notes_of(self._encoded), *self._noted(reading.unread)]
        kept = sorted((item for item in reading.unread if item.kind in _KEPT), key=_block_of)
        self._behind = {at: tuple(group) for at, group in groupby(kept, key=_block_of)}
        self._gap = 0
        self._read(reading.sheet)

    def _noted(self, unread: Iterable[Unread]) -> Iterator[Note]:
        for item in unread:
            if item.kind in _NOTED:
                yield Note(_NOTED[item.kind].format(self._said(item)))

    def _said(self, item: Unread) -> str:
        encoding = self._encoded.get(item.text)
        return decode(item.text, encoding) if encoding else item.text

    def _read(self, sheet: printed.Sheet) -> None:
        numbers = count()
        for section in sheet.sections:
            landscape = section.page.width > section.page.height
            for block in section.blocks:
                self._add_block(block, landscape=landscape)
                self._add_kept(self._behind.pop(next(numbers), ()))
        for left in self._behind.values():
            self._add_kept(left)

    def _add_block(self, block: printed.Block, *, landscape: bool) -> None:
        if isinstance(block, printed.Paragraph):
            self._add_paragraph(block, landscape=landscape)
        elif _is_placing(block):
            for paragraph in _paragraphs(block):
                self._add_paragraph(paragraph, landscape=landscape)
        else:
            self.items.append(self._table(block))

    def _add_paragraph(self, paragraph: printed.Paragraph, *, landscape: bool) -> None:
        """Its lines, then its pictures; a line of footnotes alone says nothing to recognise."""
        paragraph = in_unicode(paragraph, self._encoded)
        texts = (
            replace(line, landscape=landscape, gap=0 if at else self._gap) for at, line in enumerate(lines(paragraph))
        )
        shown = map(self._picture, pictures(paragraph))
        found = (*(line if line.text else line.paragraph for line in texts), *shown)
        self._gap = 0 if found else self._gap + 1
        self.items += found

    def _picture(self, shown: printed.Picture) -> Item:
        """A picture of the report, a marked paragraph for one that no report can hold."""
        try:
            picture = taken_in(shown)
        except PictureDamaged:
            return self._marked(shown, "bị hỏng")
        return picture or self._marked(shown, "quá lớn (trên 10 MB hoặc trên 60 triệu điểm ảnh)")

    def _marked(self, shown: printed.Picture, why: str) -> Paragraph:
        marked = aside(_KEPT[Kind.PICTURE], words_of(shown))
        self.notes.append(Note(f"Hình {why} nên chưa nhập được; chỗ của hình được đánh dấu bằng “{marked.plain}”."))
        return marked

    def _table(self, table: printed.Table) -> Table:
        columns = tuple(max(millimetres(width), NARROWEST_COLUMN) for width in table.columns)
        rows = tuple(tuple(self._cell(cell) for cell in row.cells) for row in table.rows)
        heads = next((at for at, row in enumerate(table.rows) if not row.header), len(table.rows))
        return Table(columns, rows, heads or _seeming_heads(table))

    def _cell(self, cell: printed.Cell) -> Cell:
        texts = tuple(line for paragraph in cell.paragraphs for line in self._lines_of_cell(paragraph))
        align = _ALIGNS.get(cell.paragraphs[0].format.align, CellAlign.LEFT) if cell.paragraphs else CellAlign.LEFT
        return Cell(texts or (Paragraph(),), cell.column_span, cell.row_span, align)

    def _lines_of_cell(self, paragraph: printed.Paragraph) -> Iterator[Paragraph]:
        yield from (line.paragraph for line in lines(in_unicode(paragraph, self._encoded)))
        for shown in pictures(paragraph):
            yield self._marked(shown, "nằm trong ô của bảng")

    def _add_kept(self, unread: Iterable[Unread]) -> None:
        for item in unread:
            words = visible(self._said(item)).strip()
            if item.kind is Kind.TEXT_BOX and is_draft(words):
                self.items.append(typed(words))
                continue
            self.items.append(aside(_KEPT[item.kind], words))
            self.notes.append(
                Note(f"{_KEPT[item.kind]} được để thành một đoạn trong ngoặc vuông: “{self._said(item)}”.")
            )


def _seeming_heads(table: printed.Table) -> int:
    """How many rows head a table that does not say so: its first as far as its cells span, in bold or with STT."""
    first = table.rows[0].cells if table.rows else ()
    texts = [(fold(line.plain).strip(" ."), line) for cell in first for line in cell.paragraphs if line.plain.strip()]
    bold = all(run.bold for _, line in texts for run in line.runs if run.text.strip())
    if not texts or not (bold or texts[0][0] in _NUMBERS):
        return 0
    heads = max(cell.row_span for cell in first)
    return heads if heads < len(table.rows) else 0


def _paragraphs(table: printed.Table) -> Iterator[printed.Paragraph]:
    for row in table.rows:
        for cell in row.cells:
            yield from cell.paragraphs


def _is_placing(table: printed.Table) -> bool:
    """Whether a table only places the letterhead, the signature or pictures: by what stands in it, ruled or not."""
    if not table.rule and any(any(pictures(paragraph)) for paragraph in _paragraphs(table)):
        return True
    texts = [fold(visible(paragraph.plain)).strip() for paragraph in _paragraphs(table)]
    if any(_COUNTRY in text for text in texts):
        return True
    return not table.rule and len(table.columns) <= MOST_PLACING_COLUMNS and any(map(_PLACED.match, texts))


def _block_of(item: Unread) -> int:
    return -1 if item.block is None else item.block
