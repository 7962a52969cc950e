from __future__ import annotations

from dataclasses import replace

from bcdesk.report.compare import compare
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import Report, Section, paragraph
from bcdesk.report.units import sample_office
from bcdesk.report.word_changes import word_changes
from bcdesk.ui.dialogs.changes_view import ChangesView, words_html
from bcdesk.ui.style.colours import DARK, LIGHT

BEFORE = Report("khac", Period(PeriodType.YEAR, 2024), sample_office())
NEW = Section("s1", "1.", "Nước sạch", (paragraph("Hạn hán kéo dài."),))


def test_nothing_is_underlined_for_a_line_hides_the_dot_below_a_letter():
    for colours in (LIGHT, DARK):
        assert "<u" not in words_html(word_changes("Hạn hán.", "Hạn hán kéo dài."), colours)


def test_the_title_of_a_new_section_is_said_once(qtbot):
    view = ChangesView()
    qtbot.addWidget(view)
    view.show_changes(compare(BEFORE, replace(BEFORE, sections=(NEW,))), "")
    assert view.toPlainText().count("Nước sạch") == 1
    assert "Hạn hán kéo dài." in view.toPlainText()
