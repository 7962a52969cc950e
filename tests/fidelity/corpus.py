"""Documents of the genre, made up from a seed: what reports are full of, in every setting an office may choose.

The words are those of the example; nothing depends on how the program composes a report.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from bcdesk.sheet.sheet import (
    SINGLE,
    Align,
    Block,
    Cell,
    Format,
    PageSetup,
    Paragraph,
    Pitch,
    Row,
    Run,
    Section,
    Sheet,
    Style,
    Table,
    VerticalAlign,
)
from tests.house.tree import ROOT

COUNTRY, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
EXAMPLE = ROOT / "resources/samples/bao-cao-tuyen-truyen-cchc-quy-1-2024.txt"
NAMES = ("Quyết định số {n}/QĐ-UBND", "Nghị quyết số {n}-NQ/TW", "Kế hoạch số {n}/KH-UBND", "số {n}/{y}/NĐ-CP",
         "Thông tư liên tịch {n}/TTLT-BTC-BNV", "Công văn số {n}/SNV-CCHC&VTLT", "Chỉ thị {n}-CT/TU")  # fmt: skip
FIGURES = ("{n} lượt", "{n}%", "{n},{m}%", "{n}.{m}00.000 đồng", "{n}/{m} thôn", "{n}-{m} hộ", "{n} - {m}",
           "đạt {n},{m}/{m}", "tăng {n}–{m}%", "({n} hồ sơ)", "{n}m²", "≥ {n}%",
           "({n}/{m} hồ sơ, đạt {m},{n}%)")  # fmt: skip
DATES = ("ngày {d}/{k}/{y}", "ngày {d} tháng {k} năm {y}", "{d}/{k}", "giai đoạn {y}-{z}", "quý I/{y}", "năm {y} – {z}",
         "từ ngày {d}/{k}/{y}-{d}/{k}/{z}", "Covid-19", "lúc {d}h30'-{d}h45'")  # fmt: skip
ODD = ("và/hoặc", "ông/bà", "https://dichvucong.quangngai.gov.vn/p/home/dvc-index.html", "công vụ ...", "v.v...",
       "“Chính quyền thân thiện”", "KT-XH, QP-AN", "(sau đây gọi tắt là UBND xã)", "cán bộ, công chức;", "TTHC…",
       "ubnd.babich@quangngai.gov.vn", "A/B/C", "một cửa — một cửa liên thông", "nhiệm\u00a0vụ", "Đảng ủy xã !",
       "24/7", "điểm a), khoản 2", "[1]", "các thôn: Con Rã, Làng Mâm")  # fmt: skip


@dataclass(frozen=True)
class Setting:
    """What an office chooses."""

    size: int
    pitch: Pitch
    page: PageSetup
    first: int
    after: int


def documents(seed: int, count: int) -> dict[str, Sheet]:
    """`count` documents by name, of 1 to 12 pages; the same for the same seed."""
    return {f"s{seed}-{index:03}": document(random.Random(f"{seed}/{index}")) for index in range(count)}


def document(chance: random.Random) -> Sheet:
    """One document."""
    setting = _setting(chance)
    blocks: list[Block] = list(_head(chance, setting))
    for number in range(1, chance.randint(2, 12)):
        blocks.append(_heading(chance, setting, number))
        blocks += _chapter(chance, setting)
    blocks += _signature(chance, setting)
    sections = [Section(setting.page, tuple(blocks))]
    if chance.random() < 0.3:
        sections.append(_appendix(chance, setting))
    return Sheet(tuple(sections), _styles(setting), "Báo cáo", "UBND XÃ BA BÍCH")


def _setting(chance: random.Random) -> Setting:
    size = chance.choice((26, 28, 28))
    page = PageSetup(right=chance.choice((851, 1134)), top=chance.choice((1134, 1134, 1417)), number_size=size)
    pitch = Pitch(20 * chance.choice((17, 18, 18, 19, 20, 21) if size == 28 else (16, 17, 18, 19, 20)))
    return Setting(size, pitch, page, chance.choice((567, 720)), chance.choice((60, 120, 120)))


def _styles(setting: Setting) -> tuple[Style, ...]:
    body = Format(first=setting.first, after=setting.after, pitch=setting.pitch)
    return (
        Style("Nội dung", body, setting.size),
        Style("Tiêu đề mục I", replace(body, keep_next=True, outline=1), setting.size, bold=True),
        Style("Ô bảng", Format(Align.LEFT, pitch=SINGLE), 26),
        Style("Khoảng cách", Format(pitch=Pitch(120)), 2),
        Style("Kết thúc", Format(pitch=Pitch(20)), 2),
    )


def words(chance: random.Random, count: int) -> str:
    """Text of the genre: the example's words, and now and then a number, a date, a document's name, an oddity."""
    return "".join(_word(chance) + ("  " if chance.random() < 0.01 else " ") for _ in range(count)).strip()


def _word(chance: random.Random) -> str:
    roll = chance.random()
    if roll < 0.8:
        return chance.choice(_WORDS)
    kind = NAMES if roll < 0.84 else FIGURES if roll < 0.9 else DATES if roll < 0.95 else ODD
    return chance.choice(kind).format(
        n=chance.randint(1, 999),
        m=chance.randint(1, 99),
        d=chance.randint(1, 28),
        k=chance.randint(1, 12),
        y=chance.randint(2019, 2022),
        z=chance.randint(2023, 2031),
    )


_WORDS = tuple(EXAMPLE.read_text(encoding="utf-8").split())


def _runs(chance: random.Random, size: int, count: int, *, bold: bool = False) -> tuple[Run, ...]:
    """`count` words, in a third of the paragraphs some of them bold or italic."""
    if chance.random() < 0.66:
        return (Run(words(chance, count), size, bold),)
    runs = []
    while count > 0:
        part = min(count, chance.randint(1, 15))
        count -= part
        text = words(chance, part) + (" " if count else "")
        runs.append(Run(text, size, bold or chance.random() < 0.3, chance.random() < 0.3))
    return tuple(runs)


def _body(chance: random.Random, setting: Setting, count: int) -> Paragraph:
    body = _styles(setting)[0]
    return Paragraph(body.name, _runs(chance, setting.size, count), body.format, setting.size)


def _heading(chance: random.Random, setting: Setting, number: int) -> Paragraph:
    style = _styles(setting)[1]
    run = Run(f"{number}. {words(chance, chance.randint(3, 16))}", setting.size, bold=True)
    return Paragraph(style.name, (run,), style.format, setting.size)


def _chapter(chance: random.Random, setting: Setting) -> list[Block]:
    blocks: list[Block] = []
    for _ in range(chance.randint(1, 8)):
        roll = chance.random()
        if roll < 0.12:
            blocks += [chance.choice((_table, _table, _spanned))(chance, setting), _gap(setting)]
        elif roll < 0.24:
            blocks.append(_other(chance, setting))
        else:
            blocks.append(_body(chance, setting, chance.choice((chance.randint(3, 25), chance.randint(20, 130)))))
    return blocks


def _other(chance: random.Random, setting: Setting) -> Paragraph:
    """A paragraph that is set otherwise than the body: hanging, centred, broken, tabbed, spaced, kept together."""
    form = _styles(setting)[0].format
    text = words(chance, chance.randint(4, 60))
    left = chance.choice((284, 567, 850))
    kinds = (
        (replace(form, left=left, first=-left), f"-\t{text}"),
        (replace(form, left=left, first=0), f"a) {text}"),
        (replace(form, align=Align.CENTER, first=0), text),
        (replace(form, align=Align.RIGHT, first=0, right=567), text),
        (form, text.replace(" ", "\n", 2)),
        (replace(form, first=0), text.replace(" ", "\t", 2)),
        (replace(form, before=240, after=240), text),
        (replace(form, keep_lines=True), text),
        (replace(form, page_break_before=chance.random() < 0.3), text),
        (replace(form, align=Align.LEFT, pitch=SINGLE), text),
    )
    chosen, content = chance.choice(kinds)
    return Paragraph("Nội dung", (Run(content, setting.size),), chosen, setting.size)


def _spanned(chance: random.Random, setting: Setting) -> Table:
    """A table whose head spans columns and whose first column spans rows.

    The spanning head is short: LibreOffice cuts off a taller one where it repeats it.
    """
    width = setting.page.column
    columns = (width * 2 // 10, width * 3 // 10, width * 2 // 10, width - width * 7 // 10)
    head = (
        Row((_cell(chance, chance.choice(("TT", "Nội dung")), Align.CENTER, row_span=2, vertical=VerticalAlign.CENTER),
             _cell(chance, words(chance, 3), Align.CENTER, column_span=3)), header=True),
        Row(tuple(_cell(chance, words(chance, 3), Align.CENTER) for _ in range(3)), header=True),
    )  # fmt: skip
    rows = [
        Row((_cell(chance, words(chance, 3), Align.LEFT, row_span=2), *_cells(chance, 3))) if index % 2 == 0 else
        Row(_cells(chance, 3))
        for index in range(2 * chance.randint(1, 5))
    ]  # fmt: skip
    return Table(columns, (*head, *rows))


def _cells(chance: random.Random, count: int) -> tuple[Cell, ...]:
    return tuple(_cell(chance, words(chance, chance.randint(1, 12)), chance.choice(tuple(Align))) for _ in range(count))


def _gap(setting: Setting) -> Paragraph:
    style = _styles(setting)[3]
    return Paragraph(style.name, (), style.format, style.size)


def _cell(chance: random.Random, text: str, align: Align, **changes: object) -> Cell:
    size = chance.choice((24, 26))
    paragraph = Paragraph("Ô bảng", (Run(text, size),), Format(align, pitch=SINGLE), size)
    return Cell((paragraph,), **changes)  # type: ignore[arg-type]


def _table(chance: random.Random, setting: Setting) -> Table:
    columns = _columns(chance, setting.page.column - 2 * chance.choice((0, 108)))
    head = Row(
        tuple(_cell(chance, words(chance, 3), Align.CENTER, vertical=VerticalAlign.CENTER) for _ in columns),
        header=chance.random() < 0.8,
    )
    rows = tuple(
        Row(
            tuple(
                _cell(chance, words(chance, chance.randint(1, 14 if index else 2)), chance.choice(tuple(Align)))
                for index in range(len(columns))
            )
        )
        for _ in range(chance.randint(2, 14))
    )
    return Table(columns, (head, *rows), indent=(setting.page.column - sum(columns)) // 2)


def _columns(chance: random.Random, width: int) -> tuple[int, ...]:
    shares = [chance.randint(2, 6) for _ in range(chance.randint(2, 5))]
    return tuple(width * share // sum(shares) for share in shares)


def _line(text: str, size: int, align: Align = Align.CENTER, **changes: bool) -> Paragraph:
    runs = (Run(text, size, **changes),) if text else ()
    return Paragraph("Ô bảng", runs, Format(align, pitch=SINGLE), size)


def _head(chance: random.Random, setting: Setting) -> tuple[Block, ...]:
    right = 5500
    left = setting.page.column - right
    names = Row(
        (
            Cell((_line("ỦY BAN NHÂN DÂN", 26, bold=True), _line("XÃ BA BÍCH", 26, bold=True))),
            Cell((_line(COUNTRY, 26, bold=True), _line(MOTTO, 28, bold=True))),
        )
    )
    numbers = Row(
        (
            Cell((_line(f"Số: {chance.randint(1, 99)}/BC-UBND", 26),)),
            Cell((_line("Ba Bích, ngày 14 tháng 3 năm 2024", 28, italic=True),)),
        )
    )
    table = Table((left, right), (names, numbers), padding=0, rule=0)
    title = _line("BÁO CÁO", 28, bold=True)
    subject = _line(words(chance, 20), 28, bold=True)
    return (table, title, replace(subject, format=replace(subject.format, after=240)))


def _signature(chance: random.Random, setting: Setting) -> tuple[Block, ...]:
    last = _body(chance, setting, 12)
    left = setting.page.column // 2
    recipients = tuple(_line(words(chance, 4), 22, Align.LEFT) for _ in range(chance.randint(3, 9)))
    signer = (_line("TM. ỦY BAN NHÂN DÂN", 26, bold=True), *(_line("", 28) for _ in range(4)), _line("Phạm Văn Ba", 28))
    row = Row((Cell((_line("Nơi nhận:", 24, Align.LEFT, bold=True, italic=True), *recipients)), Cell(signer)))
    table = Table((left, setting.page.column - left), (row,), padding=0, rule=0)
    end = _styles(setting)[4]
    keeping = replace(last, format=replace(last.format, keep_next=True))
    return (keeping, table, Paragraph(end.name, (), end.format, end.size))


def _appendix(chance: random.Random, setting: Setting) -> Section:
    page = setting.page
    turned = replace(
        page, width=page.height, height=page.width, left=1134, right=1134, top=1701, number_from=1, number_first=False
    )
    wide = replace(setting, page=turned)
    title = _line("PHỤ LỤC", 28, bold=True)
    return Section(turned, (title, _table(chance, wide), _gap(wide), _body(chance, wide, 40)))
