"""The main job in the real window: an old report is taken, edited, kept, reopened and put on paper."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from bcdesk.places import resources
from bcdesk.report.report import HEADING, Place, Report, Section, Table, find_section, walk
from bcdesk.ui.dialogs.import_report import ImportDialog
from bcdesk.word.reader import read
from tests.ui.desk import OpenDesk

SAMPLE = resources() / "samples" / "bao-cao-tuyen-truyen-cchc-quy-1-2024.txt"
SPREADSHEET = "Nội dung\tSố lượng\nCụm pano\t5\nBăng rôn\t2\n"
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def section(report: Report, title: str) -> Section:
    return next(each for _, each in walk(report.sections) if each.title.startswith(title))


def tables(report: Report) -> list[Table]:
    return [block for _, each in walk(report.sections) for block in each.blocks if isinstance(block, Table)]


def words(text: str) -> str:
    """The text with every stretch of blanks as one."""
    return " ".join(text.split())


def paper_words(docx: Path, pdf: Path) -> tuple[str, str]:
    """The text of both papers as one line each."""
    sheet = read(docx.read_bytes()).sheet
    blocks = [block for part in sheet.sections for block in part.blocks]
    in_word = "\n".join(text_of(block) for block in blocks)
    in_pdf = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, check=True).stdout.decode()
    return words(in_word), words(in_pdf)


def text_of(block) -> str:
    if hasattr(block, "rows"):
        return "\n".join(paragraph.plain for row in block.rows for cell in row.cells for paragraph in cell.paragraphs)
    return block.plain


def take_sample(window: OpenDesk) -> None:
    window.do("import")
    dialog = window.dialog(ImportDialog)
    dialog.pasted.setFocus()
    window.paste(SAMPLE.read_text(encoding="utf-8"))
    window.qtbot.waitUntil(dialog.act.isEnabled)
    dialog.act.click()


def write_in_two_tabs(window: OpenDesk) -> None:
    proposals = section(window.report, "Đề xuất")
    window.stand(Place(proposals.id, 0, len(proposals.blocks[0].plain)))
    window.type(" Đề nghị UBND tỉnh hỗ trợ kinh phí.")
    done = section(window.report, "Những mặt làm được")
    window.stand(Place(done.id, 0, 0))
    window.type("Ưu điểm: ")


def nest(window: OpenDesk) -> None:
    """`3. Đề xuất, kiến nghị` goes under `2. Nhận xét, đánh giá`."""
    window.stand(Place(section(window.report, "Đề xuất").id, HEADING, 0))
    window.key(Qt.Key.Key_Right, ALT)


def make_bold(window: OpenDesk) -> None:
    window.stand(Place(section(window.report, "Những mặt làm được").id, 0, 0))
    for _ in "Ưu điểm":
        window.key(Qt.Key.Key_Right, SHIFT)
    window.do("bold")


def fill_table(window: OpenDesk) -> None:
    pano = section(window.report, "Kết quả tuyên truyền qua các hình thức trực quan")
    window.stand(Place(pano.id, 0, len(pano.blocks[0].plain)))
    window.do("table")
    window.paste(SPREADSHEET)


@pytest.fixture
def edited(tmp_path, qtbot):
    """The report after all edits, and the folder it is kept in."""
    window = OpenDesk(tmp_path, qtbot)
    take_sample(window)
    write_in_two_tabs(window)
    nest(window)
    make_bold(window)
    fill_table(window)
    report = window.report
    window.close()
    return report


@pytest.fixture
def reopened(edited, tmp_path, qtbot):
    window = OpenDesk(tmp_path, qtbot)
    window.do("home")
    window.key(Qt.Key.Key_Return)
    yield window
    window.close()


def test_the_old_report_is_taken_whole(tmp_path, qtbot):
    window = OpenDesk(tmp_path, qtbot)
    take_sample(window)
    shape = [len(each.children) for each in window.report.sections]
    recipients = window.report.recipients
    window.close()
    assert (shape, len(recipients)) == ([4, 2, 0], 8)


def test_what_was_done_in_the_window_is_in_the_report(edited):
    done = section(edited, "Những mặt làm được")
    assert done.blocks[0].plain.startswith("Ưu điểm: Trong quý I năm 2024")
    assert [run.text for run in done.blocks[0].runs if run.bold] == ["Ưu điểm"]
    assert section(edited, "Đề xuất") in section(edited, "Nhận xét").children
    assert [[cell.paragraphs[0].plain for cell in row[:2]] for row in tables(edited)[0].rows[:3]] == [
        ["Nội dung", "Số lượng"],
        ["Cụm pano", "5"],
        ["Băng rôn", "2"],
    ]


def test_the_report_is_there_again_after_closing(edited, reopened):
    assert reopened.report == edited


def test_what_is_on_paper_is_what_was_typed(edited, reopened):
    reopened.do("word")
    docx = reopened.written(".docx")
    reopened.do("pdf")
    pdf = reopened.written(".pdf")
    in_word, in_pdf = paper_words(docx, pdf)
    for _, each in walk(edited.sections):
        for text in (each.heading, *(text_of_block(block) for block in each.blocks)):
            assert words(text) in in_word
    for typed in ("Đề nghị UBND tỉnh hỗ trợ kinh phí.", "Ưu điểm: Trong quý I năm 2024", "Cụm pano", "Băng rôn"):
        assert typed in in_word
        assert typed in in_pdf


def text_of_block(block) -> str:
    if isinstance(block, Table):
        return "\n".join(paragraph.plain for row in block.rows for cell in row for paragraph in cell.paragraphs)
    return block.plain


def test_the_preview_shows_what_was_typed(edited, reopened):
    assert "Ưu điểm: Trong quý I năm 2024" in words(reopened.shown_text())


def test_the_preview_leads_to_the_text_and_back(edited, reopened):
    wanted = Place(section(edited, "Đề xuất").id, 0)
    reopened.desk.preview.clicked.emit(wanted)
    assert reopened.desk.editor.page.stop_with_caret().caret_place() == wanted
    assert find_section(reopened.report, wanted.part).title == "Đề xuất, kiến nghị."
