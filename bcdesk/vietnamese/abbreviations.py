"""The abbreviations of office language: what each means, and titles with them written out."""

from __future__ import annotations

import re
from functools import cache

from bcdesk.places import resources

_CAPITALS = re.compile(r"\b[A-ZĐ]{2,}\b")


@cache
def known_abbreviations() -> dict[str, tuple[str, bool]]:
    """What abbreviations mean, and whether everybody knows them (`resources/language/abbreviations.tsv`)."""
    lines = (resources() / "language" / "abbreviations.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return {short: (full, known == "known") for short, full, known in rows}


def written_out(text: str) -> str:
    """`text` with every abbreviation it holds in full: `Công tác CCHC` is `Công tác cải cách hành chính`."""
    return _CAPITALS.sub(lambda found: known_abbreviations().get(found[0], (found[0], False))[0], text)
