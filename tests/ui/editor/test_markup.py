"""What Word, Excel and browsers put on the clipboard, and what hostile HTML tries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.report.report import CellAlign, Paragraph, Run, Table
from bcdesk.ui.editor.markup import blocks
from bcdesk.ui.editor.tablework import placed


def words(html: str) -> list[str]:
    return [block.plain for block in blocks(html)]


def test_word_gives_paragraphs_with_bold_and_italic_and_no_font():
    html = (
        "<html><head><style>p {color:red}</style></head><body lang=VI>"
        "<p class=MsoNormal style='font-size:20pt'><b>Kết quả</b><span style='font-family:Arial'> đạt\r\nđược </span>"
        "<i>tốt</i><o:p></o:p></p><p class=MsoNormal>Hai</p></body></html>"
    )
    assert blocks(html) == (
        Paragraph((Run("Kết quả", bold=True), Run(" đạt được "), Run("tốt", italic=True))),
        Paragraph((Run("Hai"),)),
    )


def test_bold_and_italic_may_stand_in_styles_and_be_taken_back():
    html = (
        '<p style="font-weight:700;font-style:italic">a<span style="font-weight:normal;font-style:normal">b</span></p>'
    )
    assert blocks(html) == (Paragraph((Run("a", bold=True, italic=True), Run("b"))),)


def test_a_list_of_word_keeps_its_marks():
    html = (
        "<p><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>một</p>"
        "<p><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>hai</p>"
    )
    assert words(html) == ["- một", "1. hai"]


def test_lists_of_a_browser_get_marks():
    assert words("<ul><li>một<li>hai</ul><ol><li>ba</li><li>bốn</li></ol>") == ["- một", "- hai", "1. ba", "2. bốn"]


def test_an_item_outside_any_list_gets_a_dash():
    assert words("<li>một</li>") == ["- một"]


def test_an_empty_paragraph_between_two_stays():
    assert words("<p>a</p><p>&nbsp;</p><p>b</p>") == ["a", "", "b"]


def test_a_line_break_begins_a_paragraph():
    assert words("a<br>b<br><br>c") == ["a", "b", "", "c"]


def test_preformatted_lines_stay_lines():
    assert words("<pre>a  b\nc</pre>") == ["a b", "c"]


def test_a_no_break_space_between_two_words_stays_and_padding_does_not():
    assert words("<p>số&nbsp;5 &nbsp; và&nbsp;</p>") == ["số\u00a05 và"]


def test_excel_gives_a_table_with_spans_alignment_and_widths():
    html = (
        "<table><col width=64><col width=128>"
        "<tr><td rowspan=2 style='text-align:center'>a</td><td colspan=1>b</td></tr>"
        "<tr><td align=right>c<br>d</td></tr></table>"
    )
    (table,) = blocks(html)
    assert isinstance(table, Table)
    assert [(item.row, item.column, item.cell.row_span) for item in placed(table)] == [(0, 0, 2), (0, 1, 1), (1, 1, 1)]
    assert [text.plain for text in placed(table)[2].cell.paragraphs] == ["c", "d"]
    assert [item.cell.align for item in placed(table)] == [CellAlign.CENTER, CellAlign.LEFT, CellAlign.RIGHT]
    assert table.columns[1] == pytest.approx(2 * table.columns[0], abs=0.2)


def test_column_widths_may_stand_in_styles():
    (table,) = blocks("<table><col style='width:2cm'><col style='width:80.0mm'><tr><td>a<td>b</table>")
    assert table.columns == (20.0, 80.0)


def test_a_width_that_is_no_number_is_passed_over():
    (table,) = blocks("<table><col style='width:1.2.3cm'><col width=9><tr><td>a<td>b</table>")
    assert table.columns == (80.0, 80.0)


def test_rows_of_a_head_are_repeated():
    (table,) = blocks("<table><thead><tr><th>a<tr><th>b</thead><tr><td>c</table>")
    assert table.header_rows == 2


def test_text_around_a_table_stays_around_it():
    found = blocks("<p>trước</p><table><tr><td>x</td></tr></table><p>sau</p>")
    assert [type(block).__name__ for block in found] == ["Paragraph", "Table", "Paragraph"]


def test_a_table_in_a_table_is_text_of_its_cell():
    (table,) = blocks("<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td></tr></table>")
    assert [text.plain for text in table.rows[0][0].paragraphs] == ["a", "b", "c"]


def test_words_outside_the_cells_of_a_table_are_kept():
    assert words("<table>lạc<tr></tr></table>") == ["lạc"]


def test_a_cell_without_a_row_makes_one():
    (table,) = blocks("<table><td>a</table>")
    assert table.rows[0][0].paragraphs[0].plain == "a"


def test_scripts_styles_and_hidden_text_are_no_text():
    assert words("<script>x</script><style>y</style><span style='display:none'>z</span><p>chữ</p>") == ["chữ"]


def test_a_monstrous_span_is_cut_down():
    (table,) = blocks("<table><tr><td colspan=99999999 rowspan=99999>a</td></tr></table>")
    assert len(table.rows) == 1
    assert len(table.columns) <= 63


def test_a_table_of_too_many_places_becomes_text():
    row = "<tr>" + "<td colspan=60>a" * 8 + "</tr>"
    found = blocks(f"<table>{row * 60}</table>")
    assert all(isinstance(block, Paragraph) for block in found)
    assert len(found) == 480


def test_deep_nesting_neither_crashes_nor_loses_words():
    assert words("<b>" * 5000 + "chữ" + "</b>" * 5000) == ["chữ"]


TAGS = [
    "<p>", "</p>", "<b>", "</b>", "<table>", "</table>", "<tr>", "<td>", "</td>", "<td colspan=2>", "<td rowspan=3>",
    "<ul>", "<li>", "</ul>", "<br>", "</div>", "<pre>", "<th>", "<thead>", "</thead>", "<i", "&amp;", "<!--", "-->",
    "<span style='mso-list:Ignore'>", "</span>",
]  # fmt: skip


@given(st.lists(st.sampled_from([*TAGS, *"abc"]), max_size=40))
def test_any_mess_of_tags_is_read(pieces):
    found = blocks("".join(pieces))
    for block in found:
        if isinstance(block, Table):
            covered = [place for item in placed(block) for place in item.places]
            assert len(covered) == len(set(covered)) == len(block.rows) * len(block.columns)


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<b>", "</b>", "<td>", "<tr>", "<table>", "</table>", *"abcdef"]), max_size=40
    )
)
def test_no_word_is_lost(pieces):
    found = blocks("".join(pieces))
    texts = [
        text.plain
        for block in found
        for text in (
            [block] if isinstance(block, Paragraph) else [t for r in block.rows for c in r for t in c.paragraphs]
        )
    ]
    letters = [piece for piece in pieces if len(piece) == 1]
    assert sorted("".join(texts)) == sorted(letters)


WORD = (
    "<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Kết quả</b> họp"
    "<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1' title=''><span class=MsoFootnoteReference>"
    "<![if !supportFootnotes]>[1]<![endif]></span></a> thôn<o:p></o:p></p>"
    "<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr><![endif]>"
    "<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1'"
    " href='#_ftnref1' name='_ftn1'><span>[1]</span></a> Theo <b>số liệu</b></p><p>của xã</p></div></div>"
)
LIBRE = (
    '<p>Kết quả<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> họp</p>'
    '<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym"'
    ' href="#sdfootnote1anc">1</a>Theo xã</p></div>'
)


def test_the_bold_word_means_for_other_scripts_takes_nothing_back():
    assert blocks(WORD)[0].runs[0] == Run("Kết quả", bold=True)


def test_footnotes_of_word_hang_where_they_hung():
    (text,) = blocks(WORD)
    assert text.runs[1:] == (
        Run(" họp", footnote=(Run("Theo "), Run("số liệu", bold=True), Run("\n"), Run("của xã"))),
        Run(" thôn"),
    )


def test_footnotes_of_libreoffice_hang_where_they_hung():
    assert blocks(LIBRE) == (Paragraph((Run("Kết quả", footnote=(Run("Theo xã"),)), Run(" họp"))),)


def test_the_mark_of_a_footnote_that_did_not_come_along_stays():
    (text,) = blocks(WORD[: WORD.index("<div")])
    assert text.plain == "Kết quả họp[1] thôn"


def test_a_footnote_in_a_table_hangs_there():
    head, note = LIBRE.split("</p>", 1)
    (table,) = blocks(f"<table><tr><td>{head}</p></td></tr></table>{note}")
    assert table.rows[0][0].paragraphs[0].runs[0].footnote == (Run("Theo xã"),)


def test_what_was_deleted_with_changes_tracked_is_no_text_and_what_was_put_in_is():
    html = (
        "<p>Giữ <del cite='mailto:a'><span class=msoDel>bỏ</span></del><ins><span class=msoIns>thêm</span></ins>"
        " <span class=msoDel>x</span>lại</p>"
    )
    assert words(html) == ["Giữ thêm lại"]


def test_comments_are_no_text():
    html = (
        "<p>Đã họp<span class=MsoCommentReference><a class=msocomanchor href='#_msocom_1'>[A1]</a></span> thôn</p>"
        "<div style='mso-element:comment-list'><div style='mso-element:comment'><p>Sai rồi</p></div></div>"
    )
    assert words(html) == ["Đã họp thôn"]


def test_lists_in_lists_keep_their_levels_and_numbers():
    html = (
        "<ul><li>a<ul><li>b</li><li>c<ul><li>d</li></ul></li></ul></li></ul><ol start=3><li><p>x</p></li>"
        "<li value=7>y</li></ol><ol type=a><li>z</li></ol><ol style='list-style-type:upper-roman'><li>t</li></ol>"
    )
    assert words(html) == ["- a", "+ b", "+ c", "• d", "3. x", "7. y", "a) z", "I. t"]


def test_a_list_of_word_keeps_its_levels():
    item = "<p style='mso-list:l0 level{} lfo1'><span style='mso-list:Ignore'>{}<span>&nbsp;</span></span>x</p>"
    assert words(item.format(1, "·") + item.format(2, "o") + item.format(3, "1.1.1.")) == ["- x", "+ x", "1.1.1. x"]


def test_fonts_of_before_unicode_are_read_only_when_asked():
    html = "<p><span style='font-family:\".VnTimeH\"'>n\u00adíc</span> <font face='VNI-Times'>ñöôïc</font> Ðức</p>"
    assert words(html) == ["n\u00adíc ñöôïc Ðức"]
    assert [block.plain for block in blocks(html, in_unicode=True)] == ["NƯỚC được Ðức"]
