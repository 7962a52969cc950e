"""What the proofreader says of a stretch of a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """In what way the text is thought to be wrong; the value is the rule id of a remark about it."""

    SYLLABLE = "spelling"
    PLACEMENT = "misplaced"
    TELEX = "telex"
    LETTER = "lookalike"
    GLUED = "glued"
    REPEAT = "repeat"
    CONTEXT = "context"
    CONFUSION = "confusion"

    @property
    def why(self) -> str:
        """The reason, in words for the clerk."""
        return _REASONS[self]


_REASONS = {
    Kind.SYLLABLE: "Không phải âm tiết tiếng Việt",
    Kind.PLACEMENT: "Dấu thanh đặt nhầm chữ",
    Kind.TELEX: "Còn sót phím gõ Telex",
    Kind.LETTER: "Có chữ trông giống chữ Việt nhưng là mã khác",
    Kind.GLUED: "Hai chữ viết dính nhau",
    Kind.REPEAT: "Gõ lặp hai lần",
    Kind.CONTEXT: "Ít khi viết như vậy ở chỗ này",
    Kind.CONFUSION: "Hay viết nhầm",
}


@dataclass(frozen=True, slots=True)
class Misspelling:
    """The characters from `start` to `end` of a text are thought to be wrong; the best suggestion first.

    `certain`: no reading of the place makes it right. Otherwise it is a guess from what stands around it.
    """

    start: int
    end: int
    kind: Kind
    suggestions: tuple[str, ...]
    certain: bool

    @property
    def why(self) -> str:
        """The reason, in words for the clerk."""
        return self.kind.why
