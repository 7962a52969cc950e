"""No keys mean two things at one place, and none are taken from UniKey, Windows or the text itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain

import pytest
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from bcdesk.ui.actions import ACTIONS
from bcdesk.ui.editor.gridactions import ACTIONS as GRID_ACTIONS
from bcdesk.ui.editor.structure import ACTIONS as SECTION_ACTIONS
from tests.ui.tour import Tour
from tests.ui.views import VIEWS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
# UniKey turns itself on and off with Ctrl+Shift or Alt+Z, and opens its tools with Ctrl+Shift+F5, F6, F9.
UNIKEY = ("Alt+Z", "Ctrl+Shift+F5", "Ctrl+Shift+F6", "Ctrl+Shift+F9")
WINDOWS = (
    *("Alt+F4", "Alt+Tab", "Alt+Esc", "Alt+Space", "Ctrl+Esc", "Ctrl+Shift+Esc", "Ctrl+Alt+Del", "Ctrl+Alt+Tab"),
    *("Ctrl+Alt+Left", "Ctrl+Alt+Right", "Ctrl+Alt+Up", "Ctrl+Alt+Down", "Shift+F10", "Print"),
)
# What a text does with them is what people know from Word.
OF_TEXT = (
    *("Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Home", "Ctrl+End", "Ctrl+Left", "Ctrl+Right", "Ctrl+Backspace"),
    *("Ctrl+Del", "Shift+Del", "Shift+Ins", "Ctrl+Ins", "Ctrl+Shift+Left", "Ctrl+Shift+Right", "Backspace", "Del"),
    *("Ctrl+Shift+Home", "Ctrl+Shift+End", "Ins", "Return", "Shift+Return", "Tab", "Alt+Backspace"),
)
OTHERS = {"unikey": UNIKEY, "windows": WINDOWS, "text": OF_TEXT}
DECLARED = {
    "window": [keys for spec in ACTIONS for keys in spec.keys],
    "section": [action.keys for action in SECTION_ACTIONS],
    "table": [action.keys for action in GRID_ACTIONS],
}
# Qt's own keys in a text say the same as those of the window, and give way to it.
SAME_IN_TEXT = {"Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z"}


def portable(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)


@pytest.mark.parametrize("owner", OTHERS)
def test_no_keys_are_taken_from(owner):
    ours = {portable(keys) for keys in chain.from_iterable(DECLARED.values()) if keys}
    assert ours & set(map(portable, OTHERS[owner])) == set()


def test_in_the_text_of_a_table_no_keys_mean_two_things():
    counted = Counter(portable(keys) for keys in chain.from_iterable(DECLARED.values()) if keys)
    assert [keys for keys, count in counted.items() if count > 1] == []


def test_every_change_of_a_section_has_keys():
    assert [action.words for action in SECTION_ACTIONS if not portable(action.keys)] == []


def owners_of_keys(view: QWidget) -> dict[str, list[QWidget]]:
    """Where in a view what keys are listened to, once for each place."""
    found = defaultdict(list)
    for shortcut in view.findChildren(QShortcut):
        if shortcut.isEnabled() and shortcut.parent().isVisibleTo(view):
            for keys in shortcut.keys():  # noqa: SIM118  # no dict
                found[portable(keys)].append(shortcut.parent())
    for widget in (view, *view.findChildren(QWidget)):
        if isinstance(widget, QAbstractButton) and not widget.shortcut().isEmpty() and widget.isVisibleTo(view):
            found[portable(widget.shortcut())].append(widget)
    for action in {each for each in view.actions() if isinstance(each, QAction) and each.isEnabled()}:
        for keys in action.shortcuts():
            found[portable(keys)].append(view)
    return found


def answers_twice(one: QWidget, other: QWidget) -> bool:
    """Whether both would be asked at once: one is within the other, or they are the same."""
    return one is other or one.isAncestorOf(other) or other.isAncestorOf(one)


def test_in_no_view_two_things_listen_to_the_same_keys(qapp, tmp_path):
    tour = Tour(tmp_path)
    twice = []
    for name in ("list", "desk-head", "desk-section", "desk-table", "replace", "check", "library-report"):
        for keys, owners in owners_of_keys(VIEWS[name](tour)).items():
            pairs = [(a, b) for at, a in enumerate(owners) for b in owners[at + 1 :] if answers_twice(a, b)]
            twice += [f"{name}: {keys}" for _ in pairs]
        tour.leave()
    tour.close()
    assert twice == []
