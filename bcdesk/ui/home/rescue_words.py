"""What is said of a rescue: what was found, what each way gives and costs, and where the damaged file lies after it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from bcdesk.report.kept import Listed
from bcdesk.report.rescue import Rescue, Way
from bcdesk.vietnamese.numbers import grouped

DAMAGED, MISSING = "Tệp dữ liệu bị hỏng", "Không thấy tệp dữ liệu"
LOOKING = "Đang đọc lại từng báo cáo. Tệp hỏng được giữ nguyên, không bị sửa hay xóa."
TAKING = "Đang kiểm tra và đưa dữ liệu về chỗ cũ…"


def found_words(found: Rescue) -> str:
    """What could be saved, until when, and what the newest sound backup has."""
    return " ".join(filter(None, (_salvage_words(found), _backup_words(found), "Tệp hỏng được giữ nguyên.")))


def groups(found: Rescue) -> tuple[tuple[str, tuple[Listed, ...]], ...]:
    """The reports about which something must be known, under what it is."""
    all_groups = (
        ("Không còn đọc được ở đâu nữa", found.gone),
        ("Thiếu một vài đoạn, chỗ thiếu được ghi rõ", found.salvage.partly),
        ("Chỉ bản sao lưu còn nguyên", found.only_in_backup),
        ("Phần cứu được mới hơn bản sao lưu", found.newer_in_salvage if found.backup else ()),
    )
    return tuple((words, listed) for words, listed in all_groups if listed)


def way_words(way: Way, found: Rescue) -> tuple[str, str]:
    """The verb of a way, and what it gives and costs."""
    saved, then = len(found.salvage.saved), found.backup
    if way is Way.BACKUP and then:
        newer = len(found.newer_in_salvage)
        lost = f" Bỏ những gì mới hơn ở {grouped(newer)} báo cáo." if newer else ""
        return f"Phục hồi bản sao lưu {_when(then.at)}", f"{grouped(then.reports)} báo cáo như lúc đó.{lost}"
    if way is Way.BOTH and then:
        added = grouped(len(found.only_in_backup))
        return (
            "Dùng phần cứu được, lấy thêm từ bản sao lưu",
            f"{_salvage_words(found)} Lấy thêm {added} báo cáo từ bản sao lưu {_when(then.at)}.",
        )
    if not saved:
        return "Bắt đầu lại từ đầu", "Danh sách báo cáo sẽ trống. Tệp hỏng và các bản sao lưu vẫn được giữ."
    missing = len(found.only_in_backup)
    without = f" Không lấy {grouped(missing)} báo cáo mà chỉ bản sao lưu còn nguyên." if missing else ""
    return "Dùng phần cứu được", f"{_salvage_words(found)}{without}"


def done_words(way: Way, found: Rescue, aside: Path | None) -> str:
    """What was done, and where the damaged file lies."""
    if way is Way.BACKUP and found.backup:
        done = f"Đã phục hồi bản sao lưu {_when(found.backup.at)}."
    elif way is Way.BOTH and found.backup:
        done = f"Đã dùng phần cứu được và bản sao lưu {_when(found.backup.at)}."
    else:
        done = "Đã dùng phần cứu được." if found.salvage.saved else "Đã bắt đầu lại với danh sách trống."
    return f"{done} Tệp hỏng được giữ nguyên ở {aside}." if aside else done


def _salvage_words(found: Rescue) -> str:
    saved, gaps = len(found.salvage.saved), len(found.salvage.partly)
    if found.until is None:
        return "Không cứu được báo cáo nào từ tệp này."
    until = f"Cứu được {grouped(saved)} báo cáo, đến {_when(found.until)}"
    return f"{until}; {grouped(gaps)} báo cáo thiếu một vài đoạn." if gaps else f"{until}."


def _backup_words(found: Rescue) -> str:
    if found.backup is None:
        return "Không có bản sao lưu nào dùng được."
    return f"Bản sao lưu mới nhất còn tốt lúc {_when(found.backup.at)} có {grouped(found.backup.reports)} báo cáo."


def _when(at: datetime) -> str:
    return f"{at.astimezone():%H:%M ngày %d/%m/%Y}"
