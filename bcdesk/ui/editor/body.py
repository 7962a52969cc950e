"""The blocks of one part of a report, one under another: texts between tables and pictures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from bcdesk.errors import KnownError
from bcdesk.report.edits import ReplaceBlocks
from bcdesk.report.parts import blocks_of
from bcdesk.report.report import Block, Paragraph, Picture, Place, Report, Table
from bcdesk.report.search import cut
from bcdesk.ui.editor.cell import TableAt
from bcdesk.ui.editor.document import common
from bcdesk.ui.editor.field import Field, put_away
from bcdesk.ui.editor.grid import Grid
from bcdesk.ui.editor.letters import airy, paper_text
from bcdesk.ui.editor.pen import Pen
from bcdesk.ui.editor.picture import PictureBox
from bcdesk.ui.editor.sources import BlocksSource
from bcdesk.ui.editor.tablework import empty_table
from bcdesk.ui.editor.taken import choose_picture

GAP = 6
SIDE = 6


Adopt = Callable[[Field | Grid], None]


class Body(QWidget):
    """Shows the blocks of `part`. Each field and table that comes into being is given to `adopt`.

    `only_text`: the part holds paragraphs and nothing else.
    """

    def __init__(
        self,
        pen: Pen,
        part: str,
        adopt: Adopt,
        hint: str = "",
        parent: QWidget | None = None,
        *,
        only_text: bool = False,
    ) -> None:
        super().__init__(parent)
        self._pen, self._part, self._adopt, self._only_text = pen, part, adopt, only_text
        self._objects: tuple[Block, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._first = self._new_field()
        self._first.setPlaceholderText(hint)
        self._column.addWidget(self._first)
        self._pairs: list[tuple[Grid | PictureBox, Field]] = []

    def stops(self) -> list[Field | Grid]:
        """Every field and table, from top to bottom."""
        found: list[Field | Grid] = [self._first]
        for thing, field in self._pairs:
            if isinstance(thing, Grid):
                found.append(thing)
            found.append(field)
        return found

    def sync(self, report: Report) -> None:
        """Show the blocks as the report has them; what stays the same stays in place."""
        blocks = blocks_of(report, self._part)
        places = [at for at, block in enumerate(blocks) if not isinstance(block, Paragraph)]
        objects = tuple(blocks[at] for at in places)
        if [type(item) for item in objects] != [type(item) for item in self._objects]:
            self._rebuild(objects, places)
        self._objects = objects
        self._place_sources(places, len(blocks))
        for field in (self._first, *(field for _, field in self._pairs)):
            field.sync(report)
        for thing, _ in self._pairs:
            thing.sync(report)

    def insert_blocks(self, field: Field, new: tuple[Block, ...], words: str) -> None:
        """Put blocks in at the caret of a field, whose paragraph is divided there."""
        field.textCursor().removeSelectedText()
        index, offset = field.caret()
        source, texts = field.source, field.texts
        if not isinstance(source, BlocksSource):
            return
        old = texts[index] if texts else Paragraph()
        before, behind = Paragraph(cut(old, 0, offset)), Paragraph(cut(old, offset, len(old.plain) + 1))
        head: tuple[Block, ...] = (before,) if before.runs else ()
        tail: tuple[Block, ...] = (behind,) if behind.runs else ()
        count = 1 if texts else source.count
        first = source.first + (index if texts else 0)
        target = first + len(head) + _caret_in(new)
        self._pen.act(ReplaceBlocks(self._part, first, count, head + new + tail, words), Place(self._part, target))

    def insert_table(self, field: Field) -> None:
        """Put an empty table in at the caret."""
        self.insert_blocks(field, (empty_table(),), "Chèn bảng")

    def choose_picture(self, field: Field | None = None) -> None:
        """Put in the picture of a file the clerk chooses: at the caret of a field, else behind everything."""
        try:
            picture = choose_picture(self)
        except KnownError as error:
            self._pen.refused.emit(str(error))
            return
        if picture and field:
            self.insert_blocks(field, (picture,), "Chèn ảnh")
        elif picture:
            count = len(blocks_of(self._pen.report, self._part))
            self._pen.act(ReplaceBlocks(self._part, count, 0, (picture,), "Chèn ảnh"))

    def _rebuild(self, objects: tuple[Block, ...], places: list[int]) -> None:
        head, tail = common(self._objects, objects)
        last = len(self._pairs) - tail
        for thing, field in self._pairs[head:last]:
            for widget in (thing, field):
                self._column.removeWidget(widget)
                put_away(widget)
        made = [self._new_pair(objects[at], places[at]) for at in range(head, len(objects) - tail)]
        for at, (thing, field) in enumerate(made, head):
            for place, widget in ((2 * at + 1, thing), (2 * at + 2, field)):
                self._column.insertWidget(place, widget)
                widget.show()
        self._pairs[head:last] = made

    def _place_sources(self, places: list[int], end: int) -> None:
        starts, ends = [0, *(at + 1 for at in places)], [*places, end]
        fields = (self._first, *(field for _, field in self._pairs))
        for field, start, stop in zip(fields, starts, ends, strict=True):
            if isinstance(field.source, BlocksSource):
                field.source.first, field.source.count = start, stop - start
        for (thing, _), at in zip(self._pairs, places, strict=True):
            thing.source.block = at

    def _new_pair(self, block: Block, at: int) -> tuple[Grid | PictureBox, Field]:
        if isinstance(block, Table):
            grid = Grid(self._pen, TableAt(self._part, at), self)
            self._adopt(grid)
            return grid, self._new_field()
        return PictureBox(self._pen, self._part, at, self), self._new_field()

    def _new_field(self) -> Field:
        field = Field(self._pen, BlocksSource(self._part), self, formats=True, tables=not self._only_text)
        field.setFont(paper_text())
        field.document().setDocumentMargin(SIDE)
        field.textCursor().setBlockFormat(airy())
        field.setAccessibleName("Nội dung")
        if not self._only_text:
            field.pictures = True
            field.pasted.connect(lambda blocks: self.insert_blocks(field, blocks, "Dán"))
            field.menu_opening.connect(lambda menu: self._offer(menu, field))
        self._adopt(field)
        return field

    def _offer(self, menu: QMenu, field: Field) -> None:
        menu.addSeparator()
        menu.addAction("Chèn bảng", lambda: self.insert_table(field))
        menu.addAction("Chèn ảnh…", lambda: self.choose_picture(field))


def _caret_in(new: tuple[Block, ...]) -> int:
    """In which of new blocks one goes on writing: in a table that comes first, else in the last, behind a picture."""
    if isinstance(new[0], Table):
        return 0
    return len(new) if isinstance(new[-1], Picture) else len(new) - 1
