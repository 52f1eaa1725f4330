"""The questions that open a case: one at a time, short, with the likely answers as buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.casework.intake import Ask
from bot.casework.message import Block, Button, Message
from bot.casework.policy import Policy
from bot.casework.vocabulary import Category, Level
from bot.service import Desk
from bot.wording.shaping import inform, joined, question, small, text

CATEGORIES = {
    Category.THRESHOLDS: "thresholds: whether it is serious enough for a service",
    Category.ROLES: "roles: who is responsible for what",
    Category.COMMUNICATION: "communication: what is shared, and with whom",
    Category.NEED_FOR_ACTION: "the need for action: what is or is not being done",
    Category.OTHER: "something else",
}
LEVELS = {
    Level.CONSULT: "your own manager or safeguarding lead",
    Level.PRACTITIONER: "the other worker",
    Level.LINE_MANAGER: "the managers of both agencies",
    Level.SENIOR_MANAGER: "senior managers",
    Level.DIRECTOR: "directors",
    Level.PARTNERSHIP: "the partnership",
}


def ask(what: Ask, desk: Desk, policies: Sequence[Policy], lead: Sequence[Block] = ()) -> Message:
    """The question ``what`` for the case on the desk, after any ``lead`` (what was just understood)."""
    words, buttons = _QUESTIONS[what](desk, policies)
    return question(*lead, *words, buttons=buttons)


HINTS = {
    Ask.POLICY: "I hold these areas’ policies only. For another area ask your safeguarding lead.",
    Ask.PERSON: "If it is both, choose the one whom the decision is about. From the 18th birthday on it is an adult; a "
    "baby not yet born counts as a child.",
    Ask.TRIED: "Choose the highest whom you have spoken to about this decision.",
    Ask.TRIED_OUTCOME: "Without a clear yes it is “No agreement”. If they have agreed, say “it is resolved”.",
}


def hint(what: Ask | None) -> list[Block]:
    """A word of help where an answer to ``what`` could not be read."""
    return [small(HINTS[what])] if what in HINTS else []


_Wording = tuple[tuple[Block, ...], tuple[Button, ...]]


def not_caught() -> Block:
    """An answer that could not be read."""
    return text("I could not read that as an answer, and I do not want to guess.")


def no_answer() -> Block:
    """A question that is about something else than is kept here."""
    return text("I have no answer to that. Your safeguarding lead may have one.")


def _yes_no(name: Ask, words: str, hint: str = "") -> Callable[[Desk, Sequence[Policy]], _Wording]:
    def asked(_desk: Desk, _policies: Sequence[Policy]) -> _Wording:
        buttons = (inform("Yes", name, "yes"), inform("No", name, "no"), inform("Not sure", name, "unsure"))
        return ((text(words), small(hint)) if hint else (text(words),)), buttons

    return asked


def _risk(desk: Desk, _policies: Sequence[Policy]) -> _Wording:
    again = desk.case is not None and desk.case.risk_at is not None
    words = (
        "Before we go on: has anything changed? Is anyone in danger now, or likely to be hurt today?"
        if again
        else "First, the most important thing: is anyone in danger now, or likely to be hurt today?"
    )
    return _yes_no(Ask.RISK, words)(desk, _policies)


def _policy(_desk: Desk, policies: Sequence[Policy]) -> _Wording:
    words = "Which area’s policy applies? Usually it is the area where the child or adult lives."
    return (text(words),), tuple(inform(policy.named, Ask.POLICY, policy.id) for policy in policies)


def _person(_desk: Desk, _policies: Sequence[Policy]) -> _Wording:
    return (text("Is this about a child or an adult?"),), (
        inform("A child", Ask.PERSON, "child"),
        inform("An adult", Ask.PERSON, "adult"),
    )


def _covered(desk: Desk, policies: Sequence[Policy]) -> _Wording:
    name = desk.policy.short if desk.policy else "This area"
    words = (
        f"The {name} policy that I hold is only about children. It gives no steps for an adult, and I will not borrow "
        "another area’s. Ask your adult safeguarding lead or adult social care which procedure applies."
    )
    others = [policy for policy in policies if desk.case and desk.case.person in policy.people]
    return (text(words), text("If I have misunderstood, tell me:")), (
        inform("It is about a child", Ask.PERSON, "child"),
        *(inform(f"It is in {policy.named}", Ask.POLICY, policy.id) for policy in others),
    )


def _urgency(desk: Desk, _policies: Sequence[Policy]) -> _Wording:
    means = desk.policy.urgency if desk.policy else None
    words = "Is it urgent? This policy gives less time where it is."
    return (text(words), *([small(f"{means.says} ({means.at})")] if means else [])), (
        inform("Urgent", Ask.URGENCY, "yes"),
        inform("Not urgent", Ask.URGENCY, "no"),
        inform("Not sure: take it as urgent", Ask.URGENCY, "unsure"),
    )


def _category(_desk: Desk, _policies: Sequence[Policy]) -> _Wording:
    words = "What is the disagreement mostly about? It can be more than one; the main one is enough."
    titles = {
        Category.THRESHOLDS: "Thresholds or level of need",
        Category.ROLES: "Who is responsible",
        Category.COMMUNICATION: "Communication",
        Category.NEED_FOR_ACTION: "The need for action",
        Category.OTHER: "Something else",
    }
    return (text(words),), tuple(inform(title, Ask.CATEGORY, name) for name, title in titles.items())


def _raised_on(_desk: Desk, _policies: Sequence[Policy]) -> _Wording:
    words = "When did the disagreement arise, or when did you hear of the decision?"
    return (text(words), small("For example: yesterday, last Tuesday, 14 October.")), (
        inform("Today", Ask.RAISED_ON, "today"),
        inform("Yesterday", Ask.RAISED_ON, "yesterday"),
    )


def _tried(_desk: Desk, _policies: Sequence[Policy]) -> _Wording:
    return (text("Whom have you spoken to about it so far?"),), (
        inform("Nobody yet", Ask.TRIED, "nobody"),
        inform("My manager or lead", Ask.TRIED, "consult"),
        inform("The other worker", Ask.TRIED, "practitioner"),
        inform("Managers on both sides", Ask.TRIED, "line_manager"),
        inform("Senior managers on both sides", Ask.TRIED, "senior_manager"),
    )


def _tried_outcome(desk: Desk, _policies: Sequence[Policy]) -> _Wording:
    level = desk.case.tried.level if desk.case and desk.case.tried else None
    who = LEVELS[level] if level else "them"
    return (text(f"How did it end with {who}?"),), (
        inform("No agreement", Ask.TRIED_OUTCOME, "unresolved"),
        inform("Still waiting for an answer", Ask.TRIED_OUTCOME, "waiting"),
        inform("They never answered", Ask.TRIED_OUTCOME, "no_answer"),
    )


def _tried_on(desk: Desk, _policies: Sequence[Policy]) -> _Wording:
    level = desk.case.tried.level if desk.case and desk.case.tried else None
    who = f" with {LEVELS[level]}" if level else ""
    return (text(f"When was that{who}? The next limit counts from that day."),), (
        inform("Today", Ask.TRIED_ON, "today"),
        inform("Yesterday", Ask.TRIED_ON, "yesterday"),
    )


_QUESTIONS: dict[Ask, Callable[[Desk, Sequence[Policy]], _Wording]] = {
    Ask.RISK: _risk,
    Ask.RISK_WITH: _yes_no(
        Ask.RISK_WITH,
        "Let us take it in three short questions. Is anyone who may harm them with them now, or going to be today?",
    ),
    Ask.RISK_HURT: _yes_no(Ask.RISK_HURT, "Are they hurt, ill, or unable to keep themselves safe?"),
    Ask.RISK_SEEN: _yes_no(
        Ask.RISK_SEEN,
        "Is it unknown where they are, or has nobody been able to see them when somebody should have?",
    ),
    Ask.POLICY: _policy,
    Ask.PERSON: _person,
    Ask.URGENCY: _urgency,
    Ask.COVERED: _covered,
    Ask.CATEGORY: _category,
    Ask.RAISED_ON: _raised_on,
    Ask.TRIED: _tried,
    Ask.TRIED_OUTCOME: _tried_outcome,
    Ask.TRIED_ON: _tried_on,
}


def said_categories(categories: Sequence[Category]) -> str:
    """The categories in words: "thresholds and communication"."""
    return joined([CATEGORIES[category].split(":")[0] for category in categories])
