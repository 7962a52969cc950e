from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPalette, QWheelEvent
from PySide6.QtWidgets import QApplication

from bcdesk.report.report import Appendix, Place
from bcdesk.ui.preview.pane import PreviewPane
from bcdesk.ui.preview.preview import Preview
from tests.ui.preview.samples import pages_of, report


@pytest.fixture
def preview(qtbot):
    widget = Preview()
    qtbot.addWidget(widget)
    widget.resize(500, 600)
    widget.show()
    widget.show_pages(pages_of(report()))
    return widget


def scrolled(preview):
    return preview.verticalScrollBar().value()


def line_height_on_screen(preview, place):
    """Where on the screen the first line of a block is."""
    for index, page in enumerate(preview._pages):
        for line in page.lines:
            if line.source == place:
                return preview._stack.y_of(index, line.top) - scrolled(preview)
    raise AssertionError(place)


def picture(preview):
    return preview.viewport().grab().toImage()


def turn_wheel(preview, steps, modifiers=Qt.KeyboardModifier.NoModifier):
    where = QPointF(100, 100)
    event = QWheelEvent(
        where, where, QPoint(), QPoint(0, 120 * steps), Qt.MouseButton.NoButton, modifiers,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(preview.viewport(), event)


def test_pages_fit_the_width_at_first(preview):
    assert preview.fits_width
    assert preview.horizontalScrollBar().maximum() == 0


def test_pages_still_fit_when_the_desk_changes(preview):
    preview.resize(800, 600)
    assert preview.horizontalScrollBar().maximum() == 0
    assert preview._stack.pages[0].width * preview._stack.scale_at(0) > 700


def test_the_paper_is_white_with_ink_on_it_and_the_desk_is_grey(preview):
    preview.setPalette(QPalette(QColor("#dedbd5")))
    desk = preview.palette().color(QPalette.ColorRole.Shadow)
    image = picture(preview)
    assert image.pixelColor(2, 300) == desk
    assert image.pixelColor(30, 300) == QColor(Qt.GlobalColor.white)
    dark = sum(image.pixelColor(x, y).lightness() < 100 for x in range(40, 460) for y in range(40, 200))
    assert dark > 200


def test_a_page_lying_on_its_side_does_not_make_the_others_small(preview):
    before = preview._stack.scale_at(0)
    preview.show_pages(pages_of(replace(report(), appendices=(Appendix("p1", ("BIỂU",), landscape=True),))))
    assert preview._stack.scale_at(0) == before
    assert preview.horizontalScrollBar().maximum() == 0
    assert not picture(preview).isNull()


def test_the_line_one_writes_at_the_end_of_is_the_last_before_it_is_printed_anew(preview):
    preview.mark(Place("s1", 20, 0), ensure=True)
    first = scrolled(preview)
    preview.mark(Place("s1", 20, 10_000), ensure=True)
    assert scrolled(preview) > first


def test_an_empty_desk_is_only_desk(qtbot):
    preview = Preview()
    qtbot.addWidget(preview)
    preview.resize(300, 300)
    preview.show()
    image = picture(preview)
    assert {image.pixelColor(x, y).name() for x in range(0, 280, 7) for y in range(0, 280, 7)} == {
        preview.palette().color(QPalette.ColorRole.Shadow).name()
    }


def test_the_bar_is_painted_beside_the_marked_paragraph(preview):
    before = picture(preview)
    preview.mark(Place("opening", 0))
    after = picture(preview)
    assert before != after
    preview.mark(None)
    assert picture(preview) == before


def test_marking_alone_scrolls_nothing(preview):
    preview.mark(Place("s1", 39))
    assert scrolled(preview) == 0


def test_a_mark_to_be_seen_is_scrolled_to(preview):
    preview.mark(Place("s1", 39), ensure=True)
    assert 0 <= line_height_on_screen(preview, Place("s1", 39)) <= preview.viewport().height()


def test_a_mark_that_is_seen_scrolls_nothing(preview):
    preview.verticalScrollBar().setValue(60)
    preview.mark(Place("opening", 0), ensure=True)
    assert scrolled(preview) == 60


def test_a_mark_without_a_line_scrolls_nothing(preview):
    preview.mark(Place("s99"), ensure=True)
    assert scrolled(preview) == 0


def test_the_line_of_the_caret_is_shown_not_only_its_paragraph(preview):
    preview.mark(Place("s1", 20, 0), ensure=True)
    first = scrolled(preview)
    preview.mark(Place("s1", 20, 200), ensure=True)
    assert scrolled(preview) > first


def test_the_marked_paragraph_stays_where_it_is_when_text_above_grows(preview):
    preview.mark(Place("s1", 20), ensure=True)
    before = line_height_on_screen(preview, Place("s1", 20))
    preview.show_pages(pages_of(report(opening="Mở đầu dài hơn nhiều. " * 30)))
    assert line_height_on_screen(preview, Place("s1", 20)) == pytest.approx(before, abs=1)


def test_pages_stay_where_they_are_when_the_mark_is_out_of_sight(preview):
    preview.mark(Place("s1", 39))
    preview.verticalScrollBar().setValue(100)
    preview.show_pages(pages_of(report(opening="Mở đầu dài hơn nhiều. " * 30)))
    assert scrolled(preview) == 100


def test_fewer_pages_leave_no_empty_desk(preview):
    preview.verticalScrollBar().setValue(preview.verticalScrollBar().maximum())
    preview.show_pages(pages_of(report(paragraphs=2)))
    assert scrolled(preview) == preview.verticalScrollBar().maximum()
    assert scrolled(preview) < 600


def test_a_click_tells_the_place(preview, qtbot):
    y = line_height_on_screen(preview, Place("opening", 0))
    with qtbot.waitSignal(preview.clicked) as clicked:
        qtbot.mouseClick(preview.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(250, round(y) + 4))
    assert clicked.args[0] == Place("opening", 0)


def test_a_click_tells_the_place_after_scrolling(preview, qtbot):
    preview.mark(Place("s1", 30), ensure=True)
    y = line_height_on_screen(preview, Place("s1", 30))
    with qtbot.waitSignal(preview.clicked) as clicked:
        qtbot.mouseClick(preview.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(250, round(y) + 4))
    assert clicked.args[0] == Place("s1", 30)


def test_the_other_button_and_an_empty_desk_tell_nothing(preview, qtbot):
    with qtbot.assertNotEmitted(preview.clicked):
        qtbot.mouseClick(preview.viewport(), Qt.MouseButton.MiddleButton, pos=QPoint(250, 300))
        preview.show_pages(())
        qtbot.mouseClick(preview.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(250, 300))


def test_the_page_in_the_middle_of_the_screen_is_told(preview, qtbot):
    count = len(preview._pages)
    with qtbot.waitSignal(preview.page_shown) as shown:
        preview.verticalScrollBar().setValue(preview.verticalScrollBar().maximum())
    assert shown.args == [count, count]
    assert preview.accessibleName() == f"Trang xem trước, trang {count}/{count}"


def test_ctrl_and_the_wheel_zoom(preview):
    before = preview._stack.scale_at(0)
    turn_wheel(preview, 1, Qt.KeyboardModifier.ControlModifier)
    assert preview._stack.scale_at(0) > before
    assert not preview.fits_width
    turn_wheel(preview, -1, Qt.KeyboardModifier.ControlModifier)
    turn_wheel(preview, -1, Qt.KeyboardModifier.ControlModifier)
    assert preview._stack.scale_at(0) < before


def test_the_wheel_alone_scrolls(preview):
    turn_wheel(preview, -2)
    assert scrolled(preview) > 0
    assert preview.fits_width


def test_zoom_keys(preview, qtbot):
    fitting = preview._stack.scale_at(0)
    qtbot.keyClick(preview, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert preview._stack.scale_at(0) > fitting
    qtbot.keyClick(preview, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(preview, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert preview._stack.scale_at(0) == fitting


def test_keys_scroll(preview, qtbot):
    bar = preview.verticalScrollBar()
    qtbot.keyClick(preview, Qt.Key.Key_PageDown)
    assert scrolled(preview) > 300
    qtbot.keyClick(preview, Qt.Key.Key_End)
    assert scrolled(preview) == bar.maximum()
    qtbot.keyClick(preview, Qt.Key.Key_Home)
    assert scrolled(preview) == 0


def test_zoom_stops_at_its_ends(preview):
    for _ in range(30):
        preview.zoom_in()
    largest = preview._stack.scale_at(0)
    preview.zoom_in()
    assert preview._stack.scale_at(0) == largest
    for _ in range(30):
        preview.zoom_out()
    assert 0 < preview._stack.scale_at(0) < largest / 7


def test_zooming_keeps_the_middle_of_the_screen(preview):
    preview.zoom_in()
    preview.verticalScrollBar().setValue(1500)
    middle = preview.viewport().height() / 2
    page, _, before = preview._stack.on_page(250, scrolled(preview) + middle)
    preview.zoom_in()
    same_page, _, after = preview._stack.on_page(250, scrolled(preview) + middle)
    assert (same_page, after) == (page, pytest.approx(before, abs=2 / preview._stack.scale_at(0)))


def test_a_page_wider_than_the_desk_can_be_scrolled_sideways(preview):
    for _ in range(12):
        preview.zoom_in()
    assert preview.horizontalScrollBar().value() == pytest.approx(preview.horizontalScrollBar().maximum() / 2, abs=20)
    assert not picture(preview).isNull()


def test_the_desk_follows_the_palette(preview):
    palette = QPalette(preview.palette())
    palette.setColor(QPalette.ColorRole.Shadow, QColor("#15171a"))
    preview.setPalette(palette)
    image = picture(preview)
    assert image.pixelColor(2, 300) == QColor("#15171a")
    assert image.pixelColor(30, 300) == QColor(Qt.GlobalColor.white)


@pytest.fixture
def pane(qtbot):
    widget = PreviewPane()
    qtbot.addWidget(widget)
    widget.resize(500, 600)
    widget.show()
    return widget


def test_the_pane_says_which_page_is_shown(pane):
    assert pane.page_label.text() == "Chưa có trang"
    pages = pages_of(report())
    pane.show_pages(pages)
    assert pane.page_label.text() == f"Trang 1/{len(pages)}"


def test_the_buttons_zoom_and_fit(pane, qtbot):
    pane.show_pages(pages_of(report()))
    fitting = pane.preview._stack.scale_at(0)
    assert pane.fit.isChecked()
    qtbot.mouseClick(pane.larger, Qt.MouseButton.LeftButton)
    assert pane.preview._stack.scale_at(0) > fitting
    assert not pane.fit.isChecked()
    qtbot.mouseClick(pane.smaller, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(pane.fit, Qt.MouseButton.LeftButton)
    assert pane.preview._stack.scale_at(0) == fitting
    assert pane.fit.isChecked()


def test_pressing_fit_again_still_fits(pane, qtbot):
    qtbot.mouseClick(pane.fit, Qt.MouseButton.LeftButton)
    assert pane.fit.isChecked()


def test_the_pane_passes_clicks_and_marks_on(pane, qtbot):
    pane.show_pages(pages_of(report()))
    pane.mark(Place("opening", 0), ensure=True)
    y = line_height_on_screen(pane.preview, Place("opening", 0))
    with qtbot.waitSignal(pane.clicked) as clicked:
        qtbot.mouseClick(pane.preview.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, round(y) + 4))
    assert clicked.args[0] == Place("opening", 0)


def test_pages_stay_where_they_are_when_hidden_shown_and_squeezed(preview):
    preview.verticalScrollBar().setValue(300)
    preview.resize(16, 600)
    preview.resize(500, 600)
    assert scrolled(preview) == pytest.approx(300, abs=2)


def test_the_keyboard_given_to_the_pane_scrolls_its_pages(pane, qtbot):
    pane.show()
    pane.setFocus()
    assert pane.focusWidget() is pane.preview
