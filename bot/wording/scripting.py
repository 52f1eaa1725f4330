"""Words to say: a script in three parts, filled from what the person told of this case, its gaps marked plainly.

What is unsafe, what should change, what it means for the child or adult: so the conversation stays on the person.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.casework.calendar import local_date, say_date
from bot.casework.case import Case, Circumstance
from bot.casework.message import Block, Message
from bot.casework.policy import Policy
from bot.casework.stages import Stage, Step
from bot.casework.vocabulary import Agency, Category, Level, Side
from bot.service import Desk
from bot.wording.advising import NEXT_STEP, NOT_RESOLVED, RESOLVED, WHAT_TO_WRITE, opening
from bot.wording.own import colleagues
from bot.wording.questions import said_categories
from bot.wording.shaping import answer, capital, listed, script, small, text

OwnWords = Mapping[str, Sequence[str]]
"""The person's own sentences for each part: ``unsafe``, ``change``, ``means``."""

AGENCIES = {
    Agency.EARLY_YEARS: "the nursery",
    Agency.EDUCATION: "the school or college",
    Agency.HEALTH: "the health service",
    Agency.POLICE: "the police",
    Agency.SOCIAL_CARE: "social care",
    Agency.HOUSING: "housing",
    Agency.PROBATION: "probation",
    Agency.VOLUNTARY: "the voluntary service",
}
ASKED = {
    Category.THRESHOLDS: "Please look at the level of need again with what I have told you, and give me your reasons.",
    Category.ROLES: "Please let us settle who does what, and who leads.",
    Category.COMMUNICATION: "Please tell me what was decided and why, and how we keep each other informed.",
    Category.NEED_FOR_ACTION: "Please tell me what will be done, by whom and by when.",
}
GAPS = {
    "unsafe": "[say here what you have seen or heard, with dates]",
    "change": "[say here what you want done, by whom and by when]",
    "means": "[say here what it is like for the {person} now, and what you fear if nothing changes]",
}


def what_to_say(desk: Desk, own_words: OwnWords) -> Message:
    """The script, and what the policy wants covered at this stage."""
    found = desk.advice
    steps = [step for step in found.ours if step.say] if found else []
    prompts = list(dict.fromkeys(prompt for step in steps for prompt in step.say))
    return answer(
        *([opening(found)] if found else []),
        *([listed(map(capital, prompts), "The policy asks you to cover")] if prompts else []),
        *filled(desk, own_words),
        buttons=(WHAT_TO_WRITE, NOT_RESOLVED, RESOLVED) if found else (),
        cites=[step.rule for step in steps],
    )


def afraid(desk: Desk, own_words: OwnWords) -> Message:
    """Somebody does not dare: leave to challenge, somebody beside them, a way round, and words."""
    first = "It is hard to challenge somebody more senior, and you are not alone. What you saw counts."
    if desk.policy is None:
        beside = "Ask your safeguarding lead to be with you, or to make the call with you."
        return answer(text(first), text(beside), *colleagues(desk.own), *filled(desk, own_words))
    policy = desk.policy
    helper, stage, way = supporter(policy), first_of_managers(policy), way_round(policy)
    rules = [*(note.rule for note in policy.support[:2]), *(step.rule for step in (helper, *way) if step)]
    return answer(
        text(first),
        listed([f"{note.says} ({note.at})" for note in policy.support[:2]], f"{policy.short} backs you"),
        *([text(f"Ask first: {helper.with_whom}. ({capital(helper.force.value)}; {helper.at})")] if helper else []),
        *colleagues(desk.own),
        *([_without_them(stage, way)] if stage and way else []),
        *filled(desk, own_words),
        buttons=(NEXT_STEP, WHAT_TO_WRITE) if desk.advice else (),
        cites=rules,
    )


def supporter(policy: Policy) -> Step | None:
    """The first step that takes a practitioner to somebody of their own agency."""
    steps = (step for stage in policy.stages for step in stage.steps if step.side is Side.YOU)
    return next((step for step in steps if "your" in (step.with_whom or "")), None)


def first_of_managers(policy: Policy) -> Stage | None:
    """The first stage at which managers speak with managers."""
    return next((stage for stage in policy.stages if Level.LINE_MANAGER in stage.levels), None)


def way_round(policy: Policy) -> tuple[Step, ...]:
    """The steps by which it goes on without the practitioner having to face the person whom they defer to."""
    stage = first_of_managers(policy)
    if stage is None:
        return ()
    first, *others = stage.steps
    return (first, *(step for step in others[:1] if step.side is Side.YOUR_AGENCY and not step.when))


def _without_them(stage: Stage, way: Sequence[Step]) -> Block:
    lines = " ".join(f"{step.do} ({step.at})" for step in way)
    return text(f"You need not win the argument yourself. {stage.label} does not go through that person: {lines}")


def filled(desk: Desk, own_words: OwnWords) -> list[Block]:
    """The script to be copied; above it, where something is missing, that it is."""
    case = desk.case
    parts = {name: _part(name, desk, own_words) for name in GAPS}
    gaps = any(line.endswith("]") for line in parts.values())
    lines = [
        f"“I would like to talk about {_decision(case)}. I see it differently, and I want us to settle it together.",
        f"What is unsafe: {parts['unsafe']}",
        f"What should change: {parts['change']}",
        f"What it means for the {_person(desk)}: {parts['means']}",
        f"{_in_time(desk)}What can we agree now, and by when? {_otherwise(desk)}”",
    ]
    told = "Words to say, from what you told me"
    hint = "Square brackets are gaps: fill them in as you speak. Keep names for your own agency’s record."
    return [script(told if any(own_words.values()) else "Words to start with", lines), *([small(hint)] if gaps else [])]


def _part(name: str, desk: Desk, own_words: OwnWords) -> str:
    if said := own_words.get(name):
        return " ".join(_sentence(line) for line in said)
    asked = [ASKED[category] for category in (desk.case.categories if desk.case else ()) if category in ASKED]
    if name == "change" and asked:
        return asked[0]
    return GAPS[name].format(person=_person(desk))


def _sentence(words: str) -> str:
    """Their own sentence, begun and ended as one."""
    return capital(words.strip()) + ("" if words.rstrip().endswith((".", "!", "?")) else ".")


def _person(desk: Desk) -> str:
    told = desk.case.person if desk.case else None
    only = desk.policy.people[0] if desk.policy and len(desk.policy.people) == 1 else None
    person = told or only
    return person.value if person else "child or adult"


def _decision(case: Case | None) -> str:
    if case is None:
        return "a decision"
    other = case.circumstances.get(Circumstance.OTHER_AGENCY)
    by = [f"by {AGENCIES[Agency(other)]}"] if other in set(AGENCIES) else []
    real = [category for category in case.categories if category is not Category.OTHER]
    about = [f"about {said_categories(real)}"] if real else []
    on = [f"of {say_date(local_date(case.raised_at))}"] if case.raised_at else []
    return " ".join(["the decision", *by, *on, *about])


def _in_time(desk: Desk) -> str:
    if desk.case is None or desk.case.protect_by is None:
        return ""
    return f"The {_person(desk)} has to be safe by {say_date(desk.case.protect_by)}. "


def _otherwise(desk: Desk) -> str:
    if desk.policy is None:
        return "If we cannot, I will follow our escalation policy."
    after = desk.advice.next_stage if desk.advice else None
    where = f"{after.label} of the {desk.policy.short} policy" if after else f"the {desk.policy.short} policy"
    return f"If we cannot, I will {'go to' if after else 'follow'} {where}."
