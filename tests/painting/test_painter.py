from __future__ import annotations

import io
import subprocess

import pytest
from pdfminer.high_level import extract_pages, extract_text
from pdfminer.layout import LTChar, LTLine, LTPage, LTRect
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from bcdesk.errors import PrinterRefused
from bcdesk.layout.pages import Image, Line, Page, Piece, Rule
from bcdesk.painting.painter import page_image, page_png, paint_page
from bcdesk.painting.pdf import pdf
from bcdesk.painting.printer import print_pages

pytestmark = pytest.mark.usefixtures("qapp")


def line(text, *, x=1701.0, top=1000.0, spread=0.0, bold=False):
    piece = Piece(x, text, 28, bold=bold, italic=False, width=0, spread=spread)
    return Line(top, 360, top + 288, (piece,))


def page(*lines, width=11906, height=16838, **parts):
    return Page(width, height, lines, **parts)


def ink(picture: QImage, rectangle) -> bool:
    left, top, right, bottom = map(int, rectangle)
    grey = picture.copy(left, top, right - left, bottom - top).convertToFormat(QImage.Format.Format_Grayscale8)
    return any(min(bytes(grey.constScanLine(y))[: grey.width()]) < 128 for y in range(grey.height()))


def flat(item, kind):
    found = [item] if isinstance(item, kind) else []
    for child in item if hasattr(item, "__iter__") else ():
        found += flat(child, kind)
    return found


def shapes(data: bytes, kind):
    return [shape for found in extract_pages(io.BytesIO(data)) for shape in flat(found, kind)]


def test_text_is_painted_where_its_line_says():
    picture = page_image(page(line("Báo cáo")), 144)
    assert ink(picture, (170, 100, 260, 130))


def test_a_page_is_a_png_file_of_its_size():
    picture = QImage.fromData(page_png(page(), 72), "png")
    assert (picture.width(), picture.height()) == (595, 842)


def test_a_page_without_lines_is_white():
    picture = page_image(page(), 24)
    assert not ink(picture, (0, 0, picture.width(), picture.height()))


def test_a_line_outside_the_clip_is_not_painted():
    picture = QImage(1191, 1684, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFFFF)
    painter = QPainter(picture)
    painter.scale(0.1, 0.1)
    paint_page(painter, page(line("Báo cáo")), QRectF(0, 5000, 11906, 1000))
    painter.end()
    assert not ink(picture, (0, 0, 1191, 1684))


def test_a_thin_rule_is_still_seen_whole_at_a_small_zoom():
    picture = page_image(page(rules=(Rule(1000, 2000, 9000, 2000, 10),)), 40)
    assert all(ink(picture, (x, 50, x + 1, 60)) for x in range(30, 240))


def black_png(folder) -> bytes:
    drawn = QImage(4, 4, QImage.Format.Format_RGB32)
    drawn.fill(0xFF000000)
    drawn.save(str(folder / "black.png"))
    return (folder / "black.png").read_bytes()


def test_a_picture_fills_its_rectangle(tmp_path):
    picture = page_image(page(images=(Image(1440, 1440, 1440, 720, black_png(tmp_path)),)), 72)
    assert ink(picture, (80, 80, 140, 100))
    assert not ink(picture, (80, 112, 140, 140))


def test_a_picture_that_cannot_be_read_leaves_its_place_white():
    picture = page_image(page(images=(Image(1440, 1440, 1440, 720, b"no picture"),)), 72)
    assert not ink(picture, (0, 0, picture.width(), picture.height()))


def test_the_pdf_holds_the_text_with_its_spaces_in_nfc():
    assert "Tiếng Việt được ghi đúng" in extract_text(io.BytesIO(pdf((page(line("Tiếng Việt được ghi đúng")),))))


def test_the_pdf_letters_have_the_size_and_weight_of_the_piece():
    letter = shapes(pdf((page(line("Đậm", bold=True)),)), LTChar)[0]
    assert "Bold" in letter.fontname
    assert letter.size == pytest.approx(14, abs=0.05)


def test_spread_moves_each_word_behind_a_space():
    plain, wide = (
        [letter.x0 for letter in shapes(pdf((page(line("a b c", spread=spread)),)), LTChar)] for spread in (0.0, 20.0)
    )
    assert wide[-1] - plain[-1] == pytest.approx(2.0, abs=0.05)


def test_the_pdf_paper_is_a4_and_turns_for_a_landscape_page():
    upright, turned = extract_pages(io.BytesIO(pdf((page(line("a")), page(line("b"), width=16838, height=11906)))))
    assert isinstance(upright, LTPage)
    assert (round(upright.width), round(upright.height)) == (595, 842)
    assert (round(turned.width), round(turned.height)) == (842, 595)


def test_a_rule_stands_in_the_pdf_with_its_length():
    drawn = shapes(pdf((page(rules=(Rule(1000, 2000, 3000, 2000, 15),)),)), (LTLine, LTRect))
    assert max(shape.width for shape in drawn) == pytest.approx(100, abs=0.5)


def test_the_printer_gets_every_page_at_true_size(tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    print_pages((page(line("Trang một")), page(line("Trang hai"))), printer)
    pages = list(extract_pages(tmp_path / "printed.pdf"))
    assert len(pages) == 2
    assert min(letter.x0 for letter in flat(pages[1], LTChar)) == pytest.approx(1701 / 20, abs=1)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_no_job_is_named(tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "none" / "printed.pdf"))
    with pytest.raises(PrinterRefused, match="không nhận lệnh in"):
        print_pages((page(line("một")),), printer)


def test_printing_stops_when_the_clerk_says_so(tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    asked = []

    def go_on(done):
        asked.append(done)
        return done < 1

    print_pages((page(line("một")), page(line("hai")), page(line("ba"))), printer, go_on)
    assert asked == [0, 1]


def test_the_pdf_says_that_it_is_vietnamese_and_what_it_is_called():
    data = pdf((page(line("Báo cáo")),), "Công tác cải cách hành chính")
    document = PDFDocument(PDFParser(io.BytesIO(data)))
    assert document.catalog["Lang"] == b"vi-VN"
    assert document.info[0]["Title"].decode("utf-16") == "Công tác cải cách hành chính"


def test_another_program_reads_the_pdf_without_a_complaint(tmp_path):
    (tmp_path / "page.pdf").write_bytes(pdf((page(line("Báo cáo")),)))
    told = subprocess.run(["pdftotext", tmp_path / "page.pdf", "-"], capture_output=True, text=True, check=True)
    assert (told.stdout.split(), told.stderr) == (["Báo", "cáo"], "")
