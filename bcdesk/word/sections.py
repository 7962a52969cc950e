"""The sections of a document: which blocks each has, its paper and margins, and its page numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from bcdesk.sheet.sheet import Align, PageSetup
from bcdesk.word.headers import Header
from bcdesk.word.markup import RELATIONSHIP_ID, Element, attribute, child, inside, number, on_off, tag_of
from bcdesk.word.reading import Kind
from bcdesk.word.remainder import Remainder

LETTER = (12240, 15840)
MARGIN = 1440
HEADER = 720
FOREIGN = ("altChunk", "subDoc")
DIGITS = "decimal"

Leave = Callable[[Kind, str], None]


@dataclass(slots=True)
class Part:
    """The elements of one section and its properties."""

    elements: list[Element] = field(default_factory=list)
    properties: Element | None = None


def parts_of(body: Element, leave: Leave) -> list[Part]:
    """The sections in their order; a continuous break between pages of one size does not make a new one."""
    found = [Part()]
    for element in inside(body, "p", "tbl", *FOREIGN):
        if tag_of(element) in FOREIGN:
            leave(Kind.EMBEDDED, "")
            continue
        found[-1].elements.append(element)
        properties = child(element, "pPr", "sectPr")
        if properties is not None:
            found[-1].properties = properties
            found.append(Part())
    found[-1].properties = child(body, "sectPr")
    if found[-1] == Part() and len(found) > 1:
        found.pop()
    return _joined(found)


def _joined(parts: list[Part]) -> list[Part]:
    found = parts[:1]
    for part in parts[1:]:
        before = found[-1]
        if _continuous(part) and _paper(part.properties) == _paper(before.properties):
            before.elements += part.elements
        else:
            found.append(part)
    return found


def _continuous(part: Part) -> bool:
    return attribute(child(part.properties, "type")) == "continuous"


def _paper(properties: Element | None) -> tuple[int, int]:
    size = child(properties, "pgSz")
    return number(size, "w") or LETTER[0], number(size, "h") or LETTER[1]


class Pages:
    """Reads the page setups of the sections in their order: a header that one does not name is the one before's."""

    def __init__(self, header: Callable[[str], Header], remainder: Remainder) -> None:
        self._header = header
        self._remainder = remainder
        self._names: dict[tuple[str, str], str] = {}
        self._told: set[str] = set()

    def setup(self, properties: Element | None) -> PageSetup:
        """The page setup that a `w:sectPr` describes; Word's own where it is missing."""
        for reference in () if properties is None else properties:
            tag = tag_of(reference)
            if tag in {"headerReference", "footerReference"}:
                self._names[tag[:6], attribute(reference, "type") or "default"] = reference.get(RELATIONSHIP_ID, "")
        self._tell()
        self._tell_format(child(properties, "pgNumType"))
        margins = child(properties, "pgMar")
        width, height = _paper(properties)
        title = bool(on_off(child(properties, "titlePg")))
        return PageSetup(
            width=width,
            height=height,
            top=abs(_margin(margins, "top")),
            bottom=abs(_margin(margins, "bottom")),
            left=_margin(margins, "left") + (number(margins, "gutter") or 0),
            right=_margin(margins, "right"),
            header=_margin(margins, "header", HEADER),
            number_size=self._of("header", "default").number_size,
            number_from=number(child(properties, "pgNumType"), "start"),
            number_first=not title or bool(self._of("header", "first").number_size),
        )

    def _of(self, place: str, kind: str) -> Header:
        return self._header(self._names.get((place, kind), ""))

    def _tell(self) -> None:
        """Take down what headers and footers say beside a page number in the middle of the top margin."""
        for (place, _), name in self._names.items():
            if name in self._told:
                continue
            self._told.add(name)
            found = self._header(name)
            self._remainder.leave(Kind.HEADER if place == "header" else Kind.FOOTER, found.text)
            if found.number_size and (place, found.align) != ("header", Align.CENTER):
                self._remainder.leave(Kind.PAGE_NUMBER, f"{place} {found.align}")
            self._remainder.leave(Kind.NUMBER_LOOK, found.look)
            for font in sorted(found.fonts):
                self._remainder.leave_once(Kind.FONT, font)

    def _tell_format(self, numbering: Element | None) -> None:
        """Take down a way of counting pages that is not in Arabic digits."""
        kind = attribute(numbering, "fmt") or DIGITS
        self._remainder.leave_once(Kind.NUMBER_FORMAT, "" if kind == DIGITS else kind)


def _margin(margins: Element | None, name: str, usual: int = MARGIN) -> int:
    found = number(margins, name)
    return usual if found is None else found
