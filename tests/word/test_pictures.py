from __future__ import annotations

import pytest

from bcdesk.sheet.sheet import Picture
from bcdesk.word.reading import Kind
from tests.word.documents import left, only, p, r
from tests.word.samples import PNG

JPEG = b"\xff\xd8\xff\xe0rest"
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def drawing(name: str = "p1", place: str = "inline", extent: str = '<wp:extent cx="914400" cy="457200"/>') -> str:
    blip = f'<pic:pic><pic:blipFill><a:blip r:embed="{name}"/></pic:blipFill></pic:pic>'
    graphic = f'<a:graphic><a:graphicData uri="{PICTURE}">{blip}</a:graphicData></a:graphic>'
    return f'<w:drawing><wp:{place}>{extent}<wp:docPr id="1" name="H1" descr="Ảnh"/>{graphic}</wp:{place}></w:drawing>'


def para(content: str) -> str:
    return f"<w:p>{r(content)}</w:p>"


@pytest.mark.parametrize(("data", "kind"), [(PNG, "image/png"), (JPEG, "image/jpeg")])
def test_a_picture_in_the_line_is_read(data, kind):
    (run,) = only(para(drawing()), media={"p1": data}).runs
    assert run.picture == Picture(data, kind, 1440, 720, "Ảnh")


def test_text_beside_a_picture_stays_beside_it():
    runs = only(para(f"<w:t>a</w:t>{drawing()}<w:t>b</w:t>"), media={"p1": PNG}).runs
    assert [(run.text, bool(run.picture)) for run in runs] == [("a", False), ("", True), ("b", False)]


@pytest.mark.parametrize("extent", ["", '<wp:extent cx="wide" cy="-5"/>', f'<wp:extent cx="{"9" * 5000}" cy="0"/>'])
def test_a_picture_of_no_sensible_size_is_small(extent):
    picture = only(para(drawing(extent=extent)), media={"p1": PNG}).runs[0].picture
    assert (picture.width, picture.height) == (1, 1)


@pytest.mark.parametrize(
    ("found", "media"),
    [(drawing(), {"p1": b"BM bitmap"}), (drawing("p2"), {}), (drawing(), {}), (drawing(place="anchor"), {})],
)
def test_other_pictures_are_told(found, media):
    assert left(para(found), media=media) == [(Kind.PICTURE, "Ảnh")]


def test_a_floating_picture_is_read_where_it_is_anchored_and_told():
    body = para(drawing(place="anchor"))
    assert only(body, media={"p1": PNG}).runs[0].picture.data == PNG
    assert left(body, media={"p1": PNG}) == [(Kind.FLOATING, "Ảnh")]


def test_a_turned_picture_is_told():
    turned = drawing().replace("</pic:pic>", '<pic:spPr><a:xfrm rot="5400000"/></pic:spPr></pic:pic>')
    assert left(para(turned), media={"p1": PNG}) == [(Kind.TURNED, "Ảnh")]


def test_a_cropped_picture_is_told():
    cropped = drawing().replace("</pic:blipFill>", '<a:srcRect l="1000" t="0"/></pic:blipFill>')
    assert left(para(cropped), media={"p1": PNG}) == [(Kind.CROPPED, "Ảnh")]


def test_a_picture_cropped_by_nothing_is_whole():
    whole = drawing().replace("</pic:blipFill>", '<a:srcRect/><a:srcRect l="0"/></pic:blipFill>')
    assert left(para(whole), media={"p1": PNG}) == []


def test_a_picture_that_lies_elsewhere_is_not_fetched():
    address = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    link = f"<Relationship Id='p1' Type='{address}' Target='file:///etc/hostname' TargetMode='External'/>"
    assert left(para(drawing()), links=link) == [(Kind.PICTURE, "Ảnh")]


def test_a_picture_in_a_footnote_is_looked_up_among_the_footnotes():
    notes = f"<w:footnote w:id='1'>{para(drawing())}</w:footnote>"
    body = f"<w:p>{r('<w:t>a</w:t>')}<w:r><w:footnoteReference w:id='1'/></w:r></w:p>"
    assert left(body, media={"p1": PNG}, footnotes=notes) == [(Kind.PICTURE, "Ảnh")]


def test_a_text_box_is_told_once_with_its_text():
    box = f"<wps:wsp><wps:txbx><w:txbxContent>{p('Mật')}{p('Khẩn')}</w:txbxContent></wps:txbx></wps:wsp>"
    choice = f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
    fallback = f"<mc:Fallback><w:pict><w:txbxContent>{p('Mật')}</w:txbxContent></w:pict></mc:Fallback>"
    body = para(f"<mc:AlternateContent>{choice}{fallback}</mc:AlternateContent>")
    assert left(body) == [(Kind.TEXT_BOX, "Mật\nKhẩn")]


def test_an_older_program_shows_the_fallback():
    box = f"<mc:Fallback><w:pict><w:txbxContent>{p('Mật')}</w:txbxContent></w:pict></mc:Fallback>"
    assert left(f"<w:p><mc:AlternateContent>{para(box)}</mc:AlternateContent></w:p>") == []
    assert left(para(f"<mc:AlternateContent>{box}</mc:AlternateContent>")) == [(Kind.TEXT_BOX, "Mật")]


def test_alternatives_around_whole_runs_are_read():
    choice = f"<mc:AlternateContent><mc:Choice>{r('<w:t>a</w:t>')}</mc:Choice></mc:AlternateContent>"
    assert only(f"<w:p>{choice}</w:p>").plain == "a"


def test_a_drawn_line_is_told_by_its_name():
    line = "<w:drawing><wp:anchor><wp:docPr id='1' name='Straight Connector 1'/></wp:anchor></w:drawing>"
    assert left(para(line)) == [(Kind.DRAWING, "Straight Connector 1")]


def test_a_shape_of_an_older_word_is_told():
    assert left(para("<w:pict><v:line/></w:pict>")) == [(Kind.DRAWING, "")]


def test_letters_drawn_as_a_shape_are_told():
    assert left(para("<w:pict><v:shape><v:textpath string='BẢN NHÁP'/></v:shape></w:pict>")) == [
        (Kind.TEXT_BOX, "BẢN NHÁP")
    ]
