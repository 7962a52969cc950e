"""The JSON Schema of a kept report, drawn from the same dataclasses as the codec."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import StrEnum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from bcdesk.report.plain import BLOCK_TYPES, TAG, Plain
from bcdesk.report.record import VERSION
from bcdesk.report.report import Report

_SCALARS: dict[Any, Plain] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    float: {"type": "number"},
    date: {"type": "string", "format": "date"},
    bytes: {"type": "string", "contentEncoding": "base64"},
}
_BLOCK_NAMES = {cls: name for name, cls in BLOCK_TYPES.items()}


def report_schema() -> Plain:
    """The schema of what `bcdesk.report.record.encode` gives."""
    definitions: dict[str, Plain] = {}
    report = _object(Report, definitions)
    report["properties"] = {"version": {"const": VERSION}, **report["properties"]}
    report["required"] = ["version", *report["required"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A report kept by bcdesk",
        **report,
        "$defs": dict(sorted(definitions.items())),
    }


def _object(cls: Any, definitions: dict[str, Plain]) -> Plain:
    hints = get_type_hints(cls)
    properties = {name: _form(hint, definitions) for name, hint in hints.items()}
    required = [field.name for field in fields(cls) if field.default is MISSING]
    if cls in _BLOCK_NAMES:
        properties = {TAG: {"const": _BLOCK_NAMES[cls]}, **properties}
        required = [TAG, *required]
    lead = (cls.__doc__ or "").partition("\n")[0]
    return {
        "description": lead,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _form(hint: Any, definitions: dict[str, Plain]) -> Plain:
    kind, inner = get_origin(hint), get_args(hint)
    if kind is tuple:
        return {"type": "array", "items": _form(inner[0], definitions)}
    if kind in (Union, UnionType):
        return {"anyOf": [_form(each, definitions) for each in inner]}
    if hint is type(None):
        return {"type": "null"}
    if is_dataclass(hint):
        return _reference(hint, definitions)
    if issubclass(hint, StrEnum):
        return {"enum": [str(member) for member in hint]}
    return dict(_SCALARS[hint])


def _reference(cls: Any, definitions: dict[str, Plain]) -> Plain:
    name = cls.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _object(cls, definitions)
    return {"$ref": f"#/$defs/{name}"}
