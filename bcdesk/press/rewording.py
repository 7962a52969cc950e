"""Mends in the text of a report: a word, the sign at the end of a paragraph, a title or the marker before it."""

from __future__ import annotations

from dataclasses import replace

from bcdesk.report.edits import Edit, SetField, SetHeading
from bcdesk.report.findings import Finding
from bcdesk.report.outline import MarkerStyle, marker_style
from bcdesk.report.parts import blocks_of
from bcdesk.report.report import BASES, HEADING, Paragraph, Place, Report, walk
from bcdesk.report.search import Correct, Hit, text_at

CLOSING_SIGNS = " ./;,"
END_MARK = "./."
UNCOUNTED = {MarkerStyle.NONE, MarkerStyle.DASH, MarkerStyle.PLUS}


def reworded(report: Report, finding: Finding) -> Edit | None:
    """What was found made into what is wanted, where it stands in the report as it was found."""
    place, length = finding.place, finding.length
    if place is None or not length or not finding.wanted:
        return None
    start = place.offset
    text = text_at(report, place)
    if text[start : start + length] != finding.found:
        return None
    return _corrected(place, start, start + length, finding.wanted, f"Sửa thành “{finding.wanted}”")


def ended(report: Report, finding: Finding) -> Edit | None:
    """A paragraph with the sign it should end with: `;` or `.` for a legal basis, `./.` for the text."""
    place = finding.place
    text = _paragraph(report, place) if place else None
    if place is None or not text:
        return None
    if text[place.offset :].startswith(END_MARK) and finding.length:
        return _corrected(place, place.offset, place.offset + len(END_MARK), ".", "Bỏ “./.” ở giữa nội dung")
    sign = _basis_sign(report, place) if place.part == BASES else END_MARK
    kept = len(text.rstrip(CLOSING_SIGNS))
    ending = f"{text[kept - 1]}{sign}"
    return _corrected(place, kept - 1, len(text), ending, f"Kết thúc bằng “{sign}”") if kept else None


def titled(report: Report, finding: Finding) -> Edit | None:
    """The title of a section or an appendix in capitals, where that is what is wanted."""
    place = finding.place
    if place is None or not finding.wanted.isupper() or place.block != HEADING:
        return marked(report, finding)
    for appendix in report.appendices:
        if appendix.id == place.part:
            new = replace(appendix, title=tuple(line.upper() for line in appendix.title))
            all_of = tuple(new if each is appendix else each for each in report.appendices)
            return SetField("appendices", all_of, "Viết hoa tên phụ lục")
    section = next((each for _, each in walk(report.sections) if each.id == place.part), None)
    if section is None or f"“{section.title}”" != finding.found:
        return marked(report, finding)
    return SetHeading(section.id, section.marker, section.title.upper(), words="Viết hoa tiêu đề mục")


def marked(report: Report, finding: Finding) -> Edit | None:
    """The marker of a section, where that is what is wanted."""
    place, wanted = finding.place, finding.wanted
    section = next((each for _, each in walk(report.sections) if place and each.id == place.part), None)
    if section is None or marker_style(wanted) in UNCOUNTED or not finding.found.endswith(f"“{section.marker}”"):
        return None
    return SetHeading(section.id, wanted, section.title, words=f"Đánh số {wanted}")


def _paragraph(report: Report, place: Place) -> str | None:
    try:
        block = blocks_of(report, place.part)[place.block]
    except (KeyError, IndexError):
        return None
    return block.plain if isinstance(block, Paragraph) else None


def _basis_sign(report: Report, place: Place) -> str:
    return "." if place.block == len(report.legal_bases) - 1 else ";"


def _corrected(place: Place, start: int, end: int, new: str, words: str) -> Edit:
    return Correct((Hit(replace(place, offset=start), start, end),), new, words)
