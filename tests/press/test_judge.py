"""The form of a report's own paper: where findings stand in the report, and what mends them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bcdesk.press.judge import judge
from bcdesk.report.findings import Finding, Severity
from bcdesk.report.office import Issuer
from bcdesk.report.report import (
    BASES,
    CLOSING,
    HEADING,
    Appendix,
    Cell,
    Place,
    Report,
    Request,
    Role,
    Section,
    Signature,
    Table,
    paragraph,
)
from tests.checks.papers import REPORT, press


@pytest.fixture(autouse=True)
def _fonts(qapp):
    """Papers are measured with the fonts of the machine, which Qt reads."""


def found(report: Report) -> tuple[Finding, ...]:
    return judge(press().paper(report)).findings


def of(report: Report, rule: str) -> list[Finding]:
    return [finding for finding in found(report) if finding.rule == rule]


def wrong(report: Report) -> list[Finding]:
    return [finding for finding in found(report) if finding.severity is Severity.WRONG]


def mended(report: Report, rule: str) -> Report:
    """The report after the first mend of a rule."""
    (fix, *_) = (fix for finding in of(report, rule) for fix in finding.fixes)
    return fix.edit.apply(report)


def mended_wholly(report: Report) -> Report:
    """The report when every mend of what is wrong was taken, as long as there is one."""
    for _ in range(5):
        edits = [fix.edit for finding in wrong(report) for fix in finding.fixes]
        if not edits:
            break
        for edit in edits:
            report = edit.apply(report)
    return report


def sections(*children: Section, title: str = "KẾT QUẢ") -> tuple[Section, ...]:
    return (Section("s1", "I.", title, (paragraph("Đã làm."),), children),)


OFFICE = REPORT.office
BAD = replace(
    REPORT,
    office=replace(OFFICE, header=("UBND xã Ba Tơ",), superior="ubnd tỉnh Quảng Ngãi"),
    number="005",
    symbol="Bc - ubnd-2026",
    place="ba Tơ",
    subject=("V/v công tác cải cách hành chính",),
    addressees=("UBND tỉnh Quảng Ngãi; Sở Nội vụ.", "- Sở Y tế,"),
    legal_bases=(paragraph("Căn cứ Luật Báo chí,"), paragraph("Căn cứ Luật Thanh niên")),
    sections=sections(
        Section("s2", "a.", "", (paragraph("Tốt."),)), Section("s3", "b.", "", (paragraph("Xong."),)), title="Kết quả"
    ),
    recipients=("- Đảng ủy", "Lưu VT"),
    signature=Signature(
        Role.TYPED, "ThS. PHẠM VĂN MẠNH", lines=("T/M ỦY BAN NHÂN DÂN", "K/T Chủ tịch", "Phó Chủ tịch")
    ),
    appendices=(Appendix("p1", ("Số liệu",), (paragraph("Không có./."),)),),
)


def test_a_written_report_has_nothing_wrong():
    assert wrong(REPORT) == []


def test_after_its_mends_nothing_wrong_remains():
    assert len({finding.rule for finding in wrong(BAD)}) > 12
    assert wrong(mended_wholly(BAD)) == []


def test_a_mend_is_of_the_report_as_it_then_is():
    report = replace(REPORT, office=replace(OFFICE, header=("UBND xã Ba Tơ",)))
    edits = [fix.edit for finding in wrong(report) for fix in finding.fixes]
    for edit in edits:
        report = edit.apply(report)
    assert report.office.header == ("ỦY BAN NHÂN DÂN XÃ BA TƠ",)


@pytest.mark.parametrize(
    ("rule", "place"),
    [
        ("CQ-01", Place("office")),
        ("SO-06", Place("number")),
        ("DD-06", Place("date")),
        ("TL-05", Place("subject")),
        ("KG-04", Place("addressees", 0)),
        ("ND-14", Place(BASES, 0)),
        ("ND-09", Place("s1", HEADING)),
        ("KY-02", Place("signature", 1)),
        ("KY-09", Place("signature")),
        ("NN-04", Place("recipients", 1)),
        ("PL-04", Place("p1", HEADING)),
    ],
)
def test_a_finding_knows_its_place_in_the_report(rule, place):
    assert of(BAD, rule)[0].place == place


def test_characters_are_counted_in_the_text_of_the_report():
    report = replace(REPORT, sections=sections(Section("s2", "a)", "", (paragraph("Xã đã Phổ biến."),))))
    (finding,) = of(report, "VH-01")
    assert (finding.place, finding.place.offset, finding.length) == (Place("s2"), 6, 3)


def test_characters_in_a_table_are_counted_through_all_of_it():
    rows = ((Cell((paragraph("Nội dung"),)),), (Cell((paragraph("Một"), paragraph("Đảng Ủy xã"))),))
    report = replace(REPORT, closing=(Table((100,), rows), *REPORT.closing))
    (finding,) = of(report, "VH-06")
    assert (finding.place, finding.place.offset) == (Place(CLOSING), len("Nội dung\nMột\n"))
    assert mended(report, "VH-06").closing[0].rows[1][0].paragraphs[1].plain == "Đảng ủy xã"


def mends_of(report: Report) -> Iterator[tuple[str, str]]:
    yield from ((finding.rule, fix.words) for finding in found(report) for fix in finding.fixes)


@pytest.mark.parametrize(
    ("changes", "rule", "name", "value"),
    [
        ({"number": "007"}, "SO-02", "number", "7"),
        ({"symbol": "BC - UBND"}, "SO-06", "symbol", "BC-UBND"),
        ({"symbol": "bc-ubnd"}, "SO-05", "symbol", "BC-UBND"),
        ({"symbol": "KH-UBND"}, "SO-04", "symbol", "BC-UBND"),
        ({"symbol": "BC-UBND-2026"}, "SO-09", "symbol", "BC-UBND"),
        ({"place": "xã Ba Tơ"}, "DD-01", "place", "Ba Tơ"),
        ({"place": "1"}, "DD-02", "place", "Xã 1"),
        ({"place": "ba Tơ"}, "DD-06", "place", "Ba Tơ"),
        ({"subject": ("V/v công tác tuần",)}, "TL-05", "subject", ("Công tác tuần",)),
        ({"subject": ("Công tác tuần.",)}, "TL-06", "subject", ("Công tác tuần",)),
        ({"addressees": ("Sở Nội vụ; Sở Y tế",)}, "KG-04", "addressees", ("Sở Nội vụ", "Sở Y tế")),
        ({"addressees": (), "request": Request(body="Sở Nội vụ")}, "KG-01", "addressees", ("Sở Nội vụ",)),
        ({"recipients": ("Đảng ủy", "Lưu: VT.")}, "NN-03", "recipients", ("Đảng ủy;", "Lưu: VT, VHXH.")),
        ({"recipients": ("Như trên;", "Lưu VT; VP, 5b")}, "NN-04", "recipients", ("Như trên;", "Lưu: VT, VP, 5b.")),
        ({"recipients": ("Như trên;", "Lưu: VT.")}, "NN-04", "recipients", ("Như trên;", "Lưu: VT, VHXH.")),
        ({"recipients": ("Đảng ủy;",)}, "NN-04", "recipients", ("Đảng ủy;", "Lưu: VT, VHXH.")),
        ({"recipients": ("Đảng ủy;", "Lưu: VT.")}, "NN-05", "recipients", ("Như trên;", "Đảng ủy;", "Lưu: VT.")),
    ],
)
def test_a_mend_makes_what_is_wanted(changes, rule, name, value):
    unit = "Phòng Văn hóa - Xã hội"
    report = replace(REPORT, drafting_unit=unit, **changes)
    assert getattr(mended(report, rule), name) == value


def test_a_marker_takes_the_form_of_its_level():
    report = replace(REPORT, sections=sections(Section("s2", "a.", "", (paragraph("Tốt."),))))
    assert mended(report, "ND-12").sections[0].children[0].marker == "a)"


def test_a_title_with_a_sign_may_be_numbered():
    report = replace(REPORT, sections=sections(Section("s2", "+", "Mặt được", (paragraph("Tốt."),))))
    assert mended(report, "ND-13").sections[0].children[0].heading == "1. Mặt được"


def test_a_title_of_a_section_goes_into_capitals():
    assert mended(replace(REPORT, sections=sections(title="Kết quả")), "ND-09").sections[0].title == "KẾT QUẢ"


def test_the_text_ends_with_its_mark_and_keeps_its_last_letter():
    report = replace(REPORT, closing=(paragraph("Trên đây là báo cáo."),))
    assert mended(report, "ND-16").closing[0].plain == "Trên đây là báo cáo./."


def test_an_end_mark_in_the_middle_becomes_a_full_stop():
    report = replace(REPORT, opening=(paragraph("Xã báo cáo như sau./."),))
    assert mended(report, "ND-16").opening[0].plain == "Xã báo cáo như sau."


def test_a_legal_basis_ends_as_it_should():
    report = replace(REPORT, legal_bases=(paragraph("Căn cứ Luật Báo chí."), paragraph("Căn cứ Luật Thanh niên;")))
    edits = [fix.edit for finding in of(report, "ND-14") for fix in finding.fixes]
    for edit in edits:
        report = edit.apply(report)
    assert [text.plain for text in report.legal_bases] == ["Căn cứ Luật Báo chí;", "Căn cứ Luật Thanh niên."]


def test_what_only_the_clerk_can_know_has_no_mend():
    report = replace(REPORT, addressees=(), subject=("CÔNG TÁC TUẦN",))
    assert not {"KG-01", "TL-03"} & {rule for rule, _ in mends_of(report)}


def test_signature_lines_that_follow_from_the_office_are_not_mended_by_hand():
    office = replace(OFFICE, issuer=Issuer.OTHER, issuer_name="Ủy ban nhân dân xã Ba Tơ", signer_title="Phó Chủ tịch")
    report = replace(REPORT, office=office, symbol="BC-UBND", signature=Signature(Role.HEAD, "Phạm Văn Mạnh"))
    assert not [words for rule, words in mends_of(report) if rule.startswith("KY")]


def test_what_is_missing_is_looked_for_in_the_field_where_it_is_typed():
    findings = {finding.rule: finding.place for finding in found(replace(REPORT, subject=(), addressees=()))}
    assert findings["TL-02"] == Place("subject")
