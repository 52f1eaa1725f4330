"""Greetings, help, thanks, what Waymark is not for, and the likely meanings of a message that was not understood."""

from __future__ import annotations

from collections.abc import Callable

from bot.casework.message import Button, Message
from bot.service import Desk
from bot.wording import erasing
from bot.wording.advising import NEXT_STEP
from bot.wording.own import colleagues
from bot.wording.shaping import answer, small, text
from bot.wording.turning import help_

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
