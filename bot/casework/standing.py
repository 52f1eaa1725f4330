"""Where a case stands, in the few facts by which cases are counted. They follow from the record and from nothing else.

An overview of many cases reads these instead of replaying every record, so they are kept beside each case.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import combinations

from bot.casework.calendar import local_date
from bot.casework.case import Case, Circumstance, Entry, Event
from bot.casework.reminders import Reply, Schedule
from bot.casework.vocabulary import Agency, Category


class Status(StrEnum):
    """Whether a case is still being escalated or set up, was settled, or came to another end."""

    OPEN = "open"
    RESOLVED = "resolved"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Standing:
    """What is counted of a case. Days are London's; moments are aware.

    ``began_on`` is the day on which the disagreement arose (while nobody has said, on which the case was opened).
    ``due_at`` is the moment that advice calls overdue; ``told_at``, ``heard_at`` and ``heard`` are of that deadline
    (see :class:`bot.casework.reminders.Schedule`). ``stage`` is where an open case is and where any other one ended.
    """

    status: Status
    policy: str | None
    policy_version: str | None
    policy_hash: str | None
    stage: str | None
    first_stage: str | None
    unanswered: tuple[str, ...]
    categories: tuple[Category, ...]
    agency: Agency | None
    other_agency: Agency | None
    began_on: date | None
    ended_on: date | None
    due_at: datetime | None
    told_at: datetime | None
    heard_at: datetime | None
    heard: Reply | None


def standing(case: Case, follows: Schedule) -> Standing:
    """Where the case stands, given what follows from it."""
    ended = case.closed_at or case.resolved_at
    began = case.raised_at or case.opened_at
    return Standing(
        status=Status.CLOSED if case.closed_at else Status.RESOLVED if case.resolved_at else Status.OPEN,
        policy=case.policy,
        policy_version=case.policy_version,
        policy_hash=case.policy_hash,
        stage=case.stage,
        first_stage=case.first_stage,
        unanswered=case.unanswered,
        categories=in_order(case.categories),
        agency=_sector(case, Circumstance.AGENCY),
        other_agency=_sector(case, Circumstance.OTHER_AGENCY),
        began_on=local_date(began) if began else None,
        ended_on=local_date(ended) if ended else None,
        due_at=follows.due_at,
        told_at=follows.told_at,
        heard_at=follows.heard_at,
        heard=follows.heard,
    )


def _sector(case: Case, which: Circumstance) -> Agency | None:
    said = case.circumstances.get(which)
    return Agency(said) if said in set(Agency) else None


def in_order(categories: Iterable[Category]) -> tuple[Category, ...]:
    """Several categories always in the same order, so that equal ones are counted as equal."""
    held = set(categories)
    return tuple(category for category in Category if category in held)


def sets_with(category: Category) -> tuple[tuple[Category, ...], ...]:
    """Every set of categories in which this one is, in their order: a case may be about several at once."""
    others = [each for each in Category if each is not category]
    chosen = (some for size in range(len(Category)) for some in combinations(others, size))
    return tuple(in_order((category, *some)) for some in chosen)


def left_at(entries: Iterable[Entry]) -> datetime | None:
    """When a stage ended, by these entries: it was left for the next one, or the disagreement was settled there."""
    left = [entry for entry in entries if _leaves(entry)]
    return datetime.fromisoformat(left[0].about["at"]) if left else None


def _leaves(entry: Entry) -> bool:
    moves = entry.event is Event.STAGE_ENTERED and entry.about.get("because") != "arrival"
    return moves or entry.event is Event.RESOLVED
