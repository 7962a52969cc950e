"""A typeface whose letters are all half as wide as the size, and sheets of it: at 10 pt a letter is 100 twips wide."""

from __future__ import annotations

from bcdesk.layout.pages import Line, Page
from bcdesk.layout.paginate import Paginator
from bcdesk.layout.profiles import WORD, Profile
from bcdesk.sheet.sheet import Align, Block, Format, PageSetup, Paragraph, Pitch, Run, Section, Sheet

SIZE = 20
PITCH = 200
LEFT = Format(Align.LEFT, pitch=Pitch(PITCH))
# Ten letters wide and ten lines high.
SMALL = PageSetup(width=1200, height=2200, top=100, bottom=100, left=100, right=100, header=0, number_size=0)


class FixedFace:
    units_per_em = 1000
    ascent = 800
    descent = 200
    line_gap = 100

    def __init__(self, advance: int = 500) -> None:
        self._advance = advance

    def advance(self, _: str) -> int:
        return self._advance

    def covers(self, _: str) -> bool:
        return True


class FixedMeasure:
    """Bold is a tenth wider."""

    family = "Fixed"

    def face(self, *, bold: bool, **_: bool) -> FixedFace:
        return FixedFace(550 if bold else 500)


def paragraph(text: str = "", form: Format = LEFT, **changes) -> Paragraph:
    return Paragraph("Nội dung", (Run(text, SIZE),) if text else (), form, SIZE, **changes)


def sheet(*blocks: Block, page: PageSetup = SMALL) -> Sheet:
    return Sheet((Section(page, blocks),))


def pages_of(*blocks: Block, page: PageSetup = SMALL, profile: Profile = WORD) -> tuple[Page, ...]:
    return Paginator(FixedMeasure(), profile).pages(sheet(*blocks, page=page))


def lines_of(*blocks: Block, page: PageSetup = SMALL, profile: Profile = WORD) -> list[Line]:
    return [line for found in pages_of(*blocks, page=page, profile=profile) for line in found.lines]


def texts(*blocks: Block, page: PageSetup = SMALL, profile: Profile = WORD) -> list[str]:
    return [line.text for line in lines_of(*blocks, page=page, profile=profile)]


def texts_by_page(*blocks: Block, page: PageSetup = SMALL) -> list[list[str]]:
    return [[line.text for line in found.lines] for found in pages_of(*blocks, page=page)]
