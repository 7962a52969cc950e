from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from bcdesk.ui.actions import ACTIONS, MENU, TOOLBAR, Actions, When
from bcdesk.ui.help.shortcuts import shortcuts
from bcdesk.ui.window import ON_THE_DESK


@pytest.fixture
def owner(qapp):
    return QObject()


def test_no_two_actions_have_the_same_keys():
    keys = Counter(QKeySequence(key).toString() for spec in ACTIONS for key in spec.keys)
    assert [key for key, count in keys.items() if count > 1 or not key] == []


def test_every_action_of_the_toolbar_is_declared():
    assert {action_id for group in TOOLBAR for action_id in group} <= {spec.id for spec in ACTIONS}


def test_every_action_of_the_menu_is_declared():
    assert {action_id for group in MENU for action_id in group} <= {spec.id for spec in ACTIONS}


def test_every_act_on_the_desk_is_a_declared_action():
    assert set(ON_THE_DESK) <= {spec.id for spec in ACTIONS}


def test_before_there_is_anything_to_work_with_one_can_only_look_around(owner):
    actions = Actions(owner)
    assert {spec.id for spec in ACTIONS if actions[spec.id].isEnabled()} == {
        "menu",
        "help",
        "shortcuts",
        "fault-report",
        "text-size",
    }


def test_an_action_is_possible_when_all_its_needs_are_met(owner):
    actions = Actions(owner)
    actions.allow(When.READY | When.REPORT | When.EDITING)
    possible = [actions[name].isEnabled() for name in ("new", "word", "bold", "undo")]
    assert possible == [True, True, True, False]


def test_the_tip_of_undo_says_what_it_takes_back(owner):
    actions = Actions(owner)
    actions.name_step("undo", "Thêm mục")
    assert actions["undo"].toolTip() == "Hoàn tác: Thêm mục (Ctrl+Z)"


def test_the_list_of_keys_names_every_action_that_has_some():
    listed = shortcuts().markdown
    assert [spec.tip for spec in ACTIONS if spec.keys and f"| {spec.tip} | **" not in listed] == []
