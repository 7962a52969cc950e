"""Where on a paper something stands, in words, for one who looks for it in a word processor."""

from __future__ import annotations

from bcdesk.checks.lines import Line

LONGEST_QUOTE, ENDING = 60, 20


def where(line: Line) -> str:
    """`Đoạn “Thực hiện Công văn …”`, or `bảng thứ …` for what stands in a table and is empty."""
    return f"Dòng “{shortened(line.text)}”" if line.text else "Đoạn trống"


def shortened(text: str) -> str:
    """The text on one line, cut behind a word where it is long."""
    text = " ".join(text.split())
    if len(text) <= LONGEST_QUOTE:
        return text
    return f"{text[:LONGEST_QUOTE].rsplit(' ', 1)[0]} …"


def ending(text: str) -> str:
    """`“…địa phương;”`: the last words of a text, whole ones."""
    return f"“…{text[-ENDING:].split(' ', 1)[-1]}”" if len(text) > ENDING else f"“{text}”"
