"""Paragraphs, tables and pictures as typed, wherever in the report they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bcdesk.report import report as typed
from bcdesk.report.blocks import is_blank
from bcdesk.report.report import Place
from bcdesk.sheet.form import Form
from bcdesk.sheet.pictures import picture
from bcdesk.sheet.sheet import Block
from bcdesk.sheet.styles import Name
from bcdesk.sheet.tables import table


def blocks(
    part: str, contents: Iterable[typed.Block], form: Form, name: Name = Name.BODY, first: int = 0
) -> Iterator[Block]:
    """The blocks of a part from block `first` on; empty paragraphs are not printed (ND-03)."""
    for index, block in enumerate(contents):
        if index >= first:
            yield from _block(Place(part, index), block, form, name)


def _block(place: Place, block: typed.Block, form: Form, name: Name) -> Iterator[Block]:
    match block:
        case typed.Paragraph():
            if not is_blank(block):
                yield form.paragraph(name, block.runs, place)
        case typed.Table():
            yield from table(place, block, form)
        case typed.Picture():
            yield picture(place, block, form)
