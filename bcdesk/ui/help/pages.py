"""The pages of help to be read: Markdown of our own, links only among them, nothing loaded from anywhere else."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from bcdesk.ui.help.book import Book, Topic, link_to
from bcdesk.ui.style.colours import Colours, colours_in
from bcdesk.ui.style.style import STEP

HEADS = {1: 1.5, 2: 1.15}  # times the size of the text, by level
LINE_HEIGHT = 125  # percent
LIST_INDENT = 20
COLUMNS = (64, 36)  # percent: what is done, and its keys


class Pages(QTextBrowser):
    """Shows the topics of a book, with a way back; `turned` says which one is shown."""

    turned = Signal(object)

    def __init__(self, book: Book, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self.setAccessibleName("Nội dung hướng dẫn")
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.document().setDocumentMargin(2 * STEP)
        self.anchorClicked.connect(lambda link: self.follow(link.toString()))
        self.sourceChanged.connect(self._on_source)

    @property
    def topic(self) -> Topic | None:
        """The topic that is shown; None before the first."""
        return self._book.topic(self.source().toString())

    def open(self, topic_id: str) -> None:
        """Show a topic."""
        self.follow(link_to(topic_id))

    def follow(self, link: str) -> None:
        """Go where a link leads, unless that is out of the book."""
        if self._book.topic(link) is not None:
            self.setSource(QUrl(link), QTextDocument.ResourceType.MarkdownResource)

    def loadResource(self, _kind: int, name: QUrl | str) -> str:  # noqa: N802  # as Qt calls it
        """The text of a topic; nothing for anything else."""
        topic = self._book.topic(QUrl(name).toString())
        return topic.markdown if topic else ""

    def changeEvent(self, event: QEvent) -> None:
        """Take on the colours of day or night, and larger letters."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange} and not self.source().isEmpty():
            self.reload()

    def _on_source(self, link: QUrl) -> None:
        dress(self.document(), colours_in(self.palette()), self.font().pointSizeF())
        self.turned.emit(self._book.topic(link.toString()))


def dress(document: QTextDocument, colours: Colours, size: float) -> None:
    """Give a page the look of the desk: quiet heads, room between lines, what the decree says on a tint."""
    document.setIndentWidth(LIST_INDENT)
    for first, last in _quotations(document):
        _tint(document, first, last, colours)
    for block in _blocks(document):
        cursor = QTextCursor(block)
        cursor.setBlockFormat(_shape(block, in_table=cursor.currentTable() is not None))
        if level := block.blockFormat().headingLevel():
            _enlarge(cursor, size * HEADS.get(level, 1))
    for table in document.rootFrame().childFrames():
        if isinstance(table, QTextTable):
            _dress_table(table)


def _shape(block: QTextBlock, *, in_table: bool) -> QTextBlockFormat:
    shape, heights = block.blockFormat(), QTextBlockFormat.LineHeightTypes
    shape.setLeftMargin(0)
    shape.setRightMargin(0)
    if not block.text():  # what a frame leaves before it
        shape.setLineHeight(1, heights.FixedHeight.value)
        shape.setTopMargin(0)
        shape.setBottomMargin(0)
        return shape
    shape.setLineHeight(LINE_HEIGHT, heights.ProportionalHeight.value)
    if not in_table:
        shape.setTopMargin(STEP if shape.headingLevel() > 1 else 0)
        shape.setBottomMargin(STEP / 2 if shape.objectIndex() >= 0 else STEP)
    return shape


def _enlarge(cursor: QTextCursor, size: float) -> None:
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    letters = cursor.charFormat()
    letters.clearProperty(QTextFormat.Property.FontSizeAdjustment)
    letters.setFontPointSize(size)
    cursor.setCharFormat(letters)


def _tint(document: QTextDocument, first: int, last: int, colours: Colours) -> None:
    """Put the blocks from one to another into a frame of their own."""
    shape = QTextFrameFormat()
    shape.setPadding(STEP)
    shape.setBottomMargin(STEP)
    shape.setBackground(QBrush(QColor(colours.hover)))
    cursor = QTextCursor(document.findBlockByNumber(first))
    end = document.findBlockByNumber(last)
    cursor.setPosition(end.position() + end.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertFrame(shape)


def _dress_table(table: QTextTable) -> None:
    shape = table.format()
    shape.setBorder(0)
    shape.setCellPadding(STEP / 2)
    shape.setCellSpacing(0)
    percent = QTextLength.Type.PercentageLength
    shape.setWidth(QTextLength(percent, 100))
    shape.setColumnWidthConstraints([QTextLength(percent, part) for part in COLUMNS])
    table.setFormat(shape)


def _quotations(document: QTextDocument) -> list[tuple[int, int]]:
    """The runs of quoted blocks, from behind, so that the numbers of those before stay."""
    runs: list[tuple[int, int]] = []
    for block in _blocks(document):
        if _is_quoted(block):
            number = block.blockNumber()
            joined = bool(runs) and runs[-1][1] == number - 1
            runs[-1 if joined else len(runs) :] = [(runs[-1][0] if joined else number, number)]
    return runs[::-1]


def _is_quoted(block: QTextBlock) -> bool:
    return bool(block.blockFormat().property(QTextFormat.Property.BlockQuoteLevel))


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()
