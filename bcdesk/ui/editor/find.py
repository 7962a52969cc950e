"""The bar that finds and replaces over the whole report."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from bcdesk.report.edits import Become
from bcdesk.report.matching import Options
from bcdesk.report.report import Place, Report
from bcdesk.report.search import Hit, hits, replaced, texts
from bcdesk.ui.editor.pen import Pen
from bcdesk.ui.editor.writing import Writing
from bcdesk.ui.style.icons import icon

FRAME = 5
MARGIN = 8


class FindBar(QFrame):
    """Looks for what is typed; `marked` gives every hit and the one jumped to, `jumped` one to show."""

    marked = Signal(tuple, object)
    jumped = Signal(object)
    closed = Signal()

    def __init__(self, pen: Pen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen = pen
        self._hits: tuple[Hit, ...] = ()
        self._at: Hit | None = None
        self._from = Place("")
        self.wanted = self._field("Tìm trong cả báo cáo")
        self.new = self._field("Thay bằng")
        self._marks = _check("Đúng dấu", "Phân biệt “bao” với “báo”", on=True)
        self._case = _check("Đúng chữ hoa", "Phân biệt chữ hoa với chữ thường")
        self._whole = _check("Cả từ", "Chỉ tìm từ đứng riêng")
        self._count = QLabel()
        self._count.setObjectName("muted")
        self._replace_row = self._row(self.new, self._buttons_to_replace())
        grid = QGridLayout(self)
        grid.setContentsMargins(MARGIN, MARGIN // 2, MARGIN, MARGIN // 2)
        grid.setVerticalSpacing(MARGIN // 2)
        grid.addWidget(self._row(self.wanted, self._buttons_to_find()), 0, 0)
        grid.addWidget(self._replace_row, 1, 0)
        grid.addLayout(self._options(), 2, 0)
        self.wanted.textChanged.connect(self.search)

    def open(self, *, replace: bool, words: str, place: Place) -> None:
        """Show the bar; look for `words` if there are any, from `place` on."""
        self._replace_row.setVisible(replace)
        self._from = place
        self.show()
        if words:
            self.wanted.selectAll()
            self.wanted.textCursor().insertText(words)
        self.wanted.selectAll()
        self.wanted.setFocus()
        self.search()

    def close_bar(self) -> None:
        """Hide the bar and the hits."""
        self.hide()
        self._hits, self._at = (), None
        self.marked.emit((), None)
        self.closed.emit()

    def search(self) -> None:
        """Look anew, in the report as it stands."""
        if self.isHidden():
            return
        wanted = self.wanted.document().toRawText()
        self._hits = hits(self._pen.report, wanted, self._chosen()) if wanted else ()
        self._at = self._at if self._at in self._hits else None
        self._say()

    def go(self, step: int) -> None:
        """Jump to the next hit, or back; round from the end to the start."""
        if not self._hits:
            return
        if self._at is None:
            self._at = self._nearest(step)
        else:
            self._at = self._hits[(self._hits.index(self._at) + step) % len(self._hits)]
        self._say()
        self.jumped.emit(self._at)

    def replace_one(self) -> None:
        """Replace the hit jumped to, and jump to the next."""
        self._pen.commit_composition()
        if self._at is None:
            self.go(1)
            return
        index = self._hits.index(self._at)
        self._become((self._at,), "Thay một chỗ")
        self._at = self._hits[index % len(self._hits)] if self._hits else None
        self._say()
        if self._at is not None:
            self.jumped.emit(self._at)

    def replace_all(self) -> None:
        """Replace every hit, as one step to undo."""
        self._pen.commit_composition()
        count = len(self._hits)
        if count:
            self._become(self._hits, f"Thay {count} chỗ")
            self._count.setText(f"Đã thay {count} chỗ")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter finds the next, Shift+Enter the one before; Escape closes."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, Writing):
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._on_enter(watched, back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
        return super().eventFilter(watched, event)

    def _on_enter(self, field: Writing, *, back: bool) -> None:
        if field is self.new:
            self.replace_one()
        else:
            self.go(-1 if back else 1)

    def _become(self, found: tuple[Hit, ...], words: str) -> None:
        new = self.new.document().toRawText()
        report: Report = replaced(self._pen.report, found, new)
        self._pen.act(Become(report, words))
        self.search()

    def _chosen(self) -> Options:
        return Options(self._marks.isChecked(), self._case.isChecked(), self._whole.isChecked())

    def _nearest(self, step: int) -> Hit:
        """The first hit from where the caret was, in the direction of `step`."""
        order = {place: index for index, (place, _) in enumerate(texts(self._pen.report))}
        here = (order.get(self._from, 0), self._from.offset)
        behind = [hit for hit in self._hits if (order[hit.place], hit.start) >= here]
        before = [hit for hit in self._hits if hit not in behind]
        return (behind or self._hits)[0] if step > 0 else (before or self._hits)[-1]

    def _say(self) -> None:
        total = len(self._hits)
        if self._at is not None:
            words = f"Chỗ {self._hits.index(self._at) + 1} trong {total}"
        elif self.wanted.document().isEmpty():
            words = ""
        else:
            words = f"{total} chỗ" if total else self._nothing()
        self._count.setText(words)
        self.marked.emit(self._hits, self._at)

    def _nothing(self) -> str:
        """That nothing was found, and how much there is of it with other marks."""
        loose = replace(self._chosen(), marks=False)
        others = len(hits(self._pen.report, self.wanted.document().toRawText(), loose))
        return f"Không có; không tính dấu thì có {others} chỗ" if others else "Không tìm thấy"

    def _field(self, name: str) -> Writing:
        field = Writing(self, single=True)
        field.setObjectName("entry")
        field.document().setDocumentMargin(FRAME)
        field.setFixedHeight(ceil(field.document().size().height()))  # else, until it is drawn, as high as a page
        field.setPlaceholderText(name)
        field.setAccessibleName(name)
        field.installEventFilter(self)
        return field

    def _row(self, field: Writing, buttons: list[QWidget]) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(field, 1)
        for button in buttons:
            row.addWidget(button)
        return holder

    def _buttons_to_find(self) -> list[QWidget]:
        made = []
        for name, words, step in (("arrow-up", "Chỗ trước (Shift+F3)", -1), ("arrow-down", "Chỗ sau (F3)", 1)):
            button = _tool(name, words)
            button.clicked.connect(lambda _=False, by=step: self.go(by))
            made.append(button)
        close = _tool("close", "Đóng (Esc)")
        close.clicked.connect(self.close_bar)
        return [*made, close]

    def _buttons_to_replace(self) -> list[QWidget]:
        made: list[QWidget] = []
        for words, act in (("Thay", self.replace_one), ("Thay tất cả", self.replace_all)):
            button = QPushButton(words)
            button.clicked.connect(act)
            made.append(button)
        return made

    def _options(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(MARGIN)
        for box in (self._marks, self._case, self._whole):
            box.clicked.connect(self.search)
            row.addWidget(box)
        row.addStretch(1)
        row.addWidget(self._count)
        return row


def _check(words: str, tip: str, *, on: bool = False) -> QCheckBox:
    box = QCheckBox(words)
    box.setToolTip(tip)
    box.setChecked(on)
    return box


def _tool(name: str, words: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name))
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab leads from what is found to what is put in its place
    return button
