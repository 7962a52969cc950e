"""Takes the README's pictures from the real program, in a window of 1366×768, into `packaging/screenshots/`."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from bcdesk import app
from bcdesk.places import resources
from bcdesk.report.period import Period, PeriodType, period_words
from bcdesk.report.report import Place, Report, State
from bcdesk.storage.database import open_store
from bcdesk.storage.signed_copies import FileSignedCopies
from bcdesk.ui.background import Background, Post
from bcdesk.ui.dialogs.import_report import ImportDialog
from bcdesk.ui.dialogs.office import FirstStartDialog
from bcdesk.ui.style.style import colour
from bcdesk.ui.window import Window

HERE = Path(__file__).resolve().parent
OUT = HERE / "screenshots"
SAMPLE = resources() / "samples" / "bao-cao-tuyen-truyen-cchc-quy-1-2024.txt"
SCREEN = "-screen 0 1366x768x24"
HOA, DONG = "Nguyễn Thị Hoa", "Phạm Văn Đông"
ON_PAPER_SECONDS = 0.6
YEAR = 2026

ECONOMY = "Tình hình kinh tế - xã hội, quốc phòng - an ninh"
MONTH, QUARTER = PeriodType.MONTH, PeriodType.QUARTER

# kind, subject, period, drafter, state; the last one stands first in the list.
REPORTS = (
    ("cai-cach-hanh-chinh", "Công tác cải cách hành chính", Period(QUARTER, YEAR - 1, 4), HOA, State.SENT),
    ("kinh-te-xa-hoi", ECONOMY, Period(MONTH, YEAR, 1), DONG, State.SENT),
    ("kinh-te-xa-hoi", ECONOMY, Period(MONTH, YEAR, 2), DONG, State.ISSUED),
    ("cai-cach-hanh-chinh", "Công tác cải cách hành chính", Period(QUARTER, YEAR, 1), HOA, State.SIGNED),
    ("kinh-te-xa-hoi", ECONOMY, Period(MONTH, YEAR, 3), DONG, State.DRAFTING),
    ("chuyen-doi-so", "Chuyển đổi số và thực hiện Đề án 06", Period(QUARTER, YEAR, 1), HOA, State.SUBMITTED),
)  # fmt: skip


def main() -> int:
    """Take every picture; without a display, on one of our own."""
    if not app.has_display():
        os.execvp("xvfb-run", ["xvfb-run", "-a", "-s", SCREEN, sys.executable, *sys.argv])  # noqa: S606, S607
    OUT.mkdir(exist_ok=True)
    application = app.make_application()
    colour(application, Qt.ColorScheme.Light)
    with TemporaryDirectory(prefix="bcdesk-") as folder:
        take_all(Path(folder), application)
    return 0


def take_all(folder: Path, application: QApplication) -> None:
    """One picture after the other, each as a person would come to it."""
    store, post = open_store(folder), Post()
    background = Background(post)
    window = Window(QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat))
    window.setGeometry(0, 0, 1366, 736)
    window.showNormal()
    keeper, copies = app.keeper_of(folder, store, post), FileSignedCopies(folder)
    premises = app.Premises(folder, lambda _: None)
    app.begin(window, post, background, store, premises=premises, keeper=keeper, signed_copies=copies)
    answer_first_questions(window)
    import_sample(window)
    write(window)
    colour(application, Qt.ColorScheme.Dark)
    picture("dark", window)
    colour(application, Qt.ColorScheme.Light)
    fill(store.create, window)
    picture("list", window)
    window.close()
    background.close()


def answer_first_questions(window: Window) -> None:
    """The five questions, answered for the sample office."""
    dialog = open_dialog(window, FirstStartDialog)
    dialog.fill_sample()
    dialog.form.show_values({"drafter": HOA})
    picture("first-start", dialog)
    dialog.accept()
    picture("welcome", window)


def import_sample(window: Window) -> None:
    """The old report pasted and recognised."""
    window.commands["import"].trigger()
    dialog = open_dialog(window, ImportDialog)
    dialog.pasted.setPlainText(SAMPLE.read_text(encoding="utf-8"))
    dialog.read_pasted()
    picture("import", dialog)
    dialog.reject()


def write(window: Window) -> None:
    """The sample on the desk, under the name of its own commune, with the caret in a sub-section."""
    window.home.chosen.emit("sample")
    desk = window.desk
    if desk is None:
        raise RuntimeError("the sample is not on the desk")
    window.activateWindow()
    wait()
    first = desk.session.report.sections[0].children[0]
    desk.editor.show_place(Place(first.id, 0, len(first.blocks[0].plain)))
    picture("desk", window)


def fill(keep: Callable[[Report], str], window: Window) -> None:
    """The list of some months of work, made of the sample."""
    sample = window.desk.session.report
    for kind, subject, period, drafter, state in REPORTS:
        title = f"{subject} {period_words(period)}"
        keep(replace(sample, kind=kind, subject=(title,), period=period, drafter=drafter, state=state))
    window.show_home()
    window.home.calendar.show_year(YEAR)


def open_dialog(window: Window, kind: type[QDialog]) -> QDialog:
    """The dialog of that class, once it is there."""
    wait()
    return window.findChild(kind)


def picture(name: str, widget: QWidget) -> None:
    """Keep what a widget shows, in its 256 most usual colours: a third of the size."""
    wait()
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    usual = [colour for colour, _ in Counter(memoryview(image.constBits()).cast("I")).most_common(256)]
    plain = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
    image.convertToFormat(QImage.Format.Format_Indexed8, usual, plain).save(str(OUT / f"{name}.png"), quality=0)
    print(OUT / f"{name}.png")  # noqa: T201  # says what it makes


def wait(seconds: float = ON_PAPER_SECONDS) -> None:
    """Let the window paint and the preview follow."""
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main())
