"""A section of the first level with all below it, written as one document."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from bcdesk.report.edits import AddSection, SetReviewed
from bcdesk.report.report import HEADING, Place, Report, Section, find_section, walk
from bcdesk.ui.editor.body import Adopt, Body
from bcdesk.ui.editor.field import Field, put_away
from bcdesk.ui.editor.grid import Grid
from bcdesk.ui.editor.letters import PAPER_POINTS, paper_text
from bcdesk.ui.editor.page import Page
from bcdesk.ui.editor.pen import Pen
from bcdesk.ui.editor.sources import HeadingSource
from bcdesk.ui.editor.structure import ACTIONS, SectionAction, added_inside
from bcdesk.ui.style.icons import icon

INDENT = 18
DEEPEST_INDENT = 4
MARKER_ROOM = 14
NARROWEST_MARKER = 30
WIDEST_MARKER = 190
TOP_POINTS = PAPER_POINTS + 2
SPACE_ABOVE = 14
WRITE_HERE = "Viết nội dung mục này…"
MENU_KEYS, RENAME_KEYS, REVIEWED_KEYS = "Ctrl+M", "F2", "Ctrl+Shift+A"


def section_menu(pen: Pen, section: str, parent: QWidget) -> QMenu:
    """What one can do with a section."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    for action in ACTIONS:
        if action.break_before:
            menu.addSeparator()
        item = menu.addAction(action.words, partial(do, pen, action, section))
        item.setShortcut(action.keys)
        item.setEnabled(action.edit(pen.report, section) is not None)
    return menu


def do(pen: Pen, action: SectionAction, section: str) -> None:
    """Do something with a section, and show where it is then."""
    pen.commit_composition()
    edit = action.edit(pen.report, section)
    shown = edit.section.id if isinstance(edit, AddSection) else section
    pen.act(edit, None if action.words == "Xóa mục" else Place(shown, HEADING))


class SectionBox(QWidget):
    """One section: its heading over its body, moved in by its depth."""

    def __init__(self, pen: Pen, section: Section, depth: int, adopt: Adopt, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section, self._pen = section.id, pen
        self._depth = -1
        self._marker = self._half(HeadingSource(section.id, marker=True), "Ký hiệu mục")
        self._title = self._half(HeadingSource(section.id, marker=False), "Tiêu đề mục")
        self._title.setPlaceholderText("Tiêu đề mục")
        self._marker.document().contentsChanged.connect(self._fit_marker)
        self._body = Body(pen, section.id, adopt, parent=self)
        adopt(self._marker)
        adopt(self._title)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addLayout(self._heading())
        self._column.addWidget(self._body)
        self.stand_at(depth)

    def stand_at(self, depth: int) -> None:
        """Take the place and the letters of that depth."""
        if depth == self._depth:
            return
        self._depth = depth
        left = INDENT * min(depth, DEEPEST_INDENT)
        self._column.setContentsMargins(left, SPACE_ABOVE if depth else 0, 0, 0)
        for half in (self._marker, self._title):
            half.setFont(paper_text(PAPER_POINTS if depth else TOP_POINTS, bold=True))
        self._fit_marker()

    def stops(self) -> list[Field | Grid]:
        """Heading, then body."""
        return [self._marker, self._title, *self._body.stops()]

    def sync(self, report: Report) -> None:
        """Show the section as the report has it."""
        section = find_section(report, self.section)
        self._marker.sync(report)
        self._title.sync(report)
        first = self._body.stops()[0]
        if isinstance(first, Field):
            first.setPlaceholderText("" if section.children or len(section.blocks) > 1 else WRITE_HERE)
        self._body.sync(report)
        self._more.setAccessibleName(f"Việc với mục {section.heading} ({MENU_KEYS})")

    def body(self) -> Body:
        """What stands under the heading."""
        return self._body

    def _half(self, source: HeadingSource, name: str) -> Field:
        field = Field(self._pen, source, self, single=True)
        field.document().setDocumentMargin(6)
        field.setAccessibleName(name)
        return field

    def _heading(self) -> QHBoxLayout:
        self._more = QToolButton(self)
        self._more.setIcon(icon("more"))
        self._more.setAutoRaise(True)
        self._more.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab leads from the heading to the text
        self._more.setToolTip(f"Thêm, chuyển, xóa mục này ({MENU_KEYS})")
        self._more.clicked.connect(self.open_menu)
        row = QHBoxLayout()
        row.setSpacing(0)
        for widget, stretch in ((self._marker, 0), (self._title, 1), (self._more, 0)):
            row.addWidget(widget, stretch, Qt.AlignmentFlag.AlignTop)
        return row

    def open_menu(self) -> None:
        """Offer what one can do with the section."""
        menu = section_menu(self._pen, self.section, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _fit_marker(self) -> None:
        text = self._marker.document().toPlainText()
        width = self._marker.fontMetrics().horizontalAdvance(text) + MARKER_ROOM
        self._marker.setFixedWidth(min(max(width, NARROWEST_MARKER), WIDEST_MARKER))


class SectionPage(Page):
    """The page of one section of the first level."""

    def __init__(self, pen: Pen, section: str, parent: QWidget | None = None) -> None:
        super().__init__(pen, "Nội dung mục", parent)
        self.section = section
        self._boxes: dict[str, SectionBox] = {}
        self._more = QPushButton("+ Thêm mục con")
        self._reviewed = QCheckBox("Đã rà soát mục này")
        self._reviewed.setToolTip(f"Đánh dấu đã rà soát, hoặc bỏ dấu ({REVIEWED_KEYS})")
        self._reviewed.clicked.connect(lambda on: pen.act(SetReviewed(section, on)))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.column.setSpacing(MARKER_ROOM)
        self.column.addLayout(self._rows)
        self.column.addLayout(self._foot())

    def stops(self) -> list[Field | Grid]:
        """The stops of every section, in reading order."""
        return [stop for box in self._boxes.values() for stop in box.stops()]

    def sync(self, report: Report) -> None:
        """Show the sections as the report has them. Raises KeyError where the page's own is gone."""
        top = find_section(report, self.section)
        wanted = {section.id: (depth, section) for depth, section in walk((top,))}
        if list(wanted) != list(self._boxes):
            self._arrange(wanted)
        for (depth, _), box in zip(wanted.values(), self._boxes.values(), strict=True):
            box.stand_at(depth)
            box.sync(report)
        self._reviewed.setChecked(top.reviewed)
        self._more.setVisible(not report.frozen)

    def beginning(self) -> Field | Grid | None:
        """The title: what is typed without looking does not change a marker."""
        return self.stops()[1]

    def section_with_caret(self) -> str:
        """The section the caret is in, else the page's own."""
        field = self.pen.field
        found = (box.section for box in self._boxes.values() if field is not None and box.isAncestorOf(field))
        return next(found, self.section)

    def open_menu(self) -> None:
        """Offer what one can do with the section the caret is in."""
        self._boxes[self.section_with_caret()].open_menu()

    def toggle_reviewed(self) -> None:
        """Say of the section of this page that it was read through, or no longer."""
        self.pen.act(SetReviewed(self.section, not find_section(self.pen.report, self.section).reviewed))

    def body_of(self, section: str) -> Body:
        """The body of a section of this page."""
        return self._boxes[section].body()

    def _arrange(self, wanted: dict[str, tuple[int, Section]]) -> None:
        for gone in set(self._boxes) - set(wanted):
            box = self._boxes.pop(gone)
            self._rows.removeWidget(box)
            put_away(box)
        boxes = {
            section_id: self._boxes.get(section_id) or SectionBox(self.pen, section, depth, self.adopt)
            for section_id, (depth, section) in wanted.items()
        }
        self._boxes = boxes
        for at, box in enumerate(boxes.values()):
            self._rows.insertWidget(at, box)
            box.show()

    def _foot(self) -> QHBoxLayout:
        self._more.setObjectName("quiet")
        self._more.setToolTip("Thêm một mục con ở cuối mục này")
        self._more.clicked.connect(self._add_inside)
        row = QHBoxLayout()
        row.addWidget(self._more)
        row.addStretch(1)
        row.addWidget(self._reviewed)
        return row

    def _add_inside(self) -> None:
        self.pen.commit_composition()
        if edit := added_inside(self.pen.report, self.section):
            self.pen.act(edit, Place(edit.section.id, HEADING))
