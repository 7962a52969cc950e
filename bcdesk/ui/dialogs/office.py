"""The office profile: five questions a clerk can answer; what follows from them is shown on the paper beside."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bcdesk.report.office import Issuer, Office, body_name, issuers_of
from bcdesk.report.signing import OPEN_TITLE, role_words, roles_of
from bcdesk.report.units import Unit, communes, provinces, sample_office
from bcdesk.ui.dialogs.choices import Choice
from bcdesk.ui.dialogs.dialog import Dialog, note
from bcdesk.ui.dialogs.form import Ask, Field, Form
from bcdesk.ui.dialogs.glimpse import Glimpse
from bcdesk.ui.dialogs.prescribed import PrescribedDialog
from bcdesk.ui.style.style import STEP
from bcdesk.ui.workplace import MakePaper

FIELDS = (
    Field("province", "Tỉnh, thành phố", Ask.PICK, "Gõ vài chữ để tìm"),
    Field("commune", "Xã, phường, đặc khu", Ask.PICK, "Chọn tỉnh trước, rồi gõ vài chữ để tìm"),
    Field("issuer", "Đơn vị ban hành", Ask.CHOICE),
    Field("signer", "Người ký", hint="Họ và tên người ký"),
    Field("signer_role", "Ký với chức vụ", Ask.CHOICE),
    Field("drafting_unit", "Đơn vị soạn thảo", Ask.SUGGESTED, "Phòng Văn hóa - Xã hội"),
)
DRAFTER = Field("drafter", "Người soạn", hint="Họ và tên của bạn")


class OfficeDialog(Dialog):
    """Asks about one office, beginning from a profile."""

    def __init__(
        self,
        office: Office,
        make_paper: MakePaper,
        parent: QWidget | None = None,
        *,
        title: str = "Hồ sơ cơ quan",
        leave: str = "Hủy",
        more: tuple[Field, ...] = (),
    ) -> None:
        super().__init__(title, "Lưu hồ sơ", parent, leave=leave)
        self._base = office
        self.form = Form((*FIELDS, *more))
        self.form.set_choices("province", [Choice(name, name) for name in provinces()])
        self.form.changed.connect(self._on_changed)
        self.glimpse = Glimpse(make_paper)
        self._lay_out()
        self._show(office)
        self.finish(980, 560, self.form.field("province"))

    @property
    def office(self) -> Office:
        """The profile as it is answered now."""
        values = self.form.values()
        unit: Unit | None = values["commune"]
        return replace(
            self._base,
            province=values["province"] or "",
            unit=unit.unit if unit else self._base.unit,
            name=unit.name if unit else "",
            issuer=values["issuer"],
            signer=values["signer"],
            signer_role=values["signer_role"],
            drafting_unit=values["drafting_unit"],
        )

    def change_prescribed(self) -> None:
        """Ask about what is derived and about the choices inside the decree's ranges."""
        dialog = PrescribedDialog(self.office, self)
        dialog.accepted.connect(lambda: self._show(dialog.office))
        dialog.open()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.form)
        left.addWidget(note("Ký hiệu, địa danh, quyền hạn ký và khổ chữ được suy ra từ các câu trả lời trên."))
        left.addStretch()
        both = QHBoxLayout()
        both.setSpacing(2 * STEP)
        both.addLayout(left, 1)
        both.addWidget(self.glimpse, 1)
        self.body.addLayout(both, 1)
        self.add_verb("Đổi thể thức…", self.change_prescribed, first=True)

    def _show(self, office: Office) -> None:
        self._base = office
        self._offer(office)
        values = {
            name: getattr(office, name) for name in ("province", "issuer", "signer", "signer_role", "drafting_unit")
        }
        self.form.show_values({**values, "commune": Unit(office.unit, office.name)})
        self._on_answered()

    def _on_changed(self, name: str) -> None:
        if name in {"province", "commune", "issuer"}:
            office = self.office
            values = self.form.values()
            self._offer(office)
            self.form.show_values({name: values[name] for name in ("commune", "issuer", "signer_role")})
        self._on_answered()

    def _offer(self, office: Office) -> None:
        """Offer what fits the answers so far."""
        units = communes(office.province)
        self.form.set_choices("commune", [Choice(unit, unit.full_name) for unit in units])
        self.form.set_choices("issuer", [Choice(issuer, body_name(issuer)) for issuer in issuers_of(office.unit)])
        self.form.set_choices("signer_role", _roles(office))
        bodies = (body_name(issuer) for issuer in issuers_of(office.unit) if issuer != Issuer.COMMITTEE)
        self._offer_drafting_units(tuple(bodies))

    def _offer_drafting_units(self, names: tuple[str, ...]) -> None:
        typed = self.form.values()["drafting_unit"]
        self.form.set_choices("drafting_unit", [Choice(name, name) for name in names])
        self.form.show_values({"drafting_unit": typed})

    def _on_answered(self) -> None:
        office = self.office
        self.act.setEnabled(bool(office.province and office.name))
        self.glimpse.show_office(office)


class FirstStartDialog(OfficeDialog):
    """The five questions of a first start; they may be left for later, or tried with an office of ours."""

    def __init__(self, make_paper: MakePaper, parent: QWidget | None = None) -> None:
        super().__init__(
            Office(), make_paper, parent, title="Chào bạn, xin hỏi năm điều", leave="Để sau", more=(DRAFTER,)
        )
        lead = QLabel(
            "Trả lời năm điều này thì phần đầu và phần ký của mọi báo cáo được ghi sẵn. Sửa lúc nào cũng được."
        )
        lead.setWordWrap(True)
        self.body.insertWidget(0, lead)
        self.add_verb("Dùng thử với cơ quan mẫu", self._try_sample, first=True)

    @property
    def drafter(self) -> str:
        """Who is at the desk."""
        drafter: str = self.form.values()["drafter"]
        return drafter

    def fill_sample(self) -> None:
        """Answer for the office one may try the program with."""
        self._show(sample_office())

    def _try_sample(self) -> None:
        self.fill_sample()
        self.accept()


def _roles(office: Office) -> tuple[Choice, ...]:
    """The capacities that need no more than this profile says."""
    return tuple(Choice(role.value, role_words(role, office)) for role in roles_of(office) if role not in OPEN_TITLE)
