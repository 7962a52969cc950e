"""What stands above BÁO CÁO: issuing body, Quốc hiệu, number, date, draft mark, in any order and in their variants."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from bcdesk.intake.intake import Note
from bcdesk.intake.typed import columns, is_drawn_line, is_upper
from bcdesk.report.report import DocumentDate, Place
from bcdesk.sheet.letterhead import COUNTRY, MOTTO
from bcdesk.vietnamese.dates import date_words, parse_date_line
from bcdesk.vietnamese.folding import fold, fold_with_places

LONGEST_LINE = 300
DRAWN = Note("Các hàng gạch ở phần đầu được đọc là đường kẻ; đường kẻ do chương trình vẽ.")

_COUNTRY = re.compile(fold(COUNTRY).replace(" ", " +"))
_MOTTO = re.compile("doc *lap *[-–—]? *tu *do *[-–—]? *hanh *phuc")
_DRAFT = re.compile(r"\(?du thao( ?\(?lan( thu)? \w{1,5}\)?)?\)?[.:]?")
_FORM = re.compile(r"\(?(?:biểu mẫu|mẫu|biểu)(?: số)?:? ?\d{1,3}[a-zđ]?(?:[/.-][\wđ.-]+)*\)?", re.IGNORECASE)
_BLANKS = re.compile(r"[\s.…_]+")
_NUMBER = re.compile(
    r"S[Ốố](?:\s*:)?(?P<number>[\s.…_]*|\s*\d+\s*)/\s*(?P<symbol>[A-ZĐ][\wĐƯ]*(?:\s?[-–&]\s?[\wĐƯ&]+)*)"
)
_WITH_BLANKS = re.compile(r"S[Ốố](?:\s*:)?[\s.…_]*/|ngày[\s.…_\d]*tháng[\s.…_\d]*năm", re.IGNORECASE)
_WIDE = re.compile(r"\s+")
_NO_COMMA = re.compile(r"(?<=[^\s,])\s+(?=ngày\b)", re.IGNORECASE)


class Letterhead:
    """Takes the lines above the title one by one, and holds what they said."""

    def __init__(self) -> None:
        self.issuer: list[str] = []
        self.number = ""
        self.symbol = ""
        self.place = ""
        self.date: DocumentDate | None = None
        self.draft_mark = ""
        self.notes: list[Note] = []
        self.strays: list[str] = []
        self._seen: set[str] = set()
        self._takers: tuple[Callable[[str], bool], ...] = (
            self._take_country, self._take_motto, self._take_number, self._take_date, self.take_draft,
            self._take_drawn_line, self._take_issuer,
        )  # fmt: skip

    def take(self, line: str) -> bool:
        """Whether anything in `line` belongs to a letterhead; what of it does not is kept among `strays`."""
        if len(line) > LONGEST_LINE:
            return False
        if self._take_form(line.strip()):
            return True
        parts = list(_parts(line))
        rest = [part for part in parts if not any(taker(part) for taker in self._takers)]
        if len(rest) == len(parts):
            return False
        self.strays.extend(rest)
        return True

    def take_draft(self, part: str) -> bool:
        """Whether it is the mark of a draft: `DỰ THẢO`, `(Dự thảo lần 2)`."""
        if self.draft_mark or not is_draft(part):
            return False
        self.draft_mark = part
        return True

    def _take_country(self, part: str) -> bool:
        return self._take_once(part, _COUNTRY, COUNTRY)

    def _take_motto(self, part: str) -> bool:
        return self._take_once(part, _MOTTO, MOTTO)

    def _take_once(self, part: str, known: re.Pattern[str], printed: str) -> bool:
        if printed in self._seen or not known.fullmatch(fold(part)):
            return False
        self._seen.add(printed)
        if " ".join(part.split()) != printed:
            self.notes.append(_note(part, printed))
        return True

    def _take_number(self, part: str) -> bool:
        found = _NUMBER.fullmatch(part)
        if self.symbol or not found:
            return False
        self.number = _BLANKS.sub("", found["number"])
        self.symbol = _BLANKS.sub("", found["symbol"]).replace("–", "-")
        self.read_as(part, f"Số: {self.number and self.number.zfill(2)}/{self.symbol}", "number")
        return True

    def _take_date(self, part: str) -> bool:
        found = parse_date_line(part) or parse_date_line(_NO_COMMA.sub(", ", part, count=1))
        if self.date or not found:
            return False
        self.date, self.place = DocumentDate(found.day, found.month, found.year), found.place
        words = date_words(found.day, found.month, found.year)
        self.read_as(part, f"{found.place}, {words}" if found.place else words, "date")
        return True

    def _take_drawn_line(self, part: str) -> bool:
        if not is_drawn_line(part):
            return False
        if DRAWN not in self.notes:
            self.notes.append(DRAWN)
        return True

    def _take_form(self, part: str) -> bool:
        """The number of the form a report was written on: `Mẫu số 01`."""
        if not _FORM.fullmatch(part):
            return False
        self.notes.append(Note(f"“{part}” là số của biểu mẫu, không phải của báo cáo, nên không in ra giấy."))
        return True

    def _take_issuer(self, part: str) -> bool:
        if not is_upper(part) or self.date:
            return False
        self.issuer.append(part)
        return True

    def read_as(self, typed: str, printed: str, part: str = "") -> None:
        """Note where the paper will not show what was typed, spaces and blanks aside."""
        if _signs(typed) != _signs(printed):
            self.notes.append(_note(typed, printed, part))


def is_draft(text: str) -> bool:
    """Whether a line is the mark of a draft."""
    return _DRAFT.fullmatch(fold(text)) is not None


def _parts(line: str) -> Iterator[str]:
    """The pieces of a line in which the two columns of a letterhead may stand side by side."""
    for column in columns(_WITH_BLANKS.sub(lambda found: _WIDE.sub(" ", found.group()), line)):
        at = 0
        for start, end in sorted(_known_stretches(column)):
            yield from (piece for piece in (column[at:start].strip(), column[start:end].strip()) if piece)
            at = end
        yield from (piece for piece in (column[at:].strip(),) if piece)


def _known_stretches(column: str) -> Iterator[tuple[int, int]]:
    folded, places = fold_with_places(column)
    for pattern in (_COUNTRY, _MOTTO):
        found = pattern.search(folded)
        if found:
            yield places[found.start()], places[found.end() - 1] + 1
    number = _NUMBER.search(column)
    if number:
        yield number.span()


def _note(typed: str, printed: str, part: str = "") -> Note:
    return Note(f"“{typed}” được đọc là “{printed}”.", Place(part) if part else None)


def _signs(text: str) -> str:
    return _BLANKS.sub("", text)
