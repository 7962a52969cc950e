"""Which unit a report is from: by its letterhead, by who drafted or signed it, by the name of its file.

One unit is called differently on paper (`CÔNG AN XÃ BA TƠ`), in the office's list (`Công an xã`) and in the name of a
file (`CongAn_Q1`, `BC CAX`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import PurePosixPath

from bcdesk.report.office import Issuer, header_lines, issuer_name
from bcdesk.report.report import Paragraph, Report
from bcdesk.report.word_changes import likeness
from bcdesk.vietnamese.folding import unmarked
from bcdesk.vietnamese.text import nfc

LIKELY = 0.5
FEWEST_JOINED, FEWEST_INITIALS = 5, 3

_WORD = re.compile(r"[a-z]+|\d+")
_CAPITAL_WITHIN = re.compile(r"(?<=[a-z])(?=[A-Z])")
_TIMES = re.compile(r"\b(?:quy|q|thang|t|nam|tuan|ngay|lan|ban|v) (?:\d+|i{1,3}|iv)\b|\b20\d\d\b")
# What any unit calls its file: an answer is not remembered by it.
_UNTELLING = frozenset({
    "bao", "cao", "bc", "bieu", "mau", "phu", "luc", "so", "lieu", "tong", "hop", "ket", "qua", "kq", "cong", "tac",
    "chinh", "thuc", "du", "thao", "sua", "bo", "sung", "moi", "cuoi", "ban", "final", "copy", "gui", "nop", "xa",
    "phuong", "van", "file", "word", "docx", "dau", "thang", "quy", "nam", "ky",
})  # fmt: skip
_SHORT = {"ubnd": "uy ban nhan dan", "hdnd": "hoi dong nhan dan"}
_COMMUNES = ("xa", "phuong", "thi tran", "dac khu")
_UNSAID = ("phong", "truong", "ban", "so")
_BEFORE_NAME = re.compile(
    r"(?P<kind>.*\b(?:thôn|làng|buôn|bản|ấp|khóm|khối|tổ dân phố|mầm non|mẫu giáo|tiểu học|trung học cơ sở|xã|phường))"
    r"(?P<name>(?: [^\W\d_]\S*)+)",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?:phòng|công an|quân sự|trạm|trường|trung tâm|ban(?! nhân dân)|văn phòng|hội(?! đồng)|đoàn|liên đoàn|chi bộ"
    r"|chi cục|đội|hợp tác xã|thôn|làng|buôn|ấp|khóm|khu phố|tổ dân phố)\b",
    re.IGNORECASE,
)
_SECOND_CAPITAL = re.compile(r"(?<=^Trường )\w|(?<=^Trạm )\w|(?<=^Phòng )\w|(?<=^Trung tâm )\w")


@dataclass(frozen=True, slots=True)
class Sender:
    """The unit a report is from, as the office calls it, empty where none is known; `sure`: nothing speaks against."""

    unit: str = ""
    sure: bool = False


NOBODY = Sender()


def sender_of(report: Report, file: str, units: Sequence[str], known: Mapping[str, str]) -> Sender:
    """Which of `units` sent the report in `file` (its path below the folder, with `/`).

    What names a unit decides, the letterhead before the file's name; where they name different ones, none is sure.
    Then `known` does, what the clerk has answered before, by `sender_key`; else the likeliest is guessed.
    """
    named = [names for names in (_named(clue, units) for clue in _clues(report, file)) if names]
    if named:
        unit = named[0][0]
        return Sender(unit, len(named[0]) == 1 and all(unit in names for names in named))
    key = sender_key(report, file)
    remembered = known.get(key, "") if key else ""
    if remembered in units:
        return Sender(remembered, sure=True)
    return Sender(_likeliest(report, file, units))


def sender_key(report: Report, file: str) -> str:
    """By what an answer is remembered: the unit's own letterhead, else what its file is called besides any report.

    Times, the words of the subject and those of every file's name say nothing; empty where nothing else is said.
    """
    if letterhead := _own_letterhead(report):
        return " ".join(words_of_name(letterhead))
    name = _TIMES.sub(" ", " ".join(_words_of_file(file)))
    subject = words_of_name(report.title)
    return " ".join(word for word in name.split() if word not in _UNTELLING and word not in subject)


def own_name(report: Report, file: str) -> str:
    """What the unit calls itself, as the office would write it in a list; for want of a letterhead the file's name."""
    if letterhead := _own_letterhead(report):
        return _in_small_letters(letterhead)
    return report.drafting_unit or nfc(_stem(file)).strip()


def listed_units(text: str) -> tuple[str, ...]:
    """The units of a list that names one on each line, each once."""
    lines = (" ".join(nfc(line).split()) for line in text.splitlines())
    return tuple(dict.fromkeys(filter(None, lines)))


def words_of_name(text: str) -> tuple[str, ...]:
    """The words of a name without marks and capitals: `ThonSo01` is `thon 1`, `UBND` is written out."""
    apart = _CAPITAL_WITHIN.sub(" ", unmarked(nfc(text)))
    found = (_SHORT.get(word, word) for word in _WORD.findall(apart.casefold()))
    words = [str(int(word)) if word.isdigit() else word for word in " ".join(found).split()]
    return tuple(
        word for at, word in enumerate(words) if not (word == "so" and "".join(words[at + 1 : at + 2]).isdigit())
    )


def _clues(report: Report, file: str) -> Iterator[tuple[str, ...]]:
    """The words that may name the unit, the most trusted first."""
    signature = report.signature
    yield words_of_name(_own_letterhead(report))
    yield words_of_name(report.drafting_unit)
    yield words_of_name(report.symbol.rpartition("-")[2])
    yield words_of_name(" ".join((*signature.lines, signature.title)))
    yield _words_of_file(file)


def _words_of_file(file: str) -> tuple[str, ...]:
    return words_of_name(f"{PurePosixPath(file).parent.name} {_stem(file)}")


def _named(clue: tuple[str, ...], units: Sequence[str]) -> tuple[str, ...]:
    """The units these words name, by the longest of the names that stand there."""
    text = f" {' '.join(clue)} "
    found = {unit: max((len(name) for name in _names(unit) if f" {name} " in text), default=0) for unit in units}
    most = max(found.values(), default=0)
    return tuple(unit for unit, length in found.items() if length == most > 0)


def _names(unit: str) -> Iterator[str]:
    """What a unit may be called: in full, without its commune, in one word, by its initials."""
    full = " ".join(words_of_name(unit))
    short = next((full[:at] for at in (full.find(f" {commune}") for commune in _COMMUNES) if at > 0), full)
    yield full
    yield short
    for name in (full, short):
        joined = name.replace(" ", "")
        if len(joined) >= FEWEST_JOINED:
            yield joined
    for words in (full.split(), short.split()):
        yield from (letters for letters in _initials(words) if len(letters) >= FEWEST_INITIALS)


def _initials(words: Sequence[str]) -> Iterator[str]:
    yield "".join(word if word.isdigit() else word[0] for word in words)
    if words and words[0] in _UNSAID:
        yield from _initials(words[1:])


def _likeliest(report: Report, file: str, units: Iterable[str]) -> str:
    """The unit whose name is most like what is said; empty where none is like it."""
    said = [" ".join(clue) for clue in _clues(report, file)]
    scores = {unit: max(likeness(text, " ".join(words_of_name(unit))) for text in said) for unit in units}
    best = max(scores, key=lambda unit: scores[unit], default="")
    return best if scores.get(best, 0) >= LIKELY else ""


def _own_letterhead(report: Report) -> str:
    """The unit's own name in its letterhead, without the body above it; empty under the committee's alone.

    What stands in capitals below Quốc hiệu is left to the opening when it is read, and is letterhead too.
    """
    office, above = report.office, (block.plain.strip() for block in report.opening if isinstance(block, Paragraph))
    lines = (*header_lines(office), *takewhile(str.isupper, above))
    name = "" if office.issuer is Issuer.COMMITTEE else issuer_name(office)
    start = max((at for at, line in enumerate(lines) if _BODY.match(line)), default=None)
    own = " ".join(lines[start:]) if start is not None else name
    return name[-len(own) :] if name.casefold().endswith(own.casefold()) else own


def _stem(file: str) -> str:
    return PurePosixPath(file).stem


def _in_small_letters(name: str) -> str:
    """`THÔN ĐỒNG CHÙA` as `Thôn Đồng Chùa`, `CÔNG AN XÃ BA TƠ` as `Công an xã Ba Tơ`; mixed letters stay."""
    if not name.isupper():
        return name
    named = _BEFORE_NAME.sub(lambda found: found["kind"] + found["name"].title(), name.capitalize(), count=1)
    return _SECOND_CAPITAL.sub(lambda found: found.group().upper(), named)
