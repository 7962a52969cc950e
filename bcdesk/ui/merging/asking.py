"""One merge of the units' reports: what is asked, what is worked out behind the window, one step to undo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from bcdesk.errors import KnownError
from bcdesk.intake.collecting import Collection, collect
from bcdesk.report.compare import PartChange, compare
from bcdesk.report.consolidation.merging import merge
from bcdesk.report.consolidation.placing import passages_of
from bcdesk.report.consolidation.values import Consolidation, Received
from bcdesk.report.edits import Become
from bcdesk.report.merged import Placement
from bcdesk.report.report import Place, Report
from bcdesk.ui.background import Post
from bcdesk.ui.desk import Desk
from bcdesk.ui.merging.dialog import MergeDialog
from bcdesk.ui.merging.units_list import UnitsListDialog
from bcdesk.ui.notices import Step
from bcdesk.ui.telling import Telling
from bcdesk.ui.workplace import Workplace
from bcdesk.vietnamese.numbers import grouped

WORDS = "Tổng hợp báo cáo các đơn vị"
DONE = "Đã tổng hợp báo cáo của {count} đơn vị."
LOOK = "Còn {count} chỗ cần xem lại: đặt con trỏ vào đoạn, xem ở thẻ “Nguồn”."
CHOOSE = "Thư mục có báo cáo của các đơn vị"
READING, PLACING, MERGING = "Đang đọc các tệp…", "Đang xếp mục…", "Đang tổng hợp…"


class Asking(QObject):
    """One dialog with the work it asks for."""

    def __init__(self, window: QWidget, workplace: Workplace, telling: Telling, post: Post, desk: Desk) -> None:
        self._report: Report = desk.session.report
        self.dialog = MergeDialog(self._report, window)
        super().__init__(self.dialog)
        self._workplace, self._telling, self._desk = workplace, telling, desk
        self._settings = workplace.settings
        self._post = post
        self._stop = Event()
        self._folder: Path | None = None
        self._connect()

    def open(self) -> None:
        """Begin with the folder of the last time."""
        self.dialog.open()
        folder = self._settings.units_folder(self._report.kind)
        if folder is not None:
            self._read(folder)

    def _connect(self) -> None:
        dialog = self.dialog
        dialog.folder_asked.connect(self._ask_folder)
        dialog.units_asked.connect(self._ask_units)
        dialog.headings_asked.connect(self._place)
        dialog.changes_asked.connect(self._merge)
        dialog.stopped.connect(self._stop_work)
        dialog.accepted.connect(self._take)
        dialog.finished.connect(self._leave)

    def _ask_folder(self) -> None:
        start = self._folder or self._workplace.documents
        folder = self._workplace.messages.folder(self.dialog, CHOOSE, start)
        if folder is not None:
            self._read(folder)

    def _read(self, folder: Path) -> None:
        stop = self._stop = Event()
        units, senders = self._settings.units(self._report.kind), self._settings.senders

        def told(done: int, every: int) -> None:
            self._post(lambda: None if stop.is_set() else self.dialog.show_progress(done, every))

        def work() -> Collection:
            return collect(folder, units, self._report, senders=senders, told=told, stop=stop.is_set)

        def show(collection: Collection) -> None:
            self._folder = folder
            self.dialog.show_collection(folder, collection)

        self._run(READING, work, show)

    def _place(self, received: tuple[Received, ...]) -> None:
        self._run(PLACING, lambda: passages_of(self._report, received), self.dialog.show_headings)

    def _merge(self, received: tuple[Received, ...], placements: tuple[Placement, ...]) -> None:
        def work() -> tuple[Consolidation, tuple[PartChange, ...]]:
            made = merge(self._report, received, placements)
            return made, compare(self._report, made.report)

        self._run(MERGING, work, lambda found: self.dialog.show_consolidation(*found))

    def _run(self, words: str, work: Callable[[], object], show: Callable[..., None]) -> None:
        """Work behind the window; what comes after one has stopped or left comes too late."""
        stop = self._stop

        def done(result: object) -> None:
            if not stop.is_set():
                show(result)

        def failed(error: KnownError) -> None:
            if not stop.is_set():
                self.dialog.fail(str(error))

        self.dialog.begin(words)
        self._workplace.background.run(work, done, failed)

    def _stop_work(self) -> None:
        self._stop.set()
        self._stop = Event()

    def _ask_units(self) -> None:
        asked = UnitsListDialog(self.dialog.units.collection.units, self.dialog)
        asked.accepted.connect(lambda: self._take_units(asked.units))
        asked.open()

    def _take_units(self, units: tuple[str, ...]) -> None:
        self._settings.keep_units(self._report.kind, units)
        known = {**self._settings.senders, **self.dialog.units.answers}
        self.dialog.units.show_collection(self.dialog.units.collection.expecting(units, known))

    def _take(self) -> None:
        """Merge, and remember what was answered."""
        made, report = self.dialog.consolidation, self.dialog.merged
        if made is None or report is None:
            return
        first = next((Place(change.part) for change in made.changes if change.came or change.changed), None)
        self._desk.editor.pen.act(Become(report, WORDS), first)
        self._telling.done(_said(made), Step("Hoàn tác", self._desk.undo))
        self._desk.editor.setFocus()
        try:
            self._remember()
        except KnownError as error:
            self._telling.failed(error)

    def _remember(self) -> None:
        kind, units = self._report.kind, self.dialog.units
        self._settings.keep_units(kind, units.collection.units)
        self._settings.keep_senders(units.answers)
        if self._folder is not None:
            self._settings.keep_units_folder(kind, self._folder)

    def _leave(self) -> None:
        self._stop.set()
        self.dialog.deleteLater()


def _said(made: Consolidation) -> str:
    units = len(made.report.merged.contributions) if made.report.merged else 0
    look = len(made.doubts) + sum(kept.differs for kept in made.kept)
    said = DONE.format(count=grouped(units))
    return f"{said} {LOOK.format(count=grouped(look))}" if look else said
