"""Advice in words: the stage and its steps, whom to contact, what to say, what to write down, and what comes after."""

from __future__ import annotations

from collections.abc import Iterable

from bot.casework.advice import Advice, concerns
from bot.casework.calendar import local_date, say_date
from bot.casework.message import Block, Button, Kind, Message, Shape
from bot.casework.policy import Policy
from bot.casework.stages import Step
from bot.casework.vocabulary import Condition, Trigger
from bot.wording.contacting import printed
from bot.wording.shaping import capital, caution, heading, joined, listed, small, text
from bot.wording.timing import deadline_in_short

CONDITIONS = {
    Condition.ON_PLAN_OR_LOOKED_AFTER: "If the child is on a protection plan or looked after: ",
    Condition.EXCEPTIONAL: "In exceptional circumstances only: ",
    Condition.IF_HELPFUL: "If it helps: ",
    Condition.LEAD_UNAVAILABLE: "If your safeguarding lead cannot be reached: ",
    Condition.PANEL: "If a panel is called: ",
    Condition.LIMIT_MISSED: "If the date is missed: ",
    Condition.CONFLICT_OF_INTEREST: "If that person is part of the disagreement: ",
    Condition.TIER_MISSING: "If your agency has no such level: ",
    Condition.LEAD_PROFESSIONAL: "If there is a lead professional: ",
    Condition.SAFE_TO_TELL: "If it is safe to tell them: ",
    Condition.URGENT: "If it is urgent: ",
    Condition.NOT_URGENT: "If it is not urgent: ",
}
TRIGGERS = {
    Trigger.UNRESOLVED: "it is not settled",
    Trigger.NOT_SATISFIED: "you are not satisfied with the answer",
    Trigger.NO_ANSWER: "nobody answers in time",
    Trigger.LIMIT_MISSED: "the date is missed",
}
OPTIONAL = frozenset({Condition.IF_HELPFUL, Condition.EXCEPTIONAL})
"""Conditions of steps that are mentioned last, as possible."""

DONE = Button("I have done this", "/report_done")
NOT_RESOLVED = Button("Not resolved", "/report_unresolved")
NO_ANSWER = Button("No answer yet", "/report_no_answer")
RESOLVED = Button("It is resolved", "/report_resolved")
WHAT_TO_SAY = Button("What do I say?", "/ask_what_to_say")
WHAT_TO_WRITE = Button("What do I write down?", "/ask_what_to_write")
NEXT_STEP = Button("What do I do now?", "/ask_next_step")


def advice(found: Advice, lead: Iterable[Block] = ()) -> Message:
    """What to do now, short enough to be read in a corridor; the single questions give the rest.

    ``lead`` says what has just happened.
    """
    stage = found.stage
    blocks = [
        *lead,
        heading(f"{found.policy.named}, {stage.label}: {stage.name}"),
        *deadline_in_short(found),
        Block(Shape.TEXT, (f"{capital(stage.contact_next)}.",), "Contact next"),
        listed([said(step, found) for step in main_steps(found) if not step.say], "What to do"),
        *_beforehand(found),
        *_saying(found),
        *_writing(found),
        *_further(found),
    ]
    return Message(Kind.ADVICE, tuple(block for block in blocks if block.lines), buttons(found), cites(found))


def buttons(found: Advice) -> tuple[Button, ...]:
    """What can be answered under advice; a stage with no next one has nothing to move to."""
    onward = (NOT_RESOLVED, NO_ANSWER) if found.next_stage else ()
    return (DONE, *onward, RESOLVED, WHAT_TO_SAY, WHAT_TO_WRITE)


def cites(found: Advice) -> tuple[str, ...]:
    """The rules that the advice rests on, the deadline's first."""
    limits = [item.limit.rule for item in (found.headline, *found.also) if item]
    return tuple(dict.fromkeys([*limits[:1], *(step.rule for step in main_steps(found)), *limits[1:]]))


def main_steps(found: Advice) -> list[Step]:
    """The steps that are ours now, without those that are only if helpful or belong to another chain."""
    return [step for step in found.ours if not OPTIONAL & set(step.when) and not step.aside]


def said(step: Step, found: Advice) -> str:
    """A step in words: its condition where that is for the practitioner to judge, its force and its place."""
    line = step.do.rstrip(".")
    if concerns(step, found.case) is None:
        line = _condition(step) + line[:1].lower() + line[1:]
    copies = f" Copy it to {joined(step.copies)}." if step.copies else ""
    return f"{line}.{copies} ({capital(step.force.value)}; {step.at})"


def _condition(step: Step) -> str:
    sectors = joined([agency.value.replace("_", " ") for agency in step.agencies], "or") if step.agencies else ""
    own = [f"If you work in {sectors}: "] if sectors else []
    return "".join([*own, *(CONDITIONS.get(condition, "") for condition in step.when)])


def _saying(found: Advice) -> list[Block]:
    steps = [step for step in main_steps(found) if step.say]
    if not steps:
        return []
    prompts = dict.fromkeys(capital(prompt) for step in steps for prompt in step.say)
    places = ", ".join(dict.fromkeys(step.at for step in steps))
    return [listed(prompts, f"What to say ({steps[0].force.value}; {places})")]


def _writing(found: Advice) -> list[Block]:
    lines = writing(found)[:3]
    return [listed(lines, "What to write down")] if lines else []


def writing(found: Advice) -> list[str]:
    """What the policy wants written down now: by this stage's own steps, then at all stages."""
    return [f"{step.record} ({step.at})" for step in (*found.ours, *found.policy.throughout) if step.record]


def _further(found: Advice) -> list[Block]:
    blocks: list[Block] = []
    theirs = [said(step, found) for step in found.theirs if not OPTIONAL & set(step.when)]
    if theirs:
        blocks.append(listed(theirs, "What the others do"))
    blocks += other_chains(found)
    blocks += printed(found.policy, (step.contact for step in (*found.ours, *found.theirs)))
    optional = [said(step, found) for step in found.ours if OPTIONAL & set(step.when) and not step.aside]
    if optional:
        blocks.append(listed(optional, "You may also"))
    blocks += panels(found.policy, found.stage.id)
    blocks += [caution(f"{note.says} ({note.at})") for note in found.stage.notes]
    blocks += [text(f"While it is open: {note.says} ({note.at})") for note in found.policy.meanwhile]
    return blocks + _onward(found)


def _beforehand(found: Advice) -> list[Block]:
    """What has to be clear before this stage, and whether it may be left out."""
    stage = found.stage
    checks = [f"{note.says} ({note.at})" for note in stage.before]
    left_out = [small(f"{stage.label} may be left out.")] if stage.optional else []
    return [*([listed(checks, "Check first")] if checks else []), *left_out]


def other_chains(found: Advice) -> list[Block]:
    """The steps of chains that run beside the stage's own, or in its place, under their names."""
    blocks = []
    for title, name in (("Beside this: {}", "beside"), ("Or instead: {}", "instead")):
        chains = dict.fromkeys(getattr(step, name) for step in found.ours if getattr(step, name))
        for chain in chains:
            lines = [said(step, found) for step in found.ours if getattr(step, name) == chain]
            blocks.append(listed(lines, title.format(chain)))
    return blocks


def panels(policy: Policy, stage_id: str | None = None) -> list[Block]:
    """Who sits on the panel of a stage, or on every panel."""
    blocks = []
    for panel in policy.panels:
        if stage_id not in (None, panel.stage):
            continue
        chair = [f"in the chair: {panel.chair}"] if panel.chair else []
        without = [f"not: {other}" for other in panel.without]
        title = f"Who sits on the {panel.name} ({panel.at})"
        blocks.append(listed([*chair, *panel.members, *without, *([panel.note] if panel.note else [])], title))
    return blocks


def _onward(found: Advice) -> list[Block]:
    """What moves the case up and whither, and to which later stage it may go straight."""
    after, stage = found.next_stage, found.stage
    if after is None:
        return []
    reasons = joined([TRIGGERS[trigger] for trigger in stage.move_up], "or") if stage.move_up else ""
    blocks = [text(f"If {reasons or 'that does not settle it'}: {after.label}, {after.contact_next}.")]
    later = found.policy.stages[found.policy.stages.index(found.policy.stage(stage.id)) + 1 :]
    return blocks + [
        small(f"Straight to {other.label}: {note.says} ({note.at})") for other in later for note in other.shortcut
    ]


def form_lines(policy: Policy, form_id: str) -> list[str]:
    """A form: its name, when it is due, from whom, to whom, and what to leave out."""
    form = policy.form(form_id)
    lines = [f"{form.name}, from {form.by} to {form.to}. {form.due} ({form.at})"]
    if form.ours:
        lines.append("The policy wants it in writing and has no form for it. On the web, your case’s page has a draft.")
    if form.anonymised:
        lines.append("It has to be anonymised: no name, date of birth or address of the child or family.")
    elif form.identifying:
        lines.append(
            "Fill in the identifying fields in your own system, never here: " + ", ".join(form.identifying) + "."
        )
    return lines + ([form.note] if form.note else [])


def opening(found: Advice) -> Block:
    """How the case stands in one line, for the head of an answer."""
    since = say_date(local_date(found.case.stage_at)) if found.case.stage_at else "today"
    return small(f"Case {found.case.reference} · {found.policy.named} · {found.stage.label} since {since}")
