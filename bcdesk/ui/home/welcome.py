"""What a first start shows: three things to do, the likeliest first."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bcdesk.ui.style.icons import icon
from bcdesk.ui.style.style import STEP, enlarge

BEGINNINGS = (
    ("import", "import", "Lấy từ một báo cáo cũ", "Dán nội dung hoặc chọn tệp của kỳ trước; các mục được nhận ra."),
    ("new", "new", "Báo cáo mới", "Chọn loại báo cáo và kỳ báo cáo; có sẵn đề cương để viết vào."),
    ("sample", "sample", "Xem thử với báo cáo mẫu", "Mở một báo cáo thật của xã để xem chương trình làm được gì."),
)  # fmt: skip


WIDTH, BESIDE = 560, 104  # pixels; what surrounds the sentence of a card


class Welcome(QWidget):
    """Three beginnings; `chosen` gives the id of the one taken."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: dict[str, QLabel] = {}
        column = QVBoxLayout(self)
        column.setSpacing(STEP)
        column.addStretch(1)
        title = QLabel("Bắt đầu từ đâu?")
        enlarge(title, 1.6)
        column.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(STEP)
        for beginning in BEGINNINGS:
            column.addWidget(self._card(*beginning), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self._draw()

    def focus_first(self) -> None:
        """Put the keyboard on the likeliest beginning."""
        self.findChildren(QPushButton)[0].setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        for drawing, picture in self._pictures.items():
            picture.setPixmap(icon(drawing).pixmap(QSize(32, 32), self.devicePixelRatioF()))

    def _card(self, chosen: str, drawing: str, title: str, sentence: str) -> QPushButton:
        card = QPushButton()
        card.setObjectName("card")
        card.setAccessibleName(f"{title}. {sentence}")
        card.setFixedWidth(max(WIDTH, self.fontMetrics().horizontalAdvance(sentence) + BESIDE))
        card.clicked.connect(lambda: self.chosen.emit(chosen))
        row = QHBoxLayout(card)
        row.setContentsMargins(2 * STEP, STEP, 2 * STEP, STEP)
        row.setSpacing(2 * STEP)
        picture = self._pictures[drawing] = QLabel()
        words = QLabel(f"<b>{title}</b><br>{sentence}")
        words.setWordWrap(True)
        row.addWidget(picture)
        row.addWidget(words, 1)
        for label in (picture, words):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return card
