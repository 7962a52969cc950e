"""The vocabulary of WordprocessingML: its names, how elements are built, and how their attributes are read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001  # the name lxml's own stubs give to the type
Attributes: TypeAlias = dict[str, str | int]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
DC = "http://purl.org/dc/elements/1.1/"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
V = "urn:schemas-microsoft-com:vml"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
RELATIONSHIP_ID = f"{{{R}}}id"
RELATIONSHIP_EMBED = f"{{{R}}}embed"
PREFIXES = {W: "w", WP: "wp", A: "a", PIC: "pic", DC: "dc"}
EMU_PER_TWIP = 635

_NOT_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LENGTH = re.compile(r"\s*([+-]?\d{1,9}(?:\.\d{1,9})?)\s*(pt|in|cm|mm|pc|pi)?\s*")
_TWIPS_PER = {"pt": 20.0, "pc": 240.0, "pi": 240.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 144 / 2.54}
_OFF = {"0", "false", "off", "none"}
FARTHEST = 100_000
THINNEST, THICKEST = 2, 96
_OURS = f"{{{W}}}*"
CONTAINERS = {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"}


def legal(text: str) -> str:
    """`text` without the control characters that XML cannot hold and no printer shows."""
    return _NOT_XML.sub("", text)


def w(tag: str, *children: Element | None, **attributes: str | int) -> Element:
    """A `w:` element with `w:` attributes; children that are None are left out."""
    element = etree.Element(f"{{{W}}}{tag}", nsmap={"w": W})
    for name, value in attributes.items():
        element.set(f"{{{W}}}{name}", str(value))
    element.extend(child for child in children if child is not None)
    return element


def text_element(tag: str, text: str) -> Element:
    """A `w:` element whose blanks are kept."""
    element = w(tag)
    element.text = text
    element.set(XML_SPACE, "preserve")
    return element


def foreign(namespace: str, tag: str, *children: Element, **attributes: str | int) -> Element:
    """An element of another vocabulary, its attributes without a prefix."""
    element = etree.Element(f"{{{namespace}}}{tag}", nsmap={PREFIXES[namespace]: namespace})
    for name, value in attributes.items():
        element.set(name, str(value))
    element.extend(children)
    return element


def tag_of(element: Element) -> str:
    """The name of a `w:` element without its namespace; the full name of any other."""
    return str(element.tag).removeprefix(f"{{{W}}}")


def child(element: Element | None, *path: str) -> Element | None:
    """The first `w:` element down a path of names."""
    for tag in path:
        if element is None:
            return None
        element = element.find(f"{{{W}}}{tag}")
    return element


def properties_in(element: Element) -> dict[str, Element]:
    """The `w:` children by their names, the first of each: one pass where many are asked for."""
    found: dict[str, Element] = {}
    for each in element.iterchildren(_OURS):
        found.setdefault(tag_of(each), each)
    return found


def children(element: Element, tag: str) -> list[Element]:
    """The `w:` children of one name."""
    return element.findall(f"{{{W}}}{tag}")


def inside(element: Element, *tags: str) -> Iterator[Element]:
    """The children of some names, also those in content controls and tracked insertions."""
    for each in element:
        name = tag_of(each)
        if name in tags:
            yield each
        elif name in CONTAINERS:
            yield from inside(each, *tags)


def descendants(element: Element, *tags: str) -> Iterator[Element]:
    """The `w:` elements of some names anywhere below, in reading order."""
    return element.iter(*(f"{{{W}}}{tag}" for tag in tags))


def attribute(element: Element | None, name: str = "val") -> str | None:
    """A `w:` attribute; None where it or the element is missing."""
    return None if element is None else element.get(f"{{{W}}}{name}")


def number(element: Element | None, name: str = "val") -> int | None:
    """A `w:` attribute as a whole number; None where it is none."""
    return length(attribute(element, name))


def length(text: str | None) -> int | None:
    """A length in twips, written as twips or with a unit; None where it is none, never farther than any paper."""
    found = _LENGTH.fullmatch(text or "")
    if not found:
        return None
    twips = round(float(found[1]) * _TWIPS_PER.get(found[2] or "", 1.0))
    return max(-FARTHEST, min(FARTHEST, twips))


def thickness(line: Element) -> int:
    """How thick a border is, in eighths of a point as thick as Word allows; 0 for one that is not drawn."""
    if attribute(line) in {None, "nil", "none"}:
        return 0
    return max(THINNEST, min(THICKEST, number(line, "sz") or THINNEST))


def on_off(element: Element | None) -> bool | None:
    """What a switch says: None where it is missing, on where it has no value."""
    if element is None:
        return None
    return (attribute(element) or "on") not in _OFF
