"""LibreOffice as a renderer: DOCX in, PDF out, seeing only the fonts of the suite and a profile of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from bcdesk.layout.profiles import LO7, LO25, Profile

BUILD = Path(__file__).resolve().parents[2] / "build"
PROGRAM = shutil.which("soffice") or shutil.which("libreoffice")
TIME_LIMIT = 240
BATCH = 30
FIRST_OF_NOW = 24


class NotHere(Exception):
    """There is no such LibreOffice, and why."""


@dataclass(frozen=True)
class Office:
    """A LibreOffice: how it is started, and the root of what it sees."""

    command: tuple[str, ...]
    profile: Path
    root: Path = Path("/")

    def version(self) -> str:
        """Its name and version, such as LibreOffice 7.4."""
        said = subprocess.run([*self.command, "--version"], check=True, capture_output=True, text=True)
        name, number = said.stdout.split()[:2]
        return f"{name} {'.'.join(number.split('.')[:2])}"

    def converted(self, documents: dict[str, bytes], folder: Path, kind: str = "pdf") -> dict[str, bytes]:
        """DOCX files by name as LibreOffice saves them in another format; `folder` stands below the root."""
        made = folder / "made"
        made.mkdir(parents=True, exist_ok=True)
        paths = [folder / f"{name}.docx" for name in documents]
        for path, data in zip(paths, documents.values(), strict=True):
            path.write_bytes(data)
        for first in range(0, len(paths), BATCH):
            self._convert(kind, made, paths[first : first + BATCH])
        return {name: (made / f"{name}.{kind}").read_bytes() for name in documents}

    def _convert(self, kind: str, made: Path, paths: list[Path]) -> None:
        profile = f"-env:UserInstallation=file://{self._seen(self.profile)}"
        command = [*self.command, profile, "--headless", "--convert-to", kind, "--outdir", self._seen(made)]
        subprocess.run([*command, *map(self._seen, paths)], check=True, capture_output=True, timeout=TIME_LIMIT)

    def _seen(self, path: Path) -> str:
        return f"/{path.relative_to(self.root)}"


def installed() -> Office:
    """The machine's own LibreOffice; raises `NotHere` where it has none."""
    if PROGRAM is None:
        raise NotHere("LibreOffice is missing: install the packages of packaging/linux/packages.txt")
    return Office((PROGRAM,), BUILD / f"office-{os.environ.get('PYTEST_XDIST_WORKER', 'main')}")


def profile_of(version: str) -> Profile:
    """The profile that foretells a version of LibreOffice."""
    return LO25 if int(version.rsplit(maxsplit=1)[-1].split(".", maxsplit=1)[0]) >= FIRST_OF_NOW else LO7


def to_pdf(documents: dict[str, bytes], folder: Path) -> dict[str, bytes]:
    """The PDFs of DOCX files by name, as the machine's own LibreOffice renders them."""
    return installed().converted(documents, folder)
