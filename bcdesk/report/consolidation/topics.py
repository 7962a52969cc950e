"""What a heading without a like in the report is about: by what it is for, and by the field of the unit that has it.

`Phương hướng quý II` is a plan as `Nhiệm vụ trọng tâm quý II` is; what Trạm Y tế writes belongs to `Y tế, dân số`.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from bcdesk.report.outline_matching import words_of
from bcdesk.report.report import Section, walk
from bcdesk.vietnamese.folding import fold

Sections = tuple[Section, ...]


class Purpose(Enum):
    """What a heading is for, with the folded words that say so; the first that fits."""

    PROPOSALS = ("kien nghi", "de xuat")
    FAULTS = ("ton tai", "han che", "kho khan", "vuong mac")
    CAUSES = ("nguyen nhan",)
    MERITS = ("uu diem", "thuan loi", "mat lam duoc")
    PLANS = ("phuong huong", "trong tam", "ke hoach cong tac", "chuong trinh cong tac", "nhiem vu giai phap")


_RESULTS = ("ket qua", "tinh hinh")
_FIELDS = (
    (("cong an",), ("an ninh", "trat tu an toan")),
    (("quan su",), ("quoc phong", "quan su")),
    (("y te",), ("y te",)),
    (("mam non", "mau giao", "tieu hoc", "trung hoc", "thcs", "thpt"), ("giao duc",)),
    (("hanh chinh cong", "mot cua"), ("cai cach hanh chinh", "thu tuc hanh chinh")),
    (("tu phap", "ho tich"), ("tu phap", "ho tich")),
    (("thanh tra", "tiep cong dan"), ("tiep cong dan", "khieu nai")),
    (("tai chinh", "ke toan", "thue"), ("ngan sach", "tai chinh")),
    (("dia chinh", "dat dai", "moi truong"), ("dat dai", "tai nguyen")),
    (("nong nghiep", "khuyen nong"), ("nong nghiep",)),
    (("kiem lam", "lam nghiep"), ("lam nghiep", "nong nghiep")),
    (("thuong binh", "lao dong", "ho ngheo", "can ngheo"), ("an sinh", "viec lam", "giam ngheo")),
    (("noi vu", "to chuc"), ("xay dung chinh quyen", "noi vu")),
    (("kinh te",), ("kinh te",)),
    (("van hoa",), ("van hoa",)),
)
"""Words of units' names, and of the sections for what they do; either may stand in a heading."""


def of_same_purpose(title: str, sections: Sections) -> str:
    """The id of the first section that is for the same, for results one of these; empty where there is none."""
    if fold(title).startswith(_RESULTS):
        return next((each.id for each in sections if fold(each.title).startswith(_RESULTS)), "")
    own = purpose_of(title)
    return next((each.id for _, each in walk(sections) if own and purpose_of(each.title) is own), "")


def purpose_of(title: str) -> Purpose | None:
    """What a heading is for; None for results and where its words do not tell."""
    if fold(title).startswith(_RESULTS):
        return None
    return next((purpose for purpose in Purpose if _holds(title, purpose.value)), None)


def in_field_of(title: str, units: Iterable[str], sections: Sections) -> str:
    """The id of the first section in the field of that title, else for what all these units do; empty for none."""
    by_title = _in_field(title, sections)
    by_unit = {_in_field(unit, sections) for unit in units}
    return by_title or (by_unit.pop() if len(by_unit) == 1 else "")


def _in_field(name: str, sections: Sections) -> str:
    fields = (words for names, words in _FIELDS if _holds(name, (*names, *words)))
    words = next(fields, ())
    return next((each.id for _, each in walk(sections) if _holds(each.title, words)), "")


def _holds(text: str, wanted: Iterable[str]) -> bool:
    words = f" {' '.join(words_of(text))} "
    return any(f" {each} " in words for each in wanted)
