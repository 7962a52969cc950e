"""`make fidelity`: the example and made-up documents, line by line, against LibreOffice; 1 below the goal."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from tests.fonts import private_fontconfig

BUILD = Path(__file__).resolve().parents[2] / "build"
LINES, PAGES = 0.9995, 0.99


def main(arguments: list[str] | None = None) -> int:
    """Judge, print, and say by the exit code whether the goal is met."""
    parser = argparse.ArgumentParser(description="Lines and pages against LibreOffice.")
    parser.add_argument("--documents", type=int, default=40, help="made-up documents for each seed")
    parser.add_argument("--seeds", type=int, nargs="+", default=[2024, 2025])
    parser.add_argument("--all", action="store_true", help="print the first difference of every document")
    asked = parser.parse_args(arguments)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["FONTCONFIG_FILE"] = str(private_fontconfig(BUILD / "fonts"))
    return _judged(asked.seeds, asked.documents, every=asked.all)


def _judged(seeds: list[int], documents: int, *, every: bool) -> int:
    from PySide6.QtGui import QGuiApplication

    from bcdesk.painting.fonts import FontMeasure
    from tests.fidelity.corpus import documents as made_up
    from tests.fidelity.example import example_sheet
    from tests.fidelity.judge import judge, table

    _ = QGuiApplication.instance() or QGuiApplication([])
    measure = FontMeasure()
    bodies = {"example": {"example": example_sheet(measure)}}
    bodies |= {f"made up, seed {seed}": made_up(seed, documents) for seed in seeds}
    with tempfile.TemporaryDirectory() as folder:
        verdicts = [(name, judge(sheets, measure, Path(folder))) for name, sheets in bodies.items()]
    print(table(verdicts))
    for _name, verdict in verdicts:
        for lost in verdict.lost:
            print(f"LibreOffice lost text of {lost}")
        for difference in verdict.differences if every else verdict.differences[:3]:
            print(difference)
    met = all(verdict.line_share >= LINES and verdict.page_share >= PAGES for _, verdict in verdicts)
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
