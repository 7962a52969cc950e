"""Pictures: written in the line of text, read wherever they are; JPEG and PNG."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bcdesk.report.pictures import media_type
from bcdesk.sheet.sheet import Picture
from bcdesk.word.markup import (
    EMU_PER_TWIP,
    FARTHEST,
    PIC,
    RELATIONSHIP_EMBED,
    WP,
    A,
    Attributes,
    Element,
    V,
    foreign,
    legal,
    w,
)
from bcdesk.word.plain import plain_text
from bcdesk.word.reading import Kind

INLINE, ANCHOR = f"{{{WP}}}inline", f"{{{WP}}}anchor"
BLIP = f"{{{A}}}graphic/{{{A}}}graphicData/{{{PIC}}}pic/{{{PIC}}}blipFill/{{{A}}}blip"
LONGEST_NUMBER = 12


def inline_picture(picture: Picture, relationship: str, number: int) -> Element:
    """The `w:drawing` of a picture in the line of text, the `number`-th of the document."""
    size: Attributes = {"cx": picture.width * EMU_PER_TWIP, "cy": picture.height * EMU_PER_TWIP}
    name: Attributes = {"id": number, "name": f"Hình {number}"}
    inline = foreign(
        WP,
        "inline",
        foreign(WP, "extent", **size),
        foreign(WP, "docPr", **name, descr=legal(picture.description)),
        foreign(WP, "cNvGraphicFramePr", foreign(A, "graphicFrameLocks", noChangeAspect=1)),
        foreign(A, "graphic", foreign(A, "graphicData", _picture(relationship, size, name), uri=PIC)),
        distT=0,
        distB=0,
        distL=0,
        distR=0,
    )
    return w("drawing", inline)


def _picture(relationship: str, size: Attributes, name: Attributes) -> Element:
    blip = foreign(A, "blip")
    blip.set(RELATIONSHIP_EMBED, relationship)
    frame = foreign(A, "xfrm", foreign(A, "off", x=0, y=0), foreign(A, "ext", **size))
    return foreign(
        PIC,
        "pic",
        foreign(PIC, "nvPicPr", foreign(PIC, "cNvPr", **name), foreign(PIC, "cNvPicPr")),
        foreign(PIC, "blipFill", blip, foreign(A, "stretch", foreign(A, "fillRect"))),
        foreign(PIC, "spPr", frame, foreign(A, "prstGeom", foreign(A, "avLst"), prst="rect")),
    )


def shown_picture(drawing: Element, image: Callable[[str], bytes | None]) -> Picture | None:
    """The picture of a `w:drawing` where it is one JPEG or PNG and nothing else; `image` gives its bytes."""
    frame = next(drawing.iterchildren(INLINE, ANCHOR), None)
    blip = None if frame is None else frame.find(BLIP)
    data = None if blip is None else image(blip.get(RELATIONSHIP_EMBED, ""))
    kind = media_type(data or b"")
    if frame is None or not data or not kind:
        return None
    extent, properties = frame.find(f"{{{WP}}}extent"), frame.find(f"{{{WP}}}docPr")
    description = "" if properties is None else properties.get("descr", "")
    return Picture(data, kind, _twips(extent, "cx"), _twips(extent, "cy"), description)


def alterations(drawing: Element) -> Iterator[Kind]:
    """In what the picture of a drawing is shown otherwise than in the line, upright and whole."""
    if drawing.find(ANCHOR) is not None:
        yield Kind.FLOATING
    if any(frame.get("rot", "0") != "0" for frame in drawing.iter(f"{{{A}}}xfrm")):
        yield Kind.TURNED
    if any(number not in {"", "0"} for cut in drawing.iter(f"{{{A}}}srcRect") for number in cut.attrib.values()):
        yield Kind.CROPPED


def describe(drawing: Element) -> tuple[Kind, str]:
    """What a drawing that no Sheet can hold is, and its text, its description or its name."""
    text = plain_text(drawing)
    if text:
        return Kind.TEXT_BOX, text
    pictured = next(drawing.iter(f"{{{A}}}blip", f"{{{V}}}imagedata"), None) is not None
    named = next(drawing.iter(f"{{{WP}}}docPr"), None)
    words = "" if named is None else named.get("descr") or named.get("name") or ""
    return (Kind.PICTURE if pictured else Kind.DRAWING), words


def _twips(extent: Element | None, name: str) -> int:
    text = "" if extent is None else extent.get(name, "")
    emu = int(text) if text.isdecimal() and len(text) < LONGEST_NUMBER else 0
    return max(1, min(FARTHEST, round(emu / EMU_PER_TWIP)))
