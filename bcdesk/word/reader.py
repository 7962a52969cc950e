"""Reads any Word document into what it prints, and lists what has no place in that.

Everything in the document is somebody else's: it is bounded, nothing outside of it is opened, and a document that
cannot be read is a known error, never a crash.
"""

from __future__ import annotations

from functools import cached_property

from bcdesk.errors import NotAReport
from bcdesk.sheet.sheet import Paragraph, Section, Sheet
from bcdesk.word.cascade import Cascade
from bcdesk.word.headers import Header, read_header
from bcdesk.word.legacy import OldFonts
from bcdesk.word.markup import DC, Element, attribute, child, children, descendants, number, tag_of
from bcdesk.word.numbering import Numbering
from bcdesk.word.package import Package, open_package
from bcdesk.word.plain import plain_text
from bcdesk.word.reading import Kind, Reading
from bcdesk.word.remainder import Remainder
from bcdesk.word.sections import Pages, Part, parts_of
from bcdesk.word.story import Story
from bcdesk.word.theme import theme_fonts

MODERN = 15
BEFORE_MODES = 12


def read(data: bytes, name: str = "Tệp Word") -> Reading:
    """What the document in `data` says; `name` is what the errors call it.

    Raises OldWord, LockedWord, FileTooBig, NotAReport or WordDamaged.
    """
    package = open_package(data, name)
    links = package.relations().values()
    main = next((link.target for link in links if link.kind == "officeDocument"), "")
    root = package.root(main)
    body = child(root, "body") if root is not None and tag_of(root) == "document" else None
    if body is None:
        raise NotAReport(name)
    document = _Document(package, main, OldFonts())
    found = document.read(body)
    return _Document(package, main, OldFonts(mixed=True)).read(body) if document.old_fonts.hold_unicode else found


class _Document:
    """The parts of a document while it is read."""

    def __init__(self, package: Package, main: str, old_fonts: OldFonts) -> None:
        self._package = package
        self._links = self._pictures = package.relations(main)
        self.cascade = Cascade(self._root("styles"), theme_fonts(self._root("theme")))
        self.remainder = Remainder()
        self.old_fonts = old_fonts
        self._story = Story(self, Numbering(self._root("numbering")), inset=self._inset())
        self._in_note = False
        self._headers: dict[str, Header] = {}

    def read(self, body: Element) -> Reading:
        """Everything."""
        pages = Pages(self._header, self.remainder)
        sections = tuple(self._section(part, pages) for part in parts_of(body, self.remainder.leave))
        self.remainder.block = None
        comments = self._root("comments")
        for comment in () if comments is None else comments:
            self.remainder.leave(Kind.COMMENT, plain_text(comment))
        self.remainder.leave(Kind.NUMBERING, ", ".join(marker.strip() for marker in self._story.markers))
        styles = self.cascade.used(self._story.styles)
        sheet = Sheet(sections, styles, self._property("title"), self._property("creator"))
        return Reading(sheet, tuple(self.remainder.items))

    def image(self, relationship: str) -> bytes | None:
        """The bytes of a picture inside the document."""
        link = self._pictures.get(relationship)
        return self._package.picture(link.target) if link else None

    def note(self, kind: str, name: str) -> tuple[Paragraph, ...]:
        """The paragraphs of a footnote or endnote at its first mark; none at another, or for a note in a note.

        No word processor makes those.
        """
        element = None if self._in_note else self._note_elements.pop((kind, name), None)
        if element is None:
            return ()
        outside, self._pictures = self._pictures, self._package.relations(self._target(f"{kind}s") or "")
        self._in_note = True
        paragraphs = self._story.paragraphs(element)
        self._in_note, self._pictures = False, outside
        return paragraphs

    @cached_property
    def _note_elements(self) -> dict[tuple[str, str], Element]:
        roots = {kind: self._root(f"{kind}s") for kind in ("footnote", "endnote")}
        return {
            (kind, attribute(element, "id") or ""): element
            for kind, root in roots.items()
            if root is not None
            for element in children(root, kind)
        }

    def _section(self, part: Part, pages: Pages) -> Section:
        self.remainder.block = None
        page = pages.setup(part.properties)
        return Section(page, tuple(self._story.blocks(part.elements, page.column)))

    def _header(self, relationship: str) -> Header:
        if relationship not in self._headers:
            link = self._links.get(relationship)
            self._headers[relationship] = read_header(self._package.root(link.target if link else None), self.cascade)
        return self._headers[relationship]

    def _inset(self) -> bool:
        """Whether the indent of tables is measured to their text, as Word did before 2013."""
        settings = self._root("settings")
        every = () if settings is None else descendants(settings, "compatSetting")
        modes = [number(each) for each in every if attribute(each, "name") == "compatibilityMode"]
        return ((modes[0] if modes else None) or BEFORE_MODES) < MODERN

    def _target(self, kind: str) -> str | None:
        return next((link.target for link in self._links.values() if link.kind == kind), None)

    def _root(self, kind: str) -> Element | None:
        return self._package.root(self._target(kind))

    def _property(self, tag: str) -> str:
        links = self._package.relations().values()
        root = self._package.root(next((link.target for link in links if link.kind == "core-properties"), None))
        return "" if root is None else root.findtext(f"{{{DC}}}{tag}") or ""
