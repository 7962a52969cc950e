"""The fault report from the command line, for when no window opens."""

from __future__ import annotations

from pathlib import Path


def write_fault_report(folder: Path, target: Path) -> None:
    """Write what helps to find a fault of the program on the data in `folder`."""
    from bcdesk.app.fault_report import fault_text
    from bcdesk.press.files import write_whole

    print(f"Đã ghi báo lỗi vào {write_whole(target, fault_text(folder).encode())}")
