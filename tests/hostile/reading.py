"""Reads every file of a folder, each in a process of its own with so much time and memory; tells what came of it.

`python -m tests.hostile.reading WAY FOLDER` prints, as JSON, for each name `read`, the class of the known error and its
sentence, or what went wrong; and the most memory in MB.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from collections.abc import Callable
from pathlib import Path

import bcdesk.word.reader  # noqa: F401  # loaded once, not in every process
from bcdesk.errors import KnownError
from bcdesk.intake.files import read_file, read_office
from bcdesk.intake.signed_copy import read_signed_copy

WAYS: dict[str, Callable[[Path], object]] = {"file": read_file, "office": read_office, "signed": read_signed_copy}
SECONDS = 4  # of computing; two on the machine the limits were measured on
MOST_DATA = 400 * 2**20


def told(read: Callable[[Path], object], path: Path) -> str:
    """What comes of reading a file."""
    try:
        read(path)
    except KnownError as error:
        return f"{type(error).__name__}: {error}"
    except BaseException as fault:  # noqa: BLE001  # whatever it is, it is told
        return f"fault: {fault!r}"
    return "read"


def alone(read: Callable[[Path], object], path: Path) -> tuple[str, int]:
    """What comes of reading a file in a process of its own, and its memory in MB."""
    hear, say = os.pipe()
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_DATA, (MOST_DATA, MOST_DATA))
        os.write(say, told(read, path).encode()[:2000])
        os._exit(0)
    os.close(say)
    with os.fdopen(hear, "rb") as heard:
        words = heard.read().decode(errors="replace")
    _, status, used = os.wait4(child, 0)
    return words or f"fault: killed by signal {status}", used.ru_maxrss // 1024


if __name__ == "__main__":
    files = sorted(Path(sys.argv[2]).iterdir())
    print(json.dumps({path.name: alone(WAYS[sys.argv[1]], path) for path in files}))
