from __future__ import annotations

from datetime import date

import pytest

from bcdesk.errors import KindFileWrong
from bcdesk.places import resources
from bcdesk.report.kind_files import Group
from bcdesk.report.kinds import Kind, load_kinds, new_report
from bcdesk.report.office import Issuer, Office
from bcdesk.report.outline import MarkerStyle, marker_style, renumbered
from bcdesk.report.period import Period, PeriodType, default_period, next_period, period_words
from bcdesk.report.report import DocumentDate, Report, Role, Signature, walk
from bcdesk.report.units import sample_office
from bcdesk.vietnamese.text import nfc

TODAY = date(2024, 3, 20)
QUARTER = Period(PeriodType.QUARTER, 2024, 1)
KINDS = load_kinds()
EVERY_KIND = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
PERIODS = (
    QUARTER,
    Period(PeriodType.WEEK, 2024, 12),
    Period(PeriodType.NINE_MONTHS, 2024),
    Period(PeriodType.RANGE, 2024),
    Period(PeriodType.AD_HOC, 2024),
)
CULTURE = Office(unit="phường", name="Sa Huỳnh", province="Tỉnh Quảng Ngãi", issuer=Issuer.CULTURE)


def kind_of(id_: str) -> Kind:
    return next(kind for kind in KINDS if kind.id == id_)


def new(kind: Kind, period: Period = QUARTER, office: Office | None = None) -> Report:
    return new_report(kind, period, office or sample_office(), today=TODAY)


def texts(report: Report) -> list[str]:
    blocks = [block.plain for block in (*report.opening, *report.closing)]
    headings = [section.heading for _, section in walk(report.sections)]
    return [*report.subject, *report.addressees, *blocks, *headings, *report.recipients, report.drafting_unit]


def test_the_kinds_of_the_design_are_there():
    assert {kind.id for kind in KINDS} >= {
        "tuyen-truyen-cchc", "cai-cach-hanh-chinh", "kiem-soat-tthc", "kinh-te-xa-hoi", "tiep-cong-dan",
        "chuyen-doi-so", "tu-phap", "cong-tac-tuan", "bao-cao-nhanh-thien-tai", "bao-cao-khac",
    }  # fmt: skip


def test_the_kinds_stand_by_group():
    groups = [kind.group for kind in KINDS]
    assert groups == sorted(groups, key=list(Group).index)
    assert set(groups) == set(Group)


@EVERY_KIND
@pytest.mark.parametrize("period", PERIODS, ids=lambda period: period.type)
@pytest.mark.parametrize("office", [sample_office(), CULTURE, Office()], ids=["commune", "office", "nobody"])
def test_no_gap_is_left_in_a_new_report(kind, period, office):
    for text in texts(new(kind, period, office)):
        assert "{" not in text
        assert text == nfc(" ".join(text.split()))


@EVERY_KIND
def test_a_report_ends_with_its_end_mark(kind):
    assert new(kind).closing[-1].plain.endswith("./.")
    assert sum(text.count("./.") for text in texts(new(kind))) == 1


@EVERY_KIND
def test_the_parts_are_counted_without_gaps(kind):
    assert renumbered(kind.outline) == kind.outline


@EVERY_KIND
def test_the_outline_has_the_levels_of_the_decree(kind):
    styles = (MarkerStyle.ROMAN, MarkerStyle.ARABIC, MarkerStyle.POINT)
    for depth, section in walk(new(kind).sections):
        assert marker_style(section.marker) is styles[depth]
        assert depth > 0 or section.title == section.title.upper()
        assert not section.title.endswith((".", ":"))


@EVERY_KIND
def test_each_section_has_its_own_id(kind):
    ids = [section.id for _, section in walk(kind.outline)]
    assert ids == [f"s{number}" for number in range(1, len(ids) + 1)]


@EVERY_KIND
def test_recipients_begin_with_those_above_and_end_with_the_archive(kind):
    report = new(kind)
    assert (report.recipients[0] == "Như trên;") == bool(report.addressees)
    assert report.recipients[-1] == "Lưu: VT, VHXH."
    assert all(line.endswith(";") for line in report.recipients[:-1])


@EVERY_KIND
def test_nobody_reports_to_a_district_any_more(kind):
    assert not [text for text in texts(new(kind)) if "huyện" in text.lower()]


@EVERY_KIND
def test_the_year_of_a_kind_goes_on(kind):
    period = default_period(kind.sequence, TODAY)
    assert next_period(period, kind.sequence).year in (2024, 2025)


def test_reform_reports_come_four_times_a_year():
    kind, period, words = kind_of("cai-cach-hanh-chinh"), QUARTER, []
    for _ in range(4):
        words.append(period_words(period))
        period = next_period(period, kind.sequence)
    assert words == ["quý I năm 2024", "6 tháng đầu năm 2024", "quý III năm 2024", "năm 2024"]


def test_a_new_report_is_filled_as_far_as_can_be_known():
    report = new_report(kind_of("tuyen-truyen-cchc"), QUARTER, sample_office(), drafter="Lan", today=TODAY)
    assert report.subject == ("Công tác tuyên truyền cải cách hành chính quý I năm 2024",)
    assert (report.symbol, report.place, report.date) == ("BC-UBND", "Ba Tơ", DocumentDate(None, 3, 2024))
    assert report.addressees == ("Sở Nội vụ tỉnh Quảng Ngãi",)
    assert report.signature == Signature(Role.HEAD, "Nguyễn Văn Bình")
    assert report.period.cut_off_start == date(2023, 12, 15)
    assert (report.drafter, report.drafting_unit) == ("Lan", "Phòng Văn hóa - Xã hội")
    assert report.sections[2].title == "NHIỆM VỤ TRỌNG TÂM QUÝ II NĂM 2024"


def test_without_a_day_the_date_is_left_to_the_pen():
    assert new_report(kind_of("bao-cao-khac"), QUARTER, Office()).date == DocumentDate()


def test_a_weekly_report_says_its_days():
    report = new(kind_of("cong-tac-tuan"), Period(PeriodType.WEEK, 2024, 12))
    assert report.date_range == "(Từ ngày 18/3/2024 đến ngày 24/3/2024)"


def test_an_office_of_the_commune_reports_to_its_committee():
    report = new(kind_of("tu-phap"), office=CULTURE)
    assert report.addressees == ("Ủy ban nhân dân phường Sa Huỳnh",)
    assert report.symbol == "BC-VHXH"


def test_a_ward_has_another_office_for_its_economy():
    office = Office(unit="phường", name="Sa Huỳnh", province="Tỉnh Quảng Ngãi")
    assert new(kind_of("kinh-te-xa-hoi"), office=office).drafting_unit == "Phòng Kinh tế, Hạ tầng và Đô thị"
    assert new(kind_of("kinh-te-xa-hoi"), office=office).recipients[-1] == "Lưu: VT, KTHTĐT."


def test_the_drafting_unit_asked_for_wins():
    report = new_report(kind_of("tu-phap"), QUARTER, sample_office(), drafting_unit="Công an xã", today=TODAY)
    assert (report.drafting_unit, report.recipients[-1]) == ("Công an xã", "Lưu: VT.")


SOUND = (resources() / "kinds" / "tu-phap.toml").read_text(encoding="utf-8")


def test_a_kind_of_the_office_replaces_the_built_in_one(tmp_path):
    (tmp_path / "tu-phap.toml").write_text(SOUND.replace("Tư pháp, phổ biến", "Tư pháp và phổ biến"), "utf-8")
    (tmp_path / "rieng.toml").write_text(SOUND, "utf-8")
    kinds = {kind.id: kind.name for kind in load_kinds(tmp_path)}
    assert kinds["tu-phap"] == "Tư pháp và phổ biến, giáo dục pháp luật"
    assert len(kinds) == len(KINDS) + 1


WRONG = {
    "syntax": ('name = "Tư', "name = Tư", 1, "cú pháp"),
    "open text": ('"""\nclosing', "\nclosing", None, "cú pháp"),
    "unknown key": ('group = "Định kỳ"', 'group = "Định kỳ"\nfoo = 1', 3, "foo"),
    "missing key": ('group = "Định kỳ"\n', "", len(SOUND.splitlines()), "group"),
    "group": ('group = "Định kỳ"', 'group = "Hằng năm"', 2, "Định kỳ"),
    "periods": ('"6 tháng đầu năm"', '"sáu tháng"', 3, "sequence"),
    "periods no list": ('["6 tháng đầu năm", "năm"]', '"năm"', 3, "sequence"),
    "cut-off": ('"15-14"', '"20"', 4, "calendar"),
    "empty name": ('name = "Tư pháp, phổ biến, giáo dục pháp luật"', 'name = ""', 1, "name"),
    "line no text": (
        'drafting_unit = "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"',
        "drafting_unit = 5",
        5,
        "drafting",
    ),
    "lines no list": ('addressees = ["Sở Tư pháp {tỉnh}"]', 'addressees = "Sở Tư pháp {tỉnh}"', 7, "addressees"),
    "gap": ("Sở Tư pháp {tỉnh}", "Sở Tư pháp {huyện}", 7, "{tỉnh}"),
    "outline gap": ("THỰC HIỆN {KỲ}", "THỰC HIỆN {QUÝ}", 11, "outline"),
    "outline depth": ("  1. Công tác chỉ đạo", "      1. Công tác chỉ đạo", 13, "thụt vào"),
    "outline indent": ("  1. Công tác chỉ đạo", "   1. Công tác chỉ đạo", 13, "thụt vào"),
    "outline tab": ("  1. Công tác chỉ đạo", "\t1. Công tác chỉ đạo", 13, "thụt vào"),
}


@pytest.mark.parametrize("fault", WRONG)
def test_a_wrong_file_is_refused_with_its_line(tmp_path, fault):
    before, after, line, words = WRONG[fault]
    assert before in SOUND
    (tmp_path / "rieng.toml").write_text(SOUND.replace(before, after, 1), "utf-8")
    with pytest.raises(KindFileWrong, match=r"rieng\.toml") as refused:
        load_kinds(tmp_path)
    assert words in str(refused.value)
    assert line in (None, refused.value.line)


def test_a_file_that_is_no_text_is_refused(tmp_path):
    (tmp_path / "rieng.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(KindFileWrong, match="UTF-8"):
        load_kinds(tmp_path)


def test_a_file_name_with_marks_is_refused(tmp_path):
    (tmp_path / "Tư pháp.toml").write_text(SOUND, "utf-8")
    with pytest.raises(KindFileWrong, match="không dấu"):
        load_kinds(tmp_path)


HOSTILE = {
    "nested": "name = " + "[" * 10_000,
    "tables in tables": "name = " + "{a=" * 3000,
    "key of many parts": "a." * 20_000 + "b = 1",
    "quoted key of many parts": '"a".' * 9000 + "b = 1",
    "header of many parts": "[" + "a." * 20_000 + "b]",
    "number of many digits": "name = " + "9" * 6000,
    "no end": '"' * 50_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused(tmp_path, name):
    (tmp_path / "rieng.toml").write_text(HOSTILE[name], "utf-8")
    with pytest.raises(KindFileWrong, match="dòng 1: sai cú pháp TOML"):
        load_kinds(tmp_path)


def test_a_file_larger_than_any_outline_is_refused(tmp_path):
    (tmp_path / "rieng.toml").write_text(SOUND + "#" * 64_000, "utf-8")
    with pytest.raises(KindFileWrong, match="lớn hơn 64 KB"):
        load_kinds(tmp_path)
