"""Texts in which errors are marked `{wrong→right kind}`: as they were typed, and what is wrong in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bcdesk.vietnamese.words import is_judged

TEXTS = Path(__file__).parent / "texts"
_MARK = re.compile(r"\{(?P<wrong>[^→{}]+)→(?P<right>[^→{}]+) (?P<kind>[a-z-]+)\}")
_SYLLABLE = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Error:
    """A stretch of a paragraph that is wrong, and how it should be."""

    start: int
    end: int
    right: str
    kind: str


@dataclass(frozen=True)
class Typed:
    """A paragraph as it was typed, with its errors."""

    text: str
    errors: tuple[Error, ...]

    @property
    def syllables(self) -> int:
        return len(_SYLLABLE.findall(self.text))

    def corrected(self, error: Error) -> str:
        return self.text[: error.start] + error.right + self.text[error.end :]


def paragraphs(name: str) -> tuple[Typed, ...]:
    """The paragraphs of a file; its first line says where it comes from, lines with # head the documents."""
    lines = (TEXTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()[1:]
    return tuple(typed(line) for line in lines if line and not line.startswith("#") and is_judged(line))


def typed(line: str) -> Typed:
    """A paragraph with marks."""
    text, errors, at = "", [], 0
    for mark, before in _marks(line):
        text += before
        errors.append(Error(len(text), len(text) + len(mark["wrong"]), mark["right"], mark["kind"]))
        text += mark["wrong"]
        at = mark.end()
    return Typed(text + line[at:], tuple(errors))


def _marks(line: str) -> Iterator[tuple[re.Match[str], str]]:
    at = 0
    for mark in _MARK.finditer(line):
        yield mark, line[at : mark.start()]
        at = mark.end()
