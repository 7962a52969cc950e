"""An outline shown as a tree to be corrected with keys: levels, order, headings, and which sections keep their text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bcdesk.report.outline import next_marker, split_heading
from bcdesk.report.outline_rows import Rows, exchanged, family, nested, numbered, rows_of, shifted, without_family
from bcdesk.report.report import Section
from bcdesk.ui.dialogs.choices import ROW_HEIGHT
from bcdesk.ui.style.icons import icon
from bcdesk.ui.style.style import STEP
from bcdesk.vietnamese.text import nfc

NEW_TITLE = "Mục mới"
KEEP = "Đánh dấu để giữ nội dung của mục này trong mẫu"
_Change = Callable[[Rows, int], tuple[Rows, int]]


def _moved_level(by: int) -> _Change:
    return lambda rows, at: (shifted(rows, at, by), at)


def _moved(by: int) -> _Change:
    return lambda rows, at: exchanged(rows, at, by)


def _removed(rows: Rows, at: int) -> tuple[Rows, int]:
    return without_family(rows, at), at


def _added(rows: Rows, at: int) -> tuple[Rows, int]:
    """One more section behind the one at `at`, of its level; the first one where there is none."""
    if at < 0:
        return ((0, Section("", "I.", NEW_TITLE)),), 0
    depth, section = rows[at]
    end = family(rows, at).stop
    return (*rows[:end], (depth, Section("", next_marker(section.marker), NEW_TITLE)), *rows[end:]), end


CORRECTIONS: tuple[tuple[str, str, str, _Change], ...] = (
    ("arrow-left", "Lên một cấp", "Alt+Left", _moved_level(-1)),
    ("arrow-right", "Xuống một cấp", "Alt+Right", _moved_level(1)),
    ("arrow-up", "Chuyển lên trên", "Alt+Up", _moved(-1)),
    ("arrow-down", "Chuyển xuống dưới", "Alt+Down", _moved(1)),
    ("remove", "Bỏ mục", "Del", _removed),
)
"""What can be done with the section under the bar: the picture and words of its verb, its keys, what it does."""


class OutlineTree(QWidget):
    """The tree with its verbs under it; `changed` tells of each correction. Sections with text have a box."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Rows = ()
        self._past: list[Rows] = []
        self._items: list[QTreeWidgetItem] = []
        self.tree = _tree()
        self.tree.itemChanged.connect(self._take_heading)
        self._verbs = QHBoxLayout()
        self._verbs.setSpacing(STEP // 2)
        for drawing, words, keys, change in CORRECTIONS:
            self._add_verb(drawing, words, keys, partial(self._correct, change))
        self._add_verb("add", "Thêm mục", "Ins", self.add)
        self._add_verb("undo", "Hoàn tác", "Ctrl+Z", self.undo)
        self._verbs.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP // 2)
        column.addWidget(self.tree, 1)
        column.addLayout(self._verbs)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The outline as corrected; sections without a tick are without their text."""
        rows = (
            (depth, section if self._is_kept(at) else replace(section, blocks=(), run_in=False))
            for at, (depth, section) in enumerate(self._rows)
        )
        return numbered(nested(rows))

    def show_outline(self, sections: tuple[Section, ...], *, ticked: bool = False) -> None:
        """Show an outline; what was corrected before is forgotten. `ticked`: text is kept unless the clerk says no."""
        self._past.clear()
        self._show(rows_of(sections), 0, [ticked] * len(rows_of(sections)))

    def add(self) -> None:
        """Put a new section behind the one under the bar, and edit its heading."""
        self._correct(_added)
        item = self.tree.currentItem()
        if item is not None:
            self.tree.editItem(item)

    def undo(self) -> None:
        """Take the last correction back."""
        if self._past:
            self._show(self._past.pop(), max(self._current(), 0))
            self.changed.emit()

    def _correct(self, change: _Change) -> None:
        at = self._current()
        rows, now = change(self._rows, at) if at >= 0 or change is _added else (self._rows, at)
        if rows != self._rows:
            self._past.append(self._rows)
            self._show(rows, now)
            self.changed.emit()

    def _show(self, rows: Rows, at: int, ticks: list[bool] | None = None) -> None:
        kept = {id(section) for index, (_, section) in enumerate(self._rows) if self._is_kept(index)}
        blocker = QSignalBlocker(self.tree)
        self.tree.clear()
        self._rows, self._items = rows, []
        above: list[QTreeWidgetItem] = []
        for index, (depth, section) in enumerate(rows):
            item = self._item(section, ticked=ticks[index] if ticks else id(section) in kept)
            del above[depth:]
            above[-1].addChild(item) if above else self.tree.addTopLevelItem(item)
            above.append(item)
            self._items.append(item)
        self.tree.expandAll()
        if self._items:
            self.tree.setCurrentItem(self._items[min(at, len(self._items) - 1)])
        blocker.unblock()

    def _item(self, section: Section, *, ticked: bool) -> QTreeWidgetItem:
        item = QTreeWidgetItem([section.heading])
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        item.setToolTip(0, section.heading)
        item.setSizeHint(0, QSize(0, ROW_HEIGHT))
        if section.blocks:
            item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            item.setToolTip(0, KEEP)
        return item

    def _take_heading(self, item: QTreeWidgetItem) -> None:
        """A heading was typed anew, or a tick set."""
        at = self._items.index(item)
        depth, section = self._rows[at]
        marker, title = split_heading(nfc(item.text(0)))
        if (marker, title) != (section.marker, section.title):
            self._past.append(self._rows)
            ticked = self._is_kept(at)
            renamed = replace(section, marker=marker, title=title)
            self._rows = (*self._rows[:at], (depth, renamed), *self._rows[at + 1 :])
            if section.blocks:
                item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.changed.emit()

    def _is_kept(self, at: int) -> bool:
        return at < len(self._items) and self._items[at].checkState(0) is Qt.CheckState.Checked

    def _current(self) -> int:
        item = self.tree.currentItem()
        return self._items.index(item) if item is not None else -1

    def _add_verb(self, drawing: str, words: str, keys: str, act: Callable[[], object]) -> None:
        action = QAction(icon(drawing), words, self.tree)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{words} ({shown})")
        action.triggered.connect(lambda _: act())
        self.tree.addAction(action)
        button = QToolButton()
        button.setDefaultAction(action)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._verbs.addWidget(button)


def _tree() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setHeaderHidden(True)
    tree.setAccessibleName("Các mục của đề cương")
    tree.setUniformRowHeights(True)
    tree.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
    return tree
