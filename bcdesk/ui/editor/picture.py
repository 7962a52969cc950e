"""A picture among the blocks: shown as wide as on paper, with its words for those who cannot see it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from bcdesk.errors import PictureDamaged
from bcdesk.painting.pictures import turned
from bcdesk.report.edits import ReplaceBlocks
from bcdesk.report.parts import blocks_of
from bcdesk.report.report import Picture, Report
from bcdesk.ui.editor.cell import TableAt
from bcdesk.ui.editor.pen import Pen
from bcdesk.ui.editor.tablework import PAPER_WIDTH

STEP_MM = 10.0
NARROWEST_MM = 20.0
BAR = 32


class PictureBox(QWidget):
    """Shows the picture that is block `source.block` of a part."""

    def __init__(self, pen: Pen, part: str, block: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = TableAt(part, block)
        self._pen = pen
        self._picture: Picture | None = None
        self._pixels = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._bar = QHBoxLayout(self)
        self._bar.setContentsMargins(0, 0, 0, 0)
        self._bar.setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
        for words, act in (
            ("Thu nhỏ", self._narrow),
            ("Phóng to", self._widen),
            ("Xoay", self._turn),
            ("Xóa ảnh", self._remove),
        ):
            button = QToolButton(self)
            button.setText(words)
            button.clicked.connect(act)
            self._bar.addWidget(button)

    def sync(self, report: Report) -> None:
        """Show the picture as the report has it."""
        block = blocks_of(report, self.source.part)[self.source.block]
        if block is not self._picture and isinstance(block, Picture):
            if self._picture is None or block.data is not self._picture.data:
                self._pixels.loadFromData(block.data)
            self._picture = block
            self.setAccessibleName(f"Ảnh: {block.description}")
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # painted whole
        """Paint the picture."""
        size = self._shown_size()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap((self.width() - size.width()) // 2, 0, size.width(), size.height(), self._pixels)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the shape of the picture."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self._shown_size().height() + BAR)
        self.update()

    def _shown_size(self) -> QSize:
        if self._picture is None or self._pixels.isNull():
            return QSize(0, 0)
        width = round(min(self._picture.width / PAPER_WIDTH, 1.0) * self.width())
        return QSize(width, round(width * self._pixels.height() / self._pixels.width()))

    def _narrow(self) -> None:
        self._resize(-STEP_MM)

    def _widen(self) -> None:
        self._resize(STEP_MM)

    def _resize(self, change: float) -> None:
        if self._picture is not None:
            width = min(max(self._picture.width + change, NARROWEST_MM), PAPER_WIDTH)
            self._put((replace(self._picture, width=width),), "Đổi cỡ ảnh")

    def _turn(self) -> None:
        if self._picture is None:
            return
        try:
            data = turned(self._picture.data)
        except PictureDamaged as error:
            self._pen.refused.emit(str(error))
        else:
            self._put((replace(self._picture, data=data),), "Xoay ảnh")

    def _remove(self) -> None:
        self._put((), "Xóa ảnh")

    def _put(self, blocks: tuple[Picture, ...], words: str) -> None:
        self._pen.act(ReplaceBlocks(self.source.part, self.source.block, 1, blocks, words))
