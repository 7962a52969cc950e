"""A private fontconfig that sees only Liberation Serif 2, so that every machine breaks lines alike."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

FACES = ("Regular", "Bold", "Italic", "BoldItalic")
FOLDERS = ("liberation2", "liberation", "liberation-serif")
CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{folder}/faces</dir>
  <cachedir>{folder}/cache</cachedir>
  <alias binding="same"><family>Times New Roman</family><prefer><family>Liberation Serif</family></prefer></alias>
  <match target="pattern"><edit name="family" mode="append_last"><string>Liberation Serif</string></edit></match>
</fontconfig>
"""


def private_fontconfig(folder: Path, root: Path = Path("/")) -> Path:
    """Copy the faces and write the configuration into `folder`; its path as programs see it whose root is `root`."""
    found = [
        fonts / name / "LiberationSerif-Regular.ttf"
        for fonts in (Path("/usr/share/fonts/truetype"), Path("/usr/share/fonts"))
        for name in FOLDERS
    ]
    regular = next((path for path in found if path.exists()), None)
    if regular is None:
        raise FileNotFoundError("Liberation Serif 2 is missing: install the packages of packaging/linux/packages.txt")
    seen = "/" / folder.relative_to(root)
    (folder / "faces").mkdir(parents=True, exist_ok=True)
    for face in FACES:
        copy = folder / "faces" / f"LiberationSerif-{face}.ttf"
        if not copy.exists():
            # By way of another name: several workers start at once.
            shutil.copyfile(regular.with_name(copy.name), copy.with_suffix(f".{os.getpid()}")).replace(copy)
    config = folder / "fonts.conf"
    if not config.exists():
        config.write_text(CONFIG.format(folder=seen), encoding="utf-8")
    return seen / "fonts.conf"
