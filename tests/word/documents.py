"""Documents of other people: a body and its parts, packed as Word packs them."""

from __future__ import annotations

import io
import zipfile

from bcdesk.sheet.sheet import Paragraph
from bcdesk.word.reader import read
from bcdesk.word.reading import Kind, Reading

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": W,
        "r": OFFICE,
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "v": "urn:schemas-microsoft-com:vml",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    }.items()
)
ROOTS = {
    "styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes",
    "comments": "comments", "settings": "settings", "header": "hdr", "footer": "ftr",
}  # fmt: skip
TITLES = f"""<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{OFFICE}/officeDocument"
 Target="word/document.xml"/></Relationships>"""


def packed(members: dict[str, str | bytes]) -> bytes:
    """A ZIP of these members."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return data.getvalue()


def rooted(root: str, content: str) -> str:
    """A part's XML."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {SPACES}>{content}</w:{root}>'


def document(body: str, media: dict[str, bytes] | None = None, links: str = "", **parts: str) -> bytes:
    """A document of this body; `header_2` is the relationship id of a part of the kind `header`.

    `media` are pictures by their relationship ids, `links` further relationships.
    """
    members: dict[str, str | bytes] = {
        "_rels/.rels": TITLES,
        "word/document.xml": rooted("document", f"<w:body>{body}</w:body>"),
    }
    for name, content in parts.items():
        kind = name.split("_")[0]
        members[f"word/{name}.xml"] = rooted(ROOTS[kind], content)
        links += f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{name}.xml"/>'
    for name, data in (media or {}).items():
        members[f"word/media/{name}"] = data
        links += f'<Relationship Id="{name}" Type="{OFFICE}/image" Target="media/{name}"/>'
    members["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{PACKAGE}">{links}</Relationships>'
    return packed(members)


def p(text: str = "", properties: str = "", run: str = "") -> str:
    """A paragraph of one run."""
    inside = f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def r(content: str, properties: str = "") -> str:
    """A run."""
    return f"<w:r><w:rPr>{properties}</w:rPr>{content}</w:r>"


def reading(body: str, **parts) -> Reading:
    """What a document of this body says."""
    return read(document(body, **parts))


def blocks(body: str, **parts) -> list:
    """Its paragraphs and tables."""
    return [block for section in reading(body, **parts).sheet.sections for block in section.blocks]


def only(body: str, **parts) -> Paragraph:
    """Its one paragraph."""
    (found,) = blocks(body, **parts)
    return found


def text(content: str, **parts) -> str:
    """The characters of a paragraph of this content."""
    return only(f"<w:p>{content}</w:p>", **parts).plain


def left(body: str, **parts) -> list[tuple[Kind, str]]:
    """What has no place in its sheet."""
    return [(item.kind, item.text) for item in reading(body, **parts).unread]
