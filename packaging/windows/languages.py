"""NSIS's own Vietnamese with composed letters: `languages.py FOLDER_OF_NSIS TARGET`."""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path


def compose(nsis: Path, target: Path) -> None:
    """Write the two files of the language, NFC."""
    for suffix in (".nlf", ".nsh"):
        name = f"Vietnamese{suffix}"
        words = (nsis / "Contrib" / "Language files" / name).read_text(encoding="utf-8-sig")
        (target / name).write_text(unicodedata.normalize("NFC", words), encoding="utf-8-sig")


if __name__ == "__main__":
    compose(Path(sys.argv[1]), Path(sys.argv[2]))
