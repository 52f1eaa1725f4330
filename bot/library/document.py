"""From the bytes of a policy file to YAML nodes that know their lines.

A policy is plain text in lists and tables. Anchors, aliases, tags, very deep nesting and very large files
have no use in one and are refused before anything is built from them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

MAX_BYTES = 256 * 1024
MAX_DEPTH = 12


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong: on which line, under which key, and what."""

    line: int
    key: str
    what: str


class NotYaml(Exception):
    """The file is not the plain YAML that a policy is written in."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__(problems)


def compose(data: bytes) -> yaml.MappingNode:
    """The table that the file holds. Raises NotYaml."""
    if len(data) > MAX_BYTES:
        raise NotYaml(Problem(0, "file", f"is larger than {MAX_BYTES // 1024} KiB"))
    try:
        text = data.decode("utf-8")
        problems = tuple(_forbidden(yaml.parse(text, Loader=yaml.CSafeLoader)))
        root = None if problems else yaml.compose(text, Loader=yaml.CSafeLoader)
    except UnicodeDecodeError as error:
        raise NotYaml(Problem(data.count(b"\n", 0, error.start) + 1, "file", "is not UTF-8 text")) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or str(error)
        raise NotYaml(Problem(mark.line + 1 if mark else 0, "file", f"is not YAML: {what}")) from error
    if problems:
        raise NotYaml(*problems)
    if not isinstance(root, yaml.MappingNode):
        raise NotYaml(Problem(1, "file", "must be a table of keys"))
    return root


def _forbidden(events: Iterable[Any]) -> Iterator[Problem]:
    """What YAML allows and a policy does not. Stops at once where the nesting is too deep to go on safely."""
    depth = 0
    for event in events:
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent):
            yield Problem(line, f"*{event.anchor}", "aliases are not allowed: write the text again")
        elif getattr(event, "anchor", None):
            yield Problem(line, f"&{event.anchor}", "anchors are not allowed")
        elif getattr(event, "tag", None):
            yield Problem(line, event.tag, "tags are not allowed")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            yield Problem(line, "file", f"lists and tables are nested more than {MAX_DEPTH} deep")
            return
