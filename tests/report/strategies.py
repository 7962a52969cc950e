"""Whole reports at random, for properties: every field may be filled, and all text is clean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from operator import attrgetter
from typing import Any

from hypothesis import strategies as st

from bcdesk.report.decisions import Decision
from bcdesk.report.figure import Anchor, Figure, FigureKind
from bcdesk.report.merged import Contribution, Merged, MergedFigure, MergedPart, Piece, Placement, Source
from bcdesk.report.office import FormerName, Issuer, Layout, Office
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.report import (
    Appendix,
    Block,
    Cell,
    CellAlign,
    DocumentDate,
    Paragraph,
    Picture,
    Report,
    Request,
    Role,
    Run,
    Section,
    Signature,
    State,
    Table,
    walk,
)
from bcdesk.report.signed_copy import ENDINGS, SignedCopy
from bcdesk.vietnamese.text import clean

MARKERS = ("Phần I", "A.", "I.", "II.", "1.", "2.", "4.", "1.1.", "a)", "đ)", "(1)", "-", "+", "")
WORDS = ("báo cáo", "Ủy ban nhân dân xã", "quý I năm 2024", "  ", "5/5 thôn", "đạt 95,53 %", "“Một cửa”", "\t", "./.")
TEXT = st.sampled_from(WORDS) | st.text(max_size=8).map(clean)
DATES = st.dates(date(2000, 1, 1), date(2090, 12, 31))
LENGTHS = st.floats(1, 200).map(lambda length: round(length, 2))
LINE = st.sampled_from(("", *WORDS))
LINES = st.lists(LINE, max_size=3).map(tuple)


def some(of: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[Any]:
    """A tuple of up to `most` of them."""
    return st.lists(of, max_size=most).map(tuple)


def texts(cls: Callable[..., Any], *names: str, **others: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A value of `cls` with some words in the fields `names`."""
    return st.builds(cls, **dict.fromkeys(names, LINE), **others)


RUNS = st.builds(
    Run, TEXT, st.booleans(), st.booleans(), some(st.builds(Run, TEXT, st.booleans(), st.booleans()), most=1)
)
PARAGRAPHS = st.builds(Paragraph, some(RUNS))
CELLS = st.builds(Cell, some(PARAGRAPHS, 2), st.integers(1, 3), st.integers(1, 3), st.sampled_from(CellAlign))
TABLES = st.builds(Table, some(LENGTHS).filter(bool), some(some(CELLS)), header_rows=st.integers(0, 2))
PICTURES = st.builds(Picture, st.binary(max_size=20), st.sampled_from(["image/png", "image/jpeg"]), LENGTHS, TEXT)
BLOCKS: st.SearchStrategy[Block] = st.one_of(PARAGRAPHS, PARAGRAPHS, TABLES, PICTURES)


def period(type_: PeriodType, year: int, number: int, start: date, days: int) -> Period:
    """A period that exists, its number and days only where its type has some."""
    if type_ is PeriodType.RANGE:
        return Period(type_, start.year, start=start, end=start + timedelta(days))
    largest = {PeriodType.WEEK: 52, PeriodType.MONTH: 12, PeriodType.QUARTER: 4}.get(type_, 0)
    return Period(type_, year, number % largest + 1 if largest else 0)


PERIODS = st.builds(
    lambda plain, cut: replace(plain, cut_off_start=cut, cut_off_end=cut),
    st.builds(
        period, st.sampled_from(PeriodType), st.integers(2000, 2090), st.integers(0, 60), DATES, st.integers(0, 400)
    ),
    st.none() | DATES,
)
OFFICES = texts(
    Office,
    *("unit", "name", "province", "issuer_name", "superior", "symbol", "place"),
    *("signer", "signer_title", "drafting_unit"),
    signer_role=st.sampled_from([role.value for role in Role]),
    issuer=st.sampled_from(Issuer),
    header=LINES,
    unit_capital=st.booleans(),
    layout=st.builds(Layout, body_size=st.sampled_from([13, 14.0, 13.5])),
    valid_from=st.none() | DATES,
    former_names=some(st.builds(FormerName, LINE, LINE, DATES), 2),
)

SIGNED_COPIES = st.builds(
    SignedCopy, LINE, st.binary(max_size=2).map(lambda data: sha256(data).hexdigest()), st.integers(1, 10**7),
    st.sampled_from(sorted(ENDINGS)),
)  # fmt: skip

VALUES = st.sampled_from(("", "-", "0", "05", "114", "1.248", "95,53", "110/114", "Có"))
FIGURES = texts(
    Figure,
    *("id", "name", "unit"),
    kind=st.sampled_from(FigureKind),
    cumulative=st.booleans(),
    value=VALUES,
    anchors=some(texts(Anchor, "part", "label"), 2),
    parts=LINES,
    previous=st.none() | VALUES,
    year_ago=st.none() | VALUES,
)

SOURCES = st.builds(Source, LINE, some(BLOCKS, 1))
PIECES = st.builds(Piece, some(BLOCKS, 1), some(SOURCES, 2), LINE)
MERGED = st.builds(
    Merged,
    some(texts(Contribution, "unit", "file", "sha256", "modified"), 2),
    some(st.builds(MergedPart, LINE, some(PIECES, 2)), 2),
    some(texts(Placement, "heading", "part"), 2),
    some(texts(MergedFigure, "id", "value", units=LINES, values=LINES), 1),
)

SOME_OFFICES = (
    Office(),
    Office("xã", "Ba Tơ", "Tỉnh Quảng Ngãi", signer="Nguyễn Văn Bình", valid_from=date(2025, 7, 1)),
    Office("phường", "Điện Biên Phủ", issuer=Issuer.CULTURE, unit_capital=True, layout=Layout(body_size=13, pitch=16)),
    Office(issuer=Issuer.OTHER, issuer_name="Ban Chỉ đạo", header=("BAN", "CHỈ ĐẠO"), superior="UBND", symbol="BC-BCĐ"),
)


def sections(blocks: st.SearchStrategy[Block] = BLOCKS) -> st.SearchStrategy[tuple[Section, ...]]:
    """Section trees whose ids are `s1`, `s2` … in reading order."""
    leaf = st.builds(
        Section, st.just(""), st.sampled_from(MARKERS), TEXT, some(blocks), st.just(()), st.booleans(), st.booleans()
    )
    tree = st.recursive(leaf, lambda below: st.builds(_under, leaf, some(below)), max_leaves=8)
    return some(tree).map(_numbered)


def _under(section: Section, children: tuple[Section, ...]) -> Section:
    return replace(section, children=children)


def _numbered(rows: tuple[Section, ...]) -> tuple[Section, ...]:
    names = iter(f"s{number}" for number, _ in enumerate(walk(rows), start=1))

    def named(section: Section) -> Section:
        name = next(names)
        return replace(section, id=name, children=tuple(map(named, section.children)))

    return tuple(map(named, rows))


def _with_ids(appendices: list[Appendix]) -> tuple[Appendix, ...]:
    return tuple(replace(appendix, id=f"p{number}") for number, appendix in enumerate(appendices, start=1))


def reports() -> st.SearchStrategy[Report]:
    """Whole reports with sections `s1`, `s2` … and appendices `p1`, `p2` …, some rolled over from another one."""
    return _with_previous(_reports(), st.none() | _reports())


def _with_previous(
    reports: st.SearchStrategy[Report], previous: st.SearchStrategy[Report | None]
) -> st.SearchStrategy[Report]:
    return st.builds(lambda report, last: replace(report, previous=last), reports, previous)


def _reports() -> st.SearchStrategy[Report]:
    appendices = st.builds(Appendix, st.just(""), LINES, some(BLOCKS), st.booleans())
    return texts(
        Report,
        *("kind", "number", "symbol", "place", "date_range", "draft_mark", "drafting_unit", "drafter"),
        *("replaces", "fingerprint"),
        period=PERIODS,
        office=st.sampled_from(SOME_OFFICES),
        date=st.builds(
            DocumentDate, st.none() | st.integers(1, 31), st.none() | st.integers(1, 12), st.none() | st.just(2024)
        ),
        subject=LINES,
        addressees=LINES,
        legal_bases=some(PARAGRAPHS, 2),
        opening=some(BLOCKS, 2),
        sections=sections(),
        closing=some(BLOCKS, 2),
        recipients=LINES,
        signature=st.builds(Signature, st.sampled_from(Role), TEXT, LINE, LINES, LINE),
        appendices=st.lists(appendices, max_size=2).map(_with_ids),
        request=st.none() | texts(Request, "name", "number", "body", "subject", dated=st.none() | DATES),
        state=st.sampled_from(State),
        signed_copy=st.none() | SIGNED_COPIES,
        decisions=some(texts(Decision, "rule", "quote", "reason"), 2),
        figures=st.lists(FIGURES, max_size=2, unique_by=attrgetter("id")).map(tuple),
        merged=st.none() | MERGED,
    )
