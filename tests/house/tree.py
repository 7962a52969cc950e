"""The tree as git would commit it: tracked files and new ones that are not ignored."""

from __future__ import annotations

import ast
import subprocess
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@lru_cache
def files() -> tuple[Path, ...]:
    """Every file of the project, as paths from its root."""
    if (ROOT / ".git").exists():
        command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
        names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
        return tuple(Path(name) for name in sorted(set(names)) if (ROOT / name).is_file())
    skipped = {".venv", "build", "dist", "__pycache__"}
    found = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
    return tuple(sorted(path for path in found if not skipped & set(path.parts)))


def sources() -> tuple[Path, ...]:
    """The program's own Python files."""
    return tuple(path for path in files() if path.parts[0] == "bcdesk" and path.suffix == ".py")


def text(path: Path) -> str:
    """What a file of the tree says; empty for one that is no text."""
    try:
        return (ROOT / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


@lru_cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a source."""
    return ast.parse(text(path))
