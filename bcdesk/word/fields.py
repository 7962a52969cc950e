"""Fields: their result is text like any other; only of one that shows nothing the instruction is worth telling."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PAGE = re.compile(r"\s*PAGE\b", re.IGNORECASE)


def counts_pages(instruction: str) -> bool:
    """Whether a field shows the number of its page."""
    return bool(_PAGE.match(instruction))


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    shown: bool = False


class Fields:
    """The fields that are open at a place of the document; one may begin in a paragraph and end in another."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    def mark(self, kind: str) -> str:
        """Pass a field's begin, middle or end; gives the instruction of one that has ended and shown nothing."""
        if kind == "begin":
            self._open.append(_Field())
        if kind != "end" or not self._open:
            return ""
        ended = self._open.pop()
        self.show(something=ended.shown)
        return "" if ended.shown else ended.instruction.strip()

    def instruct(self, text: str) -> None:
        """Go on with the instruction of the innermost field."""
        if self._open:
            self._open[-1].instruction += text

    def show(self, *, something: bool = True) -> None:
        """What the innermost field shows goes on."""
        if self._open and something:
            self._open[-1].shown = True

    @property
    def counting_pages(self) -> bool:
        """Whether the innermost field shows the number of its page."""
        return bool(self._open) and counts_pages(self._open[-1].instruction)
