"""A written document opened again: its members and their XML."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from bcdesk.sheet.sheet import Sheet
from bcdesk.word.markup import W
from bcdesk.word.writer import write

NAMES = {"w": W}


def members(data: bytes) -> dict[str, bytes]:
    """The members of a package by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def part(data: Sheet, name: str = "word/document.xml") -> etree._Element:
    """A part of the document a sheet becomes."""
    return etree.fromstring(members(write(data))[name])


def found(root: etree._Element, path: str) -> list:
    """What an XPath with `w:` finds."""
    return root.xpath(path, namespaces=NAMES)


def value(root: etree._Element, path: str, name: str = "val") -> str | None:
    """The attribute of the first element on a path; None where there is none."""
    first = next(iter(found(root, path)), None)
    return None if first is None else first.get(f"{{{W}}}{name}")
