"""What Windows shows as the properties of the programs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
DESCRIPTION = "Bàn soạn báo cáo của cơ quan cấp xã"
_VIETNAMESE, _UNICODE = 0x042A, 1200


def version() -> str:
    """The version of the program, as `bcdesk/__init__.py` says it."""
    found = re.search(r'__version__ = "([^"]+)"', (ROOT / "bcdesk" / "__init__.py").read_text(encoding="utf-8"))
    if found is None:
        raise RuntimeError("bcdesk/__init__.py says no version")
    return found[1]


def version_resource(name: str) -> Any:
    """The version resource of the program `name`."""
    from PyInstaller.utils.win32 import versioninfo as info  # noqa: PLC0415  # only where it builds for Windows

    numbers = tuple([int(part) for part in re.findall(r"\d+", version())] + [0] * 4)[:4]
    words = {
        "CompanyName": "bcdesk",
        "FileDescription": DESCRIPTION,
        "FileVersion": version(),
        "InternalName": name,
        "OriginalFilename": f"{name}.exe",
        "ProductName": "bcdesk",
        "ProductVersion": version(),
    }
    table = info.StringTable("042A04B0", [info.StringStruct(key, text) for key, text in words.items()])
    return info.VSVersionInfo(
        ffi=info.FixedFileInfo(filevers=numbers, prodvers=numbers),
        kids=[
            info.StringFileInfo([table]),
            info.VarFileInfo([info.VarStruct("Translation", [_VIETNAMESE, _UNICODE])]),
        ],
    )
