"""The bare text of anything in a document: what a text box, a comment or a header says."""

from __future__ import annotations

from collections.abc import Iterator

from bcdesk.word.markup import MC, Element, M, V, tag_of

LETTERS = {"t", "delText", f"{{{M}}}t"}
SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
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
    yield SIGNS.get(tag, "")
    for below in element:
        yield from _pieces(below)
    if tag == "p":
        yield "\n"
