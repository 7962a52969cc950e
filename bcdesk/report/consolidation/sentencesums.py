"""Sentences of several units that say the same but for their numbers, as one with the numbers added up.

What cannot be known to add is not added: then there is no sentence, and the doubt says why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import permutations

from bcdesk.report.arithmetic import belongs
from bcdesk.report.blocks import Paragraph
from bcdesk.report.consolidation.adding import Ratio, added, is_share_of, share_words, sum_of
from bcdesk.report.consolidation.sentences import Sentence
from bcdesk.report.consolidation.slots import Slot, Way, unread
from bcdesk.report.search import spliced
from bcdesk.vietnamese.amounts import amount

_PLAN = r"\b(?:kế hoạch|chỉ tiêu|được giao|xã giao|tỉnh giao|dự toán|định mức|toàn xã|cả xã|toàn tỉnh)"
PLANNED = re.compile(_PLAN, re.IGNORECASE)
"""What says that a number may be one for all units."""
_PLANNED_BEFORE = re.compile(rf"{_PLAN}(?:\s+\w+){{0,3}}[\s:]*$", re.IGNORECASE)
_PLANNED_BEHIND = re.compile(
    r"\b(?:(?:kế hoạch|chỉ tiêu|dự toán) (?:giao|đề ra|năm|được giao)|được giao|toàn xã|cả xã)\b", re.IGNORECASE
)
PLACES = re.compile(
    r"(?:thôn|xã|phường|ấp|bản|làng|buôn|tổ dân phố|khu dân cư|khu phố|khóm|chi bộ|trường|đơn vị|cơ quan|địa phương)\b",
    re.IGNORECASE,
)
_SCALES = re.compile(r"(?:tiêu chí|chỉ tiêu|nội dung|điểm|giờ|ngày|tuần|tháng)\b", re.IGNORECASE)
_COUNT_IN_WORDS = re.compile(
    r"\b(?:một|hai|ba|bốn|sáu|bảy|tám|chín|mười)\s+"
    r"(?:buổi|cuộc|lượt|người|hộ|hồ sơ|vụ|trường hợp|lớp|đợt|tin|bài|đơn)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?]\s")
_CLAUSE_END = re.compile(r"[,;.:(]\s")
LARGE, MANY = 10, 3
"""From what value on, and in how many units, being the same is hardly chance."""
_NAMED = 3


@dataclass
class Summed:
    """A sentence being made: what stands in each slot, and what is to be said of it."""

    typed: list[str | None]
    doubts: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def summed(sentences: Sequence[Sentence]) -> tuple[Paragraph | None, str]:
    """The sentences, all of one shape, as one in the format of the first, and what is doubtful of it.

    None where they have to stay apart.
    """
    first = sentences[0]
    made = Summed([None] * len(first.slots))
    if _COUNT_IN_WORDS.search(first.plain):
        made.doubts.append("Câu có số đếm viết bằng chữ, không cộng được.")
    if unclear := unread(first.plain, first.names):
        made.doubts.append(f"Không rõ “{unclear}” có phải là số lượng không, nên không cộng.")
    columns = list(zip(*(sentence.slots for sentence in sentences), strict=True))
    for at, column in enumerate(columns):
        made.typed[at] = _plain(first, column, made)
    for at, column in enumerate(columns):
        if column[0].way is Way.SHARE:
            made.typed[at] = _share(sentences, at, made)
    said = " ".join(dict.fromkeys(made.doubts or made.notes))
    return (None if made.doubts else _written(sentences, made)), said


def _plain(first: Sentence, column: tuple[Slot, ...], made: Summed) -> str | None:
    """What a number that is no percentage becomes."""
    typed = [slot.typed for slot in column]
    ways = {slot.way for slot in column}
    if Way.UNSURE in ways:
        made.doubts.append(f"Không rõ số {_listed(typed)} là số lượng hay tên gọi, nên không cộng.")
    elif Way.KEEP in ways:
        if len(set(map(amount, typed))) == 1:
            return typed[0]
        made.doubts.append(f"Số {_listed(typed)} là mức bình quân, định mức hoặc thứ bậc, không cộng được.")
    elif Way.SHARE not in ways:
        _doubt_shared(first, column, made)
        return added(typed)
    return None


def _doubt_shared(first: Sentence, column: tuple[Slot, ...], made: Summed) -> None:
    """A number that is the same in all units may be one for them all: it is told by what it counts, or by chance."""
    values = {slot.figure.value if slot.figure.whole is None else slot.figure.whole for slot in column}
    value = values.pop()
    if values or not value:
        return
    figure = column[0].figure
    alike = figure.typed if figure.whole is None else f"…/{figure.typed.partition('/')[2].strip()}"
    said = f"Các đơn vị cùng ghi {alike} {figure.unit}".rstrip()
    of_all = PLACES.match(figure.unit) or (figure.whole is not None and _SCALES.match(figure.unit))
    if of_all or _is_planned(first.plain, figure.start, figure.end):
        made.doubts.append(f"{said}, có thể là số chung của cả xã, nên không cộng.")
    elif value >= LARGE and len(column) >= MANY:
        made.notes.append(f"{said}; nếu là số chung thì sửa lại số đã cộng.")


def _is_planned(text: str, start: int, end: int) -> bool:
    """Whether the words around a number, within its clause, say that it was given to do."""
    begin = max((found.end() for found in _CLAUSE_END.finditer(text, 0, start)), default=0)
    behind = _CLAUSE_END.search(text, end)
    after = text[end : behind.start() if behind else len(text)]
    return bool(_PLANNED_BEFORE.search(text[begin:start]) or _PLANNED_BEHIND.search(after))


def _share(sentences: Sequence[Sentence], at: int, made: Summed) -> str | None:
    """What a percentage becomes: of its ratio, else as all units say it, else of the two numbers it always fits."""
    typed = [sentence.slots[at].typed for sentence in sentences]
    if _is_of_ratio_before(sentences[0], at):
        ratios = [_ratio(sentence, (at - 1,)) for sentence in sentences]
        wrong = [one.unit for one, ratio in zip(sentences, ratios, strict=True) if not is_share_of(_of(one, at), ratio)]
        if wrong:
            made.notes.append(f"Tỷ lệ của {', '.join(dict.fromkeys(wrong))} không đúng bằng phép chia hai số của nó.")
        return share_words(sum_of(ratios), ratios, typed) or _same(typed, made)
    if len(set(map(amount, typed))) == 1:
        return typed[0]
    said = {share_words(sum_of(ratios), ratios, typed) for ratios in _fitting(sentences, at)} - {None}
    return said.pop() if len(said) == 1 else _same(typed, made)


def _same(typed: list[str], made: Summed) -> str | None:
    if len(set(map(amount, typed))) == 1:
        return typed[0]
    made.doubts.append(f"Tỷ lệ {_listed(typed, ' %')} không rõ tính từ hai số nào, nên không gộp.")
    return None


def _is_of_ratio_before(sentence: Sentence, at: int) -> bool:
    ratio, share = sentence.slots[at - 1].figure if at else None, sentence.slots[at].figure
    return ratio is not None and ratio.whole is not None and belongs(sentence.plain[ratio.end : share.start])


def _fitting(sentences: Sequence[Sentence], at: int) -> Iterator[list[Ratio]]:
    """The numbers of the same sentence that the percentage is of in all units, as the ratio of each."""
    first = sentences[0]
    near = [other for other in range(len(first.slots)) if _may_be_of(first, other, at)]
    plain = [other for other in near if first.slots[other].figure.whole is None]
    for parts in (*((one,) for one in near if one not in plain), *permutations(plain, 2)):
        ratios = [_ratio(sentence, parts) for sentence in sentences]
        if all(is_share_of(_of(one, at), ratio) for one, ratio in zip(sentences, ratios, strict=True)):
            yield ratios


def _may_be_of(sentence: Sentence, part: int, share: int) -> bool:
    one, other = sorted((sentence.slots[part].figure, sentence.slots[share].figure), key=lambda figure: figure.start)
    return sentence.slots[part].way is Way.ADD and not _SENTENCE_END.search(sentence.plain[one.end : other.start + 1])


def _ratio(sentence: Sentence, parts: tuple[int, ...]) -> Ratio:
    figures = [sentence.slots[part].figure for part in parts]
    whole = figures[0].whole
    return (figures[0].value, whole if whole is not None else figures[-1].value)


def _of(sentence: Sentence, at: int) -> str:
    return sentence.slots[at].typed


def _written(sentences: Sequence[Sentence], made: Summed) -> Paragraph:
    """The first sentence with the new numbers, and the names of all units in the place of its own."""
    first = sentences[0]
    changes = [
        (slot.figure.start, slot.figure.end, new)
        for slot, new in zip(first.slots, made.typed, strict=True)
        if new is not None and new != slot.typed
    ]
    units = tuple(dict.fromkeys(sentence.unit for sentence in sentences))
    if len(units) > 1:
        changes += [(start, end, _together(units, first.plain[:start])) for start, end in first.names]
    return spliced(first.text, sorted(changes)) if changes else first.text


def _together(units: tuple[str, ...], before: str) -> str:
    """The units as one subject: by their names where they are few, capital at the beginning of a sentence."""
    names = f"{', '.join(units[:-1])} và {units[-1]}" if len(units) <= _NAMED else "các đơn vị"
    begins = not any(letter.isalnum() for letter in before) or before.rstrip().endswith((".", "!", "?"))
    return names[:1].upper() + names[1:] if begins else names


def _listed(typed: Sequence[str], sign: str = "") -> str:
    different = list(dict.fromkeys(typed))
    shown = ", ".join(f"{one}{sign}" for one in different[:_NAMED])
    return shown + (" …" if len(different) > _NAMED else "")
