"""Papers to judge: a report written as it should be, and the same file changed by hand.

A change is a function of the root element of one part of the package; `keeps` and `breaks` judge the file it gives.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache, lru_cache

from lxml import etree

from bcdesk.checks.judge import check
from bcdesk.layout.paginate import Paginator
from bcdesk.painting.fonts import FontMeasure
from bcdesk.press.paper import Press
from bcdesk.report.findings import Finding, Verdict
from bcdesk.report.office import Office
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import (
    Appendix,
    Cell,
    DocumentDate,
    Report,
    Role,
    Section,
    Signature,
    Table,
    paragraph,
)
from bcdesk.word.markup import W
from bcdesk.word.reader import read

NAMES = {"w": W}
DOCUMENT, STYLES, SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"
Change = Callable[[etree._Element], None]

TABLE = Table(
    (20, 90, 50),
    ((Cell((paragraph("STT"),)), Cell((paragraph("Nội dung"),)), Cell((paragraph("Số lượng"),))),
     (Cell((paragraph("1"),)), Cell((paragraph("Băng rôn"),)), Cell((paragraph("02"),)))),
)  # fmt: skip
REPORT = Report(
    "khac",
    Period(PeriodType.QUARTER, 2026, 3),
    Office(name="Ba Tơ", province="Tỉnh Quảng Ngãi", drafting_unit="Phòng Văn hóa - Xã hội"),
    number="5",
    date=DocumentDate(5, 9, 2026),
    subject=("Công tác cải cách hành chính quý III năm 2026",),
    addressees=("Ủy ban nhân dân tỉnh Quảng Ngãi", "Sở Nội vụ tỉnh Quảng Ngãi"),
    legal_bases=(
        paragraph("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"),
        paragraph("Căn cứ Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Quảng Ngãi "
                  "về cải cách hành chính năm 2026."),
    ),
    opening=(paragraph("Ủy ban nhân dân xã Ba Tơ báo cáo kết quả như sau:"),),
    sections=(
        Section("s1", "I.", "KẾT QUẢ THỰC HIỆN", children=(
            Section("s2", "1.", "Công tác chỉ đạo", (
                paragraph("Ủy ban nhân dân xã đã ban hành 03 kế hoạch; chi tiết tại Phụ lục I và Phụ lục II kèm theo."),
                TABLE,
            )),
            Section("s3", "2.", "Công tác tuyên truyền", children=(
                Section("s4", "a)", "", (paragraph("Đài truyền thanh xã phát 12 tin, bài."),)),
                Section("s5", "b)", "", (paragraph("Treo 02 băng rôn tại trụ sở."),)),
            )),
        )),
        Section("s6", "II.", "PHƯƠNG HƯỚNG, NHIỆM VỤ", (paragraph("Tiếp tục tuyên truyền đến từng thôn."),)),
    ),
    closing=(paragraph("Trên đây là báo cáo công tác cải cách hành chính quý III năm 2026./."),),
    recipients=("Như trên;", "Thường trực Đảng ủy;", "Lưu: VT, VHXH."),
    signature=Signature(Role.DEPUTY, "Phạm Văn Mạnh"),
    appendices=(
        Appendix("p1", ("SỐ LIỆU TUYÊN TRUYỀN",), (TABLE,)),
        Appendix("p2", ("DANH SÁCH VĂN BẢN",), (paragraph("Kế hoạch số 12/KH-UBND."),), landscape=True),
    ),
)  # fmt: skip


@cache
def measure() -> FontMeasure:
    """The typeface of this machine, read once."""
    return FontMeasure()


@cache
def press() -> Press:
    """The press of this machine."""
    return Press(measure())


@cache
def written(report: Report = REPORT) -> bytes:
    """The report as a Word file."""
    return press().paper(report).docx()


def with_text(*texts: str) -> Report:
    """The report with these paragraphs in its last part."""
    last = replace(REPORT.sections[-1], blocks=tuple(map(paragraph, texts)))
    return replace(REPORT, sections=(*REPORT.sections[:-1], last))


def changed(data: bytes, change: Change, member: str = DOCUMENT) -> bytes:
    """The file with one part of its package changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == member:
                root = etree.fromstring(content)
                change(root)
                content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            new.writestr(name, content)
    return made.getvalue()


@lru_cache(maxsize=64)
def verdict(data: bytes, *, pages: bool = True) -> Verdict:
    """What the check says of a file."""
    reading = read(data)
    return check(reading, Paginator(measure()).pages(reading.sheet) if pages else None)


def said(data: bytes, rule: str, *, pages: bool = True) -> tuple[Finding, ...]:
    """What one rule finds in a file."""
    return tuple(finding for finding in verdict(data, pages=pages).findings if finding.rule == rule)


def after(change: Change, member: str = DOCUMENT, report: Report = REPORT) -> bytes:
    """The written report, changed."""
    return changed(written(report), change, member)


def found(root: etree._Element, path: str) -> list[etree._Element]:
    """What an XPath with `w:` finds."""
    return list(root.xpath(path, namespaces=NAMES))


def paragraph_of(root: etree._Element, text: str) -> etree._Element:
    """The paragraph whose text `text` is, else the first in whose text it stands."""
    texts = [(each, "".join(each.itertext(f"{{{W}}}t"))) for each in root.iter(f"{{{W}}}p")]
    whole = next((each for each, plain in texts if plain == text), None)
    return next(each for each, plain in texts if text in plain) if whole is None else whole


def retext(text: str, new: str) -> Change:
    """Put `new` for `text`, which stands in one run."""

    def change(root: etree._Element) -> None:
        element = next(each for each in root.iter(f"{{{W}}}t") if text in (each.text or ""))
        element.text = (element.text or "").replace(text, new)

    return change


def rerun(text: str, properties: str) -> Change:
    """Give the runs of the paragraph in which `text` stands these properties, which override the style's."""

    def change(root: etree._Element) -> None:
        for run in found(paragraph_of(root, text), "./w:r"):
            own = run.find(f"{{{W}}}rPr")
            if own is None:
                own = etree.Element(f"{{{W}}}rPr")
                run.insert(0, own)
            for element in elements(properties):
                for older in own.findall(element.tag):
                    own.remove(older)
                own.append(element)

    return change


def reparagraph(text: str, properties: str) -> Change:
    """Give the paragraph in which `text` stands these properties, which override its own and the style's."""

    def change(root: etree._Element) -> None:
        own = paragraph_of(root, text).find(f"{{{W}}}pPr")
        for element in elements(properties):
            for older in own.findall(element.tag):
                own.remove(older)
            own.append(element)

    return change


def relabel(label: str, new: str) -> Change:
    """Put `new` for the whole text `label` of a paragraph."""

    def change(root: etree._Element) -> None:
        next(each for each in root.iter(f"{{{W}}}t") if each.text == label).text = new

    return change


def remove(text: str) -> Change:
    """Take out the paragraph in which `text` stands."""

    def change(root: etree._Element) -> None:
        element = paragraph_of(root, text)
        element.getparent().remove(element)

    return change


def elements(markup: str) -> list[etree._Element]:
    """Elements of markup with the prefix `w:`."""
    return list(etree.fromstring(f'<w:x xmlns:w="{W}">{markup}</w:x>'))
