"""The fault report: what helps whoever mends the program, and nothing of the reports, of persons or of the office.

It is a text the clerk reads before it goes anywhere; the program itself sends nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from bcdesk.errors import KnownError
from bcdesk.report.health import Health
from bcdesk.vietnamese.numbers import size_words

TITLE = "BÁO LỖI CHƯƠNG TRÌNH BCDESK"
PROMISE = "Tệp này không có nội dung báo cáo, không có tên người, tên cơ quan, tên máy."
NOTHING, UNKNOWN = "(không có)", "không rõ"
MOST_LINES = 200
_TABLES = {
    "report": "báo cáo",
    "version": "bản đã lưu",
    "undo_step": "bước hoàn tác",
    "part": "đoạn",
    "register_line": "dòng sổ văn bản đi",
    "preparation": "lần chuẩn bị gửi",
    "setting": "thiết đặt",
    "search_due": "báo cáo chờ lập chỉ mục",
}
_SHORTEST_NAME = 2


@dataclass(frozen=True, slots=True)
class Machine:
    """The program and what it runs on: lines of what is told, and of what there is."""

    program: Mapping[str, str]
    system: Mapping[str, str]


def fault_report(
    machine: Machine, data: Health | KnownError, log: str, crashes: str, hidden: Mapping[str, str], at: datetime
) -> str:
    """The text of a fault report. `hidden` are the paths and names that are shown as something else."""
    parts = (
        (TITLE, f"Lập lúc {at:%H:%M ngày %d/%m/%Y}. {PROMISE}"),
        ("CHƯƠNG TRÌNH", _listed(machine.program.items())),
        ("MÁY TÍNH", _listed(machine.system.items())),
        ("DỮ LIỆU", _listed(_data_lines(data))),
        (f"NHẬT KÝ ({MOST_LINES} dòng cuối)", _last(log)),
        ("LẦN DỪNG ĐỘT NGỘT", _last(crashes)),
    )
    return hide("\n\n".join(f"{head}\n{body}" for head, body in parts), hidden) + "\n"


def hide(text: str, hidden: Mapping[str, str]) -> str:
    """`text` with what is shown for each path or name, the longest first, whatever slashes and case they have."""
    for secret in sorted(hidden, key=len, reverse=True):
        if len(secret) >= _SHORTEST_NAME:
            text = _pattern(secret).sub(hidden[secret], text)
    return text


def _pattern(secret: str) -> re.Pattern[str]:
    written = r"[/\\]+".join(map(re.escape, re.split(r"[/\\]+", secret)))
    return re.compile(rf"(?<!\w){written}(?!\w)", re.IGNORECASE)


def _data_lines(data: Health | KnownError) -> Iterator[tuple[str, str]]:
    if isinstance(data, KnownError):
        yield "Không đọc được", f"{type(data).__name__}. {data}"
        return
    counts = ", ".join(f"{data.rows.get(table, 0)} {words}" for table, words in _TABLES.items())
    last = f", bản mới nhất lúc {data.last_backup:%H:%M ngày %d/%m/%Y}" if data.last_backup else ""
    yield "Tệp dữ liệu", f"{size_words(data.size)}, cấu trúc {data.revision or UNKNOWN}, nhật ký {data.journal}"
    yield "Trong đó", f"{counts}; {data.removed} báo cáo trong thùng rác"
    yield "Sao lưu", f"{data.backups} bản{last}"
    yield "Còn trống trên ổ đĩa", size_words(data.free)


def _listed(lines: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"- {words}: {value}" for words, value in lines)


def _last(text: str) -> str:
    return "\n".join(text.strip().splitlines()[-MOST_LINES:]) or NOTHING
