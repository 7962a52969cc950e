"""Files that were made to harm: each small on disk, and as large as the program lets it when it is read."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from random import Random

from bcdesk.parcel import bundle
from bcdesk.parcel.bundle import MIMETYPE
from bcdesk.report.record import dumps
from tests.parcel.test_bundle import resealed
from tests.session.reports import report
from tests.word.documents import document, p, packed, r, rooted

Weapon = Callable[[], bytes]
MEGABYTE = 2**20
DRAWING = (
    "<w:p><w:r><w:drawing><wp:inline><wp:extent cx='1000000' cy='1000000'/><wp:docPr id='1' name='x'/><a:graphic>"
    "<a:graphicData><pic:pic><pic:blipFill><a:blip r:embed='i1'/></pic:blipFill></pic:pic></a:graphicData></a:graphic>"
    "</wp:inline></w:drawing></w:r></w:p>"
)
FORMATTED = (
    "<w:r><w:rPr><w:rFonts w:ascii='{font}' w:hAnsi='{font}'/><w:sz w:val='28'/></w:rPr><w:t>{words} </w:t></w:r>"
)
STYLED = "<w:style w:type='paragraph' w:styleId='s{}'><w:basedOn w:val='s{}'/></w:style>"
LEVEL = "<w:lvl w:ilvl='{}'><w:start w:val='2000000000'/><w:numFmt w:val='{}'/><w:lvlText w:val='{}'/></w:lvl>"
WIDE_ROW = "<w:tr><w:tc><w:tcPr><w:gridSpan w:val='999999999'/></w:tcPr><w:p/></w:tc></w:tr>"
MARK = "<w:footnoteReference w:id='1'/>"
LISTED = "<w:numPr><w:ilvl w:val='{}'/><w:numId w:val='1'/></w:numPr>"


def words(chance: Random, count: int) -> str:
    """Words that do not shrink like a bomb."""
    return " ".join(chance.choice(("xã", "kết quả", "số 12", "thực hiện", str(chance.random()))) for _ in range(count))


def nested(depth: int, before: str, inner: str, after: str) -> bytes:
    return document(before * depth + inner + after * depth)


def attributes(count: int) -> str:
    return " ".join(f"a{at}='1'" for at in range(count))


def paragraphs(count: int, length: int = 8) -> bytes:
    chance = Random(count)
    return document("".join(p(words(chance, length)) for _ in range(count)))


def formatted(font: str) -> bytes:
    chance = Random(font)
    runs = (FORMATTED.format(font=font, words=words(chance, 5)) for _ in range(17_000))
    return document("".join(f"<w:p>{''.join(four)}</w:p>" for four in zip(*[runs] * 4, strict=True)))


def numbered() -> bytes:
    shapes = ("lowerRoman", "upperLetter", "decimal")
    levels = "".join(LEVEL.format(at, shape, "%1%2%3" * 3000) for at, shape in enumerate(shapes))
    kind = f"<w:abstractNum w:abstractNumId='1'>{levels}</w:abstractNum>"
    lists = f"{kind}<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>"
    return document("".join(p("x", LISTED.format(at % 3)) for at in range(3000)), numbering=lists)


def png(across: int, down: int, pixels: bytes) -> bytes:
    """A PNG of any claim, its sums right."""
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", across, down, 8, 2, 0, 0, 0)), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(kind, data) for kind, data in chunks)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + zlib.crc32(kind + data).to_bytes(4)


def bundled(content: bytes, **more: bytes) -> bytes:
    """A `.bcdesk` file whole in its frame."""
    return resealed({"mimetype": MIMETYPE, "report.json": content, **more})


def opened_with(*blocks: object) -> bytes:
    """A `.bcdesk` file of a report that begins so."""
    return bundled(json.dumps({**json.loads(dumps(report("Một"))), "opening": blocks}, ensure_ascii=False).encode())


def deep_sections(depth: int) -> bytes:
    """A `.bcdesk` file of a report with a section in a section, and so on."""
    section = '{"id": "a", "marker": "", "title": "a"'
    before, after = f'{section}, "children": [' * depth, "]}" * depth
    plain = json.dumps({**json.loads(dumps(report("Một"))), "sections": []})
    return bundled(plain.replace('"sections": []', f'"sections": [{before}{section}}}{after}]').encode())


def text_block(text: str, runs: int = 1) -> dict[str, object]:
    return {"block": "paragraph", "runs": [{"text": text}] * runs}


def sized(data: bytes, size: int) -> bytes:
    """A ZIP all of whose members say they are that large."""
    changed, at = bytearray(data), data.find(b"PK\x01\x02")
    while at >= 0:
        struct.pack_into("<I", changed, at + 24, size)
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(changed)


DOCUMENTS: dict[str, Weapon] = {
    "empty paragraphs": lambda: document("<w:p/>" * 690_000),
    "thirty megabytes of paragraphs": lambda: paragraphs(30_000),
    "most paragraphs": lambda: paragraphs(15_000),
    "runs": lambda: document(f"<w:p>{r('<w:t>a</w:t>') * 60_000}</w:p>"),
    "breaks": lambda: document(f"<w:p><w:r>{'<w:br/><w:t>ab</w:t>' * 49_000}</w:r></w:p>"),
    "most formatted runs in an old font": lambda: formatted(".VnTime"),
    "tables in tables": lambda: nested(60, "<w:tbl><w:tr><w:tc>", p("x" * 9000), "</w:tc></w:tr></w:tbl>"),
    "tables in tables without end": lambda: nested(50_000, "<w:tbl><w:tr><w:tc>", p("x"), "</w:tc></w:tr></w:tbl>"),
    "insertions in insertions": lambda: document(
        f"<w:p>{'<w:ins>' * 200}{r(f'<w:t>{words(Random(1), 40_000)}</w:t>')}{'</w:ins>' * 200}</w:p>"
    ),
    "wide cells": lambda: document(f"<w:tbl>{WIDE_ROW * 9000}</w:tbl>"),
    "many columns": lambda: document(f"<w:tbl><w:tblGrid>{'<w:gridCol/>' * 150_000}</w:tblGrid></w:tbl>{p('x')}"),
    "styles upon styles": lambda: document(
        "".join(p("x", f"<w:pStyle w:val='s{at}'/>") for at in range(6000)),
        styles="".join(STYLED.format(at, at - 1) for at in range(8000)),
    ),
    "numbers of nine thousand digits": numbered,
    "notes many times": lambda: document(
        f"<w:p>{r(MARK) * 20_000}</w:p>",
        footnotes=f"<w:footnote w:id='1'>{p(words(Random(2), 20_000))}</w:footnote>",
    ),
    "headers": lambda: document(
        "".join(
            f"<w:p><w:pPr><w:sectPr><w:headerReference w:type='default' r:id='header_{at}'/></w:sectPr></w:pPr></w:p>"
            for at in range(9)
        ),
        **{f"header_{at}": "<w:p/>" * 100_000 for at in range(9)},
    ),
    "attributes": lambda: document(f"<w:p {attributes(450_000)}/>{p('x')}"),
    "one picture many times": lambda: document(
        DRAWING * 3000, media={"i1": png(3000, 3000, Random(3).randbytes(MEGABYTE))}
    ),
    "a picture of sixty thousand pixels a side": lambda: document(
        DRAWING, media={"i1": png(60_000, 60_000, zlib.compress(bytes(60 * MEGABYTE)))}
    ),
    "pages of no size": lambda: document(
        "<w:p><w:pPr><w:sectPr><w:pgSz w:w='-5' w:h='99999999999'/></w:sectPr></w:pPr></w:p>" * 9000 + p("x")
    ),
    "four gigabytes as its headers say": lambda: sized(paragraphs(10), 2**32 - 1),
    "elements in another code": lambda: packed(
        {
            "_rels/.rels": '<?xml version="1.0" encoding="cp037"?>'.encode("cp037") + "<a/>".encode("cp037") * 800_000,
            "word/document.xml": rooted("document", "<w:body/>"),
        }
    ),
    "ZIP in ZIP": lambda: document(p("x"), media={"a.docx": packed({"b.docx": packed({"c": bytes(60 * MEGABYTE)})})}),
    "an object, a template and a picture elsewhere": lambda: document(
        f"{p('x')}{DRAWING}<w:p><w:r><w:object/></w:r></w:p><w:altChunk r:id='i2'/>",
        links="<Relationship Id='i1' Type='x/image' TargetMode='External' Target='file:///etc/hostname'/>"
        "<Relationship Id='i2' Type='x/aFChunk' TargetMode='External' Target='http://127.0.0.1/a'/>"
        "<Relationship Id='i3' Type='x/attachedTemplate' TargetMode='External' Target='//127.0.0.1/t.dotm'/>",
    ),
}
BUNDLES: dict[str, Weapon] = {
    "lists in lists": lambda: bundled(b"[" * 200_000),
    "lists": lambda: bundled(b"[" + b"[]," * 20_000_000 + b"1]"),
    "objects": lambda: bundled(b"[" + b"{}," * 200_000 + b"1]"),
    "more keys": lambda: bundled(b"{" + b",".join(b'"%d":1' % at for at in range(1_000_000)) + b"}"),
    "a number of millions of digits": lambda: bundled(b'{"a":' + b"9" * 5_000_000 + b"}"),
    "most paragraphs": lambda: opened_with(*[text_block("x")] * 70_000),
    "most runs": lambda: opened_with(*[text_block("kết quả", 20)] * 6000),
    "wide letters": lambda: opened_with(text_block("😀" + "x" * 9_000_000)),
    "only wide letters": lambda: opened_with(text_block("😀" * 2_000_000)),
    "text like a picture": lambda: opened_with(text_block("x" * 40_000_000)),
    "pictures of forty megabytes and a wide letter": lambda: opened_with(
        *[{"block": "picture", "media_type": "image/png", "data": "iVBORw0KGgo" + "A" * 13_333_332 + "="}] * 4,
        text_block("😀"),
    ),
    "sections in sections": lambda: deep_sections(150),
    "sections in sections without end": lambda: deep_sections(20_000),
    "a signed copy of zeros": lambda: bundled(dumps(report("Một")).encode(), **{"signed-copy": bytes(79 * MEGABYTE)}),
    "four gigabytes as its headers say": lambda: sized(bundle.pack(report("Một")), 2**32 - 1),
    "a million wrong values": lambda: bundled(
        dumps(replace(report("Một"), subject=("x",))).replace('"x"', ",".join(["1"] * 1_000_000)).encode()
    ),
}
TEXTS: dict[str, Weapon] = {
    "zeros": lambda: bytes(4 * MEGABYTE),
    "signs of control": lambda: b"\x01" * 3_900_000,
    "lines": lambda: b"a\n" * 1_900_000,
    "most headings": lambda: "1. Mục\n- Ý\n".encode() * 29_000,
    "one line": lambda: "xã ".encode() * 330_000,
    "marks": lambda: b"a" + "\u0301".encode() * 990_000,
    "cells": lambda: b"a\t" * 59_000,
    "days": lambda: ", ngày 01 tháng 02 năm 2024".encode() * 30_000,
}
SIGNED: dict[str, Weapon] = {
    "nothing": lambda: b"",
    "only the head of a PDF": lambda: b"%PDF-1.7\n" * 1000,
    "a PDF of fifty megabytes": lambda: b"%PDF-1.7\n" + b"a" * (49 * MEGABYTE) + b"\n%%EOF",
    "a picture of sixty thousand pixels a side": lambda: png(60_000, 60_000, zlib.compress(bytes(60 * MEGABYTE))),
    "millions of chunks": lambda: b"\x89PNG\r\n\x1a\n" + chunk(b"tEXt", b"") * 4_000_000,
    "millions of segments": lambda: b"\xff\xd8\xff\xe0\x00\x02" + b"\xff\xfe\x00\x02" * 12_000_000,
    "marks without segments": lambda: b"\xff\xd8" + b"\xff" * (49 * MEGABYTE),
}
OFFICES: dict[str, Weapon] = {
    "lists in lists": lambda: b"[" * 5_000_000,
    "lists": lambda: b"[" + b"[]," * 15_000_000 + b"1]",
    "wrong values": lambda: b'{"level": [1], "name": {}}',
    "a number of millions of digits": lambda: b"9" * 5_000_000,
    "wide letters": lambda: '{"name": "😀'.encode() + b"x" * 45_000_000 + b'"}',
}
