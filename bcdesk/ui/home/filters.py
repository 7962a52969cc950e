"""Which reports the list shows: of which kind and period, signed and drafted by whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from bcdesk.report.kept import Listed, Wanted
from bcdesk.ui.style.style import STEP
from bcdesk.vietnamese.folding import sort_key

_NARROWEST = 14  # characters; the rest of a long name is in the open list


@dataclass(frozen=True, slots=True)
class Choice:
    """A list to choose from: its name, what stands for all, and what of a report it offers."""

    name: str
    everything: str
    of: Callable[[Listed], str]


CHOICES = {
    "kind": Choice("Loại báo cáo", "Mọi loại báo cáo", lambda listed: listed.kind),
    "period": Choice("Kỳ báo cáo", "Mọi kỳ", lambda listed: listed.period),
    "signer": Choice("Người ký", "Mọi người ký", lambda listed: listed.signer),
    "drafter": Choice("Người soạn", "Mọi người soạn", lambda listed: listed.drafter),
}
YEAR = "year"


class Filters(QWidget):
    """Four lists over what the reports have; `changed` tells of another choice."""

    changed = Signal()

    def __init__(self, kind_names: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind_names = kind_names
        self.boxes = {name: _box(choice) for name, choice in CHOICES.items()}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        for box in self.boxes.values():
            row.addWidget(box, 1)
            box.activated.connect(lambda _: self.changed.emit())

    @property
    def wanted(self) -> Wanted:
        """What is chosen; everything while the lists are not shown, so that nothing is kept back unseen."""
        if self.isHidden():
            return Wanted()
        return Wanted(**dict(filter(None, (box.currentData() for box in self.boxes.values()))))

    def show_choices(self, reports: Iterable[Listed]) -> None:
        """Offer what these reports have; what is chosen stays."""
        listed = tuple(reports)
        for name, box in self.boxes.items():
            values = {value for each in listed if (value := CHOICES[name].of(each))}
            _fill(box, CHOICES[name].everything, self._entries(name, values))

    def clear(self) -> None:
        """Ask for everything again."""
        for box in self.boxes.values():
            box.setCurrentIndex(0)

    def _entries(self, name: str, values: set[str]) -> list[tuple[str, tuple[str, str]]]:
        if name == "period":
            return _periods(values)
        words = {value: self._kind_names.get(value, value) if name == "kind" else value for value in values}
        return [(words[value], (name, value)) for value in sorted(values, key=lambda value: sort_key(words[value]))]


def _periods(values: set[str]) -> list[tuple[str, tuple[str, str]]]:
    """Every year, and below it its periods, the newest year first."""
    years = sorted({value[-4:] for value in values}, reverse=True)
    return [
        entry
        for year in years
        for entry in (
            (f"Mọi kỳ của năm {year}", (YEAR, year)),
            *((value, ("period", value)) for value in sorted(values, key=sort_key) if value.endswith(year)),
        )
    ]


def _fill(box: QComboBox, everything: str, entries: list[tuple[str, tuple[str, str]]]) -> None:
    chosen: Any = box.currentData()
    box.clear()
    box.addItem(everything, None)
    for words, data in entries:
        box.addItem(words, data)
    box.setCurrentIndex(next((at for at in range(box.count()) if box.itemData(at) == chosen), 0))


def _box(choice: Choice) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(choice.name)
    box.setToolTip(choice.name)
    box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    box.setMinimumContentsLength(_NARROWEST)
    box.setMaxVisibleItems(20)
    box.addItem(choice.everything, None)
    return box
