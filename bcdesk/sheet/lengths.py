"""Lengths on paper are whole twips (1/20 pt), so that no program rounds differently; font sizes are half-points."""

from __future__ import annotations

TWIPS_PER_POINT = 20
TWIPS_PER_INCH = 1440


def pt(points: float) -> int:
    """Points in twips."""
    return round(points * TWIPS_PER_POINT)


def mm(millimetres: float) -> int:
    """Millimetres in twips, to the nearest."""
    return round(millimetres * TWIPS_PER_INCH / 25.4)
