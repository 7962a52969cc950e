"""Documents of the genre, made up from a seed: what reports are full of, in every setting an office may choose.

The words are those of the example; nothing depends on how the program composes a report.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from enum import StrEnum

from bcdesk.sheet.sheet import (
    SINGLE,
    Align,
    Block,
    Format,
    PageSetup,
    Paragraph,
    Pitch,
    Run,
    Section,
    Sheet,
    Style,
    Table,
)
from tests.fidelity.phrases import words
from tests.fidelity.pictures import made_up_picture
from tests.fidelity.tables import letterhead, line, merged, signature, table


class Kind(StrEnum):
    """What a document holds beside text, tables and mixed runs."""

    TEXT = "text, tables, mixed runs"
    FOOTNOTES = "footnotes"
    PICTURES = "pictures"
    MERGED = "merged cells"


@dataclass(frozen=True)
class Setting:
    """What an office chooses, and the kind of document."""

    kind: Kind
    size: int
    pitch: Pitch
    page: PageSetup
    first: int
    after: int


def documents(seed: int, count: int, kind: Kind = Kind.TEXT) -> dict[str, Sheet]:
    """`count` documents by name, of 1 to some 45 pages; the same for the same seed."""
    return {
        f"{kind.name.lower()}-{seed}-{index:03}": document(random.Random(f"{seed}/{kind.name}/{index}"), kind)
        for index in range(count)
    }


def document(chance: random.Random, kind: Kind = Kind.TEXT) -> Sheet:
    """One document."""
    setting = _setting(chance, kind)
    blocks: list[Block] = list(_head(chance, setting))
    for number in range(1, chance.choice((2, 6, 12, 12, 24))):
        blocks.append(_heading(chance, setting, number))
        blocks += _chapter(chance, setting)
    blocks += _end(chance, setting)
    sections = [Section(setting.page, tuple(blocks))]
    if kind is Kind.PICTURES or chance.random() < 0.3:
        sections.append(_appendix(chance, setting))
    return Sheet(tuple(sections), _styles(setting), "Báo cáo", "UBND XÃ BA BÍCH")


def _setting(chance: random.Random, kind: Kind) -> Setting:
    size = chance.choice((26, 28, 28))
    page = PageSetup(right=chance.choice((851, 1134)), top=chance.choice((1134, 1134, 1417)), number_size=size)
    pitch = Pitch(20 * chance.choice((17, 18, 18, 19, 20, 21) if size == 28 else (16, 17, 18, 19, 20)))
    return Setting(kind, size, pitch, page, chance.choice((567, 720)), chance.choice((60, 120, 120)))


def _styles(setting: Setting) -> tuple[Style, ...]:
    body = Format(first=setting.first, after=setting.after, pitch=setting.pitch)
    return (
        Style("Nội dung", body, setting.size),
        Style("Tiêu đề mục I", replace(body, keep_next=True, outline=1), setting.size, bold=True),
        Style("Ô bảng", Format(Align.LEFT, pitch=SINGLE), 26),
        Style("Khoảng cách", Format(pitch=Pitch(120)), 2),
        Style("Kết thúc", Format(pitch=Pitch(20)), 2),
        Style("Chú thích", Format(pitch=SINGLE), 22),
    )


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
    runs = _runs(chance, setting.size, count)
    if setting.kind is Kind.FOOTNOTES and chance.random() < 0.1:
        runs = _noted(chance, setting, runs)
    return Paragraph(body.name, runs, body.format, setting.size)


def _noted(chance: random.Random, setting: Setting, runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Some of the runs with a footnote behind one of their words."""
    style = _styles(setting)[5]
    found: list[Run] = []
    for run in runs:
        if chance.random() < 0.3:
            found.append(run)
            continue
        place = run.text.find(" ", chance.randrange(len(run.text)))
        text = f" {words(chance, chance.choice((5, 12, 40)))}"
        note = Paragraph(style.name, (Run(text, style.size),), style.format, style.size)
        found += [replace(run, text=run.text[:place], footnote=(note,)), replace(run, text=run.text[place:])]
    return tuple(found)


def _heading(chance: random.Random, setting: Setting, number: int) -> Paragraph:
    style = _styles(setting)[1]
    run = Run(f"{number}. {words(chance, chance.randint(3, 16))}", setting.size, bold=True)
    return Paragraph(style.name, (run,), style.format, setting.size)


def _chapter(chance: random.Random, setting: Setting) -> list[Block]:
    blocks: list[Block] = []
    for _ in range(chance.randint(1, 8)):
        roll = chance.random()
        if roll < 0.12:
            blocks += [_tabular(chance, setting), _gap(setting)]
        elif roll < 0.24:
            blocks.append(_other(chance, setting))
        else:
            blocks.append(_body(chance, setting, chance.choice((chance.randint(3, 25), chance.randint(20, 130)))))
    return blocks


def _tabular(chance: random.Random, setting: Setting) -> Table:
    made = merged if setting.kind is Kind.MERGED and chance.random() < 0.7 else table
    return made(chance, setting.page.column)


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


def _gap(setting: Setting) -> Paragraph:
    style = _styles(setting)[3]
    return Paragraph(style.name, (), style.format, style.size)


def _head(chance: random.Random, setting: Setting) -> tuple[Block, ...]:
    """Letterhead and title.

    With footnotes no letterhead: LibreOffice 7.4 puts an empty paragraph above a table that begins such a document.
    """
    title = line("BÁO CÁO", 28, bold=True)
    subject = line(words(chance, 20), 28, bold=True)
    spaced = replace(subject, format=replace(subject.format, after=240))
    head = (letterhead(chance, setting.page.column),) if setting.kind is not Kind.FOOTNOTES else ()
    return (*head, title, spaced)


def _end(chance: random.Random, setting: Setting) -> tuple[Block, ...]:
    last = _body(chance, setting, 12)
    end = _styles(setting)[4]
    keeping = replace(last, format=replace(last.format, keep_next=True))
    return (keeping, signature(chance, setting.page.column), Paragraph(end.name, (), end.format, end.size))


def _appendix(chance: random.Random, setting: Setting) -> Section:
    page = setting.page
    turned = replace(
        page, width=page.height, height=page.width, left=1134, right=1134, top=1701, number_from=1, number_first=False
    )
    wide = replace(setting, page=turned if setting.kind is not Kind.PICTURES or chance.random() < 0.5 else page)
    title = line("PHỤ LỤC", 28, bold=True)
    blocks = [title, _tabular(chance, wide), _gap(wide), _body(chance, wide, 40)]
    if setting.kind is Kind.PICTURES:
        blocks += [block for _ in range(chance.randint(1, 8)) for block in _pictured(chance, wide)]
    return Section(wide.page, tuple(blocks))


def _pictured(chance: random.Random, setting: Setting) -> tuple[Block, ...]:
    """A picture, no larger than the page, and its caption, sometimes with text behind it."""
    page = setting.page
    picture = made_up_picture(chance, page.column, page.height - page.top - page.bottom - 800)
    form = Format(Align.CENTER, after=setting.after, pitch=SINGLE)
    run = Run("", setting.size, picture=picture)
    shown = Paragraph("Ô bảng", (run,), replace(form, keep_next=chance.random() < 0.5), setting.size)
    caption = Paragraph("Ô bảng", (Run(words(chance, 12), 26, italic=True),), form, 26)
    text = (_body(chance, setting, chance.randint(10, 60)),) if chance.random() < 0.5 else ()
    return (shown, caption, *text)
