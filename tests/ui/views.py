"""Every view of the program and how to come to it, for the tests that walk all of them and for the pictures.

A view is a function that leads a window to it and gives what is then to be looked at: the window, a dialog, a menu.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QToolButton, QWidget

from bcdesk.errors import FolderRefused
from bcdesk.report.guide import GuideStep
from bcdesk.report.office import symbol_of
from bcdesk.report.register import Line, Series, book_of
from bcdesk.report.report import Place
from bcdesk.session.settings import Guide, RegisterChoice
from bcdesk.ui.clock import local_now
from bcdesk.ui.dialogs.backups import BackupsDialog
from bcdesk.ui.dialogs.clean import CleanDialog
from bcdesk.ui.dialogs.dictionary import DictionaryDialog
from bcdesk.ui.dialogs.drafter import DrafterDialog
from bcdesk.ui.dialogs.import_report import ImportDialog
from bcdesk.ui.dialogs.issue import IssueDialog
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
from bcdesk.ui.dialogs.text_size import TextSizeDialog
from bcdesk.ui.dialogs.trash import TrashDialog
from bcdesk.ui.dialogs.versions import VersionsDialog
from bcdesk.ui.editor.footnote import FootnoteDialog
from bcdesk.ui.figures.series_dialog import SeriesDialog
from bcdesk.ui.help.feature import Helping
from bcdesk.ui.library.reading import Reading
from bcdesk.ui.library.results import Results
from bcdesk.ui.messages import question_box
from bcdesk.ui.notices import Step
from bcdesk.ui.register.line import LineDialog
from bcdesk.ui.register.setup import SetupDialog
from bcdesk.ui.register.view import RegisterDialog
from bcdesk.ui.sending.dialog import SendDialog
from bcdesk.ui.states.strip import StateStrip
from tests.ui.merging.views import MERGE_VIEWS
from tests.ui.tour import SAMPLE, SCAN, Tour

View = Callable[[Tour], QWidget]
PRINTERS = ("HP LaserJet Pro M402", "Canon LBP 2900")


def of_dialog(kind: type[QDialog], action: str, part: str | None = None) -> View:
    """The dialog that an action opens, on the report where a part of it is named (empty for its head)."""

    def show(tour: Tour) -> QWidget:
        tour.home() if part is None else tour.open(part)
        tour.do(action)
        return tour.asked(kind)

    return show


def of_help(action: str, part: str = "", typed: str = "") -> View:
    """What help says about a part of the report, or what it finds."""

    def show(tour: Tour) -> QWidget:
        tour.open(part)
        tour.do(action)
        shown = tour.window.findChild(Helping).shown
        shown.search.setText(typed)
        tour.settle()
        return shown

    return show


def of_desk(part: str = "", *actions: str) -> View:
    """The report with the caret in a part of it, and what these actions show beside it."""

    def show(tour: Tour) -> QWidget:
        tour.open(part)
        for action in actions:
            tour.do(action)
        tour.settle()
        return tour.window

    return show


def of_form(make: Callable[[Tour], QDialog]) -> View:
    """A dialog that other dialogs open, on its own."""

    def show(tour: Tour) -> QWidget:
        tour.home()
        dialog = make(tour)
        dialog.open()
        tour.activate(dialog)
        return dialog

    return show


def of_menu(make: Callable[[Tour], QMenu], part: str = "") -> View:
    """A menu opened in the middle of the report."""

    def show(tour: Tour) -> QWidget:
        tour.open(part)
        menu = make(tour)
        menu.popup(tour.window.mapToGlobal(tour.window.rect().center() / 2))
        tour.settle()
        return menu

    return show


def first_start(tour: Tour) -> QWidget:
    tour.home()
    dialog = FirstStartDialog(tour.paper_maker, tour.window)
    dialog.fill_sample()
    dialog.open()
    tour.activate(dialog)
    return dialog


def welcome(tour: Tour) -> QWidget:
    tour.home()
    tour.window.home.show_reports(())
    tour.window.home.focus_list()
    return tour.window


def listing(tour: Tour) -> QWidget:
    tour.home()
    tour.window.home.calendar.show_year(2026)
    return tour.window


def filtered(tour: Tour) -> QWidget:
    listing(tour)
    tour.window.home.more.setChecked(True)
    return tour.window


def found(tour: Tour) -> QWidget:
    listing(tour)
    tour.window.home.search.setText("tuyen truyen")
    tour.wait(lambda: tour.window.home.model.has_excerpts)
    return tour.window


def pasted(tour: Tour) -> QWidget:
    tour.home()
    tour.do("import")
    dialog = tour.asked(ImportDialog)
    dialog.pasted.setPlainText(SAMPLE.read_text(encoding="utf-8"))
    dialog.read_pasted()
    return dialog


def table(tour: Tour) -> QWidget:
    tour.open()
    section = tour.report.sections[-1]
    at = next(at for at, block in enumerate(section.blocks) if hasattr(block, "rows"))
    tour.open(section.id)
    tour.desk.editor.show_place(Place(section.id, at))
    tour.settle()
    return tour.window


def checked(action: str) -> View:
    """What the checks found, once they are through."""

    def show(tour: Tour) -> QWidget:
        tour.open("s4")
        tour.do(action)
        panel = tour.window._features.checking._now.panel
        tour.wait(lambda: bool(panel.model.rows) and "Đang" not in panel.summary.text())
        return tour.window

    return show


def library(tour: Tour) -> QWidget:
    tour.open("s4")
    tour.do("library")
    results = tour.desk.findChild(Results)
    tour.wait(lambda: results.list.count() > 0)
    return tour.window


def library_report(tour: Tour) -> QWidget:
    library(tour)
    tour.desk.findChild(Results).open.click()
    tour.wait(lambda: tour.desk.findChild(Reading).isVisible())
    return tour.window


def signed(tour: Tour) -> QWidget:
    tour.open(report_id=tour.signed)
    return tour.window


def number(tour: Tour) -> QWidget:
    signed(tour)
    strip = tour.desk.findChild(StateStrip)
    strip.next.click()
    return tour.asked(IssueDialog)


def sending(step: int) -> View:
    """A step of `Chuẩn bị gửi` of a report with its signed copy."""

    def show(tour: Tour) -> QWidget:
        tour.open(report_id=tour.issued)
        if tour.report.signed_copy is None:
            scan = tour.papers.parent / "Scan 001.pdf"
            scan.write_bytes(SCAN)
            tour.window._features.stepping.attaching.attach(tour.desk, scan)
            tour.wait(lambda: tour.report.signed_copy is not None)
        tour.do("send")
        dialog = tour.asked(SendDialog)
        dialog.act.click()
        tour.wait(lambda: not dialog.show_folder.isHidden())
        dialog.steps.setCurrentRow(step)
        return dialog

    return show


def register_setup(tour: Tour) -> QWidget:
    tour.settings.keep_register(RegisterChoice())
    tour.home()
    tour.do("register")
    return tour.asked(SetupDialog)


def register(tour: Tour) -> QWidget:
    tour.settings.keep_register(RegisterChoice(on=True))
    book = book_of(tour.office, symbol_of(tour.office), local_now().year, Series.GENERAL)
    if tour.store.register.next_number(book) == 1:
        for subject in ("Về việc tuyên truyền cải cách hành chính", "Kế hoạch tuyên truyền quý IV"):
            tour.store.register.give(Line(book, subject=subject, recipients="Như Điều 3; lưu VT"), "Lan")
    tour.home()
    tour.do("register")
    return tour.asked(RegisterDialog)


def register_line(tour: Tour) -> QWidget:
    register(tour).correct.click()
    return tour.asked(LineDialog)


def footnote(tour: Tour) -> QWidget:
    tour.open()
    table(tour)
    dialog = FootnoteDialog((), tour.window)
    dialog.open()
    return dialog


def reading(tour: Tour) -> QWidget:
    tour.open()
    tour.do("reading")
    tour.settle()
    return tour.window


def guided(tour: Tour) -> QWidget:
    tour.settings.keep_guide(Guide(tour.first, GuideStep.HEAD))
    tour.open("s4")
    tour.settings.keep_guide(Guide())
    return tour.window


def backups(tour: Tour) -> QWidget:
    tour.home()
    tour.window.home.backups_asked.emit()
    dialog = tour.asked(BackupsDialog)
    tour.wait(lambda: dialog.changes.topLevelItemCount() > 0)
    return dialog


def versions(tour: Tour) -> QWidget:
    tour.open()
    tour.store.keep_version(tour.first, tour.report, "Trình lần 1")
    tour.do("versions")
    dialog = tour.asked(VersionsDialog)
    tour.wait(lambda: dialog.list.count() > 0 and dialog.parts.count() > 0)
    return dialog


def series(tour: Tour) -> QWidget:
    tour.open()
    tour.do("series")
    dialog = tour.asked(SeriesDialog)
    tour.wait(lambda: "Đang" not in dialog.told.text())
    return dialog


def period(tour: Tour) -> QWidget:
    tour.open()
    tour.desk.editor.period_asked.emit()
    return tour.asked(PeriodDialog)


def trouble(tour: Tour) -> QWidget:
    tour.open()
    bars = tour.window.bars
    bars.unsaved.say(str(FolderRefused(tour.papers)), Step("Thử lại", print), Step("Lưu chỗ khác…", print))
    bars.result.say("Đã xuất Word vào thư mục Báo cáo.", Step("Mở tệp", print), Step("Mở thư mục", print))
    return tour.window


def more_menu(tour: Tour) -> QMenu:
    return next(each.menu() for each in tour.window.findChildren(QToolButton) if each.text() == "Việc khác")


def section_menu_of(tour: Tour) -> QMenu:
    return tour.desk.editor.sidebar.menu(tour.report.sections[1].id)


def text_menu(tour: Tour) -> QMenu:
    return tour.desk.editor.pen.field.menu()


def table_menu(tour: Tour) -> QMenu:
    table(tour)
    return tour.desk.editor.pen.field.menu()


def list_menu(tour: Tour) -> QWidget:
    listing(tour)
    menu = tour.window.home.table.menu()
    menu.popup(tour.window.mapToGlobal(tour.window.rect().center()))
    tour.settle()
    return menu


def steps_menu(tour: Tour) -> QWidget:
    signed(tour)
    tour.do("step")
    return tour.desk.findChild(StateStrip).menu


def question(tour: Tour) -> QWidget:
    listing(tour)
    sentence = "Xóa hẳn “Báo cáo gõ nhầm”? Không khôi phục lại được."
    box = question_box(tour.window, sentence, yes="Xóa hẳn", no="Giữ lại")
    box.open()
    return box


def file_dialog(tour: Tour) -> QWidget:
    listing(tour)
    dialog = QFileDialog(tour.window, "Gắn bản đã ký", str(tour.papers), "Bản đã ký (*.pdf *.jpg *.jpeg *.png)")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.open()
    return dialog


def corner(kind: type[QDialog], signal: str) -> View:
    """A dialog that a button in the corner of the list opens."""

    def show(tour: Tour) -> QWidget:
        tour.home()
        getattr(tour.window.home, signal).emit()
        return tour.asked(kind)

    return show


VIEWS: dict[str, View] = {
    "first-start": first_start,
    "welcome": welcome,
    "list": listing,
    "list-filters": filtered,
    "list-found": found,
    "new-report": of_dialog(NewReportDialog, "new"),
    "import": pasted,
    "next-report": of_dialog(NextReportDialog, "next", ""),
    "desk-head": of_desk(),
    "desk-opening": of_desk("opening"),
    "desk-section": of_desk("s4"),
    "desk-table": table,
    "desk-end": of_desk("closing"),
    "desk-appendix": of_desk("p1"),
    "desk-signed": signed,
    "find": of_desk("s4", "find"),
    "replace": of_desk("s4", "replace"),
    "check": checked("check"),
    "stale": checked("stale"),
    "figures": of_desk("s4", "figures"),
    "last-period": of_desk("s4", "last-period"),
    "library": library,
    "library-report": library_report,
    "reading": reading,
    "notices": trouble,
    "clean": of_dialog(CleanDialog, "clean", "s4"),
    "dictionary": of_dialog(DictionaryDialog, "dictionary"),
    "series": series,
    "print": of_form(lambda tour: PrintDialog(PRINTERS, 3, 8, two_sided=False, parent=tour.window)),
    "versions": versions,
    "template": of_dialog(TemplateDialog, "template", ""),
    "template-outline": of_dialog(PastedTemplateDialog, "template-outline"),
    "templates": of_dialog(TemplatesDialog, "templates"),
    "reoutline": of_dialog(ReoutlineDialog, "reoutline", ""),
    "offices": corner(OfficesDialog, "office_asked"),
    "office": of_form(lambda tour: OfficeDialog(tour.office, tour.paper_maker, tour.window)),
    "prescribed": of_form(lambda tour: PrescribedDialog(tour.office, tour.window)),
    "drafter": corner(DrafterDialog, "drafter_added"),
    "text-size": of_dialog(TextSizeDialog, "text-size"),
    "trash": corner(TrashDialog, "trash_asked"),
    "backups": backups,
    "period": period,
    "guide": guided,
    "help": of_help("help", "number"),
    "help-found": of_help("help", typed="sao luu"),
    "shortcuts": of_help("shortcuts"),
    "footnote": footnote,
    "number": number,
    "send-folder": sending(0),
    "send-fields": sending(1),
    "send-mail": sending(2),
    "send-draft": sending(3),
    "send-prepared": sending(4),
    "register-setup": register_setup,
    "register": register,
    "register-line": register_line,
    **MERGE_VIEWS,
    "menu-more": of_menu(more_menu),
    "menu-section": of_menu(section_menu_of),
    "menu-text": of_menu(text_menu, "s4"),
    "menu-table": of_menu(table_menu),
    "menu-list": list_menu,
    "menu-steps": steps_menu,
    "question": question,
    "file-dialog": file_dialog,
}
