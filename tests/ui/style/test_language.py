from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog

from bcdesk.places import resources
from bcdesk.ui.style.language import speak_vietnamese

FOLDER = resources() / "translations"


@pytest.fixture
def vietnamese(qapp):
    before = QLocale()
    speak_vietnamese(qapp)
    yield qapp
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


def test_buttons_of_qt_speak_vietnamese(vietnamese, qtbot):
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Save)
    qtbot.addWidget(box)
    assert {button.text().replace("&", "") for button in box.buttons()} == {"Hủy", "Lưu"}


def test_the_context_menu_of_a_text_speaks_vietnamese(vietnamese):
    assert QCoreApplication.translate("QWidgetTextControl", "&Paste") == "&Dán"


def test_numbers_are_written_as_in_vietnam(vietnamese):
    assert QLocale().toString(1234567) == "1.234.567"


def test_the_compiled_words_are_those_of_the_source(tmp_path):
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    made = tmp_path / "made.qm"
    subprocess.run([tool, FOLDER / "qtbase_vi.ts", "-qm", made, "-silent"], check=True)
    assert made.read_bytes() == (FOLDER / "qtbase_vi.qm").read_bytes()


NO_WORDS = {"QShortcut", "QGuiApplication"}  # keys, and the direction of writing


class Listener(QTranslator):
    """Hears every word Qt wants translated."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[tuple[str, str]] = set()

    def translate(self, context, source, _note=None, _count=-1) -> str:
        self.asked.add((context, source))
        return ""

    def isEmpty(self) -> bool:  # noqa: N802  # as Qt calls it
        return False


@pytest.fixture
def listener(vietnamese):
    made = Listener()
    vietnamese.installTranslator(made)
    yield made
    vietnamese.removeTranslator(made)


def untranslated(listener: Listener) -> list[str]:
    """The words that would be shown in English; keys have no words."""
    QCoreApplication.removeTranslator(listener)
    return sorted(
        source
        for context, source in listener.asked
        if context not in NO_WORDS and "+" not in source and QCoreApplication.translate(context, source) == source
    )


@pytest.mark.parametrize("mode", list(QFileDialog.AcceptMode))
def test_the_file_dialog_speaks_vietnamese_only(listener, qtbot, tmp_path, mode):
    dialog = QFileDialog(None, "Xuất Word", str(tmp_path), "Tệp Word (*.docx)")
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(mode)
    dialog.show()
    assert "File &name:" in {source for _, source in listener.asked}
    assert untranslated(listener) == []
