"""Paragraphs of a report as a text on the screen, and back.

A footnote hangs on an object character of its own, so that typing behind it never carries it along; a line break
inside a paragraph is U+2028. Positions on the screen count UTF-16 units, offsets in the report count characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from bcdesk.report.report import Paragraph, Run

ANCHOR = "\ufffc"
LINE_BREAK = "\u2028"
SEPARATOR = "\u2029"
FOOTNOTE = QTextFormat.Property.UserProperty + 1
FOOTNOTE_OBJECT = QTextFormat.ObjectTypes.UserObject + 1
NOTES_BEFORE = "notesBefore"
LAST_IN_ONE_UNIT = 0xFFFF

T = TypeVar("T")


class Letter(NamedTuple):
    """One character as it stands in a text, with its format; a footnote's anchor is a character of its own."""

    character: str
    bold: bool = False
    italic: bool = False
    footnote: tuple[Run, ...] = ()


def paragraphs(document: QTextDocument) -> tuple[Paragraph, ...]:
    """What the document says, as typed; nothing where it is empty. Text still being composed is not in it."""
    found = tuple(_paragraph(block) for block in blocks(document))
    return () if found == (Paragraph(),) else found


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """The blocks of the document, one for each paragraph."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def settled(texts: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """The same paragraphs with their runs as the screen gives them back: no empty run, no two alike in a row."""
    return tuple(_joined(text.runs) for text in texts)


def load(document: QTextDocument, texts: tuple[Paragraph, ...]) -> None:
    """Make the document say `texts`."""
    patch(document, paragraphs(document), texts)


def patch(document: QTextDocument, before: tuple[Paragraph, ...], after: tuple[Paragraph, ...]) -> None:
    """Turn a document that says `before` into one that says `after`, touching no character that stays."""
    old, new = before or (Paragraph(),), after or (Paragraph(),)
    first, last = _apart(old, new)
    start = document.findBlockByNumber(first).position()
    gone, come = _flat(old[first : len(old) - last]), _flat(new[first : len(new) - last])
    head, tail = common(gone, come)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.setPosition(start + units(letter.character for letter in gone[:head]))
    kept = units(letter.character for letter in gone[: len(gone) - tail])
    cursor.setPosition(start + kept, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    insert(cursor, come[head : len(come) - tail])
    cursor.endEditBlock()


def insert(cursor: QTextCursor, letters: list[Letter]) -> None:
    """Put letters in at the cursor in their own formats."""
    for (bold, italic, footnote), group in groupby(letters, key=lambda letter: letter[1:]):
        text = "".join(letter.character for letter in group)
        cursor.insertText(text, _anchor_format(footnote) if footnote else char_format(bold=bold, italic=italic))


def insert_paragraphs(cursor: QTextCursor, texts: tuple[Paragraph, ...]) -> None:
    """Put paragraphs in at the cursor; the first and the last grow together with what stands there."""
    insert(cursor, _flat(texts))


def char_format(*, bold: bool = False, italic: bool = False) -> QTextCharFormat:
    """The format of characters on the screen."""
    made = QTextCharFormat()
    if bold:
        made.setFontWeight(QFont.Weight.Bold)
    if italic:
        made.setFontItalic(True)
    return made


def common(one: list[T] | tuple[T, ...], other: list[T] | tuple[T, ...]) -> tuple[int, int]:
    """How many items are the same at the start, and how many of the rest at the end."""
    shorter = min(len(one), len(other))
    head = next((index for index in range(shorter) if one[index] != other[index]), shorter)
    rest = shorter - head
    tail = next((index for index in range(rest) if one[-1 - index] != other[-1 - index]), rest)
    return head, tail


def units(characters: Iterable[str]) -> int:
    """How many places on the screen these characters take."""
    return sum(2 if ord(character) > LAST_IN_ONE_UNIT else 1 for character in characters)


def offset_at(block: QTextBlock, position: int) -> int:
    """The character of the paragraph that stands at a position of its block."""
    seen = offset = 0
    for character in block.text():
        if seen >= position:
            break
        seen += units(character)
        offset += character != ANCHOR
    return offset


def position_at(block: QTextBlock, offset: int) -> int:
    """The position in its block of a character of the paragraph; the end where there are fewer."""
    seen = passed = 0
    for character in block.text():
        if passed == offset and character != ANCHOR:
            break
        seen += units(character)
        passed += character != ANCHOR
    return seen


def anchor_at(cursor: QTextCursor) -> QTextCursor | None:
    """The anchor of a footnote before or behind the caret, selected; None where there is none."""
    found = QTextCursor(cursor)
    for start in (cursor.position() - 1, cursor.position()):
        if start >= 0 and cursor.document().characterAt(start) == ANCHOR:
            found.setPosition(start)
            found.setPosition(start + 1, QTextCursor.MoveMode.KeepAnchor)
            return found
    return None


def footnote_of(anchor: QTextCursor) -> tuple[Run, ...]:
    """The footnote whose anchor is selected."""
    return tuple(anchor.charFormat().property(FOOTNOTE) or ())


def hang(cursor: QTextCursor, footnote: tuple[Run, ...]) -> None:
    """Put the anchor of a footnote in the place of what is selected; nothing in the place where it is empty."""
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    if footnote:
        insert(cursor, [Letter(ANCHOR, footnote=footnote)])
    cursor.endEditBlock()


def register_footnotes(document: QTextDocument) -> None:
    """Teach the document to draw the anchors of footnotes."""
    document.documentLayout().registerHandler(FOOTNOTE_OBJECT, _FootnoteMark(document))


def number_footnotes(document: QTextDocument, before: int) -> None:
    """Let the marks be drawn with the numbers that come behind so many footnotes."""
    document.setProperty(NOTES_BEFORE, before)


def mark_at(document: QTextDocument, position: int) -> int:
    """The number that the footnote at a position is drawn with."""
    block = document.findBlock(position)
    seen, number = block.position(), 1 + (document.property(NOTES_BEFORE) or 0)
    for character in block.text():
        if seen >= position:
            break
        seen += units(character)
        number += character == ANCHOR
    while (block := block.previous()).isValid():
        number += block.text().count(ANCHOR)
    return number


class _FootnoteMark(QPyTextObject):
    """Draws the raised number where a footnote hangs, as on paper."""

    def intrinsicSize(self, document: QTextDocument, position: int, text_format: QTextFormat) -> QSizeF:  # noqa: ARG002, N802  # as Qt calls it
        metrics = QFontMetricsF(_small(document.defaultFont()))
        return QSizeF(metrics.horizontalAdvance(str(mark_at(document, position))), metrics.ascent())

    def drawObject(  # noqa: N802  # as Qt calls it
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        position: int,
        text_format: QTextFormat,  # noqa: ARG002
    ) -> None:
        painter.save()
        painter.setFont(_small(document.defaultFont()))
        raised = QRectF(rect).translated(0, -rect.height() / 3).adjusted(-rect.width(), 0, rect.width(), 0)
        painter.drawText(raised, Qt.AlignmentFlag.AlignCenter, str(mark_at(document, position)))
        painter.restore()


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * 0.7)
    return made


def _anchor_format(footnote: tuple[Run, ...]) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setObjectType(FOOTNOTE_OBJECT)
    made.setProperty(FOOTNOTE, footnote)
    words = "".join(run.text for run in footnote)
    made.setToolTip(f"Chú thích: {words}\nBấm chuột phải để sửa hoặc xóa.")
    return made


def _paragraph(block: QTextBlock) -> Paragraph:
    runs: list[Run] = []
    place = block.begin()
    while not place.atEnd():
        runs.extend(_read(place.fragment().text(), place.fragment().charFormat()))
        place += 1  # Qt's iterator, not a count
    return _joined(runs)


def _read(text: str, text_format: QTextCharFormat) -> Iterator[Run]:
    if ANCHOR in text and text_format.objectType() == FOOTNOTE_OBJECT:
        yield from [Run("", footnote=tuple(text_format.property(FOOTNOTE)))] * text.count(ANCHOR)
    else:
        bold = text_format.fontWeight() >= QFont.Weight.DemiBold
        yield Run(text.replace(ANCHOR, "").replace(LINE_BREAK, "\n"), bold, text_format.fontItalic())


def _letters(text: Paragraph) -> list[Letter]:
    letters: list[Letter] = []
    for run in text.runs:
        letters.extend(Letter(character, run.bold, run.italic) for character in run.text)
        if run.footnote:
            letters.append(Letter(ANCHOR, footnote=run.footnote))
    return letters


def _joined(runs: Iterable[Run]) -> Paragraph:
    """The runs as one paragraph: alike ones together, a footnote on the run before it, none empty."""
    made: list[Run] = []
    for run in runs:
        last = made[-1] if made and not made[-1].footnote else None
        if last is not None and (not run.text or (last.bold, last.italic) == (run.bold, run.italic)):
            made[-1] = replace(last, text=last.text + run.text, footnote=run.footnote)
        elif run.text or run.footnote:
            made.append(run if run.text else Run("", footnote=run.footnote))
    return Paragraph(tuple(made))


def _flat(texts: tuple[Paragraph, ...]) -> list[Letter]:
    letters: list[Letter] = []
    for index, text in enumerate(texts):
        if index:
            letters.append(Letter(SEPARATOR))
        letters.extend(
            letter._replace(character=LINE_BREAK) if letter.character == "\n" else letter for letter in _letters(text)
        )
    return letters


def _apart(old: tuple[Paragraph, ...], new: tuple[Paragraph, ...]) -> tuple[int, int]:
    """How many paragraphs are the same at both ends, so many that at least one is left on each side."""
    head, tail = common(old, new)
    if head + tail < min(len(old), len(new)):
        return head, tail
    return (head - 1, tail) if head else (head, max(tail - 1, 0))
