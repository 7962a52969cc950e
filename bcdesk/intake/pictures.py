"""Pictures of a Word document as pictures of a report, without what they hide."""

from __future__ import annotations

import re

from bcdesk.intake.signs import visible
from bcdesk.report.pictures import cleaned, is_too_big
from bcdesk.report.report import Picture
from bcdesk.sheet import sheet as printed
from bcdesk.sheet.lengths import millimetres

NARROWEST = 1.0

# Word describes a picture by the path it was taken from, as long as nobody describes it otherwise.
_PATH = re.compile(r"(?:.*[\\/])?([^\\/]+)\.(?:jpe?g|png|gif|bmp|tiff?|webp|heic|emf|wmf)", re.IGNORECASE)


def taken_in(shown: printed.Picture) -> Picture | None:
    """The picture as wide as it was shown, None where it is heavier than a report should carry.

    Raises PictureDamaged.
    """
    if is_too_big(shown.data):
        return None
    width = max(millimetres(shown.width), NARROWEST)
    return Picture(cleaned(shown.data), shown.media_type, width, words_of(shown))


def words_of(shown: printed.Picture) -> str:
    """What a picture is described as; of the path of a file its name alone."""
    words = visible(shown.description).strip()
    path = _PATH.fullmatch(words)
    return path[1] if path else words
