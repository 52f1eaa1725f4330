"""The examples of a policy: whether they make sense, and whether Waymark comes to the same stage, dates and people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from bot.casework.advice import Advice, Running
from bot.casework.calendar import LONDON, WorkingCalendar, london
from bot.casework.errors import CaseworkError
from bot.casework.examples import Due, Example, Happening, Then
from bot.casework.policy import Policy
from bot.casework.vocabulary import Outcome
from bot.library.checks import Finding, unknown
from bot.library.rehearsal import Rehearsal


def findings(policy: Policy) -> Iterator[Finding]:
    """What an example names that the policy does not have, and happenings that say nothing or two things at once."""
    stages = [stage.id for stage in policy.stages]
    limits = {limit.rule for limit in policy.all_limits()}
    steps = {step.rule for step in policy.all_steps()}
    for example in policy.examples:
        then = example.then
        if then.stage and then.stage not in stages:
            yield Finding(then, "stage", unknown(then.stage, stages))
        named: tuple[Then | Due, ...] = (then, *then.also)
        for part in named:
            if part.rule and part.rule not in limits:
                yield Finding(part, "rule", f"no limit has the rule {part.rule!r}")
        for key in ("asks", "omits"):
            for rule in getattr(then, key):
                if rule not in steps:
                    yield Finding(then, key, f"no step has the rule {rule!r}")
        for happening in example.given.did:
            yield from _happening(happening, steps)


def _happening(happening: Happening, steps: set[str]) -> Iterator[Finding]:
    said = [key for key in ("rule", "outcome", "agreed") if getattr(happening, key) is not None]
    if len(said) != 1:
        yield Finding(happening, "at", "exactly one of rule, outcome and agreed says what happened")
    if happening.rule is not None and happening.rule not in steps:
        yield Finding(happening, "rule", f"no step has the rule {happening.rule!r}")
    if happening.outcome is Outcome.WAITING:
        yield Finding(happening, "outcome", "waiting is no end of a talk; leave it out")


def differences(policy: Policy, example: Example, calendar: WorkingCalendar) -> Iterator[Finding]:
    """Everything in which Waymark's own answer to an example is another than the example's."""
    rehearsal = Rehearsal(policy, calendar, example.given)
    yield from _played(rehearsal, example.given.did)
    now = example.given.now
    try:
        advice = rehearsal.advice(london(now) if now else None)
    except CaseworkError as error:
        yield Finding(example, "given", f"leads to no advice: {error}")
    else:
        yield from _compared(example.then, advice)


def _played(rehearsal: Rehearsal, did: tuple[Happening, ...]) -> Iterator[Finding]:
    for happening in did:
        try:
            rule = rehearsal.happened(happening)
        except CaseworkError as error:
            if not happening.refused:
                yield Finding(happening, "at", f"was refused: {error.code}")
            continue
        if happening.refused:
            yield Finding(happening, "refused", "was not refused")
        if rule != happening.rule:
            yield Finding(happening, "rule", f"the step that is recorded next is {rule}, not {happening.rule}")


def _compared(then: Then, advice: Advice) -> Iterator[Finding]:
    if advice.stage.id != then.stage:
        yield Finding(then, "stage", f"is {advice.stage.id!r}, not {then.stage!r}")
    contact = advice.stage.contact_next
    if then.contact is not None and then.contact.casefold() not in contact.casefold():
        yield Finding(then, "contact", f"is {contact!r}")
    steps = {step.rule for step in (*advice.ours, *advice.theirs)}
    for rule in set(then.asks) - steps:
        yield Finding(then, "asks", f"{rule} is not asked here")
    for rule in set(then.omits) & steps:
        yield Finding(then, "omits", f"{rule} is asked here")
    yield from _first(then, advice.headline)
    for due in then.also:
        found = next((item for item in advice.also if item.limit.rule == due.rule), None)
        yield from _dated(due, found)


def _first(then: Then, headline: Running | None) -> Iterator[Finding]:
    if then.rule is not None and (headline is None or headline.limit.rule != then.rule):
        yield Finding(then, "rule", f"what comes first is {headline.limit.rule if headline else None}")
    if (headline is not None and headline.deadline.provisional) is not then.provisional:
        yield Finding(then, "provisional", f"is {'not ' if then.provisional else ''}so: see what starts the limit")
    yield from _dated(then, headline)


def _dated(expected: Then | Due, found: Running | None) -> Iterator[Finding]:
    if found is None:
        if expected.due is not None:
            yield Finding(expected, "due", f"no limit runs beside ({expected.rule})")
        return
    deadline = found.deadline
    if deadline.due != expected.due:
        yield Finding(expected, "due", f"is {_said(deadline.due)}, not {_said(expected.due)}: {deadline.why}")
    if _local(deadline.due_at) != expected.due_at:
        yield Finding(expected, "due_at", f"is {_said(_local(deadline.due_at))}, not {_said(expected.due_at)}")


def _local(moment: datetime | None) -> datetime | None:
    return moment.astimezone(LONDON).replace(tzinfo=None) if moment else None


def _said(when: date | None) -> str:
    if isinstance(when, datetime):
        return when.isoformat(timespec="minutes")
    return when.isoformat() if when else "no date"
