"""Walking from cell to cell of a table."""

from __future__ import annotations

from bcdesk.report.report import Table
from bcdesk.ui.editor.tablework import Placed, at, placed
from bcdesk.ui.editor.ways import Way

STEPS = {Way.UP: (-1, 0), Way.DOWN: (1, 0), Way.LEFT: (0, -1), Way.RIGHT: (0, 1)}


def inside(table: Table, spot: tuple[int, int]) -> tuple[int, int]:
    """The corner of the cell that covers a place, or of the one nearest to it."""
    item = at(table, min(spot[0], len(table.rows) - 1), min(spot[1], len(table.columns) - 1))
    return item.row, item.column


def neighbour(table: Table, item: Placed, step: int) -> tuple[int, int] | None:
    """The next cell in reading order, or the one before; None outside the table."""
    cells = placed(table)
    index = cells.index(item) + step
    return (cells[index].row, cells[index].column) if 0 <= index < len(cells) else None


def beside(table: Table, item: Placed, way: Way) -> tuple[int, int] | None:
    """Where the caret comes to when it leaves a cell; None outside the table."""
    if way in {Way.LEFT, Way.RIGHT}:
        return neighbour(table, item, 1 if way is Way.RIGHT else -1)
    row = {Way.UP: item.row - 1, Way.DOWN: item.bottom}.get(way, -1)
    return (row, item.column) if 0 <= row < len(table.rows) else None


def beyond(table: Table, spot: tuple[int, int], way: Way) -> tuple[int, int] | None:
    """The place one further in a direction, to choose cells up to there; None outside the table."""
    down, over = STEPS.get(way, (0, 0))
    item = at(table, *spot)
    row = item.bottom if down > 0 else item.row + down
    column = item.right if over > 0 else item.column + over
    return (row, column) if 0 <= row < len(table.rows) and 0 <= column < len(table.columns) else None
