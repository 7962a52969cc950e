"""Numbers as an office writes them: Roman, list letters, ordinals, padded and grouped digits."""

from __future__ import annotations

import re

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters that mark list items, in their order (ND-12): with đ, without f, j, w, z and the letters with hats."""

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ROMAN_SHAPE = re.compile(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_LARGEST_ROMAN = 3999
_KILO, _MEGA, _GIGA = 1024, 1024**2, 1024**3


def roman(number: int) -> str:
    """`number` (1–3999) in Roman capitals. Raises ValueError outside that range."""
    if not 1 <= number <= _LARGEST_ROMAN:
        raise ValueError(f"no such number: {number}")
    written = ""
    for value, sign in _ROMAN:
        written += sign * (number // value)
        number %= value
    return written


def parse_roman(text: str) -> int | None:
    """The number a well-formed Roman number of either case means; None for anything else."""
    capitals = text.upper()
    if not capitals or not _ROMAN_SHAPE.fullmatch(capitals):
        return None
    values = [next(value for value, sign in _ROMAN if sign == letter) for letter in capitals]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def letter(number: int) -> str:
    """The list letter of item `number` (1 is a, 5 is đ); after y come aa, ab … Raises ValueError below 1."""
    if number < 1:
        raise ValueError(f"no such number: {number}")
    rest, place = divmod(number - 1, len(LETTERS))
    return (letter(rest) if rest else "") + LETTERS[place]


def parse_letter(text: str) -> int | None:
    """Which item a small list letter marks; None where it is no list letter."""
    number = 0
    for sign in text:
        if sign not in LETTERS:
            return None
        number = number * len(LETTERS) + LETTERS.index(sign) + 1
    return number or None


def ordinal(number: int) -> str | None:
    """The word after `thứ` (`nhất`, `hai` … `mười`); None where offices write digits."""
    return _ORDINALS[number - 1] if 1 <= number <= len(_ORDINALS) else None


def parse_ordinal(word: str) -> int | None:
    """The number of an ordinal word of either case; None for anything else."""
    small = word.lower()
    return _ORDINALS.index(small) + 1 if small in _ORDINALS else None


def padded(number: int) -> str:
    """`number` with a leading zero below ten (SO-02, DD-04)."""
    return f"{number:02}"


def padded_month(month: int) -> str:
    """The month with a leading zero for January and February only (DD-05)."""
    return f"{month:02}" if month in (1, 2) else str(month)


def grouped(number: int) -> str:
    """`number` with dots between thousands: `1.248`."""
    return f"{number:,}".replace(",", ".")


def decimal(number: float) -> str:
    """A number with a decimal comma and no more digits than it has: `1,27`, `6`."""
    return f"{round(number, 2):g}".replace(".", ",")


def size_words(size: int) -> str:
    """A number of bytes as an office reads it: `12 KB`, `3,4 MB`, `1,2 GB`."""
    if size < _MEGA:
        return f"{-(-size // _KILO)} KB"
    number, unit = (size / _MEGA, "MB") if size < _GIGA else (size / _GIGA, "GB")
    return f"{number:.1f} {unit}".replace(".", ",")
