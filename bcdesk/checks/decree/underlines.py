"""The lines under Tiêu ngữ, issuing body and subject: that they are there, and how long (QH-05, CQ-05, TL-04)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bcdesk.checks.lines import Line
from bcdesk.checks.paper import Recognised, Stroke, StrokeForm
from bcdesk.checks.places import shown
from bcdesk.checks.rule import Remark, Unjudged
from bcdesk.report.findings import Severity


@dataclass(frozen=True, slots=True)
class Underline:
    """What is asked of a line: under what, and its share of the length of the text."""

    under: str
    least: float
    most: float
    wanted: str


MOTTO = Underline("Tiêu ngữ", 0.95, 1.05, "Đường kẻ nét liền, dài bằng dòng chữ")
ISSUER = Underline("tên cơ quan ban hành", 0.32, 0.51, "Đường kẻ nét liền, dài bằng 1/3 đến 1/2 dòng chữ")
SUBJECT = Underline("trích yếu", 0.32, 0.51, "Đường kẻ nét liền, dài bằng 1/3 đến 1/2 dòng chữ")


def underlined(
    paper: Recognised, lines: Sequence[Line], stroke: Stroke | None, asked: Underline
) -> Iterator[Remark | Unjudged]:
    """What is to be said of the line under `lines`, the longest of which counts."""
    last = lines[-1]
    if stroke is None:
        if paper.veiled:
            yield Unjudged(f"không nhận ra đường kẻ dưới {asked.under}")
        else:
            yield Remark(f"Dưới {asked.under} không có đường kẻ", asked.wanted, last)
    elif stroke.form is StrokeForm.DRAWN:
        yield Unjudged(f"đường kẻ dưới {asked.under} là hình vẽ hoặc đường viền của ô")
    elif stroke.form is StrokeForm.TYPED:
        yield Remark(f"Đường kẻ dưới {asked.under} là hàng dấu gạch", asked.wanted, last, severity=Severity.REVIEW)
    elif stroke.form is StrokeForm.UNDERLINE:
        severity = Severity.REVIEW if asked is MOTTO else None
        yield Remark(f"{asked.under.capitalize()} gạch chân cả dòng chữ", asked.wanted, last, severity=severity)
    else:
        yield from _long_enough(paper, lines, asked)


def _long_enough(paper: Recognised, lines: Sequence[Line], asked: Underline) -> Iterator[Remark | Unjudged]:
    places = [place for line in lines if (place := shown(paper.pages, line))]
    rule = next((place.stroke for place in reversed(places) if place.stroke), None)
    if rule is None:
        yield Unjudged(f"không đo được đường kẻ dưới {asked.under}")
        return
    share = (rule.x2 - rule.x1) / max(place.width for place in places)
    if not asked.least <= share <= asked.most:
        words = f"Đường kẻ dưới {asked.under} dài bằng {share:.2f} lần dòng chữ".replace(".", ",")
        yield Remark(words, asked.wanted, lines[-1])
