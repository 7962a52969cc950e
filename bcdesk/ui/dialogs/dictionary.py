"""The words of the office's own dictionary: looked at, added, removed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from bcdesk.ui.dialogs.choices import Choice, ChoiceList
from bcdesk.ui.dialogs.dialog import Dialog, note
from bcdesk.vietnamese.folding import sort_key
from bcdesk.vietnamese.lexicon import Lexicon
from bcdesk.vietnamese.numbers import grouped
from bcdesk.vietnamese.text import nfc

WORDS = "Chữ ở đây luôn được coi là đúng khi kiểm tra chính tả, trong mọi báo cáo."
LEARNED = "Ngoài ra, chương trình đã học {count} tên riêng, cụm từ có trong ít nhất hai báo cáo đã phát hành."


class DictionaryDialog(Dialog):
    """Lists the words of a lexicon; `changed` carries it as it is from now on."""

    changed = Signal(object)

    def __init__(self, lexicon: Lexicon, parent: QWidget | None = None) -> None:
        super().__init__("Từ điển của cơ quan", "Đóng", parent)
        self.leave.hide()  # each word is added and removed at once: there is nothing to give up
        self.remove = self.add_verb("Xóa khỏi từ điển", self._remove, first=True)
        self._lexicon = lexicon
        self.listed = ChoiceList()
        self.listed.setAccessibleName("Từ điển của cơ quan")
        self.line = QLineEdit()
        self.line.setPlaceholderText("Chữ hoặc tên riêng cần thêm")
        self.line.setAccessibleName("Chữ cần thêm")
        self.add = QPushButton("Thêm")
        self.add.setAutoDefault(False)
        self._arrange()
        self._listen()
        self._show()
        self.finish(520, 420, self.line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the line adds its word, Delete removes the word under the bar, Escape closes."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.line.hasFocus() and self._typed:
            self._add()
        elif event.key() == Qt.Key.Key_Delete:
            self._remove()
        else:
            super().keyPressEvent(event)

    @property
    def _typed(self) -> str:
        return " ".join(nfc(self.line.text()).split())

    def _add(self) -> None:
        self._become(self._lexicon.with_word(self._typed))
        self.listed.choose(self._typed)
        self.line.clear()

    def _remove(self) -> None:
        chosen = self.listed.current()
        if chosen is not None:
            self._become(self._lexicon.without_word(chosen.value))

    def _become(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._show()
        self.changed.emit(lexicon)

    def _show(self) -> None:
        self.listed.set_choices(Choice(word, word) for word in sorted(self._lexicon.words, key=sort_key))
        self._allow()

    def _allow(self) -> None:
        self.add.setEnabled(bool(self._typed))
        self.remove.setEnabled(self.listed.current() is not None)

    def _listen(self) -> None:
        self.line.textChanged.connect(lambda _: self._allow())
        self.add.clicked.connect(self._add)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(self.add)
        self.body.addLayout(row)
        self.body.addWidget(self.listed, 1)
        self.body.addWidget(note(WORDS))
        if self._lexicon.phrases:
            self.body.addWidget(note(LEARNED.format(count=grouped(len(self._lexicon.phrases)))))
