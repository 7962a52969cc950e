"""The errors bcdesk knows, each with the Vietnamese sentence that says what to do.

A `KnownError` is the world's fault (a full disk, a file open in Word, a file that is no report): it is shown to the
clerk as it stands, and nothing is lost. Every other exception is a bug of ours.
All of the program's own error wording stands in this file.
"""

from __future__ import annotations


class KnownError(Exception):
    """A trouble the clerk can do something about; `str(error)` is the sentence shown."""
