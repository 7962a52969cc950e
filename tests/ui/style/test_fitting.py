from __future__ import annotations

from bcdesk.ui.style.fitting import FittingLabel


def painted(label: FittingLabel, column: int) -> bool:
    image = label.grab().toImage()
    return len({image.pixel(column, y) for y in range(image.height())}) > 1


def test_words_that_do_not_fit_leave_the_edge_free(qtbot):
    label = FittingLabel()
    qtbot.addWidget(label)
    label.setText("m" * 80)
    label.resize(200, 20)
    assert any(painted(label, column) for column in range(150))
    assert not painted(label, 199)


def test_it_asks_for_no_room(qtbot):
    label = FittingLabel()
    qtbot.addWidget(label)
    label.setText("2 lỗi · 20 chỗ cần xem lại")
    assert label.sizePolicy().horizontalPolicy() is label.sizePolicy().Policy.Ignored
    assert label.text() == "2 lỗi · 20 chỗ cần xem lại"
