"""`make bench`: every figure beside a floor of the same run, as their ratio."""

from __future__ import annotations

import os

import tests.conftest  # noqa: F401  # the fonts of the suite, before Qt starts
from tests.bench import language, many, pages, start

os.environ["QT_QPA_PLATFORM"] = "offscreen"


def main() -> None:
    from PySide6.QtWidgets import QApplication

    start.bench()
    language.bench()
    application = QApplication([])
    pages.bench()
    many.bench()
    del application


if __name__ == "__main__":
    main()
