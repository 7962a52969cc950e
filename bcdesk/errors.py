"""The errors bcdesk knows, each with the Vietnamese sentence that says what to do.

A `KnownError` is the world's fault (a full disk, a file open in Word, a file that is no report): it is shown to the
clerk as it stands, and nothing is lost. Every other exception is a bug of ours.
All of the program's own error wording stands in this file.
"""

from __future__ import annotations


class KnownError(Exception):
    """A trouble the clerk can do something about; `str(error)` is the sentence shown."""


class PrinterRefused(KnownError):
    """The printer takes no job."""

    def __init__(self, printer: str) -> None:
        super().__init__(
            f"Máy in “{printer}” không nhận lệnh in. Kiểm tra máy in đã bật và còn giấy rồi in lại, "
            "hoặc xuất PDF để in ở máy khác."
        )
