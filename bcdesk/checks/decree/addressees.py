"""Kính gửi (KG-01 … KG-04)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bcdesk.checks.lines import Line
from bcdesk.checks.looks import Look, misfit
from bcdesk.checks.paper import Recognised
from bcdesk.checks.rule import Remark, Rule
from bcdesk.report.findings import Severity

LOOK = Look(26, 28, bold=False)
LABEL = "Kính gửi:"
HYPHEN = "- "
ALIKE = 20
"""How far the hyphens of a list may stand apart, in twips."""

_LABEL = re.compile(r"k[íi]nh g[ửư]i\s*:?", re.IGNORECASE)


def there(paper: Recognised) -> Iterator[Remark]:
    """KG-01: whether the report goes up to a higher body, nobody but the clerk knows."""
    if not paper.addressees and not paper.veiled:
        wanted = "Báo cáo gửi lên cấp trên có “Kính gửi: …” dưới trích yếu"
        yield Remark("Không có “Kính gửi”", wanted, paper.subject[-1] if paper.subject else paper.title)


def look(paper: Recognised) -> Iterator[Remark]:
    """KG-02."""
    if not paper.addressees:
        return
    label = paper.addressees[0]
    if not label.text.startswith(LABEL):
        found = _LABEL.match(label.text)
        yield Remark(f"“{found[0].strip() if found else label.text}”", f"“{LABEL}”, có dấu hai chấm", label)
    for line in paper.addressees:
        yield from misfit(line, LOOK)


def only_one(paper: Recognised) -> Iterator[Remark]:
    """KG-03."""
    lines = paper.addressees
    if len(lines) == 2 and not _beside_label(lines[0]):  # noqa: PLR2004  # a label and one addressee
        name = lines[1].text.lstrip("-–— ").rstrip(".;")
        yield Remark(f"“{lines[1].text}” ở dòng dưới “{LABEL}”", f"{LABEL} {name}", lines[1])


def several(paper: Recognised) -> Iterator[Remark]:
    """KG-04."""
    lines = paper.addressees
    names = lines[1:]
    if lines and ";" in _beside_label(lines[0]).rstrip("; "):
        yield Remark(f"“{lines[0].text}”", "Mỗi cơ quan, tổ chức một dòng, đầu dòng có gạch nối", lines[0])
    if len(lines) > 2 and _beside_label(lines[0]):  # noqa: PLR2004  # a label and several addressees
        yield Remark(
            f"“{lines[0].text}”", f"“{LABEL}” một dòng riêng, mỗi nơi một dòng", lines[0], severity=Severity.REVIEW
        )
    if len(names) > 1 or (names and _beside_label(lines[0])):
        for line in names:
            yield from _item(line, last=line is names[-1])
        yield from _aligned(names)


def _beside_label(label: Line) -> str:
    """What stands on the line of the label."""
    return _LABEL.sub("", label.text, count=1).strip()


def _item(line: Line, *, last: bool) -> Iterator[Remark]:
    sign = "." if last else ";"
    if not line.text.startswith(HYPHEN):
        yield Remark(f"“{line.text}” không có gạch nối đầu dòng", f"{HYPHEN}{line.text.lstrip('-–—+ ')}", line)
    if not line.text.endswith(sign):
        words = "chấm" if last else "chấm phẩy"
        yield Remark(f"“{line.text}” không có dấu {words} ở cuối", f"{line.text.rstrip('.;, ')}{sign}", line)


def _aligned(names: tuple[Line, ...]) -> Iterator[Remark]:
    lefts = [line.paragraph.format.left + line.paragraph.format.first for line in names if line.align]
    if lefts and max(lefts) - min(lefts) > ALIKE:
        yield Remark("Các gạch nối đầu dòng không thẳng nhau", "Các gạch nối thẳng hàng dưới dấu hai chấm", names[0])


PLACE = "NĐ 30/2020, Phụ lục I, mục II.9"
RULES = (
    Rule(
        "KG-01",
        Severity.REVIEW,
        "Báo cáo của cơ quan cấp dưới gửi cơ quan cấp trên có phần “Kính gửi”, ghi các cơ quan, cá nhân trực tiếp giải "
        f"quyết ({PLACE}.b và d)",
        there,
        needs=("title",),
    ),
    Rule(
        "KG-02",
        Severity.WRONG,
        "“Kính gửi” và tên nơi gửi in thường, cỡ 13–14, kiểu chữ đứng, không đậm; sau “Kính gửi” có dấu hai chấm "
        f"({PLACE}.d và mục V, số 8a)",
        look,
    ),
    Rule(
        "KG-03",
        Severity.WRONG,
        f"Gửi cho một nơi thì ghi trên cùng một dòng với “Kính gửi” ({PLACE}.d)",
        only_one,
    ),
    Rule(
        "KG-04",
        Severity.WRONG,
        "Gửi cho nhiều nơi thì xuống dòng, mỗi nơi hoặc nhóm một dòng, đầu dòng có gạch nối, cuối dòng có dấu chấm "
        f"phẩy, dòng cuối có dấu chấm; các gạch nối thẳng hàng dưới dấu hai chấm ({PLACE}.d)",
        several,
    ),
)
