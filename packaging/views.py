"""Takes a picture of every view, to be looked at before a release: light and dark, at 1366×768 and at 150 %.

`python packaging/views.py FOLDER [VIEW…]`. The views are those the tests walk: `tests/ui/views.py`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bcdesk import app  # noqa: E402  # found from here on
from bcdesk.ui.style.style import colour  # noqa: E402
from tests.ui.tour import Tour  # noqa: E402
from tests.ui.views import VIEWS  # noqa: E402

SCREEN = "-screen 0 1366x768x24"
WINDOW = (1366, 736)  # less the bar of the system
SCALES = (1.0, 1.5)
PAINTED_MS = 250


def main(folder: str, *names: str) -> int:
    """Take the pictures, each scale in a process of its own."""
    for scale in SCALES:
        command = ["xvfb-run", "-a", "-s", SCREEN, sys.executable, __file__, "--at", str(scale), folder, *names]
        subprocess.run(command, check=True, env={**os.environ, "QT_SCALE_FACTOR": str(scale)})  # noqa: S603  # our own call
    return 0


def take_all(scale: float, folder: Path, wanted: tuple[str, ...]) -> None:
    """One view after the other, light, then dark."""
    folder.mkdir(parents=True, exist_ok=True)
    application = app.make_application()
    with TemporaryDirectory(prefix="bcdesk-") as data:
        tour = Tour(Path(data))
        tour.window.setGeometry(0, 0, *(round(side / scale) for side in WINDOW))
        for scheme in (Qt.ColorScheme.Light, Qt.ColorScheme.Dark):
            colour(application, scheme)
            for name in wanted or VIEWS:
                shown = VIEWS[name](tour)
                take(tour.window, shown, folder / f"{name}-{scheme.name.lower()}-{round(100 * scale)}.png")
                tour.leave()
        tour.close()


def take(window: QWidget, shown: QWidget, path: Path) -> None:
    """The window as it is, with what stands over it where it stands."""
    QTest.qWait(PAINTED_MS)
    picture = window.grab()
    if shown is not window:
        painter = QPainter(picture)
        at = shown.mapToGlobal(QPoint(0, 0)) - window.mapToGlobal(QPoint(0, 0))
        painter.drawPixmap(at, shown.grab())
        painter.end()
    picture.save(str(path))


if __name__ == "__main__":
    if sys.argv[1] == "--at":
        take_all(float(sys.argv[2]), Path(sys.argv[3]), tuple(sys.argv[4:]))
    else:
        sys.exit(main(*sys.argv[1:]))
