from __future__ import annotations

from dataclasses import replace

from bcdesk.report.pictureless import without_pictures
from bcdesk.report.report import Appendix, Picture, Section, paragraph
from tests.session.reports import report

PICTURE = Picture(b"\x89PNG", "image/png", 100, "Lễ phát động")


def test_a_line_stands_where_each_picture_stood():
    nested = Section("s9", "1.", "Kết quả", (paragraph("Một"), replace(PICTURE, description=" ")))
    full = replace(
        report("Hai"), sections=(Section("s8", "I.", "", (), (nested,)),), appendices=(Appendix("p", (), (PICTURE,)),)
    )
    light = without_pictures(full)
    (said,) = light.appendices[0].blocks
    assert said == paragraph("(Ảnh “Lễ phát động” không ghi được vào tệp này vì nặng quá.)")
    words = [block.plain for block in light.sections[0].children[0].blocks]
    assert words == ["Một", "(Ảnh không ghi được vào tệp này vì nặng quá.)"]


def test_a_report_without_pictures_stays_the_very_same():
    plain = report("Hai")
    assert without_pictures(plain) is plain
