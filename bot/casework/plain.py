"""A policy as plain data and back, driven only by type hints; and the hash by which its content is known.

What stands at its default is left out, so that a new optional key changes the hash of no policy that does not use it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from bot.casework.policy import Policy

NO_CONTENT = frozenset({"examples", "returns"})
"""Keys for the authors of a policy and for those who count its cases: they say nothing to those who follow it."""
NO_MEANING = frozenset({"status"})
"""Keys that may change without the policy saying anything else."""


def content(policy: Policy) -> dict[str, Any]:
    """What a policy says, as plain data for JSON. :func:`from_plain` gives it back."""
    return {key: value for key, value in as_plain(policy).items() if key not in NO_CONTENT}


@cache
def content_hash(policy: Policy) -> str:
    """The hash of what a policy says, its version included: equal exactly where it says the same."""
    meant = {key: value for key, value in content(policy).items() if key not in NO_MEANING}
    return hashlib.sha256(json.dumps(meant, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def as_plain(thing: Any) -> Any:
    """Frozen records as tables, tuples as lists, words and dates as texts."""
    if is_dataclass(thing) and not isinstance(thing, type):
        found = {field.name: (getattr(thing, field.name), field.default) for field in fields(thing)}
        return {name: as_plain(value) for name, (value, default) in found.items() if value != default}
    if isinstance(thing, tuple):
        return [as_plain(item) for item in thing]
    if isinstance(thing, date):
        return thing.isoformat()
    return str(thing) if isinstance(thing, str) else thing


def policy_from(data: Mapping[str, Any]) -> Policy:
    """The policy that :func:`content` gave. Raises ValueError where the data is none, or of a format unknown here."""
    try:
        policy: Policy = from_plain(Policy, data)
    except (KeyError, TypeError) as error:
        raise ValueError(f"this is no policy of the present format: {error}") from error
    return policy


def from_plain(hint: Any, data: Any) -> Any:
    """Plain data as the type of the hint. Nothing may be missing, and nothing unknown is passed over."""
    if is_dataclass(hint) and isinstance(hint, type):
        return _record(hint, data)
    if get_origin(hint) is tuple:
        return tuple(from_plain(get_args(hint)[0], item) for item in data)
    if NoneType in get_args(hint):
        return None if data is None else from_plain(get_args(hint)[0], data)
    if hint in (date, datetime):
        return hint.fromisoformat(data)
    if hint in (str, int, bool):
        if type(data) is not hint:
            raise TypeError(f"{data!r} is not {hint.__name__}")
        return data
    return hint(data)


def _record(hint: type[Any], data: Mapping[str, Any]) -> Any:
    hints: dict[str, Any] = _hints(hint)  # type: ignore[arg-type]  # a type is hashable
    unknown = sorted(set(data) - set(hints))
    if unknown:
        raise KeyError(f"{hint.__name__} has no {', '.join(unknown)}")
    missing = [field.name for field in fields(hint) if field.default is MISSING and field.name not in data]
    if missing:
        raise KeyError(f"{hint.__name__} needs {', '.join(missing)}")
    return hint(**{name: from_plain(hints[name], value) for name, value in data.items()})


@cache
def _hints(hint: type[Any]) -> dict[str, Any]:
    return get_type_hints(hint)
