"""Authority, title and name of the signer, and the room for the signature (KY-01 … KY-14)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from bcdesk.checks.lines import Line
from bcdesk.checks.looks import Look, misfit
from bcdesk.checks.paper import Recognised
from bcdesk.checks.rule import Judge, Remark, Rule
from bcdesk.layout import pages as laid
from bcdesk.report.findings import Severity
from bcdesk.sheet.lengths import millimetres, mm
from bcdesk.sheet.sheet import Align
from bcdesk.vietnamese.numbers import decimal

AUTHORITY = Look(26, 28, bold=True)
SIGNER = Look(26, 28, bold=True, align=Align.CENTER)
LEAST_ROOM = mm(15)
_PAGE_NUMBER = re.compile(r"\d*")
_LETTERS = re.compile(r"(?P<letters>TUQ|T/UQ|TM|T/M|KT|K/T|TL|T/L|QUYỀN|Q)\s*[.,:/]*\s*(?P<rest>.*)", re.DOTALL)
_SPELT = {"T/UQ": "TUQ", "T/M": "TM", "K/T": "KT", "T/L": "TL", "QUYỀN": "Q"}
_COMMITTEE = re.compile(r"\b[ỦU][ỶY] BAN NHÂN DÂN\b")
_BODY_OF_COMMITTEE = re.compile(r"^(?:VĂN PHÒNG|PHÒNG|TRUNG TÂM|BAN)\b")
_NOT_A_TITLE = re.compile(r"\b(?:THƯỜNG TRỰC|PHỤ TRÁCH)\b")
_DEGREE = re.compile(
    r"(?:ThS|TS|PGS|GS|BS|BSCKI+|KS|CN|LS|DS|NGƯT|NGND|NSƯT|NSND|TTƯT|Thạc s[ĩỹ]|Tiến s[ĩỹ]|Cử nhân|Kỹ sư|Bác s[ĩỹ])"
    r"(?:\.|\s)\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Power:
    """A line of authority taken apart: its letters (`KT`; empty for a plain title) and the title or body behind."""

    line: Line
    letters: str
    rest: str

    @property
    def written(self) -> str:
        """The line as it is written."""
        return f"{self.letters}. {self.rest}" if self.letters else self.rest


def powers(paper: Recognised) -> tuple[Power, ...]:
    """The lines above the signing space."""
    return tuple(map(_power, paper.authority))


def _power(line: Line) -> Power:
    text = " ".join(line.text.upper().replace("UỶ", "ỦY").split())
    found = _LETTERS.fullmatch(text)
    if found is None or not _is_prefix(text, found["letters"]):
        return Power(line, "", text)
    return Power(line, _SPELT.get(found["letters"], found["letters"]), found["rest"])


def _is_prefix(text: str, letters: str) -> bool:
    """Whether letters begin a line as authority: `TM. …`, `KT CHỦ TỊCH`, not `TMDV …`."""
    return not text[len(letters) :][:1].isalpha()


def _spelling(power: Power) -> Iterator[Remark]:
    """The letters with a full stop and a space: `TM. ỦY BAN NHÂN DÂN`."""
    typed = " ".join(power.line.text.replace("Uỷ", "Ủy").replace("UỶ", "ỦY").split())
    if power.letters and typed.upper() != power.written:
        only_spaces = typed.upper().startswith(f"{power.letters}.")
        severity = Severity.REVIEW if only_spaces else None
        yield Remark(f"“{power.line.text}”", power.written, power.line, severity=severity)


def _of(letters: str, more: Callable[[Recognised, tuple[Power, ...]], Iterator[Remark]] | None = None) -> Judge:
    """The judge of one kind of authority: how its letters are written, and what `more` asks of the block."""

    def judge(paper: Recognised) -> Iterator[Remark]:
        found = powers(paper)
        for power in found:
            if power.letters == letters:
                yield from _spelling(power)
        if more:
            yield from more(paper, found)

    return judge


def _on_behalf(paper: Recognised, found: tuple[Power, ...]) -> Iterator[Remark]:
    issuer = " ".join(line.text for line in paper.issuer).upper().replace("UỶ", "ỦY")
    is_committee = _COMMITTEE.search(issuer) and not _BODY_OF_COMMITTEE.match(issuer)
    letters = {power.letters for power in found}
    if is_committee and not letters & {"TM", "TL", "TUQ"}:
        yield Remark(f"“{found[0].line.text}”", "TM. ỦY BAN NHÂN DÂN ở dòng trên", found[0].line)
    for power in found:
        if power.letters == "TM" and not power.rest.startswith(("ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN", "BAN ")):
            wanted = "TM. và tên đầy đủ của tập thể: TM. ỦY BAN NHÂN DÂN"
            yield Remark(f"“{power.line.text}”", wanted, power.line, severity=Severity.REVIEW)
        elif power.letters == "TM" and power.rest.startswith("ỦY BAN NHÂN DÂN "):
            yield Remark(f"“{power.line.text}”", "TM. ỦY BAN NHÂN DÂN (mẫu không ghi địa danh)", power.line,
                         severity=Severity.NOTE)  # fmt: skip


def _for_the_head(_: Recognised, found: tuple[Power, ...]) -> Iterator[Remark]:
    for power, following in pairwise((*found, None)):
        if power is None or power.letters != "KT":
            continue
        if power.rest.startswith("PHÓ "):
            yield Remark(f"“{power.line.text}”", f"KT. {power.rest.removeprefix('PHÓ ')}", power.line)
        elif following is None or following.rest != f"PHÓ {power.rest}":
            seen = f"dưới “{power.line.text}” là “{following.line.text}”" if following else f"“{power.line.text}”"
            yield Remark(seen, f"PHÓ {power.rest} ở dòng dưới", power.line)
    for before, power in pairwise((None, *found)):
        if power and not power.letters and power.rest.startswith("PHÓ ") and (before is None or before.letters != "KT"):
            yield Remark(f"“{power.line.text}”", f"KT. {power.rest.removeprefix('PHÓ ')} ở dòng trên", power.line)


def _by_mandate(letters: str, mandate: str) -> Callable[[Recognised, tuple[Power, ...]], Iterator[Remark]]:
    """What holds for `TL.` and `TUQ.`: the signer's own title below, and no `TM.` beside it."""

    def judge(_: Recognised, found: tuple[Power, ...]) -> Iterator[Remark]:
        for power, following in pairwise((*found, None)):
            if power is None or power.letters != letters:
                continue
            if following is None:
                yield Remark(f"“{power.line.text}”", "Chức vụ của người ký ở dòng dưới", power.line)
            if any(other.letters == "TM" for other in found):
                words = f"{letters}. hoặc TM., không dùng cả hai"
                yield Remark(f"“TM.” cùng với “{letters}.”", words, power.line, severity=Severity.REVIEW)
            if mandate:
                yield Remark(f"“{power.line.text}”", mandate, power.line, severity=Severity.NOTE)

    return judge


def _power_look(paper: Recognised) -> Iterator[Remark]:
    for line in (*paper.authority, *((paper.below,) if paper.below else ())):
        yield from misfit(line, AUTHORITY)
        if not line.capitals:
            yield Remark(f"“{line.text}”", line.text.upper(), line)


def _signer_look(paper: Recognised) -> Iterator[Remark]:
    if paper.signer:
        yield from misfit(paper.signer, SIGNER)
        if paper.signer.capitals:
            yield Remark(f"“{paper.signer.text}”", paper.signer.text.title(), paper.signer)


def _degrees(paper: Recognised) -> Iterator[Remark]:
    found = _DEGREE.match(paper.signer.text) if paper.signer else None
    if found and paper.signer:
        yield Remark(f"“{paper.signer.text}”", paper.signer.text[found.end() :], paper.signer)


def _titles(paper: Recognised) -> Iterator[Remark]:
    for line in (*paper.authority, *((paper.below,) if paper.below else ())):
        if _NOT_A_TITLE.search(line.text.upper()):
            yield Remark(f"“{line.text}”", "Chức vụ chính thức: PHÓ CHỦ TỊCH …", line)


def _room(paper: Recognised) -> Iterator[Remark]:
    above, below = paper.authority[-1], paper.below or paper.signer
    one, other = _last_on(paper, above), _last_on(paper, below) if below else None
    if not one or not other or one[0] != other[0]:
        return
    room = other[1].top - one[1].top - one[1].height
    if below and room < LEAST_ROOM:
        yield Remark(f"Chỗ ký cao {decimal(millimetres(round(room)))} mm", "Ít nhất 15 mm để ký, đóng dấu", below)


def _last_on(paper: Recognised, line: Line) -> tuple[int, laid.Line] | None:
    """The last line of the pages that shows a line's text, and the number of its page."""
    shown = ((at, each) for at, page in enumerate(paper.pages or ()) for each in page.lines)
    return next((found for found in reversed(list(shown)) if found[1].text.strip() == line.text), None)


def _together(paper: Recognised) -> Iterator[Remark]:
    first, last = _last_on(paper, paper.authority[0]), _last_on(paper, paper.signer) if paper.signer else None
    if not first or not last:
        return
    if first[0] != last[0]:
        yield Remark("Khối chữ ký bị chia ra hai trang", "Khối chữ ký trên một trang", paper.authority[0])
    elif first[0] > 0 and not _text_above(paper, *first):
        yield Remark("Khối chữ ký đứng một mình trên trang", "Ít nhất một dòng nội dung cùng trang", paper.authority[0])


def _text_above(paper: Recognised, at: int, first: laid.Line) -> bool:
    """Whether a line of the text stands on the page above the signature and the label beside it."""
    label = _last_on(paper, paper.recipients_label) if paper.recipients_label else None
    top = min(first.top, label[1].top) if label and label[0] == at else first.top
    lines = paper.pages[at].lines if paper.pages else ()
    return any(line.top < top and not _PAGE_NUMBER.fullmatch(line.text.strip()) for line in lines)


_BLOCK = "NĐ 30/2020, Phụ lục I, mục II.7"
RULES: tuple[Rule, ...] = (
    Rule("KY-01", Severity.WRONG, f"Ký thay mặt tập thể: ghi “TM.” trước tên tập thể ({_BLOCK}.b)",
         _of("TM", _on_behalf), ("authority",)),
    Rule("KY-02", Severity.WRONG,
         f"Cấp phó ký thay: ghi “KT.” trước chức vụ của người đứng đầu, bên dưới là chức vụ người ký ({_BLOCK}.b)",
         _of("KT", _for_the_head), ("authority",)),
    Rule("KY-03", Severity.WRONG, f"Quyền cấp trưởng: ghi “Q.” trước chức vụ của người đứng đầu ({_BLOCK}.b)",
         _of("Q"), ("authority",)),
    Rule("KY-04", Severity.WRONG,
         f"Ký thừa lệnh: ghi “TL.” trước chức vụ của người đứng đầu, bên dưới là chức vụ người ký ({_BLOCK}.b)",
         _of("TL", _by_mandate("TL", "")), ("authority",)),
    Rule("KY-05", Severity.WRONG,
         f"Ký thừa ủy quyền: ghi “TUQ.” trước chức vụ của người đứng đầu, bên dưới là chức vụ người ký ({_BLOCK}.b)",
         _of("TUQ", _by_mandate("TUQ", "Có văn bản ủy quyền, trong thời hạn và phạm vi nhất định (Điều 13.3)")),
         ("authority",)),
    Rule("KY-07", Severity.WRONG, f"Quyền hạn, chức vụ của người ký: in hoa, cỡ 13–14, đứng, đậm ({_BLOCK}.đ)",
         _power_look, ("authority",)),
    Rule("KY-08", Severity.WRONG,
         f"Họ tên người ký: in thường, cỡ 13–14, đứng, đậm, canh giữa so với chức vụ ({_BLOCK}.đ)",
         _signer_look, ("signer",)),
    Rule("KY-09", Severity.WRONG,
         f"Trước họ tên người ký không ghi học hàm, học vị và danh hiệu danh dự khác ({_BLOCK}.c)",
         _degrees, ("signer",)),
    Rule("KY-10", Severity.REVIEW, f"Chỉ ghi chức vụ lãnh đạo chính thức của người ký ({_BLOCK}.b)",
         _titles, ("authority",)),
    Rule("KY-11", Severity.NOTE, "Chừa chỗ để ký và đóng dấu (tập quán)", _room, ("authority", "signer"),
         needs_pages=True),
    Rule("KY-14", Severity.NOTE, "Khối chữ ký không bị chia và không đứng một mình trên trang (tập quán)", _together,
         ("authority", "signer"), needs_pages=True),
)  # fmt: skip
