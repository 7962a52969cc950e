"""Prints the branch coverage of each package and fails where one that must be proven is below 95 %."""

from __future__ import annotations

import json
import os
import sys
from collections import defaultdict
from pathlib import Path

from coverage import Coverage

FLOOR = 95.0
PROVEN = (
    "vietnamese", "report", "sheet", "layout", "word", "storage", "session", "parcel", "intake", "checks", "press",
    "painting",
)  # fmt: skip


def totals(report: dict) -> dict[str, tuple[int, int]]:
    """Per package: covered and all statements and branches."""
    sums: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for name, measured in report["files"].items():
        package = Path(name).parts[1].removesuffix(".py")
        summary = measured["summary"]
        covered, total = sums[package]
        sums[package] = (
            covered + summary["covered_lines"] + summary["covered_branches"],
            total + summary["num_statements"] + summary["num_branches"],
        )
    return dict(sums)


def main() -> int:
    data = Path(os.environ["COVERAGE_FILE"])
    coverage = Coverage(data_file=str(data))
    coverage.load()
    written = data.parent / "coverage.json"
    coverage.json_report(outfile=str(written))
    below = []
    for package, (covered, total) in sorted(totals(json.loads(written.read_text(encoding="utf-8"))).items()):
        share = 100 * covered / total if total else 100.0
        mark = "" if package not in PROVEN else f"  (at least {FLOOR:.0f} %)"
        print(f"{package:12} {share:6.1f} %{mark}")
        if package in PROVEN and share < FLOOR:
            below.append(package)
    if below:
        print(f"Branch coverage is below {FLOOR:.0f} % in: {', '.join(below)}", file=sys.stderr)
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
