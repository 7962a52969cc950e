"""Opens the package of a Word document that anybody may have made: bounded, without entities, following no address."""

from __future__ import annotations

import posixpath
import re
import zlib
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from bcdesk.errors import FileTooBig, LockedWord, NotAReport, OldWord, WordDamaged
from bcdesk.word.markup import Element, W

MEGABYTE = 1024 * 1024
MOST_BYTES = 50 * MEGABYTE
MOST_UNPACKED = 300 * MEGABYTE
MOST_XML = 32 * MEGABYTE
MOST_MEMBERS = 5000
# What takes no longer than two seconds and 300 MB to read, some 300 pages: of all parts together, an element counts for
# how long it takes; a paragraph of four formatted runs, as Word writes it, comes to 45.
MOST_WEIGHT = 200_000
WEIGHTS = {f"{{{W}}}{tag}": weight for tag, weight in (("p", 6), ("r", 3), ("br", 3), ("sectPr", 10), ("style", 10))}
MOST_ATTRIBUTES = 500_000
MOST_CHARACTERS = 1_000_000
MOST_PICTURES = 60 * MEGABYTE
TOO_LONG = "300 trang"
# A bomb shrinks a thousandfold; the dullest table of a real report, some fortyfold.
HARMLESS = 4 * MEGABYTE
STEEPEST = 200
COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RICH_TEXT = b"{\\rtf"
ENCRYPTED = 1
LONGEST_BEGINNING = 100
# A package is written in UTF-8 or UTF-16 (ECMA-376-2, 8.2.2); in other codes a tag may not look like one.
ENCODING = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.-]*)""")
PLAIN_CODES = re.compile(rb"utf-?8|utf-?16(le|be)?|(us-)?ascii|iso-8859-\d+|windows-125\d", re.IGNORECASE)
STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/": b"http://schemas.openxmlformats.org/wordprocessingml/2006/",
    b"http://purl.oclc.org/ooxml/officeDocument/": b"http://schemas.openxmlformats.org/officeDocument/2006/",
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
}


@dataclass(frozen=True, slots=True)
class Relation:
    """A part's link to another: the last word of its type, and the other part's name."""

    kind: str
    target: str


class Package:
    """The parts of a document, each read when it is asked for. `name` is what the errors call the file."""

    def __init__(self, archive: ZipFile, name: str) -> None:
        self._archive = archive
        self._members = {_part_name(info.filename).lower(): info for info in archive.infolist()}
        self._name = name
        self._weight = self._characters = self._shown = 0

    def picture(self, part: str) -> bytes | None:
        """The bytes of a picture; None where it is missing. Raises WordDamaged; FileTooBig for ever more of them."""
        data = self.data(part)
        self._shown += len(data or b"")
        if self._shown > MOST_PICTURES:
            raise FileTooBig(self._name, f"{MOST_PICTURES // MEGABYTE} MB")
        return data

    def data(self, part: str) -> bytes | None:
        """The bytes of a part; None where it is missing. Raises WordDamaged."""
        info = self._members.get(part.lower())
        if info is None:
            return None
        try:
            with self._archive.open(info) as stream:
                return stream.read(info.file_size)
        except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
            raise WordDamaged(self._name) from error

    def root(self, part: str | None) -> Element | None:
        """The root element of a part; None where it is missing. Raises WordDamaged, FileTooBig."""
        data = self.data(part) if part else None
        if data is None:
            return None
        if len(data) > MOST_XML:
            raise FileTooBig(self._name, f"{MOST_XML // MEGABYTE} MB")
        return self._parsed(data)

    def _parsed(self, data: bytes) -> Element:
        plain = data.replace(b"\0", b"")
        if not _is_plain(plain) or b"<!DOCTYPE" in plain:
            raise WordDamaged(self._name)
        if plain.count(b"<") > 2 * MOST_WEIGHT or plain.count(b"=") > MOST_ATTRIBUTES:
            raise FileTooBig(self._name, TOO_LONG)
        for strict, usual in STRICT.items():
            data = data.replace(strict, usual)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise WordDamaged(self._name) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise WordDamaged(self._name)
        self._weigh(root)
        return root

    def _weigh(self, root: Element) -> None:
        for element in root.iter():
            self._weight += WEIGHTS.get(str(element.tag), 1)
            self._characters += len(element.text or "")
            if self._weight > MOST_WEIGHT or self._characters > MOST_CHARACTERS:
                raise FileTooBig(self._name, TOO_LONG)

    def relations(self, part: str = "") -> dict[str, Relation]:
        """The links of a part (of the package itself for none) by their ids; what lies outside is left out."""
        folder, base = posixpath.split(part)
        root = self.root(posixpath.join(folder, "_rels", f"{base}.rels"))
        found = {}
        for link in () if root is None else root:
            if link.get("TargetMode", "Internal") == "Internal":
                target = posixpath.join("/", folder, link.get("Target", ""))
                found[link.get("Id", "")] = Relation(posixpath.basename(link.get("Type", "")), _part_name(target))
        return found


def open_package(data: bytes, name: str) -> Package:
    """The package in `data`. Raises FileTooBig, OldWord, LockedWord, NotAReport or WordDamaged."""
    if len(data) > MOST_BYTES:
        raise FileTooBig(name, f"{MOST_BYTES // MEGABYTE} MB")
    if data.startswith(COMPOUND_FILE):
        raise LockedWord(name) if "EncryptedPackage".encode("utf-16-le") in data else OldWord(name)
    if data.startswith(RICH_TEXT):
        raise OldWord(name)
    if not data.startswith(b"PK"):
        raise NotAReport(name)
    try:
        archive = ZipFile(BytesIO(data))
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise WordDamaged(name) from error
    _examine(archive.infolist(), name)
    return Package(archive, name)


def _is_plain(data: bytes) -> bool:
    """Whether the tags of a part, its zero bytes left out, can be seen before it is parsed."""
    declared = ENCODING.match(data.lstrip(b"\xef\xbb\xbf\xff\xfe"))
    return b"<" in data[:LONGEST_BEGINNING] and (declared is None or bool(PLAIN_CODES.fullmatch(declared[1])))


def _part_name(path: str) -> str:
    return posixpath.normpath(path.replace("\\", "/")).lstrip("/")


def _examine(members: list[ZipInfo], name: str) -> None:
    if (
        len(members) > MOST_MEMBERS
        or sum(info.file_size for info in members) > MOST_UNPACKED
        or any(map(_bomb, members))
    ):
        raise FileTooBig(name, f"{MOST_UNPACKED // MEGABYTE} MB")
    if any(info.flag_bits & ENCRYPTED for info in members):
        raise LockedWord(name)
    if any(info.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for info in members):
        raise WordDamaged(name)


def _bomb(info: ZipInfo) -> bool:
    return info.file_size > HARMLESS and info.file_size > STEEPEST * info.compress_size
