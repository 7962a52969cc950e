"""Capitals that begin a sentence, and those in the middle of one that begin nothing (VH-01)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bcdesk.places import resources
from bcdesk.vietnamese.slips import WORD, Slip, begins_sentence
from bcdesk.vietnamese.tone_marks import old_style

# Behind these no name can follow, only what is done.
_BEFORE_VERBS = re.compile(r"\b(?:đã|đang|sẽ|nhằm|hãy|luôn|từng)\s+(?P<first>[^\W\d_]+)\s+(?P<second>[^\W\d_]+)")
_TWO = re.compile(r"(?P<first>[^\W\d_]+) (?P<second>[^\W\d_]+)")
_SENTENCE = re.compile(r"(?P<last>[^\W\d_]{2,}|\d{4}|[)”\"])(?P<stop>[.?!])[ \u00a0]+(?P<word>[^\W\d_]+)")
_SHORTENED = frozenset({"tp", "tx", "tt", "tr", "vd", "đ", "ths", "ts", "bs", "ks", "gs", "pgs", "st", "no", "vv"})
_NAMING = re.compile(
    r"xã|phường|thôn|ấp|bản|làng|buôn|khối|xóm|tổ|khu|ông|bà|anh|chị|em|cháu|cụ|đường|cầu|hồ|sông|suối|núi|đèo|đồng|"
    r"chí|ty|trường|công|họ|tên|hiệu|đảo|chợ|quốc|huyện|tỉnh|phố|trấn|quận|sóc|phum|kênh|rạch|thắng|kết"
)


@cache
def small_pairs() -> frozenset[str]:
    """Pairs of words that the law writes with small letters inside a sentence."""
    text = (resources() / "language" / "small-pairs.txt").read_text(encoding="utf-8")
    return frozenset(map(old_style, text.splitlines()))


def sentence_slips(text: str) -> Iterator[Slip]:
    """Sentences inside a paragraph without their capital, and words with one they should not have."""
    yield from _uncapped(text)
    for found in _BEFORE_VERBS.finditer(text):
        if found["first"].istitle() and found["second"].islower() and _is_small(found):
            yield _small(found.start("first"), found["first"])
    yield from _capped_pairs(text)


def first_letter_slip(text: str) -> Slip | None:
    """A paragraph that begins with a small letter."""
    word = WORD.match(text.lstrip())
    if word is None or not word[0].islower() or _is_address(text.lstrip(), 0):
        return None
    start = len(text) - len(text.lstrip())
    return Slip(start, start + word.end(), "VH-01", (_capped(word[0]),))


def _uncapped(text: str) -> Iterator[Slip]:
    for found in _SENTENCE.finditer(text):
        word = found["word"]
        if not word.islower() or found["last"].lower() in _SHORTENED or _is_address(text, found.start("word")):
            continue
        yield Slip(found.start("word"), found.end("word"), "VH-01", (_capped(word),))


def _is_address(text: str, at: int) -> bool:
    """Whether a web or mail address, or a name like `iOffice`, begins here."""
    written = text[at:].split(maxsplit=1)[0]
    return any(sign in written.rstrip(".,;:") for sign in "@./_") or not written[1:].islower()


def _capped_pairs(text: str) -> Iterator[Slip]:
    """Both words of a plain pair in capitals: `công tác Tuyên Truyền`."""
    at = 0
    while found := _TWO.search(text, at):
        at = found.end("first")
        if found["first"].istitle() and found["second"].istitle() and _is_small(found) and _stands_alone(text, found):
            kept = begins_sentence(text, found.start())
            right = (found["first"] if kept else found["first"].lower()) + f" {found['second'].lower()}"
            yield Slip(*found.span(), "VH-01", (right,))


def _stands_alone(text: str, found: re.Match[str]) -> bool:
    """Whether the pair is no part of a longer name, and no word before it says that a name follows."""
    before = text[: found.start()].rstrip().rsplit(maxsplit=1)[-1:]
    after = WORD.match(text[found.end() :].lstrip())
    named = before and (_NAMING.fullmatch(before[0].lower().strip("“\"'(")) or before[0][:1].isupper())
    return not named and not (after and after[0][0].isupper())


def _is_small(found: re.Match[str]) -> bool:
    return old_style(f"{found['first']} {found['second']}").lower() in small_pairs()


def _small(start: int, word: str) -> Slip:
    return Slip(start, start + len(word), "VH-01", (word.lower(),))


def _capped(word: str) -> str:
    return word[0].upper() + word[1:]
