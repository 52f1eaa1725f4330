"""What must hold between the parts of a policy, beyond what each key may say by itself.

The parts may be blank here where the reader has already reported a problem: a check never reports it again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any, NamedTuple

from bot.casework.contacts import Hours
from bot.casework.forms import Form
from bot.casework.policy import Policy
from bot.casework.stages import Limit, Step
from bot.casework.vocabulary import START_EVENTS, Unit

RULE_ID = re.compile(r"[A-Z]+-[A-Z0-9][A-Za-z0-9.]*")
COUNTED = frozenset({Unit.WORKING_DAYS, Unit.CALENDAR_DAYS, Unit.HOURS, Unit.WORKING_HOURS})
CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
NATIONS = ("ENG", "WLS", "SCT", "NIR")


class Finding(NamedTuple):
    """Something that does not hold: the part of the policy, its key, and what is wrong."""

    of: object
    key: str
    what: str


def findings(policy: Policy, file_stem: str) -> Iterator[Finding]:
    """Everything that does not hold in a policy that stands in a file of that name."""
    if policy.id and policy.id != file_stem:
        yield Finding(policy, "id", f"is {policy.id!r}, but the file is named {file_stem!r}")
    for check in (_whole, _ladder, _rule_ids, _repeats, _references, _more_references, _limits, _elsewhere):
        yield from check(policy)
    yield from _hours(policy)
    yield from _urgency(policy)


def _whole(policy: Policy) -> Iterator[Finding]:
    for key in ("people", "aliases", "stages"):
        if not getattr(policy, key):
            yield Finding(policy, key, "must not be empty")
    if policy.nation and policy.nation not in NATIONS:
        yield Finding(policy, "nation", unknown(policy.nation, NATIONS))


def _ladder(policy: Policy) -> Iterator[Finding]:
    """The stages form one ladder: from the first, by ``next``, each exactly once."""
    following = {stage.id: stage.next for stage in policy.stages}
    reached: list[str] = []
    here = policy.stages[0].id if policy.stages else None
    while here in following and here not in reached:
        reached.append(here)
        here = following[here]
    astray = list(_astray(policy, reached))
    yield from astray
    for stage in policy.stages:
        if not astray and stage.id and stage.id not in reached:
            yield Finding(stage, "id", f"stage {stage.id!r} cannot be reached from the first stage by next")
        if not stage.levels:
            yield Finding(stage, "levels", "must not be empty")
    if policy.risk.enter is not None and policy.risk.enter not in following:
        yield Finding(policy.risk, "enter", unknown(policy.risk.enter, following))


def _astray(policy: Policy, reached: list[str]) -> Iterator[Finding]:
    """Each ``next`` that does not lead up the ladder."""
    stages = [stage.id for stage in policy.stages]
    for stage in policy.stages:
        if stage.next is not None and stage.next not in stages:
            yield Finding(stage, "next", unknown(stage.next, stages))
        elif stage.next in reached[: reached.index(stage.id) + 1 if stage.id in reached else None]:
            yield Finding(stage, "next", f"leads back to stage {stage.next!r}")


def _rule_ids(policy: Policy) -> Iterator[Finding]:
    """Rule ids are PREFIX-something, all with one prefix: the one that most of them have."""
    cited = [part for part in parts(policy) if getattr(part, "rule", None)]
    prefixes = Counter(part.rule.split("-")[0] for part in cited)
    for part in cited:
        usual = prefixes.most_common(1)[0][0]
        if not RULE_ID.fullmatch(part.rule):
            yield Finding(part, "rule", f"{part.rule!r} is not a rule id (such as {usual}-1a)")
        elif part.rule.split("-")[0] != usual:
            yield Finding(part, "rule", f"{part.rule!r} does not begin with {usual}-")


def _repeats(policy: Policy) -> Iterator[Finding]:
    """Ids that others refer to stand once. Only the risk route may make several steps of one rule."""
    steps = (step for stage in policy.stages for step in stage.steps)
    groups: tuple[tuple[str, Iterable[Any]], ...] = (
        ("id", policy.stages),
        ("id", policy.contacts),
        ("id", policy.forms),
        ("rule", policy.all_limits()),
        ("rule", steps),
        ("rule", policy.closing),
        ("rule", policy.throughout),
        ("rule", policy.missed),
    )
    for key, group in groups:
        seen: set[str] = set()
        for part in group:
            value = getattr(part, key)
            if value and value in seen:
                yield Finding(part, key, f"{value!r} is used twice")
            seen.add(value)


def _references(policy: Policy) -> Iterator[Finding]:
    contacts = {contact.id for contact in policy.contacts}
    forms = {form.id for form in policy.forms}
    users: tuple[Step | Form, ...] = (*policy.all_steps(), *policy.forms)
    for part in users:
        if part.contact is not None and part.contact not in contacts:
            yield Finding(part, "contact", unknown(part.contact, contacts))
    for step in policy.all_steps():
        if step.form is not None and step.form not in forms:
            yield Finding(step, "form", unknown(step.form, forms))
    for form in policy.forms:
        yield from _fields(form)


def _fields(form: Form) -> Iterator[Finding]:
    """What is said of fields is said of those that the form has, once each, and fills in nothing that identifies."""
    for field in form.identifying:
        if field not in form.fields:
            yield Finding(form, "identifying", f"{field!r} is not one of the fields")
    seen: set[str] = set()
    for each in form.filled:
        if each.field and each.field not in form.fields:
            yield Finding(each, "field", f"{each.field!r} is not one of the fields")
        elif each.field in seen:
            yield Finding(each, "field", f"{each.field!r} is used twice")
        elif each.field in form.identifying and each.holds:
            yield Finding(each, "holds", f"{each.field!r} identifies somebody, so it is left blank")
        seen.add(each.field)


def _limits(policy: Policy) -> Iterator[Finding]:
    stages = [stage.id for stage in policy.stages]
    steps = {step.rule for step in policy.all_steps()}
    for limit in policy.all_limits():
        yield from _amount(limit)
        if limit.start and limit.start not in START_EVENTS | steps:
            yield Finding(limit, "start", f"{unknown(limit.start, START_EVENTS)}, or the rule of a step")
        if limit.step is not None and limit.step not in steps:
            yield Finding(limit, "step", f"no step has the rule {limit.step!r}")
        for stage in limit.covers:
            if stage not in stages:
                yield Finding(limit, "covers", unknown(stage, stages))


def _amount(limit: Limit) -> Iterator[Finding]:
    """A counted unit has a value and no other unit has one; where readings stand, they say both."""
    counted = limit.unit in COUNTED
    if limit.readings and (limit.value is not None or limit.unit is not Unit.NONE):
        yield Finding(limit, "readings", "stand instead of value and unit, not beside them")
    elif limit.readings and len(limit.readings) < 2:
        yield Finding(limit, "readings", "a unit that is open has two readings")
    elif counted and not limit.value:
        yield Finding(limit, "value", f"{limit.unit} needs a value of 1 or more")
    elif limit.unit and not counted and limit.value is not None and not limit.readings:
        yield Finding(limit, "value", f"needs a unit; allowed words: {', '.join(sorted(COUNTED))}")
    for reading in limit.readings:
        if reading.unit and (reading.unit not in COUNTED or not reading.value):
            yield Finding(reading, "unit", "a reading needs a counted unit and a value of 1 or more")


def _elsewhere(policy: Policy) -> Iterator[Finding]:
    for route in policy.elsewhere:
        if route.to is not None and not (route.rule and route.at):
            yield Finding(route, "to", "a route needs the rule and the place (at) that name it")


def _more_references(policy: Policy) -> Iterator[Finding]:
    """A contact for other hours is another contact; a panel sits at a stage."""
    stages = {stage.id for stage in policy.stages}
    for contact in policy.contacts:
        others = {other.id for other in policy.contacts} - {contact.id}
        if contact.after_hours is not None and contact.after_hours not in others:
            yield Finding(contact, "after_hours", unknown(contact.after_hours, others))
    for panel in policy.panels:
        if panel.stage and panel.stage not in stages:
            yield Finding(panel, "stage", unknown(panel.stage, stages))


def _hours(policy: Policy) -> Iterator[Finding]:
    """Opening hours are clock times, and they are there where working hours are to be counted."""
    yield from clock_times(policy)
    for limit in policy.all_limits():
        if not policy.hours and any(reading.unit is Unit.WORKING_HOURS for reading in limit.all_readings):
            yield Finding(limit, "unit", "working hours need the hours of the policy (hours)")


def clock_times(thing: Any) -> Iterator[Finding]:
    """Every opening and closing is a time of day, in order."""
    for hours in (part for part in parts(thing) if isinstance(part, Hours)):
        wrong = [key for key in ("opens", "closes") if not CLOCK.fullmatch(getattr(hours, key) or "00:00")]
        for key in wrong:
            yield Finding(hours, key, f'must be a time such as "09:00", not {getattr(hours, key)!r}')
        if not wrong and hours.opens and hours.closes and hours.opens >= hours.closes:
            yield Finding(hours, "closes", "must be later than opens")


def _urgency(policy: Policy) -> Iterator[Finding]:
    if policy.asks_urgency and policy.urgency is None:
        yield Finding(policy, "urgency", "is missing: a limit or step depends on it, so say what counts as urgent")


def parts(thing: Any) -> Iterator[Any]:
    """A record and every record inside it."""
    if isinstance(thing, tuple):
        for item in thing:
            yield from parts(item)
    elif is_dataclass(thing):
        yield thing
        for field in fields(thing):
            yield from parts(getattr(thing, field.name))


def unknown(word: str, allowed: Iterable[str]) -> str:
    """What is said of a word that is not one of those allowed."""
    return f"unknown word {word!r}; allowed words: {', '.join(sorted(filter(None, allowed))) or '(none)'}"
