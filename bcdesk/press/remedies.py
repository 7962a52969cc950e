"""A last page with next to nothing on it, and the choices of the decree that make it unnecessary."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from bcdesk.layout.pages import Line, Page
from bcdesk.press.paper import Paper
from bcdesk.report.edits import SetField
from bcdesk.report.office import Layout
from bcdesk.report.report import Report
from bcdesk.sheet.styles import within_decree

FEW_LINES = 3
SIGNING = frozenset({"recipients", "signature"})


@dataclass(frozen=True, slots=True)
class LooseEnd:
    """The last page of the report proper: its number, its few lines of text, and whether the signature is on it."""

    page: int
    lines: int
    signature: bool


@dataclass(frozen=True, slots=True)
class Remedy:
    """An edit that saves the loose page, and how many pages the paper has then, appendices included."""

    edit: SetField
    pages: int


@dataclass(frozen=True, slots=True)
class _Choice:
    """One of the office's choices: what it is called, its unit, and by how much it is lowered; 0 for all at once."""

    field: str
    noun: str
    unit: str
    step: float = 0

    def lowered(self, layout: Layout) -> Iterator[Layout]:
        """The layouts with less of it, the nearest first, down to what the decree allows (GEN-03 … 05, ND-01 … 04)."""
        now: float = getattr(layout, self.field)
        lowest: float = getattr(within_decree(replace(layout, **{self.field: 0.0})), self.field)
        steps = int((now - lowest) / self.step) if self.step else 0
        for value in (lowest + self.step * count for count in range(steps, -1, -1)):
            if value < now:
                yield within_decree(replace(layout, **{self.field: value}))

    def words(self, before: Layout, after: Layout) -> str:
        """Its change: `lề phải từ 20 xuống 15 mm`; empty where it has none."""
        old, new = (f"{getattr(layout, self.field):g}".replace(".", ",") for layout in (before, after))
        return f"{self.noun} từ {old} xuống {new} {self.unit}" if old != new else ""


# The least visible first.
CHOICES = (
    _Choice("right", "lề phải", "mm"),
    _Choice("bottom", "lề dưới", "mm"),
    _Choice("top", "lề trên", "mm"),
    _Choice("left", "lề trái", "mm"),
    _Choice("gap", "khoảng cách đoạn", "pt"),
    _Choice("pitch", "khoảng cách dòng", "pt", step=0.5),
    _Choice("body_size", "cỡ chữ nội dung", "pt"),
)


def loose_end(paper: Paper) -> LooseEnd | None:
    """The last page before the appendices where it holds at most three lines of text, with the signature or without.

    None where the page is well filled, is the only one, or can no longer change because the report is signed.
    """
    last = _own_pages(paper.pages)
    if paper.report.frozen or last < 2:  # noqa: PLR2004  # a single page cannot be saved
        return None
    page = paper.pages[last - 1]
    lines = len({line.top for line in page.lines if _is_text(line, page)})
    if lines > FEW_LINES or page.images:
        return None
    return LooseEnd(last, lines, signature=any(map(_is_signing, page.lines)))


def remedies(paper: Paper, make_paper: Callable[[Report], Paper]) -> tuple[Remedy, ...]:
    """What saves the loose last page, the least visible first.

    Each choice lowered as little as helps; where it does not alone, together with one that shows less and helps no
    more by itself.
    """
    before = within_decree(paper.report.office.layout)
    trial = _Trial(paper, make_paper)
    found: list[Remedy] = []
    helpless: list[_Choice] = []
    for choice in CHOICES:
        alone = trial.first(choice.lowered(before))
        pairs = (trial.first(_both_lowered(before, other, choice)) for other in helpless)
        if remedy := alone or next(filter(None, pairs), None):
            found.append(remedy)
        if alone is None:
            helpless.append(choice)
    return tuple(found)


class _Trial:
    """Layouts tried on a report."""

    def __init__(self, paper: Paper, make_paper: Callable[[Report], Paper]) -> None:
        self._report = paper.report
        self._own = _own_pages(paper.pages)
        self._make_paper = make_paper

    def first(self, layouts: Iterable[Layout]) -> Remedy | None:
        """The first layout that saves the page; none is tried where the last, the tightest, saves none."""
        tried = tuple(layouts)
        if not tried or not self._saves(self._paper(self._edit(tried[-1]))):
            return None
        return next(filter(None, map(self._remedy, tried)), None)

    def _remedy(self, layout: Layout) -> Remedy | None:
        edit = self._edit(layout)
        paper = self._paper(edit)
        return Remedy(edit, len(paper.pages)) if self._saves(paper) and loose_end(paper) is None else None

    def _edit(self, layout: Layout) -> SetField:
        office = self._report.office
        return SetField("office", replace(office, layout=layout), _words(within_decree(office.layout), layout))

    def _paper(self, edit: SetField) -> Paper:
        return self._make_paper(edit.apply(self._report))

    def _saves(self, paper: Paper) -> bool:
        return _own_pages(paper.pages) < self._own


def _both_lowered(layout: Layout, first: _Choice, second: _Choice) -> Iterator[Layout]:
    """The second, which shows more, as little as can be."""
    for lowered in second.lowered(layout):
        yield from first.lowered(lowered)


def _words(before: Layout, after: Layout) -> str:
    return "Giảm " + " và ".join(filter(None, (choice.words(before, after) for choice in CHOICES)))


def _own_pages(pages: tuple[Page, ...]) -> int:
    """How many pages the report has before its appendices, each of which counts its own from 1 (PL-06)."""
    return len(tuple(takewhile(lambda counted: counted[0] == counted[1].number, enumerate(pages, 1))))


def _is_signing(line: Line) -> bool:
    return line.source is not None and line.source.part in SIGNING


def _is_text(line: Line, page: Page) -> bool:
    is_number = line is page.lines[0] and line.text == str(page.number)
    return bool(line.text.strip()) and not _is_signing(line) and not is_number
