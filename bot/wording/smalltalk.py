"""The first words, help, greetings, thanks, what Waymark is not for, and the likely meanings of unclear messages."""

from __future__ import annotations

from collections.abc import Callable

from bot.casework.intake import RISK_HOLDS_FOR
from bot.casework.message import Button, Kind, Message
from bot.service import Desk
from bot.wording import erasing
from bot.wording.advising import NEXT_STEP
from bot.wording.own import colleagues
from bot.wording.shaping import answer, heading, listed, small, text

MEANINGS = {
    "ask_next_step": "What do I do now?",
    "ask_contact": "Whom do I contact?",
    "ask_deadline": "When is the deadline?",
    "ask_stage": "Which stage is it?",
    "ask_what_to_say": "What do I say?",
    "ask_what_to_write": "What do I write down?",
    "ask_form": "Which form is it?",
    "ask_longer": "Can we have longer?",
    "ask_missed": "What if we miss the date?",
    "ask_policy": "What does the policy say?",
    "ask_summary": "What have I told you?",
    "report_done": "I have done the step",
    "report_refused": "They refused",
    "report_no_answer": "Nobody has answered",
    "report_unresolved": "It is not resolved",
    "report_resolved": "It is resolved",
    "report_agreed_date": "We agreed a new date",
    "correct": "Something is wrong in what you noted",
    "start_again": "Start a new case",
    "list_cases": "Show my open cases",
    "label_case": "Give this case a label of my own",
    "set_preference": "How and when you remind me",
    "immediate_risk": "Someone is in danger now",
    "allegation": "It is about a member of staff",
    "help": "What can you do?",
}
COMMON = [(MEANINGS[name], f"/{name}") for name in ("ask_next_step", "immediate_risk", "help")]


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


def meanings(titles: tuple[tuple[str, str], ...]) -> Message:
    """A message that was not understood: the likely meanings as buttons, never a guess that moves anything."""
    return Message(
        Kind.QUESTION,
        (text("I am not sure that I understood. Did you mean one of these? Or say it in other words."),),
        tuple(Button(title, payload) for title, payload in titles),
    )


def _greet(desk: Desk) -> Message:
    if desk.case is None:
        return answer(text("Hello. Tell me what has happened, in your own words."))
    return answer(text("Hello again."), buttons=(NEXT_STEP,))


def _thanks(desk: Desk) -> Message:
    return answer(text("You are welcome. You are doing what you should: keep going."), buttons=_onward(desk))


def _goodbye(desk: Desk) -> Message:
    return answer(text("Goodbye. Your case is kept; come back at any time."), buttons=_onward(desk))


def _human(desk: Desk) -> Message:
    return answer(
        text("Speak to your own safeguarding lead: they can act with you, and I cannot."),
        *colleagues(desk.own),
        text("If someone is in danger now, call 999."),
        buttons=_onward(desk),
    )


def _out_of_scope(desk: Desk) -> Message:
    return answer(
        text("I can only help with disagreements between agencies about the safety of a child or an adult."),
        small("If someone is in danger now, call 999."),
        buttons=_onward(desk),
    )


def _onward(desk: Desk) -> tuple[Button, ...]:
    return (NEXT_STEP,) if desk.case else ()


SAYINGS: dict[str, Callable[[Desk], Message]] = {
    "greet": _greet,
    "thanks": _thanks,
    "goodbye": _goodbye,
    "help": lambda _desk: help_(),
    "ask_human": _human,
    "delete_my_data": lambda desk: erasing.offer(desk.case is not None),
    "out_of_scope": _out_of_scope,
}
"""What is said to each intent that asks nothing of a policy."""
