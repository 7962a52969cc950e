"""The guide through the first report taken from an old one: a quiet line over the editor with the next step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from bcdesk.errors import KnownError
from bcdesk.report.guide import Gap, GuideStep, gaps, next_step
from bcdesk.report.report import Place
from bcdesk.session.settings import Guide
from bcdesk.ui.desk import Desk
from bcdesk.ui.editor.states import HEAD, tab_of
from bcdesk.ui.findings.checking import DeskCheck
from bcdesk.ui.notices import Step, quiet_line
from bcdesk.ui.telling import Telling
from bcdesk.ui.workplace import Workplace

HIDE = "Ẩn hướng dẫn"
DONE = "Đã đi hết các bước của báo cáo đầu tiên. Lúc nào cần, bấm F1 để xem hướng dẫn về chỗ đang làm."
STEP = "Bước {step}/{steps}. "
SENTENCES: Mapping[GuideStep, str] = {
    GuideStep.HEAD: "Xem phần đầu đã đúng chưa: trích yếu, ký hiệu, ngày tháng, Kính gửi. Xong thì sang thẻ khác.",
    GuideStep.GAPS: "Còn {count} chỗ trống. Điền tiếp: {gap}.",
    GuideStep.CHECK: "Kiểm tra thể thức, chính tả, số liệu, rồi sửa những chỗ cần sửa.",
    GuideStep.PAPER: "In hoặc xuất tệp Word để trình ký.",
    GuideStep.SEND: "Ký và có số rồi thì chuẩn bị các tệp để gửi lên cấp trên.",
}
COMMANDS: Mapping[GuideStep, tuple[tuple[str, str], ...]] = {
    GuideStep.CHECK: (("Kiểm tra", "check"),),
    GuideStep.PAPER: (("In", "print"), ("Xuất Word", "word")),
    GuideStep.SEND: (("Chuẩn bị gửi", "send"),),
}

Do = Callable[[str, Desk], object]


class Guiding:
    """Guides through the first report that is taken from an old one, on whatever day; once hidden, never again.

    `do` does what a command does on a desk.
    """

    def __init__(self, workplace: Workplace, telling: Telling, do: Do) -> None:
        self._workplace, self._telling, self._do = workplace, telling, do
        self._desk: Desk | None = None
        self._shown: DeskGuide | None = None

    def begin(self, report_id: str) -> None:
        """A report was taken: guide through it, unless the guide is over."""
        with suppress(KnownError):  # the guide is not worth a trouble
            guide = self._workplace.settings.guide
            if guide is None or not guide.over:
                self._keep(Guide(report_id))
                if self._desk is not None and isValid(self._desk) and self._desk.report_id == report_id:
                    self._guide(self._desk, None)

    def follow(self, desk: Desk) -> None:
        """A report is on the desk; go on where it is the one to be guided through."""
        self._desk, self._shown = desk, None
        with suppress(KnownError):
            guide = self._workplace.settings.guide
            if guide is not None and guide.report_id == desk.report_id:
                self._guide(desk, guide.done)

    def note_paper(self) -> None:
        """The report was written or printed."""
        self._note(GuideStep.PAPER)

    def note_prepared(self) -> None:
        """The steps of sending were left; whether anything was made ready, the store knows."""
        with suppress(KnownError):
            if self._desk is not None and self._workplace.store.preparations(self._desk.report_id):
                self._note(GuideStep.SEND)

    def _note(self, step: GuideStep) -> None:
        if self._shown is not None and isValid(self._shown):
            self._shown.note(step)

    def _guide(self, desk: Desk, done: GuideStep | None) -> None:
        shown = self._shown = DeskGuide(desk, done, self._do)
        shown.went_on.connect(lambda step: self._keep(Guide(desk.report_id, step)))
        shown.ended.connect(lambda: self._keep(Guide()))
        shown.finished.connect(lambda: self._telling.done(DONE))
        shown.show_step()

    def _keep(self, guide: Guide) -> None:
        with suppress(KnownError):
            self._workplace.settings.keep_guide(guide)


class DeskGuide(QObject):
    """The line over the report of one desk. `went_on` gives the last step that is done; `ended`: no more of it."""

    went_on = Signal(object)
    ended = Signal()
    finished = Signal()

    def __init__(self, desk: Desk, done: GuideStep | None, do: Do) -> None:
        super().__init__(desk)
        self._desk, self._done, self._do = desk, done, do
        self._step: GuideStep | None = None
        self._in_head = desk.editor.tabs.key == HEAD
        self.strip = quiet_line("help")
        desk.put_above(self.strip)
        desk.changed.connect(self.show_step)
        desk.editor.caret_moved.connect(self._on_caret)
        for check in desk.findChildren(DeskCheck):
            check.counted.connect(partial(self._on_counted, check))

    def note(self, step: GuideStep) -> None:
        """That step is done, and with it all before it."""
        if self._step is not None and step > (self._done or 0):
            self._done = step
            self.went_on.emit(step)
            self.show_step()

    def show_step(self) -> None:
        """Show the next step; a line the clerk has closed stays closed until there is another."""
        before, self._step = self._step, next_step(self._desk.session.report, self._done)
        if self._step is None:
            self._end(before)
        elif self._step is not before or not self.strip.isHidden():
            self._say(self._step)

    def _say(self, step: GuideStep) -> None:
        left = gaps(self._desk.session.report) if step is GuideStep.GAPS else ()
        about = {"count": len(left), "gap": left[0].words if left else ""}
        sentence = (STEP + SENTENCES[step]).format(step=step.value, steps=len(GuideStep), **about)
        if sentence != self.strip.words or self.strip.isHidden():
            self.strip.say(sentence, *self._buttons(step, left), Step(HIDE, self._hide))

    def _buttons(self, step: GuideStep, left: tuple[Gap, ...]) -> list[Step]:
        show = self._desk.editor.show_place
        if step is GuideStep.HEAD:
            return [Step("Xem phần đầu", partial(show, Place("subject")))]
        if left:
            return [Step("Đến chỗ trống", partial(show, left[0].place))]
        return [Step(words, partial(self._do, command, self._desk)) for words, command in COMMANDS[step]]

    def _hide(self) -> None:
        self._step = None
        self._done = GuideStep.SEND
        self.strip.hide()
        self.ended.emit()

    def _end(self, before: GuideStep | None) -> None:
        """All is done; said once."""
        self.strip.hide()
        if before is not None:
            self.ended.emit()
            self.finished.emit()

    def _on_caret(self, place: Place) -> None:
        if self._step is not GuideStep.HEAD:
            return
        here = tab_of(self._desk.session.report, place.part) == HEAD
        if self._in_head and not here:
            self.note(GuideStep.HEAD)
        self._in_head = here

    def _on_counted(self, check: DeskCheck, _words: str) -> None:
        """A check that is done while its remarks can be seen was asked for."""
        if check.panel.isVisible():
            self.note(GuideStep.CHECK)
