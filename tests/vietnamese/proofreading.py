"""The proofreader of an office that has added nothing, loaded once for all tests."""

from __future__ import annotations

from functools import cache

from bcdesk.vietnamese.spelling import Proofreader


@cache
def proofreader() -> Proofreader:
    return Proofreader()


def marked(text: str) -> list[tuple[str, str]]:
    """What is thought wrong in a text, each with its first suggestion."""
    return [(text[slip.start : slip.end], " ".join(slip.suggestions[:1])) for slip in proofreader().slips(text)]
