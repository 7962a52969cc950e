"""When a Word document was last saved, as it says itself."""

from __future__ import annotations

from datetime import datetime

from bcdesk.word.package import open_package

_MODIFIED = "{http://purl.org/dc/terms/}modified"


def last_saved(data: bytes, name: str) -> datetime | None:
    """The time in the document's core properties, on the clock of this PC; None where it says none.

    Raises as `reader.read`.
    """
    package = open_package(data, name)
    links = package.relations().values()
    root = package.root(next((link.target for link in links if link.kind == "core-properties"), None))
    said = "" if root is None else root.findtext(_MODIFIED) or ""
    try:
        found = datetime.fromisoformat(said.strip())
        return found.astimezone() if found.tzinfo else None
    except (ValueError, OverflowError):  # no time, or one beyond the calendar
        return None
