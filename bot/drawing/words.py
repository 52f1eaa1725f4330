"""What the chart says of a policy, in short: who does what, how much time there is, what belongs elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from bot.casework.contacts import Panel
from bot.casework.policy import Policy
from bot.casework.provisions import Elsewhere
from bot.casework.stages import Limit, OtherContact, Reading, Stage, Step
from bot.casework.vocabulary import Adjust, Condition, Person, Scope, Unit
from bot.drawing.vocabulary import (
    ALWAYS_ASKED,
    CONDITIONS,
    COUNTED,
    MATTERS,
    STARTS,
    STRENGTHS,
    TRIGGERS,
    UNCOUNTED,
)

NO_LIMIT = "No time limit"


def capital(sentence: str) -> str:
    """The sentence with its first letter in upper case."""
    return sentence[:1].upper() + sentence[1:]


def protected(policy: Policy) -> str:
    """Whom the policy protects: "a child", "a child or an adult"."""
    return " or ".join("an adult" if person is Person.ADULT else f"a {person.value}" for person in policy.people)


def who(step: Step) -> str:
    """Who does it, where the step's own sentence does not say so: one that tells you to do something speaks to you."""
    told = step.who == "you" or step.who.startswith(("you ", "you,")) or step.who.lower() in step.do.lower()
    return "" if told else capital(step.who)


def what(step: Step) -> str:
    """What they do, after the chain to which it belongs, the agencies that it is for, and its conditions."""
    chain = [f"Beside this, {step.beside}"] if step.beside else []
    chain += [f"Instead, {step.instead}"] if step.instead else []
    before = [*chain, *_agencies(step.agencies), *conditions(step.when)]
    return f"{', '.join(before)}: {step.do[:1].lower()}{step.do[1:]}" if before else step.do


def copied(step: Step) -> str:
    """Who gets a copy."""
    return f"Copy to: {'; '.join(step.copies)}." if step.copies else ""


def conditions(when: Sequence[Condition]) -> list[str]:
    """The conditions that have to be said."""
    return [CONDITIONS[each] for each in when if each in CONDITIONS]


def _agencies(agencies: Sequence[str]) -> list[str]:
    return [f"For {', '.join(agencies).replace('_', ' ')} only"] if agencies else []


def name(stage: Stage) -> str:
    """The name of a stage, with what the policy prints instead of a number, and whether it may be left out."""
    printed = f"{stage.called}: {stage.name}" if stage.called else stage.name
    return f"{printed} (may be left out)" if stage.optional else printed


def onward(stage: Stage) -> str:
    """What moves a case up from the stage."""
    return ", or ".join(TRIGGERS[each] for each in stage.move_up) or "not resolved"


def other_contact(contact: OtherContact) -> str:
    """Whom some turn to instead."""
    return f"{', '.join([*_agencies(contact.agencies), *conditions(contact.when)])}: {contact.to}."


def panel(found: Panel) -> str:
    """Who sits on a panel, who leads it, and who does not sit there."""
    chair = f"; chair: {found.chair}" if found.chair else ""
    without = f"; not: {', '.join(found.without)}" if found.without else ""
    return f"{', '.join(found.members)}{chair}{without}."


def amount(limit: Limit) -> str:
    """How much time there is, with every reading where the unit is open."""
    if limit.unit is Unit.UNKNOWN:
        return "A time that cannot be read"
    return " or ".join(map(_reading, limit.all_readings)) or NO_LIMIT


def counted(limit: Limit) -> str:
    """From when it runs. An asterisk: see the note of the chart on how the start was read."""
    if not limit.timed:
        return "agree a date and write it down" if Adjust.TRACK_AGREED in limit.adjust else ""
    if limit.unit in UNCOUNTED:
        return ""
    start = STARTS.get(limit.start, f"from step {limit.start}") + ("*" if limit.start_note else "")
    return f"the document leaves open which; {start}" if limit.readings else start


def in_all(limit: Limit) -> str:
    """What the policy says of time as a whole; where that is no number, its note says it best."""
    if not limit.timed and limit.note:
        return f"{limit.note[:1].lower()}{limit.note[1:]}"
    return f"{', '.join(part for part in (amount(limit).lower(), counted(limit)) if part)}."


def adjusted(policy: Policy) -> str:
    """What comes before any limit, where the policy says so."""
    early = any(Adjust.PROTECTIVE_DATE in limit.adjust for limit in policy.all_limits())
    return "Where safety needs it sooner, that date counts." if early else ""


def sharing(limit: Limit) -> str:
    """ "Stages 1 to 3, together"."""
    ends = [each if each.isdigit() else each.capitalize() for each in (limit.covers[0], limit.covers[-1])]
    how = "each" if limit.scope is Scope.STAGE else "together"
    return f"Stages {ends[0]} {'to' if len(limit.covers) > 2 else 'and'} {ends[1]}, {how}"


def strength(limit: Limit) -> str:
    """How strongly the limit is worded."""
    return STRENGTHS.get(limit.strength, limit.strength.value)


def elsewhere(policy: Policy) -> list[tuple[Elsewhere, str]]:
    """The matters that the policy sends to another route, or deals with after all, and where to."""
    covered = [(each, "this policy deals with them too") for each in policy.elsewhere if each.covered]
    return [(each, each.to) for each in policy.elsewhere if each.to and not each.covered] + covered


def silent(policy: Policy) -> str:
    """The matters on which the policy is silent."""
    answered = {each.about for each, _ in elsewhere(policy)}
    asked = dict.fromkeys([*ALWAYS_ASKED, *(each.about for each in policy.elsewhere)])
    return "; ".join(MATTERS[about].lower() for about in asked if about not in answered)


def own_limits(policy: Policy, stage_id: str) -> list[Limit]:
    """The limits that stand in a stage's own box."""
    return [*policy.stage(stage_id).limits, *(limit for limit in policy.limits if limit.covers == (stage_id,))]


def shared_limits(policy: Policy) -> list[Limit]:
    """The limits that several stages have in common."""
    return [limit for limit in policy.limits if len(limit.covers) > 1]


def other_limits(policy: Policy) -> list[Limit]:
    """What the policy says of time without naming a stage or a step."""
    return [limit for limit in policy.limits if not limit.covers and not limit.step]


def time_elsewhere(policy: Policy, stage_id: str) -> str:
    """What the box of a stage says where it has no limit of its own."""
    shared = [limit for limit in shared_limits(policy) if limit.timed and stage_id in limit.covers]
    return f"Shared: see {policy.stage(shared[0].covers[0]).label}" if shared else NO_LIMIT


def dated(policy: Policy) -> str:
    """What the document says of its own age."""
    dates = "undated" if policy.document.dates == "none" else policy.document.dates
    return f"{dates}; review: {policy.document.review}"


def _reading(reading: Reading) -> str:
    if reading.unit in UNCOUNTED:
        return UNCOUNTED[reading.unit]
    return f"{reading.value} {COUNTED[reading.unit]}{'' if reading.value == 1 else 's'}"
