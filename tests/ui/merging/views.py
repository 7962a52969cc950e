"""The views of a merge: its three steps, the list of units, the sources beside the text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from bcdesk.report.report import Place
from bcdesk.ui.merging.dialog import CHANGES, HEADINGS, UNITS, MergeDialog
from bcdesk.ui.merging.pane import SourcesPane
from bcdesk.ui.merging.units_list import UnitsListDialog
from tests.ui.merging.units import MAIN, folder_of_units, put, sent
from tests.ui.merging.units import UNITS as NAMES
from tests.ui.tour import Tour

APART = sent("Thôn Làng Rê", 2, wish="Tỷ lệ hộ có nước sạch đạt 95%.").replace("ĐỀ XUẤT, KIẾN NGHỊ", "NƯỚC SẠCH")


def at_step(step: int) -> Callable[[Tour], QWidget]:
    """A step of the merge, with something to be said at each of them."""

    def show(tour: Tour) -> QWidget:
        dialog = begun(tour)
        while dialog.step < step:
            dialog.act.click()
            tour.wait(lambda: not dialog.stop.isVisible())
        return dialog

    return show


def begun(tour: Tour) -> MergeDialog:
    """The dialog over a folder that was read."""
    tour.answers.file = folder = tour.papers.parent / "Các đơn vị gửi"
    if not folder.exists():
        folder.mkdir()
        folder_of_units(folder)
        put(folder, "Lang Re.txt", APART.encode())
    tour.settings.keep_units(MAIN.kind, NAMES)
    tour.open(report_id=tour.store.create(MAIN))
    tour.do("merge")
    dialog = tour.asked(MergeDialog)
    dialog.units.choose.click()
    tour.wait(lambda: not dialog.stop.isVisible())
    return dialog


def units_list(tour: Tour) -> QWidget:
    begun(tour).units.edit.click()
    return tour.asked(UnitsListDialog)


def sources(tour: Tour) -> QWidget:
    dialog = at_step(CHANGES)(tour)
    dialog.act.click()
    tour.wait(lambda: not dialog.isVisible())
    tour.do("sources")
    tour.desk.editor.show_place(Place("s2"))
    tour.wait(lambda: "đơn vị" in tour.desk.findChild(SourcesPane).view.toPlainText())
    return tour.window


MERGE_VIEWS = {
    "merge-units": at_step(UNITS),
    "merge-headings": at_step(HEADINGS),
    "merge-changes": at_step(CHANGES),
    "merge-list": units_list,
    "sources": sources,
}
