from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from bcdesk.report.report import Paragraph, Run, paragraph
from bcdesk.ui.editor.document import (
    ANCHOR,
    blocks,
    load,
    offset_at,
    paragraphs,
    patch,
    position_at,
    register_footnotes,
    settled,
)

LETTERS = st.text(alphabet="aáđ \u00a0\n😀", max_size=5)
RUNS = st.builds(Run, LETTERS, st.booleans(), st.booleans(), st.sampled_from([(), (Run("chú", bold=True),)]))
TEXTS = st.lists(st.lists(RUNS, max_size=4).map(lambda runs: Paragraph(tuple(runs))), max_size=4).map(tuple)


def document(texts=()) -> QTextDocument:
    made = QTextDocument()
    made.setUndoRedoEnabled(False)
    load(made, texts)
    return made


def nothing(texts):
    return () if texts == (Paragraph(),) else texts


@given(TEXTS)
def test_what_is_loaded_is_what_the_document_says(qapp, texts):
    assert paragraphs(document(texts)) == nothing(settled(texts))


@given(TEXTS, TEXTS)
def test_a_patched_document_says_the_new_text(qapp, before, after):
    made = document(before)
    patch(made, paragraphs(made), after)
    assert paragraphs(made) == nothing(settled(after))


@given(TEXTS)
def test_settling_keeps_every_character(texts):
    assert [text.plain for text in settled(texts)] == [text.plain for text in texts]


@given(st.lists(RUNS, max_size=4).map(lambda runs: Paragraph(tuple(runs))))
def test_offsets_and_positions_are_each_other_turned_round(qapp, text):
    made = document((text,))
    block = made.firstBlock()
    assert [offset_at(block, position_at(block, offset)) for offset in range(len(text.plain) + 1)] == list(
        range(len(text.plain) + 1)
    )


def test_a_patch_leaves_a_caret_where_its_letter_is(qapp):
    made = document((paragraph("một hai ba"),))
    caret = QTextCursor(made)
    caret.setPosition(8)
    patch(made, paragraphs(made), (paragraph("một hai hay ba"),))
    assert caret.position() == 12


def test_typing_behind_a_footnote_does_not_carry_it_along(qapp):
    note = (Run("chú"),)
    made = document((Paragraph((Run("a", footnote=note),)),))
    register_footnotes(made)
    caret = QTextCursor(made)
    caret.movePosition(QTextCursor.MoveOperation.End)
    caret.insertText("b")
    assert paragraphs(made) == (Paragraph((Run("a", footnote=note), Run("b"))),)


def test_the_anchor_of_a_footnote_is_drawn(qapp):
    from PySide6.QtGui import QImage, QPainter

    made = document((Paragraph((Run("a", footnote=(Run("chú"),)),)),))
    plain = document((paragraph("a"),))
    pictures = []
    for one in (made, plain):
        register_footnotes(one)
        image = QImage(200, 40, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        one.drawContents(painter)
        painter.end()
        pictures.append(image)
    assert pictures[0] != pictures[1]
    assert ANCHOR in next(blocks(made)).text()


def test_a_stray_object_character_is_no_text(qapp):
    made = QTextDocument()
    QTextCursor(made).insertText(f"a{ANCHOR}b")
    assert paragraphs(made) == (paragraph("ab"),)
