"""Backups in the window: the way to them, what came of bringing one back, and a reminder of the second place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bcdesk.errors import KnownError
from bcdesk.report.backup import Backup, SecondPlace
from bcdesk.report.kept import Listed
from bcdesk.session.keeping import days_missed
from bcdesk.session.save_states import FLUSH_SECONDS
from bcdesk.ui.notices import Notice, Step
from bcdesk.ui.telling import Telling
from bcdesk.ui.workplace import Workplace

OPEN = "Sao lưu, phục hồi…"
NOT_SAVED = "Còn nội dung chưa lưu được nên chưa phục hồi. Lưu xong rồi phục hồi lại."


class BackingUp(QObject):
    """Shows the backups and brings them back; `go_home` puts the open report away and fills the list anew."""

    copied = Signal()

    def __init__(
        self, parent: QWidget, workplace: Workplace, reminder: Notice, telling: Telling, go_home: Callable[[], None]
    ) -> None:
        super().__init__(parent)
        self._go_home = go_home
        self._window = parent
        self._workplace = workplace
        self._backups = workplace.keeper.backups
        self._reminder = reminder
        self._telling = telling
        self._said = ""
        self._stop_listening = workplace.keeper.listen(self._on_looked)

    def ask(self) -> None:
        """Show the backups."""
        from bcdesk.ui.dialogs.backups import BackupsDialog

        dialog = BackupsDialog(self._backups, self._workplace.background, self._workplace.messages, self._window)
        dialog.restore_asked.connect(self.bring_back)
        dialog.copy_asked.connect(self._copy_out)
        dialog.damage_found.connect(self._on_damage)
        dialog.open()

    def bring_back(self, backup: Backup) -> None:
        """Make everything what it was in that backup; no report stays open over it."""
        self._go_home()
        if not self._workplace.saver.flush(FLUSH_SECONDS):
            self._telling.trouble.say(NOT_SAVED)
            return
        self._telling.begin("Đang phục hồi…")
        work = partial(self._backups.bring_back, backup)
        self._workplace.background.run(work, partial(self._brought_back, backup), self._telling.failed)

    def _brought_back(self, backup: Backup, before: Backup | None) -> None:
        undo = (Step("Hoàn tác", partial(self.bring_back, before)),) if before else ()
        self._telling.done(f"Đã phục hồi {backup.reports} báo cáo như lúc {time_words(backup)}.", *undo)
        self._go_home()

    def _on_damage(self, error: KnownError) -> None:
        self._telling.failed(error)

    def _copy_out(self, backup: Backup, listed: Listed) -> None:
        self._telling.begin("Đang chép báo cáo…")
        work = partial(self._backups.copy_out, backup, listed.id)
        told = partial(self._copied_out, backup, listed)
        self._workplace.background.run(work, told, self._telling.failed)

    def _copied_out(self, backup: Backup, listed: Listed, _report_id: str) -> None:
        title = listed.title or "báo cáo chưa có tên"
        self._telling.done(f"Đã chép “{title}” của bản sao lưu lúc {time_words(backup)} thành một báo cáo mới.")
        self.copied.emit()

    def _on_looked(self, trouble: KnownError | None) -> None:
        """Tell once, until it is another sentence: a line that was closed does not come back each minute."""
        place = self._backups.second_place()
        missed = days_missed(place, self._workplace.now())
        words = str(trouble) if trouble else reminder_words(place, missed)
        if words and words != self._said:
            self._reminder.say(words, Step(OPEN, self.ask))
        elif not words:
            self._reminder.hide()
        self._said = words


def time_words(backup: Backup) -> str:
    """When a backup was taken."""
    return f"{backup.at:%H:%M ngày %d/%m/%Y}"


def reminder_words(place: SecondPlace | None, missed: int) -> str:
    """What to do about a second place that could not be reached for so many days; empty where it could."""
    if place is None or not missed:
        return ""
    return f"Đã {missed} ngày chưa sao lưu được sang {place.folder}. Cắm thẻ nhớ hoặc ổ đĩa đó vào, hoặc chọn chỗ khác."
