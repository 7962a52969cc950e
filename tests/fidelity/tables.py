"""Tables of the genre, made up: data, merged cells, and those that only place things."""

from __future__ import annotations

import random

from bcdesk.sheet.sheet import SINGLE, Align, Cell, Format, Paragraph, Row, Run, Table, VerticalAlign
from tests.fidelity.phrases import words

COUNTRY, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"


def merged(chance: random.Random, width: int) -> Table:
    """A table whose head spans columns, whose first column spans rows, and whose sum spans columns.

    The spanning head is short: LibreOffice cuts off a taller one where it repeats it.
    """
    columns = (width * 2 // 10, width * 3 // 10, width * 2 // 10, width - width * 7 // 10)
    head = (
        Row((cell(chance, chance.choice(("TT", "Nội dung")), Align.CENTER, row_span=2, vertical=VerticalAlign.CENTER),
             cell(chance, words(chance, 3), Align.CENTER, column_span=3)), header=True),
        Row(tuple(cell(chance, words(chance, 3), Align.CENTER) for _ in range(3)), header=True),
    )  # fmt: skip
    body = [row for _ in range(chance.randint(1, 6)) for row in _group(chance)]
    total = Row((cell(chance, "Tổng cộng", Align.CENTER, column_span=2), *_cells(chance, 2)))
    return Table(columns, (*head, *body, total))


def _group(chance: random.Random) -> list[Row]:
    """Rows beside one cell that spans them."""
    rows = chance.choice((2, 2, 3, 4))
    vertical = chance.choice(tuple(VerticalAlign))
    beside = cell(chance, words(chance, chance.choice((3, 3, 12))), Align.LEFT, row_span=rows, vertical=vertical)
    return [Row((beside, *_cells(chance, 3))), *(Row(_cells(chance, 3)) for _ in range(rows - 1))]


def _cells(chance: random.Random, count: int) -> tuple[Cell, ...]:
    return tuple(cell(chance, words(chance, chance.randint(1, 12)), chance.choice(tuple(Align))) for _ in range(count))


def cell(chance: random.Random, text: str, align: Align, **changes: object) -> Cell:
    size = chance.choice((24, 26))
    paragraph = Paragraph("Ô bảng", (Run(text, size),), Format(align, pitch=SINGLE), size)
    return Cell((paragraph,), **changes)  # type: ignore[arg-type]


def table(chance: random.Random, width: int) -> Table:
    columns = _columns(chance, width - 2 * chance.choice((0, 108)))
    head = Row(
        tuple(cell(chance, words(chance, 3), Align.CENTER, vertical=VerticalAlign.CENTER) for _ in columns),
        header=chance.random() < 0.8,
    )
    rows = tuple(
        Row(
            tuple(
                cell(chance, words(chance, chance.randint(1, 14 if index else 2)), chance.choice(tuple(Align)))
                for index in range(len(columns))
            )
        )
        for _ in range(chance.randint(2, 14))
    )
    return Table(columns, (head, *rows), indent=(width - sum(columns)) // 2)


def _columns(chance: random.Random, width: int) -> tuple[int, ...]:
    shares = [chance.randint(2, 6) for _ in range(chance.randint(2, 5))]
    return tuple(width * share // sum(shares) for share in shares)


def line(text: str, size: int, align: Align = Align.CENTER, **changes: bool) -> Paragraph:
    runs = (Run(text, size, **changes),) if text else ()
    return Paragraph("Ô bảng", runs, Format(align, pitch=SINGLE), size)


def letterhead(chance: random.Random, width: int) -> Table:
    """Issuing body and number beside the state's name, the motto and the date."""
    right = 5500
    names = Row(
        (
            Cell((line("ỦY BAN NHÂN DÂN", 26, bold=True), line("XÃ BA BÍCH", 26, bold=True))),
            Cell((line(COUNTRY, 26, bold=True), line(MOTTO, 28, bold=True))),
        )
    )
    numbers = Row(
        (
            Cell((line(f"Số: {chance.randint(1, 99)}/BC-UBND", 26),)),
            Cell((line("Ba Bích, ngày 14 tháng 3 năm 2024", 28, italic=True),)),
        )
    )
    return Table((width - right, right), (names, numbers), padding=0, rule=0)


def signature(chance: random.Random, width: int) -> Table:
    """Recipients beside the signer."""
    left = width // 2
    recipients = tuple(line(words(chance, 4), 22, Align.LEFT) for _ in range(chance.randint(3, 9)))
    signer = (line("TM. ỦY BAN NHÂN DÂN", 26, bold=True), *(line("", 28) for _ in range(4)), line("Phạm Văn Ba", 28))
    row = Row((Cell((line("Nơi nhận:", 24, Align.LEFT, bold=True, italic=True), *recipients)), Cell(signer)))
    return Table((left, width - left), (row,), padding=0, rule=0)
