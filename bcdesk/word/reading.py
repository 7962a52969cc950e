"""What a Word document says: the Sheet it prints, and everything in it that a Sheet has no place for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bcdesk.sheet.sheet import Sheet


class Kind(StrEnum):
    """What something is that has no place in a Sheet, or stands in it otherwise than in the document."""

    TEXT_BOX = "text box"
    DRAWING = "drawing"
    PICTURE = "picture"
    OBJECT = "object"
    EQUATION = "equation"
    FIELD = "field"
    COMMENT = "comment"
    HEADER = "header"
    FOOTER = "footer"
    PAGE_NUMBER = "page number"
    NUMBERING = "numbering"
    INSERTED = "inserted"
    DELETED = "deleted"
    HIDDEN = "hidden"
    SYMBOL = "symbol"
    NESTED_TABLE = "nested table"
    EMBEDDED = "embedded"
    FLOATING = "floating picture"
    TURNED = "turned picture"
    CROPPED = "cropped picture"
    FONT = "font"
    LEGACY = "legacy encoding"
    UNDERLINE = "underline"
    COLOUR = "colour"
    CAPITALS = "capitals"
    EFFECT = "effect"
    BORDER = "border"
    NUMBER_LOOK = "number look"
    NUMBER_FORMAT = "number format"


LOOKS = frozenset({
    Kind.UNDERLINE, Kind.COLOUR, Kind.CAPITALS, Kind.EFFECT, Kind.BORDER, Kind.NUMBER_LOOK, Kind.NUMBER_FORMAT,
})  # fmt: skip
"""How something looks, where all that is said stands in the Sheet."""


@dataclass(frozen=True, slots=True)
class Unread:
    """Something of `kind` and the text it shows.

    `block` is the paragraph or table it stands in, counted from 0 over all sections; None outside of the body.
    `INSERTED`, `NUMBERING`, `SYMBOL` and `NESTED_TABLE` texts do stand in the Sheet; it is their form that was lost.
    So do the pictures described by `FLOATING`, `TURNED` and `CROPPED`: in the line, as they came from their file.
    `FIELD` gives the instruction of a field that shows nothing, `FONT` the name of a font other than the paper's,
    `LEGACY` the encoding of before Unicode its letters are drawn in (they stand in the Sheet as they are drawn),
    `PAGE_NUMBER` where a page number stands that is not in the middle of the top margin, `NUMBER_LOOK` what it is
    beside its size (`bold`, `italic`, `coloured`), `NUMBER_FORMAT` the name of other than Arabic digits. `UNDERLINE`,
    `COLOUR` (any but black), `CAPITALS` (small letters shown as capitals) and `EFFECT` (struck, shadowed, marked …)
    give the text that is so; `BORDER` says whether a `paragraph` or a `cell` draws a line of its own at any other
    side than below a paragraph.
    """

    kind: Kind
    text: str
    block: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A read document."""

    sheet: Sheet
    unread: tuple[Unread, ...] = ()
