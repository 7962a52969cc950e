"""The rules of text, signature, recipients, appendices and capitals: a paper that keeps them, one that breaks each."""

from __future__ import annotations

import pytest

from bcdesk.checks.decree import appendices, body, capitals, levels, marks, recipients, signature, wording
from bcdesk.checks.whereabouts import ending
from tests.checks.papers import Change, after, found, remove, reparagraph, rerun, retext, said, with_text, written

RULES = [
    rule
    for module in (body, levels, wording, signature, recipients, appendices, marks, capitals)
    for rule in module.RULES
]
SENTENCE = "Tiếp tục tuyên truyền đến từng thôn."


@pytest.mark.parametrize("rule", [rule.id for rule in RULES if rule.id != "PL-07"])
def test_the_written_paper_keeps_the_rule(rule: str) -> None:
    assert said(written(), rule) == ()


LOOKS: list[tuple[str, Change]] = [
    ("ND-01", rerun(SENTENCE, '<w:sz w:val="32"/>')),
    ("ND-01", rerun(SENTENCE, "<w:i/>")),
    ("ND-01", reparagraph(SENTENCE, '<w:jc w:val="left"/>')),
    ("ND-01", rerun(SENTENCE, '<w:sz w:val="26"/>')),
    ("ND-02", reparagraph(SENTENCE, '<w:ind w:firstLine="0"/>')),
    ("ND-02", reparagraph(SENTENCE, '<w:ind w:left="567" w:firstLine="0"/>')),
    ("ND-03", reparagraph(SENTENCE, '<w:spacing w:before="0" w:after="60" w:line="360" w:lineRule="exact"/>')),
    ("ND-04", reparagraph(SENTENCE, '<w:spacing w:before="0" w:after="120" w:line="480" w:lineRule="auto"/>')),
    ("ND-04", reparagraph(SENTENCE, '<w:spacing w:before="0" w:after="120" w:line="300" w:lineRule="exact"/>')),
    ("ND-09", rerun("KẾT QUẢ THỰC HIỆN", '<w:b w:val="0"/>')),
    ("ND-09", retext("KẾT QUẢ THỰC HIỆN", "Kết quả thực hiện")),
    ("ND-09", retext("II. PHƯƠNG", "III. PHƯƠNG")),
    ("ND-09", retext("I. KẾT QUẢ", "I/ KẾT QUẢ")),
    ("ND-10", rerun("Công tác chỉ đạo", '<w:b w:val="0"/>')),
    ("ND-10", retext("Công tác chỉ đạo", "CÔNG TÁC CHỈ ĐẠO")),
    ("ND-10", retext("2. Công tác tuyên truyền", "3. Công tác tuyên truyền")),
    ("ND-12", retext("b) Treo", "c) Treo")),
    ("ND-12", retext("b) Treo", "b. Treo")),
    ("ND-14", rerun("Căn cứ Luật", '<w:i w:val="0"/>')),
    ("ND-14", retext("16 tháng 6 năm 2025;", "16 tháng 6 năm 2025,")),
    ("ND-14", retext("về cải cách hành chính năm 2026.", "về cải cách hành chính năm 2026;")),
    ("ND-16", retext("năm 2026./.", "năm 2026.")),
    ("KY-01", remove("TM. ỦY BAN NHÂN DÂN")),
    ("KY-01", retext("TM. ỦY BAN", "T/M ỦY BAN")),
    ("KY-02", remove("KT. CHỦ TỊCH")),
    ("KY-02", retext("KT. CHỦ TỊCH", "KT. PHÓ CHỦ TỊCH")),
    ("KY-02", retext("PHÓ CHỦ TỊCH", "PHÓ TRƯỞNG PHÒNG")),
    ("KY-07", rerun("KT. CHỦ TỊCH", '<w:b w:val="0"/>')),
    ("KY-07", rerun("KT. CHỦ TỊCH", '<w:sz w:val="24"/>')),
    ("KY-08", rerun("Phạm Văn Mạnh", "<w:i/>")),
    ("KY-08", reparagraph("Phạm Văn Mạnh", '<w:jc w:val="left"/>')),
    ("KY-08", retext("Phạm Văn Mạnh", "PHẠM VĂN MẠNH")),
    ("KY-09", retext("Phạm Văn Mạnh", "ThS. Phạm Văn Mạnh")),
    ("KY-10", retext("PHÓ CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC")),
    ("NN-01", rerun("Nơi nhận:", '<w:sz w:val="28"/>')),
    ("NN-01", rerun("Nơi nhận:", '<w:i w:val="0"/>')),
    ("NN-01", retext("Nơi nhận:", "Nơi nhận")),
    ("NN-02", rerun("Thường trực Đảng ủy", '<w:sz w:val="24"/>')),
    ("NN-03", retext("- Thường trực Đảng ủy;", "- Thường trực Đảng ủy.")),
    ("NN-03", retext("- Thường trực Đảng ủy;", "-Thường trực Đảng ủy;")),
    ("NN-03", reparagraph("Thường trực Đảng ủy", '<w:ind w:left="400"/>')),
    ("NN-04", retext("Lưu: VT, VHXH.", "Lưu VT, VHXH.")),
    ("NN-04", retext("Lưu: VT, VHXH.", "Lưu: VT, VHXH")),
    ("NN-05", remove("Như trên")),
    ("NN-08", retext("Thường trực Đảng ủy;", "Thường trực Đảng ủy (để b/c);")),
    ("PL-01", retext("chi tiết tại Phụ lục I và Phụ lục II kèm theo", "đã triển khai")),
    ("PL-03", rerun("Phụ lục II", '<w:sz w:val="26"/>')),
    ("PL-04", rerun("SỐ LIỆU TUYÊN TRUYỀN", '<w:b w:val="0"/>')),
    ("PL-04", retext("SỐ LIỆU TUYÊN TRUYỀN", "Số liệu tuyên truyền")),
    ("PL-05", remove("(Kèm theo")),
    ("PL-05", rerun("(Kèm theo", '<w:i w:val="0"/>')),
    ("PL-07", retext("12/KH-UBND.", "12/KH-UBND;")),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "change"), LOOKS)
def test_a_changed_paper_breaks_the_rule(rule: str, change: Change) -> None:
    assert said(after(change), rule)


def test_an_appendix_whose_pages_go_on_counting_breaks_the_rule() -> None:
    def count_on(root) -> None:
        for element in found(root, "//w:pgNumType"):
            element.getparent().remove(element)

    assert len(said(after(count_on), "PL-06")) == 2


@pytest.mark.parametrize(
    ("text", "rule", "wanted"),
    [
        ("Thực hiện Kế hoạch số 15/KH-UBND ngày 05/01/2026.", "ND-15", "Lần đầu viện dẫn ghi cả cơ quan ban hành"),
        ("Xã thực hiện CCHC trong quý.", "ND-19", "cải cách hành chính (viết tắt là CCHC)"),
        ("Xã đã Phổ biến đến từng thôn.", "VH-01", "phổ"),
        ("Ngân sách của Xã Ba Tơ được cân đối.", "VH-03", "xã"),
        ("Đoàn đi thăm quận 1, thành phố cũ.", "VH-04", "Quận"),
        ("Đoàn đi thăm thành phố Hồ Chí Minh.", "VH-05", "Thành phố Hồ Chí Minh"),
        ("Theo chỉ đạo của Đảng Ủy xã.", "VH-06", "Đảng ủy"),
        ("Nâng cao tinh thần phục vụ nhân dân.", "VH-07", "Nhân dân"),
        ("Thực hiện chủ trương của đảng về nông thôn.", "VH-09", "của Đảng"),
        ("Thực hiện kế hoạch số 12/KH-UBND của xã.", "VH-10", "Kế hoạch"),
        ("Thực hiện theo Khoản 2 Điều 5 của Luật.", "VH-11", "khoản"),
        ("Xã họp giao ban vào thứ hai hằng tuần.", "VH-12", "Hai"),
        ("Tặng quà dịp tết Nguyên Đán cho hộ nghèo.", "VH-13", "Nguyên đán"),
        ("Được tặng Huân chương Lao động hạng nhì.", "VH-14", "Nhì"),
        ("Tuyên truyền tiêm phòng covid – 19 cho dân.", "VH-15", "COVID-19"),
        ("Phát triển văn hoá, uỷ quyền ở các thôn, khoẻ mạnh; uỷ thác.", "VH-17", "ủy"),
    ],
)  # fmt: skip
def test_a_slip_in_the_text_is_found_with_its_characters(text: str, rule: str, wanted: str) -> None:
    findings = said(written(with_text(text)), rule)
    assert wanted in [finding.wanted for finding in findings]
    assert all(finding.length for finding in findings)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Căn cứ Luật Tổ chức chính quyền địa phương;", "“…quyền địa phương;”"),
        ("Ngắn;", "“Ngắn;”"),
    ],
)
def test_the_end_of_a_line_is_quoted_in_whole_words(text: str, quoted: str) -> None:
    assert ending(text) == quoted
