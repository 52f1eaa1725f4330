"""Which reminders a case needs: case + running limits + calendar -> planned reminders, each with a lasting identity.

Storage holds its rows against this plan in the transaction that changed the case, so that nothing is reminded of twice
and nothing that still runs is forgotten. What a reminder says is made when it is delivered, of the case as it is then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from bot.casework.advice import Running, ranked, running
from bot.casework.calendar import LONDON, WorkingCalendar, local_date
from bot.casework.case import Case
from bot.casework.policy import Policy
from bot.casework.stages import Limit
from bot.casework.timescale import Deadline
from bot.casework.vocabulary import Condition, Strength, Unit

MORNING = time(9)
CLOSING = time(17)
"""When a working day ends where the policy prints no office hours."""
CHASES = 5
WEEKS = 12
"""So many weekly questions are planned ahead; after the last one the coordinator is told."""


class Kind(StrEnum):
    """What a reminder is for."""

    BEFORE = "before"
    ON_DAY = "on_day"
    EXPIRED = "expired"
    CHASE = "chase"
    STILL_OPEN = "still_open"
    COORDINATOR = "coordinator"


CHASING = frozenset({Kind.CHASE, Kind.COORDINATOR})


class Reply(StrEnum):
    """What can be answered under a reminder."""

    RESOLVED = "resolved"
    NOT_RESOLVED = "not_resolved"
    NO_ANSWER = "no_answer"
    NEW_DATE = "new_date"


@dataclass(frozen=True, slots=True)
class Planned:
    """A reminder that a case needs at ``at`` (UTC), of one deadline. ``moment`` is when that runs out, if it does."""

    kind: Kind
    number: int
    at: datetime
    stage: str
    deadline: str
    rule: str | None = None
    moment: datetime | None = None
    urgent: bool = False

    @property
    def key(self) -> str:
        """Its identity in its case: the same however often it is planned."""
        return f"{self.deadline}/{self.kind}/{self.number}"


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder as it is kept: planned for a person, and what became of it."""

    id: int
    case: str
    person: str
    planned: Planned
    token: str
    answered_at: datetime | None = None
    answered_by: str | None = None
    answered_as: Reply | None = None


@dataclass(frozen=True, slots=True)
class Schedule:
    """What follows from a case for the days to come. ``due_at`` is when the deadline that matters first runs out.

    ``told_at`` is when its end is told; ``heard_at`` when it was last answered, and ``heard`` as what. Where no date
    runs these are of the question that is asked each week.
    """

    running: tuple[Running, ...] = ()
    reminders: tuple[Planned, ...] = ()
    due_at: datetime | None = None
    told_at: datetime | None = None
    heard_at: datetime | None = None
    heard: Reply | None = None


def schedule(case: Case, policy: Policy | None, calendar: WorkingCalendar | None, now: datetime) -> Schedule:
    """The limits that run and the reminders that they need. None of either in a case that is over, or not yet begun."""
    if policy is None or calendar is None or case.stage is None or not case.is_open:
        return Schedule()
    limits = running(case, policy, calendar, now)
    headline, also = ranked(limits, policy.stage(case.stage))
    reminders = plan(case, headline, also, calendar, now)
    moment = headline.deadline.moment if headline else None
    if headline is None or moment is None:
        return Schedule(limits, reminders, None, None, *_heard(case, _last_answered(case)))
    told_at = _expiry(headline.deadline, moment, is_urgent(headline.limit, headline.deadline), calendar)
    name = deadline_id(case.stage, headline.deadline.rule, moment)
    return Schedule(limits, reminders, moment, told_at, *_heard(case, name))


def _last_answered(case: Case) -> str:
    """Whatever of the stage was answered last."""
    of_stage = (name for name in case.acknowledged if name.startswith(f"{case.stage}/"))
    return max(of_stage, key=lambda name: case.acknowledged[name], default="")


def _heard(case: Case, deadline: str) -> tuple[datetime | None, Reply | None]:
    said = case.replies.get(deadline)
    return case.acknowledged.get(deadline), Reply(said) if said in set(Reply) else None


def plan(
    case: Case, headline: Running | None, also: Sequence[Running], calendar: WorkingCalendar, now: datetime
) -> tuple[Planned, ...]:
    """Every reminder of the stage, those whose time has gone by included: what was planned and not yet sent is due.

    Only ``headline`` is chased. Of the others those are told that are firm, have begun, and fall at another time.
    """
    if case.stage is None:
        return ()
    found = _of_deadline(case, headline, calendar) if headline else []
    asked = [] if any(each.at > now for each in found) else list(_still_open(case, calendar, now))
    for item in also:
        if item.limit.strength is not Strength.GUIDE and not item.deadline.provisional:
            taken = {each.at for each in found}
            told = (each for each in _of_deadline(case, item, calendar) if each.kind not in CHASING)
            found += [each for each in told if each.at not in taken]
    return tuple(sorted([*found, *asked], key=lambda each: (each.at, each.key)))


def deadline_id(stage: str, rule: str, moment: datetime) -> str:
    """The identity of a deadline in its case: another moment, or another stage, is another deadline."""
    return f"{stage}/{rule}/{moment.astimezone(UTC):%Y-%m-%dT%H:%M}"


def _of_deadline(case: Case, item: Running, calendar: WorkingCalendar) -> list[Planned]:
    """All that is said of one deadline. An answer covers what fell before it; one after the end covers everything."""
    moment, stage = item.deadline.moment, case.stage
    if stage is None or moment is None:
        return []
    urgent, rule = is_urgent(item.limit, item.deadline), item.deadline.rule
    expiry = _expiry(item.deadline, moment, urgent, calendar)
    name = deadline_id(stage, rule, moment)
    answered = case.acknowledged.get(name)
    if answered is not None and answered >= max(expiry, moment):
        return []  # its end is told as the office closes, and it runs until midnight
    return [
        Planned(kind, number, at, stage, name, rule, moment, urgent)
        for kind, number, at in _times(item.deadline, expiry, calendar)
        if answered is None or at > answered
    ]


def _times(deadline: Deadline, expiry: datetime, calendar: WorkingCalendar) -> Iterator[tuple[Kind, int, datetime]]:
    day = deadline.due or local_date(expiry)
    yield Kind.BEFORE, 1, _morning(calendar.seeming_day_before(day))
    if calendar.seems_working_day(day) and _morning(day) < expiry:
        yield Kind.ON_DAY, 1, _morning(day)
    yield Kind.EXPIRED, 1, expiry
    *chases, last = _mornings_after(expiry, calendar, CHASES + 1)
    for number, at in enumerate(chases, start=1):
        yield Kind.CHASE, number, at
    yield Kind.COORDINATOR, 1, last


def _still_open(case: Case, calendar: WorkingCalendar, now: datetime) -> Iterator[Planned]:
    """Where no date runs, or none any more: a question a week, counted from when something was last heard."""
    stage = case.stage or ""
    heard = [at for name, at in case.acknowledged.items() if name.startswith(f"{stage}/")]
    since = local_date(max([case.stage_at or now, *heard]))
    name = f"{stage}/open/{since}"
    gone_by = max((local_date(now) - since).days // 7, 0)
    for week in range(max(gone_by - WEEKS, 0) + 1, gone_by + WEEKS + 2):
        kind = Kind.STILL_OPEN if week <= gone_by + WEEKS else Kind.COORDINATOR
        day = since + timedelta(weeks=week)
        yield Planned(kind, week, _morning(_working_day_from(day, calendar)), stage, name)


def is_urgent(limit: Limit, deadline: Deadline) -> bool:
    """Whether its end is told at its very moment, by night too: a limit in hours, at once, or of an urgent case."""
    at_once = deadline.unit in (Unit.IMMEDIATELY, Unit.SAME_WORKING_DAY)
    return deadline.due_at is not None or at_once or Condition.URGENT in limit.when


def _expiry(deadline: Deadline, moment: datetime, urgent: bool, calendar: WorkingCalendar) -> datetime:
    """When the end is told: at its moment where it is urgent, else as the working day ends, or on the next one."""
    due = deadline.due
    if urgent or due is None:
        return moment
    if not calendar.seems_working_day(due):
        return _morning(_working_day_from(due, calendar))
    closes = calendar.office[due.weekday()][1] if due.weekday() in calendar.office else CLOSING
    return datetime.combine(due, closes, LONDON).astimezone(UTC)


def _mornings_after(moment: datetime, calendar: WorkingCalendar, count: int) -> Iterable[datetime]:
    day = local_date(moment - timedelta(seconds=1))  # what ends at midnight ends with the day before
    for _ in range(count):
        day = _working_day_from(day + timedelta(days=1), calendar)
        yield _morning(day)


def _morning(day: date) -> datetime:
    return datetime.combine(day, MORNING, LONDON).astimezone(UTC)


def _working_day_from(day: date, calendar: WorkingCalendar) -> date:
    # A reminder counts nothing, so past the published list every weekday will do: none is lost for want of one.
    while not calendar.seems_working_day(day):
        day += timedelta(days=1)
    return day
