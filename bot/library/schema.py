"""The JSON Schema of a policy file, for editors: made from the dataclasses by which the reader reads it.

It knows the keys and the words. What must hold between the parts of a policy only ``waymark policies check`` knows.
"""

from __future__ import annotations

import json
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from bot.casework.policy import Policy
from bot.library.keys import described

FILE = "schema.json"
SCALARS: dict[Any, dict[str, Any]] = {
    str: {"type": "string", "minLength": 1},
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": 0, "maximum": 9999},
    date: {"type": "string", "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"},
    datetime: {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$"},
}


@cache
def text() -> str:
    """The schema as it stands in the file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def schema() -> dict[str, Any]:
    """The schema of a whole policy file."""
    known: dict[str, Any] = {}
    _record(Policy, known)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$comment": "Made by `waymark policies schema`. Do not edit.",
        "title": "Waymark policy",
        **known.pop(Policy.__name__),
        "definitions": dict(sorted(known.items())),
    }


def _record(part: Any, known: dict[str, Any]) -> dict[str, Any]:
    """A reference to a dataclass, which is described once under its name."""
    if part.__name__ not in known:
        known[part.__name__] = {}
        hints = get_type_hints(part)
        properties = {
            field.name: {"description": described(part.__name__, field.name), **_value(hints[field.name], known)}
            for field in fields(part)
        }
        known[part.__name__] = {
            "description": _first_line(part),
            "type": "object",
            "additionalProperties": False,
            "required": [f.name for f in fields(part) if f.default is MISSING and f.default_factory is MISSING],
            "properties": properties,
        }
    return {"$ref": f"#/definitions/{part.__name__}"}


def _value(hint: Any, known: dict[str, Any]) -> dict[str, Any]:
    if is_dataclass(hint):
        return _record(hint, known)
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _value(get_args(hint)[0], known)}
    if NoneType in get_args(hint):
        return {"anyOf": [_value(get_args(hint)[0], known), {"type": "null"}]}
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {"enum": [word.value for word in hint]}
    return dict(SCALARS[hint])


def _first_line(part: Any) -> str:
    return (part.__doc__ or "").split("\n")[0]
