from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPalette

from bcdesk.report.series import series
from bcdesk.ui.figures.series_table import SeriesTable
from bcdesk.ui.figures.sparkline import points
from tests.report.figured import of, quarter, with_named

ROOM = QRectF(0, 0, 100, 20)


def amounts(*numbers):
    return tuple(None if number is None else Decimal(number) for number in numbers)


def places(*numbers):
    return [[(point.x(), point.y()) for point in stretch] for stretch in points(amounts(*numbers), ROOM)]


def test_the_line_goes_from_foot_to_head():
    assert places(0, 5, 10) == [[(0, 20), (50, 10), (100, 0)]]


def test_a_figure_that_stays_is_a_line_in_the_middle():
    assert places(7, 7) == [[(0, 10), (100, 10)]]


def test_a_gap_breaks_the_line():
    assert places(0, None, 10) == [[(0, 20)], [(100, 0)]]


def test_of_nothing_there_is_no_line():
    assert places(None, None) == []
    assert places() == []


def taken(number, typed):
    return with_named(of(quarter(number), f"Đã tiếp nhận {typed} hồ sơ."), typed, id="taken")


def colours_of(table):
    """The colours painted in the cell of the course."""
    model = table.series_model
    cell = table.visualRect(model.index(0, model.columnCount() - 1))
    picture = table.viewport().grab(cell).toImage()
    inside = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return {picture.pixelColor(x, y).name() for x, y in inside}


def test_the_course_is_painted(qtbot):
    table = SeriesTable()
    qtbot.addWidget(table)
    table.resize(1000, 200)
    table.show_series(series([taken(2, "126"), taken(1, "114")]))
    table.clearSelection()
    table.show()
    assert table.palette().color(QPalette.ColorRole.Highlight).name() in colours_of(table)


def test_a_jump_is_told_in_the_tip(qtbot):
    table = SeriesTable()
    qtbot.addWidget(table)
    table.show_series(series([taken(2, "2.627"), taken(1, "24.555")]))
    model = table.series_model
    tips = [model.data(model.index(0, at), 3) for at in (1, 2)]
    assert tips == ["24.555", "Số này lệch nhiều so với kỳ trước (trước đó 24.555): xem lại có nhầm không."]
