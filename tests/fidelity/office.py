"""LibreOffice as a renderer: DOCX in, PDF out, seeing only the fonts of the suite and a profile of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

BUILD = Path(__file__).resolve().parents[2] / "build"
PROGRAM = shutil.which("soffice") or shutil.which("libreoffice")
TIME_LIMIT = 240


def present() -> bool:
    """Whether LibreOffice is on this machine."""
    return PROGRAM is not None


def to_pdf(documents: dict[str, bytes], folder: Path) -> dict[str, bytes]:
    """The PDFs of DOCX files by name, converted in one start of LibreOffice."""
    assert PROGRAM is not None, "LibreOffice is missing: install the packages of packaging/linux/packages.txt"
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, data in documents.items():
        paths.append(folder / f"{name}.docx")
        paths[-1].write_bytes(data)
    profile = BUILD / f"office-{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    subprocess.run(
        [PROGRAM, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf", "--outdir",
         str(folder), *map(str, paths)],
        check=True, capture_output=True, timeout=TIME_LIMIT,
    )  # fmt: skip
    return {name: (folder / f"{name}.pdf").read_bytes() for name in documents}
