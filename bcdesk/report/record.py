"""The one codec between reports and plain JSON values: versioned, strict in reading, defaults left out.

A report may be kept whole (`encode`, `dumps`) or in parts: a skeleton that names each paragraph, table and picture by
the SHA-256 of its canonical JSON. `resources/schema/report.schema.json` describes the whole form.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Any

from bcdesk.errors import NewerReport, UnreadableReport
from bcdesk.report.kinds import Kind
from bcdesk.report.office import Office
from bcdesk.report.plain import Plain, Wrong, canonical, plain_fields, reader, whole
from bcdesk.report.report import Block, Report

VERSION = 2  # 2 has what came after 1 as fields with defaults
OLDEST = 1
_BLOCK_FIELDS = {"blocks", "opening", "closing", "legal_bases"}
_DEEPEST = 200
_LONGEST = 100_000_000


@dataclass(frozen=True, slots=True)
class Parts:
    """A report in parts: `skeleton` is JSON that holds hashes, `bodies` maps each hash to the JSON of one block."""

    skeleton: str
    bodies: Mapping[str, str]


def encode(report: Report) -> Plain:
    """The report as plain JSON values."""
    return {"version": VERSION, **plain_fields(report, whole)}


def decode(plain: object) -> Report:
    """The report of these JSON values, its text cleaned.

    Raises UnreadableReport, and NewerReport for what a later version wrote.
    """
    report: Report = _decoded(Report, plain)
    return report


def encode_office(office: Office) -> Plain:
    """An office profile as plain JSON values."""
    return {"version": VERSION, **plain_fields(office, whole)}


def decode_office(plain: object) -> Office:
    """The office profile of these JSON values. Raises as `decode` does."""
    office: Office = _decoded(Office, plain)
    return office


def encode_kind(kind: Kind) -> Plain:
    """A kind of report as plain JSON values."""
    return {"version": VERSION, **plain_fields(kind, whole)}


def decode_kind(plain: object) -> Kind:
    """The kind of report of these JSON values. Raises as `decode` does."""
    kind: Kind = _decoded(Kind, plain)
    return kind


def dumps(report: Report) -> str:
    """The report as canonical JSON."""
    return canonical(encode(report))


def loads(text: str) -> Report:
    """The report of that JSON. Raises as `decode` does."""
    return decode(_parsed(text))


def split(report: Report) -> Parts:
    """The report in parts; equal blocks share one body."""
    bodies: dict[str, str] = {}

    def named(block: Block) -> str:
        name, body = _body(block)
        bodies[name] = body
        return name

    skeleton = {"version": VERSION, **plain_fields(report, named)}
    return Parts(canonical(skeleton), bodies)


def name_of(block: Block) -> str:
    """The SHA-256 by which a block is kept; what was asked for once is remembered."""
    return _body(block)[0]


def assemble(skeleton: str, bodies: Mapping[str, str], gap: Block | None = None) -> Report:
    """The report of these parts; `gap` stands where a body is missing or not what its name says.

    Raises as `decode` does, and without a `gap` also for such a body.
    """

    def block(name: str) -> Any:
        body = bodies.get(name)
        if body is not None and is_named(name, body):
            return _parsed(body)
        if gap is None:
            raise UnreadableReport(name[:12])
        return whole(gap)

    def walked(value: Any) -> Any:
        if isinstance(value, list):
            return [walked(item) for item in value]
        if not isinstance(value, dict):
            return value
        return {key: _each_name(item, block) if key in _BLOCK_FIELDS else walked(item) for key, item in value.items()}

    return decode(walked(_parsed(skeleton)))


def is_named(name: str, body: str) -> bool:
    """Whether the body of a part is the one its name says."""
    return _name(body) == name


def _each_name(value: Any, block: Callable[[str], Any]) -> Any:
    return [block(item) if isinstance(item, str) else item for item in value] if isinstance(value, list) else value


@lru_cache(maxsize=4096)
def _body(block: Block) -> tuple[str, str]:
    body = canonical(whole(block))
    return _name(body), body


def _name(body: str) -> str:
    return sha256(body.encode()).hexdigest()


def _parsed(text: str) -> Any:
    if len(text) > _LONGEST:
        raise UnreadableReport(f"{len(text)}")
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableReport("JSON") from error
    _refuse_deep(plain)
    return plain


def _refuse_deep(plain: Any) -> None:
    level = [plain]
    for _ in range(_DEEPEST):
        level = [inner for item in level if isinstance(item, list | dict) for inner in _items(item)]
        if not level:
            return
    raise UnreadableReport("…")


def _items(value: list[Any] | Plain) -> list[Any]:
    return list(value.values()) if isinstance(value, dict) else value


def _decoded(cls: Any, plain: object) -> Any:
    if not isinstance(plain, dict) or type(plain.get("version")) is not int:
        raise UnreadableReport("version")
    if plain["version"] > VERSION:
        raise NewerReport
    if plain["version"] < OLDEST:
        raise UnreadableReport("version")
    _refuse_deep(plain)
    try:
        return reader(cls)({key: value for key, value in plain.items() if key != "version"})
    except Wrong as wrong:
        raise UnreadableReport(str(wrong).strip(".")) from wrong
