from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bcdesk.intake.files import read_file
from bcdesk.places import resources
from bcdesk.report.decisions import Decision
from bcdesk.report.edits import Decide, ReplaceBlocks
from bcdesk.report.office import FormerName, Office
from bcdesk.report.period import Period, PeriodType, next_period
from bcdesk.report.report import Cell, Paragraph, Place, Report, Request, Run, Section, Table, paragraph
from bcdesk.report.rollover import plan, rolled
from bcdesk.report.stale import left, stale
from tests.report.time.sentences import period_of, report_of

Q2 = Period(PeriodType.QUARTER, 2024, 2)
AFTER_DISTRICTS = Period(PeriodType.QUARTER, 2025, 3)


@pytest.fixture(scope="module")
def example() -> Report:
    return read_file(next((resources() / "samples").glob("*.txt"))).report


def to(report: Report, period: Period) -> Report:
    return rolled(report, plan(report, period))


def one(period: str, sentence: str, part: str = "text") -> Report:
    return report_of(period_of(period), part, sentence)


def carried(old: str, sentence: str, new: str) -> Report:
    """A report of `new` that has the sentence from one of `old`, nothing in it shifted."""
    report = one(old, sentence)
    return rolled(report, plan(report, period_of(new)), ())


def said(report: Report) -> list[tuple[str, str]]:
    return [(finding.rule, finding.found) for finding in stale(report)]


def test_the_example_of_the_next_quarter_has_the_covid_sentence_and_three_untouched_figures(example):
    found = said(to(example, Q2))
    assert found[0][0] == "stale-event"
    assert found[0][1].startswith("Tiếp tục tuyên truyền tiêm phòng covid – 19")
    assert found[1:] == [
        ("stale-figure", "3 tiếng/ngày"),
        ("stale-figure", "5 cụm pano trên"),
        ("stale-figure", "2 băng rôn"),
    ]


def test_a_month_of_the_last_quarter_in_a_sentence_shows_too(example):
    text = (paragraph("Xã đã ra quân trong tháng 03."),)
    variant = ReplaceBlocks("s8", 0, 0, text).apply(example)
    added = [each for each in said(to(variant, Q2)) if each not in said(to(example, Q2))]
    assert added == [("stale-date", "quân trong tháng 03")]


def test_after_the_reform_the_district_its_offices_and_the_renamed_commune_show(example):
    found = said(to(example, AFTER_DISTRICTS))
    assert [words for rule, words in found if rule == "abolished-body"] == [
        "UBND huyện Ba Tơ",
        "địa bàn huyện",
        "huyện",
        "Phòng VH-TT huyện",
    ]
    assert [words for rule, words in found if rule == "renamed-commune"] == [
        "Xã Ba Bích",
        "Ba Bích",
        "xã Ba Bích",
        "xã Ba Bích",
    ]


def test_the_renamed_commune_is_put_right_everywhere_with_the_corrections_offered(example):
    report = to(example, AFTER_DISTRICTS)
    for finding in reversed(stale(report)):
        if finding.rule == "renamed-commune":
            report = finding.fixes[0].edit.apply(report)
    assert (report.office.name, report.place) == ("Ba Tơ", "Ba Tơ")
    assert "renamed-commune" not in {rule for rule, _ in said(report)}


def test_the_list_empties_as_the_work_proceeds(example):
    report = to(example, Q2)
    work = {"s4": "Đài truyền thanh xã tiếp sóng 04 giờ/ngày.", "s5": "Đã treo 09 băng rôn.", "s3": "Mở 02 hội nghị."}
    sizes = [len(left(report))]
    for part, text in work.items():
        report = ReplaceBlocks(part, 0, 1, (paragraph(text),)).apply(report)
        sizes.append(len(left(report)))
    assert sizes == [4, 3, 1, 0]


def test_what_is_to_stay_leaves_the_list_and_comes_back_in_the_next_period_only_without_a_reason(example):
    report = to(example, Q2)
    report = Decide(Decision("stale-figure", "3 tiếng/ngày", "thời lượng tiếp sóng không đổi")).apply(report)
    report = Decide(Decision("stale-figure", "2 băng rôn")).apply(report)
    assert [finding.found for finding in left(report)][1:] == ["5 cụm pano trên"]
    again = to(report, Period(PeriodType.QUARTER, 2024, 3))
    assert [finding.found for finding in left(again) if finding.rule == "stale-figure"] == [
        "5 cụm pano trên",
        "2 băng rôn",
    ]


def test_a_new_report_has_nothing_of_a_last_period():
    assert said(one("quý II/2024", "Trong quý II năm 2024, đã treo 2 băng rôn, tăng so với quý I năm 2024.")) == []


def test_a_remark_jumps_to_its_words(example):
    finding = stale(to(example, Q2))[2]
    assert (finding.place, finding.place.offset, finding.length) == (Place("s5", 0), 75, len("5"))


@pytest.mark.parametrize(
    ("period", "text", "rule", "found", "fixed"),
    [
        ("quý II/2024", "Kết quả quý I/2024 khá tốt.", "stale-period", "Kết quả quý I/2024 khá tốt", "quý II/2024"),
        ("quý I/2025", "Kế hoạch CCHC năm 2024 đã ban hành.", "stale-period", "hoạch CCHC năm 2024 đã ban", "năm 2025"),
        ("tháng 10/2025", "Kết quả tháng 9/2025 là", "stale-period", "Kết quả tháng 9/2025 là", "tháng 10/2025"),
        ("tuần 04/2024", "Kết quả TUẦN 02", "stale-period", "Kết quả TUẦN 02", "TUẦN 04"),
        ("tuần 04/2024", "Số liệu tháng 12/2023", "stale-date", "Số liệu tháng 12/2023", ""),
        ("tháng 6/2024", "Trong tuần, họp 2 cuộc.", "stale-period", "Trong tuần", "Trong tháng"),
        ("quý II/2024", "Họp ngày 05/02/2024 tại xã", "stale-event", "Họp ngày 05/02/2024 tại xã", ""),
        ("quý II/2024", "Số liệu tính đến ngày 14/3/2024", "stale-date", "đến ngày 14/3/2024", ""),
        ("quý II/2024", "Từ 05/01 đến 10/01 ra quân", "stale-date", "Từ 05/01 đến 10/01", ""),
        ("quý I/2025", "Đón Tết Bính Thân 2017", "stale-year-name", "Đón Tết Bính Thân 2017", "Đinh Dậu"),
        ("quý I/2025", "ĐÓN TẾT GIÁP THÌN", "stale-year-name", "ĐÓN TẾT GIÁP THÌN", "ẤT TỴ"),
        ("quý I/2018", "Kỷ niệm 87 năm ngày 3/2/1930", "stale-event", "Kỷ niệm 87 năm ngày 3/2/1930", "88 năm"),
        ("quý IV/2024", "Học kỳ II năm học 2023-2024", "stale-period", "kỳ II năm học 2023-2024", "năm học 2024-2025"),
        ("quý I/2024", "Vận động giãn cách xã hội. Họp dân.", "stale-event", "Vận động giãn cách xã hội.", ""),
        ("quý I/2024", "Xây dựng nông Xóm mới nâng cao", "replace-all", "dựng nông Xóm mới", "nông thôn"),
        ("quý I/2024", "Phường hội ổn định", "replace-all", "Phường hội ổn", "Xã hội"),
        ("quý III/2025", "Gửi Sở TT&TT tỉnh", "abolished-body", "Sở TT&TT", "Sở Khoa học và Công nghệ"),
        ("quý III/2025", "Theo Phòng Nội vụ huyện Ba Tơ", "abolished-body", "Phòng Nội vụ huyện Ba Tơ", ""),
        ("quý III/2025", "Các xã, thị trấn", "abolished-body", "thị trấn", ""),
    ],
)  # fmt: skip
def test_what_is_of_another_time_is_remarked_with_the_correction_there_is(period, text, rule, found, fixed):
    report = one(period, text)
    mine = [finding for finding in stale(report) if finding.rule == rule]
    assert [finding.found for finding in mine][:1] == [found]
    assert [fix.words for fix in mine[0].fixes] == ([f"Đổi thành “{fixed}”"] if fixed else [])


def test_an_anniversary_of_another_number_in_its_own_year_is_not_remarked():
    report = carried("quý I/2024", "Kỷ niệm 49 năm Ngày giải phóng.", "quý II/2024")
    assert said(report) == []


@pytest.mark.parametrize(
    ("period", "text"),
    [
        ("tuần 20/2024", "Tuần 20/2024 tăng so với tuần 18; quý II/2024 và năm học 2023-2024."),
        ("tuần 20/2024", "Trong tuần, ngày 30 tháng 2 không có."),
        ("quý II/2024", "Tăng so với quý I/2024; giảm so với cùng kỳ năm 2023."),
        (
            "quý II/2024",
            "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020, Luật Căn cước năm 2023, giai đoạn 2021-2025.",
        ),
        ("quý II/2024", "Đạt 5/5 thôn; chào mừng ngày 30/4; họp ngày 12/4/2024 và 20/5."),
        ("quý II/2024", "Trong tháng 5 đã họp 2 lần. Xã thành lập năm 1994."),
        ("6 tháng đầu năm/2024", "Trong tháng 03 đã treo băng rôn, quý I năm 2024 có 3 đơn."),
        ("quý I/2025", "Đón Tết Ất Tỵ 2025, chuẩn bị năm 2026."),
        ("quý I/2018", "Kỷ niệm 88 năm ngày 3/2/1930."),
        ("quý II/2024", "Năm học 2023-2024 có 312 học sinh."),
        ("quý II/2025", "UBND huyện Ba Tơ và xã Ba Bích."),
        ("quý III/2025", "Thuộc huyện Ba Tơ cũ, nay là xã Ba Tơ; bộ phận Một cửa; đô thị xã hội."),
        ("quý II/2024", "Hỗ trợ nông thôn mới, nông nghiệp, xã hội, hợp tác xã."),
    ],
)
def test_what_is_right_is_not_remarked(period, text):
    report = replace(one(period, text), office=Office(name="Ba Tơ", province="Tỉnh Quảng Ngãi"))
    assert said(report) == []


def test_a_report_without_a_period_is_of_no_other_time():
    report = Report("khac", Period(PeriodType.AD_HOC, 2024), Office(), subject=("Thiên tai quý I năm 2023",))
    assert said(report) == []


def test_a_report_without_a_period_knows_the_reform_by_its_year():
    report = Report("khac", Period(PeriodType.AD_HOC, 2026), Office(), subject=("Trên địa bàn huyện",))
    assert said(report) == [("abolished-body", "địa bàn huyện")]


def test_a_comparison_that_nobody_computed_again_shows():
    text = "Hồ sơ tăng 12 % so với cùng kỳ, đạt tốt."
    assert said(carried("quý I/2024", text, "quý II/2024")) == [
        ("stale-comparison", "tăng 12 % so với cùng kỳ"),
        ("stale-figure", "12"),
    ]


def test_a_figure_under_another_thing_is_not_last_periods():
    report = carried("quý I/2024", "Treo 5 băng rôn.", "quý II/2024")
    report = ReplaceBlocks("s1", 0, 1, (paragraph("Mở 5 lớp, treo 7 băng rôn."),)).apply(report)
    assert said(report) == []


def test_figures_that_become_cumulative_are_asked_for():
    (finding,) = stale(carried("quý I/2024", "Treo 5 băng rôn.", "6 tháng đầu năm/2024"))
    assert finding.wanted == "Số lũy kế 6 tháng đầu năm 2024: cộng thêm số của kỳ này"


def test_a_table_that_nobody_touched_is_one_remark():
    table = Table((50.0, 50.0), ((Cell((paragraph("Hồ sơ"),)), Cell((paragraph("215"),))),))
    report = Report("khac", period_of("quý I/2024"), Office(), sections=(Section("s1", blocks=(table,)),))
    report = rolled(report, plan(report, Q2))
    assert said(report) == [("stale-figure", "Bảng: Hồ sơ | 215")]
    touched = Table((50.0, 50.0), ((Cell((paragraph("Hồ sơ"),)), Cell((paragraph("316"),))),))
    assert said(ReplaceBlocks("s1", 0, 1, (touched,)).apply(report)) == []


def test_a_sentence_in_its_third_report_shows_and_two_together_are_one():
    text = "Công tác tuyên truyền được thực hiện bằng nhiều hình thức khác nhau. "
    text += "Nhận thức của cán bộ, công chức đã có nhiều chuyển biến rõ nét. Ngắn thôi."
    report = one("quý I/2024", text)
    for times in range(3):
        shown = [found for rule, found in said(report) if rule == "carried-sentence"]
        assert shown == ([text.removesuffix(" Ngắn thôi.")] if times == 2 else [])
        report = to(report, next_period(report.period, ()))


def test_an_old_holiday_carried_along_shows():
    text = "Trao quà dịp Quốc khánh 2/9 cho 4 hộ."
    assert ("stale-event", "Quốc khánh 2/9 cho 4") in said(carried("quý III/2024", text, "quý IV/2024"))


def test_an_anniversary_carried_into_another_year_shows():
    found = stale(carried("quý I/2024", "Kỷ niệm 49 năm Ngày giải phóng trong quý I năm 2024.", "quý I/2025"))
    assert [fix.words for finding in found if finding.rule == "stale-event" for fix in finding.fixes] == [
        "Đổi thành “50 năm”"
    ]


def test_the_document_that_asked_for_the_last_report_shows_until_another_is_cited():
    text = "Thực hiện Công văn số 77/SNV-CCHC ngày 01/3/2024 của Sở Nội vụ, UBND xã báo cáo như sau:"
    report = replace(one("quý I/2024", text), request=Request(number="77/SNV-CCHC"))
    new = to(report, Q2)
    assert said(new) == [("stale-period", "77/SNV-CCHC")]
    assert said(replace(new, request=Request(number="77/SNV-CCHC"))) == []
    assert said(ReplaceBlocks("s1", 0, 1, (paragraph("Thực hiện Công văn số 91/SNV-CCHC."),)).apply(new)) == []


def test_the_year_in_the_number_of_a_document_is_not_to_be_shifted():
    report = carried("quý I/2024", "Theo Thông tư 01/2024/TT-BNV.", "quý I/2025")
    report = ReplaceBlocks("s1", 0, 1, (paragraph("Theo Thông tư 01/2025/TT-BNV."),)).apply(report)
    (finding,) = stale(report)
    assert (finding.rule, finding.found, finding.wanted) == ("replace-all", "tư 01/2025/TT-BNV", "01/2024/TT-BNV")
    assert stale(finding.fixes[0].edit.apply(report)) == ()


def test_a_divided_commune_is_asked_for_and_never_chosen():
    office = Office(name="Ba Tơ", province="Thành phố Cần Thơ")
    report = replace(one("quý III/2025", "Tại phường Bùi Hữu Nghĩa."), office=office)
    (finding,) = stale(report)
    assert (finding.found, finding.fixes) == ("phường Bùi Hữu Nghĩa", ())
    assert finding.wanted == "Đã chia về phường Bình Thủy, phường Cái Khế: chọn nơi đúng"


def test_a_former_name_of_the_office_leads_to_its_name_of_today():
    office = Office("xã", "Mới", former_names=(FormerName("xã", "Cũ Kỹ", date(2025, 7, 1)),))
    report = replace(one("quý III/2025", "Xã Cũ Kỹ đã họp."), office=office)
    assert [fix.words for finding in stale(report) for fix in finding.fixes] == ["Đổi thành “Xã Mới”"]


def test_a_longer_name_behind_a_commune_is_not_taken_for_one():
    office = Office(name="Ba Tơ", province="Tỉnh Quảng Ngãi")
    report = replace(one("quý III/2025", "Đoàn xã Ba Bích Nguyễn Văn A báo cáo."), office=office)
    assert [finding.found for finding in stale(report)] == ["xã Ba Bích"]


def test_an_old_period_in_a_footnote_shows_at_its_paragraph():
    note = Run("Có chú thích.", footnote=(Run("Theo số liệu tháng 12 năm 2023 đã công bố."),))
    report = replace(one("quý II/2024", "Mở đầu."), closing=(Paragraph((note,)),))
    (finding,) = stale(report)
    assert (finding.rule, finding.place, finding.length, finding.fixes) == ("stale-date", Place("closing"), 0, ())
    assert finding.clause.endswith("(Trong chú thích cuối trang.)")


def noted(text: str, footnote: str) -> Paragraph:
    return Paragraph((Run(text, footnote=(Run(footnote),)),))


def with_note(period: str, footnote: str) -> Report:
    report = one(period, "Mở đầu.")
    return replace(report, sections=(Section("s1", "1.", "Kết quả", (noted("Đã họp.", footnote),)),))


def test_an_untouched_figure_in_a_footnote_shows_at_its_paragraph():
    old = with_note("quý I/2024", "Trong đó 12 hồ sơ trực tuyến.")
    report = rolled(old, plan(old, Q2), ())
    (finding,) = stale(report)
    assert (finding.rule, finding.found) == ("stale-figure", "12 hồ sơ trực")
    assert (finding.place, finding.length) == (Place("s1", 0), 0)
    assert finding.clause.endswith("(Trong chú thích cuối trang.)")


def test_a_figure_in_a_footnote_that_was_written_anew_is_no_remark():
    old = with_note("quý I/2024", "Trong đó 12 hồ sơ trực tuyến.")
    report = rolled(old, plan(old, Q2), ())
    written = ReplaceBlocks("s1", 0, 1, (noted("Đã họp.", "Trong đó 15 hồ sơ trực tuyến."),)).apply(report)
    assert stale(written) == ()


@pytest.mark.parametrize(
    ("old", "sentence", "new"),
    [
        ("quý I/2024", "Tổ chức phát động Tết trồng cây tại các thôn.", "quý II/2024"),
        ("tháng 9/2024", "Các trường đã tổ chức lễ khai giảng.", "tháng 11/2024"),
        ("tháng 11/2024", "Các thôn tổ chức Ngày hội Đại đoàn kết.", "tháng 1/2025"),
    ],
)
def test_what_comes_every_year_at_another_time_is_listed(old, sentence, new):
    assert [finding.rule for finding in stale(carried(old, sentence, new))] == ["stale-event"]


@pytest.mark.parametrize(
    ("old", "sentence", "new"),
    [
        ("quý I/2024", "Tổ chức phát động Tết trồng cây tại các thôn.", "6 tháng đầu năm 2024"),
        ("quý IV/2024", "Chăm lo Tết Nguyên đán cho hộ nghèo.", "quý I/2025"),
        ("quý I/2024", "Tiếp tục trồng cây ven đường.", "quý III/2024"),
    ],
)
def test_what_falls_into_the_period_is_not(old, sentence, new):
    assert "stale-event" not in {finding.rule for finding in stale(carried(old, sentence, new))}


def test_what_was_written_anew_is_not_asked_for_its_season():
    assert stale(one("quý III/2024", "Chuẩn bị cho Tết trồng cây năm sau.")) == ()
