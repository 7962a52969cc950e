"""The prescribed form, rule by rule, judged with ruler and loupe on three rendered PDFs of the example.

Two are LibreOffice's renderings of the written DOCX, as typed and after every mend the check offers; the third is the
program's own PDF. The model is not asked.
Lengths in points; ids are those of the decree's rules.
"""

from __future__ import annotations

import itertools

import pytest

from bcdesk.intake.files import read_file
from bcdesk.layout.profiles import LO7
from bcdesk.painting.fonts import FontMeasure
from bcdesk.painting.pdf import pdf
from bcdesk.press.paper import Press
from tests.fidelity.office import to_pdf
from tests.fidelity.rendered import RenderedLine, RenderedPage, rendered
from tests.house.tree import ROOT
from tests.press.test_example_mended import mended

pytestmark = pytest.mark.office

EXAMPLE = ROOT / "resources/samples/bao-cao-tuyen-truyen-cchc-quy-1-2024.txt"
MM = 72 / 25.4
HEADINGS = ("1. Kết quả", "2. Nhận xét", "3. Đề xuất")


@pytest.fixture(scope="module")
def renderings(qapp, tmp_path_factory):
    press, report = Press(FontMeasure(), LO7), read_file(EXAMPLE).report
    paper, mended_paper = press.paper(report), press.paper(mended(report, press))
    written = {"example": paper.docx(), "mended": mended_paper.docx()}
    office = to_pdf(written, tmp_path_factory.mktemp("office"))
    return {
        "LibreOffice": rendered(office["example"]),
        "LibreOffice, mended": rendered(office["mended"]),
        "bcdesk": rendered(pdf(paper.pages)),
    }


@pytest.fixture(params=["LibreOffice", "LibreOffice, mended", "bcdesk"])
def pages(request, renderings):
    return renderings[request.param]


@pytest.fixture
def first(pages) -> RenderedPage:
    return pages[0]


@pytest.fixture
def last(pages) -> RenderedPage:
    return pages[-1]


def body(pages) -> list[tuple[int, RenderedLine]]:
    """The lines of the text with their page, from the first heading to the closing words."""
    lines = [(number, line) for number, page in enumerate(pages) for line in page.lines if not is_page_number(line)]
    start = next(i for i, (_, line) in enumerate(lines) if line.text.startswith(HEADINGS[0]))
    end = next(i for i, (_, line) in enumerate(lines) if "Kính báo cáo./." in line.text)
    return lines[start : end + 1]


def is_page_number(line: RenderedLine) -> bool:
    return line.text.strip().isdigit()


def starts_paragraph(line: RenderedLine) -> bool:
    return line.x0 > 31 * MM


def about(value, tolerance=0.75):
    return pytest.approx(value, abs=tolerance)


def test_gen_01_every_page_is_a4_upright(pages):
    assert {(round(page.width), round(page.height)) for page in pages} == {(595, 842)}


def test_gen_03_nothing_but_the_page_number_stands_in_the_top_margin(pages):
    tops = [line.baseline - 0.7 * max(line.sizes) for page in pages for line in page.lines if not is_page_number(line)]
    assert min(tops) >= 20 * MM - 1


def test_gen_03_nothing_stands_in_the_bottom_margin(pages):
    assert max(line.baseline for page in pages for line in page.lines) <= (297 - 20) * MM


def test_gen_04_the_text_begins_30_mm_from_the_left_edge(pages):
    assert min(line.x0 for page in pages for line in page.lines) == about(30 * MM)


def test_gen_05_the_text_ends_20_mm_from_the_right_edge(pages):
    assert max(line.x1 for page in pages for line in page.lines) == about((210 - 20) * MM)


def test_gen_06_every_letter_is_of_the_times_typeface(pages):
    fonts = {letter.font for page in pages for line in page.lines for letter in line.inked}
    assert {font.split("+")[-1].split("-")[0] for font in fonts} == {"LiberationSerif"}


def test_gen_08_every_letter_is_black(pages):
    assert all(letter.black for page in pages for line in page.lines for letter in line.inked)


def test_gen_12_the_first_page_shows_no_number(first):
    assert [line.text for line in first.lines if is_page_number(line)] == []


def test_gen_09_the_pages_from_the_second_on_are_numbered_in_arabic_digits(pages):
    shown = [[line.text.strip() for line in page.lines if is_page_number(line)] for page in pages[1:]]
    assert shown == [[str(number)] for number in range(2, len(pages) + 1)]


def test_gen_10_the_page_number_is_upright_13_to_14_points(pages):
    number = next(line for line in pages[1].lines if is_page_number(line))
    assert number.sizes <= {13.0, 14.0} and number.upright and number.light


def test_gen_11_the_page_number_stands_centred_in_the_top_margin(pages):
    number = next(line for line in pages[1].lines if is_page_number(line))
    assert number.middle == about((30 + 190) / 2 * MM) and number.baseline < 20 * MM


def test_gen_13_the_sizes_of_motto_and_date_go_together(first):
    sizes = [first.line(text).sizes for text in ("CỘNG HÒA", "Độc lập", "Ba Bích, ngày")]
    assert sizes == [{13.0}, {14.0}, {14.0}]


def test_qh_02_the_state_s_name_is_bold_capitals_on_one_line_at_the_right(first):
    name = first.line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert name.bold and name.upright and name.x0 > 85 * MM


def test_qh_04_the_motto_is_bold_and_centred_under_the_state_s_name(first):
    motto = first.line("Độc lập - Tự do - Hạnh phúc")
    assert motto.bold and motto.upright and motto.middle == about(first.line("CỘNG HÒA").middle)


def test_qh_05_the_line_under_the_motto_is_as_long_as_the_motto(first):
    motto = first.line("Độc lập - Tự do - Hạnh phúc")
    rule = first.rule_below(motto)
    assert rule.width == pytest.approx(motto.width, rel=0.05) and rule.middle == about(motto.middle, 1.5)


def test_qh_06_the_two_lines_are_single_spaced(first):
    apart = first.line("Độc lập").baseline - first.line("CỘNG HÒA").baseline
    assert apart == pytest.approx(14 * 1.15, abs=1.2)


def test_cq_03_the_issuing_body_is_bold_capitals_of_12_to_13_points(first):
    lines = [first.line("ỦY BAN NHÂN DÂN"), first.line("XÃ BA BÍCH")]
    assert all(line.bold and line.upright and line.sizes == {13.0} for line in lines)


def test_cq_03_the_issuing_body_stands_level_with_the_state_s_name(first):
    assert first.line("ỦY BAN NHÂN DÂN").baseline == about(first.line("CỘNG HÒA").baseline)


def test_cq_05_the_line_under_the_issuing_body_is_a_third_to_half_of_its_length(first):
    longest = first.line("ỦY BAN NHÂN DÂN")
    rule = first.rule_below(first.line("XÃ BA BÍCH"))
    assert 1 / 3 <= rule.width / longest.width <= 1 / 2 and rule.middle == about(longest.middle, 1.5)


def test_so_05_number_and_symbol_are_13_points_upright_and_light(first):
    number = first.line("/BC-UBND")
    assert number.sizes == {13.0} and number.upright and number.light


def test_so_03_the_blank_for_the_number_is_at_least_12_mm_wide(first):
    assert first.line("/BC-UBND").gap_after("Số:") >= 12 * MM


def test_so_07_the_number_is_centred_under_the_issuing_body(first):
    assert first.line("/BC-UBND").middle == about(first.line("ỦY BAN NHÂN DÂN").middle, 1.5)


def test_dd_05_only_the_first_two_months_have_a_zero(first):
    assert first.line("Ba Bích, ngày").text.endswith("tháng 3 năm 2024")


def test_dd_06_the_date_is_italic_and_light(first):
    date = first.line("Ba Bích, ngày")
    assert date.italic and date.light


def test_dd_07_the_date_stands_level_with_the_number(first):
    assert first.line("Ba Bích, ngày").baseline == about(first.line("/BC-UBND").baseline)


def test_dd_07_the_date_is_centred_under_the_motto(first):
    assert first.line("Ba Bích, ngày").middle == about(first.line("Độc lập").middle, 1.5)


def test_dd_08_the_blank_for_the_day_is_at_least_8_mm_wide(first):
    assert first.line("Ba Bích, ngày").gap_after("ngày") >= 8 * MM


def test_tl_01_the_type_of_document_is_bold_and_centred(first):
    title = next(line for line in first.lines if line.text.strip() == "BÁO CÁO")
    assert title.bold and title.upright and title.sizes <= {13.0, 14.0} and title.middle == about(110 * MM)


def test_tl_03_the_subject_is_bold_and_centred(first):
    subject = first.line("Công tác tuyên truyền")
    assert subject.bold and subject.upright and subject.sizes <= {13.0, 14.0} and subject.middle == about(110 * MM)


def test_tl_04_the_line_under_the_subject_is_a_third_to_half_of_its_length(first):
    subject = first.line("Công tác tuyên truyền")
    rule = first.rule_below(subject)
    assert 1 / 3 <= rule.width / subject.width <= 1 / 2 and rule.middle == about(110 * MM, 1.5)


def test_the_lines_touch_neither_the_text_above_nor_the_text_below(first):
    for text in ("Độc lập", "XÃ BA BÍCH", "Công tác tuyên truyền"):
        line = first.line(text)
        rule = first.rule_below(line)
        below = min(other.baseline - other.letters[0].size * 0.75 for other in first.lines if other.baseline > rule.y)
        assert line.baseline + 1.5 < rule.y < below


def test_the_lines_are_solid_and_thin(first):
    assert all(0.4 <= first.rule_below(first.line(text)).thickness <= 1.1 for text in ("Độc lập", "XÃ BA BÍCH"))


def test_nd_01_the_text_is_upright_14_points(pages):
    assert all(line.upright and line.sizes == {14.0} for _, line in body(pages))


def test_nd_01_full_lines_end_at_the_right_margin(pages):
    lines = body(pages)
    full = [line for (_, line), (_, following) in itertools.pairwise(lines) if not starts_paragraph(following)]
    assert len(full) > 30
    # LibreOffice rounds the advances it writes into a PDF: up to 1.1 pt on a whole line (measured).
    assert {round(line.x1 - 190 * MM, 1): line.text for line in full if line.x1 != about(190 * MM, 1.5)} == {}


def test_nd_02_each_paragraph_is_indented_by_one_of_the_two_allowed_measures(pages):
    indents = {round((line.x0 / MM - 30) * 10) / 10 for _, line in body(pages) if starts_paragraph(line)}
    assert all(abs(indent - 12.7) < 0.3 for indent in indents)


def test_nd_03_paragraphs_stand_at_least_6_points_apart(pages):
    lines = body(pages)
    pitch = min(b.baseline - a.baseline for (p, a), (q, b) in itertools.pairwise(lines) if p == q)
    apart = [
        after.baseline - before.baseline
        for (page, before), (other, after) in itertools.pairwise(lines)
        if page == other and starts_paragraph(after)
    ]
    assert min(apart) >= pitch + 6 - 0.1


def test_nd_04_lines_are_between_single_and_one_and_a_half_apart(pages):
    lines = body(pages)
    pitches = {
        round(after.baseline - before.baseline, 1)
        for (page, before), (other, after) in itertools.pairwise(lines)
        if page == other and not starts_paragraph(after)
    }
    assert all(1.0 <= pitch / (1.15 * 14) <= 1.5 for pitch in pitches)


def test_nd_10_titles_of_numbered_parts_are_bold(pages):
    headings = [line for _, line in body(pages) if line.text.startswith(HEADINGS)]
    assert len(headings) == 3 and all(line.bold for line in headings)


def test_nd_12_text_below_the_titles_is_light(pages):
    assert all(
        line.light for _, line in body(pages) if line.text.startswith(("Luôn đẩy mạnh", "Tiếp tục", "Nguồn kinh"))
    )


def test_headings_are_never_last_on_a_page(pages):
    for page in pages[:-1]:
        assert not page.lines[-1].text.startswith(("+ ", *HEADINGS))


def test_nn_01_the_label_of_recipients_is_bold_italic_12_points_at_the_left_margin(last):
    label = last.line("Nơi nhận:")
    assert label.bold and label.italic and label.sizes == {12.0} and label.x0 == about(30 * MM)


def test_nn_01_the_label_stands_level_with_the_signer_s_authority(last):
    assert last.line("Nơi nhận:").baseline == about(last.line("TM. ỦY BAN").baseline, 3.0)


def test_nn_02_the_eight_recipients_are_upright_11_points(last):
    items = [line for line in last.lines if line.text.startswith("- ") and line.sizes == {11.0}]
    assert len(items) == 8 and all(line.upright and line.light for line in items)


def test_nn_03_the_recipients_stand_at_the_left_margin_each_with_its_sign(last):
    items = [line for line in last.lines if line.sizes == {11.0}]
    assert all(line.x0 == about(30 * MM) for line in items)
    assert [line.text.strip()[-1] for line in items] == [";"] * 7 + ["."]


def test_ky_07_authority_and_titles_are_bold_capitals(last):
    lines = [last.line(text) for text in ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")]
    assert all(line.bold and line.upright and line.sizes <= {13.0, 14.0} for line in lines)


def test_ky_08_the_name_is_bold_and_centred_under_the_titles(last):
    name = last.line("Phạm Văn Mạnh")
    assert name.bold and name.upright and name.sizes <= {13.0, 14.0}
    assert name.middle == about(last.line("TM. ỦY BAN").middle, 1.5)


def test_ky_11_there_is_room_for_the_signature(last):
    assert last.line("Phạm Văn Mạnh").baseline - last.lines_of("PHÓ CHỦ TỊCH")[-1].baseline >= 4 * 14


def test_ky_14_the_signature_stands_together_with_at_least_two_lines_of_text(last):
    texts = [line.text for line in last.lines]
    assert any("Phạm Văn Mạnh" in text for text in texts) and any("TM. ỦY BAN" in text for text in texts)
    above = [line for line in last.lines if line.sizes == {14.0} and line.baseline < last.line("Nơi nhận:").baseline]
    assert len([line for line in above if not is_page_number(line)]) >= 2
