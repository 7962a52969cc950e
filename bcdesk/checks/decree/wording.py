"""What the text says in the forms of an office: legal bases, first citations, end mark, abbreviations (ND-14 … 19)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bcdesk.checks.lines import Line
from bcdesk.checks.looks import Look, misfit
from bcdesk.checks.paper import Recognised
from bcdesk.checks.rule import Remark, Rule
from bcdesk.checks.whereabouts import ending
from bcdesk.report.findings import Severity
from bcdesk.report.outline import MarkerStyle
from bcdesk.vietnamese.abbreviations import known_abbreviations
from bcdesk.vietnamese.slips import begins_sentence

END_MARK = "./."
BASIS = Look(26, 28, bold=False, italic=True)
_LAW = re.compile(r"căn cứ (?:bộ )?(?:luật|pháp lệnh|hiến pháp)\b", re.IGNORECASE)
_KINDS = (
    r"[Nn]ghị quyết|[Qq]uyết định|[Cc]hỉ thị|[Kk]ế hoạch|[Cc]ông văn|[Tt]hông báo|[Hh]ướng dẫn|[Cc]hương trình|"
    r"[Đđ]ề án|[Bb]áo cáo|[Tt]ờ trình|[Nn]ghị định|[Tt]hông tư|[Kk]ết luận|[Cc]ông điện|[Pp]háp lệnh"
)
_CITED = re.compile(
    rf"(?P<kind>{_KINDS})(?: liên tịch)? (?:số:? ?)?(?P<number>\d+\w?(?:/\d{{4}})?[/-][A-ZĐ][\w&.Đđ/-]*[\wĐđ])"
)
_DATED = re.compile(r"ngày\s+(?:\d{1,2}|…|\.{2,})")
_ISSUED = re.compile(r"\bcủa\s+\S")
_REACH = 160
_ABBREVIATION = re.compile(r"(?<![\w/.&-])[A-ZĐ][A-ZĐ]+(?:-[A-ZĐ]{2,})*(?![\w/&]|-\w)")
_ROMAN = re.compile("[IVXLC]+")


def _bases(paper: Recognised) -> Iterator[Remark]:
    lines = tuple(line for line in paper.bases if not line.text.endswith(":"))
    for line in lines:
        yield from misfit(line, BASIS)
        last = line is lines[-1]
        wanted, sign = ("dấu chấm", ".") if last else ("dấu chấm phẩy", ";")
        if not line.text.endswith(sign):
            yield Remark(ending(line.text), f"Kết thúc bằng {wanted}", line)
        if not _LAW.match(line.text) and not (_DATED.search(line.text) and _ISSUED.search(line.text)):
            yield Remark(f"“{line.text}”", "Tên loại, số, ký hiệu, cơ quan ban hành, ngày tháng năm, trích yếu",
                         line, severity=Severity.REVIEW)  # fmt: skip


def _first_citations(paper: Recognised) -> Iterator[Remark]:
    seen: set[str] = set()
    for line in (*paper.bases, *(passage.line for passage in paper.body)):
        for cited in _CITED.finditer(line.raw):
            if cited["number"] not in seen:
                seen.add(cited["number"])
                yield from _incomplete(line, cited)


def _incomplete(line: Line, cited: re.Match[str]) -> Iterator[Remark]:
    behind = line.raw[cited.end() :][:_REACH]
    following = _CITED.search(behind)
    behind = behind[: following.start()] if following else behind
    parts = (("ngày ban hành", _DATED), ("cơ quan ban hành", _ISSUED))
    missing = [words for words, form in parts if not form.search(behind)]
    if missing:
        wanted = f"Lần đầu viện dẫn ghi cả {' và '.join(missing)}"
        yield Remark(f"“{cited[0]}”", wanted, line, line.start + cited.start(), len(cited[0]))


def _end_mark(paper: Recognised) -> Iterator[Remark]:
    marks = [(passage.line, passage.line.raw.find(END_MARK)) for passage in paper.body]
    closing = paper.closing
    if closing and not closing.line.text.endswith(END_MARK):
        text = closing.line.raw.rstrip()
        start = len(text.rstrip("./ ;,"))
        found = f"Nội dung kết thúc bằng “{text[start:]}”" if text[start:] else "Nội dung không có dấu kết thúc"
        yield Remark(found, END_MARK, closing.line, closing.line.start + start, len(text) - start)
    for line, at in marks:
        if at >= 0 and closing and line is not closing.line:
            yield Remark(
                "“./.” ở giữa nội dung", "“./.” một lần, ở cuối nội dung", line, line.start + at, len(END_MARK)
            )


def _formulae(paper: Recognised) -> Iterator[Remark]:
    first = paper.body[0]
    if first.heading:
        yield Remark("Nội dung bắt đầu ngay bằng tiêu đề", "Một câu mở đầu: … báo cáo … như sau:", first.line)
    closing = paper.closing
    if closing and "trên đây là" not in closing.line.text.lower():
        yield Remark("Không có câu kết “Trên đây là báo cáo …”", "Câu kết: Trên đây là báo cáo …./.", closing.line)


def _abbreviations(paper: Recognised) -> Iterator[Remark]:
    lines = [passage.line for passage in paper.body if not (passage.heading and passage.style is MarkerStyle.ROMAN)]
    text = "\n".join(line.raw for line in lines)
    seen: set[str] = set()
    for line in lines:
        for found in _ABBREVIATION.finditer(line.raw):
            short = found[0]
            full, known = known_abbreviations().get(short, ("", False))
            if short in seen or known or _ROMAN.fullmatch(short) or line.capitals or _is_explained(short, text):
                continue
            seen.add(short)
            yield _unexplained(line, found, full)


def _unexplained(line: Line, found: re.Match[str], full: str) -> Remark:
    """What is wanted is the very text to put in its place, where the abbreviation is known."""
    short, start = found[0], line.start + found.start()
    if not full:
        return Remark(f"“{short}”", f"Viết đầy đủ ở lần đầu, kèm theo (viết tắt là {short})", line, start, len(short))
    words = full[0].upper() + full[1:] if begins_sentence(line.raw, found.start()) else full
    return Remark(short, f"{words} (viết tắt là {short})", line, start, len(short))


def _is_explained(short: str, text: str) -> bool:
    letters = re.escape(short)
    return (
        re.search(rf"\((?:[^()]{{0,40}}(?:là|:)\s*)?“?\"?{letters}”?\"?\)|{letters} \([^()\d]{{6,}}\)", text)
        is not None
    )


RULES: tuple[Rule, ...] = (
    Rule("ND-14", Severity.WRONG,
         "Căn cứ ban hành: chữ in thường, kiểu chữ nghiêng, cỡ 13–14, sau mỗi căn cứ xuống dòng, cuối dòng có dấu chấm "
         "phẩy, dòng cuối cùng kết thúc bằng dấu chấm (NĐ 30/2020, Phụ lục I, mục II.6.a)", _bases),
    Rule("ND-15", Severity.REVIEW,
         "Viện dẫn lần đầu ghi đầy đủ tên loại, số, ký hiệu, thời gian ban hành, cơ quan ban hành và trích yếu "
         "(NĐ 30/2020, Phụ lục I, mục II.6.b)", _first_citations, ("body",)),
    Rule("ND-16", Severity.REVIEW, "Nội dung kết thúc bằng “./.” như các mẫu (NĐ 30/2020, Phụ lục III)", _end_mark,
         ("body",)),
    Rule("ND-17", Severity.NOTE, "Báo cáo thường có câu mở đầu và câu kết (tập quán)", _formulae, ("body",)),
    Rule("ND-19", Severity.NOTE,
         "Chữ viết tắt nên được viết đầy đủ ở lần đầu (tập quán; NĐ 30/2020 không quy định)",
         _abbreviations, ("body",)),
)  # fmt: skip
