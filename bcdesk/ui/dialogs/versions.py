"""The versions of a report: each compared with the draft or with another one, and put back, wholly or in part."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bcdesk.errors import KnownError
from bcdesk.report.compare import PartChange, compare
from bcdesk.report.kept import VersionListed
from bcdesk.report.report import Report
from bcdesk.session.store import Store
from bcdesk.ui.background import Background
from bcdesk.ui.dialogs.changes_view import LEGEND, ChangesView
from bcdesk.ui.dialogs.dialog import Dialog, headed, note
from bcdesk.ui.style.style import ROW, STEP

T = TypeVar("T")

NOW = "bản đang soạn"
AUTOMATIC = "tự lưu"
ALL, HERE = "Cả báo cáo", "Mục đang soạn"
SAME, SAME_HERE = "Hai bản giống hệt nhau.", "Mục này không có gì khác."
NONE = "Chưa có bản nào. Chương trình tự giữ một bản khoảng 10 phút một lần khi nội dung thay đổi."
READING = "Đang so sánh…"
FROZEN = "Báo cáo đã ký nên không khôi phục được; bấm “Mở lại để sửa” trước."


@dataclass(frozen=True, slots=True)
class Group:
    """A part of the report as the clerk sees it, a tab: its key, its words."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Draft:
    """The report on the desk, the group the caret stands in, and in which group a change stands."""

    report_id: str
    report: Report
    here: Group
    group_of: Callable[[PartChange, Report], Group]


@dataclass(frozen=True, slots=True)
class Restoring:
    """What the clerk wants back: parts of `then`, or all of it where `changes` is None."""

    version: VersionListed
    then: Report
    changes: tuple[PartChange, ...] | None
    words: str


class VersionsDialog(Dialog):
    """Versions at the left, at the right what is different; `restore_asked` carries a Restoring, and it stays open."""

    restore_asked = Signal(object)

    def __init__(
        self, store: Store, background: Background, draft: Draft, now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__("Các bản đã lưu", "Khôi phục cả báo cáo", parent, leave="Đóng")
        self._store, self._background, self._draft, self._now = store, background, draft, now
        self._listed: tuple[VersionListed, ...] = ()
        self._read: dict[int, Report] = {}
        self._changes: tuple[PartChange, ...] = ()
        self._groups: tuple[Group, ...] = ()  # of each change
        self.list = QListWidget()
        self.against, self.parts = QComboBox(), QComboBox()
        self.view = ChangesView()
        self.told, self.trouble = note(""), QLabel()
        self.name = QLineEdit(placeholderText="Ví dụ: trình lần 1")
        self.keep = QPushButton("Đặt tên cho bản hiện tại")
        self.some = self.add_verb("Khôi phục mục này", self._ask_some, first=True)
        self._lay_out()
        self._listen()
        self.finish(1080, 620, self.list)
        self.act.setDefault(False)  # Enter in the list must not put one back
        self.leave.setDefault(True)
        self._allow()

    @property
    def version(self) -> VersionListed | None:
        """The version under the bar."""
        row = self.list.currentRow()
        return self._listed[row] if 0 <= row < len(self._listed) else None

    def open(self) -> None:
        """Show itself, then what there is."""
        super().open()
        self.refresh()

    def accept(self) -> None:
        """Ask for all of the version under the bar."""
        if self.act.isEnabled():
            self._ask(None, "cả báo cáo")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter after a name gives it, and does not close the dialog."""
        if self.name.hasFocus() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._keep()
        else:
            super().keyPressEvent(event)

    def refresh(self) -> None:
        """Read the versions anew."""
        self._run(partial(self._store.versions, self._draft.report_id), self._show)

    def fail(self, error: KnownError) -> None:
        """Tell what stood in the way."""
        self.told.setText("")
        self.trouble.setText(str(error))
        self.trouble.show()

    def _show(self, listed: tuple[VersionListed, ...]) -> None:
        self._listed = listed
        words = [version_words(version, self._now) for version in listed]
        self.list.clear()
        self.list.addItems(words)
        for row in range(len(words)):
            self.list.item(row).setSizeHint(QSize(0, ROW))
        self.against.clear()
        self.against.addItem(NOW, None)
        for version, said in zip(listed, words, strict=True):
            self.against.addItem(said, version.id)
        self.told.setText("" if listed else NONE)
        self.list.setCurrentRow(0)

    def _compare(self) -> None:
        version, other = self.version, self.against.currentData()
        self._changes = self._groups = ()
        self._allow()
        if version is not None and self.against.count():
            work = partial(self._compared, version.id, other)
            self._run(work, partial(self._show_changes, version, other))

    def _compared(self, version_id: int, other_id: int | None) -> tuple[PartChange, ...]:
        """In the background: the older of the two against the newer."""
        one = self._report(version_id)
        if other_id is None:
            return compare(one, self._draft.report)
        other = self._report(other_id)
        return compare(other, one) if other_id < version_id else compare(one, other)

    def _report(self, version_id: int) -> Report:
        if version_id not in self._read:
            self._read[version_id] = self._store.load_version(version_id)
        return self._read[version_id]

    def _show_changes(self, version: VersionListed, other: int | None, changes: tuple[PartChange, ...]) -> None:
        if (version, other) != (self.version, self.against.currentData()):
            return  # the bar has gone on meanwhile
        self._changes = changes
        then = self._read[version.id]
        self._groups = tuple(self._draft.group_of(change, then) for change in changes)
        chosen = self.parts.currentData() if self.parts.count() else self._draft.here.key
        self.told.setText(LEGEND)
        self.parts.blockSignals(True)  # noqa: FBT003  # Qt's own
        self._fill_parts()
        self.parts.setCurrentIndex(max(self.parts.findData(chosen), 0))
        self.parts.blockSignals(False)  # noqa: FBT003  # Qt's own
        self._show_part()

    def _fill_parts(self) -> None:
        self.parts.clear()
        self.parts.addItem(_counted(ALL, len(self._changes)), "")
        groups = {self._draft.here.key: self._draft.here}
        groups |= {group.key: group for group in self._groups}
        for group in groups.values():
            words = f"{HERE}: {group.words}" if group.key == self._draft.here.key else group.words
            self.parts.addItem(_counted(words, len(self._of(group.key))), group.key)

    def _show_part(self) -> None:
        key = self.parts.currentData()
        self.view.show_changes(self._of(key), SAME_HERE if key and self._changes else SAME)
        self._allow()

    def _of(self, key: str) -> tuple[PartChange, ...]:
        pairs = zip(self._changes, self._groups, strict=True)
        return tuple(change for change, group in pairs if key in {"", group.key})

    def _allow(self) -> None:
        """Only what was shown can be put back, and only over the draft."""
        over_draft = bool(self._changes) and self.against.currentData() is None and not self._draft.report.frozen
        key = self.parts.currentData() or ""
        self.act.setEnabled(over_draft)
        self.some.setEnabled(over_draft and bool(key) and bool(self._of(key)))
        self.act.setToolTip(FROZEN if self._draft.report.frozen else "")
        self.some.setToolTip(self.act.toolTip())

    def _ask_some(self) -> None:
        key = self.parts.currentData()
        words = next(group.words for group in self._groups if group.key == key)
        self._ask(self._of(key), f"mục “{words}”")

    def _ask(self, changes: tuple[PartChange, ...] | None, words: str) -> None:
        if (version := self.version) is not None:
            self.restore_asked.emit(Restoring(version, self._read[version.id], changes, words))

    def _keep(self) -> None:
        event = self.name.text().strip()
        if not event:
            self.name.setFocus()
            return
        self.name.clear()
        work = partial(self._store.keep_version, self._draft.report_id, self._draft.report, event)
        self._run(work, lambda _: self.refresh())

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do it in the background, then show what came of it while the dialog is there."""
        self.trouble.hide()
        self.told.setText(READING)
        self._background.run(work, lambda result: done(result) if self.isVisible() else None, self.fail)

    def _listen(self) -> None:
        self.list.currentRowChanged.connect(lambda _: self._compare())
        self.against.currentIndexChanged.connect(lambda _: self._compare())
        self.parts.currentIndexChanged.connect(lambda _: self._show_part())
        self.keep.clicked.connect(self._keep)

    def _lay_out(self) -> None:
        named = {
            "Các bản đã lưu": self.list, "So với": self.against, "Hiện": self.parts, "Tên của bản hiện tại": self.name,
        }  # fmt: skip
        for words, widget in named.items():
            widget.setAccessibleName(words)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.keep.setAutoDefault(False)
        both = QHBoxLayout()
        both.setSpacing(2 * STEP)
        both.addLayout(self._left(), 2)
        both.addLayout(self._right(), 5)
        self.body.addLayout(both, 1)
        self.trouble.setObjectName("wrong")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.body.addWidget(self.trouble)

    def _left(self) -> QVBoxLayout:
        left = QVBoxLayout()
        left.addLayout(headed("Các bản đã lưu", self.list), 1)
        left.addWidget(self.name)
        left.addWidget(self.keep)
        return left

    def _right(self) -> QVBoxLayout:
        choosers = QGridLayout()
        for row, (words, chooser) in enumerate((("So với", self.against), ("Hiện", self.parts))):
            chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choosers.addWidget(QLabel(words), row, 0)
            choosers.addWidget(chooser, row, 1)
        choosers.setColumnStretch(1, 1)
        right = QVBoxLayout()
        right.addLayout(choosers)
        right.addWidget(self.view, 1)
        right.addWidget(self.told)
        return right


def _counted(words: str, count: int) -> str:
    return f"{words} ({count} chỗ khác)" if count else f"{words} (không khác)"


def version_words(version: VersionListed, now: datetime) -> str:
    """When a version was kept and what it is called."""
    at = version.at.astimezone(now.tzinfo)
    days = (now.date() - at.date()) // timedelta(days=1)
    near = {0: f"Hôm nay {at:%H:%M}", 1: f"Hôm qua {at:%H:%M}"}
    far = f"{at:%d/%m %H:%M}" if at.year == now.year else f"{at:%d/%m/%Y %H:%M}"
    return f"{near.get(days, far)} · {version.event or AUTOMATIC}"
