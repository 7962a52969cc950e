"""What the window says of the typeface the pages are measured with."""

from __future__ import annotations

from bcdesk.press.typeface import Typeface

TIMES = "Times New Roman"
AS_WIDE = frozenset({TIMES, "Liberation Serif", "Tinos"})
INSTALL = "Hãy cài phông Times New Roman hoặc Liberation Serif 2 rồi mở lại chương trình."


def measured_with(typeface: Typeface) -> str:
    """Which typeface stands in for Times New Roman; empty where it is there itself."""
    if typeface.family == TIMES:
        return ""
    widths = "cùng" if typeface.family in AS_WIDE else "khác"
    return f"Đo bằng phông {typeface.family}, {widths} bề rộng với {TIMES}"


def typeface_trouble(typeface: Typeface) -> str:
    """What is wrong with the typeface and what to do; empty where the pages are as they will be printed."""
    if typeface.missing:
        letters = " ".join(typeface.missing[:5])
        return f"Phông {typeface.family} của máy này thiếu chữ tiếng Việt ({letters} …) nên trang in sẽ sai. {INSTALL}"
    if typeface.family not in AS_WIDE:
        return (
            f"Máy này không có phông {TIMES} nên chỗ ngắt dòng và số trang, đo bằng phông {typeface.family}, "
            f"có thể khác ở máy khác. {INSTALL}"
        )
    return ""
