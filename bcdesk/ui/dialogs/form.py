"""Forms declared as data: a dialog lists its fields and reads their values by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from bcdesk.ui.dialogs.choices import Choice, Picker
from bcdesk.ui.style.style import ROW, STEP
from bcdesk.vietnamese.text import nfc

NAME = "field"  # the property of a widget that holds the name of its field


class Ask(Enum):
    """What a field asks for, and so with which widget."""

    TEXT = auto()
    LINES = auto()
    CHOICE = auto()
    SUGGESTED = auto()
    PICK = auto()
    NUMBER = auto()
    YES = auto()


@dataclass(frozen=True, slots=True)
class Field:
    """One question of a form. `low`, `high`, `step` and `unit` are for a NUMBER; `hint` stands in an empty field."""

    name: str
    label: str
    kind: Ask = Ask.TEXT
    hint: str = ""
    choices: tuple[Choice, ...] = ()
    low: float = 0
    high: float = 100
    step: float = 1
    unit: str = ""


@dataclass(frozen=True, slots=True)
class _Control:
    """A widget with the two ways into it."""

    widget: QWidget
    value: Callable[[], Any]
    show: Callable[[Any], None]


class Form(QWidget):
    """The fields one under another; `changed` gives the name of the field a person has changed."""

    changed = Signal(str)

    def __init__(self, fields: Iterable[Field], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(STEP)
        rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._controls: dict[str, _Control] = {}
        for field in fields:
            control = _BUILDERS[field.kind](field, partial(self.changed.emit, field.name))
            self._controls[field.name] = control
            control.widget.setAccessibleName(field.label)
            control.widget.setProperty(NAME, field.name)
            label = QLabel(field.label)
            label.setBuddy(control.widget)
            label.setMinimumHeight(ROW)
            rows.addRow(label, control.widget)

    def values(self) -> dict[str, Any]:
        """Every value by name; text in NFC without blanks around it."""
        return {name: control.value() for name, control in self._controls.items()}

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Put these values into the fields of their names; other names are ignored."""
        for name, value in values.items():
            if name in self._controls:
                self._controls[name].show(value)

    def field(self, name: str) -> QWidget:
        """The widget of a field."""
        return self._controls[name].widget

    def set_choices(self, name: str, choices: Iterable[Choice]) -> None:
        """Offer other choices in a field."""
        widget = self.field(name)
        if isinstance(widget, Picker):
            widget.set_choices(choices)
        elif isinstance(widget, QComboBox):
            _fill(widget, choices)

    def set_range(self, name: str, low: float, high: float) -> None:
        """Let a NUMBER lie between other bounds."""
        widget = self.field(name)
        if isinstance(widget, QDoubleSpinBox):
            widget.setRange(low, high)


def _text(field: Field, changed: Callable[[], None]) -> _Control:
    line = QLineEdit()
    line.setPlaceholderText(field.hint)
    line.textEdited.connect(lambda _: changed())
    return _Control(line, lambda: nfc(line.text()).strip(), lambda value: line.setText(value or ""))


def _lines(field: Field, changed: Callable[[], None]) -> _Control:
    edit = QPlainTextEdit()
    edit.setPlaceholderText(field.hint)
    edit.setTabChangesFocus(True)
    edit.setFixedHeight(3 * edit.fontMetrics().lineSpacing() + 2 * STEP)
    edit.textChanged.connect(changed)
    return _Control(edit, lambda: _split(edit.toPlainText()), lambda value: edit.setPlainText("\n".join(value)))


def _choice(field: Field, changed: Callable[[], None]) -> _Control:
    combo = QComboBox()
    _fill(combo, field.choices)
    combo.activated.connect(lambda _: changed())
    return _Control(combo, lambda: _chosen(combo), lambda value: _choose(combo, value))


def _suggested(field: Field, changed: Callable[[], None]) -> _Control:
    combo = QComboBox()
    combo.setEditable(True)
    combo.setCompleter(None)  # type: ignore[arg-type]  # Qt takes no completer for none; completing breaks Unikey
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    _fill(combo, field.choices)
    line = combo.lineEdit()
    if line is not None:
        line.setPlaceholderText(field.hint)
    combo.setEditText("")
    combo.editTextChanged.connect(lambda _: changed())
    return _Control(combo, lambda: nfc(combo.currentText()).strip(), lambda value: combo.setEditText(value or ""))


def _pick(field: Field, changed: Callable[[], None]) -> _Control:
    picker = Picker(field.hint)
    picker.set_choices(field.choices)
    picker.picked.connect(changed)
    return _Control(picker, lambda: picker.value, picker.set_value)


def _number(field: Field, changed: Callable[[], None]) -> _Control:
    spin = QDoubleSpinBox()
    spin.setDecimals(0 if float(field.step).is_integer() else 1)
    spin.setRange(field.low, field.high)
    spin.setSingleStep(field.step)
    spin.setSuffix(f" {field.unit}" if field.unit else "")
    spin.lineEdit().setTextMargins(STEP // 2, 0, 0, 0)  # as far in as in other fields
    spin.valueChanged.connect(lambda _: changed())
    return _Control(spin, spin.value, spin.setValue)


def _yes(field: Field, changed: Callable[[], None]) -> _Control:
    box = QCheckBox(field.hint)
    box.clicked.connect(lambda _: changed())
    return _Control(box, box.isChecked, lambda value: box.setChecked(bool(value)))


def _fill(combo: QComboBox, choices: Iterable[Choice]) -> None:
    combo.clear()
    for choice in choices:
        combo.addItem(choice.words, choice)


def _chosen(combo: QComboBox) -> Any:
    choice = combo.currentData()
    return choice.value if isinstance(choice, Choice) else None


def _choose(combo: QComboBox, value: Any) -> None:
    values = [combo.itemData(index).value for index in range(combo.count())]
    combo.setCurrentIndex(values.index(value) if value in values else 0)


def _split(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in nfc(text).splitlines() if line.strip())


_BUILDERS: dict[Ask, Callable[[Field, Callable[[], None]], _Control]] = {
    Ask.TEXT: _text,
    Ask.LINES: _lines,
    Ask.CHOICE: _choice,
    Ask.SUGGESTED: _suggested,
    Ask.PICK: _pick,
    Ask.NUMBER: _number,
    Ask.YES: _yes,
}
