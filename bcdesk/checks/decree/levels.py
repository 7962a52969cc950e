"""The parts of the text: titles, marks and their order (ND-05 … ND-13)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from bcdesk.checks.gathering import gathered
from bcdesk.checks.looks import Look, misfit
from bcdesk.checks.paper import Passage, Recognised
from bcdesk.checks.rule import Judge, Remark, Rule
from bcdesk.report.findings import Severity
from bcdesk.report.outline import Marker, MarkerStyle, default_child_marker, next_marker, read_marker
from bcdesk.sheet.sheet import Align
from bcdesk.vietnamese.numbers import LETTERS

BOLD, PLAIN = Look(26, 28, bold=True), Look(26, 28, bold=False)
CENTRED = Look(26, 28, bold=True, align=Align.CENTER)
_WORD_FORM = re.compile(r"(?P<word>phần|chương|mục|tiểu mục)\s+(?P<number>\S.*?)[.:]?", re.IGNORECASE)
_ROMAN, _ARABIC = re.compile("[IVXLC]+"), re.compile(r"\d+")
_NO_LETTER = re.compile(r"[fjwzăâêôơư][.)]\s", re.IGNORECASE)
_BULLET = re.compile("[•●▪■○◦➢✓\u2022\uf000-\uf0ff]")


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A marker that does not follow the one before it in its list; `wanted` is the one that does."""

    passage: Passage
    marker: Marker
    before: str
    wanted: str


def headings(paper: Recognised, *styles: MarkerStyle) -> Iterator[Passage]:
    """The titles with a marker of these looks."""
    return (passage for passage in paper.body if passage.heading and passage.style in styles)


def _named(paper: Recognised, *words: str) -> Iterator[tuple[Passage, Passage | None, re.Match[str]]]:
    """Titles like `Chương I`, each with the title below where the words do not stand beside the number."""
    for passage, following in zip_longest(paper.body, paper.body[1:]):
        form = _WORD_FORM.fullmatch(passage.marker) if passage.heading else None
        if form and form["word"].lower() in words:
            is_title = following and following.heading and not following.marker
            yield passage, following if is_title else None, form


def _titled(paper: Recognised) -> Iterator[Remark]:
    for passage, title, _ in _named(paper, "phần", "chương", "mục", "tiểu mục"):
        if not passage.words and title is None:
            yield Remark(f"“{passage.marker}” không có tiêu đề", "Có tiêu đề", passage.line)
    for passage in headings(paper, MarkerStyle.ROMAN):
        if not passage.words:
            yield Remark(f"“{passage.marker}” không có tiêu đề", "Có tiêu đề", passage.line, severity=Severity.REVIEW)


def _word_form(numbers: re.Pattern[str], numbers_words: str, *words: str) -> Judge:
    """What is asked of `Chương I` and its like: a line of its own, centred, bold, its title below in capitals."""

    def judge(paper: Recognised) -> Iterator[Remark]:
        for passage, title, form in _named(paper, *words):
            line = passage.line
            yield from misfit(line, CENTRED)
            if not numbers.fullmatch(form["number"]):
                yield Remark(f"“{passage.marker}”", f"Số thứ tự bằng {numbers_words}", line)
            if form["word"].isupper():
                yield Remark(f"“{passage.marker}”", form["word"].capitalize(), line)
            if passage.words:
                yield Remark(f"“{line.text}” trên một dòng", "Tiêu đề ở dòng riêng, bên dưới", line)
            if title:
                yield from misfit(title.line, CENTRED)
                yield from _capitals(title)

    return judge


def _capitals(passage: Passage) -> Iterator[Remark]:
    if passage.words and not passage.words.isupper():
        yield Remark(f"“{passage.words}”", passage.words.upper(), passage.line)


def _sections(paper: Recognised) -> Iterator[Remark]:
    for passage in headings(paper, MarkerStyle.ROMAN):
        yield from misfit(passage.line, BOLD)
        yield from _capitals(passage)
        yield from _dotted(passage)
    yield from _sequence(paper, MarkerStyle.ROMAN)


def _dotted(passage: Passage) -> Iterator[Remark]:
    number = passage.marker.rstrip(".)/:–-")
    if passage.marker != f"{number}.":
        yield Remark(f"“{passage.marker}”", f"{number}.", passage.line, severity=Severity.REVIEW)


def _clauses(paper: Recognised) -> Iterator[Remark]:
    for passage in headings(paper, MarkerStyle.ARABIC):
        unsure = Severity.REVIEW if passage.line.bold == {False} else None
        for remark in misfit(passage.line, BOLD):
            yield Remark(remark.found, remark.wanted, passage.line, severity=unsure)
        if passage.words.isupper():
            yield Remark(f"“{passage.words}”", "Chữ in thường", passage.line)
        yield from _dotted(passage)
    yield from _sequence(paper, MarkerStyle.ARABIC)


def _untitled_clauses(paper: Recognised) -> Iterator[Remark]:
    for passage in paper.body:
        runs = passage.line.runs
        if passage.heading or passage.style is not MarkerStyle.ARABIC or not runs:
            continue
        if runs[0].bold and runs[0].text.strip() == passage.marker:
            yield Remark(f"“{passage.marker}” đậm", "Số thứ tự đứng, không đậm", passage.line)


def _points(paper: Recognised) -> Iterator[Remark]:
    for passage in paper.body:
        if _NO_LETTER.match(passage.line.text):
            yield Remark(f"“{passage.line.text[:2]}”", "Thứ tự a, b, c, d, đ, e, g, h, i, k …", passage.line)
        if passage.style is not MarkerStyle.POINT:
            continue
        sign = passage.marker.rstrip(".)/:–-")
        if passage.marker != f"{sign})":
            yield Remark(f"“{passage.marker}”", f"{sign})", passage.line)
        if passage.heading:
            yield from misfit(passage.line, PLAIN)
    yield from _sequence(paper, MarkerStyle.POINT)


def _sequence(paper: Recognised, style: MarkerStyle) -> Iterator[Remark]:
    for each in misplaced(paper.body):
        if each.marker.style is style:
            yield Remark(f"Sau “{each.before}” là “{each.passage.marker}”" if each.before else
                         f"Danh sách bắt đầu bằng “{each.passage.marker}”", each.wanted, each.passage.line,
                         severity=_severity(each))  # fmt: skip


def _severity(each: Misplaced) -> Severity:
    """A gap may be meant; `e)` behind `d)` is against the alphabet the decree names."""
    forgets_dd = each.marker.style is MarkerStyle.POINT and each.wanted.startswith("đ") and each.before.startswith("d")
    return Severity.WRONG if forgets_dd else Severity.REVIEW


def misplaced(body: tuple[Passage, ...]) -> Iterator[Misplaced]:
    """The markers that do not follow the one before in their list; a list goes on behind the lists inside it."""
    open_lists: list[tuple[object, Marker]] = []
    for passage in body:
        marker = read_marker(passage.marker)
        if marker is None or _WORD_FORM.fullmatch(passage.marker):
            open_lists = [] if marker else open_lists
            continue
        kinds = [kind for kind, _ in open_lists]
        depth = kinds.index(_kind(marker)) if _kind(marker) in kinds else len(kinds)
        before = open_lists[depth][1] if depth < len(kinds) else None
        open_lists[depth:] = [(_kind(marker), marker)]
        wanted = next_marker(before.text) if before else first_of(marker)
        if marker.number != 1 and passage.marker != wanted and not _is_same(marker, wanted):
            yield Misplaced(passage, marker, before.text if before else "", wanted)


def _kind(marker: Marker) -> object:
    return marker.style, marker.before.strip().lower(), marker.numeral.shape


def first_of(marker: Marker) -> str:
    """The marker a list of that look begins with."""
    return f"{marker.before}{marker.numeral.write(1)}{marker.after}"


def _is_same(marker: Marker, wanted: str) -> bool:
    """Whether they differ in nothing but their sign: `2)` and `2.`."""
    other = read_marker(wanted)
    return other is not None and other.number == marker.number


def _order(paper: Recognised) -> Iterator[Remark]:
    """A part of Roman number that stands under a clause (ND-05: from large to small)."""
    seen_roman, seen_arabic = False, None
    for passage in headings(paper, MarkerStyle.ROMAN, MarkerStyle.ARABIC):
        if passage.style is MarkerStyle.ARABIC:
            seen_arabic = seen_arabic or passage
        elif seen_arabic and not seen_roman:
            found = f"“{passage.marker}” đứng sau “{seen_arabic.marker}”"
            yield Remark(found, "Bố cục từ lớn đến nhỏ: I. rồi 1. rồi a)", passage.line)
            return
        else:
            seen_roman = True


def _customs(paper: Recognised) -> Iterator[Remark]:
    for passage, marker in _plus_headings(paper.body):
        yield Remark(f"Tiêu đề mang dấu “{passage.marker}”", marker, passage.line)
    yield from gathered((("Dấu đầu dòng tròn, vuông", passage.line) for passage in paper.body
                         if _BULLET.match(passage.line.text)), "Gạch đầu dòng hoặc a), b), c)")  # fmt: skip
    below = (("Tiêu đề đánh số 1.1", passage.line) for passage in headings(paper, MarkerStyle.DECIMAL))
    yield from gathered(below, "Khoản 1. rồi điểm a) (1.1 là tập quán)", Severity.NOTE)


def _plus_headings(body: tuple[Passage, ...]) -> Iterator[tuple[Passage, str]]:
    """The titles marked with a sign, and the marker each would have in its place: `1.` under `I.`, `b)` behind `a)`."""
    last: dict[int, str] = {}
    for passage in body:
        if not passage.heading:
            continue
        level, marker = _level(passage), passage.marker
        above = {at: each for at, each in last.items() if at < level}
        if passage.style is MarkerStyle.PLUS:
            child = default_child_marker(above[max(above)]) if above else ""
            marker = next_marker(last.get(level, "")) or child or "1."
            yield passage, marker
        last = {**above, level: marker}


def _level(passage: Passage) -> int:
    """How deep a title stands: by the navigation of the word processor, else by its marker."""
    ranks = list(MarkerStyle)
    return passage.line.paragraph.format.outline or 1 + ranks.index(passage.style)


def _with(judge: Judge, number: str, severity: Severity, clause: str) -> Rule:
    return Rule(f"ND-{number}", severity, f"{clause} (NĐ 30/2020, Phụ lục I, {_SOURCES[number]})", judge, ("body",))


_SOURCES = {
    "05": "mục II.6.c", "06": "mục II.6.d", "07": "mục II.6.đ", "08": "mục II.6.đ", "09": "mục V.6b", "10": "mục V.6b",
    "11": "mục II.6.đ", "12": "mục II.6.đ", "13": "không quy định cấp dưới điểm",
}  # fmt: skip
RULES: tuple[Rule, ...] = (
    _with(_order, "05", Severity.REVIEW, "Nội dung chia thành các phần, mục từ lớn đến nhỏ"),
    _with(_titled, "06", Severity.WRONG, "Phần, chương, mục, tiểu mục phải có tiêu đề"),
    _with(_word_form(_ROMAN, "chữ số La Mã", "phần", "chương"), "07", Severity.WRONG,
          "Phần, chương: chữ in thường, số La Mã, dòng riêng, canh giữa, đậm; tiêu đề in hoa, đậm ở dòng dưới"),
    _with(_word_form(_ARABIC, "chữ số Ả Rập", "mục", "tiểu mục"), "08", Severity.WRONG,
          "Mục, tiểu mục: chữ in thường, số Ả Rập, dòng riêng, canh giữa, đậm; tiêu đề in hoa, đậm ở dòng dưới"),
    _with(_sections, "09", Severity.WRONG, "Mục đánh số La Mã: số và tiêu đề in hoa, cỡ 13–14, đứng, đậm"),
    _with(_clauses, "10", Severity.WRONG, "Khoản có tiêu đề: số Ả Rập và dấu chấm, chữ in thường, đậm, dòng riêng"),
    _with(_untitled_clauses, "11", Severity.WRONG, "Khoản không có tiêu đề: số Ả Rập và dấu chấm, đứng, không đậm"),
    _with(_points, "12", Severity.WRONG,
          f"Điểm: chữ cái {', '.join(LETTERS[:6])} … theo bảng chữ cái tiếng Việt và dấu ngoặc đơn, in thường, đứng"),
    _with(_customs, "13", Severity.REVIEW, "Dưới điểm không có cấp nào được quy định"),
)  # fmt: skip
