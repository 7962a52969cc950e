"""What stands between BÁO CÁO and the text: subject, range of days, draft mark, Kính gửi, legal bases."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bcdesk.intake.intake import Note
from bcdesk.intake.letterhead import Letterhead
from bcdesk.intake.markers import is_marked, item_of_list
from bcdesk.intake.typed import Typed, is_drawn_line, is_upper
from bcdesk.report.report import Paragraph, Place
from bcdesk.sheet.styles import Name
from bcdesk.vietnamese.folding import fold

MOST_SUBJECT_LINES = 4
LONGEST_SUBJECT = 300
LONGEST_NEXT_LINE = 150
LONGEST_ADDRESSEE = 200

_TITLE = re.compile(r"b *á *o +c *á *o", re.IGNORECASE)
_SENTENCE_TITLE = re.compile(r"Báo cáo(?= +(?!(?:với|cho|đồng chí|các|anh|chị|ông|bà|thủ trưởng|lãnh đạo)\b)[^\W\d_])")
_ADDRESSEES = re.compile(r"kính gửi\s*:?\s*", re.IGNORECASE)
# `BÁO CÁO TỔNG KẾT`: the type of the document is BÁO CÁO (TL-01), what sort of report it is begins the subject.
_SORT = re.compile(
    r"nhanh|sơ kết|tổng kết|kết quả|tình hình|chuyên đề|đột xuất|tóm tắt|tổng hợp|đánh giá", re.IGNORECASE
)
_COMMON = re.compile(r"(?:công tác|kết quả|tình hình|việc|hoạt động|thực hiện|triển khai|tổ chức|về)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"[\d(]|(?:quý|tháng|năm|tuần|giai đoạn|phương hướng|nhiệm vụ)\b", re.IGNORECASE)


def title_end(text: str) -> int:
    """Where BÁO CÁO ends, when a paragraph is the name of the type or begins with it in capitals; 0 otherwise."""
    found = _TITLE.match(text)
    if not found:
        return 0
    alone, capitals = found.end() == len(text.rstrip(" .:")), found.group().isupper()
    return found.end() if alone or (capitals and not text[found.end()].isalnum()) else 0


def sentence_title_end(text: str) -> int:
    """Where `Báo cáo` ends in a title in small letters (`Báo cáo công tác tuần 45`); 0 for running text."""
    found = _SENTENCE_TITLE.match(text)
    running = len(text) > LONGEST_NEXT_LINE or text.endswith((".", ":", ";", ","))
    return found.end() if found and not running else 0


class TitleBlock:
    """Takes the lines under the title one by one until the text begins, and holds what they said."""

    def __init__(self, letterhead: Letterhead) -> None:
        self.subject: list[str] = []
        self.date_range = ""
        self._addressees: list[str] = []
        self.legal_bases: list[Paragraph] = []
        self._letterhead = letterhead
        self._subject_lines: list[Typed] = []
        self._addressing = False
        self._takers: tuple[Callable[[Typed], bool], ...] = (
            self._take_draft, self._take_drawn_line, self._take_range, self._take_label, self._take_addressee,
            self._take_basis, self._take_subject,
        )  # fmt: skip

    @property
    def addressees(self) -> tuple[str, ...]:
        """Who the report goes to; several without the signs between them, which are printed anyway (KG-04)."""
        *others, last = self._addressees or ("",)
        if not others:
            return (last,) if last else ()
        return (*(name.removesuffix(";") for name in others), last.removesuffix("."))

    @property
    def notes(self) -> tuple[Note, ...]:
        """What the clerk should know of it."""
        missing = self._addressing and not self._addressees
        return (Note("Sau “Kính gửi” chưa ghi nơi gửi.", Place("addressees")),) if missing else ()

    def take(self, line: Typed) -> bool:
        """Whether `line` belongs to the title block; the first that does not begins the text."""
        return any(taker(line) for taker in self._takers)

    def _take_draft(self, line: Typed) -> bool:
        return self._letterhead.take_draft(line.text)

    def _take_drawn_line(self, line: Typed) -> bool:
        return is_drawn_line(line.text) and self._letterhead.take(line.text)

    def _take_range(self, line: Typed) -> bool:
        bracketed = line.text.startswith("(") and line.text.endswith(")") and re.search(r"\d|ngày", line.text)
        if self.date_range or self._has_passed_subject() or not bracketed:
            return False
        self.date_range = line.text
        return True

    def _take_label(self, line: Typed) -> bool:
        label = _ADDRESSEES.match(line.text)
        if self._has_passed_subject() or not label:
            return False
        self._addressing = True
        self._add_addressee(line.text[label.end() :])
        return True

    def _take_addressee(self, line: Typed) -> bool:
        if not self._addressing or self.legal_bases or not self._is_addressee(line.text):
            return False
        self._add_addressee(line.text)
        return True

    def _is_addressee(self, text: str) -> bool:
        if len(text) > LONGEST_ADDRESSEE or text.endswith(":") or fold(text).startswith("can cu "):
            return False
        expected = not self._addressees or self._addressees[-1].endswith((";", ","))
        return item_of_list(text) is not None or (expected and not is_marked(text))

    def _add_addressee(self, text: str) -> None:
        item = item_of_list(text)
        name = (text if item is None else item).strip()
        if name:
            self._addressees.append(name)

    def _take_basis(self, line: Typed) -> bool:
        folded = fold(line.text)
        ended = line.style == Name.BASES or line.text.endswith((";", ",", "."))
        if not folded.startswith("can cu ") or not ended or "nhu sau" in folded:
            return False
        self.legal_bases.append(_upright(line))
        return True

    def _take_subject(self, line: Typed) -> bool:
        if self._has_passed_subject() or self.date_range or len(self.subject) == MOST_SUBJECT_LINES:
            return False
        if not self._is_subject(line):
            return False
        if self._follows_sort(line):
            self._begin_with_sort(line.text)
        else:
            self.subject.append(line.text)
        self._subject_lines.append(line)
        return True

    def _follows_sort(self, line: Typed) -> bool:
        """Whether all of the subject so far says in capitals what sort of report it is, and `line` is not in them."""
        sort = " ".join(self.subject)
        foreign = line.style not in set(Name)
        return foreign and is_upper(sort) and _SORT.fullmatch(sort) is not None and not is_upper(line.text)

    def _begin_with_sort(self, text: str) -> None:
        sort = self.subject[0]
        rest = text[0].lower() + text[1:] if _COMMON.match(text) else text
        self.subject[0] = f"{sort.capitalize()} {rest}"
        self._letterhead.read_as(f"{sort} / {text}", self.subject[0], "subject")

    def _is_subject(self, line: Typed) -> bool:
        if line.style in set(Name):
            return line.style == Name.SUBJECT
        if is_marked(line.text) or line.text.endswith((":", ";")) or len(line.text) > LONGEST_SUBJECT:
            return False
        return not self._subject_lines or self._continues_subject(line)

    def _continues_subject(self, line: Typed) -> bool:
        first, before = self._subject_lines[0], self._subject_lines[-1]
        if before.text.endswith(".") or line.text.endswith(".") or len(line.text) > LONGEST_NEXT_LINE:
            return False
        if line.bold != first.bold:
            return False
        return not line.gap or line.text[0].islower() or bool(_GOES_ON.match(line.text))

    def _has_passed_subject(self) -> bool:
        return self._addressing or bool(self.legal_bases)


def _upright(line: Typed) -> Paragraph:
    """A legal basis is printed in italics as a whole (ND-14): only what is set off against that is kept."""
    if not all(run.italic for run in line.runs):
        return line.paragraph
    return Paragraph(tuple(replace(run, italic=False) for run in line.runs))
