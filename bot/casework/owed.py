"""What a case still owes on paper and to people: a checklist out of the policy's own steps, and when forms are due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.casework.advice import OURS, concerns
from bot.casework.case import Case, Entry, Event
from bot.casework.forms import Form
from bot.casework.policy import Policy
from bot.casework.progress import Leg, Missed
from bot.casework.stages import Step
from bot.casework.vocabulary import Condition, Side, Way

_TICKS = frozenset({Event.STEP_DONE, Event.STEP_TAKEN_BACK})


class Occasion(StrEnum):
    """What something is owed for."""

    DANGER = "danger"
    STAGE = "stage"
    MISSED = "missed"
    END = "end"


@dataclass(frozen=True, slots=True)
class Owed:
    """One line of the checklist. ``leg`` is the stage that it belongs to, ``done`` the entry by which it was ticked."""

    rule: str
    steps: tuple[Step, ...]
    occasion: Occasion
    leg: Leg | None = None
    done: Entry | None = None

    @property
    def done_at(self) -> datetime | None:
        """When it was done, as it was told."""
        return datetime.fromisoformat(self.done.about["at"]) if self.done else None


def owed(
    case: Case, record: Sequence[Entry], policy: Policy, legs: Sequence[Leg], gone: Sequence[Missed]
) -> tuple[Owed, ...]:
    """Everything that the policy wants done by now, in the order in which it came up; a rule stands once."""
    if case.stage is None or case.closed_at is not None and case.resolved_at is None:
        return ()
    found: dict[str, Owed] = {}
    for occasion, leg, step in _steps(case, policy, legs, gone):
        if (known := found.get(step.rule)) is None:
            done = _done(record, step.rule, occasion)
            found[step.rule] = Owed(step.rule, (step,), occasion, leg, done)
        elif known.occasion is occasion:
            found[step.rule] = Owed(step.rule, (*known.steps, step), occasion, known.leg, known.done)
    return tuple(found.values())


def _steps(
    case: Case, policy: Policy, legs: Sequence[Leg], gone: Sequence[Missed]
) -> Iterator[tuple[Occasion, Leg | None, Step]]:
    if case.alarm_at is not None:
        yield from ((Occasion.DANGER, None, step) for step in _ours(policy.risk.steps, case))
    for leg in legs:
        yield from ((Occasion.STAGE, leg, step) for step in _of_stage(leg, case))
    if gone:
        yield from ((Occasion.MISSED, None, step) for step in _ours(policy.missed, case))
    if case.resolved_at is not None:
        yield from ((Occasion.END, None, step) for step in _ours(policy.closing, case))


def _ours(steps: Iterable[Step], case: Case) -> Iterator[Step]:
    return (step for step in steps if step.side in OURS and concerns(step, case) is not False)


def _of_stage(leg: Leg, case: Case) -> Iterator[Step]:
    """All of the stage that an open case is at; of a stage that is over only what leaves something on paper."""
    over = leg.passed or case.resolved_at is not None
    for step in _ours(leg.stage.steps, case) if leg.here or leg.passed else ():
        seen = leg.since is not None
        paper = step.form or step.notice or (seen and (step.record or Way.IN_WRITING in step.ways))
        if Condition.IF_HELPFUL not in step.when and not step.aside and (paper or not over):
            yield step
    if leg.here and case.resolved_at is not None:
        theirs = (step for step in leg.stage.steps if step.side is Side.OTHER_AGENCY)
        yield from (step for step in theirs if Condition.RESOLVED in step.when)


def _done(record: Sequence[Entry], rule: str, occasion: Occasion) -> Entry | None:
    """The entry by which it was done, unless it was taken back, or has become due anew since."""
    anew = {Occasion.END: Event.RESOLVED, Occasion.DANGER: Event.ALARM}.get(occasion, Event.POLICY_SET)
    done: Entry | None = None
    for entry in record:
        if entry.event is anew:
            done = None
        elif entry.event in _TICKS and entry.about["rule"] == rule:
            done = entry if entry.event is Event.STEP_DONE else None
    return done


@dataclass(frozen=True, slots=True)
class Paperwork:
    """A form of the policy, and whether a step that has come up asks for it by now."""

    form: Form
    due: bool


def paperwork(
    case: Case, policy: Policy, legs: Sequence[Leg], gone: Sequence[Missed]
) -> tuple[Paperwork, ...]:
    """The policy's forms in its order, each due or not yet."""
    asking = {step.form for _, _, step in _steps(case, policy, legs, gone)} if case.stage else set()
    always = {step.form for step in policy.throughout}
    return tuple(Paperwork(form, form.id in asking | (always if case.stage else set())) for form in policy.forms)
