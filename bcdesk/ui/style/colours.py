"""The colours of the desk, light and dark: one accent, amber for what to look at again, red for what is wrong."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

_STRAIGHT_BELOW = 0.03928


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours by what they are for, as `#rrggbb`; text on `window`, `base` and `hover` reads at 4.5:1 or better.

    `fresh` lies behind what is new, which `green` writes.
    """

    window: str
    base: str
    hover: str
    line: str
    desk: str
    text: str
    muted: str
    accent: str
    on_accent: str
    amber: str
    red: str
    green: str
    fresh: str
    dark: bool


LIGHT = Colours(
    window="#f5f4f1",
    base="#ffffff",
    hover="#e9e6e0",
    line="#d5d1c9",
    desk="#dedbd5",
    text="#23262b",
    muted="#5b6068",
    accent="#1c5d86",
    on_accent="#ffffff",
    amber="#7f5200",
    red="#b0261d",
    green="#2c6739",
    fresh="#d9eedb",
    dark=False,
)
DARK = Colours(
    window="#24272c",
    base="#1c1e22",
    hover="#32363d",
    line="#41464e",
    desk="#15171a",
    text="#e7e6e2",
    muted="#abb1b9",
    accent="#82bbe3",
    on_accent="#0e1f2b",
    amber="#e9b65c",
    red="#ff9187",
    green="#8fcf9c",
    fresh="#20402b",
    dark=True,
)


def colours_of(scheme: Qt.ColorScheme) -> Colours:
    """The colours for what the system asks for; light where it does not say."""
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


def colours_in(shown: QPalette) -> Colours:
    """The colours a widget shows itself in, by its palette."""
    return DARK if shown.color(QPalette.ColorRole.Base) == QColor(DARK.base) else LIGHT


def palette(colours: Colours) -> QPalette:
    """The palette every widget draws itself with."""
    made = QPalette()
    for role, colour in _roles(colours).items():
        made.setColor(role, QColor(colour))
    faded = QColor(colours.muted)
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, _between(faded, QColor(colours.window)))
    made.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, QColor(colours.line))
    return made


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21, as WCAG 2 defines it."""
    darker, lighter = sorted((_luminance(QColor(one)), _luminance(QColor(other))))
    return (lighter + 0.05) / (darker + 0.05)


def _roles(colours: Colours) -> dict[QPalette.ColorRole, str]:
    role = QPalette.ColorRole
    return {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.base,
        role.AlternateBase: colours.window,
        role.Text: colours.text,
        role.PlaceholderText: colours.muted,
        role.Button: colours.window,
        role.ButtonText: colours.text,
        role.BrightText: colours.red,
        role.ToolTipBase: colours.base,
        role.ToolTipText: colours.text,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Light: colours.hover,
        role.Midlight: colours.hover,
        role.Mid: colours.line,
        role.Dark: colours.line,
        role.Shadow: colours.desk,
    }


def _between(one: QColor, other: QColor) -> QColor:
    return QColor(*((a + b) // 2 for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)))  # type: ignore[index]  # getRgb is typed as object


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= _STRAIGHT_BELOW else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())
