"""Twelve units report to the commune's Văn phòng: two have not sent, one sent twice, one file is hostile.

Every sum is reckoned again here, from the numbers the units were given. Then the editor works on the report, one more
file arrives, and not one of the edits is lost.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from bcdesk.intake.collecting import collect
from bcdesk.intake.standing import Line, Standing, missing, received, standing
from bcdesk.parcel.bundle import pack, unpack
from bcdesk.press.paper import Press
from bcdesk.report.consolidation.merging import merge
from bcdesk.report.consolidation.tracing import sources_in
from bcdesk.report.consolidation.values import Consolidation
from bcdesk.report.edits import ReplaceBlocks, SetHeading
from bcdesk.report.figure import Figure
from bcdesk.report.office import Issuer
from bcdesk.report.report import Cell, Report, Table, paragraph
from tests.checks.papers import measure
from tests.report.consolidation.units import report_of, said, section, titled

UNITS = (
    "Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Công an xã", "Ban Chỉ huy Quân sự xã", "Trạm Y tế",
    "Trung tâm Phục vụ hành chính công", "Trường Tiểu học Ba Tơ", "Trường Mầm non Hoa Sen",
    "Thôn 1", "Thôn 2", "Thôn 3", "Thôn 4",
)  # fmt: skip
LATE, SILENT, TWICE = "Trạm Y tế", "Thôn 3", "Công an xã"
AS_DATA = ("Phòng Kinh tế", "Trường Tiểu học Ba Tơ", "Thôn 2")
TALKS, CASES, MONEY, LISTED = "Tuyên truyền pháp luật", "Giải quyết hồ sơ", "Kinh phí thực hiện", "Hộ nghèo"
POOR, NEAR_POOR = "Hộ nghèo", "Hộ cận nghèo"
OUTLOOK = "Nhìn chung các đơn vị đã thực hiện tốt nhiệm vụ được giao."
CENT = Decimal("0.01")


@dataclass(frozen=True)
class Numbers:
    """What one unit counts."""

    talks: int
    hearers: int
    solved: int
    cases: int
    money: Decimal
    poor: int
    near_poor: int


def numbers_of(unit: str, version: str = "") -> Numbers:
    """Numbers that differ from unit to unit, the same at every run."""
    random = Random(f"{unit} {version}")
    cases = random.randint(200, 999)
    return Numbers(
        random.randint(11, 99),
        random.randint(1_000, 9_999),
        random.randint(100, cases - 1),
        cases,
        Decimal(random.randint(1_000, 99_999)) / 100,
        random.randint(11, 99),
        random.randint(11, 99),
    )


def dotted(count: int) -> str:
    return f"{count:,}".replace(",", ".")


def comma(value: Decimal) -> str:
    whole, _, rest = f"{value:.2f}".partition(".")
    return f"{dotted(int(whole))},{rest}"


def percent(part: int, whole: int) -> str:
    return comma((Decimal(100 * part) / whole).quantize(CENT, ROUND_HALF_UP))


def talks_of(talks: int, hearers: int) -> str:
    return f"Đã tổ chức {talks} buổi tuyên truyền với {dotted(hearers)} lượt người tham dự."


def cases_of(solved: int, cases: int) -> str:
    return f"Đã giải quyết {dotted(solved)}/{dotted(cases)} hồ sơ, đạt {percent(solved, cases)}%."


def money_of(money: Decimal) -> str:
    return f"Đã chi {comma(money)} triệu đồng cho các hoạt động."


OWN_WORDS = (
    "đã phối hợp với ngân hàng mở lớp về vay vốn sản xuất", "treo băng rôn ở nhà văn hóa trung tâm",
    "lồng ghép với việc cấp căn cước cho học sinh cuối cấp", "tuyên truyền trong đợt huấn luyện dân quân năm nhất",
    "dán tờ rơi phòng bệnh ở phòng khám", "giải đáp thủ tục ngay tại quầy tiếp nhận hồ sơ",
    "đưa nội dung vào giờ chào cờ đầu tuần", "họp phụ huynh về an toàn giao thông cổng trường",
    "phát thanh hai buổi sáng và chiều qua loa của thôn", "vận động hộ dân ký cam kết không đốt rừng",
    "lập nhóm nhắn tin để báo lịch họp", "nhờ già làng nói chuyện bằng tiếng Hrê",
)  # fmt: skip


def own_words(unit: str) -> str:
    return f"{unit} {OWN_WORDS[UNITS.index(unit)]}."


def table_of(poor: int, near_poor: int) -> Table:
    rows = (("STT", "Nội dung", "Số hộ"), ("1", POOR, dotted(poor)), ("2", NEAR_POOR, dotted(near_poor)),
            ("", "Tổng cộng", dotted(poor + near_poor)))  # fmt: skip
    return Table((15.0, 100.0, 40.0), tuple(tuple(Cell((paragraph(text),)) for text in row) for row in rows))


FIGURE = Figure("ho-ngheo", "Hộ nghèo", "hộ")


def report_from(unit: str, version: str = "") -> Report:
    """The report of one unit."""
    counted = numbers_of(unit, version)
    report = report_of(
        section(
            "I. KẾT QUẢ THỰC HIỆN",
            section("1. Tuyên truyền, phổ biến pháp luật", talks_of(counted.talks, counted.hearers), own_words(unit)),
            section("2. Giải quyết hồ sơ", cases_of(counted.solved, counted.cases)),
            section("3. Kinh phí", money_of(counted.money)),
            section("4. Hộ nghèo", table_of(counted.poor, counted.near_poor)),
        ),
        section("II. KIẾN NGHỊ", f"{unit} đề nghị xã bố trí thêm {'kinh phí' if len(unit) % 2 else 'tài liệu'}."),
        subject=("Kết quả công tác quý I năm 2024",),
        opening=(paragraph(f"Thực hiện Công văn số 12/UBND ngày 01 tháng 3 năm 2024, {unit} báo cáo như sau:"),),
        closing=(paragraph(f"Trên đây là báo cáo kết quả công tác quý I năm 2024 của {unit}./."),),
        figures=(replace(FIGURE, value=str(counted.poor)),) if unit in AS_DATA else (),
    )
    office = replace(report.office, issuer=Issuer.OTHER, issuer_name=unit, header=(unit.upper(),))
    return replace(report, office=office)


OURS = report_of(
    section(
        "I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ QUÝ I NĂM 2024",
        section(f"1. {TALKS}", OUTLOOK), section(f"2. {CASES}"), section(f"3. {MONEY}"), section(f"4. {LISTED}"),
    ),
    section("II. ĐỀ XUẤT, KIẾN NGHỊ"),
    figures=(FIGURE,),
)  # fmt: skip


def put(folder: Path, name: str, report: Report, day: int) -> None:
    """A file of a unit, a Word file through the program's own press or a data file, last written on that day."""
    data = pack(report) if name.endswith(".bcdesk") else Press(measure()).paper(report).docx()
    path = folder / name
    path.write_bytes(data)
    os.utime(path, (1_710_000_000 + day * 86_400,) * 2)


def bomb() -> bytes:
    """A Word file that says to be two gigabytes."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as document:
        document.writestr("[Content_Types].xml", "<Types/>")
        with document.open("word/document.xml", "w") as body:
            for _ in range(64):
                body.write(b" " * 2**20)
    return made.getvalue()


@pytest.fixture
def folder(tmp_path: Path, qapp: object) -> Path:  # fonts are measured with Qt
    """What lies in the folder when the editor first looks."""
    for at, unit in enumerate(UNITS):
        if unit not in (LATE, SILENT):
            put(tmp_path, f"{unit}.{'bcdesk' if unit in AS_DATA else 'docx'}", report_from(unit), at)
    put(tmp_path, f"{TWICE} (sửa).docx", report_from(TWICE, "newer"), 20)
    (tmp_path / "Bao cao Thon 3.docx").write_bytes(bomb())
    return tmp_path


def look(folder: Path, report: Report) -> tuple[Line, ...]:
    return standing(collect(folder, UNITS, report), report)


def merged(folder: Path, report: Report) -> Consolidation:
    return merge(report, received(look(folder, report)))


def numbers_in(units: Iterable[str]) -> list[Numbers]:
    return [numbers_of(unit, "newer" if unit == TWICE else "") for unit in units]


def cells(table: Table) -> list[list[str]]:
    return [[" ".join(text.plain for text in cell.paragraphs) for cell in row] for row in table.rows]


SENT = tuple(unit for unit in UNITS if unit not in (LATE, SILENT))


def summed_talks(units: Iterable[str]) -> str:
    counted = numbers_in(units)
    return talks_of(sum(each.talks for each in counted), sum(each.hearers for each in counted))


def summed_cases(units: Iterable[str]) -> str:
    counted = numbers_in(units)
    return cases_of(sum(each.solved for each in counted), sum(each.cases for each in counted))


def summed_money(units: Iterable[str]) -> str:
    return money_of(sum((each.money for each in numbers_in(units)), Decimal(0)))


def summed_table(units: Iterable[str]) -> Table:
    counted = numbers_in(units)
    return table_of(sum(each.poor for each in counted), sum(each.near_poor for each in counted))


def listed(report: Report) -> list[list[str]]:
    (table,) = titled(report, LISTED).blocks
    assert isinstance(table, Table)
    return cells(table)


def test_who_has_sent_what_is_told(folder):
    lines = look(folder, OURS)
    assert missing(lines) == (LATE, SILENT)
    by_file = {line.arrival.file: line.standing for line in lines if line.arrival}
    assert by_file[f"{TWICE}.docx"] == Standing.OLDER
    assert by_file["Bao cao Thon 3.docx"] == Standing.UNREADABLE
    assert [line.unit for line in lines if line.taken] == list(SENT)


def test_the_merged_report_is_right_to_the_digit(folder):
    report = merged(folder, OURS).report
    assert said(report, TALKS)[:2] == [OUTLOOK, summed_talks(SENT)]
    assert sorted(said(report, TALKS)[2:]) == sorted(map(own_words, SENT))
    assert said(report, CASES) == [summed_cases(SENT)]
    assert said(report, MONEY) == [summed_money(SENT)]
    assert listed(report) == cells(summed_table(SENT))
    assert report.figures[0].value == str(sum(each.poor for each in numbers_in(AS_DATA)))


def test_each_paragraph_leads_to_its_units_and_their_words(folder):
    report = merged(folder, OURS).report
    pieces = sources_in(report)
    part = titled(report, TALKS).id
    assert (part, 0) not in pieces
    assert pieces[part, 1].units == SENT
    counted = zip(SENT, numbers_in(SENT), strict=True)
    assert [source.blocks[0].plain for source in pieces[part, 1].sources] == [
        talks_of(each.talks, each.hearers) for _, each in counted
    ]
    assert {pieces[part, at].units for at in range(2, len(SENT) + 2)} == {(unit,) for unit in SENT}


def edited(report: Report) -> Report:
    """A sentence put in, one changed, one deleted, a heading given another name."""
    talks, cases = titled(report, TALKS), titled(report, CASES)
    gone = said(report, TALKS).index(own_words("Thôn 1"))
    changed = paragraph(f"Cả xã: {cases.blocks[0].plain}")
    for edit in (
        ReplaceBlocks(talks.id, gone, 1, ()),
        ReplaceBlocks(talks.id, 2, 0, (paragraph("Chất lượng các buổi tuyên truyền được nâng lên."),)),
        ReplaceBlocks(cases.id, 0, 1, (changed,)),
        SetHeading(titled(report, MONEY).id, "3.", "Sử dụng kinh phí"),
    ):
        report = edit.apply(report)
    return report


def test_one_more_file_merges_without_losing_an_edit(folder):
    report = unpack(pack(edited(merged(folder, OURS).report)))
    put(folder, "bao cao tram y te.docx", report_from(LATE), 21)
    lines = look(folder, report)
    assert missing(lines) == (SILENT,)
    outcome = merge(report, received(lines))
    now = tuple(unit for unit in UNITS if unit != SILENT)
    words = said(outcome.report, TALKS)
    assert words[:3] == [OUTLOOK, summed_talks(now), "Chất lượng các buổi tuyên truyền được nâng lên."]
    assert sorted(words[3:]) == sorted(own_words(unit) for unit in now if unit != "Thôn 1")
    assert said(outcome.report, CASES) == [f"Cả xã: {summed_cases(SENT)}"]
    assert [kept.now.blocks[0].plain for kept in outcome.kept] == [summed_cases(now)]
    assert said(outcome.report, "Sử dụng kinh phí") == [summed_money(now)]
    assert listed(outcome.report) == cells(summed_table(now))
    assert merged(folder, outcome.report).report is outcome.report
