"""The names of the issuing body and of the body above it (CQ-01 … CQ-06)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bcdesk.checks.absence import absent
from bcdesk.checks.decree.underlines import ISSUER, underlined
from bcdesk.checks.lines import Line
from bcdesk.checks.looks import Look, misfit
from bcdesk.checks.paper import Recognised
from bcdesk.checks.rule import Remark, Rule, Unjudged
from bcdesk.checks.spacing import close_together
from bcdesk.report.findings import Severity
from bcdesk.sheet.sheet import Align
from bcdesk.vietnamese.dates import parse_date_line

ISSUER_LOOK = Look(24, 26, bold=True, align=Align.CENTER)
SUPERIOR_LOOK = Look(24, 26, bold=False)
DISTRICTS_ENDED = (2025, 7)

_SHORT = re.compile(r"\b(?:UBND|HĐND|VP|BCĐ|TT)\b")
_COMMITTEE = re.compile(r"ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|\bUBND\b")
_UNIT = re.compile(r"\b(?:XÃ|PHƯỜNG|ĐẶC KHU|THỊ TRẤN|HUYỆN|QUẬN|THỊ XÃ|TỈNH|THÀNH PHỐ) +\S")
_OFFICE_OF_COMMUNE = re.compile(r"(?:VĂN PHÒNG|PHÒNG|TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG)\b")
_DISTRICT = re.compile(r"\b(?:HUYỆN|QUẬN|THỊ XÃ)\b")


def issuer_name(paper: Recognised) -> Iterator[Remark | Unjudged]:
    """CQ-01."""
    yield from absent(paper, "issuer")
    if not paper.issuer:
        return
    name = _joined(paper.issuer)
    short = _SHORT.search(name)
    if short:
        yield Remark(f"“{name}” viết tắt “{short[0]}”", "Tên đầy đủ của cơ quan ban hành", paper.issuer[0])
    elif _COMMITTEE.search(name) and not _UNIT.search(name) and not _UNIT.search(_joined(paper.superior)):
        wanted = "Tên đầy đủ, có tên đơn vị hành chính: ỦY BAN NHÂN DÂN XÃ …"
        yield Remark(f"“{name}” thiếu tên xã, phường", wanted, paper.issuer[-1], severity=Severity.REVIEW)


def superior_name(paper: Recognised) -> Iterator[Remark]:
    """CQ-02: an office of the commune has the commune above it; districts ended on 1 July 2025."""
    name = _joined(paper.superior)
    if not name:
        if paper.issuer and _OFFICE_OF_COMMUNE.match(_joined(paper.issuer)) and not paper.veiled:
            wanted = "Dòng trên ghi cơ quan chủ quản trực tiếp: UBND XÃ …"
            yield Remark("Không có tên cơ quan chủ quản", wanted, paper.issuer[0])
    elif _DISTRICT.search(name) and _dated(paper) >= DISTRICTS_ENDED:
        wanted = "Cấp huyện kết thúc hoạt động từ 01/7/2025: bỏ dòng này, hoặc ghi cơ quan chủ quản hiện nay"
        yield Remark(f"“{name}”", wanted, paper.superior[0])
    elif not _UNIT.search(name) and _COMMITTEE.search(name):
        yield Remark(f"“{name}” thiếu tên địa phương", "UBND XÃ …", paper.superior[-1])


def issuer_look(paper: Recognised) -> Iterator[Remark]:
    """CQ-03."""
    for line in paper.issuer:
        if not line.capitals:
            yield Remark(f"“{line.text}” không viết in hoa", line.text.upper(), line)
        yield from misfit(line, ISSUER_LOOK)


def superior_look(paper: Recognised) -> Iterator[Remark]:
    """CQ-04."""
    for line in paper.superior:
        if not line.capitals:
            yield Remark(f"“{line.text}” không viết in hoa", line.text.upper(), line)
        yield from misfit(line, SUPERIOR_LOOK)


def issuer_line(paper: Recognised) -> Iterator[Remark | Unjudged]:
    """CQ-05; of a name in several lines the longest counts."""
    if paper.issuer:
        yield from underlined(paper, paper.issuer, paper.issuer_stroke, ISSUER)


def spacing(paper: Recognised) -> Iterator[Remark]:
    """CQ-06."""
    yield from close_together((*paper.superior, *paper.issuer))


def _joined(lines: tuple[Line, ...]) -> str:
    return " ".join(line.text for line in lines).upper()


def _dated(paper: Recognised) -> tuple[int, int]:
    """Year and month of the paper; the first of times where they are not known."""
    date = parse_date_line(paper.date.text) if paper.date else None
    return (date.year or 0, date.month or 0) if date else (0, 0)


RULES = (
    Rule(
        "CQ-01",
        Severity.WRONG,
        "Tên cơ quan ban hành là tên chính thức, đầy đủ (NĐ 30/2020, Phụ lục I, mục II.2.a)",
        issuer_name,
    ),
    Rule(
        "CQ-02",
        Severity.REVIEW,
        "Trên tên cơ quan ban hành ghi tên cơ quan chủ quản trực tiếp, nếu có, kèm tên địa phương "
        "(NĐ 30/2020, Phụ lục I, mục II.2.a)",
        superior_name,
        needs=("issuer",),
    ),
    Rule(
        "CQ-03",
        Severity.WRONG,
        "Tên cơ quan ban hành viết in hoa, cỡ 12–13, kiểu chữ đứng, đậm, canh giữa dưới tên cơ quan chủ quản "
        "(NĐ 30/2020, Phụ lục I, mục II.2.b)",
        issuer_look,
        needs=("issuer",),
    ),
    Rule(
        "CQ-04",
        Severity.WRONG,
        "Tên cơ quan chủ quản viết in hoa, cỡ 12–13, kiểu chữ đứng, không đậm (NĐ 30/2020, Phụ lục I, mục II.2.b)",
        superior_look,
    ),
    Rule(
        "CQ-05",
        Severity.WRONG,
        "Dưới tên cơ quan ban hành có đường kẻ ngang nét liền, dài bằng 1/3 đến 1/2 dòng chữ, cân đối "
        "(NĐ 30/2020, Phụ lục I, mục II.2.b)",
        issuer_line,
        needs=("issuer",),
    ),
    Rule(
        "CQ-06",
        Severity.WRONG,
        "Các dòng tên cơ quan cách nhau dòng đơn (NĐ 30/2020, Phụ lục I, mục II.2.b)",
        spacing,
        needs=("issuer",),
    ),
)
