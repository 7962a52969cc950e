"""The one written form of Vietnamese inside the program: Unicode NFC with the marks of a letter in their order."""

from __future__ import annotations

import re
import unicodedata

# Circumflex and breve have the same combining class as the tone marks, so NFC leaves a tone typed before them where
# it is (`e` + acute + circumflex stays two characters): they are put first (`vietnamese` §4).
_TONE_BEFORE_SHAPE = re.compile("([\u0300\u0301\u0303\u0309\u0340\u0341]+)([\u0302\u0306])")

# What no document can hold: controls, halves of surrogate pairs, non-characters. Tab and line feed stay.
_NO_CHARACTERS = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_OLD_BREAKS = re.compile("[\x0b\x0c\r]")


def clean(text: str) -> str:
    """`text` in NFC, without the codes that are no characters; the breaks of old files become spaces."""
    if text.isascii() and text.isprintable():
        return text
    return nfc(_NO_CHARACTERS.sub("", _OLD_BREAKS.sub(" ", text)))


def nfc(text: str) -> str:
    """`text` in NFC, tone marks typed before a circumflex or breve put behind it."""
    composed = unicodedata.normalize("NFC", text)
    if "\u0302" not in composed and "\u0306" not in composed:
        return composed
    decomposed = unicodedata.normalize("NFD", composed)
    return unicodedata.normalize("NFC", _TONE_BEFORE_SHAPE.sub(r"\2\1", decomposed))
