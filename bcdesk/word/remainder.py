"""Takes down, while a document is read, what has no place in a Sheet."""

from __future__ import annotations

from bcdesk.word.cascade import Properties
from bcdesk.word.properties import TYPEFACE
from bcdesk.word.reading import Kind, Unread

ALWAYS_TOLD = {Kind.DRAWING, Kind.PICTURE, Kind.OBJECT, Kind.EMBEDDED}
LOOKS = {
    "colour": Kind.COLOUR, "underline": Kind.UNDERLINE, "caps": Kind.CAPITALS, "small_caps": Kind.CAPITALS,
    "effect": Kind.EFFECT,
}  # fmt: skip


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

    def leave_look(self, text: str, found: Properties) -> None:
        """Take down how a text looks that a Run cannot say: fonts, colour, lines through and below it."""
        if not text.strip():
            return
        self.leave_once(Kind.FONT, found["font"] if any(map(str.isascii, text)) else "")
        self.leave_once(Kind.FONT, "" if text.isascii() else found["high_font"])
        for name, kind in LOOKS.items():
            if found[name]:
                self.leave(kind, text)

    def leave_once(self, kind: Kind, text: str) -> None:
        """Take down something that is told once however often it comes."""
        if text and (kind, text) not in self._told:
            self._told.add((kind, text))
            self.leave(kind, text)
