"""What headers and footers say: the page number, which a Sheet knows, and everything else, which it does not."""

from __future__ import annotations

from dataclasses import dataclass, field

from bcdesk.sheet.sheet import Align
from bcdesk.word.cascade import ALIGNS, Cascade, Properties
from bcdesk.word.fields import Fields, counts_pages
from bcdesk.word.inline import FALLBACK
from bcdesk.word.markup import Element, W, attribute, child, tag_of

SIMPLE = f"{{{W}}}fldSimple"
READ = tuple(f"{{{W}}}{tag}" for tag in ("p", "tab", "fldChar", "instrText", "fldSimple", "t", "pgNum"))
# A header's tab stops stand at its middle and at its right end.
TABBED = {1: Align.CENTER, 2: Align.RIGHT}
LOOKS = {"bold": "bold", "italic": "italic", "colour": "coloured"}


@dataclass(slots=True)
class Header:
    """A header or footer: the size of its page number (0 for none), how that stands, and the rest of its text.

    `look` is what the number is beside its size, `fonts` are those of number and text.
    """

    number_size: int = 0
    align: Align = Align.LEFT
    text: str = ""
    look: str = ""
    fonts: set[str] = field(default_factory=set)


def read_header(root: Element | None, cascade: Cascade) -> Header:
    """What a header's root element says; an empty header where there is none."""
    if root is None:
        return Header()
    for fallback in list(root.iter(FALLBACK)):
        fallback.clear()
    return _Reader(cascade).read(root)


class _Reader:
    """Goes through one header in reading order."""

    def __init__(self, cascade: Cascade) -> None:
        self._cascade = cascade
        self._fields = Fields()
        self._header = Header()
        self._paragraph: Element | None = None
        self._tabs = 0

    def read(self, root: Element) -> Header:
        for element in root.iter(*READ):
            self._element(element, tag_of(element))
        self._header.text = self._header.text.strip()
        return self._header

    def _element(self, element: Element, tag: str) -> None:
        if tag == "p":
            self._paragraph, self._tabs = element, 0
            self._header.text += "\n"
        elif tag == "tab":
            self._tabs += _parent(element) == "r"
        elif tag == "fldChar":
            self._fields.mark(attribute(element, "fldCharType") or "")
        elif tag == "instrText":
            self._fields.instruct(element.text or "")
        if self._counts(element, tag):
            self._number(element)
        elif tag == "t":
            self._header.text += element.text or ""
            self._header.fonts.add(self._run(element.getparent())["font"])

    def _counts(self, element: Element, tag: str) -> bool:
        """Whether an element is, asks for or shows the page number."""
        if tag == "pgNum" or (tag in {"t", "instrText"} and self._fields.counting_pages):
            return True
        return any(counts_pages(attribute(each, "instr") or "") for each in (element, *element.iterancestors(SIMPLE)))

    def _number(self, element: Element) -> None:
        found = self._run(element.getparent() if tag_of(element) != "fldSimple" else None)
        properties = child(self._paragraph, "pPr")
        self._header.number_size = found["size"]
        self._header.look = " ".join(word for name, word in LOOKS.items() if found[name])
        self._header.fonts.add(found["font"])
        self._header.align = self._align(properties, self._cascade.style_id(properties))

    def _run(self, run: Element | None) -> Properties:
        style = self._cascade.style_id(child(self._paragraph, "pPr"))
        return self._cascade.run(child(run, "rPr"), style)

    def _align(self, properties: Element | None, style: str | None) -> Align:
        framed = attribute(child(properties, "framePr"), "xAlign")
        said = framed or attribute(child(properties, "jc"))
        align: Align = ALIGNS.get(said or "") or self._cascade.paragraph(style)["align"]
        return TABBED.get(self._tabs, align) if align in {Align.LEFT, Align.JUSTIFY} else align


def _parent(element: Element) -> str:
    parent = element.getparent()
    return "" if parent is None else tag_of(parent)
