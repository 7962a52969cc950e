"""Everything has room on a screen of 1366×768 at 150 %, less the frame and the bar of the system."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLineEdit

from bcdesk.app.papers import Papers
from bcdesk.report.cleanups import Change, Cleanup
from bcdesk.report.kinds import load_kinds, new_report
from bcdesk.report.office import Office
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import Place, Report
from bcdesk.ui.dialogs.clean import CleanDialog
from bcdesk.ui.dialogs.drafter import DrafterDialog
from bcdesk.ui.dialogs.import_report import ImportDialog
from bcdesk.ui.dialogs.new_report import NewReportDialog
from bcdesk.ui.dialogs.next_report import NextReportDialog
from bcdesk.ui.dialogs.office import FirstStartDialog, OfficeDialog
from bcdesk.ui.dialogs.offices import OfficesDialog
from bcdesk.ui.dialogs.period import PeriodDialog
from bcdesk.ui.dialogs.prescribed import PrescribedDialog
from bcdesk.ui.dialogs.print_options import PrintDialog
from bcdesk.ui.dialogs.reoutline import ReoutlineDialog
from bcdesk.ui.dialogs.template import PastedTemplateDialog, TemplateDialog
from bcdesk.ui.dialogs.templates import TemplatesDialog
from bcdesk.ui.messages import Messages
from bcdesk.ui.style.colours import LIGHT
from bcdesk.ui.style.style import style_sheet

KIND, QUARTER = load_kinds()[0], Period(PeriodType.QUARTER, 2026, 1)
TODAY = date(2026, 4, 15)
REPORT = Report("tuyen-truyen-cchc", Period(PeriodType.QUARTER, 2026, 1), Office(name="Ba Tơ"), subject=("Quý I/2026",))
DIALOGS = {
    "clean": lambda: CleanDialog({cleanup: (Change(Place("s1"), "a  b", "a b"),) for cleanup in Cleanup}),
    "drafter": DrafterDialog,
    "import": lambda: ImportDialog(None, Messages(), Path()),
    "new": lambda: NewReportDialog(load_kinds(), TODAY, (), ""),
    "first start": lambda: FirstStartDialog(Papers()),
    "next": lambda: NextReportDialog(REPORT, load_kinds(), TODAY),
    "office": lambda: OfficeDialog(Office(name="Ba Tơ"), Papers()),
    "offices": lambda: OfficesDialog((Office(name="Ba Tơ"),), Papers(), TODAY),
    "period": lambda: PeriodDialog(Period(PeriodType.QUARTER, 2026, 1), (), TODAY),
    "prescribed": lambda: PrescribedDialog(Office(name="Ba Tơ")),
    "print": lambda: PrintDialog(("HP LaserJet",), 3, 8, two_sided=False),
    "reoutline": lambda: ReoutlineDialog(new_report(KIND, QUARTER, Office(name="Ba Tơ")), load_kinds()),
    "template": lambda: TemplateDialog("Lưu làm mẫu báo cáo", KIND, (KIND,), asks_into=True),
    "template of an outline": lambda: PastedTemplateDialog(KIND, ()),
    "templates": lambda: TemplatesDialog((KIND,)),
}


@pytest.fixture(params=DIALOGS)
def dialog(request, qtbot):
    made = DIALOGS[request.param]()
    made.setStyleSheet(style_sheet(LIGHT))
    qtbot.addWidget(made)
    return made


def test_a_dialog_has_room_on_a_small_screen(dialog):
    needed = dialog.minimumSizeHint()
    assert (needed.width() <= 900, needed.height() <= 470) == (True, True), needed


def test_tab_comes_to_the_verbs_last(dialog):
    dialog.show()
    dialog.focusNextChild()
    chain, widget = [], dialog.nextInFocusChain()
    while widget is not dialog:
        chain.append(widget)
        widget = widget.nextInFocusChain()
    asked = [chain.index(each) for each in chain if isinstance(each, QLineEdit | QComboBox | QAbstractItemView)]
    assert max(asked) < chain.index(dialog.leave) < chain.index(dialog.act)
