"""The report on its way in the window: one step further or back, issued, replaced; each leaves a named version."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import cache, partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bcdesk.errors import FrozenReport, IssuedReport, KnownError
from bcdesk.report.edits import Edit, SetField
from bcdesk.report.replacement import replacement
from bcdesk.report.report import Report
from bcdesk.report.stale import left
from bcdesk.report.states import (
    ISSUE,
    MARK_SENT,
    REOPEN,
    SEND_BACK,
    SIGN,
    STATE_WORDS,
    SUBMIT,
    UNMARK_SENT,
    Transition,
    issued,
    leads_on,
    transitions_from,
)
from bcdesk.session.events import event_day, keep_event
from bcdesk.session.session import Cause, Change
from bcdesk.ui.desk import Desk
from bcdesk.ui.notices import Step
from bcdesk.ui.states.attaching import Attaching, undo_of
from bcdesk.ui.states.numbers import ByHand, Numbers
from bcdesk.ui.states.strip import StateStrip
from bcdesk.ui.telling import Telling
from bcdesk.ui.workplace import Workplace
from bcdesk.vietnamese.numbers import grouped

BUTTONS = {SEND_BACK: "Lãnh đạo trả lại để sửa", ISSUE: "Ghi số, ngày ban hành…"}
SAID = {
    SUBMIT: "Báo cáo đang trình ký. Lãnh đạo ký rồi thì bấm “Đã ký”.",
    SIGN: "Đã ký: nội dung được khóa. Văn thư cấp số rồi thì bấm “Ghi số, ngày ban hành”.",
    SEND_BACK: "Lãnh đạo trả lại: sửa xong thì trình ký lại.",
    REOPEN: "Đã mở lại để sửa: bản đã ký không còn dùng, sửa xong thì trình ký lại.",
    MARK_SENT: "Đã đánh dấu là đã gửi.",
    UNMARK_SENT: "Đã bỏ đánh dấu đã gửi.",
}
WAYS_BACK = {Cause.UNDO: "hoàn tác về", Cause.REDO: "làm lại đến"}
REPLACE, CORRECT = "Lập báo cáo thay thế", "Sai thể thức thì làm gì?"
REPLACED = "Đã lập báo cáo thay thế, chưa có số. Sửa chỗ sai rồi trình ký; bản đã phát hành giữ nguyên."
CORRECTED_BY = (
    "Sai thể thức, kỹ thuật trình bày thì đính chính bằng công văn của cơ quan ban hành; báo cáo đã phát hành giữ "
    "nguyên (Điều 18 khoản 3 Nghị định 30/2020/NĐ-CP)."
)
STILL_LEFT = " Còn {count} chỗ có thể là nội dung của kỳ trước (Shift+F7)."
STILL_DRAFT = "Báo cáo còn ghi “{mark}”. Bản trình ký không có dòng này: bỏ đi, in lại rồi mới ký."
DROP_MARK = "Bỏ dòng dự thảo"


def still_left(report: Report) -> str:
    """How much is still last period's, as a sentence to go on with; empty where nothing is."""
    count = len(left(report))
    return STILL_LEFT.format(count=grouped(count)) if count else ""


class Stepping(QObject):
    """Takes the report on the desk through its states. `made` gives the id of a replacement, to be opened.

    `numbers` gives the numbers: by hand, unless the outgoing register is put there.
    """

    made = Signal(str)

    def __init__(self, parent: QWidget, workplace: Workplace, telling: Telling) -> None:
        super().__init__(parent)
        self._window = parent
        self._workplace = workplace
        self._telling = telling
        self.attaching = Attaching(parent, workplace, telling)
        self.numbers: Numbers = ByHand()
        self._strip: StateStrip | None = None

    def follow(self, desk: Desk) -> None:
        """Put the strip over the pages of this desk, and say so where its text is not the one that was signed."""
        self._strip = strip = StateStrip()
        desk.preview.add_head(strip)
        strip.copy_asked.connect(partial(self.attaching.show, desk))
        desk.changed.connect(partial(self._show, strip, desk))
        desk.editor.refused.connect(partial(self._show_way_out, desk))
        desk.session.listen(partial(self._on_change, desk))
        self._show(strip, desk)
        self._telling.doubt(desk.session.report)

    def open_menu(self, desk: Desk) -> None:
        """Offer all steps, to be taken by keyboard."""
        if self._strip is not None:
            desk.editor.commit_composition()
            self._strip.open_menu(desk)

    def take(self, desk: Desk, step: Transition) -> None:
        """Take a step, keep a version of the report under its name, and say what comes next."""
        desk.editor.commit_composition()
        report = desk.session.report
        if step is ISSUE:
            self._ask_number(desk)
        elif step is SIGN and report.draft_mark:
            drop = SetField("draft_mark", "", DROP_MARK)
            sentence = STILL_DRAFT.format(mark=report.draft_mark)
            self._telling.trouble.say(sentence, Step(DROP_MARK, partial(self._drop_mark, desk, drop)))
        else:
            self._change(desk, step, step)
            told = f"{SAID[step]}{still_left(report)}" if step is SUBMIT else SAID[step]
            self._telling.done(told, undo_of(desk, self._telling))

    def replace(self, desk: Desk) -> None:
        """Make a new report with the same text that says which one it replaces, and open it."""
        made = replacement(desk.session.report, self._today())
        try:
            report_id = self._workplace.store.create(made)
        except KnownError as error:
            self._telling.failed(error)
            return
        self.made.emit(report_id)
        self._telling.done(REPLACED)

    def _on_change(self, desk: Desk, change: Change) -> None:
        """A step taken back, or again, is said in the history too; what was refused before may be possible now."""
        if change.before.state is change.after.state:
            return
        self._telling.trouble.hide()
        if change.cause is not Cause.EDIT:
            event = f"{WAYS_BACK[change.cause]} {STATE_WORDS[change.after.state]}"
            self._keep(partial(self._workplace.store.keep_version, desk.report_id, change.after, event))

    def _show(self, strip: StateStrip, desk: Desk) -> None:
        report = desk.session.report
        if strip.shows(report):
            return
        ways = transitions_from(report.state)
        first = next((self._step(desk, way) for way in ways if leads_on(way)), None)
        others = tuple(self._step(desk, way) for way in ways if not leads_on(way))
        attached = self.attaching.steps(desk) if report.frozen else ()
        strip.show_report(report, first, (*others, *attached, *self._after_issue(desk, report)))

    def _step(self, desk: Desk, way: Transition) -> Step:
        return Step(BUTTONS.get(way, way.words), partial(self.take, desk, way))

    def _after_issue(self, desk: Desk, report: Report) -> tuple[Step, ...]:
        if not report.issued:
            return ()
        hint = Step(CORRECT, partial(self._telling.result.say, CORRECTED_BY))
        return (Step(REPLACE, partial(self.replace, desk)), hint)

    def _show_way_out(self, desk: Desk, sentence: str) -> None:
        ways = {
            str(FrozenReport()): Step(REOPEN.words, partial(self.take, desk, REOPEN)),
            str(IssuedReport()): Step(REPLACE, partial(self.replace, desk)),
        }
        if sentence in ways:
            self._telling.trouble.say(sentence, ways[sentence])

    def _drop_mark(self, desk: Desk, drop: Edit) -> None:
        self._telling.trouble.hide()
        desk.editor.pen.act(drop)

    def _ask_number(self, desk: Desk) -> None:
        from bcdesk.ui.dialogs.issue import IssueDialog

        report, signed = desk.session.report, None
        with suppress(KnownError):  # the form does without
            signed = event_day(self._workplace.store, desk.report_id, SIGN)
        following = cache(partial(self._following, desk.report_id, report))
        dialog = IssueDialog(report, following, self._today(), signed, self._window)
        dialog.accepted.connect(lambda: self._issue(desk, dialog.number, dialog.day, dialog.why))
        dialog.open()

    def _following(self, report_id: str, report: Report, year: int) -> int | None:
        try:
            return self.numbers.following(report_id, report, year)
        except KnownError as error:
            self._telling.failed(error)
            return None

    def _issue(self, desk: Desk, number: str, day: date | None, why: str) -> None:
        """Take the number first: once issued, a report keeps it for ever."""
        if not number or day is None:
            return
        edit = issued(number, day)
        try:
            self.numbers.take(desk.report_id, edit.apply(desk.session.report), why)
        except KnownError as error:
            self._telling.failed(error)
            return
        self._change(desk, edit, ISSUE)
        self._telling.done(f"Đã phát hành, số {number}.", *self.attaching.steps(desk)[:1])

    def _change(self, desk: Desk, edit: Edit, step: Transition) -> None:
        desk.editor.pen.act(edit)
        self._workplace.saver.retry()  # the list is to show it, should the clerk go there next
        self._keep(partial(keep_event, self._workplace.store, desk.report_id, desk.session.report, step))

    def _keep(self, work: Callable[[], object]) -> None:
        self._workplace.background.run(work, lambda _: None, self._telling.failed)

    def _today(self) -> date:
        return self._workplace.now().date()
