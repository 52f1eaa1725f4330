"""What is said when something has just happened: facts understood, a stage entered, a date agreed, an ending."""

from __future__ import annotations

from datetime import date, datetime

from bot.casework.advice import Advice
from bot.casework.calendar import local_date, say_date
from bot.casework.case import Answer, Case, Circumstance, Event, Outcome
from bot.casework.errors import CaseworkError
from bot.casework.intake import CAREFUL, RISK_HOLDS_FOR
from bot.casework.message import Block, Button, Kind, Message, Shape
from bot.casework.policy import Policy
from bot.casework.vocabulary import EndingKind
from bot.service import Desk
from bot.wording.advising import NEXT_STEP, WHAT_TO_SAY, WHAT_TO_WRITE, form_lines, main_steps, strength
from bot.wording.contacting import printed
from bot.wording.own import everybody
from bot.wording.questions import LEVELS, said_categories
from bot.wording.safety import front_door
from bot.wording.shaping import answer, caution, heading, listed, small, text

START_AGAIN = Button("Start a new case", "/start_again")
ENDINGS = {
    EndingKind.RESOLVED: "Resolved",
    EndingKind.UNDERSTOOD: "The other view is understood",
    EndingKind.DECIDED: "Decided for both",
    EndingKind.WITHDRAWN: "Withdrawn",
}
_ENDED = {
    Outcome.UNRESOLVED: ", no agreement",
    Outcome.REFUSED: ", refused",
    Outcome.NO_ANSWER: ", no answer",
    Outcome.WAITING: ", waiting for an answer",
}
REOPEN = Button("It was not done: open it again", "/reopen")


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


def _spoken(case: Case) -> str | None:
    tried = case.tried
    if tried is None:
        return _ENDED[case.ended].removeprefix(", ") if case.ended else None
    if tried.level is None:
        return "nobody spoken to yet"
    on = f" on {say_date(local_date(tried.when))}" if tried.when else ""
    return f"spoken to {LEVELS[tried.level]}{on}{_ENDED[tried.outcome] if tried.outcome else ''}"


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


def date_agreed(found: Advice, agreed: date) -> Message:
    """An agreed date is tracked, and as what."""
    due = found.headline.deadline if found.headline else None
    words = f"I have noted {say_date(agreed)} as agreed by both agencies. Write the agreement down as well."
    shown = (
        []
        if due is None or due.due is None
        else [Block(Shape.DEADLINE, (say_date(due.due), f"{due.why} {strength(due)}".strip()), "By")]
    )
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


def settled_already(at: datetime) -> Message:
    """Something is told of a case that is settled: it is not rewritten by that, so what is meant?"""
    when = say_date(local_date(at))
    return Message(
        Kind.QUESTION,
        (
            text(f"Your last case was settled on {when}. Has it come undone, or is this something new?"),
            small("If someone is in danger now, call 999."),
        ),
        (REOPEN, START_AGAIN),
    )


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


def refusal(error: CaseworkError, desk: Desk) -> Message:
    """Why something was not done, and what can be done instead. Nothing has changed."""
    policy = desk.policy
    return Message(Kind.REFUSAL, tuple(_refused(error, policy)), _instead(error, desk), _because(error, policy))


def _refused(error: CaseworkError, policy: Policy | None) -> list[Block]:
    if error.code in ("no_extension", "only_shorter") and policy:
        stands = "the date that I gave you stands" if error.code == "no_extension" else "a later date cannot count"
        return [
            text(f"Here {stands}, and nothing was changed."),
            text(f"{policy.longer.says} ({policy.longer.at})"),
        ]
    if error.code == "last_stage" and policy:
        return [
            text("This is the last stage of the policy: there is no further one."),
            text(f"{policy.final.says} ({policy.final.at})"),
            text("If the person is still not safe, tell your safeguarding lead and social care again, and say why."),
        ]
    return [text(REFUSALS.get(error.code, "I could not do that, and nothing was changed."))]


REFUSALS = {
    "no_case": "You have not told me about a disagreement yet. Say what happened, in your own words.",
    "may_only_see": "This case is yours to look at, and not to change. Nothing was changed.",
    "no_policy": "Tell me first which area it is in, and I look it up in that area’s policy.",
    "not_ready": "I need a little more before I can say where that leaves you.",
    "closed": "This case is closed. You can open it again, or start a new one.",
    "date_future": "That day has not come yet. Which day was it?",
    "date_before": "That is before the day on which the disagreement arose. Which day was it?",
    "date_past": "That day is over. Which date did you agree on?",
    "date_unknown": "Which date did you agree on? For example: Friday 11 December.",
    "nothing_to_do": "Everything that is yours to do at this stage is noted as done. How did it end?",
    "changed_meanwhile": "The case was changed elsewhere at the same moment, so I changed nothing. Please look again.",
    "turn_over": "That took too long, so I changed nothing. Please look again where your case stands.",
    "nothing_to_change": "I have nothing noted on that yet.",
    "not_resolved_yet": "This case is still open.",
    "label_name": "That may be somebody’s name, so I left it out and changed nothing. Choose words that name nobody.",
    "label_long": "That is too long for a label: 40 characters at most, please. Nothing was changed.",
    "label_taken": "Another open case of yours is called that already, so I changed nothing. Choose another label.",
    "not_yours": "I know no case of yours with that reference. Say “my cases”, and I show them.",
}


def _instead(error: CaseworkError, desk: Desk) -> tuple[Button, ...]:
    if error.code == "closed":
        return (REOPEN, START_AGAIN)
    return (NEXT_STEP,) if desk.advice else ()


def _because(error: CaseworkError, policy: Policy | None) -> tuple[str, ...]:
    if policy is None:
        return ()
    rules = {
        "no_extension": policy.longer.rule,
        "only_shorter": policy.longer.rule,
        "last_stage": policy.final.rule,
    }
    return (rules[error.code],) if error.code in rules else ()


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
        tuple(Button(title, f'/correct{{"what":"{name}"}}') for name, title in choices.items()),
    )


def how_to_correct() -> Message:
    """How to mend a fact in words, while another question is open."""
    return answer(
        text("That is easily mended: say it as it is, for example “the date was Wednesday” or “it is Telford”.")
    )


def mended(desk: Desk) -> Message:
    """A fact was put right."""
    return answer(*(understood(desk, mends=True) or [text("Thank you, that is put right.")]))


def started_again(before: Case | None) -> Message:
    """A new case; what becomes of the one before."""
    if before is None or before.stage is None:
        return answer(text("We start again."))
    stays = "stays in the record as it is, and open" if before.is_open else "stays in the record as it is"
    return answer(
        text(f"Case {before.reference} {stays}. This is a new one."),
        small(f"To come back to it, say “my cases”, or {before.reference}."),
    )


def welcome() -> Message:
    """The first words on an empty page."""
    return Message(
        Kind.ANSWER,
        (
            heading("What has happened?"),
            text(
                "Tell me about the decision or the silence that worries you, in your own words. I will find the next "
                "step, the person and the date in your area’s escalation policy."
            ),
            text("If a child or adult is in danger now, call 999 first. Do not wait for me."),
            small("No names, please: I need none, and I leave out those that I notice."),
        ),
    )


def help_() -> Message:
    """What can be asked."""
    return answer(
        text("I help when you think that another agency’s decision leaves a child or an adult unsafe. You can ask me:"),
        listed(
            [
                "what do I do now?",
                "whom do I contact, and what do I say?",
                "when is the deadline, and can we have longer?",
                "what must I write down, and which form is it?",
                "and tell me: they refused, nobody answered, it is resolved, we agreed a new date, I made a mistake.",
            ]
        ),
        small(
            "I keep several cases apart: say “my cases”, or a reference. Where and when reminders reach you, tell "
            "me; in a browser that and your calendar are under “How to reach you”."
        ),
        small(f"After {RISK_HOLDS_FOR.total_seconds() / 3600:.0f} hours I ask again whether anyone is in danger."),
        buttons=(NEXT_STEP,),
    )


def nothing_taken(desk: Desk) -> Message:
    """A message of which nothing was understood; the case stands as it did."""
    return answer(text("Nothing in your case was changed."), buttons=(NEXT_STEP,) if desk.advice else ())


def meanings(titles: tuple[tuple[str, str], ...]) -> Message:
    """A message that was not understood: the likely meanings as buttons, never a guess that moves anything."""
    return Message(
        Kind.QUESTION,
        (text("I am not sure that I understood. Did you mean one of these? Or say it in other words."),),
        tuple(Button(title, payload) for title, payload in titles),
    )


def not_caught() -> Block:
    """An answer that could not be read."""
    return text("I could not read that as an answer, and I do not want to guess.")
