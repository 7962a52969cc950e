"""The styles of the paper, with the sizes and gaps of Nghị định 30 and the choices an office has inside its ranges."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from bcdesk.report.office import Layout
from bcdesk.sheet.lengths import mm, pt
from bcdesk.sheet.sheet import SINGLE, Align, Format, PageSetup, Pitch, Style

# What the decree leaves to the office: sizes and gaps in points, indents and margins in millimetres. The pitches of a
# size are narrower than its range (ND-04), so that no stacked capital is cut.
HEAD_SIZES = (12.0, 13.0)
FIRST_LINES = (10.0, 12.7)
PITCHES = {13.0: (16.0, 22.0), 14.0: (17.0, 24.0)}
LEAST_GAP = 6.0
MARGINS = {"top": (20.0, 25.0), "bottom": (20.0, 25.0), "left": (30.0, 35.0), "right": (15.0, 20.0)}
NUMBER_SIZE = 26
CELL_SIZE = 26
# An exact pitch sets text low; the gap below puts it in the middle of its row.
CELL_PITCH, CELL_GAP = Pitch(pt(16)), pt(2)
RULE_THICKNESS = 6
RULE_PITCH = Pitch(pt(2))
# An exact pitch puts the baselines of 13 and 14 point at one height, which single spacing does not (DD-07).
NUMBER_PITCH = Pitch(pt(17))


class Name(StrEnum):
    """What a paragraph is; the word processor shows the value in its list of styles."""

    SUPERIOR = "Cơ quan chủ quản"
    ISSUER = "Cơ quan ban hành"
    COUNTRY = "Quốc hiệu"
    MOTTO = "Tiêu ngữ"
    RULE = "Đường kẻ"
    NUMBER = "Số, ký hiệu"
    DRAFT = "Dự thảo"
    DATE = "Địa danh, thời gian"
    TITLE = "Tên loại"
    SUBJECT = "Trích yếu"
    RANGE = "Khoảng thời gian"
    ADDRESSEES = "Kính gửi"
    BASES = "Căn cứ"
    BODY = "Nội dung"
    PART = "Tiêu đề phần"
    SECTION = "Tiêu đề mục I"
    CLAUSE = "Tiêu đề khoản 1"
    DECIMAL = "Tiêu đề 1.1"
    POINT = "Tiêu đề điểm a"
    UNNUMBERED = "Tiêu đề không số"
    CELL = "Ô bảng"
    GAP = "Khoảng cách"
    PICTURE = "Hình ảnh"
    FOOTNOTE = "Chú thích"
    RECIPIENTS_LABEL = "Nơi nhận"
    RECIPIENTS = "Danh sách nơi nhận"
    AUTHORITY = "Quyền hạn, chức vụ"
    SIGNING_SPACE = "Khoảng ký"
    SIGNER = "Người ký"
    END = "Kết thúc"
    APPENDIX = "Phụ lục"
    APPENDIX_TITLE = "Tên phụ lục"
    REFERENCE = "Kèm theo"


def within_decree(layout: Layout) -> Layout:
    """The nearest choices the decree allows (GEN-03 … 05, GEN-13, ND-01 … 04)."""
    body = _nearest(PITCHES, layout.body_size)
    margins = {side: _between(low, getattr(layout, side), high) for side, (low, high) in MARGINS.items()}
    return replace(
        layout,
        body_size=body,
        head_size=_nearest(HEAD_SIZES, layout.head_size),
        pitch=_between(PITCHES[body][0], layout.pitch, PITCHES[body][1]),
        first_line=_nearest(FIRST_LINES, layout.first_line),
        gap=max(LEAST_GAP, layout.gap),
        **margins,
    )


def _nearest(allowed: Iterable[float], value: float) -> float:
    return min(allowed, key=lambda choice: abs(choice - value))


def _between(lowest: float, value: float, highest: float) -> float:
    return min(max(lowest, value), highest)


def page_of(layout: Layout) -> PageSetup:
    """A4 portrait with the office's margins; the page number as large as the body (GEN-10)."""
    return PageSetup(
        top=mm(layout.top),
        bottom=mm(layout.bottom),
        left=mm(layout.left),
        right=mm(layout.right),
        number_size=half_points(layout.body_size),
    )


def half_points(points: float) -> int:
    """A font size in points as half-points."""
    return round(points * 2)


def styles_of(layout: Layout) -> dict[Name, Style]:
    """Every style of the paper, for choices that are within the decree."""
    found = (*_letterhead(layout), *_title(layout), *_body(layout), *_headings(layout), *_signature(layout))
    return {Name(style.name): style for style in (*found, *_appendix(layout), *_small(layout))}


def _letterhead(layout: Layout) -> tuple[Style, ...]:
    head, larger = half_points(layout.head_size), half_points(layout.head_size + 1)
    single = Format(Align.CENTER, pitch=SINGLE)
    number = Format(Align.CENTER, pitch=NUMBER_PITCH)
    return (
        Style(Name.SUPERIOR, single, head),
        Style(Name.ISSUER, single, head, bold=True),
        Style(Name.COUNTRY, single, head, bold=True),
        Style(Name.MOTTO, single, larger, bold=True),
        Style(Name.RULE, Format(Align.CENTER, after=pt(6), pitch=RULE_PITCH, rule=RULE_THICKNESS), 2),
        Style(Name.NUMBER, number, NUMBER_SIZE),
        Style(Name.DRAFT, number, NUMBER_SIZE, bold=True),
        Style(Name.DATE, number, larger, italic=True),
    )


def _title(layout: Layout) -> tuple[Style, ...]:
    size = half_points(layout.body_size)
    centred = Format(Align.CENTER, pitch=pitch_of(layout), keep_next=True)
    return (
        Style(Name.TITLE, centred, size, bold=True),
        Style(Name.SUBJECT, centred, size, bold=True),
        Style(Name.RANGE, centred, size),
        Style(Name.ADDRESSEES, Format(Align.LEFT, after=pt(layout.gap), pitch=pitch_of(layout)), size),
    )


def _body(layout: Layout) -> tuple[Style, ...]:
    size = half_points(layout.body_size)
    return (
        Style(Name.BODY, _flow(layout), size),
        Style(Name.BASES, _flow(layout), size, italic=True),
        Style(Name.PICTURE, Format(Align.CENTER, after=pt(layout.gap), pitch=SINGLE), size),
        Style(Name.CELL, Format(Align.LEFT, after=CELL_GAP, pitch=CELL_PITCH), CELL_SIZE),
    )


def _headings(layout: Layout) -> tuple[Style, ...]:
    size = half_points(layout.body_size)
    heading = replace(_flow(layout), keep_next=True)
    part = replace(heading, align=Align.CENTER, first=0)
    return (
        Style(Name.PART, part, size, bold=True),
        Style(Name.SECTION, heading, size, bold=True),
        Style(Name.CLAUSE, heading, size, bold=True),
        Style(Name.DECIMAL, heading, size, bold=True),
        Style(Name.UNNUMBERED, heading, size, bold=True),
        Style(Name.POINT, heading, size),
    )


def _signature(layout: Layout) -> tuple[Style, ...]:
    size = half_points(layout.body_size)
    left, centred = Format(Align.LEFT, pitch=SINGLE), Format(Align.CENTER, pitch=SINGLE)
    return (
        Style(Name.RECIPIENTS_LABEL, left, 24, bold=True, italic=True),
        Style(Name.RECIPIENTS, left, 22),
        Style(Name.AUTHORITY, centred, size, bold=True),
        Style(Name.SIGNING_SPACE, centred, size),
        Style(Name.SIGNER, centred, size, bold=True),
    )


def _appendix(layout: Layout) -> tuple[Style, ...]:
    size = half_points(layout.body_size)
    centred = Format(Align.CENTER, pitch=pitch_of(layout), keep_next=True)
    return (
        Style(Name.APPENDIX, centred, 28, bold=True),
        Style(Name.APPENDIX_TITLE, centred, size, bold=True),
        Style(Name.REFERENCE, centred, size, italic=True),
    )


def _small(layout: Layout) -> tuple[Style, ...]:
    gap = Format(Align.LEFT, pitch=Pitch(pt(layout.gap)))
    return (
        Style(Name.GAP, gap, 2),
        Style(Name.END, Format(Align.LEFT, pitch=Pitch(pt(1))), 2),
        Style(Name.FOOTNOTE, Format(pitch=SINGLE), 22),
    )


def pitch_of(layout: Layout) -> Pitch:
    """The exact pitch of the body."""
    return Pitch(pt(layout.pitch))


def _flow(layout: Layout) -> Format:
    return Format(Align.JUSTIFY, first=mm(layout.first_line), after=pt(layout.gap), pitch=pitch_of(layout))
