from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import pytest

from bcdesk.report.kept import Wanted
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import (
    Appendix,
    Cell,
    Paragraph,
    Picture,
    Request,
    Run,
    Signature,
    State,
    Table,
    paragraph,
)
from bcdesk.storage.database import FILE_NAME, open_store
from bcdesk.storage.merge import merge
from bcdesk.storage.salvage import salvage
from tests.session.reports import QUARTER, report
from tests.storage.sql import run


def titled(title):
    return replace(report(), subject=(title,))


def ids(found):
    return [each.listed.id for each in found]


@pytest.mark.parametrize("query", ["duong", "Đường", "ĐƯỜNG QUỲNH", "quynh duong", "nuoc", "ngập đường"])
def test_a_report_is_found_by_its_words_with_marks_or_without(store, query):
    found = store.create(report("Đường Quỳnh Lưu ngập nước"))
    store.create(titled("Không liên quan"))
    assert ids(store.search(query)) == [found]


def test_a_report_is_found_by_every_line_it_prints(store):
    table = Table((80.0,), ((Cell((paragraph("trong bảng"),)),),))
    noted = Paragraph((Run("thân", footnote=(Run("dưới chân"),)),))
    picture = Picture(b"", "image/png", 50.0, "trong ảnh")
    value = replace(
        titled("Trích yếu"),
        opening=(table, noted),
        appendices=(Appendix("p1", ("Phụ lục số liệu",), (picture,)),),
        request=Request(name="Công văn đôn đốc"),
        recipients=("Phòng Nội vụ;",),
    )
    store.create(value)
    queries = ["trong bang", "duoi chan", "trong anh", "so lieu", "don doc", "noi vu", "trich yeu", "nhan xet"]
    assert [query for query in queries if not store.search(query)] == []


def test_reports_are_found_in_the_order_of_likelihood(store):
    order = ["nước sạch nông thôn", "nước rất sạch", "nuôc sach", "nuôc rất sach", "nước sạchh", "nuôc sachh"]
    made = {text: store.create(report(text)) for text in reversed(order)}
    assert ids(store.search("nước sạch")) == [made[text] for text in order]


def test_of_reports_that_are_as_likely_the_last_written_comes_first(store):
    first, second = store.create(report("nước sạch")), store.create(report("nước sạch"))
    assert ids(store.search("nước")) == [second, first]
    store.save(first, report("nước sạch, nước mưa"))
    assert ids(store.search("nước")) == [first, second]


def test_the_last_word_may_be_only_begun(store):
    found = store.create(report("tuyên truyền"))
    assert ids(store.search("tuyên truy")) == [found]
    assert store.search("tuyên truy ") == store.search("tuy truyền") == ()


def test_no_more_are_found_than_asked_for(store):
    for _ in range(5):
        store.create(report("nước"))
    assert len(store.search("nuoc", most=3)) == 3


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(kind="cchc"), "a"),
        (Wanted(signer="Lê Văn Bình"), "a"),
        (Wanted(drafter="Lan"), "b"),
        (Wanted(state=State.SENT), "b"),
        (Wanted(period="năm 2024"), "b"),
        (Wanted(year="2023"), "a"),
    ],
)
def test_only_the_reports_that_are_wanted_are_found(store, wanted, found):
    one = replace(
        report("nước"), kind="cchc", signature=Signature(name="Lê Văn Bình"), period=replace(QUARTER, year=2023)
    )
    other = replace(report("nước"), drafter="Lan", state=State.SENT, period=Period(PeriodType.YEAR, 2024))
    made = {"a": store.create(one), "b": store.create(other)}
    assert ids(store.search("nuoc", wanted)) == [made[found]]
    assert [listed.id for listed in store.listed() if wanted.fits(listed)] == [made[found]]


def test_what_was_found_shows_the_line_that_has_the_words(store):
    store.create(report("Nhà văn hóa\nvà Đường Quỳnh Lưu"))
    (found,) = store.search("duong quynh")
    assert found.excerpt.text == "Nhà văn hóa và Đường Quỳnh Lưu"
    assert [found.excerpt.text[start:end] for start, end in found.excerpt.words] == ["Đường", "Quỳnh"]


def test_the_index_holds_what_the_reports_say_after_any_changes(store, path):
    kept, changed, gone = (store.create(report(text)) for text in ("một", "hai", "ba"))
    store.save(changed, report("bốn"))
    store.remove(gone)
    store.delete(gone)
    assert [ids(store.search(word)) for word in ("một", "hai", "ba", "bốn")] == [[kept], [], [], [changed]]
    run(path, "INSERT INTO report_index(report_index, rank) VALUES ('integrity-check', 1)")


def test_a_report_without_every_word_is_not_found(store):
    store.create(report("Đường ngập"))
    assert store.search("đường khô") == ()


def test_reports_with_the_very_marks_come_first(store):
    exact = store.create(report("Ông Bảo Đại"))
    store.create(report("Bài trên báo đài"))
    assert ids(store.search("bảo đại"))[0] == exact
    assert len(store.search("bao dai")) == 2


def test_signs_of_sql_are_only_letters(store):
    store.create(report("Đạt 100% kế hoạch"))
    assert len(store.search("100%")) == 1
    assert store.search("1_0") == ()


@pytest.mark.parametrize("query", ["", "  ", "-", '"*"', "…"])
def test_a_query_without_words_finds_nothing(store, query):
    store.create(report("Một - hai"))
    assert store.search(query) == ()


@pytest.mark.parametrize("query", ["AND", "and OR", "marked : and", "NEAR(or", '"nước', "nước*", "(nước)", "nước -"])
def test_signs_of_the_index_are_only_letters(store, query):
    store.create(report("Nước marked, and or near"))
    assert len(store.search(query)) == 1


def test_what_is_saved_from_damaged_data_is_found(store, folder, path, tmp_path):
    kept = store.create(report("Nước sạch"))
    store.close()
    (tmp_path / "cứu").mkdir()
    salvage(path, tmp_path / "cứu" / FILE_NAME, None)
    with closing(open_store(tmp_path / "cứu")) as saved:
        assert ids(saved.search("nuoc sach")) == [kept]


def test_what_is_brought_together_from_two_databases_is_found(store, path, tmp_path):
    ours = store.create(report("Nước sạch"))
    with closing(open_store(tmp_path / "khác")) as other:
        theirs = other.create(report("Nước mưa"))
    merge(path, tmp_path / "khác" / FILE_NAME)
    assert set(ids(store.search("nuoc"))) == {ours, theirs}
    run(path, "INSERT INTO report_index(report_index, rank) VALUES ('integrity-check', 1)")
