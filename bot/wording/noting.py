"""What was noted from a message, said back so that a wrong reading is seen at once; and how to put it right."""

from __future__ import annotations

from bot.casework.advice import Advice
from bot.casework.calendar import local_date, say_date
from bot.casework.case import Answer, Case, Circumstance, Event, Outcome
from bot.casework.intake import CAREFUL
from bot.casework.message import Block, Button, Kind, Message
from bot.service import Desk
from bot.wording.advising import NEXT_STEP, WHAT_TO_SAY, main_steps
from bot.wording.own import everybody
from bot.wording.questions import LEVELS, said_categories
from bot.wording.safety import front_door
from bot.wording.shaping import answer, caution, payload, small, text

_ENDED = {
    Outcome.UNRESOLVED: ", no agreement",
    Outcome.REFUSED: ", refused",
    Outcome.NO_ANSWER: ", no answer",
    Outcome.WAITING: ", waiting for an answer",
}


def understood(desk: Desk, mends: bool = False) -> list[Block]:
    """What was taken from the last message, in one line, so that a wrong reading is seen at once."""
    parts = _news(desk, desk.case) if desk.case else []
    if not parts:
        return []
    said = f"{'Put right' if mends else 'Understood'}: {'; '.join(parts)}."
    return [text(said) if mends else small(f"{said} If that is wrong, just say so.")]


def _news(desk: Desk, case: Case) -> list[str]:
    said = {
        Event.POLICY_SET: desk.policy.short if desk.policy else None,
        Event.PERSON_SET: f"a{'n' if case.person == 'adult' else ''} {case.person}" if case.person else None,
        Event.CATEGORY_SET: f"a disagreement about {said_categories(case.categories)}" if case.categories else None,
        Event.RAISED_SET: f"since {say_date(local_date(case.raised_at))}" if case.raised_at else None,
        Event.TRIED_SET: _spoken(case),
        Event.CIRCUMSTANCES_SET: _circumstances(desk, case),
        Event.PROTECT_BY_SET: f"safe by {say_date(case.protect_by)}" if case.protect_by else None,
    }
    return [part for event, part in said.items() if part and event in desk.news]


def _circumstances(desk: Desk, case: Case) -> str | None:
    parts = ["a child on a protection plan or looked after"] if case.on_plan_or_looked_after else []
    if any(entry.about.get(Circumstance.URGENT) is not None for entry in desk.entries):
        parts.append("urgent" if case.circumstances.get(Circumstance.URGENT) else "not urgent")
    return "; ".join(parts) or None


def _spoken(case: Case) -> str | None:
    tried = case.tried
    if tried is None:
        return _ENDED[case.ended].removeprefix(", ") if case.ended else None
    if tried.level is None:
        return "nobody spoken to yet"
    on = f" on {say_date(local_date(tried.when))}" if tried.when else ""
    return f"spoken to {LEVELS[tried.level]}{on}{_ENDED[tried.outcome] if tried.outcome else ''}"


def again(desk: Desk) -> list[Block]:
    """Raising the same thing again is no step of an escalation; that it was raised before is a ground to go up."""
    if desk.case is None or Event.RAISED_AGAIN not in desk.news:
        return []
    policy = f"the {desk.policy.short} policy" if desk.policy else "an escalation policy"
    return [
        caution(
            f"You have raised this {_times(desk.case.times_raised)}. Raising it again is no step of {policy}. "
            "That it was raised before and is not settled is the ground to go up a level."
        )
    ]


def _times(number: int) -> str:
    return "before" if number < 2 else "twice" if number == 2 else f"{number} times"


def raised_again(desk: Desk, found: Advice) -> Message:
    """It was raised once more: what the policy has instead, and where it goes if that has been tried."""
    stage, after = found.stage, found.next_stage
    steps = [step for step in main_steps(found) if step.with_whom][:1]
    at = f" ({steps[0].at})" if steps else ""
    lines = [f"What the policy has now is {stage.label}: contact {stage.contact_next}.{at}"]
    if after:
        lines.append(f"If you have done that and it is not settled, go to {after.label}: {after.contact_next}.")
    onward = (Button(f"Not settled: go to {after.label}", "/report_unresolved"),) if after else ()
    cites = [*(step.rule for step in steps), *([after.rule] if after else [])]
    return answer(*again(desk), *map(text, lines), buttons=(*onward, NEXT_STEP, WHAT_TO_SAY), cites=cites)


def careful(desk: Desk) -> list[Block]:
    """After "not sure": no clear danger, but enough doubt to tell somebody now."""
    case = desk.case
    if case is None or case.risk is not Answer.UNSURE or Event.CAREFUL_ANSWERED not in desk.news:
        return []
    if set(case.careful) != {ask.value for ask in CAREFUL}:
        return []
    return [
        caution(
            "You are not sure, and that is reason enough to tell somebody now: speak to your safeguarding lead today, "
            f"and to {front_door(case.person)} if your lead cannot be reached. If it becomes an emergency, call 999."
        ),
        small("This is Waymark’s own safety advice. It is not taken from the policy."),
        *everybody(desk.own, case.person),
    ]


def danger_first() -> Message:
    """A question that has to wait for the one about danger."""
    return answer(text("I will come to that. This comes first:"))


def nothing_taken(desk: Desk) -> Message:
    """A message of which nothing was understood; the case stands as it did."""
    return answer(text("Nothing in your case was changed."), buttons=(NEXT_STEP,) if desk.advice else ())


def what_to_correct(case: Case) -> Message:
    """Which fact is wrong? They are offered."""
    urgency = {"urgency": "Urgent or not"} if case.circumstances.get(Circumstance.URGENT) is not None else {}
    choices = {
        "raised_on": "The date",
        "tried": "The stage: what was tried",
        "category": "What it is about",
        "policy": "The area",
        "person": "Child or adult",
        **urgency,
    }
    return Message(
        Kind.QUESTION,
        (text("That is easily mended. What should I change?"), small("Nothing is lost: the record keeps both.")),
        tuple(Button(title, payload("correct", {"what": name})) for name, title in choices.items()),
    )


def how_to_correct() -> Message:
    """How to mend a fact in words, while another question is open."""
    return answer(
        text("That is easily mended: say it as it is, for example “the date was Wednesday” or “it is Telford”.")
    )


def mended(desk: Desk) -> Message:
    """A fact was put right."""
    return answer(*(understood(desk, mends=True) or [text("Thank you, that is put right.")]))
