from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from bcdesk.press.remedies import LooseEnd, loose_end
from bcdesk.report.edits import SetField
from bcdesk.report.office import Layout
from bcdesk.report.report import OPENING, Place, Report, State, paragraph
from bcdesk.ui.preview.loose_end import end_words
from tests.ui.desk import OpenDesk
from tests.ui.preview.samples import press, report

DEFAULT = Layout()
TIGHT = Layout(body_size=13, pitch=16, right=15)
SENTENCE = "Thực hiện nhiệm vụ được giao, xã đã làm. "

# An open menu takes the keyboard and comes to the front, which there is none of off screen.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def loose_report(layout: Layout = DEFAULT) -> Report:
    """A report a few words too long."""
    plain = report(0)
    plain = replace(plain, sections=(), office=replace(plain.office, layout=layout))
    made = (replace(plain, opening=(paragraph(SENTENCE * count),)) for count in range(40, 80))
    return next(each for each in made if (end := loose_end(press().paper(each))) and end.signature)


@pytest.fixture
def desk_of(tmp_path, qtbot):
    made = OpenDesk(tmp_path, qtbot)

    def opened(shown: Report) -> OpenDesk:
        made.window.open_report(made.store.create(shown))
        made.desk.paper()
        return made

    yield opened
    made.close()


def ask(window: OpenDesk):
    window.qtbot.mouseClick(window.desk.loose_end.ask, Qt.MouseButton.LeftButton)


def offers(window: OpenDesk) -> list[str]:
    return [action.text() for action in window.desk.loose_end.menu.actions()]


def choose(window: OpenDesk, words: str) -> None:
    action = next(action for action in window.desk.loose_end.menu.actions() if action.text().startswith(words))
    window.desk.loose_end.menu.setActiveAction(action)
    window.qtbot.keyClick(window.desk.loose_end.menu, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("end", "words"),
    [
        (LooseEnd(3, 2, signature=True), "Trang 3 chỉ có 2 dòng và phần ký"),
        (LooseEnd(3, 0, signature=True), "Trang 3 chỉ có phần ký"),
        (LooseEnd(3, 1, signature=False), "Trang 3 chỉ có 1 dòng"),
        (LooseEnd(2, 0, signature=False), "Trang 2 để trống"),
    ],
)
def test_what_is_on_the_last_page_is_said_as_it_is(end, words):
    assert end_words(end) == words


def test_a_loose_end_is_one_line_under_the_pages(desk_of):
    line = desk_of(loose_report()).desk.loose_end
    assert line.isVisible()
    assert line.sentence.text() == "Trang 2 chỉ có 1 dòng và phần ký."


def test_a_well_filled_page_has_no_such_line(desk_of):
    assert desk_of(report(5)).desk.loose_end.isHidden()


def test_a_signed_report_is_offered_nothing(desk_of):
    assert desk_of(replace(loose_report(), state=State.SIGNED)).desk.loose_end.isHidden()


def test_each_way_is_shown_with_the_pages_it_leaves(desk_of):
    window = desk_of(loose_report())
    ask(window)
    assert window.desk.loose_end.menu.isVisible()
    assert offers(window)[0] == "Giảm lề phải từ 20 xuống 15 mm\tcòn 1 trang"


def test_one_choice_applies_it_and_one_undo_takes_it_back(desk_of):
    shown = loose_report()
    window = desk_of(shown)
    ask(window)
    choose(window, "Giảm khoảng cách dòng")
    assert (len(window.desk.paper().pages), window.desk.loose_end.isHidden()) == (1, True)
    assert window.window.commands["undo"].toolTip().startswith("Hoàn tác: Giảm khoảng cách dòng từ 18 xuống 17")
    window.do("undo")
    assert window.report == shown
    window.desk.paper()
    assert window.desk.loose_end.isVisible()


def test_typing_before_and_choosing_are_two_steps(desk_of):
    window = desk_of(loose_report())
    window.desk.session.change(SetField("office", replace(window.report.office, signer="Phạm Văn Đông")))
    between = window.report
    ask(window)
    choose(window, "Giảm lề phải")
    window.do("undo")
    assert window.report == between


def test_where_nothing_helps_the_line_says_so(desk_of):
    window = desk_of(loose_report(TIGHT))
    ask(window)
    assert window.desk.loose_end.sentence.text() == (
        "Trang 2 chỉ có 1 dòng và phần ký; không có cách rút gọn nào trong phạm vi Nghị định 30. "
        "Hãy bớt chữ hoặc để như vậy."
    )
    assert (window.desk.loose_end.ask.isHidden(), window.desk.loose_end.menu.isVisible()) == (True, False)


def test_the_way_is_offered_again_once_the_text_has_changed(desk_of):
    window = desk_of(loose_report(TIGHT))
    ask(window)
    window.stand(Place(OPENING, 0, 0))
    window.type("a")
    window.desk.paper()
    assert window.desk.loose_end.sentence.text() == "Trang 2 chỉ có 1 dòng và phần ký."
    assert window.desk.loose_end.ask.isVisible()
