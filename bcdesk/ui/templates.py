"""The office's own templates in the window: made of a report or an outline, changed, removed; and another outline."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bcdesk.errors import KnownError
from bcdesk.report.edits import Become
from bcdesk.report.kind_files import Group
from bcdesk.report.kinds import Kind
from bcdesk.report.period import CutOff
from bcdesk.report.reoutline import APART, WORDS
from bcdesk.report.report import walk
from bcdesk.report.templates import About, about, fresh_kind_id, template_of, template_of_outline
from bcdesk.ui.desk import Desk
from bcdesk.ui.dialogs.reoutline import ReoutlineDialog
from bcdesk.ui.dialogs.template import PastedTemplateDialog, TemplateDialog
from bcdesk.ui.dialogs.templates import TemplatesDialog
from bcdesk.ui.notices import Step
from bcdesk.ui.telling import Telling
from bcdesk.ui.workplace import Workplace

NONE = "Cơ quan chưa có mẫu nào. Mở một báo cáo rồi chọn “Lưu làm mẫu báo cáo…” ở “Việc khác”."
KEPT = "Đã lưu mẫu “{name}”. Mẫu này đứng đầu danh sách khi bấm Báo cáo mới (Ctrl+N)."
REMOVED = "Đã xóa mẫu “{name}”."
CHANGED = "Đã đổi sang đề cương mới."
LEFT = "Còn nội dung chưa có chỗ, nằm ở mục “{name}” cuối báo cáo."


class Templating(QObject):
    """Asks, keeps, and says with `changed` that the kinds of report are others now."""

    changed = Signal()

    def __init__(self, window: QWidget, workplace: Workplace, telling: Telling) -> None:
        super().__init__(window)
        self._window = window
        self._templates = workplace.templates
        self._telling = telling

    @property
    def on_desk(self) -> Mapping[str, Callable[[Desk], object]]:
        """What the commands do with the report on the desk."""
        return {"template": self.save, "reoutline": self.reoutline}

    @property
    def anywhere(self) -> Mapping[str, Callable[[], object]]:
        """What the commands do that need no report on the desk."""
        return {"template-outline": self.paste, "templates": self.show}

    def save(self, desk: Desk) -> None:
        """Ask what the template of that report is to be, and keep it."""
        desk.editor.commit_composition()
        report, own = desk.session.report, self._templates.own
        known = next((kind for kind in self._templates.kinds if kind.id == report.kind), None)
        said = about(report, known)
        every = {section.id for _, section in walk(report.sections)}
        model = template_of(report, said, every, "")
        into = next((kind for kind in own if kind.id == report.kind or kind.name == said.name), None)
        dialog = TemplateDialog("Lưu làm mẫu báo cáo", model, own, self._window, into=into, asks_into=True)
        dialog.accepted.connect(lambda: self._keep(dialog.kind))
        dialog.open()

    def paste(self) -> None:
        """Ask for an outline, and keep the template made of it."""
        said = About("", Group.PERIODIC, (), CutOff.FIFTEENTH)
        dialog = PastedTemplateDialog(template_of_outline((), said, ""), self._templates.own, self._window)
        dialog.accepted.connect(lambda: self._keep(dialog.kind))
        dialog.open()

    def show(self) -> None:
        """List the templates; say so where there is none."""
        if not self._templates.own:
            self._telling.done(NONE)
            return
        dialog = TemplatesDialog(self._templates.own, self._window)
        dialog.changing.connect(self._change)
        dialog.removing.connect(self._remove)
        dialog.open()

    def reoutline(self, desk: Desk) -> None:
        """Ask for another outline of the report on the desk, and lay it out so, in one step."""
        desk.editor.commit_composition()
        dialog = ReoutlineDialog(desk.session.report, self._templates.kinds, self._window)
        dialog.accepted.connect(lambda: self._lay_out(desk, dialog))
        dialog.open()

    def _lay_out(self, desk: Desk, dialog: ReoutlineDialog) -> None:
        report = dialog.report
        desk.editor.pen.act(Become(report, WORDS))
        apart = any(section.title == APART for section in report.sections)
        self._telling.done(f"{CHANGED} {LEFT.format(name=APART)}" if apart else CHANGED, Step("Hoàn tác", desk.undo))
        desk.editor.setFocus()

    def _change(self, kind: Kind) -> None:
        dialog = TemplateDialog("Sửa mẫu báo cáo", kind, self._templates.own, self._window, ticked=True)
        dialog.accepted.connect(lambda: self._keep(dialog.kind))
        dialog.open()

    def _keep(self, kind: Kind) -> None:
        """Keep a template; one that took the place of another can be taken back."""
        kind = kind if kind.id else replace(kind, id=self._fresh_id(kind.name))
        before = next((other for other in self._templates.own if other.id == kind.id), None)
        steps = (Step("Hoàn tác", partial(self._keep, before)),) if before and before != kind else ()
        if self._done(partial(self._templates.keep, kind)):
            self._telling.done(KEPT.format(name=kind.name), *steps)

    def _remove(self, kind: Kind) -> None:
        if self._done(partial(self._templates.remove, kind.id)):
            self._telling.done(REMOVED.format(name=kind.name), Step("Hoàn tác", partial(self._keep, kind)))

    def _done(self, act: Callable[[], None]) -> bool:
        """Whether that could be done; else the trouble is told."""
        try:
            act()
        except KnownError as error:
            self._telling.failed(error)
            return False
        self.changed.emit()
        return True

    def _fresh_id(self, name: str) -> str:
        return fresh_kind_id(name, {kind.id for kind in self._templates.kinds})
