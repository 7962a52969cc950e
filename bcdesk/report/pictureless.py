"""A report without its pictures, for where their weight would keep its text from getting out."""

from __future__ import annotations

from bcdesk.report.blocks import Paragraph, Picture, paragraph
from bcdesk.report.edits import mapped
from bcdesk.report.report import Report

LEFT_OUT = "(Ảnh{about} không ghi được vào tệp này vì nặng quá.)"


def without_pictures(report: Report) -> Report:
    """The report with a line that says so in the place of each picture."""
    light: Report = mapped(report, _line, Picture)
    return light


def _line(picture: Picture) -> Paragraph:
    about = picture.description.strip()
    return paragraph(LEFT_OUT.format(about=f" “{about}”" if about else ""))
