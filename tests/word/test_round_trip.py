from __future__ import annotations

from hypothesis import given, settings

from bcdesk.word.reader import read
from bcdesk.word.writer import write
from tests.word.strategies import sheets


@settings(max_examples=20)
@given(sheets())
def test_a_written_sheet_reads_back_the_same_and_whole(sheet):
    reading = read(write(sheet))
    assert reading.sheet == sheet
    assert reading.unread == ()
