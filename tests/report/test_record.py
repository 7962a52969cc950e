from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesk.errors import NewerReport, UnreadableReport
from bcdesk.report.office import Layout, Office
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.record import (
    VERSION,
    assemble,
    decode,
    decode_office,
    dumps,
    encode,
    encode_office,
    loads,
    split,
)
from bcdesk.report.report import Appendix, Paragraph, Picture, Report, Run, Section, Table, paragraph
from tests.report.strategies import OFFICES, reports

QUARTER = Period(PeriodType.QUARTER, 2024, 1)
EMPTY = Report("khac", QUARTER, Office())
FULL = replace(
    EMPTY,
    opening=(paragraph("Mở đầu"),),
    legal_bases=(paragraph("Căn cứ"),),
    sections=(
        Section(
            "s1",
            "I.",
            "KẾT QUẢ",
            (paragraph("Một"), Table((20.0, 30.5), ())),
            (Section("s2", blocks=(paragraph("Hai"),)),),
        ),
    ),
    appendices=(Appendix("p1", ("Phụ lục",), (Picture(b"\x89PNG", "image/png", 100),)),),
)


@given(reports())
def test_a_report_comes_back_as_it_was(report):
    assert decode(encode(report)) == report


@given(reports())
def test_a_report_comes_back_from_its_text(report):
    assert loads(dumps(report)) == report


@given(reports())
def test_a_report_comes_back_from_its_parts(report):
    parts = split(report)
    assert assemble(parts.skeleton, parts.bodies) == report


@given(OFFICES)
def test_an_office_comes_back_as_it_was(office):
    assert decode_office(json.loads(json.dumps(encode_office(office)))) == office


def test_defaults_are_left_out():
    period = {"type": "quarter", "year": 2024, "number": 1}
    assert encode(EMPTY) == {"version": VERSION, "kind": "khac", "period": period, "office": {}}


def test_equal_lengths_are_written_alike():
    assert encode_office(Office(layout=Layout(body_size=13))) == encode_office(Office(layout=Layout(body_size=13.0)))
    assert encode_office(Office(layout=Layout(body_size=13))) == {"version": VERSION, "layout": {"body_size": 13}}


def test_every_block_is_a_body_of_its_own():
    parts = split(FULL)
    assert len(parts.bodies) == 6
    assert "Một" not in parts.skeleton
    assert json.loads(parts.skeleton)["sections"][0]["title"] == "KẾT QUẢ"


def test_an_edit_changes_one_body():
    edited = replace(FULL, opening=(paragraph("Mở đầu khác"),))
    assert len(split(edited).bodies.keys() - split(FULL).bodies.keys()) == 1


def test_equal_blocks_share_a_body():
    assert len(split(replace(EMPTY, opening=(paragraph("Một"), paragraph("Một")))).bodies) == 1


def test_a_missing_body_is_told():
    with pytest.raises(UnreadableReport):
        assemble(split(FULL).skeleton, {})


def test_a_changed_body_is_told():
    parts = split(FULL)
    changed = {name: body.replace("Một", "Mốt") for name, body in parts.bodies.items()}
    with pytest.raises(UnreadableReport):
        assemble(parts.skeleton, changed)


def test_a_later_version_is_told_apart():
    with pytest.raises(NewerReport, match="phiên bản mới hơn"):
        decode({**encode(FULL), "version": VERSION + 1})


def test_an_earlier_version_is_read():
    assert decode({**encode(EMPTY), "version": 1}) == EMPTY


@pytest.mark.parametrize("version", [0, -1, "1", True, None, 1.0])
def test_an_impossible_version_is_refused(version):
    with pytest.raises(UnreadableReport):
        decode({**encode(FULL), "version": version})


@pytest.mark.parametrize("plain", [None, [], "báo cáo", 1, {}])
def test_what_is_no_report_is_refused(plain):
    with pytest.raises(UnreadableReport):
        decode(plain)


WRONG = {
    "kind": None,
    "period": {"type": "quarter", "year": 2024, "number": 5},
    "office": [],
    "number": 5,
    "date": {"day": 32},
    "subject": "Công tác",
    "opening": [{"runs": []}],
    "legal_bases": [{"block": "table", "columns": [1], "rows": []}],
    "sections": [{"id": "s1", "reviewed": 1}],
    "closing": [{"block": "sound"}],
    "signature": {"role": "king"},
    "state": "lost",
    "request": {"due": "20240315x"},
    "unheard_of": "",
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_value_is_refused_by_name(name):
    with pytest.raises(UnreadableReport) as refused:
        decode({**encode(FULL), name: WRONG[name]})
    assert refused.value.where.startswith(name)


@pytest.mark.parametrize(
    "block",
    [
        {"block": "table", "columns": [0], "rows": []},
        {"block": "table", "columns": [float("nan")], "rows": []},
        {"block": "table", "columns": ["20"], "rows": []},
        {"block": "table", "columns": [10**400], "rows": []},
        {"block": "table", "columns": [20], "rows": [[{"column_span": 0}]]},
        {"block": "table", "columns": [20], "rows": [[{"column_span": 1000, "row_span": 1000}] * 2]},
        {"block": "table", "rows": []},
        {"block": "picture", "data": "§", "media_type": "image/png", "width": 10},
        {"block": "picture", "data": "", "media_type": "image/svg", "width": 10},
        {"block": ["paragraph"]},
        "0000",
    ],
)
def test_a_wrong_block_is_refused(block):
    with pytest.raises(UnreadableReport, match="opening"):
        decode({**encode(EMPTY), "opening": [block]})


def test_a_missing_field_is_named():
    plain = encode(EMPTY)
    del plain["kind"]
    with pytest.raises(UnreadableReport, match="kind"):
        decode(plain)


def test_a_bottomless_report_is_refused():
    plain = encode(EMPTY)
    section = {"id": "s"}
    for _ in range(5000):
        section = {"id": "s", "children": [section]}
    with pytest.raises(UnreadableReport):
        decode({**plain, "sections": [section]})
    with pytest.raises(UnreadableReport):
        loads("[" * 100_000)


def test_forty_levels_come_back():
    section = Section("s0")
    for level in range(1, 40):
        section = Section(f"s{level}", children=(section,))
    report = replace(EMPTY, sections=(section,))
    assert loads(dumps(report)) == report


def test_text_too_long_for_any_report_is_refused(monkeypatch):
    monkeypatch.setattr("bcdesk.report.record._LONGEST", 10)
    with pytest.raises(UnreadableReport):
        loads(dumps(EMPTY))


def test_foreign_text_is_cleaned():
    plain = {**encode(EMPTY), "subject": ["Ba\u0301o\x00 ca\u0301o\ud800"]}
    assert decode(plain).subject == ("Báo cáo",)


@given(st.data())
def test_damage_is_read_or_refused_but_never_a_crash(data):
    plain = encode(FULL)
    place: Any = plain
    while isinstance(place, dict | list) and place:
        keys = list(place) if isinstance(place, dict) else range(len(place))
        key = data.draw(st.sampled_from(keys))
        if data.draw(st.booleans()):
            place[key] = data.draw(st.sampled_from([None, 0, -1, 10**30, True, "", "x", [], {}, [[]], 1.5]))
            break
        place = place[key]
    with suppress(UnreadableReport, NewerReport):
        assert isinstance(decode(plain), Report)


def test_a_date_is_kept_as_iso():
    office = Office(valid_from=date(2025, 7, 1))
    assert encode_office(office) == {"version": VERSION, "valid_from": "2025-07-01"}


def test_runs_keep_their_formats():
    block = Paragraph((Run("đậm", bold=True, footnote=(Run("chú"),)),))
    encoded = {"block": "paragraph", "runs": [{"text": "đậm", "bold": True, "footnote": [{"text": "chú"}]}]}
    assert encode(replace(EMPTY, opening=(block,)))["opening"] == [encoded]
