"""What one can do with a table in the editor, declared as data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from bcdesk.report.report import CellAlign, Table
from bcdesk.ui.editor import tablework
from bcdesk.ui.editor.tablework import Area, at

Change = Callable[[Table, Area], Table | None]


@dataclass(frozen=True, slots=True)
class GridAction:
    """A change of the table around the chosen area, None as result: the table is gone. `keys` as Qt writes them."""

    words: str
    change: Change
    fits: Callable[[Table, Area], bool] = lambda _table, _area: True
    break_before: bool = False
    keys: str = ""


def _several(table: Table, area: Area) -> bool:
    return sum(area.touches(item) for item in tablework.placed(table)) > 1


def _spans(table: Table, area: Area) -> bool:
    cell = at(table, area.top, area.left).cell
    return (cell.row_span, cell.column_span) != (1, 1)


def _head(table: Table, area: Area) -> Table:
    return tablework.with_header_rows(table, 0 if table.header_rows == area.bottom else area.bottom)


def _align(align: CellAlign) -> Change:
    return lambda table, area: tablework.with_align(table, area, align)


ROW_BELOW = GridAction(
    "Thêm hàng bên dưới", lambda table, area: tablework.row_added(table, area.bottom), keys="Alt+Shift+Down"
)
COLUMN_BEHIND = GridAction(
    "Thêm cột bên phải", lambda table, area: tablework.column_added(table, area.right), keys="Alt+Shift+Right"
)
ACTIONS = (
    ROW_BELOW,
    GridAction("Thêm hàng bên trên", lambda table, area: tablework.row_added(table, area.top), keys="Alt+Shift+Up"),
    COLUMN_BEHIND,
    GridAction(
        "Thêm cột bên trái", lambda table, area: tablework.column_added(table, area.left), keys="Alt+Shift+Left"
    ),
    GridAction(
        "Xóa hàng",
        lambda table, area: tablework.rows_removed(table, area.top, area.bottom),
        break_before=True,
        keys="Alt+Del",
    ),
    GridAction(
        "Xóa cột", lambda table, area: tablework.columns_removed(table, area.left, area.right), keys="Alt+Shift+Del"
    ),
    GridAction("Gộp ô", tablework.merged, _several, break_before=True, keys="Alt+J"),
    GridAction("Tách ô", lambda table, area: tablework.split(table, area.top, area.left), _spans, keys="Alt+Shift+J"),
    GridAction("Căn trái", _align(CellAlign.LEFT), break_before=True, keys="Alt+Shift+L"),
    GridAction("Căn giữa", _align(CellAlign.CENTER), keys="Alt+Shift+E"),
    GridAction("Căn phải", _align(CellAlign.RIGHT), keys="Alt+Shift+R"),
    GridAction("Lặp lại các hàng từ đầu đến đây ở mỗi trang (hoặc bỏ lặp)", _head, break_before=True),
    GridAction("Chia đều độ rộng các cột", lambda table, _area: tablework.with_even_widths(table)),
    GridAction("Xóa bảng", lambda _table, _area: None, break_before=True),
)


def offer(menu: QMenu, table: Table, area: Area, do: Callable[[GridAction], object]) -> None:
    """Put every change into a menu; those that cannot be done there stand in grey."""
    menu.addSeparator()
    for action in ACTIONS:
        if action.break_before:
            menu.addSeparator()
        item = menu.addAction(action.words, partial(do, action))
        item.setShortcut(action.keys)
        item.setEnabled(action.fits(table, area))


def give_keys(grid: QWidget, do: Callable[[GridAction], object]) -> None:
    """Let the changes be done by their keys while the caret is in the table."""
    for action in ACTIONS:
        if action.keys:
            shortcut = QShortcut(action.keys, grid, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(do, action))
