"""How cases are counted: what is overdue, what is due soon, who is silent, and how long it took.

Storage counts many cases with the same rules in SQL; tests hold the two against each other.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.casework.calendar import SATURDAY, WorkingCalendar, local_date, start_of
from bot.casework.reminders import Reply
from bot.casework.standing import Standing
from bot.casework.vocabulary import Agency, Category

SOON = timedelta(days=7)


class Due(StrEnum):
    """When the deadline that matters first runs out."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"
    NONE = "none"


class Quiet(StrEnum):
    """Who has said nothing."""

    SILENT = "silent"  # the other side: the practitioner has said that nobody answers
    UNHEARD = "unheard"  # the practitioner: the end was told, and has not been answered since


@dataclass(frozen=True, slots=True)
class Marks:
    """The moments by which it is decided: now, the end of today in London, and the end of the seventh day from it."""

    now: datetime
    today: datetime
    soon: datetime

    @classmethod
    def at(cls, now: datetime) -> Marks:
        """Those of a moment (aware)."""
        tomorrow = local_date(now) + timedelta(days=1)
        return cls(now, start_of(tomorrow), start_of(tomorrow + SOON))


def due(due_at: datetime | None, marks: Marks) -> Due:
    """When it is due. Overdue is what advice calls so, provisional dates included (``Advice.overdue``)."""
    if due_at is None:
        return Due.NONE
    if due_at <= marks.now:
        return Due.OVERDUE
    # A date ends at midnight, so what ends with the day is due on that day.
    return Due.TODAY if due_at <= marks.today else Due.SOON if due_at <= marks.soon else Due.LATER


def is_silent(of: Standing) -> bool:
    """Whether the last thing heard about the deadline is that the other side does not answer.

    Silence is an ending (``Outcome.NO_ANSWER``), so a case that has moved on because of it is silent no more: what
    matters is who answers at the next stage.
    """
    return of.heard is Reply.NO_ANSWER


def is_unheard(of: Standing, marks: Marks) -> bool:
    """Whether the end of the deadline has been told and nobody has answered since, so that it is chased."""
    told_at = of.told_at or of.due_at
    return told_at is not None and told_at <= marks.now and (of.heard_at is None or of.heard_at < told_at)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which cases are counted: all, or those of which everything that is given here holds."""

    policy: str | None = None
    stage: str | None = None
    agency: Agency | None = None
    other_agency: Agency | None = None
    category: Category | None = None
    due: Due | None = None
    quiet: Quiet | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """From one day in London to another, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("a period cannot end before it begins")

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1


class Span:
    """Counts the working days between two days, for very many pairs of them."""

    def __init__(self, calendar: WorkingCalendar) -> None:
        self._until = calendar.published_until
        self._off = sorted(day for day in calendar.bank_holidays if day.weekday() < SATURDAY)

    def between(self, began: date, ended: date) -> int | None:
        """The working days after ``began`` up to and including ``ended``; None past the published bank holidays."""
        if ended > self._until:
            return None
        if ended <= began:
            return 0
        off = bisect_right(self._off, ended) - bisect_right(self._off, began)
        return _weekdays(ended) - _weekdays(began) - off


def _weekdays(day: date) -> int:
    """Mondays to Fridays up to and including a day, since the beginning of the calendar (which was a Monday)."""
    weeks, rest = divmod(day.toordinal(), 7)
    return weeks * 5 + min(rest, 5)


@dataclass(frozen=True, slots=True)
class Spread:
    """How long it took, in working days: the middle one, that within which nine of ten were, and the longest."""

    count: int
    median: float
    nine_of_ten: int
    longest: int

    @classmethod
    def of(cls, lengths: Iterable[tuple[int, int]]) -> Spread | None:
        """That of (working days, how many took so long); None of none."""
        found = sorted(lengths)
        count = sum(many for _, many in found)
        if not count:
            return None
        lower, upper = _at(found, (count - 1) // 2), _at(found, count // 2)
        return cls(count, (lower + upper) / 2, _at(found, -(-count * 9 // 10) - 1), found[-1][0])


def _at(found: list[tuple[int, int]], place: int) -> int:
    for length, many in found:
        if place < many:
            return length
        place -= many
    raise IndexError(place)
