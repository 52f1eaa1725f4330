"""What is said where a case turns: there is still time, a date is agreed, it is settled, it begins anew."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from bot.casework.advice import Advice
from bot.casework.calendar import local_date, say_date
from bot.casework.case import Case
from bot.casework.message import Block, Button, Kind, Message, Shape
from bot.casework.moves import own_step
from bot.casework.vocabulary import EndingKind, Level
from bot.service import Desk
from bot.wording.advising import NEXT_STEP, WHAT_TO_WRITE, form_lines
from bot.wording.contacting import printed
from bot.wording.questions import LEVELS
from bot.wording.shaping import answer, heading, listed, payload, small, text
from bot.wording.timing import other_readings, strength

START_AGAIN = Button("Start a new case", "/start_again")
REOPEN = Button("It was not done: open it again", "/reopen")
ENDINGS = {
    EndingKind.RESOLVED: "Resolved",
    EndingKind.UNDERSTOOD: "The other view is understood",
    EndingKind.DECIDED: "Decided for both",
    EndingKind.WITHDRAWN: "Withdrawn",
}


def too_early(found: Advice) -> Message:
    """Silence, while the other side still has time: nothing moves unless the practitioner says so."""
    due = found.headline.deadline.due if found.headline else None
    after = found.next_stage
    if due is None or after is None:
        raise ValueError("only a running deadline can be too early to pass")
    until = f"the end of today, {say_date(due)}" if due == local_date(found.now) else say_date(due)
    return Message(
        Kind.QUESTION,
        (
            text(f"There is still time until {until}, so I have not moved the case. Chase it today, in writing, "
                 "and note that you did."),
            text(f"If nothing has come by then, or if it cannot wait, it goes to {after.label}: {after.contact_next}."),
        ),
        (Button(f"Go to {after.label} now", "/report_unresolved"), Button("I wait until then", "/ask_deadline")),
        (found.headline.limit.rule,) if found.headline else (),
    )


def done(desk: Desk) -> str:
    """A step was taken; where it was the last that the stage asks of the practitioner, how it goes on."""
    found = desk.advice
    if found is None or found.next_stage is None or own_step(found.stage, found.case):
        return "I have noted it."
    return (
        f"I have noted it. That is all that {found.stage.label} asks of you: if it has not settled the matter, say "
        f"“not resolved”, and {found.next_stage.label} begins."
    )


def went_on(before: Desk, after: Desk, failed: Level | None) -> str:
    """To which stage a case went; where it passed others over, because of which talk."""
    if after.advice is None or before.advice is None:
        return "I have noted that. It goes to the next stage now."
    stage, following = after.advice.stage, before.advice.next_stage
    if failed is None or stage is following:
        return f"I have noted that. It goes to {stage.label} now."
    return (
        f"I have noted that {LEVELS[failed]} did not settle it either. It goes to {stage.label} now. "
        "If that is wrong, just say so."
    )


def talk_below(found: Advice, level: Level) -> Message:
    """A talk that the case has behind it was had again: it says nothing of the stage that the case is at now."""
    stage, after = found.stage, found.next_stage
    if after is None:
        raise ValueError("at the last stage nothing is left to be moved to")
    return Message(
        Kind.QUESTION,
        (
            text(f"You tell me of a talk with {LEVELS[level]}. Your case is at {stage.label} already: {stage.name}."),
            text(f"Has that been tried as well, without success? Then it goes to {after.label}: {after.contact_next}."),
        ),
        (Button(f"Yes: go to {after.label}", "/report_unresolved"), Button("Not yet", NEXT_STEP.payload)),
        (stage.rule,),
    )


def date_agreed(found: Advice, agreed: date) -> Message:
    """An agreed date is tracked, and as what."""
    due = found.headline.deadline if found.headline else None
    words = f"I have noted {say_date(agreed)} as agreed by both agencies. Write the agreement down as well."
    shown: list[Block] = []
    if found.headline and due and due.due:
        shown = [Block(Shape.DEADLINE, (say_date(due.due), f"{due.why} {strength(due)}".strip()), "By")]
        shown += other_readings(found.headline)
        shown += [small("My reminders keep to the policy’s own date.")] if agreed < due.due else []
    cites = [found.headline.limit.rule] if found.headline else []
    return answer(text(words), *shown, buttons=(NEXT_STEP, WHAT_TO_WRITE), cites=cites)


def resolved(desk: Desk) -> Message:
    """The disagreement is settled: what this policy wants before it is closed."""
    policy, case = desk.policy, desk.case
    blocks: list[Block] = [heading("I am glad that it is settled")]
    if policy is None or case is None:
        return answer(*blocks, buttons=(START_AGAIN,))
    own = policy.stage(case.stage).steps if case.stage else ()
    steps = [*(step for step in own if "resolved" in step.when), *policy.closing]
    lines = [f"{step.do} ({step.force.value.capitalize()}; {step.at})" for step in steps]
    nothing = f"The {policy.short} policy asks for nothing at the end. Write down what was agreed all the same."
    blocks.append(listed(lines, f"What {policy.short} asks for at the end") if lines else text(nothing))
    forms = dict.fromkeys(step.form for step in steps if step.form)
    blocks += [text("\n".join(form_lines(policy, form))) for form in forms if form]
    blocks += printed(policy, (step.contact for step in steps))
    endings = [f"{ENDINGS[ending.kind]}: {ending.says} ({ending.at})" for ending in policy.endings]
    blocks += [listed(endings, "How it may end")] if endings else []
    blocks += _confirmations(desk)
    blocks.append(text("If what was agreed is not done, come back: a settled disagreement may be opened again."))
    cites = tuple(dict.fromkeys(step.rule for step in steps))
    return Message(Kind.ADVICE, tuple(blocks), (REOPEN, START_AGAIN), cites)


def _confirmations(desk: Desk) -> list[Block]:
    advice_now = desk.advice
    if advice_now is None:
        return []
    found = [item for item in (advice_now.headline, *advice_now.also) if item and "resolved" in item.limit.when]
    return [
        Block(
            Shape.DEADLINE,
            (say_date(item.deadline.due), f"{item.deadline.why} ({item.limit.at})"),
            f"{item.limit.on}: by",
        )
        for item in found
        if item.deadline.due
    ]


def settled_already(at: datetime, said: Mapping[str, str]) -> Message:
    """Something is told of a case that is settled: it is not rewritten by that, so what is meant?

    ``said`` is what was told and when, for the case that it may begin.
    """
    when = say_date(local_date(at))
    return Message(
        Kind.QUESTION,
        (
            text(f"Your last case was settled on {when}. Has it come undone, or is this something new?"),
            small("If someone is in danger now, call 999."),
        ),
        (REOPEN, Button(START_AGAIN.title, payload("start_again", said))),
    )


def started_again(before: Case | None) -> Message:
    """A new case; what becomes of the one before."""
    if before is None or before.stage is None:
        return answer(text("We start again."))
    stays = "stays in the record as it is, and open" if before.is_open else "stays in the record as it is"
    return answer(
        text(f"Case {before.reference} {stays}. This is a new one."),
        small(f"To come back to it, say “my cases”, or {before.reference}."),
    )
