"""How the desk looks: Fusion under our palette, one short style sheet, an 8-pixel rhythm and 32-pixel rows."""

from __future__ import annotations

from string import Template

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from bcdesk.places import resources
from bcdesk.ui.style.colours import Colours, colours_of, palette

STEP = 8
ROW = 32
SMALL = QSize(1366, 768)

SHEET = Template("""
QToolBar { border: 0; border-bottom: 1px solid $line; padding: 4px 4px; spacing: 0; }
QToolBar::separator { background: $line; width: 1px; margin: 6px 4px; }
QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 4px 5px; min-height: 22px; }
QToolButton:hover, QToolButton:checked { background: $hover; }
QToolButton:focus { border-color: $accent; }
QToolButton:pressed { background: $line; }
QToolButton#step { border-color: $line; background: $base; padding: 4px 12px; }
QToolButton#step:checked { background: $hover; }
QToolButton#step:focus { border-color: $accent; }
QToolButton#step[popupMode="2"] { padding-right: 26px; }
QToolButton#quiet { color: $accent; }
QToolButton[popupMode="2"] { padding-right: 20px; }
QToolButton::menu-indicator { subcontrol-position: right center; right: 6px; }
QPushButton { border: 1px solid $line; border-radius: 4px; background: $base; padding: 0 16px; min-height: 30px; }
QPushButton:hover { background: $hover; }
QPushButton:focus { border-color: $accent; }
QPushButton:default { background: $accent; border-color: $accent; color: $on_accent; }
QPushButton:default:focus { border: 2px solid $text; }
QPushButton:default:disabled { background: $hover; border-color: $line; color: $muted; }
QAbstractSpinBox { border: 1px solid $line; border-radius: 4px; background: $base; padding: 0 4px; min-height: 30px; }
QAbstractSpinBox:focus { border-color: $accent; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: 0; width: 20px; subcontrol-origin: border; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url("$up"); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url("$down"); width: 12px; height: 12px; }
QAbstractSpinBox::up-arrow:off, QAbstractSpinBox::down-arrow:off { image: none; }
QDateEdit { max-height: 30px; }
QDateEdit::drop-down { border: 0; width: 20px; }
QComboBox { border: 1px solid $line; border-radius: 4px; background: $base; padding: 0 6px; min-height: 30px; }
QComboBox:editable { padding: 0 4px; }
QComboBox:hover { background: $hover; }
QComboBox:focus { border-color: $accent; }
QComboBox:disabled { background: $window; }
QComboBox::drop-down { border: 0; width: 20px; }
QComboBox::down-arrow { image: url("$down"); width: 12px; height: 12px; }
QLineEdit { border: 1px solid $line; border-radius: 4px; background: $base; min-height: 30px; padding: 0 4px; }
QLineEdit:focus { border-color: $accent; }
QLineEdit QToolButton { border: 0; padding: 0; min-height: 0; }
QPlainTextEdit, QDialog QTextEdit#entry { border: 1px solid $line; border-radius: 4px; background: $base; }
QPlainTextEdit:focus, QDialog QTextEdit#entry:focus { border-color: $accent; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit { min-height: 0; padding: 0; border: 0; background: transparent; }
QTabBar#beside::tab { padding: 6px 12px; border: 1px solid transparent; border-radius: 4px; color: $muted; }
QTabBar#beside::tab:selected { background: $base; border-color: $line; color: $text; }
QTabBar#beside::tab:selected:focus { border-color: $accent; }
QCheckBox { min-height: 32px; }
QCheckBox::indicator, QTreeView::indicator, QListView::indicator, QTableView::indicator { width: 12px; height: 12px;
  border: 1px solid $muted; border-radius: 2px; background: $base; }
QCheckBox::indicator:focus { border-color: $accent; }
QCheckBox::indicator:disabled { border-color: $line; }
QCheckBox::indicator:checked, QTreeView::indicator:checked, QListView::indicator:checked,
QTableView::indicator:checked { image: url("$tick"); }
QCheckBox::indicator:checked:disabled { image: url("$faint_tick"); }
QCheckBox::indicator:indeterminate, QTreeView::indicator:indeterminate { image: url("$part"); }
QTableView, QListView, QTreeView, QTextBrowser { border: 1px solid $line; border-radius: 4px; outline: 0; }
QTableView:focus, QListView:focus, QTreeView:focus, QTextBrowser:focus { border-color: $accent; }
QTableView::item, QListView::item { padding: 0 8px; }
QListView::item { min-height: 24px; }
QTreeView::item { min-height: 24px; }
QTreeView::item:middle, QTreeView::item:last { padding-left: 8px; }
QFileDialog QTreeView::item { padding: 0; }
QHeaderView::section { border: 0; border-bottom: 1px solid $line; background: $window; color: $muted;
  padding: 6px 11px; text-align: left; }
QHeaderView:vertical { background: $base; }
QHeaderView::section:vertical { border: 0; border-right: 1px solid $line; background: $base; color: $text; }
QTableCornerButton::section { border: 0; border-bottom: 1px solid $line; background: $window; }
QSplitter::handle:horizontal { background: $line; margin: 0 2px; }
QStatusBar { border-top: 1px solid $line; }
QStatusBar::item { border: 0; }
QToolTip { border: 1px solid $line; padding: 4px; }
QLabel#muted { color: $muted; }
QLabel#wrong { color: $red; }
QFrame#trouble { background: $base; border: 0; border-left: 4px solid $red; border-bottom: 1px solid $line; }
QFrame#quiet { background: $base; border: 0; border-left: 4px solid $line; border-bottom: 1px solid $line; }
QFrame#notice { background: $base; border: 0; border-left: 4px solid $green; border-bottom: 1px solid $line; }
QScrollArea#calendar, QScrollArea#calendar > QWidget > QWidget { background: transparent; border: 0; }
QToolButton#draft, QToolButton#slot, QToolButton#soon, QToolButton#late { border: 1px solid $line; border-radius: 9px;
  padding: 0 3px; min-height: 18px; color: $text; background: $base; }
QToolButton#slot { border-style: dashed; color: $muted; background: transparent; }
QToolButton#soon { border-color: $amber; color: $amber; }
QToolButton#late { border-color: $red; color: $red; }
QToolButton#draft:hover, QToolButton#slot:hover, QToolButton#soon:hover, QToolButton#late:hover { background: $hover; }
QToolButton#draft:focus, QToolButton#slot:focus, QToolButton#soon:focus, QToolButton#late:focus {
  border: 1px solid $accent; background: $hover; }
QFrame#card { background: $base; border: 1px solid $line; border-radius: 6px; }
QPushButton#card { background: $base; border: 1px solid $line; border-radius: 8px; text-align: left; padding: 0;
  min-height: 72px; }
QPushButton#card:hover, QPushButton#card:focus { border-color: $accent; background: $hover; }
""")


def dress(app: QApplication) -> None:
    """Give the program its look, and change it with the system between light and dark."""
    app.setStyle("Fusion")
    colour(app, app.styleHints().colorScheme())
    app.styleHints().colorSchemeChanged.connect(lambda scheme: colour(app, scheme))


def colour(app: QApplication, scheme: Qt.ColorScheme) -> None:
    """Colour every window for light or dark."""
    colours = colours_of(scheme)
    app.setPalette(palette(colours))
    app.setStyleSheet(style_sheet(colours))


def enlarge(label: QLabel, times: float) -> None:
    """Write the words of a label so many times as large."""
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * times)
    label.setFont(font)


def screen_room() -> QSize:
    """The size of the screen less the bars of the system.

    Never asked of a widget: what `QWidget.screen()` gives goes down with that widget (PySide 6.11), and Qt with it.
    """
    return QGuiApplication.primaryScreen().availableSize()


def is_small(screen: QSize) -> bool:
    """Whether a screen has no room to spare around the window: 1366×768 or smaller."""
    return screen.width() <= SMALL.width() or screen.height() <= SMALL.height()


def style_sheet(colours: Colours) -> str:
    """The style sheet in these colours."""
    named = {name: getattr(colours, name) for name in Colours.__slots__}
    drawn = {
        "tick": "dark" if colours.dark else "light",
        "faint_tick": "faint",
        "part": "part",
        "down": "down-dark" if colours.dark else "down-light",
        "up": "up-dark" if colours.dark else "up-light",
    }
    ticks = resources() / "icons" / "ticks"
    return SHEET.substitute(named, **{name: (ticks / f"{file}.svg").as_posix() for name, file in drawn.items()})
