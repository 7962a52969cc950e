"""Appendices (PL-01 … PL-07); their orientation is free (PL-08)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bcdesk.checks.looks import Look, misfit
from bcdesk.checks.paper import AppendixAt, Recognised
from bcdesk.checks.rule import Remark, Rule
from bcdesk.checks.whereabouts import ending
from bcdesk.report.findings import Severity
from bcdesk.sheet.sheet import Align
from bcdesk.vietnamese.numbers import parse_roman, roman

LABEL = Look(28, 28, bold=True, align=Align.CENTER)
TITLE = Look(26, 28, bold=True, align=Align.CENTER)
REFERENCE = Look(26, 28, bold=None, italic=True, align=Align.CENTER)
END_MARK = "./."
REFERENCE_WORDS = "(Kèm theo Báo cáo số …/BC-… ngày … tháng … năm … của …)"
_LABEL = re.compile(
    r"(?P<word>phụ lục)\s*(?:số\s*)?(?P<number>[IVXLC]+\b|\d+\b|[A-E]\b)?(?P<rest>.*)", re.IGNORECASE | re.DOTALL
)
_POINTER = re.compile(r"phụ lục|kèm theo|đính kèm", re.IGNORECASE)
_REFERENCE = re.compile(r"\(Kèm theo \S.* số .*/\S+ ngày .*tháng .*năm .* của \S.*\)", re.DOTALL)


def _pointed_at(paper: Recognised) -> Iterator[Remark]:
    said = (*(passage.line for passage in paper.body), *(line for table in paper.tables for line in table.lines))
    if paper.appendices and not any(_POINTER.search(line.text) for line in said):
        yield Remark("Nội dung không nhắc đến phụ lục", "Chỉ dẫn trong nội dung: (Phụ lục kèm theo)",
                     paper.appendices[0].label)  # fmt: skip


def _numbers(paper: Recognised) -> Iterator[Remark]:
    count = len(paper.appendices)
    for index, appendix in enumerate(paper.appendices, 1):
        found = _LABEL.match(appendix.label.text)
        number = (found["number"] or "") if found else ""
        if count == 1 and number:
            yield Remark(f"“{appendix.label.text}” trong khi chỉ có một phụ lục", "Phụ lục", appendix.label)
        elif count > 1 and not (parse_roman(number) == index and number.isupper()):
            yield Remark(f"“{appendix.label.text}”", f"Phụ lục {roman(index)}", appendix.label)


def _labels(paper: Recognised) -> Iterator[Remark]:
    for appendix in paper.appendices:
        yield from misfit(appendix.label, LABEL)
        found = _LABEL.match(appendix.label.text)
        if found and found["word"] != "Phụ lục":
            yield Remark(f"“{found['word']}”", "Phụ lục", appendix.label)
        if found and found["rest"].strip(" .:"):
            yield Remark(f"“{appendix.label.text}” trên một dòng", "Tên phụ lục ở dòng dưới", appendix.label)


def _titles(paper: Recognised) -> Iterator[Remark]:
    for appendix in paper.appendices:
        for line in appendix.title:
            yield from misfit(line, TITLE)
            if not line.capitals:
                yield Remark(f"“{line.text}”", line.text.upper(), line)


def _references(paper: Recognised) -> Iterator[Remark]:
    for appendix in paper.appendices:
        reference = appendix.reference
        if reference is None:
            yield Remark("Không có dòng “(Kèm theo Báo cáo số …)”", REFERENCE_WORDS, appendix.label)
            continue
        yield from misfit(reference, REFERENCE)
        if not _REFERENCE.fullmatch(" ".join(reference.text.split())):
            yield Remark(f"“{reference.text}”", REFERENCE_WORDS, reference)


def _page_numbers(paper: Recognised) -> Iterator[Remark]:
    for appendix in paper.appendices:
        page = paper.sections[appendix.section].page
        if not appendix.own_pages or (page.number_size and page.number_from != 1):
            yield Remark("Số trang đánh tiếp theo phần trước", "Số trang của mỗi phụ lục đánh riêng, từ 1",
                         appendix.label)  # fmt: skip


def _ends(paper: Recognised) -> Iterator[Remark]:
    for appendix in paper.appendices:
        last = appendix.body[-1].line if appendix.body and not _ends_with_table(appendix) else None
        if last and not last.text.endswith(END_MARK):
            yield Remark(ending(last.text), END_MARK, last)


def _ends_with_table(appendix: AppendixAt) -> bool:
    return bool(appendix.tables) and appendix.tables[-1].spot > appendix.body[-1].line.spot


_ANNEX = "NĐ 30/2020, Phụ lục I, mục III.1"
RULES: tuple[Rule, ...] = (
    Rule("PL-01", Severity.REVIEW, f"Nội dung có chỉ dẫn về phụ lục ({_ANNEX}.a)", _pointed_at, ("body",)),
    Rule("PL-02", Severity.WRONG,
         f"Từ hai phụ lục trở lên đánh số La Mã; một phụ lục không đánh số ({_ANNEX}.a)", _numbers),
    Rule("PL-03", Severity.WRONG,
         f"Từ “Phụ lục” và số thứ tự trên dòng riêng, canh giữa, in thường, cỡ 14, đứng, đậm ({_ANNEX}.b)", _labels),
    Rule("PL-04", Severity.WRONG, f"Tên phụ lục: canh giữa, in hoa, cỡ 13–14, đứng, đậm ({_ANNEX}.b)", _titles),
    Rule("PL-05", Severity.WRONG,
         f"Dòng chỉ dẫn văn bản kèm theo: dưới tên phụ lục, canh giữa, in thường, nghiêng, cỡ 13–14 ({_ANNEX}.c)",
         _references),
    Rule("PL-06", Severity.WRONG, f"Số trang của phụ lục đánh riêng theo từng phụ lục ({_ANNEX}.đ)", _page_numbers),
    Rule("PL-07", Severity.NOTE, "Phụ lục kết thúc bằng “./.” như mẫu 2.1 (NĐ 30/2020, Phụ lục III)", _ends),
)  # fmt: skip
