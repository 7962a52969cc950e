"""A private fontconfig that sees only Liberation Serif 2, so that every machine breaks lines alike."""

from __future__ import annotations

from pathlib import Path

FACES = ("Regular", "Bold", "Italic", "BoldItalic")
FOLDERS = ("liberation2", "liberation", "liberation-serif")
CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <alias binding="same"><family>Times New Roman</family><prefer><family>Liberation Serif</family></prefer></alias>
  <match target="pattern"><edit name="family" mode="append_last"><string>Liberation Serif</string></edit></match>
</fontconfig>
"""


def private_fontconfig(folder: Path) -> Path:
    """Write the configuration into `folder` and give its path."""
    found = [
        root / name / "LiberationSerif-Regular.ttf"
        for root in (Path("/usr/share/fonts/truetype"), Path("/usr/share/fonts"))
        for name in FOLDERS
    ]
    regular = next((path for path in found if path.exists()), None)
    if regular is None:
        raise FileNotFoundError("Liberation Serif 2 is missing: install the packages of packaging/linux/packages.txt")
    fonts = folder / "faces"
    fonts.mkdir(parents=True, exist_ok=True)
    for face in FACES:
        link = fonts / f"LiberationSerif-{face}.ttf"
        if not link.exists():
            link.symlink_to(regular.with_name(link.name))
    config = folder / "fonts.conf"
    if not config.exists():
        config.write_text(CONFIG.format(fonts=fonts, cache=folder / "cache"), encoding="utf-8")
    return config
