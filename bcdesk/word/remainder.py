"""Takes down, while a document is read, what has no place in a Sheet."""

from __future__ import annotations

from bcdesk.word.properties import TYPEFACE
from bcdesk.word.reading import Kind, Unread

ALWAYS_TOLD = {Kind.DRAWING, Kind.PICTURE, Kind.OBJECT, Kind.EMBEDDED}


class Remainder:
    """The list; `block` is the number of the paragraph or table that is being read."""

    def __init__(self) -> None:
        self.items: list[Unread] = []
        self.block: int | None = None
        self._told = {(Kind.FONT, TYPEFACE)}

    def leave(self, kind: Kind, text: str) -> None:
        """Take down something of `kind` unless it shows nothing."""
        if text.strip() or kind in ALWAYS_TOLD:
            self.items.append(Unread(kind, text, self.block))

    def leave_once(self, kind: Kind, text: str) -> None:
        """Take down something that is told once however often it comes."""
        if text and (kind, text) not in self._told:
            self._told.add((kind, text))
            self.leave(kind, text)
