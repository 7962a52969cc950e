from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton, QWidget

from bcdesk.ui.messages import Messages


@pytest.fixture
def parent(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def soon(act) -> None:
    """Do something to the question once it stands."""

    def when_asked() -> None:
        asked = QApplication.activeModalWidget()
        act(asked) if asked is not None else QTimer.singleShot(1, when_asked)

    QTimer.singleShot(0, when_asked)


def press(words: str):
    return lambda box: next(button for button in box.findChildren(QPushButton) if button.text() == words).click()


@pytest.mark.parametrize(("pressed", "agreed"), [("Thoát", True), ("Ở lại", False)])
def test_a_question_is_answered_with_verbs(parent, pressed, agreed):
    soon(press(pressed))
    assert Messages().confirm(parent, "Thoát bây giờ?", yes="Thoát", no="Ở lại") is agreed


def test_escape_is_the_careful_answer(parent):
    soon(lambda box: box.reject())
    assert Messages().confirm(parent, "Thoát bây giờ?", yes="Thoát", no="Ở lại") is False


def choose(path: Path):
    def act(dialog: QFileDialog) -> None:
        dialog.selectFile(str(path))
        dialog.accept()

    return act


def test_a_file_is_chosen(parent, tmp_path):
    old = tmp_path / "cu.txt"
    old.write_text("BÁO CÁO", encoding="utf-8")
    soon(choose(old))
    assert Messages().file_to_open(parent, "Chọn báo cáo cũ", tmp_path, "Mọi tệp (*)") == old


def test_a_name_without_ending_gets_the_proposed_one(parent, tmp_path):
    soon(choose(tmp_path / "quy-1"))
    chosen = Messages().file_to_write(parent, "Xuất Word", tmp_path / "bao-cao.docx", "Mọi tệp (*)")
    assert chosen == tmp_path / "quy-1.docx"


def test_giving_up_chooses_nothing(parent, tmp_path):
    soon(QDialog.reject)
    assert Messages().file_to_open(parent, "Chọn báo cáo cũ", tmp_path, "Mọi tệp (*)") is None
    soon(QDialog.reject)
    assert Messages().file_to_write(parent, "Xuất Word", tmp_path / "a.docx", "Mọi tệp (*)") is None
