"""The bare text of anything in a document: what a text box, a comment or a header says."""

from __future__ import annotations

from collections.abc import Iterator

from bcdesk.word.markup import MC, Element, M, V, tag_of

LETTERS = {"t", "delText", f"{{{M}}}t"}
SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
"""The signs that are elements in Word, as characters; a line break, `br`, may also be a page's."""

WORD_ART = f"{{{V}}}textpath"
UNSEEN = {f"{{{MC}}}Fallback", "instrText", "pPr", "rPr"}


def plain_text(element: Element) -> str:
    """The text of an element, a line for each paragraph; fields show their result."""
    return "".join(_pieces(element)).strip("\n")


def _pieces(element: Element) -> Iterator[str]:
    tag = tag_of(element)
    if tag in UNSEEN:
        return
    if tag in LETTERS:
        yield element.text or ""
    elif tag == WORD_ART:
        yield element.get("string", "")
    yield "\n" if tag == "br" else SIGNS.get(tag, "")
    for below in element:
        yield from _pieces(below)
    if tag == "p":
        yield "\n"
