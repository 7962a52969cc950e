"""The example as the program composes it."""

from __future__ import annotations

from bcdesk.intake.files import read_file
from bcdesk.layout.measure import Measure, width
from bcdesk.sheet.compose import compose
from bcdesk.sheet.sheet import Sheet
from tests.house.tree import ROOT

EXAMPLE = ROOT / "resources/samples/bao-cao-tuyen-truyen-cchc-quy-1-2024.txt"


def example_sheet(measure: Measure) -> Sheet:
    """The sheet of the imported example."""
    return compose(read_file(EXAMPLE).report, lambda runs: width(measure, runs))
