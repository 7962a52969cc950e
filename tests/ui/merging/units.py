"""A folder with what the units of a commune sent, as real files."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from bcdesk.intake.text import read_text
from bcdesk.parcel.bundle import pack
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import Report
from bcdesk.word import writer
from tests.intake.paper import sheet_of

UNITS = ("Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Công an xã", "Trạm Y tế", "Thôn Bồ Nung", "Thôn Làng Rê")
HEAD = "UBND XÃ SƠN KỲ\n{unit}\nSố: 05/BC-X\nSơn Kỳ, ngày 14 tháng 3 năm 2024\n\n"
OURS = "ỦY BAN NHÂN DÂN\nXÃ SƠN KỲ\nSố:    /BC-UBND\nSơn Kỳ, ngày    tháng 3 năm 2024\n\n"
BODY = """\
BÁO CÁO
Kết quả công tác cải cách hành chính {period}

Thực hiện Kế hoạch số 12/KH-UBND, {unit} báo cáo như sau:

I. KẾT QUẢ THỰC HIỆN
1. Công tác tuyên truyền
{words}
2. Giải quyết thủ tục hành chính
{more}
II. ĐỀ XUẤT, KIẾN NGHỊ
{wish}

Trên đây là báo cáo của {unit}./.
"""
TOLD = "Đã tổ chức {count} buổi tuyên truyền với {people} lượt người tham dự."
PERIOD = "quý I năm 2024"
MAIN = replace(
    read_text(OURS + BODY.format(period=PERIOD, unit="UBND xã", words="", more="", wish="")).report,
    period=Period(PeriodType.QUARTER, 2024, 1),
    kind="cai-cach-hanh-chinh",
)


def sent(unit: str, count: int, *, period: str = PERIOD, wish: str = "Không có.", head: bool = True) -> str:
    """The text of a unit's report."""
    return (HEAD.format(unit=unit.upper()) if head else "") + BODY.format(
        period=period,
        unit=unit,
        words=TOLD.format(count=f"{count:02}", people=40 * count),
        more=f"Tiếp nhận {10 * count} hồ sơ, giải quyết đúng hạn {9 * count} hồ sơ.",
        wish=wish,
    )


def report_of(unit: str, count: int, **rest: str) -> Report:
    return read_text(sent(unit, count, **rest)).report


def word_of(unit: str, count: int, **rest: str) -> bytes:
    """The same as a Word file."""
    return writer.write(sheet_of(report_of(unit, count, **rest)))


def put(folder: Path, name: str, data: bytes, at: str = "2024-03-14T10:42") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    seconds = datetime.fromisoformat(at).astimezone().timestamp()
    os.utime(path, (seconds, seconds))
    return path


def folder_of_units(folder: Path) -> None:
    """Six units: four have sent, one a newer version too, one for another period; a broken file, one of nobody."""
    put(folder, "BC phong KT.docx", word_of("Phòng Kinh tế", 3))
    put(folder, "VHXH.bcdesk", pack(report_of("Phòng Văn hóa - Xã hội", 4)))
    put(folder, "cong an.docx", word_of("Công an xã", 5))
    put(folder, "cong an (sua).docx", word_of("Công an xã", 6), "2024-03-15T08:05")
    put(folder, "tram y te.docx", word_of("Trạm Y tế", 2, period="quý IV năm 2023"))
    put(folder, "Thôn Bồ Nung.txt", sent("Thôn Bồ Nung", 1, wish="Đề nghị sửa đường vào thôn.").encode())
    put(folder, "quet.docx", b"%PDF-1.7 quet")
    put(folder, "bc gui xa.txt", sent("Hội Nông dân", 7, head=False).replace("Hội Nông dân", "đơn vị").encode())
