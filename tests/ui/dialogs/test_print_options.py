from __future__ import annotations

import pytest

from bcdesk.ui.dialogs.print_options import PrintDialog, PrintOptions


@pytest.fixture
def dialog(qtbot):
    made = PrintDialog(("HP LaserJet", "Canon LBP 2900"), 5, 8, two_sided=True)
    qtbot.addWidget(made)
    return made


def test_one_copy_of_all_pages_is_proposed(dialog):
    assert dialog.options == PrintOptions("HP LaserJet", 1, two_sided=True, first=1, last=5)


def test_pages_given_the_wrong_way_round_are_put_right(dialog):
    dialog.form.show_values({"first": 4, "last": 2})
    assert (dialog.options.first, dialog.options.last) == (2, 4)


def test_no_page_beyond_the_last_can_be_asked_for(dialog):
    dialog.form.show_values({"last": 9})
    assert dialog.options.last == 5


def test_copies_are_named_beside_the_recipients(dialog):
    assert "8 dòng" in dialog.form.field("copies").text()


def test_a_printer_is_one_of_those_there_are(dialog):
    dialog.form.show_values({"printer": "Canon LBP 2900"})
    assert dialog.options.printer == "Canon LBP 2900"
