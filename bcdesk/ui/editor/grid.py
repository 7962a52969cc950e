"""A table in the editor: painted cells, with one live field over the cell in which one writes.

One field for all cells keeps tables of hundreds of cells quick, and typing in a cell is typing in any other text.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bcdesk.report.report import Block, Place, Report, Table
from bcdesk.ui.editor import paste, tablework
from bcdesk.ui.editor.cell import CellField, CellSource, TableAt, cell_at, notes_before
from bcdesk.ui.editor.gridactions import ROW_BELOW, GridAction, give_keys, offer
from bcdesk.ui.editor.gridpaint import Painter
from bcdesk.ui.editor.gridshape import ALIGNMENTS, Texts
from bcdesk.ui.editor.gridwalk import STEPS, beside, beyond, inside, neighbour
from bcdesk.ui.editor.letters import CELL_POINTS, paper_text
from bcdesk.ui.editor.marks import Marks
from bcdesk.ui.editor.pen import Pen
from bcdesk.ui.editor.tablework import Area, at
from bcdesk.ui.editor.ways import UP_OR_DOWN, Way

FEWEST_PIXELS = 200


class Grid(QWidget):
    """Shows the table at `source` and changes it; the caret stands in `cell`, which lies over the cell at `spot`."""

    leaving = Signal(Way, bool)
    focused = Signal()
    caret_moved = Signal()

    def __init__(self, pen: Pen, source: TableAt, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pen, self.source = pen, source
        self.table = source.read(pen.report)
        self.cell = CellField(pen, CellSource(source, 0, 0), self)
        self.cell.setFont(paper_text(CELL_POINTS))
        self._texts = Texts(self.cell.font())
        self._shape = self._texts.shape(self.table, FEWEST_PIXELS)
        self._marks = Marks()
        self._spot, self._other = (0, 0), (0, 0)
        self._dragged_edge: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setFocusProxy(self.cell)
        self._listen()
        self._name_cell()

    @property
    def composing(self) -> bool:
        """Whether an input method holds text for a cell."""
        return self.cell.composing

    @property
    def area(self) -> Area:
        """The chosen cells: that with the caret, or several."""
        return tablework.area_of(self.table, self._spot, self._other)

    def sync(self, report: Report) -> None:
        """Show the table as the report has it."""
        table = self.source.read(report)
        if table is not self.table:
            self.table = table
            self._spot = inside(self.table, self._spot)
            self._other = inside(self.table, self._other)
            self._lay_out()
        if self.cell.source != self._cell_source():
            self._turn()
        self.cell.sync(report)

    def go_to(self, row: int, column: int) -> None:
        """Put the field over the cell that covers a place."""
        self.pen.commit_composition()
        self._spot = self._other = inside(self.table, (row, column))
        self._turn()

    def enter(self, way: Way, x: int) -> None:
        """Take the caret in from above, below or beside, under the place `x` on the screen."""
        row = 0 if way.forward else len(self.table.rows) - 1
        column = 0 if way.forward else len(self.table.columns) - 1
        if way in UP_OR_DOWN:
            point = QPoint(self.mapFromGlobal(QPoint(x, 0)).x(), self._shape.rows[row] + 1)
            found = self._shape.at(point)
            column = found.column if found else 0
        self.go_to(row, column)
        self.cell.enter(way, x)

    def caret_rect(self) -> QRect:
        """Where the caret stands on the screen."""
        return self.cell.caret_rect()

    def enter_at(self, point: QPoint) -> None:
        """Take the caret in at a point of the screen, or in the cell nearest to it."""
        near = self.mapFromGlobal(point)
        rect = self.rect().adjusted(0, 0, -1, -1)
        near = QPoint(min(max(near.x(), 0), rect.right()), min(max(near.y(), 0), rect.bottom()))
        if (item := self._shape.at(near)) is not None:
            self.go_to(item.row, item.column)
        self.cell.enter_at(point)

    def choose_all(self, *, chosen: bool) -> None:
        """Choose every cell, or none but that with the caret."""
        self._spot = (0, 0) if chosen else self._spot
        self._other = (
            inside(self.table, (len(self.table.rows) - 1, len(self.table.columns) - 1)) if chosen else self._spot
        )
        self._turn()
        self.cell.several = self._other != self._spot

    def chosen_blocks(self) -> tuple[Block, ...]:
        """The chosen cells as a table; nothing where only the caret stands in one."""
        return (tablework.cut_out(self.table, self.area),) if self._chosen() else ()

    def caret_place(self) -> Place:
        """Where in the report the caret stands."""
        return self.cell.caret_place()

    def show_place(self, place: Place, length: int = 0) -> bool:
        """Stand the caret at a character of this table; whether the place is in it."""
        if (place.part, place.block) != (self.source.part, self.source.block):
            return False
        item, _, _ = cell_at(self.table, place.offset)
        self.go_to(item.row, item.column)
        return self.cell.show_place(place, length)

    def mark(self, marks: Marks) -> None:
        """Show every hit and remark in this table."""
        self._marks = marks.of_block(Place(*self._address()))
        self.cell.mark(self._marks)
        self.update()

    def do(self, action: GridAction) -> None:
        """Do something with the chosen cells, where it can be done."""
        self.pen.commit_composition()
        if action.fits(self.table, self.area):
            self.pen.act(self.source.put(action.change(self.table, self.area), action.words))

    def take_in(self, blocks: tuple[Block, ...]) -> None:
        """Paste: a table spreads over the cells from here on, anything else goes into the cell."""
        tables = [block for block in blocks if isinstance(block, Table)]
        if len(tables) == 1 and len(blocks) == 1:
            area = self.area
            grown = tablework.pasted(self.table, area.top, area.left, tables[0])
            self.pen.act(self.source.put(grown, "Dán vào bảng"))
        else:
            self.cell.insert(paste.only_text(blocks))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines, the chosen cells and every text but the one being written."""
        painter = Painter(self, self._shape, self._texts, notes_before(self.pen.notes, self.source))
        painter.paint(self.table, event.rect(), self._chosen(), self._marks, self._spot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the table out in the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a column's edge, or put the caret where the mouse is."""
        point = event.position().toPoint()
        self._dragged_edge = self._shape.edge_at(point.x())
        if self._dragged_edge is None and (item := self._shape.at(point)) is not None:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._choose_to((item.row, item.column))
            else:
                self.go_to(item.row, item.column)
                self.cell.setTextCursor(self.cell.cursorForPosition(self.cell.mapFromParent(point)))
            self.cell.setFocus()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where an edge can be taken hold of; draw an edge, or choose cells."""
        point = event.position().toPoint()
        edge = self._shape.edge_at(point.x()) is not None or self._dragged_edge is not None
        self.setCursor(Qt.CursorShape.SplitHCursor if edge else Qt.CursorShape.IBeamCursor)
        if self._dragged_edge is None and event.buttons() & Qt.MouseButton.LeftButton:
            self._drag_to(point)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Give a column the width its edge was drawn to."""
        if self._dragged_edge is None:
            return
        column, self._dragged_edge = self._dragged_edge, None
        scale = self._shape.columns[-1] / sum(self.table.columns)
        width = round((event.position().x() - self._shape.columns[column]) / scale, 1)
        table = tablework.with_column_width(self.table, column, width)
        self.pen.act(self.source.put(table, "Đổi độ rộng cột"))

    def _listen(self) -> None:
        cell = self.cell
        cell.leaving.connect(self._leave_cell)
        cell.stepped.connect(self._step)
        cell.extended.connect(self._extend)
        cell.emptied.connect(self._empty)
        cell.copied.connect(self._copy)
        cell.dragged.connect(self._drag_to)
        cell.pasted.connect(self.take_in)
        cell.menu_opening.connect(lambda menu: offer(menu, self.table, self.area, self.do))
        give_keys(self, self.do)
        cell.focused.connect(self.focused)
        cell.caret_moved.connect(self._on_caret)

    def _address(self) -> tuple[str, int]:
        return self.source.part, self.source.block

    def _cell_source(self) -> CellSource:
        return CellSource(self.source, *self._spot)

    def _chosen(self) -> Area | None:
        return self.area if self._other != self._spot else None

    def _lay_out(self) -> None:
        self._shape = self._texts.shape(self.table, max(self.width(), FEWEST_PIXELS))
        self.setFixedHeight(self._shape.rows[-1] + 1)
        self._fit_cell()
        self.update()

    def _turn(self) -> None:
        self.cell.several = False
        self._fit_cell()
        self.cell.turn_to(self._cell_source())
        self.cell.mark(self._marks)
        self._name_cell()
        self.update()

    def _name_cell(self) -> None:
        row, column = self._spot
        size = f"bảng {len(self.table.rows)} hàng, {len(self.table.columns)} cột"
        self.cell.setAccessibleName(f"Ô hàng {row + 1}, cột {column + 1} của {size}")

    def _fit_cell(self) -> None:
        item = at(self.table, *self._spot)
        inner = self._shape.inner(item)
        option = self.cell.document().defaultTextOption()
        option.setAlignment(ALIGNMENTS[item.cell.align])
        self.cell.document().setDefaultTextOption(option)
        self.cell.move(inner.topLeft())
        self.cell.setFixedWidth(inner.width())

    def _leave_cell(self, way: Way, shift: bool) -> None:  # noqa: FBT001  # as the signal gives it
        target = beside(self.table, at(self.table, *self._spot), way)
        if shift and way in STEPS:
            self._extend(way)
        elif target is None:
            self.leaving.emit(way, shift)
        else:
            x = self.cell.mapToGlobal(self.cell.cursorRect().topLeft()).x()
            self.go_to(*target)
            self.cell.enter(way, x)

    def _step(self, forward: bool) -> None:  # noqa: FBT001  # as the signal gives it
        target = neighbour(self.table, at(self.table, *self._spot), 1 if forward else -1)
        if target is None and forward:
            self._spot = self._other = (len(self.table.rows) - 1, 0)
            self.do(ROW_BELOW)
            target = (len(self.table.rows) - 1, 0)
        if target is not None:
            self.go_to(*target)
            self.cell.selectAll()

    def _extend(self, way: Way) -> None:
        target = beyond(self.table, self._other, way)
        if target is not None:
            self._choose_to(target)

    def _choose_to(self, place: tuple[int, int]) -> None:
        self._other = inside(self.table, place)
        self.cell.several = self._other != self._spot
        self.update()

    def _drag_to(self, point: QPoint) -> None:
        item = self._shape.at(point)
        if item is None:
            return
        if (item.row, item.column) != self._spot or self.cell.several:
            self._choose_to((item.row, item.column))
        else:
            end = self.cell.cursorForPosition(self.cell.mapFromParent(point)).position()
            cursor = self.cell.textCursor()
            cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
            self.cell.setTextCursor(cursor)

    def _empty(self) -> None:
        self.pen.act(self.source.put(tablework.emptied(self.table, self.area), "Xóa nội dung các ô"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setMimeData(paste.mime((tablework.cut_out(self.table, self.area),)))

    def _on_caret(self) -> None:
        if self.cell.several:
            self._choose_to(self._spot)
        self.caret_moved.emit()
