"""What stands above the title: Quốc hiệu, Tiêu ngữ, names of bodies, number, date, draft mark, in any arrangement."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from bcdesk.checks.lines import Line
from bcdesk.checks.parts.pieces import is_typed_line, pieces
from bcdesk.sheet.styles import Name
from bcdesk.vietnamese.folding import fold

LONGEST_LINE = 120

_COUNTRY = re.compile(r"cong +hoa +xa +hoi")
_MOTTO = re.compile(r"doc *lap\b.*tu *do\b")
_NUMBER = re.compile(r"so *[:.]?[\s\d.…_]*\w{0,4} */.*")
_DATE = re.compile(r".*\bngay\b.*\bthang\b.*|[^:]{2,40}, *(?:ngay *)?\d{1,2} *[/.-] *\d{1,2} *[/.-] *\d{4}\.?")
_DRAFT = re.compile(r"\(?du thao\b.*")
_BODY = (
    "(?:uy ban|ubnd|hoi dong|hdnd|phong|van phong|trung tam|so|cong an|tram|truong|ban|dang uy|mat tran|doi|bo|chi cuc)"
)
_BEGINS_NAME = re.compile(rf"{_BODY}\b")
_GOES_ON_NAME = re.compile(rf"(?:{_BODY}|xa|phuong|dac khu|thi tran|huyen|quan|tinh|thanh pho|va)\b")
_OFFICE_OF = re.compile(r"van phong$")


class Head:
    """Takes the pieces above the title one by one, and holds what they are."""

    def __init__(self) -> None:
        self.country: Line | None = None
        self.motto: Line | None = None
        self.number: Line | None = None
        self.date: Line | None = None
        self.draft: Line | None = None
        self.names: list[Line] = []
        self.strays: list[Line] = []
        self._takers: tuple[tuple[str, Callable[[str], bool]], ...] = (
            ("country", lambda text: _COUNTRY.match(text) is not None),
            ("motto", lambda text: _MOTTO.match(text) is not None),
            ("number", lambda text: _NUMBER.fullmatch(text) is not None),
            ("date", lambda text: _DATE.fullmatch(text) is not None),
            ("draft", lambda text: _DRAFT.fullmatch(text) is not None),
        )

    def take(self, piece: Line) -> None:
        """Read one piece."""
        folded = " ".join(fold(piece.text).split())
        for name, fits in self._takers:
            if getattr(self, name) is None and len(folded) <= LONGEST_LINE and fits(folded):
                setattr(self, name, piece)
                return
        if is_typed_line(piece.text):
            return
        if self._is_name(piece, folded):
            self.names.append(piece)
        else:
            self.strays.append(piece)

    @property
    def complete(self) -> bool:
        """Whether anything in it belongs to a letterhead."""
        return any((self.country, self.motto, self.number, self.date))

    @property
    def superior(self) -> tuple[Line, ...]:
        """The lines of the names above the last one."""
        return tuple(self.names[: self._issuer_at])

    @property
    def issuer(self) -> tuple[Line, ...]:
        """The lines of the last name: `ỦY BAN NHÂN DÂN` and `XÃ …` below it are one."""
        return tuple(self.names[self._issuer_at :])

    @property
    def _issuer_at(self) -> int:
        begun = 0
        for at, line in enumerate(self.names):
            before = fold(self.names[at - 1].text) if at else ""
            if _BEGINS_NAME.match(fold(line.text)) and not _OFFICE_OF.search(before):
                begun = at
        return begun

    def _is_name(self, piece: Line, folded: str) -> bool:
        if piece.paragraph.style in {Name.SUPERIOR, Name.ISSUER}:
            return True
        early = self.number is None and self.date is None
        return early and (piece.capitals or _GOES_ON_NAME.match(folded) is not None)


def read_head(lines: Iterable[Line]) -> Head:
    """What these lines are."""
    head = Head()
    for piece in pieces(lines):
        head.take(piece)
    return head
