"""The fonts a document's theme stands for."""

from __future__ import annotations

from bcdesk.word.markup import A, Element

KINDS = ("major", "minor")


def theme_fonts(theme: Element | None) -> dict[str, str]:
    """The font for headings (`major`) and the font for text (`minor`) of a theme's root; empty where there is none."""
    if theme is None:
        return {}
    faces = {kind: theme.find(f".//{{{A}}}{kind}Font/{{{A}}}latin") for kind in KINDS}
    return {kind: face.get("typeface", "") for kind, face in faces.items() if face is not None}
