"""Tên loại and trích yếu (TL-01 … TL-06)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bcdesk.checks.absence import absent
from bcdesk.checks.decree.underlines import SUBJECT, underlined
from bcdesk.checks.looks import Look, misfit
from bcdesk.checks.paper import Recognised
from bcdesk.checks.rule import Remark, Rule, Unjudged
from bcdesk.checks.whereabouts import shortened
from bcdesk.report.findings import Severity
from bcdesk.sheet.letterhead import TITLE
from bcdesk.sheet.sheet import Align

LOOK = Look(26, 28, bold=True, align=Align.CENTER)
LEAST_INDENT = 20
LONGEST_SUBJECT = 250
FEWEST_LETTERS = 4

_ABOUT = re.compile(r"V\s*/\s*v\b[.:]?\s*", re.IGNORECASE)


def type_name(paper: Recognised) -> Iterator[Remark]:
    """TL-01; an indent puts what is centred out of the middle."""
    line = paper.title
    if line is None:
        return
    words = " ".join(line.text.split())
    if words != TITLE:
        severity = Severity.REVIEW if words.startswith(f"{TITLE} ") else None
        yield Remark(f"“{words}”", f"{TITLE}, một mình một dòng", line, severity=severity)
    form = line.paragraph.format
    if line.align is Align.CENTER and max(abs(form.first), abs(form.left - form.right)) > LEAST_INDENT:
        yield Remark("Tên loại thụt vào, không ở giữa trang", "Canh giữa, không thụt dòng", line)
    yield from misfit(line, LOOK)


def subject_there(paper: Recognised) -> Iterator[Remark | Unjudged]:
    """TL-02; how long it may be is not prescribed."""
    yield from absent(paper, "subject")
    text = " ".join(line.text for line in paper.subject)
    if len(text) > LONGEST_SUBJECT:
        words = f"Trích yếu dài {len(text)} ký tự: “{shortened(text)}”"
        yield Remark(words, "Một câu hoặc cụm từ ngắn gọn", paper.subject[0])


def subject_look(paper: Recognised) -> Iterator[Remark]:
    """TL-03."""
    for line in paper.subject:
        if line.capitals and sum(map(str.isalpha, line.text)) >= FEWEST_LETTERS:
            yield Remark(f"“{line.text}” viết in hoa", "Trích yếu viết chữ thường", line)
        yield from misfit(line, LOOK)


def subject_line(paper: Recognised) -> Iterator[Remark | Unjudged]:
    """TL-04; of a subject in several lines the longest counts."""
    if paper.subject:
        yield from underlined(paper, paper.subject, paper.subject_stroke, SUBJECT)


def no_about(paper: Recognised) -> Iterator[Remark]:
    """TL-05."""
    first = paper.subject[0] if paper.subject else None
    found = _ABOUT.match(first.text) if first else None
    if first and found:
        yield Remark(f"“{found[0].strip()}”", "Trích yếu của báo cáo không có “V/v”", first, length=found.end())


def no_stop(paper: Recognised) -> Iterator[Remark]:
    """TL-06."""
    last = paper.subject[-1] if paper.subject else None
    if last and last.text.endswith(".") and not last.text.endswith(".."):
        yield Remark(f"“{shortened(last.text)}”", "Không có dấu chấm cuối trích yếu", last)


PLACE = "NĐ 30/2020, Phụ lục I, mục II.5"
RULES = (
    Rule(
        "TL-01",
        Severity.WRONG,
        f"Tên loại “{TITLE}” viết in hoa, cỡ 13–14, kiểu chữ đứng, đậm, canh giữa ({PLACE}.b)",
        type_name,
        needs=("title",),
    ),
    Rule(
        "TL-02",
        Severity.NOTE,
        "Trích yếu là một câu hoặc cụm từ ngắn gọn, phản ánh khái quát nội dung chủ yếu, đặt ngay dưới tên loại "
        f"({PLACE}.a)",
        subject_there,
        needs=("title",),
    ),
    Rule(
        "TL-03",
        Severity.WRONG,
        f"Trích yếu viết chữ thường, cỡ 13–14, kiểu chữ đứng, đậm, canh giữa ({PLACE}.b)",
        subject_look,
        needs=("subject",),
    ),
    Rule(
        "TL-04",
        Severity.WRONG,
        f"Dưới trích yếu có đường kẻ ngang nét liền, dài bằng 1/3 đến 1/2 dòng chữ, cân đối ({PLACE}.b)",
        subject_line,
        needs=("subject",),
    ),
    Rule(
        "TL-05",
        Severity.WRONG,
        f"“V/v” chỉ dùng cho trích yếu của công văn ({PLACE}.b)",
        no_about,
        needs=("subject",),
    ),
    Rule(
        "TL-06",
        Severity.NOTE,
        "Trích yếu trong mẫu văn bản có tên loại không có dấu chấm cuối (NĐ 30/2020, Phụ lục III, mẫu 1.4)",
        no_stop,
        needs=("subject",),
    ),
)
