"""What became of the escalations of a period, counted from tallies: numbers, trends, where and how fast they ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from bot.casework.counting import Period, Span, Spread, Wanted
from bot.casework.standing import Status
from bot.casework.tallies import Begun, Ended, Subjects
from bot.casework.vocabulary import Agency, Category

T = TypeVar("T")

BINS = ((0, 1), (2, 5), (6, 10), (11, 20), (21, 40), (41, None))
"""Working days from when a disagreement arose to when it was resolved, in groups; the last is open."""
WEEKLY, MONTHLY = 92, 1100
"""Periods up to so many days are told week by week, month by month; longer ones year by year."""


@dataclass(frozen=True, slots=True)
class Report:
    """A period. What began in it is counted by the day on which the disagreement arose, what ended by its last day.

    ``notified`` is how often the notice that a policy asks for at the end was ticked, by policy and rule.
    """

    period: Period
    wanted: Wanted
    now: datetime
    begun: Sequence[Begun]
    about: Sequence[Subjects]
    unanswered: Mapping[tuple[str, str], int]
    ended: Sequence[Ended]
    spans: Mapping[str, Span]
    notified: Mapping[tuple[str, str], int]

    @property
    def total_begun(self) -> int:
        """How many escalations began."""
        return sum(each.count for each in self.begun)

    @property
    def still_open(self) -> int:
        """How many of those are open now."""
        return sum(each.count for each in self.begun if each.status is Status.OPEN)

    @property
    def total_resolved(self) -> int:
        """How many were resolved in the period."""
        return sum(each.count for each in self.resolved())

    @property
    def total_closed(self) -> int:
        """How many ended otherwise."""
        return sum(each.count for each in self.ended if each.status is Status.CLOSED)

    @property
    def late(self) -> int:
        """Of those that ended, how many had left a stage after its date."""
        return sum(each.count for each in self.ended if each.late)

    def resolved(self) -> list[Ended]:
        """Those that were resolved in the period."""
        return [each for each in self.ended if each.status is Status.RESOLVED]

    def over_time(self) -> list[tuple[date, int, int]]:
        """How many began and how many were resolved, by the first day of each week, month or year."""
        begun, resolved = Counter[date](), Counter[date]()
        for each in self.begun:
            begun[self.step_of(each.day)] += each.count
        for ended in self.resolved():
            resolved[self.step_of(ended.ended_on)] += ended.count
        return [(step, begun[step], resolved[step]) for step in self.steps()]

    def steps(self) -> list[date]:
        """The first day of each week, month or year of the period; the first may lie before it."""
        day, found = self.period.first, list[date]()
        while day <= self.period.last:
            step = self.step_of(day)
            if not found or found[-1] != step:
                found.append(step)
            day += timedelta(days=1 if self.period.days < WEEKLY else 25)
        last = self.step_of(self.period.last)
        return found if found[-1] == last else [*found, last]

    def step_of(self, day: date) -> date:
        """The first day of the week, month or year by which that day is told."""
        if self.period.days <= WEEKLY:
            return day - timedelta(days=day.weekday())
        return day.replace(day=1) if self.period.days <= MONTHLY else day.replace(month=1, day=1)

    def by_policy(self) -> Mapping[str, tuple[int, int]]:
        """How many began and how many were resolved under each policy."""
        begun = _counted((each.policy, each.count) for each in self.begun)
        resolved = _counted((each.policy, each.count) for each in self.resolved())
        return {policy: (begun[policy], resolved[policy]) for policy in sorted({*begun, *resolved})}

    def came_in(self) -> Counter[tuple[str, str]]:
        """At which stage those that began came into their policy, by policy and stage."""
        return _counted(((each.policy, each.first_stage), each.count) for each in self.begun)

    def resolved_at(self) -> Counter[tuple[str, str]]:
        """At which stage those that were resolved were so, by policy and stage."""
        return _counted(((each.policy, each.stage), each.count) for each in self.resolved() if each.stage)

    def categories(self) -> Counter[Category]:
        """What those that began are about. One that is about several counts under each."""
        return _counted((category, each.count) for each in self.about for category in each.categories)

    def agencies(self) -> Mapping[Agency | None, tuple[int, int]]:
        """By agency: how many it raised, and how many were raised with it. None where nobody has said."""
        own = _counted((each.agency, each.count) for each in self.about)
        other = _counted((each.other_agency, each.count) for each in self.about)
        order: list[Agency | None] = [*Agency, None]
        return {agency: (own[agency], other[agency]) for agency in order if own[agency] or other[agency]}

    def spread(self, policy: str | None = None) -> Spread | None:
        """How long it took to resolve, in working days of the policy's nation; under one policy, or all."""
        return Spread.of((length, many) for length, many in self.lengths(policy).items() if length is not None)

    def lengths(self, policy: str | None = None) -> Counter[int | None]:
        """How many took so many working days; None past the published bank holidays, or under an unknown policy."""
        chosen = [each for each in self.resolved() if policy in (None, each.policy)]
        return _counted((self._length(each), each.count) for each in chosen)

    def in_bins(self) -> list[int]:
        """The same in the groups of ``BINS``."""
        lengths = self.lengths()
        known = [(length, many) for length, many in lengths.items() if length is not None]
        return [sum(many for length, many in known if low <= length <= (high or length)) for low, high in BINS]

    def _length(self, ended: Ended) -> int | None:
        span = self.spans.get(ended.policy)
        return span.between(ended.began_on, ended.ended_on) if span else None


def _counted(pairs: Iterable[tuple[T, int]]) -> Counter[T]:
    found: Counter[T] = Counter()
    for what, count in pairs:
        found[what] += count
    return found
