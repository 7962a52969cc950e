"""The program with its window: named steps, put together here and decided nowhere else."""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
import threading
import traceback
from contextlib import suppress
from functools import cache, partial
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from bcdesk import __version__
from bcdesk.errors import KnownError
from bcdesk.painting.fonts import FontMeasure
from bcdesk.places import documents_folder
from bcdesk.press.paper import Press
from bcdesk.session.saving import Saver
from bcdesk.session.store import Store
from bcdesk.ui.background import Background, Post
from bcdesk.ui.home.home import local_now
from bcdesk.ui.messages import Messages
from bcdesk.ui.notices import Step
from bcdesk.ui.style.language import speak_vietnamese
from bcdesk.ui.style.style import dress
from bcdesk.ui.window import NAME, Window
from bcdesk.ui.workplace import MakePaper, Workplace

NO_DISPLAY = "Máy này không có màn hình để mở cửa sổ. Chạy `make sample` để làm thử báo cáo mẫu mà không cần cửa sổ."
FAULT = "Chương trình vừa gặp lỗi. Nội dung đã gõ vẫn được lưu; nếu lỗi lặp lại, hãy đóng rồi mở lại chương trình."
KNOWN_ERROR = 3
LOG, CRASHES, MEMORY = "bcdesk.log", "crash.log", "window.ini"
LOG_BYTES, LOGS = 500_000, 3
CLOSE_SECONDS = 10.0

log = logging.getLogger("bcdesk")


def run(folder: Path) -> int:
    """Open the window on the data in `folder` and stay until it is closed; the exit code."""
    if not has_display():
        print(NO_DISPLAY, file=sys.stderr)  # noqa: T201  # there is no window to say it in
        return KNOWN_ERROR
    write_log(folder)
    catch_crashes(folder)
    application = make_application()
    window = Window(QSettings(str(folder / MEMORY), QSettings.Format.IniFormat))
    post = Post(application)
    catch_faults(window, post)
    background = Background(post)
    window.painted.connect(partial(open_store, window, folder, post, background))
    window.show()
    return leave(application.exec(), background)


def has_display() -> bool:
    """Whether a window can be shown here."""
    if sys.platform != "linux" or "QT_QPA_PLATFORM" in os.environ:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def write_log(folder: Path) -> None:
    """Log into the data folder, never a word of a report; where it cannot be written, into nothing."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(folder / LOG, maxBytes=LOG_BYTES, backupCount=LOGS, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(threadName)s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.info("bcdesk %s, Python %s, %s", __version__, sys.version.split()[0], sys.platform)


def catch_crashes(folder: Path) -> None:
    """Where Python itself goes down, what it was at is written into a file; nothing where that cannot be written."""
    with suppress(OSError):
        faulthandler.enable((folder / CRASHES).open("a", encoding="utf-8"))  # held open by faulthandler


def make_application() -> QApplication:
    """Qt in Vietnamese and in our dress."""
    application = QApplication([NAME])
    application.setApplicationName(NAME)
    application.setDesktopFileName(NAME)
    speak_vietnamese(application)
    dress(application)
    return application


def catch_faults(window: Window, post: Post) -> None:
    """What nobody has caught is logged and told in the window; the program goes on, so that nothing typed is lost."""

    def caught(kind: type[BaseException], fault: BaseException | None, where: TracebackType | None) -> None:
        log.error("%s\n%s", kind.__name__, "".join(traceback.format_tb(where)))
        words = str(fault) if isinstance(fault, KnownError) else FAULT
        post(partial(window.trouble.say, words))

    sys.excepthook = caught
    threading.excepthook = lambda args: caught(args.exc_type, args.exc_value, args.exc_traceback)


def open_store(window: Window, folder: Path, post: Post, background: Background) -> None:
    """Open the reports in the background; where that fails, say what to do and offer to try again."""
    again = Step("Thử lại", partial(open_store, window, folder, post, background))

    def work() -> Store:
        from bcdesk.storage import database

        return database.open_store(folder)

    def failed(error: KnownError) -> None:
        log.warning("the store does not open: %s", type(error).__name__)
        window.trouble.say(str(error), again)

    background.run(work, partial(begin, window, post, background), failed)


def begin(window: Window, post: Post, background: Background, store: Store) -> None:
    """Give the window what it works with."""
    saver = Saver(store, deliver=post)
    window.trouble.hide()
    window.closed.connect(partial(close, saver, store))
    window.begin(Workplace(store, saver, paper_maker(), background, documents_folder(), Messages(), local_now))


def paper_maker() -> MakePaper:
    """The press, made when the first paper is asked for: it reads the fonts."""

    @cache
    def press() -> Press:
        return Press(FontMeasure())

    return lambda report: press().paper(report)


def close(saver: Saver, store: Store) -> None:
    """Save what is left, then let go of the data."""
    if saver.close(CLOSE_SECONDS):
        store.close()


def leave(code: int, background: Background) -> int:
    """Finish what is being written, then go."""
    background.close()
    log.info("closed")
    return code
