"""What may be tidied in a text when the clerk asks for it: each rule finds places and what would stand there.

A rule never touches a letter beyond those it is about, and finds nothing in what it has mended. Figures, dates,
document numbers, `...`, `./.`, names of files and addresses stay as typed (`vietnamese` §2, §4).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bcdesk.vietnamese.syllables import is_syllable
from bcdesk.vietnamese.text import nfc

Mend = tuple[int, int, str]
"""From one character of a text to another, and what would stand in their place."""

_LETTER = r"[^\W\d_]"
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+")
_HARD_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
# One hard space beside a number keeps it with its word (`Điều\u00a05`, `5\u00a0km`): wanted.
_WANTED_HARD_SPACE = re.compile(r"(?<=\d)\u00a0(?=\w)|(?<=\w)\u00a0(?=\d)")
_BULLET = re.compile("[\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf02d][ \t]*")

LOOK_ALIKES = str.maketrans("ƣƢǎǍÐƉðɖаеоросухіѕјһАВЕКМНОРСТУХІЅЈıɑ", "ưƯăĂĐĐđđaeopocyxisjhABEKMHOPCTYXISJia")
"""Letters of other alphabets, and the Vietnamese ones they look like."""
_WORD = re.compile(f"(?:{_LETTER}[\u0300-\u036f]*)+")
_ACRONYM = re.compile("[A-ZĐ]{2,8}")
_STROKES = frozenset("ÐƉ")

_EDGE_SPACES = re.compile(r"^ +| +$", re.MULTILINE)
_SPACES = re.compile(r"(?<=[^ \n]) {2,}(?=[^ \n])")
_BEFORE_PEN = re.compile(r"\b(?:số|ngày|tháng|năm)\s*:?$", re.IGNORECASE)
_BEHIND_PEN = re.compile(r"/|(?:ngày|tháng|năm)\b", re.IGNORECASE)

_SPACE_BEFORE = re.compile(r"(?<=[\w)\]”’%]) +(?=(?P<sign>[,;:.!?])(?:[\s”’)]|$))")
_SPACE_INSIDE = re.compile(r"(?<=[(“]) +(?=[^\s)”])|(?<=[^\s(“]) +(?=[)”])")
_NO_SPACE_BEHIND = re.compile(rf"(?<=[\w)”%]) *(?P<sign>[,;:!?])(?={_LETTER})|(?<={_LETTER}) *(?P<dot>\.)(?={_LETTER})")
_ADDRESS = re.compile(
    r"@|://|\bwww\.|\\|\.(?:docx?|xlsx?|pptx?|pdf|txt|rtf|jpe?g|png|zip|rar|bcdesk|vn|com|net|org|edu|gov)\b",
    re.IGNORECASE,
)
_LAST_WORD, _FIRST_WORD = re.compile(rf"{_LETTER}+$"), re.compile(rf"{_LETTER}+")

_UNEVEN = re.compile(rf"(?<={_LETTER})(?: +(?P<left>[-–])|(?P<right>[-–]) +)(?={_LETTER})")
_MARKER = re.compile(r"\s*(?:[-–+*•](?=\s)|(?:[a-zđ]{1,2}|[ivx]{1,4}|\d{1,3})[.)/]|\(\w{1,3}\))")
_BEFORE_HYPHEN = re.compile(r"\s*(?:[IVXLC]+|[A-ZĐ]|[a-zđ]|(?:Phần|Chương|Mục)\s+\w+)", re.IGNORECASE)

SHORTEST_BROKEN_LINE = 30
_ENDED = re.compile(r"[.:;!?…][”\"’)]*$")
_GOES_ON = re.compile(
    r"\b(?:của|và|các|những|với|về|cho|là|trên|tại|được|theo|số|trong|đến|từ|bằng|do|để|hoặc|một|cùng|ngày|việc)$"
)


def hidden_signs(text: str) -> Iterator[Mend]:
    """Signs nobody sees go, hard spaces become ordinary ones, bullets of symbol fonts become a dash."""
    for found in _HIDDEN.finditer(text):
        yield (*found.span(), "")
    wanted = {found.start() for found in _WANTED_HARD_SPACE.finditer(text)}
    for found in _HARD_SPACES.finditer(text):
        if found.start() not in wanted:
            yield (*found.span(), " " * len(found.group()))
    for found in _BULLET.finditer(text):
        before = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        if not _HIDDEN.sub("", before).strip():
            yield (*found.span(), "- ")


def look_alikes(text: str) -> Iterator[Mend]:
    """Letters of other alphabets inside words that become legal syllables; Ð in an acronym of capitals."""
    for found in _WORD.finditer(text):
        word = found.group()
        new = nfc(word.translate(LOOK_ALIKES))
        if new != word and ((_is_mixed(word) and is_syllable(new)) or _is_acronym(word, new)):
            yield (*found.span(), new)


def extra_spaces(text: str) -> Iterator[Mend]:
    """One space for several, none at the ends of a line; room for the pen (`Số:    /BC`) stays."""
    for found in _EDGE_SPACES.finditer(text):
        yield (*found.span(), "")
    for found in _SPACES.finditer(text):
        if not (_BEFORE_PEN.search(text[: found.start()]) and _BEHIND_PEN.match(text, found.end())):
            yield (*found.span(), " ")


def spaces_at_signs(text: str) -> Iterator[Mend]:
    """No space before `, ; : . ! ?` and inside brackets, one behind where a word follows."""
    for found in _SPACE_BEFORE.finditer(text):
        if not _parts_figures(text, found.start(), found.end() + 1):
            yield (*found.span(), "")
    for found in _SPACE_INSIDE.finditer(text):
        yield (*found.span(), "")
    for found in _NO_SPACE_BEHIND.finditer(text):
        if not _in_address(text, found.end() - 1) and (found["sign"] or _ends_sentence(text, *found.span())):
            yield (*found.span(), f"{found['sign'] or found['dot']} ")


def uneven_hyphens(text: str) -> Iterator[Mend]:
    """A dash between two words has a space on both sides, between two acronyms on none; not in numbers and markers."""
    for found in _UNEVEN.finditer(text):
        before, behind = text[: found.start()], text[found.end() :]
        if _BEFORE_HYPHEN.fullmatch(before) or "/" in before.split()[-1]:
            continue
        sign = found["left"] or found["right"]
        left, right = _last_word(before), _first_word(behind)
        compact = left.isupper() and right.isupper() and not (is_syllable(left) and is_syllable(right))
        yield (*found.span(), sign if compact else f" {sign} ")


def broken_lines(text: str) -> Iterator[Mend]:
    """Line ends within a sentence, as they come with text from a PDF, become spaces."""
    start = at = 0
    while (at := text.find("\n", at)) >= 0:
        end = text.find("\n", at + 1)
        if goes_on(text[start:at], text[at + 1 : None if end < 0 else end]):
            yield at, at + 1, " "
        else:
            start = at + 1
        at += 1


def goes_on(line: str, following: str) -> bool:
    """Whether a line breaks off within a sentence that the following one goes on with."""
    line, following = line.rstrip(), following.lstrip()
    if len(line) < SHORTEST_BROKEN_LINE or not following or line.isupper() or _ENDED.search(line):
        return False
    if _MARKER.match(following) or following[0] in "-–+*•":
        return False
    return following[0].islower() or _GOES_ON.search(line) is not None


def _is_mixed(word: str) -> bool:
    """Whether a word has letters of ours beside those of other alphabets: a word of Cyrillic alone is Russian."""
    return any(ord(letter) not in LOOK_ALIKES or letter in "ƣƢǎǍÐƉðɖıɑ" for letter in word)


def _is_acronym(word: str, new: str) -> bool:
    return _ACRONYM.fullmatch(new) is not None and bool(_STROKES & set(word)) and new.count("Đ") == _stroked(word)


def _stroked(word: str) -> int:
    return sum(letter in _STROKES or letter == "Đ" for letter in word)


def _parts_figures(text: str, before: int, behind: int) -> bool:
    """Whether figures stand on both sides: `7 . 500`, `1 : 1000` are for the clerk to judge."""
    return text[before - 1].isdigit() and text[behind:].lstrip()[:1].isdigit()


def _in_address(text: str, at: int) -> bool:
    """Whether the word around a place is an address, a path or the name of a file."""
    start = max(text.rfind(space, 0, at) for space in " \n\t") + 1
    end = min((found for space in " \n\t" if (found := text.find(space, at)) >= 0), default=len(text))
    return _ADDRESS.search(text[start:end]) is not None


def _ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether the dot there ends a sentence: between a whole small word and one that begins with a capital."""
    left, right = _last_word(text[:start]), _first_word(text[end:])
    plain = len(left) > 1 and left[-1].islower() and right[:1].isupper() and not right[1:2].isupper()
    return plain and is_syllable(left) and is_syllable(right)


def _last_word(text: str) -> str:
    found = _LAST_WORD.search(text)
    return found.group() if found else ""


def _first_word(text: str) -> str:
    found = _FIRST_WORD.match(text)
    return found.group() if found else ""
