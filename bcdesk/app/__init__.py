"""The program with its window: named steps, put together here and decided nowhere else."""

from __future__ import annotations

import linecache
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from bcdesk.app.papers import Papers
from bcdesk.app.premises import Premises, has_display, program_name
from bcdesk.app.records import catch_crashes, keep_records, log, write_log
from bcdesk.errors import DatabaseDamaged, FolderInUseElsewhere, KnownError
from bcdesk.places import documents_folder
from bcdesk.storage.journal import Journal, journal_for
from bcdesk.ui.actions import FAULT_REPORT
from bcdesk.ui.background import Background, Post
from bcdesk.ui.clipboard import leave_plain_text
from bcdesk.ui.clock import local_now
from bcdesk.ui.notices import Step
from bcdesk.ui.style.language import speak_vietnamese
from bcdesk.ui.style.style import dress
from bcdesk.ui.text_size import take_up
from bcdesk.ui.window import NAME, Window

if TYPE_CHECKING:
    from bcdesk.session.keeping import Keeper
    from bcdesk.session.saving import Saver
    from bcdesk.session.signed_copies import SignedCopies
    from bcdesk.session.store import Store
    from bcdesk.storage.reports import SqliteStore

NO_DISPLAY = "Máy này không có màn hình để mở cửa sổ. Chạy `make sample` để làm thử báo cáo mẫu mà không cần cửa sổ."
FAULT = "Chương trình vừa gặp lỗi. Nội dung đã gõ vẫn được lưu; nếu lỗi lặp lại, hãy đóng rồi mở lại chương trình."
LIES_ON = (
    "Dữ liệu nằm trên thẻ nhớ hoặc ổ mạng ({folder}). Giữ thẻ cắm, mạng nối trong khi soạn; "
    "đóng chương trình rồi mới rút."
)
DONE, KNOWN_ERROR = 0, 3
MEMORY = "window.ini"
CLOSE_SECONDS = 10.0


def run(folder: Path, brought: Path | None = None) -> int:
    """Open the window on the data in `folder`, with a file the clerk brought, until it is closed; the exit code."""
    if not has_display():
        print(NO_DISPLAY, file=sys.stderr)  # noqa: T201  # there is no window to say it in
        return KNOWN_ERROR
    take_up(memory_of(folder))
    application = make_application()
    premises = Premises(folder, keep_records, brought)
    if premises.has_window():
        return DONE
    if premises.lock.held:
        catch_crashes(folder)
    code = sit_down(application, premises)
    while premises.damaged:
        code = sit_down(application, premises)
    return code


def sit_down(application: QApplication, premises: Premises) -> int:
    """One window, until it is closed; the exit code."""
    window = Window(memory_of(premises.folder), program_name(premises.folder))
    premises.window = window
    post = Post(application)
    catch_faults(window, post, premises)
    window.commands[FAULT_REPORT].triggered.connect(lambda: report_fault(window, premises.folder))
    background = Background(post)
    window.painted.connect(partial(open_store, window, premises, post, background))
    window.show()
    code = leave(application.exec(), background, premises)
    premises.window = None
    return code


def memory_of(folder: Path) -> QSettings:
    """What the window remembers of itself beside the data in `folder`."""
    return QSettings(str(folder / MEMORY), QSettings.Format.IniFormat)


def make_application() -> QApplication:
    """Qt in Vietnamese and in our dress."""
    application = QApplication([NAME])
    application.setApplicationName(NAME)
    application.setDesktopFileName(NAME)
    speak_vietnamese(application)
    dress(application)
    return application


def report_fault(window: Window, folder: Path) -> None:
    """Show a fault report about the data in `folder`; there need not be any that open."""
    from bcdesk.app.fault_report import fault_text
    from bcdesk.ui.fault_reporting import FaultReporting
    from bcdesk.ui.messages import Messages

    FaultReporting(window, Messages(), documents_folder()).ask(fault_text(folder))


def catch_faults(window: Window, post: Post, premises: Premises) -> None:
    """What nobody has caught is logged and told in the window; the program goes on, so that nothing typed is lost."""

    def caught(kind: type[BaseException], fault: BaseException | None, where: TracebackType | None) -> None:
        if premises.lock.held:
            write_log(premises.folder)  # where the log has not begun yet
        log.error("%s\n%s", kind.__name__, "".join(traceback.format_tb(where)))
        post(partial(tell_fault, window, fault))

    sys.excepthook = caught
    threading.excepthook = lambda args: caught(args.exc_type, args.exc_value, args.exc_traceback)


def tell_fault(window: Window, fault: BaseException | None) -> None:
    """Say in the window's bar what went wrong; where nobody knows what it is, with the way to a fault report."""
    if isinstance(fault, KnownError):
        window.bars.trouble.tell(fault)
    else:
        report = window.commands[FAULT_REPORT]
        window.bars.trouble.say(FAULT, Step(report.text(), report.trigger))


def open_store(
    window: Window, premises: Premises, post: Post, background: Background, *, from_afar: bool = False
) -> None:
    """Open the reports in the background; where that fails, say what to do and offer to try again."""
    again = partial(open_store, window, premises, post, background)

    def done(store: SqliteStore) -> None:
        from bcdesk.session.trash import clear_out
        from bcdesk.storage.signed_copies import FileSignedCopies

        premises.keeper = keeper_of(premises.folder, store, post)
        premises.unsaved = {}
        copies = FileSignedCopies(premises.folder)
        begin(window, post, background, store, premises=premises, keeper=premises.keeper, signed_copies=copies)
        if journal_for(premises.folder) is Journal.DELETE:
            window.bars.lies_on.say(LIES_ON.format(folder=premises.folder))
        linecache.clearcache()  # Qt has read the source of every module, where there is one, and kept it: 20 MB
        background.run(partial(clear_out, store, premises.keeper.backups, local_now()), log_cleared, log_not_cleared)

    failed = partial(not_opened, window, premises, background, again)
    from bcdesk.app.rescue import sound_store

    try:
        premises.enter(from_afar=from_afar)
    except KnownError as error:
        failed(error)
    else:
        background.run(partial(sound_store, premises), done, failed)


def not_opened(
    window: Window, premises: Premises, background: Background, again: Callable[..., None], error: KnownError
) -> None:
    """The reports do not open: the way to save what can be saved where they are damaged, else why and what to do."""
    premises.damaged = False
    if isinstance(error, DatabaseDamaged):
        from bcdesk.app.rescue import rescue

        rescue(window, premises, background, again, error)
    else:
        say_refused(window, again, error)


def keeper_of(folder: Path, store: SqliteStore, post: Post) -> Keeper:
    """Who keeps the backups of that folder."""
    from bcdesk.session.keeping import Keeper
    from bcdesk.storage.backups import SqliteBackups

    return Keeper(SqliteBackups(folder, store, local_now), deliver=post, now=local_now)


def begin(
    window: Window,
    post: Post,
    background: Background,
    store: Store,
    *,
    premises: Premises,
    keeper: Keeper,
    signed_copies: SignedCopies,
) -> None:
    """Give the window what it works with."""
    from bcdesk.app.rescue import leave_for_rescue
    from bcdesk.session.saving import Saver
    from bcdesk.ui.messages import Messages
    from bcdesk.ui.workplace import Workplace

    saver, fell = Saver(store, deliver=post), premises.lock.after_unclean_end
    window.bars.trouble.hide()
    window.closed.connect(partial(close, background, saver, store))
    window.begin(
        Workplace(
            store, saver, Papers(), background, papers_folder(), Messages(), local_now, keeper, signed_copies,
            after_unclean_end=fell, rescue=partial(leave_for_rescue, premises, saver),
        )
    )  # fmt: skip
    keeper.begin(after_unclean_end=fell)
    if premises.brought:
        window.take(str(premises.brought))
        premises.brought = None


def say_refused(window: Window, again: Callable[..., None], error: KnownError) -> None:
    """Say why the reports do not open, and what can be done; `again` tries anew, `from_afar` if the clerk says so."""
    log.warning("the store does not open: %s", type(error).__name__)
    elsewhere = isinstance(error, FolderInUseElsewhere)
    steps = (Step("Vẫn mở ở đây", partial(again, from_afar=True)),) if elsewhere else ()
    window.bars.trouble.say(str(error), Step("Thử lại", again), *steps)


def papers_folder() -> Path:
    """Where exported papers go, there from now on if it can be."""
    from bcdesk.press.files import make_folder

    folder = documents_folder()
    with suppress(KnownError):
        make_folder(folder)
    return folder


def log_cleared(reports: int) -> None:
    """How many reports were deleted for good."""
    log.info("deleted from the trash: %d", reports)


def log_not_cleared(error: KnownError) -> None:
    """They are deleted at another start."""
    log.warning("the trash is not cleared out: %s", type(error).__name__)


def close(background: Background, saver: Saver, store: Store) -> None:
    """Finish what is being written, save what is left, then let go of the data."""
    background.close()
    if saver.close(CLOSE_SECONDS):
        store.close()


def leave(code: int, background: Background, premises: Premises) -> int:
    """Take the last backup, now that the window is gone; then nothing is written any more: let the next one in."""
    leave_plain_text()
    background.close()
    if premises.keeper:
        premises.keeper.end() if premises.damaged else premises.keeper.close()
        premises.keeper = None
    log.info("closed")
    if not premises.damaged:
        premises.leave()
    return code
