"""Tab goes as the eye does: as things stand in a window, whenever they were put there.

The items of layouts are not asked: what PySide hands out for them outlives them, and is taken for others later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cmp_to_key
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

CONTROLS = (
    *(QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox),
    *(QLineEdit, QPlainTextEdit, QTabBar, QTextEdit),
)
Part = QWidget | QLayout


def follow_the_eye(top: QWidget) -> None:
    """Let Tab come to everything that is shown in `top` line by line; what stands in one frame stays together."""
    stops = [widget for widget in as_read(top) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for before, behind in pairwise(stops):
        QWidget.setTabOrder(before, behind)


def as_read(widget: QWidget) -> Iterator[QWidget]:
    """The widget and all that is shown inside it, in reading order; what a control is made of is its own affair."""
    yield widget
    if not isinstance(widget, CONTROLS):
        shown = [child for child in widget.children() if isinstance(child, QWidget) and not child.isHidden()]
        for child in _ordered(widget.layout(), shown):
            yield from as_read(child)


def _ordered(layout: QLayout | None, widgets: list[QWidget]) -> Iterator[QWidget]:
    """The widgets of a layout, those of the layouts in it together; without a layout, the widgets as they stand."""
    if layout is None:
        yield from (part for part in in_reading_order(widgets) if isinstance(part, QWidget))
        return
    inner = [child for child in layout.children() if isinstance(child, QLayout)]
    own = [widget for widget in widgets if layout.indexOf(widget) >= 0]
    for part in in_reading_order([*own, *inner]):
        if isinstance(part, QWidget):
            yield part
        else:
            yield from _ordered(part, widgets)


def in_reading_order(parts: Iterable[Part]) -> list[Part]:
    """Line by line, and from left to right in each; lines are what stands mostly side by side."""
    return sorted(parts, key=cmp_to_key(_before))


def _before(part: Part, next_part: Part) -> int:
    """Less than nothing where `part` is read first."""
    one, other = part.geometry(), next_part.geometry()
    shared = min(one.bottom(), other.bottom()) - max(one.top(), other.top())
    if 2 * shared > min(one.height(), other.height()):
        return one.left() - other.left()
    return one.top() - other.top()
