"""The one place where the program asks: yes or no, a file to open, a file to write."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget


class Messages:
    """Asks the person at the desk."""

    def confirm(self, parent: QWidget, question: str, *, yes: str, no: str) -> bool:
        """Whether the person chose `yes`; `no` is the answer of Escape and of Enter."""
        box = question_box(parent, question, yes=yes, no=no)
        box.exec()
        return box.buttonRole(box.clickedButton()) is QMessageBox.ButtonRole.AcceptRole

    def file_to_open(self, parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
        """An existing file; None where the person gave up. `kinds` is a filter as Qt writes it."""
        name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
        return Path(name) if name else None

    def file_to_write(self, parent: QWidget, title: str, suggested: Path, kinds: str) -> Path | None:
        """Where to write; None where the person gave up. An ending left out is added."""
        name, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), kinds)
        if not name:
            return None
        chosen = Path(name)
        return chosen if chosen.suffix else chosen.with_suffix(suggested.suffix)

    def folder(self, parent: QWidget, title: str, start: Path) -> Path | None:
        """An existing folder; None where the person gave up."""
        name = QFileDialog.getExistingDirectory(parent, title, str(start))
        return Path(name) if name else None


def question_box(parent: QWidget, question: str, *, yes: str, no: str) -> QMessageBox:
    """The box that asks; `no` is the answer of Escape and of Enter."""
    box = QMessageBox(QMessageBox.Icon.Warning, "bcdesk", question, QMessageBox.StandardButton.NoButton, parent)
    box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    refused = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(refused)
    box.setEscapeButton(refused)
    return box
