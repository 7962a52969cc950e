"""What proofreading costs: loading the language, reading a text nobody has read yet, and reading it again.

Floors of the same run: reading the bytes of its files (loading cannot do less), taking the text apart into words (no
check can do less). Texts and figures are of one thread, behind the window.
"""

from __future__ import annotations

import os
from pathlib import Path

from bcdesk.places import resources
from bcdesk.vietnamese.spelling import Proofreader
from bcdesk.vietnamese.words import pieces
from tests.bench.timing import median_ms, tell
from tests.vietnamese.marked import Typed, paragraphs

REPEATS = 5


def bench() -> None:
    before = resident()
    reader = Proofreader()
    took = resident() - before
    files = [
        path for path in (resources() / "language").iterdir() if path.name.startswith(("ngrams", "conf", "phrases"))
    ]
    size = sum(path.stat().st_size for path in files) / 2**20
    tell("memory of the language", took, "its files", size, "MiB")
    reading = median_ms(lambda: [path.read_bytes() for path in files], REPEATS)
    tell("loading the language", median_ms(Proofreader, REPEATS), "reading its files", reading)
    texts = paragraphs("open")
    thousands = sum(text.syllables for text in texts) / 1000
    apart = median_ms(lambda: [pieces(text.text) for text in texts], REPEATS) / thousands
    new = iter([Proofreader() for _ in range(REPEATS + 1)])
    first = median_ms(lambda: read(next(new), texts), REPEATS) / thousands
    tell("proofreading 1,000 syllables", first, "taking them apart", apart)
    again = median_ms(lambda: read(reader, texts), REPEATS) / thousands
    tell("proofreading them again", again, "taking them apart", apart)


def read(reader: Proofreader, texts: tuple[Typed, ...]) -> None:
    for text in texts:
        reader.slips(text.text)


def resident() -> float:
    """The memory of this process, in MiB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
