"""Reads :class:`~bot.casework.policy.Policy` and its parts from YAML nodes, driven only by their type hints.

A new field or word there is therefore a new key or word here, with no code to write. The reader never stops
at the first fault: what cannot be read is reported and left blank, so that one look shows all that is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import yaml

from bot.casework.organisation import Organisation
from bot.casework.policy import Policy
from bot.library.document import Problem

NULL = "tag:yaml.org,2002:null"
WHEN = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d)?")
BOOLS = {"true": True, "false": False}


class Reader:
    """One reading of one file: the problems found, and the line of everything that was read."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._lines: dict[int, dict[str, int]] = {}

    def policy(self, root: yaml.MappingNode) -> Policy:
        """The policy under the root node; blank where a problem was reported."""
        policy: Policy = self._record(Policy, root, "policy")
        return policy

    def organisation(self, root: yaml.MappingNode) -> Organisation:
        """The organisation under the root node; blank where a problem was reported."""
        organisation: Organisation = self._record(Organisation, root, "organisation")
        return organisation

    def line(self, thing: object, key: str) -> int:
        """The line of a key of something that was read, or its own first line where the key is absent."""
        lines = self._lines.get(id(thing), {})
        return lines.get(key) or lines.get("", 0)

    def _read(self, hint: Any, node: yaml.Node, key: str) -> Any:
        if is_dataclass(hint):
            return self._record(hint, node, key)
        if get_origin(hint) is tuple:
            return self._sequence(get_args(hint)[0], node, key)
        if NoneType in get_args(hint):
            return None if node.tag == NULL else self._read(get_args(hint)[0], node, key)
        return self._scalar(hint, node, key)

    def _record(self, hint: Any, node: yaml.Node, key: str) -> Any:
        """A table as a dataclass: every key known, none twice, none missing."""
        if not isinstance(node, yaml.MappingNode):
            self._problem(node, key, "must be a table of keys")
            return _blank(hint)
        hints = _hints(hint)
        lines = {"": node.start_mark.line + 1}
        values: dict[str, Any] = {}
        for name_node, value_node in node.value:
            name = str(name_node.value)
            if name in lines:
                self._problem(name_node, name, f"is given twice (first on line {lines[name]})")
            elif name not in hints:
                self._problem(name_node, name, f"unknown key; allowed words: {', '.join(hints)}")
            else:
                lines[name] = name_node.start_mark.line + 1
                values[name] = self._read(hints[name], value_node, name)
        for field in fields(hint):
            if field.name not in values and _required(field):
                self._problem(node, field.name, "is missing")
                values[field.name] = _blank(hints[field.name])
        record = hint(**values)
        self._lines[id(record)] = lines
        return record

    def _sequence(self, hint: Any, node: yaml.Node, key: str) -> tuple[Any, ...]:
        if not isinstance(node, yaml.SequenceNode):
            self._problem(node, key, "must be a list")
            return ()
        items = (self._read(hint, item, key) for item in node.value)
        return tuple(item for item in items if item is not None)

    def _scalar(self, hint: Any, node: yaml.Node, key: str) -> Any:
        """One text, number, yes-or-no or word. Texts are taken as written, so ``at: 2.10`` stays 2.10."""
        if not isinstance(node, yaml.ScalarNode):
            return self._problem(node, key, "must be a single value")
        text = str(node.value).strip()
        if node.tag == NULL or not text:
            return self._problem(node, key, "is empty")
        if hint is str:
            return text
        if hint is bool:
            return self._word(BOOLS.get, tuple(BOOLS), node, key)
        if hint in (date, datetime):
            return self._when(hint, text, node, key)
        if hint is int:
            number = int(text) if text.isdecimal() and len(text) < 5 else None
            return number if number is not None else self._problem(node, key, "must be a whole number")
        words: dict[str, StrEnum] = {word.value: word for word in hint}
        return self._word(words.get, tuple(words), node, key)

    def _when(self, hint: type[date], text: str, node: yaml.Node, key: str) -> date | None:
        """A date, or a moment by the local clock; of a moment the time of day may be left out."""
        example = "a local time such as 2026-12-24T15:00" if hint is datetime else "a date such as 2026-12-24"
        try:
            found = hint.fromisoformat(text) if WHEN.fullmatch(text) else None
        except ValueError:
            found = None
        if found is None:
            self._problem(node, key, f"must be {example}")
        return found

    def _word(self, find: Callable[[str], Any], allowed: tuple[str, ...], node: yaml.Node, key: str) -> Any:
        found = find(node.value)
        if found is None:
            self._problem(node, key, f"unknown word {node.value!r}; allowed words: {', '.join(allowed)}")
        return found

    def _problem(self, node: yaml.Node, key: str, what: str) -> None:
        self.problems.append(Problem(node.start_mark.line + 1, key, what))


@cache
def _hints(hint: type[Any]) -> dict[str, Any]:
    return get_type_hints(hint)


def _required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _blank(hint: Any) -> Any:
    """What stands in for something that could not be read: a blank record, an empty list, or nothing."""
    if is_dataclass(hint) and isinstance(hint, type):
        return hint(**{field.name: _blank(_hints(hint)[field.name]) for field in fields(hint)})
    return () if get_origin(hint) is tuple else None
