"""Counts in words: what the rows and columns of the overview and of a report are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.casework.calendar import say_date
from bot.casework.counting import Due, Period, Quiet, Wanted
from bot.casework.policy import Policy
from bot.casework.vocabulary import Agency, Category
from bot.wording.shaping import capital

CATEGORIES = {
    Category.THRESHOLDS: "Thresholds or level of need",
    Category.ROLES: "Who is responsible",
    Category.COMMUNICATION: "Communication",
    Category.NEED_FOR_ACTION: "The need for action",
    Category.OTHER: "Something else",
}
DUES = {
    Due.OVERDUE: "Overdue",
    Due.TODAY: "Due today",
    Due.SOON: "Due in the next 7 days",
    Due.LATER: "Due later",
    Due.NONE: "No date runs",
}
QUIETS = {
    Quiet.SILENT: "The other side does not answer",
    Quiet.UNHEARD: "Reminder not acknowledged",
}
UNSAID = "Not said"


def agency(which: Agency | None) -> str:
    """A sector."""
    return capital(which.value.replace("_", " ")) if which else UNSAID


def policy(policies: Mapping[str, Policy], name: str | None) -> str:
    """A policy, also one that is offered no more."""
    if name is None:
        return "No policy yet"
    return policies[name].named if name in policies else name


def stage(policies: Mapping[str, Policy], name: str | None, stage_id: str | None) -> str:
    """A stage as its policy prints it, as far as that is still known."""
    if stage_id is None:
        return "Being set up"
    known = policies[name].stages if name is not None and name in policies else ()
    label = next((each.label for each in known if each.id == stage_id), None)
    return label or f"Stage {stage_id}"


def before(policies: Mapping[str, Policy], name: str, stage_id: str) -> str:
    """Who did not answer where a stage was entered for that: those of the stage before it."""
    stages = [each.id for each in policies[name].stages] if name in policies else []
    place = stages.index(stage_id) if stage_id in stages else 0
    return stage(policies, name, stages[place - 1]) if place else f"Before {stage(policies, name, stage_id)}"


def categories(several: Sequence[Category]) -> str:
    """What a case is about."""
    return ", ".join(CATEGORIES[each] for each in several) or UNSAID


def period(of: Period) -> str:
    """From when to when."""
    return f"{say_date(of.first)} to {say_date(of.last)}"


def wanted(policies: Mapping[str, Policy], of: Wanted) -> str:
    """Which cases are counted, or nothing where it is all of them."""
    said = [
        policy(policies, of.policy) if of.policy else "",
        stage(policies, of.policy, of.stage) if of.stage else "",
        f"raised with {agency(of.other_agency)}" if of.other_agency else "",
        f"raised by {agency(of.agency)}" if of.agency else "",
        CATEGORIES[of.category] if of.category else "",
        DUES[of.due] if of.due else "",
        QUIETS[of.quiet] if of.quiet else "",
    ]
    return "; ".join(filter(None, said))

