"""The pane `Nguồn`: where the paragraph in work came from, unit by unit, in their own words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from bcdesk.report.blocks import Block, Table
from bcdesk.report.consolidation.alignment import words_of_block
from bcdesk.report.consolidation.byunit import by_unit, has_numbers
from bcdesk.report.merged import Contribution, Piece, Source
from bcdesk.ui.style.colours import Colours, colours_in
from bcdesk.ui.style.style import STEP
from bcdesk.vietnamese.dates import time_words
from bcdesk.vietnamese.numbers import grouped

OF_NOBODY = "Đoạn này không lấy từ báo cáo của đơn vị nào. Đặt con trỏ vào một đoạn đã tổng hợp để xem nguồn."
OF_ONE, OF_SEVERAL = "Đoạn này của {unit}.", "Đoạn này tổng hợp từ {count} đơn vị."
EDITED = "Đã sửa sau khi tổng hợp. Khi tổng hợp là: {words}"
SHEET = "Lập biểu theo đơn vị"
SHEET_TIP = "Thêm một phụ lục có số liệu của từng đơn vị trong mục này"


class SourcesPane(QWidget):
    """Shows one piece; `sheet_asked` asks for the numbers of its section as an appendix."""

    sheet_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = QTextBrowser()
        self.view.setAccessibleName("Nguồn của đoạn đang soạn")
        self.view.setOpenLinks(False)
        self.view.setTabChangesFocus(True)
        self.view.document().setDocumentMargin(1.5 * STEP)
        self.sheet = QPushButton(SHEET)
        self.sheet.setToolTip(SHEET_TIP)
        self.sheet.clicked.connect(self.sheet_asked)
        self._piece: Piece | None = None
        self._block: Block | None = None
        self._files: Mapping[str, Contribution] = {}
        row, column = QHBoxLayout(), QVBoxLayout(self)
        row.addStretch(1)
        row.addWidget(self.sheet)
        column.setContentsMargins(STEP, STEP, STEP, STEP)
        column.setSpacing(STEP)
        column.addWidget(self.view, 1)
        column.addLayout(row)
        self._show()

    def show_piece(self, piece: Piece | None, block: Block | None, files: Mapping[str, Contribution]) -> None:
        """Show where `block` came from, None for one of the editor's own; `files` are those of the units."""
        if (piece, block, files) != (self._piece, self._block, self._files):
            self._piece, self._block, self._files = piece, block, files
            self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Take on the colours of day or night."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._show()

    def _show(self) -> None:
        colours = colours_in(self.palette())
        if self._piece is None:
            self.view.setHtml(f"<p style='color:{colours.muted}'>{escape(OF_NOBODY)}</p>")
        else:
            self.view.setHtml("".join(_piece(self._piece, self._block, self._files, colours)))


def _piece(piece: Piece, block: Block | None, files: Mapping[str, Contribution], colours: Colours) -> Iterator[str]:
    units = piece.units
    said = OF_ONE.format(unit=units[0]) if len(units) == 1 else OF_SEVERAL.format(count=grouped(len(units)))
    yield f"<p><b>{escape(said)}</b></p>"
    if piece.doubt:
        yield f"<p style='color:{colours.amber}'>{escape(piece.doubt)}</p>"
    if block is not None and words_of_block(block) != words_of_block(piece.blocks[0]):
        words = EDITED.format(words=words_of_block(piece.blocks[0]))
        yield f"<p style='color:{colours.muted}'>{escape(words)}</p>"
    if len(units) > 1 and has_numbers((piece,)):
        yield _table(by_unit((piece,)))
    for source in piece.sources:
        yield _source(source, files.get(source.unit), colours)


def _table(table: Table) -> str:
    """The numbers unit by unit, heads and sums in bold; without the row numbers."""
    texts = [[cell.paragraphs[0] for cell in row[1:]] for row in table.rows]
    rows = (
        _row(tuple(text.plain for text in row), any(run.bold for text in row for run in text.runs)) for row in texts
    )
    return f"<table cellspacing='0' cellpadding='4'>{''.join(rows)}</table>"


def _row(cells: tuple[str, ...], bold: bool) -> str:  # noqa: FBT001  # of one row, not a flag
    texts = (f"<b>{escape(words)}</b>" if bold else escape(words) for words in cells)
    tds = (f"<td align='{'right' if column else 'left'}'>{text}</td>" for column, text in enumerate(texts))
    return f"<tr>{''.join(tds)}</tr>"


def _source(source: Source, file: Contribution | None, colours: Colours) -> str:
    of_file = " · ".join(filter(None, (file.file, time_words(file.modified)))) if file else ""
    words = "<br>".join(escape(words_of_block(block)) for block in source.blocks)
    told = f" <span style='color:{colours.muted}'>{escape(of_file)}</span>" if of_file else ""
    return f"<p><b>{escape(source.unit)}</b>{told}<br>{words}</p>"
