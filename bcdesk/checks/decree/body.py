"""The look of the running text: size, place, indents, gaps, pitch (ND-01 … ND-04)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from bcdesk.checks.gathering import Case, gathered
from bcdesk.checks.lines import Line
from bcdesk.checks.looks import Look, departures, points
from bcdesk.checks.paper import Recognised
from bcdesk.checks.rule import Remark, Rule
from bcdesk.report.findings import Severity
from bcdesk.sheet.lengths import millimetres, pt
from bcdesk.sheet.sheet import Align
from bcdesk.vietnamese.numbers import decimal

LOOK = Look(26, 28, italic=False, align=Align.JUSTIFY)
INDENTS = (567, 720)
INDENT_TOLERANCE = 6
LEAST_GAP = pt(6)
PITCHES = (1.0, 1.5)
PITCH_TOLERANCE = 0.005
LINE_HEIGHT = 1.15
"""How high a line of Times New Roman is, in sizes."""
TALLEST_GLYPH = 1.21
"""How high a line must be so that no capital with two marks is cut, in sizes (measured)."""
_STACKED = re.compile("[ẤẦẨẪẮẰẲẴẾỀỂỄỐỒỔỖỚỜỞỠỨỪỬỮ]")


def sentences(paper: Recognised) -> Iterator[Line]:
    """The paragraphs of the text that are no titles."""
    return (passage.line for passage in paper.body if not passage.heading)


def _look(paper: Recognised) -> Iterator[Remark]:
    cases = [(found, line) for line in sentences(paper) for found in departures(line, _look_of(line))]
    asides = [case for case in cases if case[1].text.startswith("(")]
    yield from gathered((case for case in cases if case not in asides), LOOK.words)
    yield from gathered(asides, LOOK.words, Severity.REVIEW)
    sizes = {size: line for line in sentences(paper) for size in line.sizes}
    if len(sizes) > 1 and all(LOOK.smallest <= size <= LOOK.largest for size in sizes):
        found = f"Cỡ chữ {' và '.join(map(points, sorted(sizes)))} trong cùng phần nội dung"
        yield Remark(found, "Một cỡ chữ cho cả phần nội dung", sizes[min(sizes)], severity=Severity.REVIEW)


def _look_of(line: Line) -> Look:
    """One italic word in a sentence is an emphasis; a whole paragraph is a look."""
    return LOOK if line.italic == {True} else replace(LOOK, italic=None)


def _first_lines(paper: Recognised) -> Iterator[Remark]:
    wanted = "Lùi đầu dòng 1 cm hoặc 1,27 cm"
    typed = [(_blank_words(line), line) for line in sentences(paper) if line.raw[:1] in "\t " and line.raw[:1]]
    yield from gathered(typed, f"{wanted} bằng định dạng đoạn", Severity.REVIEW)
    cases = [line for line in sentences(paper) if line.raw[:1] not in "\t " and not _is_indented(line)]
    yield from gathered((_indent_case(line) for line in cases if not _is_near(line)), wanted)
    yield from gathered((_indent_case(line) for line in cases if _is_near(line)), wanted, Severity.REVIEW)


def _blank_words(line: Line) -> str:
    return "Thụt đầu dòng bằng phím Tab" if line.raw.startswith("\t") else "Thụt đầu dòng bằng dấu cách"


def _start(line: Line) -> int:
    return line.paragraph.format.left + line.paragraph.format.first


def _is_indented(line: Line) -> bool:
    near = any(abs(_start(line) - indent) <= INDENT_TOLERANCE for indent in INDENTS)
    return near and abs(line.paragraph.format.left) <= INDENT_TOLERANCE


def _is_near(line: Line) -> bool:
    """Whether the first line begins where it may, or between the two: hardly to be seen on paper."""
    return INDENTS[0] - INDENT_TOLERANCE <= _start(line) <= INDENTS[1] + INDENT_TOLERANCE


def _indent_case(line: Line) -> Case:
    left = line.paragraph.format.left
    whole = ", cả đoạn lùi vào" if abs(left) > INDENT_TOLERANCE else ""
    return f"Lùi đầu dòng {decimal(millimetres(_start(line)) / 10)} cm{whole}", line


def _gaps(paper: Recognised) -> Iterator[Remark]:
    lines = [passage.line for passage in paper.body]
    cases = [_gap_case(line, _gap(before, line)) for before, line in pairwise(lines) if _adjoin(before, line)]
    yield from gathered((case for case in cases if case), "Cách nhau ít nhất 6 pt")
    blanks = (("Đoạn trống để giãn dòng", line) for line in paper.blanks)
    yield from gathered(blanks, "Khoảng cách đoạn bằng định dạng, không dùng đoạn trống", Severity.REVIEW)


def _adjoin(before: Line, line: Line) -> bool:
    one, other = before.spot, line.spot
    return before.whole and line.whole and (one.section, one.block + 1) == (other.section, other.block)


def _gap(before: Line, line: Line) -> int:
    return max(before.paragraph.format.after, line.paragraph.format.before)


def _gap_case(line: Line, gap: int) -> Case | None:
    return (f"Cách đoạn trên {decimal(gap / 20)} pt", line) if gap < LEAST_GAP else None


def _pitches(paper: Recognised) -> Iterator[Remark]:
    lines = [passage.line for passage in paper.body if passage.line.sizes]
    wanted = "Từ dòng đơn đến 1,5 dòng"
    yield from gathered((_pitch_case(line) for line in lines if not _is_within(line)), wanted)
    cut = (("Giãn dòng cố định làm mất dấu của chữ hoa", line) for line in lines if _cuts(line))
    yield from gathered(cut, "Giãn dòng cố định lớn hơn 1,2 lần cỡ chữ", Severity.NOTE)


def _pitch(line: Line) -> float:
    """The distance of lines in lines of its font, whatever the kind of pitch."""
    pitch, size = line.paragraph.format.pitch, max(line.sizes)
    return pitch.value / (LINE_HEIGHT * size * 10) if pitch.exact else pitch.value / 240


def _is_within(line: Line) -> bool:
    return PITCHES[0] - PITCH_TOLERANCE <= _pitch(line) <= PITCHES[1] + PITCH_TOLERANCE


def _pitch_case(line: Line) -> Case:
    return f"Giãn dòng {decimal(round(_pitch(line), 2))} dòng", line


def _cuts(line: Line) -> bool:
    pitch = line.paragraph.format.pitch
    low = pitch.exact and _is_within(line) and pitch.value < TALLEST_GLYPH * max(line.sizes) * 10
    return low and _STACKED.search(line.text) is not None


RULES: tuple[Rule, ...] = (
    Rule("ND-01", Severity.WRONG,
         "Nội dung trình bày bằng chữ in thường, cỡ 13–14, kiểu chữ đứng, canh đều cả hai lề "
         "(NĐ 30/2020, Phụ lục I, mục II.6.e)", _look, ("body",)),
    Rule("ND-02", Severity.WRONG,
         "Khi xuống dòng, chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm (NĐ 30/2020, Phụ lục I, mục II.6.e)",
         _first_lines, ("body",)),
    Rule("ND-03", Severity.WRONG,
         "Khoảng cách giữa các đoạn văn tối thiểu là 6 pt (NĐ 30/2020, Phụ lục I, mục II.6.e)", _gaps, ("body",)),
    Rule("ND-04", Severity.WRONG,
         "Khoảng cách giữa các dòng tối thiểu là dòng đơn, tối đa là 1,5 dòng (NĐ 30/2020, Phụ lục I, mục II.6.e)",
         _pitches, ("body",)),
)  # fmt: skip
