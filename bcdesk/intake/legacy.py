"""Text that came in TCVN3 or VNI made Unicode, whatever its fonts say, with a note of it: before anything else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from bcdesk.intake.intake import Note
from bcdesk.sheet.sheet import Block, Paragraph, Run, Sheet
from bcdesk.vietnamese.legacy import Encoding, decode, decode_pieces, encodings

Encoded = Mapping[str, Encoding]
CONVERTED = "Chữ gõ theo bảng mã {} đã được chuyển sang Unicode."
_LOOK = " Xem lại chữ hoa có dấu: bảng mã này không ghi chữ hoa, chỉ phông chữ mới cho biết."


def encoded(texts: Iterable[str]) -> Encoded:
    """Which of the texts of a document are in an encoding of before Unicode."""
    every = tuple(dict.fromkeys(texts))
    return {text: encoding for text, encoding in zip(every, encodings(every), strict=True) if encoding}


def notes_of(found: Encoded) -> tuple[Note, ...]:
    """That text was made Unicode, for each encoding."""
    return tuple(Note(converted_words(encoding)) for encoding in dict.fromkeys(found.values()))


def converted_words(encoding: str) -> str:
    """The sentence that says so."""
    return CONVERTED.format(encoding) + (_LOOK if encoding == Encoding.TCVN3 else "")


def lines_in_unicode(lines: Sequence[str]) -> tuple[str, Encoded]:
    """The lines of a plain text in Unicode, and which of them were not."""
    found = encoded(lines)
    return "\n".join(decode(line, found[line]) if line in found else line for line in lines), found


def texts_of(sheet: Sheet) -> Iterator[str]:
    """The text of every paragraph of a read document, in its cells and footnotes too."""
    for section in sheet.sections:
        for block in section.blocks:
            for paragraph in _paragraphs(block):
                yield from _texts(paragraph)


def in_unicode(paragraph: Paragraph, found: Encoded) -> Paragraph:
    """A paragraph of that document with Unicode letters, and so its footnotes."""
    if not found:
        return paragraph
    encoding = found.get(paragraph.plain)
    texts = [run.text for run in paragraph.runs]
    pieces = decode_pieces(texts, encoding) if encoding else texts
    return replace(paragraph, runs=tuple(map(_run, paragraph.runs, pieces, [found] * len(pieces))))


def _run(run: Run, text: str, found: Encoded) -> Run:
    return replace(run, text=text, footnote=tuple(in_unicode(note, found) for note in run.footnote))


def _paragraphs(block: Block) -> Iterator[Paragraph]:
    if isinstance(block, Paragraph):
        yield block
    else:
        yield from (paragraph for row in block.rows for cell in row.cells for paragraph in cell.paragraphs)


def _texts(paragraph: Paragraph) -> Iterator[str]:
    yield paragraph.plain
    for run in paragraph.runs:
        for note in run.footnote:
            yield from _texts(note)
