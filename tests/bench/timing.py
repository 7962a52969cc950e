"""Medians of repeated runs, told as a ratio to a floor taken in the same run."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

REPEATS = 15


def times_ms(action: Callable[[], object], repeats: int = REPEATS) -> list[float]:
    """How long `action` took each time, in milliseconds, after one run to warm up."""
    action()
    return [time_ms(action) for _ in range(repeats)]


def time_ms(action: Callable[[], object]) -> float:
    """How long `action` takes this once, in milliseconds."""
    started = time.perf_counter()
    action()
    return 1000 * (time.perf_counter() - started)


def median_ms(action: Callable[[], object], repeats: int = REPEATS) -> float:
    """The median of those times."""
    return statistics.median(times_ms(action, repeats))


def tell(what: str, value: float, floor_name: str, floor: float, unit: str = "ms") -> None:
    """Print one line of the table."""
    print(f"{what:48} {value:8.2f} {unit}   {value / floor:6.2f} × {floor_name} ({floor:.2f} {unit})")
