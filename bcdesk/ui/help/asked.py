"""What F1 asks for: the topic of the field or view that has the keyboard, and the remark that is chosen there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget

from bcdesk.ui.dialogs.form import NAME
from bcdesk.ui.editor.cell import CellField
from bcdesk.ui.editor.field import Field
from bcdesk.ui.editor.grid import Grid
from bcdesk.ui.findings.panel import FindingsPanel
from bcdesk.ui.help.book import CONTENTS
from bcdesk.ui.help.places import ACTIONS, FIELDS, VIEWS, topic_of_part, topic_of_rule

TABLE = "table"


@dataclass(frozen=True, slots=True)
class Asked:
    """A topic, and in words the clause of the remark it is about; empty where it is about none."""

    topic: str
    clause: str = ""


def asked_at(widget: QWidget | None) -> Asked:
    """The topic of the nearest thing around a widget that has one; the contents where nothing has."""
    return next((asked for around in _around(widget) if (asked := _said(around))), Asked(CONTENTS))


def _around(widget: QWidget | None) -> Iterator[QWidget]:
    while widget is not None:
        yield widget
        widget = widget.parentWidget()


def _said(widget: QWidget) -> Asked | None:
    if isinstance(widget, Grid | CellField):
        return Asked(TABLE)
    if isinstance(widget, Field):
        return Asked(topic_of_part(widget.pen.report, widget.caret_place().part))
    if isinstance(widget, FindingsPanel) and widget.chosen is not None:
        finding = widget.chosen.finding
        return Asked(topic_of_rule(finding.rule), finding.clause)
    if isinstance(widget, QToolButton) and (topic := ACTIONS.get(_action_of(widget))):
        return Asked(topic)
    if name := widget.property(NAME):
        return _first(FIELDS.get((kind, name)) for kind in _kinds(widget.window()))
    return _first(map(VIEWS.get, _kinds(widget)))


def _kinds(widget: QWidget) -> list[str]:
    """What a widget is, the most particular first."""
    return [kind.__name__ for kind in type(widget).__mro__]


def _first(topics: Iterable[str | None]) -> Asked | None:
    return next((Asked(topic) for topic in topics if topic), None)


def _action_of(button: QToolButton) -> str:
    """The id of the action a button of the bar stands for; empty where it stands for none."""
    action: QAction | None = button.defaultAction()
    return action.objectName() if action is not None else ""
