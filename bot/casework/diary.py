"""What of a case belongs into somebody's calendar: the dates that matter, each with an identity that stays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.casework.advice import Running, ranked, running
from bot.casework.calendar import WorkingCalendar, london
from bot.casework.case import Case
from bot.casework.policy import Policy
from bot.casework.vocabulary import Scope, Strength


@dataclass(frozen=True, slots=True)
class Appointment:
    """One date of a case. ``name`` stays the same when the date moves: it is the limit's, and its stage's.

    ``due`` is a date in London, ``due_at`` an aware moment, only where the limit is in hours. ``before`` is the working
    day before it. ``tentative`` marks a date counted from something that has not been confirmed.
    """

    name: str
    title: str
    rule: str
    due: date
    due_at: datetime | None
    before: date
    tentative: bool


def appointments(case: Case, policy: Policy, calendar: WorkingCalendar, now: datetime) -> tuple[Appointment, ...]:
    """The deadline that matters first, and every other firm one that ends at another moment; none once it is closed."""
    if case.stage is None or case.closed_at is not None:
        return ()
    headline, also = ranked(running(case, policy, calendar, now), policy.stage(case.stage))
    chosen = {headline.deadline.moment: headline} if headline else {}
    for item in also:
        if item.limit.strength is not Strength.GUIDE and not item.deadline.provisional:
            chosen.setdefault(item.deadline.moment, item)
    label = policy.stage(case.stage).label
    found = (_appointment(item, case, label, calendar) for item in chosen.values())
    return tuple(item for item in found if item)


def _appointment(item: Running, case: Case, label: str, calendar: WorkingCalendar) -> Appointment | None:
    limit, deadline = item.limit, item.deadline
    if deadline.due is None:
        return None
    # A limit over several stages is one date: it does not become another when the case moves inside it.
    own_stage = limit.scope in (Scope.STAGE, Scope.STEP)
    name = f"{case.reference}.{limit.rule}.{case.stage}" if own_stage else f"{case.reference}.{limit.rule}"
    ends = f"due by {london(deadline.due_at):%H:%M}" if deadline.due_at else "due"
    return Appointment(
        name=name.lower(),
        title=f"{case.reference}, {label}: {limit.on}, {ends}",
        rule=limit.rule,
        due=deadline.due,
        due_at=deadline.due_at,
        before=calendar.seeming_day_before(deadline.due),
        tentative=deadline.provisional,
    )
