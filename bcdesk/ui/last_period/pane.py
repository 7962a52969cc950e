"""The pane `Kỳ trước`: the section in work as it was last period, with what has become of its words."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from bcdesk.report.beside import Beside
from bcdesk.report.carried import ParagraphState
from bcdesk.ui.dialogs.changes_view import words_html
from bcdesk.ui.style.colours import Colours, colours_in
from bcdesk.ui.style.style import STEP

LEGEND = "Gạch ngang: kỳ trước có, nay không còn. Tô nền: nay mới có."
NOTHING = "Kỳ trước mục này không có nội dung."
NO_PART = "Đặt con trỏ vào một mục để xem mục ấy kỳ trước viết gì."
TAKE = "Lấy đoạn này"
LEAST = 4 * STEP  # a line of it: what lies under the report needs room too
MARKED = frozenset({ParagraphState.CHANGED, ParagraphState.NEW})
WORDS = {ParagraphState.EMPTY: "nay chưa có"}


class LastPeriodPane(QWidget):
    """Shows the rows of one part; `taken` gives the row asked for, the other two are about all of the part."""

    taken = Signal(object)
    all_taken = Signal()
    emptied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head, self.share, self._legend = QLabel(), QLabel(), QLabel(LEGEND)
        for label in (self.head, self.share, self._legend):
            label.setWordWrap(True)
        self.share.setObjectName("muted")
        self._legend.setObjectName("muted")
        self.view = QTextBrowser()
        self.view.setAccessibleName("Nội dung kỳ trước")
        self.view.setAccessibleDescription(LEGEND)
        self.view.setOpenLinks(False)
        self.view.setMinimumHeight(LEAST)
        self.view.document().setDocumentMargin(1.5 * STEP)
        self.view.anchorClicked.connect(self._take)
        self.all = self._button("Lấy cả mục", "Thay nội dung mục này bằng nội dung kỳ trước")
        self.empty = self._button("Bắt đầu trống", "Xóa nội dung mục này để viết mới")
        self.all.clicked.connect(self.all_taken)
        self.empty.clicked.connect(self.emptied)
        self._rows: tuple[Beside, ...] = ()
        self._changeable = False
        self._lay_out()

    def show_rows(self, title: str, rows: tuple[Beside, ...], *, changeable: bool, has_part: bool = True) -> None:
        """Show last period's part of that title; what may not change any more is only read."""
        self._rows, self._changeable = rows, changeable
        self._legend.setVisible(any(row.state in MARKED for row in rows))
        self.head.setText(f"<b>{escape(title)}</b>" if title else "")
        self.head.setVisible(bool(title))
        self._nothing = NOTHING if has_part else NO_PART
        self.all.setEnabled(changeable and any(_is_missing(row) for row in rows))
        self.empty.setEnabled(changeable and any(row.new is not None for row in rows))
        self._show()

    def show_share(self, words: str) -> None:
        """Say how much of the report is as it was."""
        self.share.setText(words)

    def changeEvent(self, event: QEvent) -> None:
        """Take on the colours of day or night."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._rows:
            self._show()

    def _show(self) -> None:
        colours = colours_in(self.palette())
        html = "".join(_row(row, number, colours, can_take=self._changeable) for number, row in enumerate(self._rows))
        bar = self.view.verticalScrollBar()
        at = bar.value()
        self.view.setHtml(html or f"<p style='color:{colours.muted}'>{escape(self._nothing)}</p>")
        bar.setValue(at)

    def _take(self, url: QUrl) -> None:
        number = int(url.toString())
        if number < len(self._rows):
            self.taken.emit(self._rows[number])

    def _button(self, words: str, tip: str) -> QPushButton:
        button = QPushButton(words)
        button.setToolTip(tip)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(STEP)
        row.addStretch(1)
        row.addWidget(self.empty)
        row.addWidget(self.all)
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP, STEP, STEP, STEP)
        column.setSpacing(STEP)
        for widget in (self.share, self.head):
            column.addWidget(widget)
        column.addWidget(self.view, 1)
        column.addWidget(self._legend)
        column.addLayout(row)


def _is_missing(row: Beside) -> bool:
    """Whether now is not as last period was."""
    return row.state is not ParagraphState.CARRIED


def _row(row: Beside, number: int, colours: Colours, *, can_take: bool) -> str:
    """A paragraph with the words for its state, and the link that takes it where that changes anything."""
    words = f"<span style='color:{colours.muted}'>({WORDS.get(row.state, row.state.value)})</span>"
    link = f" <a href='{number}' style='color:{colours.accent}'>{TAKE}</a>"
    takes = can_take and row.old is not None and _is_missing(row)
    return f"<p>{_text(row, colours)} {words}{link if takes else ''}</p>"


def _text(row: Beside, colours: Colours) -> str:
    """The words; those of a paragraph that is not there now are to be read, not struck through."""
    if row.new is None:
        return escape("".join(stretch.text for stretch in row.wording)).replace("\n", "<br>")
    return words_html(row.wording, colours)
