"""A reading with its parts told apart, whoever made the document."""

from __future__ import annotations

from bcdesk.checks.paper import Pages, Recognised
from bcdesk.word.reading import Reading


def recognise(reading: Reading, pages: Pages | None = None) -> Recognised:
    """The parts of a read paper; `pages` are its pages, where it could be laid out truthfully."""
    return Recognised(reading, pages)
