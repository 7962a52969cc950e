"""The LibreOffice of the next Debian, in a tree of its own below build/, made where this machine can make one."""

from __future__ import annotations

import os
import shutil
import subprocess

from tests.fidelity.office import BUILD, NotHere, Office
from tests.fonts import private_fontconfig

NEXT = "trixie"
TREE = BUILD / "next-debian"
PACKAGES = "libreoffice-writer-nogui,fontconfig"
MAKER = "mmdebstrap"
PROGRAM = "usr/bin/soffice"


def newer() -> Office:
    """The LibreOffice of the next Debian; raises `NotHere` where there is none and none can be made."""
    if os.geteuid() != 0:
        raise NotHere("a newer LibreOffice runs in a tree of its own, which only root can make and enter.")
    if not (TREE / PROGRAM).is_symlink():
        _make()
    root = TREE.resolve()
    fonts = private_fontconfig(root / "srv" / "fonts", root)
    settings = ("PATH=/usr/bin:/bin", "HOME=/root", "LC_ALL=C.UTF-8", f"FONTCONFIG_FILE={fonts}")
    enter = ("unshare", "--mount", "--pid", "--fork", "--kill-child", f"--root={root}", "--mount-proc")
    return Office(("env", "-i", *settings, *enter, "soffice"), root / "srv" / "office", root)


def _make() -> None:
    """Make the tree beside its place and put it there whole."""
    if not shutil.which(MAKER):
        _run("apt-get", "install", "-y", "-q", MAKER)
    mirror = _mirror()
    shutil.rmtree(growing := TREE.with_suffix(".part"), ignore_errors=True)
    growing.parent.mkdir(parents=True, exist_ok=True)
    print(f"making a tree of Debian {NEXT} below build/, once …", flush=True)
    _run(MAKER, "--variant=minbase", f"--include={PACKAGES}", NEXT, str(growing), mirror)
    growing.rename(TREE)


def _mirror() -> str:
    """The Debian mirror of this machine's own apt."""
    shown = _run("apt-get", "indextargets", "--format", "$(ORIGIN) $(LABEL) $(SITE)")
    found = [line.split()[-1] for line in shown.splitlines() if line.startswith("Debian Debian ")]
    if not found:
        raise NotHere("a newer LibreOffice comes from a Debian mirror, and apt knows none here.")
    return found[0]


def _run(*command: str) -> str:
    try:
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        said = getattr(error, "stderr", "") or str(error)
        raise NotHere(f"a newer LibreOffice cannot be made here: {said.strip().splitlines()[-1]}") from error
