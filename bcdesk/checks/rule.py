"""What a rule of the prescribed form is: data with one function, so that the table of rules can be read as a list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bcdesk.checks.lines import Line
from bcdesk.checks.paper import Recognised
from bcdesk.report.findings import Severity


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule says of one place: as it stands, and as it should be.

    `start` and `length` are characters of the line's paragraph, 0 and 0 for all of it. `severity` is given where it
    is not the rule's own, `where` for a place that is no line (`trang giấy`, `đầu trang`).
    """

    found: str
    wanted: str
    line: Line | None = None
    start: int = 0
    length: int = 0
    severity: Severity | None = None
    where: str = ""


@dataclass(frozen=True, slots=True)
class Unjudged:
    """What a rule could not see, as one Vietnamese clause: `đường kẻ dưới Tiêu ngữ là hình vẽ`."""

    words: str


Judge = Callable[[Recognised], Iterator[Remark | Unjudged]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its id, what the decree asks for in plain words and where it says so, and the function that judges.

    `severity` is WRONG only for what the decree states (mark D). `needs` names the compulsory parts of `Recognised`
    without which there is nothing to judge; with one of them missing, or without pages where `needs_pages`, the rule
    goes to what was not judged. A part that a report may lack is not a need: the function then says nothing.
    """

    id: str
    severity: Severity
    clause: str
    judge: Judge
    needs: tuple[str, ...] = ()
    needs_pages: bool = False
