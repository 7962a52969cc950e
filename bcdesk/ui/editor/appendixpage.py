"""The appendices: each a title over blocks, on pages of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bcdesk.report.edits import SetField
from bcdesk.report.report import HEADING, Appendix, Place, Report, fresh_id
from bcdesk.sheet.appendix import appendix_label
from bcdesk.ui.editor.body import Adopt, Body
from bcdesk.ui.editor.field import Field, put_away
from bcdesk.ui.editor.form import title
from bcdesk.ui.editor.grid import Grid
from bcdesk.ui.editor.letters import paper_text
from bcdesk.ui.editor.page import Page
from bcdesk.ui.editor.pen import Pen
from bcdesk.ui.editor.sources import AppendixTitleSource, change_appendix, find_appendix
from bcdesk.ui.style.style import STEP


class AppendixBox(QWidget):
    """One appendix."""

    def __init__(self, pen: Pen, appendix: str, adopt: Adopt, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen, self.appendix = pen, appendix
        self._label = title("Phụ lục")
        self._title = Field(pen, AppendixTitleSource(appendix), self)
        self._title.setFont(paper_text(bold=True))
        self._title.document().setDocumentMargin(STEP - 2)
        self._title.setPlaceholderText("Tên phụ lục")
        self._title.setAccessibleName("Tên phụ lục")
        adopt(self._title)
        self._body = Body(pen, appendix, adopt, "Nội dung phụ lục…")
        self._landscape = QCheckBox("Trang ngang")
        self._landscape.clicked.connect(lambda on: pen.act(change_appendix(pen.report, appendix, landscape=on)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2 * STEP)
        column.setSpacing(STEP // 2)
        column.addLayout(self._head())
        column.addWidget(self._title)
        column.addWidget(self._body)

    def stops(self) -> list[Field | Grid]:
        """Title, then blocks."""
        return [self._title, *self._body.stops()]

    def sync(self, report: Report, label: str) -> None:
        """Show the appendix as the report has it."""
        self._label.setText(label)
        self._landscape.setChecked(find_appendix(report, self.appendix).landscape)
        self._title.sync(report)
        self._body.sync(report)

    def body(self) -> Body:
        """What stands under the title."""
        return self._body

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._label)
        row.addStretch(1)
        row.addWidget(self._landscape)
        for words, act in (("Chèn ảnh…", self._body.choose_picture), ("Xóa phụ lục", self._remove)):
            button = QPushButton(words)
            button.setObjectName("quiet")
            button.clicked.connect(act)
            row.addWidget(button)
        return row

    def _remove(self) -> None:
        rest = tuple(item for item in self._pen.report.appendices if item.id != self.appendix)
        self._pen.commit_composition()
        self._pen.act(SetField("appendices", rest, "Xóa phụ lục"))


class AppendixPage(Page):
    """All appendices, one under another."""

    def __init__(self, pen: Pen, parent: QWidget | None = None) -> None:
        super().__init__(pen, "Phụ lục", parent)
        self._boxes: dict[str, AppendixBox] = {}
        self._none = QLabel("Báo cáo chưa có phụ lục.")
        self._none.setObjectName("muted")
        self._rows = QVBoxLayout()
        self._add = QPushButton("Thêm phụ lục")
        self._add.setObjectName("quiet")
        self._add.clicked.connect(self.add)
        self.column.addWidget(self._none)
        self.column.addLayout(self._rows)
        self.column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def stops(self) -> list[Field | Grid]:
        """The stops of every appendix."""
        return [stop for box in self._boxes.values() for stop in box.stops()]

    def sync(self, report: Report) -> None:
        """Show the appendices as the report has them."""
        wanted = [appendix.id for appendix in report.appendices]
        if wanted != list(self._boxes):
            self._arrange(wanted)
        self._none.setVisible(not wanted)
        self._add.setVisible(not report.frozen)
        for number, box in enumerate(self._boxes.values(), 1):
            box.sync(report, appendix_label(number, len(wanted)))

    def add(self) -> None:
        """Add an empty appendix behind the others."""
        self.pen.commit_composition()
        report = self.pen.report
        new = Appendix(fresh_id(report))
        self.pen.act(SetField("appendices", (*report.appendices, new), "Thêm phụ lục"), Place(new.id, HEADING))

    def body(self) -> Body | None:
        """The blocks the caret is among, else the first there are."""
        boxes = list(self._boxes.values())
        field = self.pen.field
        here = (box for box in boxes if field is not None and box.isAncestorOf(field))
        box = next(here, boxes[0] if boxes else None)
        return box.body() if box is not None else None

    def _arrange(self, wanted: list[str]) -> None:
        for gone in set(self._boxes) - set(wanted):
            box = self._boxes.pop(gone)
            self._rows.removeWidget(box)
            put_away(box)
        self._boxes = {item: self._boxes.get(item) or AppendixBox(self.pen, item, self.adopt) for item in wanted}
        for at, box in enumerate(self._boxes.values()):
            self._rows.insertWidget(at, box)
            box.show()
