"""Pictures taken into a report: from a file the clerk chooses, or from the clipboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from bcdesk.errors import FileUnreadable, PictureDamaged, PictureTooBig, PictureUnreadable
from bcdesk.painting.pictures import ready
from bcdesk.report.pictures import MOST_BYTES, is_too_big, media_type, pixel_size
from bcdesk.report.report import Picture
from bcdesk.ui.editor.tablework import PAPER_WIDTH

FILTER = "Ảnh (*.jpg *.jpeg *.png)"
MM_PER_PIXEL = 25.4 / 96


def choose_picture(parent: QWidget) -> Picture | None:
    """The picture in the file the clerk chooses. Raises as `read_picture` does."""
    name, _ = QFileDialog.getOpenFileName(parent, "Chèn ảnh", "", FILTER)
    return read_picture(Path(name)) if name else None


def read_picture(path: Path) -> Picture:
    """The picture in a file, as wide as the text. Raises PictureUnreadable, PictureTooBig, FileUnreadable."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise PictureTooBig(path, "10 MB")
        data = path.read_bytes()
    except OSError as error:
        raise FileUnreadable(path) from error
    if is_too_big(data):
        raise PictureTooBig(path, "60 triệu điểm ảnh")
    try:
        return shown_picture(ready(data), path.stem)
    except PictureDamaged as error:
        raise PictureUnreadable(path) from error


def shown_picture(data: bytes, description: str = "") -> Picture:
    """A picture as wide as on the screen, no wider than the text. Raises PictureDamaged."""
    size, kind = pixel_size(data), media_type(data)
    if size is None or kind is None:
        raise PictureDamaged
    return Picture(data, kind, round(min(PAPER_WIDTH, size[0] * MM_PER_PIXEL), 1), description)
