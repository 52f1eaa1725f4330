"""How a case moves: the entries by which it enters its first stage and goes on from there, and what is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from bot.casework.advice import OURS, Advice, applies, concerns
from bot.casework.calendar import local_date
from bot.casework.case import Case, Circumstance, Entry, Event
from bot.casework.errors import CaseworkError
from bot.casework.intake import Ask, missing
from bot.casework.policy import Policy
from bot.casework.stages import Stage
from bot.casework.vocabulary import START_EVENTS, Adjust, Condition, Level, Outcome

FURTHEST = timedelta(days=366)
"""No agencies agree on a date further ahead."""
_FORGOTTEN: Mapping[Ask, tuple[Event, Mapping[str, Any]]] = {
    Ask.POLICY: (Event.POLICY_SET, {"policy": None, "version": None}),
    Ask.PERSON: (Event.PERSON_SET, {"person": None}),
    Ask.CATEGORY: (Event.CATEGORY_SET, {"categories": []}),
    Ask.RAISED_ON: (Event.RAISED_SET, {}),
    Ask.TRIED: (Event.TRIED_SET, {}),
    Ask.URGENCY: (Event.CIRCUMSTANCES_SET, {Circumstance.URGENT.value: None}),
}
"""How each fact is taken back: as if it had not been told."""


def happened(when: datetime | None, case: Case, now: datetime) -> datetime:
    """The moment of something that people report: as they date it, or now. Raises CaseworkError ``date_future`` for
    what is still to come, ``date_before`` for what would be before it all began."""
    if when is None:
        return now
    if local_date(when) > local_date(now):
        raise CaseworkError("date_future")
    if case.raised_at is not None and local_date(when) < local_date(case.raised_at):
        raise CaseworkError("date_before")
    return when


def entering(case: Case, policy: Policy | None, actor: str, now: datetime) -> list[Entry]:
    """The entries by which a case enters its first stage: none before all is known that matters for that."""
    if policy is None or case.stage is not None or not case.is_open or missing(case, policy, now):
        return []
    at = arrival(case, policy)
    about = {"stage": at.stage.id, "at": at.since.isoformat(), "because": "arrival"}
    entries = [Entry(Event.STAGE_ENTERED, now, actor, about)]
    if at.done and at.done_at:
        done = {"rule": at.done, "at": at.done_at.isoformat()}
        entries.append(Entry(Event.STEP_DONE, now, actor, done))
    return entries


def onward(
    advice: Advice, outcome: Outcome, since: datetime, actor: str, now: datetime, failed: Level | None = None
) -> Entry:
    """The entry by which a case goes to the next stage, or past those whose talk has ``failed`` already.

    Raises CaseworkError ``last_stage`` where there is none.
    """
    if advice.next_stage is None:
        raise CaseworkError("last_stage", stage=advice.stage.label)
    order = [stage.id for stage in advice.policy.stages]
    after = max(advice.next_stage.id, advice.policy.entry_stage(failed).id, key=order.index)
    about = {"stage": after, "at": since.isoformat(), "because": outcome.value}
    return Entry(Event.STAGE_ENTERED, now, actor, about)


def is_below(level: Level, advice: Advice) -> bool:
    """Whether a talk at that level belongs to a stage that the case has behind it. Consulting is part of any stage."""
    if level is Level.CONSULT:
        return False
    order = [stage.id for stage in advice.policy.stages]
    return order.index(advice.policy.entry_stage(level).id) <= order.index(advice.stage.id) < len(order) - 1


def step_taken(advice: Advice, when: datetime | None, actor: str, now: datetime) -> Entry:
    """The entry that the practitioner's next step is done. Raises CaseworkError ``nothing_to_do`` where every one is,
    or what :func:`happened` raises."""
    rule = own_step(advice.stage, advice.case)
    if rule is None:
        raise CaseworkError("nothing_to_do", stage=advice.stage.label)
    about = {"rule": rule, "at": happened(when, advice.case, now).isoformat()}
    return Entry(Event.STEP_DONE, now, actor, about)


def date_agreed(advice: Advice, agreed: date, actor: str, now: datetime) -> Entry:
    """The entry of a date on which both agencies agreed: a nearer one is always kept, be it only beside the limit.

    Raises CaseworkError for a later one: ``no_extension`` where the policy does not let one count, ``only_shorter``
    where it lets only an earlier one count. And ``date_past`` for a day that is over, ``date_far`` for one so far ahead
    that another must be meant.
    """
    today = local_date(now)
    if not today <= agreed <= today + FURTHEST:
        raise CaseworkError("date_past" if agreed < today else "date_far")
    if advice.headline is None:
        raise CaseworkError("no_extension")
    limit, due = advice.headline.limit, advice.headline.deadline.due
    shorter = Adjust.SHORTENING in limit.adjust
    if (shorter or not limit.agreeable) and due is not None and agreed > due:
        raise CaseworkError("only_shorter" if shorter else "no_extension")
    about = {"stage": advice.stage.id, "date": agreed.isoformat()}
    return Entry(Event.DATE_AGREED, now, actor, about)


def taken_back(what: Ask, actor: str, now: datetime) -> Entry:
    """The entry by which a fact is asked again. Raises CaseworkError ``nothing_to_change`` for what is no fact."""
    if what not in _FORGOTTEN:
        raise CaseworkError("nothing_to_change")
    event, about = _FORGOTTEN[what]
    return Entry(event, now, actor, about)


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where a case enters its policy, from what had been tried: the stage, since when, and the step already taken."""

    stage: Stage
    since: datetime
    done: str | None = None
    done_at: datetime | None = None


def arrival(case: Case, policy: Policy) -> Arrival:
    """Where a fully described case enters. Raises CaseworkError ``no_case`` while facts are missing."""
    tried = case.tried
    if tried is None or case.raised_at is None:
        raise CaseworkError("no_case")
    stage = policy.entry_stage(tried.failed)
    began_with_the_talk = tried.level not in (None, Level.CONSULT) and stage is not policy.entry_stage(None)
    since = (tried.when or case.raised_at) if began_with_the_talk else case.raised_at
    step = clock_step(stage, case) if tried.outcome is Outcome.WAITING else None
    return Arrival(stage, since, step, (tried.when or case.raised_at) if step else None)


def clock_step(stage: Stage, case: Case) -> str | None:
    """The rule id of the step whose doing starts the stage's next limit, while it is not done."""
    running = (limit for limit in stage.limits if applies(limit.when, case) is not False)
    rules = (limit.start for limit in running if limit.start not in START_EVENTS)
    return next((rule for rule in rules if rule not in case.done), None)


def own_step(stage: Stage, case: Case) -> str | None:
    """The rule id of the step that "I have done it" most likely means: one that starts a limit, else our next."""
    optional = {Condition.IF_HELPFUL, Condition.EXCEPTIONAL, Condition.LEAD_UNAVAILABLE}
    ours = (
        step.rule
        for step in stage.steps
        if step.side in OURS and step.rule not in case.done and not optional & set(step.when)
        if not step.aside and concerns(step, case) is not False
    )
    return clock_step(stage, case) or next(ours, None)
