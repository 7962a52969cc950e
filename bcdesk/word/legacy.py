"""Letters drawn by the fonts of before Unicode, as the letters they show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bcdesk.sheet.sheet import Run
from bcdesk.vietnamese.legacy import Encoding, decode_pieces, draws_capitals, encoding_of_font, gain, is_unicode


@dataclass(frozen=True, slots=True)
class Face:
    """How a font draws the codes of its text: in which encoding, and whether all as capitals."""

    encoding: Encoding
    capitals: bool


def face_of(font: str, *, caps: bool) -> Face | None:
    """The face of a font of before Unicode, by its name; `caps` where its letters are set as capitals anyway."""
    encoding = encoding_of_font(font)
    return Face(encoding, caps or draws_capitals(font)) if encoding else None


class OldFonts:
    """Decodes what such fonts draw.

    `mixed`: the document has Unicode letters in such fonts too; text in them is decoded only where that makes it
    better. Whether it has is known once all of it was read, from `hold_unicode`.
    """

    def __init__(self, *, mixed: bool = False) -> None:
        self.hold_unicode = False
        self._least_gain = 1 if mixed else 0

    def decoded(self, runs: list[Run], faces: Mapping[int, Face]) -> list[Run]:
        """The runs of a paragraph with those decoded whose face is given by their index.

        A letter and its mark may stand in two runs.
        """
        found = list(runs)
        for encoding, stretch in groupby(faces, key=lambda at: faces[at].encoding):
            indexes = list(stretch)
            texts = self._decoded([runs[at].text for at in indexes], encoding)
            for at, text in zip(indexes, texts, strict=True):
                found[at] = replace(runs[at], text=text.upper() if faces[at].capitals else text)
        return found

    def _decoded(self, texts: list[str], encoding: Encoding) -> Sequence[str]:
        whole = "".join(texts)
        if is_unicode(whole):
            self.hold_unicode = True
            return texts
        return decode_pieces(texts, encoding) if gain(whole, encoding) >= self._least_gain else texts
