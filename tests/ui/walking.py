"""What a person who cannot use a mouse, or cannot see the screen, finds in a view."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QFormLayout,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QTextEdit,
    QWidget,
)

from bcdesk.ui.editor.writing import Writing
from bcdesk.ui.home.calendar import KindName
from bcdesk.ui.home.marks import MarkButton
from bcdesk.ui.tab_order import follow_the_eye
from bcdesk.vietnamese.syllables import is_syllable

CONTROLS = (
    *(QAbstractButton, QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox),
    *(QAbstractItemView, QTabBar),
)
# Names and signs that stay as they are in Vietnamese offices.
KNOWN_WORDS = """
word covid pdf bcdesk csv png sha ctrl alt shift tab enter esc delete insert home end pgup pgdown f pt cm mm mb kb
cchc ubnd hđnd vp vt nc kt tm tl bc cv vh xh tt pct nđ th ii iii iv docx eml jpg jpeg pano nh
windows lbp canon hp laserjet pro liberation serif times new roman scan root tmp papers
"""
KNOWN = frozenset(KNOWN_WORDS.split())
WALKED = (MarkButton, KindName)  # arrow keys lead through the whole calendar
SAID_KEYS = re.compile(r"\((?:Esc|F\d+|(?:Ctrl|Alt|Shift)\+.+)\)$")
PATH = re.compile(r"[\w.…-]*[/\\_][\w./\\_…-]*|[\w-]+\.(?:docx|pdf|eml|bcdesk|csv|jpg|jpeg|png)|[0-9a-f]{16,}…?")
WORD = re.compile(r"[^\W\d_]+")


def controls(view: QWidget) -> Iterator[QWidget]:
    """What one can press, write in or choose from, as far as it can be seen."""
    for widget in view.findChildren(QWidget):
        if isinstance(widget, CONTROLS) and widget.isVisibleTo(view) and widget.isEnabled() and not _inside(widget):
            yield widget


def nameless(view: QWidget) -> list[str]:
    """The controls of which a screen reader could say nothing."""
    return [described(each) for each in controls(view) if not re.search(r"\w{2}|^\w$", name_of(each))]


def name_of(widget: QWidget) -> str:
    """What a screen reader says of a control."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def out_of_reach(view: QWidget) -> list[str]:
    """The buttons that Tab does not come to and that no keys press."""
    return [
        described(each)
        for each in controls(view)
        if not each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not _has_keys(each)
        and each.focusProxy() is None
        and not isinstance(each, WALKED)
    ]


def without_buddy(view: QWidget) -> list[str]:
    """The labels of forms that name nothing, or another field than the one beside them."""
    return [
        label.text()
        for form in view.findChildren(QFormLayout)
        for row in range(form.rowCount())
        for label, field in [_row(form, row)]
        if isinstance(label, QLabel) and label.isVisibleTo(view) and _asks(field) and not _names(label, field)
    ]


def against_the_eye(view: QWidget) -> list[str]:
    """The steps of Tab that go back: up within a column, or left within a line."""
    follow_the_eye(view)
    stops = list(tab_stops(view))
    return [f"{described(one)} → {described(other)}" for one, other in pairwise(stops) if _goes_back(one, other, view)]


def tab_stops(view: QWidget) -> Iterator[QWidget]:
    """What Tab comes to, in its order, beginning with what stands first."""
    first = view.nextInFocusChain()
    widget = first
    while True:
        if _stops_at(widget, view):
            yield widget
        widget = widget.nextInFocusChain()
        if widget in (first, view):
            return


def unseen_focus(view: QWidget) -> list[str]:
    """The controls that look the same with the keyboard and without it."""
    view.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # as the first Tab does
    stops = list(tab_stops(view))
    pairs = zip(stops, [*stops[1:], *stops[:1]], strict=True) if len(stops) > 1 else ()
    return [described(each) for each, other in pairs if not isinstance(each, Writing) and _looks_the_same(each, other)]


def _looks_the_same(widget: QWidget, other: QWidget) -> bool:
    """Whether a control looks no different with the keyboard than while another has it. Writings have their caret."""
    other.setFocus(Qt.FocusReason.TabFocusReason)
    without = widget.grab().toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return widget.hasFocus() and widget.grab().toImage() == without


def foreign_words(view: QWidget) -> list[str]:
    """The words that no Vietnamese would read."""
    return sorted({word for text in texts(view) for word in WORD.findall(PATH.sub(" ", text)) if not _is_ours(word)})


def texts(view: QWidget) -> Iterator[str]:
    """Every text of a view that is seen, shown when asked for, or read aloud."""
    yield view.windowTitle()
    for widget in [view, *view.findChildren(QWidget)]:
        if widget is view or widget.isVisibleTo(view):
            yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
            yield from _texts_of(widget)


def _texts_of(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QAbstractButton | QLabel):
        yield re.sub(r"<[^>]*>", " ", widget.text())
    elif isinstance(widget, QGroupBox):
        yield widget.title()
    elif isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    elif isinstance(widget, QTabBar):
        yield from (words for at in range(widget.count()) for words in (widget.tabText(at), widget.tabToolTip(at)))
    elif isinstance(widget, QHeaderView) and widget.orientation() == Qt.Orientation.Horizontal:
        heads = range(widget.count())
        yield from (str(widget.model().headerData(at, Qt.Orientation.Horizontal) or "") for at in heads)
    for action in widget.actions():
        yield from _texts_of_action(action)


def _texts_of_action(action: QAction) -> Iterator[str]:
    yield from (action.text().replace("&", ""), action.toolTip().replace("&", ""))


def _is_ours(word: str) -> bool:
    return len(word) == 1 or word.casefold() in KNOWN or is_syllable(word.casefold())


def described(widget: QWidget) -> str:
    """A control as one finds it in the source."""
    parents = [widget]
    while parents[-1].parentWidget() is not None and not parents[-1].isWindow():
        parents.append(parents[-1].parentWidget())
    named = next((type(each).__name__ for each in parents[1:] if type(each).__module__.startswith("bcdesk")), "")
    return f"{named}.{type(widget).__name__}({name_of(widget) or widget.objectName()!r})"


def _inside(widget: QWidget) -> bool:
    """Whether it is a part of a control of Qt, which speaks for it."""
    if isinstance(widget, QHeaderView) or widget.objectName().startswith("qt_"):
        return True
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QComboBox | QAbstractSpinBox | QLineEdit | QTabBar):
            return True
        parent = None if parent.isWindow() else parent.parentWidget()
    return False


def _has_keys(widget: QWidget) -> bool:
    """Whether the action it shows, or it itself, has keys."""
    action = widget.defaultAction() if hasattr(widget, "defaultAction") else None
    own = widget.shortcut() if isinstance(widget, QAbstractButton) else None
    return bool((action and action.shortcuts()) or (own and not own.isEmpty()) or SAID_KEYS.search(name_of(widget)))


def _row(form: QFormLayout, row: int) -> tuple[QWidget | None, QWidget | QLayout | None]:
    label, field = (form.itemAt(row, role) for role in (QFormLayout.ItemRole.LabelRole, QFormLayout.ItemRole.FieldRole))
    return (label.widget() if label else None), (field.widget() or field.layout()) if field else None


def _asks(field: QWidget | QLayout | None) -> bool:
    return isinstance(field, QWidget) and any(
        isinstance(each, CONTROLS) for each in (field, *field.findChildren(QWidget))
    )


def _names(label: QLabel, field: QWidget) -> bool:
    buddy = label.buddy()
    return buddy is not None and (buddy is field or field.isAncestorOf(buddy))


def _stops_at(widget: QWidget, view: QWidget) -> bool:
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus)
        and widget.isEnabled()
        and widget.isVisibleTo(view)
        and view.isAncestorOf(widget)
        and widget.focusProxy() is None
        and isinstance(widget, CONTROLS)
    )


def _goes_back(one: QWidget, other: QWidget, view: QWidget) -> bool:
    before, behind = _rect(one, other, view), _rect(other, one, view)
    shared = min(before.bottom(), behind.bottom()) - max(before.top(), behind.top())
    if shared > min(before.height(), behind.height()) / 2:
        return behind.right() <= before.left()
    return behind.bottom() <= before.top() and behind.left() < before.right()


def _rect(widget: QWidget, other: QWidget, view: QWidget) -> QRect:
    """Where a widget is seen; what can be scrolled, and the other is not in it, is where it can be scrolled to."""
    outer = widget
    while (parent := outer.parentWidget()) is not None and not parent.isAncestorOf(other) and parent is not view:
        outer = parent
    seen = outer if isinstance(outer, QScrollArea) or outer.findChild(QScrollArea) else widget
    return seen.rect().translated(seen.mapTo(view, QPoint(0, 0)))
