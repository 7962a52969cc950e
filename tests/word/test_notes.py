from __future__ import annotations

import pytest

from bcdesk.sheet.sheet import Run
from tests.word.documents import only, p, r

NOTE = "<w:r><w:{}Reference w:id='2'/></w:r>"


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_note_hangs_on_the_run_before_its_mark(kind):
    notes = f"<w:{kind} w:id='2'>{p('Nguồn')}</w:{kind}>"
    (run,) = only(f"<w:p>{r('<w:t>số liệu</w:t>')}{NOTE.format(kind)}</w:p>", **{f"{kind}s": notes}).runs
    assert (run.text, [note.plain for note in run.footnote]) == ("số liệu", ["Nguồn"])


def test_a_note_without_text_before_it_hangs_on_nothing():
    notes = f"<w:footnote w:id='2'>{p('Nguồn')}</w:footnote>"
    (run,) = only(f"<w:p>{NOTE.format('footnote')}</w:p>", footnotes=notes).runs
    assert (run.text, bool(run.footnote)) == ("", True)


def test_two_marks_in_a_row_are_two_notes():
    notes = "".join(f"<w:footnote w:id='{n}'>{p('Nguồn')}</w:footnote>" for n in (1, 2))
    body = f"<w:p>{r('<w:t>a</w:t>')}{NOTE.format('footnote').replace('2', '1')}{NOTE.format('footnote')}</w:p>"
    assert [bool(run.footnote) for run in only(body, footnotes=notes).runs] == [True, True]


def test_a_mark_without_a_note_is_nothing():
    assert only(f"<w:p>{r('<w:t>a</w:t>')}{NOTE.format('footnote')}</w:p>").runs == (Run("a", 20),)


def test_a_note_that_quotes_itself_comes_to_an_end():
    notes = f"<w:footnote w:id='2'><w:p>{r('<w:t>a</w:t>')}{NOTE.format('footnote')}</w:p></w:footnote>"
    (run,) = only(f"<w:p>{NOTE.format('footnote')}</w:p>", footnotes=notes).runs
    assert run.footnote[0].runs == (Run("a", 20),)
