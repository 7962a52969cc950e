"""The figures of one kind of report over its periods, to be looked at, copied, and written for a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from bcdesk.report.series import Series
from bcdesk.report.series_text import as_cells
from bcdesk.ui.dialogs.dialog import Dialog, note
from bcdesk.ui.figures.series_table import SeriesTable

TITLE = "Số liệu qua các kỳ"
READING = "Đang đọc các báo cáo…"
NONE = "Chưa có số liệu nào được đặt tên. Trong báo cáo, chọn một số rồi bấm Shift+F6 để đặt tên."
EXPLAINED = (
    "Báo cáo đã ký lấy số lúc ký; kỳ chưa ký lấy số đang soạn. Lũy kế cộng các kỳ liền nhau từ đầu năm; "
    "tỷ lệ tính lại từ tổng, không lấy trung bình."
)
COPIED = "Đã sao chép. Dán vào Excel bằng Ctrl+V."


class SeriesDialog(Dialog):
    """Shows a series; `write_asked` gives it to be put into a file."""

    write_asked = Signal(Series)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, "Xuất CSV…", parent, leave="Đóng")
        self.table = SeriesTable()
        self.told = QLabel(READING)
        self.told.setWordWrap(True)
        self.copy = self.add_verb("Sao chép", self._copy, first=True)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(note(EXPLAINED))
        self.body.addWidget(self.told)
        self.finish(1180, 560, self.table)
        self._allow()

    def show_series(self, kind: str, series: Series) -> None:
        """Show what was read, under the name of the kind."""
        self.setWindowTitle(f"{TITLE}: {kind}")
        self.table.show_series(series)
        self.told.setText("" if series.courses else NONE)
        self._allow()

    def accept(self) -> None:
        """Write it into a file; the dialog stays."""
        if self.act.isEnabled():
            self.write_asked.emit(self.table.series_model.series)

    def say(self, words: object) -> None:
        """Tell what came of something, or what stood in the way."""
        self.told.setText(str(words))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_cells(self.table.series_model.series))
        self.told.setText(COPIED)

    def _allow(self) -> None:
        some = bool(self.table.series_model.series.courses)
        self.act.setEnabled(some)
        self.copy.setEnabled(some)
