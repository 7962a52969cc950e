"""Vietnamese typed in the encodings of before Unicode, made without the tables of the program: their oracle."""

from __future__ import annotations

import subprocess
import unicodedata

from bcdesk.vietnamese.legacy import Encoding

SMALL = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
TONES = {"\u0301": "ùáé", "\u0300": "øàè", "\u0309": "ûåú", "\u0303": "õãü", "\u0323": "ïäë"}
HAT, BREVE, HORN = "\u0302", "\u0306", "\u031b"
ALONE = {"đ": "ñ", "í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î"}


def in_tcvn3(text: str) -> str:
    """`text` as `iconv` writes it, read as Western letters; small letters for the capitals TCVN3 does not have."""
    plain = "".join(letter if letter in "ĂÂÊÔƠƯĐ" or letter.lower() not in SMALL else letter.lower() for letter in text)
    made = subprocess.run(
        ["iconv", "-f", "UTF-8", "-t", "TCVN5712-1"], input=plain.encode(), capture_output=True, check=True
    )
    return made.stdout.decode("latin-1")


def in_vni(text: str) -> str:
    """`text` in VNI: each letter taken apart into its base, its shape and its tone."""
    return "".join(map(_vni_letter, unicodedata.normalize("NFC", text)))


def encoded(text: str, encoding: Encoding) -> str:
    """`text` in one of the encodings."""
    return in_tcvn3(text) if encoding is Encoding.TCVN3 else in_vni(text)


def _vni_letter(letter: str) -> str:
    small = letter.lower()
    if small in ALONE:
        return ALONE[small] if letter == small else ALONE[small].upper()
    base, *marks = unicodedata.normalize("NFD", small)
    tone = next((TONES[mark] for mark in marks if mark in TONES), "")
    column = 1 if HAT in marks else 2 if BREVE in marks else 0
    shape = {1: "â", 2: "ê", 0: ""}[column]
    base = {"o": "ô", "u": "ö"}[base] if HORN in marks else base
    code = base + (tone[column] if tone else shape)
    return code if letter == small else code.upper()
