"""Whole sheets at random, with everything a Sheet can say."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from bcdesk.sheet.sheet import (
    Align,
    Cell,
    Format,
    PageSetup,
    Paragraph,
    Picture,
    Pitch,
    Row,
    Run,
    Section,
    Sheet,
    Style,
    Table,
    VerticalAlign,
)

NAMES = ("Nội dung", "Tên loại", "Trích yếu", "Tiêu đề mục I", "Ô bảng", "Chú thích", "Normal", "header", "1.1.")
WORDS = (
    "Ủy ban nhân dân xã",
    "quý I năm 2024",
    "  ",
    " ",
    "\t",
    "\n",
    "\u00a0\u00a0",
    "\u2011",
    "\u00ad",
    "“12,5 %”",
    "đ",
    "🙂",
)
TEXT = st.lists(
    st.sampled_from(WORDS) | st.text("aăâ đ.&<>\t\n\u0301", min_size=1, max_size=6), min_size=1, max_size=4
).map("".join)
SIZES = st.integers(2, 144)
LENGTHS = st.integers(0, 2000)
RULES = st.just(0) | st.integers(2, 96)
DATA = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}

formats = st.builds(
    Format,
    align=st.sampled_from(Align),
    left=st.integers(-500, 2000),
    right=st.integers(-500, 2000),
    first=st.integers(-1000, 1000),
    before=LENGTHS,
    after=LENGTHS,
    pitch=st.builds(Pitch, st.integers(1, 900), st.booleans()),
    keep_next=st.booleans(),
    keep_lines=st.booleans(),
    widow_control=st.booleans(),
    page_break_before=st.booleans(),
    rule=RULES,
    outline=st.integers(0, 9),
)
pages = st.builds(
    PageSetup,
    width=st.sampled_from((11906, 16838, 9000)),
    height=st.sampled_from((16838, 11906)),
    top=LENGTHS,
    bottom=LENGTHS,
    left=LENGTHS,
    right=LENGTHS,
    header=LENGTHS,
    number_size=st.sampled_from((0, 26, 28)),
    number_from=st.none() | st.integers(0, 99),
    number_first=st.booleans(),
)


@st.composite
def pictures(draw: st.DrawFn) -> Picture:
    kind = draw(st.sampled_from(sorted(DATA)))
    data = DATA[kind] + draw(st.binary(max_size=20))
    return Picture(data, kind, draw(st.integers(1, 9000)), draw(st.integers(1, 9000)), draw(st.just("") | TEXT))


@dataclass(frozen=True)
class Parts:
    """Paragraphs and tables in some styles."""

    styles: tuple[Style, ...]

    def runs(self, style: Style, *, notes: bool) -> st.SearchStrategy[tuple[Run, ...]]:
        """Runs in or out of the font of their style."""
        font = {
            "size": st.just(style.size) | SIZES,
            "bold": st.just(style.bold) | st.booleans(),
            "italic": st.just(style.italic) | st.booleans(),
        }
        plain = st.builds(Run, TEXT, **font)
        if not notes:
            return st.lists(plain, max_size=3).map(tuple)
        note = st.lists(self.paragraphs(notes=False), min_size=1, max_size=2).map(tuple)
        noted = st.builds(Run, st.just("") | TEXT, footnote=note, **font)
        pictured = st.builds(Run, st.just(""), picture=pictures(), **font)
        return st.lists(plain | noted | pictured, max_size=4).map(tuple)

    def paragraphs(self, *, notes: bool = True) -> st.SearchStrategy[Paragraph]:
        """Paragraphs in or out of the format of their style."""
        return st.sampled_from(self.styles).flatmap(
            lambda style: st.builds(
                Paragraph,
                st.just(style.name),
                self.runs(style, notes=notes),
                st.just(style.format) | formats,
                st.just(style.size) | SIZES,
            )
        )

    def sections(self) -> st.SearchStrategy[Section]:
        """Sections of any blocks, tables side by side and none at all among them."""
        blocks = self.paragraphs() | tables(self)
        return st.builds(Section, pages, st.lists(blocks, max_size=4).map(tuple))


@st.composite
def tables(draw: st.DrawFn, parts: Parts) -> Table:
    """Tables whose cells cover their grid without gaps."""
    columns = tuple(draw(st.lists(st.integers(1, 4000), min_size=1, max_size=4)))
    count = draw(st.integers(1, 3))
    free = {(row, column) for row in range(count) for column in range(len(columns))}
    rows = tuple(Row(draw(cells(parts, row, len(columns), free, count)), draw(st.booleans())) for row in range(count))
    return Table(columns, rows, draw(st.integers(0, 200)), draw(RULES), draw(st.integers(-500, 2000)))


@st.composite
def cells(
    draw: st.DrawFn, parts: Parts, row: int, width: int, free: set[tuple[int, int]], count: int
) -> tuple[Cell, ...]:
    """The cells that begin in a row; takes the places they cover."""
    found = []
    for column in range(width):
        if (row, column) not in free:
            continue
        room = next(n for n in range(1, width + 1) if (row, column + n) not in free)
        across, down = draw(st.integers(1, room)), draw(st.integers(1, count - row))
        free -= {(row + y, column + x) for y in range(down) for x in range(across)}
        content = tuple(draw(st.lists(parts.paragraphs(), min_size=1, max_size=2)))
        found.append(Cell(content, across, down, draw(st.sampled_from(VerticalAlign))))
    return tuple(found)


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """A sheet whose styles are those its paragraphs use."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True))
    styles = tuple(Style(name, draw(formats), draw(SIZES), draw(st.booleans()), draw(st.booleans())) for name in names)
    sections = tuple(draw(st.lists(Parts(styles).sections(), min_size=1, max_size=3)))
    used = {paragraph.style for paragraph in printed(sections)}
    kept = tuple(style for style in styles if style.name in used)
    return Sheet(
        sections,
        kept,
        draw(st.just("") | st.text("Báo cáo 123 &<>", max_size=400)),
        draw(st.sampled_from(("", "UBND"))),
    )


def printed(sections: tuple[Section, ...]) -> list[Paragraph]:
    """Every paragraph, those of cells and footnotes too."""
    found: list[Paragraph] = []
    for section in sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                found.append(block)
            else:
                found += [each for row in block.rows for cell in row.cells for each in cell.paragraphs]
    notes = [note for paragraph in found for run in paragraph.runs for note in run.footnote]
    return found + notes
