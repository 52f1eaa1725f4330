"""Which rules of a document its policy file holds, and as what: each is counted once, under what it is most of all.

``rules.txt`` beside the policy files lists the rules that were read out of each document. A rule that asks nothing of
a case stands under ``context`` with the reason, so every rule is something, and none can be lost in silence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from bot.casework.policy import Policy
from bot.casework.provisions import Note
from bot.casework.stages import Limit
from bot.library.checks import parts

LISTED = "rules.txt"
NAMES = {
    "stages": "steps",
    "throughout": "steps",
    "missed": "steps",
    "closing": "steps",
    "elsewhere": "exclusions",
    "longer": "answers",
    "final": "answers",
    "document": "notes",
}
"""What the parts of a policy are counted as, where the key itself is not the word for it."""
FIRST = ("steps", "limits", "risk", "forms", "contacts", "exclusions", "areas", "answers")
LAST = ("support", "notes", "context")
"""A rule that is several things is counted as the first of these; keys of other names stand between the two."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The rules by what they count as, those of the document that are nowhere, and those that it does not have."""

    held: Mapping[str, tuple[str, ...]]
    missing: tuple[str, ...]
    strange: tuple[str, ...]
    known: bool

    @property
    def total(self) -> int:
        """How many rules the policy holds."""
        return sum(len(rules) for rules in self.held.values())


def coverage(policy: Policy, listed: frozenset[str]) -> Coverage:
    """What the policy holds of the rules that are listed for its document (``known`` is false where none is)."""
    found: dict[str, set[str]] = {}
    for kind, rule in _kinds(policy):
        found.setdefault(kind, set()).add(rule)
    order = [*FIRST, *(kind for kind in found if kind not in (*FIRST, *LAST)), *LAST]
    counted: set[str] = set()
    held: dict[str, tuple[str, ...]] = {}
    for kind in order:
        held[kind] = tuple(sorted(found.get(kind, set()) - counted))
        counted.update(held[kind])
    expected = {rule for rule in listed if _prefix(rule) in set(map(_prefix, counted))}
    strange = counted - expected if expected else set()
    return Coverage(held, tuple(sorted(expected - counted)), tuple(sorted(strange)), bool(expected))


def listed(folder: Path) -> frozenset[str]:
    """The rules that ``rules.txt`` in that folder lists, of every document; none where there is no such file."""
    path = folder / LISTED
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _kinds(policy: Policy) -> Iterator[tuple[str, str]]:
    for field in fields(policy):
        if field.name == "examples":
            continue
        for part in parts(getattr(policy, field.name)):
            rule = getattr(part, "rule", None)
            if rule is not None:
                yield _kind(field.name, part), rule


def _kind(key: str, part: object) -> str:
    if isinstance(part, Limit):
        return "limits"
    if key == "stages" and isinstance(part, Note):
        return "notes"
    return NAMES.get(key, key)


def _prefix(rule: str) -> str:
    return rule.split("-")[0]
