from __future__ import annotations

import pytest

from bcdesk.report.office import Office
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import Cell, DocumentDate, Paragraph, Report, Role, Run, Section, Signature, Table, paragraph
from bcdesk.session.session import Session
from bcdesk.ui.editor.editor import Editor


def cell(text: str, **other) -> Cell:
    return Cell((paragraph(text),), **other)


TABLE = Table(
    (20.0, 80.0, 60.0), ((cell("STT"), cell("Chỉ tiêu"), cell("Số")), (cell("1"), cell("Hồ sơ"), cell("2.310")))
)


def made_report() -> Report:
    return Report(
        kind="tuyen-truyen-cchc",
        period=Period(PeriodType.QUARTER, 2024, 1),
        office=Office(name="Ba Tơ", province="tỉnh Quảng Ngãi"),
        symbol="BC-UBND",
        place="Ba Tơ",
        date=DocumentDate(None, 3, 2024),
        subject=("Công tác tuyên truyền",),
        opening=(paragraph("Mở đầu báo cáo."),),
        sections=(
            Section(
                "s1",
                "1.",
                "Kết quả",
                children=(
                    Section(
                        "s11",
                        "+",
                        "Tài liệu",
                        (paragraph("Đoạn một."), Paragraph((Run("Đậm", bold=True), Run(" nhạt")))),
                    ),
                    Section("s12", "+", "Hội nghị", (paragraph("Số liệu:"), TABLE, paragraph("Sau bảng."))),
                ),
            ),
            Section("s2", "2.", "Đánh giá", (paragraph("Tốt."),)),
            Section("s3", "3.", "Kiến nghị"),
        ),
        closing=(paragraph("Kính báo cáo./."),),
        recipients=("Lưu: VT.",),
        signature=Signature(Role.DEPUTY, "Phạm Văn Mạnh"),
    )


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(clock) -> Session:
    return Session(made_report(), clock=clock)


@pytest.fixture
def editor(qtbot, session) -> Editor:
    made = Editor(session)
    qtbot.addWidget(made)
    made.resize(760, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def field_at(editor):
    """Gives the field that has the caret after a place was shown."""

    def found(place):
        editor.show_place(place)
        return editor.pen.field

    return found
