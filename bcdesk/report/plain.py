"""Dataclasses as plain JSON values and back: what is written follows the value, what is read its annotations.

Fields that hold their default are left out; a block names what it is under `block`. Reading is strict.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from math import isfinite
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from bcdesk.report.report import Block, Paragraph, Picture, Table
from bcdesk.report.soundness import is_sound
from bcdesk.vietnamese.text import clean

Plain = dict[str, Any]
Write = Callable[[Any], Any]
Read = Callable[[Any], Any]

TAG = "block"
BLOCK_TYPES = {"paragraph": Paragraph, "table": Table, "picture": Picture}
_BLOCK_NAMES = {cls: name for name, cls in BLOCK_TYPES.items()}
_LARGEST_WHOLE = 10**9


class Wrong(ValueError):
    """A value that is not what its place asks for; grows the path to it on its way up."""


def _plain(value: Any, block: Write) -> Any:
    """`value` as JSON has it, each block in it as `block` writes it."""
    if isinstance(value, tuple):
        return [_plain(item, block) for item in value]
    if type(value) in _BLOCK_NAMES:
        return block(value)
    if is_dataclass(value):
        return plain_fields(value, block)
    return _plain_scalar(value)


def _plain_scalar(value: Any) -> Any:
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):  # equal values are written alike, 14 as 14.0
        return int(value) if value.is_integer() else value
    return str(value) if isinstance(value, StrEnum) else value


def plain_fields(value: Any, block: Write) -> Plain:
    """Each field of a dataclass that differs from its default, each block in it as `block` writes it."""
    given = ((name, getattr(value, name), default) for name, default in _defaults(value.__class__))
    return {name: _plain(field, block) for name, field, default in given if field != default}


def whole(block: Block) -> Plain:
    """A block with its name and all it holds."""
    return {TAG: _BLOCK_NAMES[type(block)], **plain_fields(block, whole)}


def canonical(plain: Any) -> str:
    """Plain values as JSON that is the same whenever they are."""
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


@cache
def _defaults(cls: Any) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, field.default) for field in fields(cls))


@cache
def reader(hint: Any) -> Read:
    """What turns JSON values into values of that annotation, or raises Wrong."""
    kind, inner = get_origin(hint), get_args(hint)
    if kind is tuple:
        return _tuple_reader(reader(inner[0]))
    if kind in (Union, UnionType):
        return _optional_reader(reader(inner[0])) if type(None) in inner else _block_reader(inner)
    if is_dataclass(hint):
        return _fields_reader(hint)
    if issubclass(hint, StrEnum):
        return _enum_reader(hint)
    return _SCALARS[hint]


def _tuple_reader(read: Read) -> Read:
    def read_items(value: Any) -> Any:
        return tuple([_within(f"{index}", read, item) for index, item in enumerate(_as(list, value))])

    return read_items


def _optional_reader(read: Read) -> Read:
    return lambda value: None if value is None else read(value)


def _block_reader(classes: tuple[Any, ...]) -> Read:
    def read_block(value: Any) -> Any:
        cls = BLOCK_TYPES.get(str(_as(dict, value).get(TAG)))
        if cls not in classes:
            raise Wrong(TAG)
        return reader(cls)(value)

    return read_block


def _enum_reader(cls: type[StrEnum]) -> Read:
    members = {str(member): member for member in cls}

    def read_member(value: Any) -> Any:
        if not isinstance(value, str) or value not in members:
            raise Wrong
        return members[value]

    return read_member


def _fields_reader(cls: Any) -> Read:
    """A reader of objects; those of a block name their type."""
    hints = get_type_hints(cls)
    required = {name for name, default in _defaults(cls) if default is MISSING}
    block_name = _BLOCK_NAMES.get(cls)

    def read_fields(value: Any) -> Any:
        given = dict(_as(dict, value))
        if block_name and given.pop(TAG, None) != block_name:
            raise Wrong(TAG)
        unknown_or_missing = (given.keys() - hints.keys()) | (required - given.keys())
        if unknown_or_missing:
            raise Wrong(min(unknown_or_missing))
        made = cls(**{name: _within(name, reader(hints[name]), item) for name, item in given.items()})
        if not is_sound(made):
            raise Wrong
        return made

    return read_fields


def _within(name: str, read: Read, value: Any) -> Any:
    try:
        return read(value)
    except Wrong as wrong:
        raise Wrong(f"{name}.{wrong}") from wrong


def _as(cls: type, value: Any) -> Any:
    if type(value) is not cls:
        raise Wrong
    return value


def _read_float(value: Any) -> float:
    if type(value) is int and abs(value) < _LARGEST_WHOLE:
        return float(value)
    if type(value) is not float or not isfinite(value):
        raise Wrong
    return value


def _read_date(value: Any) -> date:
    try:
        return date.fromisoformat(_as(str, value))
    except ValueError as error:
        raise Wrong from error


def _read_bytes(value: Any) -> bytes:
    try:
        return b64decode(_as(str, value), validate=True)
    except ValueError as error:
        raise Wrong from error


_SCALARS: dict[Any, Read] = {
    str: lambda value: clean(_as(str, value)),
    int: lambda value: _as(int, value),
    bool: lambda value: _as(bool, value),
    float: _read_float,
    date: _read_date,
    bytes: _read_bytes,
}
