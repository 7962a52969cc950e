"""Pictures of the report, printed at their width and in their own proportion."""

from __future__ import annotations

from dataclasses import replace

from bcdesk.report import report as typed
from bcdesk.report.pictures import pixel_size
from bcdesk.report.report import Place
from bcdesk.sheet.form import Form
from bcdesk.sheet.lengths import mm
from bcdesk.sheet.sheet import Paragraph, Picture, Run
from bcdesk.sheet.styles import Name

UNKNOWN_SHAPE = (4, 3)
ROOM_FOR_TITLE = mm(40)


def picture(place: Place, block: typed.Picture, form: Form) -> Paragraph:
    """The picture in a centred paragraph of its own, made smaller where it would not fit the page."""
    across, down = pixel_size(block.data) or UNKNOWN_SHAPE
    room = form.page.height - form.page.top - form.page.bottom - ROOM_FOR_TITLE
    width = max(min(mm(block.width), form.column, room * across // down), 1)
    height = max(round(width * down / across), 1)
    printed = Picture(block.data, block.media_type, width, height, block.description)
    paragraph = form.line(Name.PICTURE, "", place)
    return replace(paragraph, runs=(Run("", paragraph.mark_size, picture=printed),))
