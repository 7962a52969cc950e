"""Everybody finds and reaches every control of every view: with a screen reader, without a mouse, in Vietnamese."""

from __future__ import annotations

from collections import defaultdict

import pytest
from PySide6.QtCore import QEvent, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from bcdesk.ui.style.colours import LIGHT
from bcdesk.ui.style.language import speak_vietnamese
from bcdesk.ui.style.style import style_sheet
from tests.ui import walking
from tests.ui.tour import Tour
from tests.ui.views import VIEWS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
RULES = (
    *(walking.nameless, walking.without_buddy, walking.out_of_reach),
    *(walking.against_the_eye, walking.unseen_focus, walking.foreign_words),
)
OF_QT = {("file-dialog", walking.against_the_eye)}  # its order of Tab is Qt's own


@pytest.fixture(scope="module")
def dressed(qapp):
    """The program's own look and language."""
    before, locale = qapp.styleSheet(), QLocale()
    qapp.setStyle("Fusion")
    qapp.setStyleSheet(style_sheet(LIGHT))
    speak_vietnamese(qapp)
    yield qapp
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(locale)
    qapp.setStyleSheet(before)


@pytest.fixture(scope="module")
def broken(dressed, tmp_path_factory):
    """Every view walked once: for each rule, in which views it is broken by what."""
    tour = Tour(tmp_path_factory.mktemp("tour"))
    found = defaultdict(lambda: defaultdict(list))
    for name, show in VIEWS.items():
        view = show(tour)
        for rule in RULES:
            if (name, rule) not in OF_QT:
                found[rule][name] += rule(view)
        tour.leave()
    tour.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return found


def test_there_are_many_views(broken):
    assert len(broken[walking.nameless]) == len(VIEWS) > 50


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_in_no_view_is_anything(broken, rule):
    assert {name: each for name, each in broken[rule].items() if each} == {}
