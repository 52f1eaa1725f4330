"""What a policy says of the time of one rule, by its id: a limit of its own, that of its stage, or none at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.casework.calendar import WorkingCalendar, say_date
from bot.casework.policy import Policy
from bot.casework.stages import Limit
from bot.casework.timescale import UNTIMED, Agreed, Deadline, deadlines
from bot.casework.vocabulary import Adjust, Force, Scope, Strength, Unit

DANGER = (
    "The policy gives this no number of hours or days, and it is for danger: do it at once, and wait for no date. In "
    "an emergency call 999 first (this is Waymark’s own advice, not the policy’s)."
)


def of_rule(
    policy: Policy, rule: str, start: datetime, calendar: WorkingCalendar, agreed: Agreed
) -> tuple[Deadline, ...]:
    """Every reading of the time of a rule counted from ``start`` (aware); never empty.

    Only a limit that is the rule's own, or a date that the agencies agreed where there is none, gives a date.
    """
    own = [limit for limit in policy.all_limits() if limit.rule == rule]
    if own:
        return tuple(item for limit in own for item in deadlines(limit, start, calendar, agreed))
    above = over(policy, rule)
    none = _undated(policy, rule, start)
    if rule in {step.rule for step in policy.risk.steps}:
        return (_told(none, DANGER, agreed),)
    if not above:
        return (_told(none, UNTIMED[Unit.NONE], agreed),)
    tracking = next((limit for limit in above if Adjust.TRACK_AGREED in limit.adjust), None)
    if tracking is None:
        runs = "its time is that of" if above[0].step else "its stage runs under"
        return (_told(none, f"This has no time of its own; {runs} {_listed(above)}.", agreed, above[0]),)
    return tuple(_kept_under(item, none) for item in deadlines(tracking, start, calendar, agreed))


def over(policy: Policy, rule: str) -> tuple[Limit, ...]:
    """The limits within which the step of a rule is done that has none itself: the firm ones of its stage, or else its
    guides. Not those that run from it, nor those of other steps."""
    stages = (stage.id for stage in policy.stages if rule in {step.rule for step in stage.steps})
    found = [limit for stage in stages for limit in policy.limits_in(stage) if _holds(limit, rule)]
    firm = [limit for limit in found if limit.strength is not Strength.GUIDE]
    return tuple(firm or found)


def _holds(limit: Limit, rule: str) -> bool:
    """Whether doing what the rule asks belongs to what the limit is for."""
    if limit.step is not None:
        return limit.step == rule
    return limit.scope is not Scope.STEP and limit.start != rule


def _undated(policy: Policy, rule: str, start: datetime) -> Deadline:
    step = next((step for step in policy.all_steps() if step.rule == rule), None)
    force = step.force if step and step.force is not Force.STATES else None
    return Deadline(
        rule=rule, at=step.at if step else "", on="", due=None, due_at=None, unit=Unit.NONE, value=None,
        strength=force, shown=True, why="", start=start,
    )  # fmt: skip


def _told(item: Deadline, why: str, agreed: Agreed, under: Limit | None = None) -> Deadline:
    """A rule without a date, and what becomes of the dates that people set."""
    found = {"agreed": agreed.by_agreement, "by which the person has to be safe": agreed.protect_by}
    where = f"counts as far as {under.rule} lets it" if under else "moves nothing here; keep it in sight all the same"
    dates = [f"{say_date(when)}, the date {what}, {where}." for what, when in found.items() if when]
    return replace(item, why=" ".join([why, *dates]))


def _kept_under(item: Deadline, none: Deadline) -> Deadline:
    """What is said of a rule whose stage gives no time, where a date that the agencies agree is kept."""
    what = "It" if item.agreed else "A date that the agencies agree"
    why = f"{item.why} {what} is kept under {item.rule} ({item.at})."
    strength = item.strength if item.agreed else none.strength
    return replace(item, rule=none.rule, at=none.at, strength=strength, why=why)


def _listed(limits: Sequence[Limit]) -> str:
    return "; and under ".join(map(_in_short, limits))


def _in_short(limit: Limit) -> str:
    amount = " or ".join(reading.amount for reading in limit.all_readings)
    guide = "as a guide " if limit.strength is Strength.GUIDE else ""
    return f"{limit.rule} ({limit.at}), {guide}{amount} for {limit.on}" if amount else f"{limit.rule} ({limit.at})"
