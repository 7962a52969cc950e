"""A new report: its kind and its period, both proposed; one Enter is enough."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bcdesk.report.kinds import Kind, new_report
from bcdesk.report.office import Office
from bcdesk.report.period import default_period, periods_around
from bcdesk.report.report import Report
from bcdesk.ui.dialogs.choices import Choice, ChoiceList, SearchLine
from bcdesk.ui.dialogs.dialog import Dialog
from bcdesk.ui.dialogs.form import Ask, Field, Form
from bcdesk.ui.dialogs.period import PERIOD, period_choices
from bcdesk.ui.style.style import STEP

OWN = "Mẫu của cơ quan"
FIELDS = (
    PERIOD,
    Field("drafter", "Người soạn", Ask.SUGGESTED, "Họ và tên của bạn"),
)


class NewReportDialog(Dialog):
    """Kinds at the left, grouped and searched; period and drafter at the right."""

    def __init__(
        self,
        kinds: tuple[Kind, ...],
        today: date,
        drafters: tuple[str, ...],
        drafter: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Báo cáo mới", "Lập báo cáo", parent)
        self._today = today
        self.kinds = ChoiceList()
        self.kinds.set_choices(Choice(kind, kind.name, OWN if kind.own else kind.group) for kind in kinds)
        self.search = SearchLine(self.kinds, "Tìm loại báo cáo (có dấu hoặc không dấu)")
        self.form = Form(FIELDS)
        self.form.set_choices("drafter", [Choice(name, name) for name in drafters])
        self.form.show_values({"drafter": drafter})
        self.kinds.currentRowChanged.connect(lambda _: self._offer_periods())
        self.kinds.itemDoubleClicked.connect(lambda _: self.accept())
        self._lay_out()
        self._offer_periods()
        self.finish(820, 480, self.search)

    def report(self, office: Office) -> Report:
        """The new report of that office."""
        choice, values = self.kinds.current(), self.form.values()
        if choice is None:
            raise RuntimeError("no kind was chosen")
        return new_report(choice.value, values["period"], office, drafter=values["drafter"], today=self._today)

    def _offer_periods(self) -> None:
        choice = self.kinds.current()
        self.act.setEnabled(choice is not None)
        if choice is not None:
            sequence = choice.value.sequence
            self.form.set_choices("period", period_choices(periods_around(sequence, self._today)))
            self.form.show_values({"period": default_period(sequence, self._today)})

    def _lay_out(self) -> None:
        left, right, both = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        left.setSpacing(STEP)
        self.search.setAccessibleName("Tìm loại báo cáo")
        self.kinds.setAccessibleName("Loại báo cáo")
        left.addWidget(QLabel("Loại báo cáo"))
        left.addWidget(self.search)
        left.addWidget(self.kinds, 1)
        right.addSpacing(3 * STEP)
        right.addWidget(self.form)
        right.addStretch()
        both.addLayout(left, 3)
        both.addLayout(right, 2)
        both.setSpacing(2 * STEP)
        self.body.addLayout(both, 1)
