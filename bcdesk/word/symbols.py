"""Characters of symbol fonts as Unicode: there they stand at private places, U+F020 and following."""

from __future__ import annotations

UNKNOWN = "□"
PRIVATE = 0xF000
BULLETS = {
    "symbol": {
        0x2D: "-", 0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB9: "≠", 0xAE: "→", 0xD6: "√",
        0xDE: "⇒", 0xE5: "Σ",
    },
    "wingdings": {
        0x28: "☎", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖", 0x77: "◆", 0x9F: "•", 0xA7: "▪", 0xA8: "□",
        0xD8: "➢", 0xE0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    },
    "wingdings 2": {0x50: "✓", 0x52: "☑", 0x54: "☒", 0xA3: "□"},
}  # fmt: skip


def symbol(character: str, font: str) -> str:
    """The Unicode character that looks like `character` in `font`; a square where none is known."""
    place = ord(character)
    private = PRIVATE <= place < PRIVATE + 0x100
    shapes = BULLETS.get(font.lower())
    if shapes is None:
        # Most documents mean Symbol's bullet whatever font they name.
        shapes = BULLETS["symbol"] if private else {}
    code = place - PRIVATE if private else place
    if code in shapes:
        return shapes[code]
    return UNKNOWN if private or font.lower() in BULLETS else character
