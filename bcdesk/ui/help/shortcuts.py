"""The page of help that lists the keys, made from what is declared."""

from __future__ import annotations

from collections.abc import Iterable

from bcdesk.ui.actions import ACTIONS, SHORTCUTS, keys_words
from bcdesk.ui.editor.footnote import FOOTNOTE_KEYS
from bcdesk.ui.editor.gridactions import ACTIONS as GRID_ACTIONS
from bcdesk.ui.editor.sectionpage import MENU_KEYS, RENAME_KEYS, REVIEWED_KEYS
from bcdesk.ui.editor.structure import ACTIONS as SECTION_ACTIONS
from bcdesk.ui.help.book import Topic

SECTION = (
    ("Mở các việc với mục đang soạn", MENU_KEYS),
    ("Đổi tên mục", RENAME_KEYS),
    ("Đánh dấu mục đã rà soát, hoặc bỏ đánh dấu", REVIEWED_KEYS),
)
ELSEWHERE = (
    ("Đến phần thứ nhất … thứ chín của báo cáo", "Alt+1 … Alt+9"),
    ("Phần sau, phần trước", "Ctrl+Tab, Ctrl+Shift+Tab"),
    ("Chỗ tìm thấy sau, trước", "F3, Shift+F3"),
    ("Thêm chú thích cuối trang ở con trỏ, hoặc sửa chú thích ở đó", FOOTNOTE_KEYS),
    ("Trang xem trước: phóng to, thu nhỏ, vừa chiều rộng", "Ctrl++, Ctrl+−, Ctrl+0"),
    ("Mở báo cáo đang chọn trong danh sách", "Enter"),
    ("Bỏ báo cáo đang chọn vào thùng rác", "Delete"),
    ("Lọc danh sách báo cáo", "Alt+L"),
    ("Chèn đoạn đang chọn của báo cáo mở bên cạnh", "Alt+Insert"),
    ("Đóng bảng, ô tìm, cửa sổ đang mở", "Esc"),
    ("Trong cửa sổ hướng dẫn: về trang trước, đến trang sau", "Alt+←, Alt+→"),
)


def shortcuts() -> Topic:
    """Every action that has keys, then what has keys elsewhere."""
    of_window = [(spec.tip, keys_words(spec.keys)) for spec in ACTIONS if spec.keys]
    of_sections = [*SECTION, *((action.words, action.keys) for action in SECTION_ACTIONS if action.keys)]
    of_tables = [(action.words, action.keys) for action in GRID_ACTIONS if action.keys]
    parts = (
        "# Phím tắt",
        "Làm được mọi việc bằng bàn phím. Tab sang ô tiếp theo, Shift+Tab về ô trước, Enter bấm nút đang chọn.",
        *("## Trong cửa sổ chương trình", _table(of_window)),
        *("## Với mục đang soạn", _table((words, keys_words((keys,))) for words, keys in of_sections)),
        *("## Trong bảng", _table((words, keys_words((keys,))) for words, keys in of_tables)),
        *("## Chỗ khác", _table(ELSEWHERE)),
        "Gõ dấu bằng UniKey như trong Word: xem [gõ tiếng Việt](vietnamese.md).",
    )
    return Topic(SHORTCUTS, "\n\n".join(parts))


def _table(rows: Iterable[tuple[str, str]]) -> str:
    return "\n".join(("| Việc | Phím |", "| --- | --- |", *(f"| {words} | **{keys}** |" for words, keys in rows)))
