"""Where each paragraph came from, beside the text: the pane `Nguồn` in the place of the pages, marks at the side."""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from bcdesk.report.consolidation.byunit import by_unit, has_numbers
from bcdesk.report.consolidation.tracing import Spot, blocks_by_part, sources_in
from bcdesk.report.edits import SetField
from bcdesk.report.lines import part_titles
from bcdesk.report.merged import Piece
from bcdesk.report.report import HEADING, Appendix, Place, Report, fresh_id
from bcdesk.ui.desk import Desk
from bcdesk.ui.merging.pane import SHEET, SourcesPane

TAB = "Nguồn"
TITLE = "Biểu tổng hợp theo đơn vị"
QUIET_MS = 250  # after the last key; what is beside the text never makes it wait


class DeskSources(QObject):
    """The sources of the report on one desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.pane = SourcesPane()
        self._desk, self._place = desk, Place("")
        self._known: tuple[Report | None, Mapping[Spot, Piece]] = (None, {})
        self._soon = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._soon.timeout.connect(self._show)
        desk.preview.add_beside(TAB, self.pane)
        desk.changed.connect(self._soon.start)
        desk.editor.caret_moved.connect(self._on_caret)
        self.pane.sheet_asked.connect(self._add_sheet)
        self._soon.start()

    def toggle(self) -> None:
        """Show the sources, or the pages again; the caret stays where one writes."""
        self._desk.preview.toggle(self.pane)

    @property
    def _report(self) -> Report:
        return self._desk.session.report

    @property
    def _sources(self) -> Mapping[Spot, Piece]:
        """By part and block, looked for anew only where the report is another."""
        if self._known[0] is not self._report:
            self._known = (self._report, sources_in(self._report))
        return self._known[1]

    def _on_caret(self, place: Place) -> None:
        if place != self._place:
            self._place = place
            self._soon.start(0)

    def _show(self) -> None:
        if not isValid(self._desk):
            return
        report, place = self._report, self._place
        piece = self._sources.get((place.part, place.block))
        blocks = blocks_by_part(report).get(place.part, ())
        block = blocks[place.block] if 0 <= place.block < len(blocks) else None
        files = {each.unit: each for each in report.merged.contributions} if report.merged else {}
        self.pane.show_piece(piece, block, files)
        self.pane.sheet.setEnabled(bool(self._pieces()) and not report.frozen)
        self._mark()

    def _mark(self) -> None:
        """Put the units at the side of the paragraphs of the page in front."""
        page = self._desk.editor.page
        blocks = blocks_by_part(self._report)
        page.show_sources({part: tuple(map(self._units_at, _spots(part, blocks))) for part in page.parts()})

    def _units_at(self, spot: Spot) -> str:
        piece = self._sources.get(spot)
        return "; ".join(piece.units) if piece else ""

    def _pieces(self) -> tuple[Piece, ...]:
        """What was merged into the part in work, where a unit gave a number to it."""
        found = sorted(((part, at) for part, at in self._sources if part == self._place.part), key=itemgetter(1))
        pieces = tuple(map(self._sources.__getitem__, found))
        return pieces if has_numbers(pieces) else ()

    def _add_sheet(self) -> None:
        """Add the numbers of the units in this section as an appendix."""
        pieces = self._pieces()
        if not pieces:
            return
        self._desk.editor.commit_composition()
        report = self._report
        title = (TITLE.upper(), part_titles(report).get(self._place.part, ""))
        new = Appendix(fresh_id(report), tuple(filter(None, title)), (by_unit(pieces),), landscape=True)
        edit = SetField("appendices", (*report.appendices, new), SHEET)
        self._desk.editor.pen.act(edit, Place(new.id, HEADING))


def _spots(part: str, blocks: Mapping[str, tuple[object, ...]]) -> list[Spot]:
    return [(part, at) for at in range(len(blocks.get(part, ())))]
