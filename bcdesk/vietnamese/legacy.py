"""Text typed in the fonts of before Unicode, TCVN3 (`.VnTime`) and VNI (`VNI-Times`), known and made Unicode.

Such a text holds the codes of Western letters that these fonts draw as Vietnamese ones. Decode it before anything else:
TCVN3 writes ư as U+00AD, the soft hyphen, and é as U+00D0, which looks like Đ (`vietnamese` §3).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from bcdesk.vietnamese.syllables import is_syllable

SURE_SHARE = 0.7
SURE_LEAD = 0.1
FEWEST_WORDS = 2


class Encoding(StrEnum):
    """The encodings, by the names clerks call them."""

    TCVN3 = "TCVN3 (ABC)"
    VNI = "VNI"


_TCVN3_LETTERS = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
# Word shows the code of ã, U+00B7, as the bullet operator too.
_TCVN3 = {
    **{chr(first + at): letter for first, letters in _TCVN3_LETTERS.items() for at, letter in enumerate(letters)},
    "\u2219": "ã",
}

_PLAIN_MARKS, _HAT_MARKS, _BREVE_MARKS = "ùøûõï", "âáàåãä", "êéèúüë"
_VNI_PAIRS = (
    ("a", _PLAIN_MARKS, "áàảãạ"), ("a", _HAT_MARKS, "âấầẩẫậ"), ("a", _BREVE_MARKS, "ăắằẳẵặ"),
    ("e", _PLAIN_MARKS, "éèẻẽẹ"), ("e", _HAT_MARKS, "êếềểễệ"),
    ("o", _PLAIN_MARKS, "óòỏõọ"), ("o", _HAT_MARKS, "ôốồổỗộ"), ("ô", _PLAIN_MARKS, "ớờởỡợ"),
    ("u", _PLAIN_MARKS, "úùủũụ"), ("ö", _PLAIN_MARKS, "ứừửữự"),
    ("y", _PLAIN_MARKS[:4], "ýỳỷỹ"),
)  # fmt: skip
_VNI_SMALL = {
    **{base + mark: letter for base, marks, letters in _VNI_PAIRS for mark, letter in zip(marks, letters, strict=True)},
    **dict(zip("ôöñíìæóòî", "ơưđíìỉĩịỵ", strict=True)),
}
_VNI = {
    **_VNI_SMALL,
    **{code.upper(): letter.upper() for code, letter in _VNI_SMALL.items()},
    **{code[0].upper() + code[1:]: letter.upper() for code, letter in _VNI_SMALL.items()},
}
_TABLES = {Encoding.TCVN3: _TCVN3, Encoding.VNI: _VNI}
_CODES = {
    encoding: re.compile("|".join(sorted(map(re.escape, table), key=len, reverse=True)))
    for encoding, table in _TABLES.items()
}

_FONTS = ((re.compile(r"\.vn", re.IGNORECASE), Encoding.TCVN3), (re.compile(r"vni[- ]", re.IGNORECASE), Encoding.VNI))
_UNICODE_ONLY = re.compile("[ăđơưĂĐƠƯ\u0300-\u036f\u1ea0-\u1ef9]")
_FOREIGN = re.compile("[\u00a1-\u00ff\u2219]")
_WORD_ENDS = re.compile(r"[\s!-/:-@\[-`{-~“”‘’…–—0-9]+")


def encoding_of_font(name: str) -> Encoding | None:
    """The encoding of a font by its name: `.VnTime` and `VNI-Times`; None for a font of Unicode."""
    return next((encoding for begins, encoding in _FONTS if begins.match(name)), None)


def draws_capitals(font: str) -> bool:
    """Whether a font draws the codes of small letters as capitals: `.VnTimeH`."""
    return encoding_of_font(font) is Encoding.TCVN3 and font.endswith("H")


def decode(text: str, encoding: Encoding) -> str:
    """`text` of that encoding in Unicode; what is no code of it stays."""
    table = _TABLES[encoding]
    return _CODES[encoding].sub(lambda code: table[code.group()], text)


def decode_pieces(pieces: Sequence[str], encoding: Encoding) -> tuple[str, ...]:
    """The pieces of one text decoded; a letter whose mark stands at the start of the next piece takes it along."""
    table, found = _TABLES[encoding], list(pieces)
    for at, piece in enumerate(pieces):
        before = next((index for index in range(at - 1, -1, -1) if found[index]), None)
        if piece and before is not None and found[before][-1] + piece[0] in table:
            found[before] += piece[0]
            found[at] = piece[1:]
    return tuple(decode(piece, encoding) for piece in found)


def encodings(texts: Sequence[str]) -> tuple[Encoding | None, ...]:
    """The encoding of each paragraph of a document, None for Unicode; what it does not show itself, the others do.

    A paragraph shows it by the share of its words beyond ASCII that are legal syllables only when decoded. Where most
    paragraphs that can be told are in one encoding, those too short to be told and no worse for decoding are too.
    """
    own = tuple(map(_shown, texts))
    votes = Counter(encoding for encoding in own if encoding)
    if not votes:
        return own
    chosen, count = votes.most_common(1)[0]
    rule = count > sum(map(is_unicode, texts))
    return tuple(
        chosen if encoding or (rule and not is_unicode(text) and gain(text, chosen) >= 0) else None
        for text, encoding in zip(texts, own, strict=True)
    )


def is_unicode(text: str) -> bool:
    """Whether a text has Vietnamese letters that only Unicode has codes for."""
    return _UNICODE_ONLY.search(text) is not None


def gain(text: str, encoding: Encoding) -> int:
    """How many more legal syllables a text has when decoded."""
    raw, decoded, _ = _legal(text, encoding)
    return decoded - raw


def _shown(text: str) -> Encoding | None:
    """The encoding a paragraph shows by itself; None where it shows none, or is too short for it."""
    if is_unicode(text):
        return None
    best = max(Encoding, key=lambda encoding: gain(text, encoding))
    raw, decoded, count = _legal(text, best)
    sure = decoded >= max(SURE_SHARE * count, raw + SURE_LEAD * count)
    return best if count >= FEWEST_WORDS and sure else None


def _legal(text: str, encoding: Encoding) -> tuple[int, int, int]:
    """Of the words of several letters, some beyond ASCII: those legal as they stand, those legal when decoded, all."""
    words = [word for word in _WORD_ENDS.split(text) if len(word) > 1 and _FOREIGN.search(word)]
    decoded = (decode(word, encoding) for word in words)
    return sum(map(is_syllable, words)), sum(map(is_syllable, decoded)), len(words)
