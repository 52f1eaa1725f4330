"""Case + policy + now -> advice: where the case stands, whose move it is, by when, what to write down, and why.

Every channel (chat, reminder, case page, command line) renders the same :class:`Advice`; none of them decides anything.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.casework.calendar import WorkingCalendar
from bot.casework.case import Answer, Case, Circumstance
from bot.casework.errors import CaseworkError
from bot.casework.forms import Form
from bot.casework.organisation import Own
from bot.casework.policy import Policy
from bot.casework.stages import Limit, OtherContact, Stage, Step
from bot.casework.timescale import NOTHING_AGREED, Agreed, Deadline, deadlines, shown
from bot.casework.vocabulary import (
    RAISED,
    RESOLUTION,
    RISK,
    STAGE,
    START_EVENTS,
    Adjust,
    Agency,
    Condition,
    Person,
    Scope,
    Side,
    Strength,
)

OURS = (Side.YOU, Side.YOUR_AGENCY, Side.BOTH)


@dataclass(frozen=True, slots=True)
class Running:
    """A limit that runs in the case's stage, with the reading that people are shown and the others."""

    limit: Limit
    deadline: Deadline
    others: tuple[Deadline, ...] = ()


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do now. ``headline`` is the deadline that matters first; ``also`` are guides, outer and later limits."""

    case: Case
    policy: Policy
    stage: Stage
    now: datetime
    ours: tuple[Step, ...]
    theirs: tuple[Step, ...]
    headline: Running | None
    also: tuple[Running, ...]
    forms: tuple[Form, ...]
    next_stage: Stage | None
    own: Own | None = None

    @property
    def overdue(self) -> bool:
        """Whether the headline deadline has passed, be it provisional: then nobody has said what it counts from."""
        if self.headline is None:
            return False
        moment = self.headline.deadline.moment
        return moment is not None and moment <= self.now

    @property
    def still_waiting(self) -> bool:
        """Whether the other side still has time, so that silence is no answer yet: a date runs, and a stage follows."""
        dated = self.headline is not None and self.headline.deadline.due is not None
        return dated and self.next_stage is not None and not self.overdue


def advise(
    case: Case, policy: Policy, calendar: WorkingCalendar, now: datetime, own: Own | None = None,
    limits: tuple[Running, ...] | None = None,
) -> Advice:  # fmt: skip
    """The advice for a case that has entered a stage. Raises CaseworkError ``no_case`` where it has not.

    ``limits`` are what is :func:`running`, where that has just been counted.
    """
    if case.stage is None:
        raise CaseworkError("no_case")
    stage = turned(policy.stage(case.stage), case)
    steps = [step for step in stage.steps if concerns(step, case) is not False]
    headline, also = ranked(running(case, policy, calendar, now) if limits is None else limits, stage)
    named = [step.form for step in steps if step.form]
    return Advice(
        case=case,
        policy=policy,
        stage=stage,
        now=now,
        ours=tuple(step for step in steps if step.side in OURS and step.rule not in case.done),
        theirs=tuple(step for step in steps if step.side not in OURS),
        headline=headline,
        also=also,
        forms=tuple(policy.form(form_id) for form_id in dict.fromkeys(named)),
        next_stage=turned(policy.stage(stage.next), case) if stage.next else None,
        own=own,
    )


def turned(stage: Stage, case: Case) -> Stage:
    """The stage with the contact that this case turns to there: the first special one that applies, or the usual."""
    special = (other.to for other in stage.other_contacts if concerns(other, case))
    found = next(special, None)
    return stage if found is None else replace(stage, contact_next=found)


def concerns(part: Step | OtherContact, case: Case) -> bool | None:
    """Whether something is meant for this case and this practitioner; None where that is for them to judge."""
    answers = (applies(part.when, case), _in_agency(part.agencies, case))
    return False if False in answers else None if None in answers else True


def _in_agency(agencies: tuple[Agency, ...], case: Case) -> bool | None:
    own = case.circumstances.get(Circumstance.AGENCY)
    return True if not agencies else own in agencies if own else None


def applies(conditions: tuple[Condition, ...], case: Case) -> bool | None:
    """Whether all the conditions hold: True, False, or None where that is for the practitioner to judge."""
    answers = [_holds(condition, case) for condition in conditions]
    if False in answers:
        return False
    return None if None in answers else True


def _holds(condition: Condition, case: Case) -> bool | None:
    match condition:
        case Condition.CHILD:
            return case.person is not Person.ADULT
        case Condition.ADULT:
            return case.person is Person.ADULT
        case Condition.ON_PLAN_OR_LOOKED_AFTER:
            known = {"on_plan", "looked_after"} <= set(case.circumstances)
            return True if case.on_plan_or_looked_after else (False if known else None)
        case Condition.RESOLVED:
            return case.resolved_at is not None
        case Condition.UNRESOLVED:
            return case.resolved_at is None
        case Condition.URGENT | Condition.NOT_URGENT:
            urgent = case.circumstances.get(Circumstance.URGENT)
            return None if urgent is None else bool(urgent) is (condition is Condition.URGENT)
        case Condition.IMMEDIATE_RISK:
            return case.risk is Answer.YES
        case Condition.NOT_IMMEDIATE_RISK:
            return case.risk is not Answer.YES
        case _:
            return None


def running(case: Case, policy: Policy, calendar: WorkingCalendar, now: datetime) -> tuple[Running, ...]:
    """Every limit that runs in the case's stage and has not been met, counted. A resolution ends all but its own."""
    if case.stage is None:
        return ()
    found = []
    for limit in policy.limits_in(case.stage):
        if applies(limit.when, case) is False or (limit.step is not None and limit.step in case.done):
            continue
        if case.resolved_at is not None and limit.start != RESOLUTION:
            continue
        found.append(limit)
    agreeable = any(limit.agreeable for limit in found)
    return tuple(_run(limit, case, calendar, now, _concerned(limit, case, agreeable)) for limit in found)


def _run(limit: Limit, case: Case, calendar: WorkingCalendar, now: datetime, agreed: Agreed) -> Running:
    start = started(limit, case)
    readings = deadlines(limit, start or case.stage_at or now, calendar, agreed)
    # What a limit counts from may not have happened, or not have been told: the start of the stage is the safer guess.
    if start is None and limit.timed:
        readings = tuple(replace(reading, provisional=True) for reading in readings)
    first = shown(readings)
    return Running(limit, first, tuple(reading for reading in readings if reading is not first))


def _concerned(limit: Limit, case: Case, agreeable: bool) -> Agreed:
    """Only the dates that concern this limit. One that was agreed is said of those that it may move; where the stage
    has none (``agreeable``), it stands beside what does not move."""
    agreed = case.agreed.get(case.stage or "")
    if agreed is None and case.protect_by is None:
        return NOTHING_AGREED
    return Agreed(
        agreed if limit.agreeable or not agreeable else None,
        case.protect_by if Adjust.PROTECTIVE_DATE in limit.adjust else None,
    )


def started(limit: Limit, case: Case) -> datetime | None:
    """The moment from which a limit runs in this case, or None while that has not happened."""
    events = {RAISED: case.raised_at, STAGE: case.stage_at, RISK: case.alarm_at, RESOLUTION: case.resolved_at}
    return events[limit.start] if limit.start in START_EVENTS else case.done.get(limit.start)


def ranked(found: tuple[Running, ...], stage: Stage) -> tuple[Running | None, tuple[Running, ...]]:
    """The limit that matters first in this stage, and the others in their order."""

    def rank(item: Running) -> tuple[int, float]:
        limit, deadline = item.limit, item.deadline
        own = limit in stage.limits or limit.scope is Scope.POOL
        moment = deadline.moment
        order = (
            4 if limit.strength is Strength.GUIDE
            else 3 if not own
            else 2 if moment is None
            else 1 if deadline.provisional
            else 0
        )  # fmt: skip
        return order, moment.timestamp() if moment else 0.0

    ordered = sorted(found, key=rank)
    return (ordered[0] if ordered else None), tuple(ordered[1:])
