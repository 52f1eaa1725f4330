"""What counting gives: so many cases of a kind, a line of the list of open ones, a reminder for coordinators."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.casework.counting import Due
from bot.casework.reminders import Reply
from bot.casework.standing import Status
from bot.casework.vocabulary import Agency, Category


@dataclass(frozen=True, slots=True)
class Standings:
    """So many open cases that stand alike. Those without a stage are still being set up."""

    policy: str | None
    stage: str | None
    due: Due
    silent: bool
    unheard: bool
    count: int


@dataclass(frozen=True, slots=True)
class Subjects:
    """So many cases of the same agencies, about the same. ``agency`` is the one that disagrees."""

    agency: Agency | None
    other_agency: Agency | None
    categories: tuple[Category, ...]
    overdue: bool
    count: int


@dataclass(frozen=True, slots=True)
class OpenCase:
    """One open case in a list: no words of anybody, only where it stands and what was heard. Moments are UTC."""

    reference: str
    person: str
    organisation: str
    policy: str | None
    stage: str | None
    agency: Agency | None
    other_agency: Agency | None
    categories: tuple[Category, ...]
    due_at: datetime | None
    told_at: datetime | None
    heard_at: datetime | None
    heard: Reply | None


@dataclass(frozen=True, slots=True)
class Place:
    """A place in that list: after the case with this date and reference."""

    due_at: datetime | None
    reference: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A reminder for the coordinator's eyes: it reaches nobody (``lost``), or nobody answers."""

    reminder: int
    case: str
    person: str
    organisation: str
    policy: str | None
    stage: str
    since: datetime
    lost: bool


@dataclass(frozen=True, slots=True)
class Begun:
    """So many escalations that began on a day, and came in at a stage."""

    day: date
    policy: str
    first_stage: str
    status: Status
    count: int


@dataclass(frozen=True, slots=True)
class Ended:
    """So many escalations that ended alike. ``late`` is how many stages were left after their date, where known."""

    status: Status
    policy: str
    stage: str | None
    began_on: date
    ended_on: date
    late: int | None
    count: int
