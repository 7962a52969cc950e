"""What many reports cost: start, list, search, opening and a save in a folder of 10,000 reports of 5 pages each.

The floor of the same run is the same with 10 reports.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path
from random import Random
from statistics import median, quantiles

from PySide6.QtWidgets import QApplication

from bcdesk.painting.fonts import FontMeasure
from bcdesk.press.paper import Press
from bcdesk.report.period import Period, PeriodType
from bcdesk.report.record import split
from bcdesk.report.report import Report
from bcdesk.storage.database import FILE_NAME, open_store
from bcdesk.storage.indexing import text_columns
from bcdesk.storage.listing import columns_of
from bcdesk.storage.reports import SqliteStore
from bcdesk.ui.home.home import Home
from bcdesk.ui.opening import SHOWN_AT_ONCE
from bcdesk.vietnamese.folding import fold
from tests.bench.pages import report_of
from tests.bench.start import PROGRAM, STARTS, started
from tests.bench.timing import median_ms, tell, time_ms
from tests.session.reports import typed

FEW, MANY = 10, 10_000
PAGES = 5
YEARS = 20
SAVES = 8
OWN_WORDS, SHARED = 30, 0.7
QUERIES = 50
ALWAYS = ("báo cáo", "bao cao", "b", "kh", "công tác tuyên truyền", "(7)", "tháng 3", "khongcochunay")
FRAME = 4096 + 24  # bytes of a page in the log
DAY = datetime(2026, 3, 31, tzinfo=UTC)


def filled(folder: Path, pattern: Report, reports: int) -> Path:
    """A data folder with so many reports of that length, each with words of its own, past its welcome."""
    with closing(open_store(folder)) as store:
        store.keep_setting("welcomed", True)
    parts, known = split(pattern), list(zip(*map(str.splitlines, text_columns(pattern).values()), strict=True))
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection, connection:
        connection.execute("PRAGMA synchronous = OFF")
        for number in range(reports):
            row, bodies = _row(number, pattern, parts.skeleton, parts.bodies)
            names = ", ".join(row)
            connection.execute(f"INSERT INTO report ({names}) VALUES ({', '.join('?' * len(row))})", [*row.values()])
            texts = (row["id"], *_texts(number, known))
            connection.execute("INSERT INTO report_text (report_id, marked, folded) VALUES (?, ?, ?)", texts)
            connection.executemany("INSERT OR IGNORE INTO part VALUES (?, ?)", bodies.items())
            connection.executemany("INSERT INTO report_part VALUES (?, ?)", [(row["id"], name) for name in bodies])
    return folder


def _row(number: int, pattern: Report, skeleton: str, bodies: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """A row of its own: every paragraph says which report it stands in."""
    own = {}
    for name, body in bodies.items():
        body = body.replace('"text":"', f'"text":"({number}) ', 1)  # noqa: PLW2901  # its own from here on
        fresh = sha256(body.encode()).hexdigest()
        skeleton = skeleton.replace(name, fresh)
        own[fresh] = body
    at = f"{DAY - timedelta(hours=17 * number):%Y-%m-%d %H:%M:%S.%f}"
    period = Period(PeriodType.QUARTER, DAY.year - number % YEARS, 1 + number % 4)
    report = replace(pattern, period=period)
    columns = {**_columns(report), "title": f"{report.title} ({number})", "skeleton": skeleton}
    return {"id": f"{number:032x}", "created_at": at, "changed_at": at, **columns}, own


def _texts(number: int, lines: list[tuple[str, str]]) -> tuple[str, str]:
    """What it is found by: some of the lines, and a line of its own with words that seldom stand together."""
    chance = Random(number)
    words = " ".join(line for line, _ in lines).split()
    own = " ".join(chance.sample(words, OWN_WORDS))
    kept = [pair for pair in lines if chance.random() < SHARED]
    return tuple("\n".join(column) for column in zip(*kept, (own, fold(own)), (f"({number})",) * 2, strict=True))


def times_found(store: SqliteStore, before: Callable[[], None] = lambda: None) -> list[float]:
    """How long each of many queries takes: with marks and without, half typed, of seldom and of frequent words.

    `before` is done before each of them, and not timed.
    """
    chance = Random(0)
    words = [word for word in store.search("cải cách")[0].excerpt.text.split() if word.isalpha()]
    queries = [" ".join(chance.sample(words, count)) for count in (1, 2, 3) for _ in range(QUERIES)]
    typed = [query[: -chance.randrange(len(query.split()[-1]))] or query for query in queries]
    times = []
    for query in (*queries, *typed, *map(fold, queries), *ALWAYS):
        store.search(query)  # to warm up
        before()
        times.append(time_ms(partial(store.search, query)))
    return times


_known: dict[Period, dict[str, str]] = {}


def _columns(report: Report) -> dict[str, str]:
    if report.period not in _known:
        _known[report.period] = columns_of(report, split(report))
    return _known[report.period]


def pages_written(store: SqliteStore, folder: Path, report_id: str) -> Iterator[int]:
    """How many pages each of some saves of one changed paragraph adds to the log."""
    log, save = folder / f"{FILE_NAME}-wal", Saving(store, report_id)
    with closing(sqlite3.connect(folder / FILE_NAME)) as other:
        for _ in range(SAVES):
            other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            save()
            yield log.stat().st_size // FRAME


def bench() -> None:
    pattern = report_of(PAGES, Press(FontMeasure()))
    with tempfile.TemporaryDirectory() as few, tempfile.TemporaryDirectory() as many:
        folders = [filled(Path(few), pattern, FEW), filled(Path(many), pattern, MANY)]
        size = (folders[1] / FILE_NAME).stat().st_size / 2**20
        name = f"the same with {FEW} reports"
        print(f"{MANY} reports of {PAGES} pages: {size:.0f} MiB")
        starts = _starts(folders)
        for what, key in (
            ("window painted", "painted"),
            ("list filled", "list"),
            ("a new report typed into", "usable"),
        ):
            tell(f"start → {what}, {MANY} reports", starts[1][key], name, starts[0][key])
        figures = [list(_figures(folder)) for folder in folders]
        for (what, value, unit), (_, floor, _) in zip(figures[1], figures[0], strict=True):
            tell(f"{what}, {MANY} reports", value, name, floor, unit)


def _starts(folders: list[Path]) -> list[dict[str, float]]:
    """The medians of starts in each folder, in turn, so that a busy moment falls on all alike."""
    rounds = [[started([sys.executable, "-c", PROGRAM, str(folder)]) for folder in folders] for _ in range(STARTS + 1)][
        1:
    ]
    return [{name: median(run[name] for run in runs) for name in runs[0]} for runs in zip(*rounds, strict=True)]


def _figures(folder: Path) -> Iterator[tuple[str, float, str]]:
    with closing(open_store(folder)) as store:
        home = Home()
        home.resize(1366, 728)
        home.show()

        def show_list() -> None:
            home.show_reports(())
            home.show_reports(store.listed(SHOWN_AT_ONCE))
            QApplication.processEvents()

        report_id = store.listed()[-1].id
        yield "list shown", median_ms(show_list), "ms"
        yield "report read", median_ms(lambda: store.load(report_id)), "ms"
        yield "a search, p95", quantiles(times_found(store), n=20)[-1], "ms"
        yield "a search just after a save, p95", quantiles(times_found(store, Saving(store, report_id)), n=20)[-1], "ms"
        yield "pages a save of a paragraph writes", max(pages_written(store, folder, report_id)), "pages"
        yield "save of a paragraph", median_ms(Saving(store, report_id)), "ms"
        home.deleteLater()


class Saving:
    """Each call saves another text in one paragraph of that report."""

    def __init__(self, store: SqliteStore, report_id: str) -> None:
        self._store, self._report_id = store, report_id
        self._report, self._saves = store.load(report_id).report, 0

    def __call__(self) -> None:
        self._saves += 1
        self._report = typed(f"Lần {self._saves}", self._report.sections[0].id).apply(self._report)
        self._store.save(self._report_id, self._report)
