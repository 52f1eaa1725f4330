"""Several cases at once: which is which, which one is meant, and how to come back to another."""

from __future__ import annotations

from datetime import datetime

from bot.casework.calendar import local_date, say_date
from bot.casework.case import Case
from bot.casework.caseload import Caseload, Listed
from bot.casework.message import Block, Button, Message
from bot.service import Desk
from bot.wording.questions import said_categories
from bot.wording.shaping import answer, listed, named, payload, question, quoted, small, text
from bot.wording.turning import REOPEN, START_AGAIN

SHOWN = 5


def told_apart(item: Listed) -> str:
    """A case without a name: "“the Tuesday family”, W-7K2M9QD, Gloucestershire, about thresholds, opened Monday 2
    November 2026"."""
    case = item.case
    parts = [named(case)]
    parts += [item.policy.short] if item.policy else []
    parts += [f"about {said_categories(case.categories)}"] if case.categories else []
    parts += [f"opened {say_date(local_date(case.opened_at))}"] if case.opened_at else []
    return ", ".join(parts)


def of_case(item: Listed) -> Block:
    """The head of an answer, where it could be about another case."""
    return small(f"Case {told_apart(item)}")


def listing(found: Caseload) -> Message:
    """The open cases, and a way to each of them."""
    if not found.open:
        return answer(text("You have no open case. To begin one, tell me what has happened, in your own words."))
    if not found.several and found.current:
        return answer(listed(_lines(found), "You have one open case"))
    others = [_turn_to(item) for item in found.open[:SHOWN] if item is not found.current]
    return question(listed(_lines(found), "Your open cases"), *_more(found), buttons=others)


def which(found: Caseload, intent: str, about: dict[str, str]) -> Message:
    """Which case is meant? The button does what was said, for its case."""
    said = [payload(intent, {"case": item.case.reference, **about}) for item in found.open[:SHOWN]]
    return question(
        text("Which case is that about? I have changed nothing yet."),
        *_more(found),
        small("If someone is in danger now, call 999."),
        buttons=[Button(_short(item), meant) for item, meant in zip(found.open, said, strict=False)],
    )


def turned_to(item: Listed) -> Block:
    """Another case is talked about from now on."""
    return text(f"We are talking about case {told_apart(item)} now.")


def labelled(case: Case) -> Message:
    """What the case is called from now on."""
    if case.label is None:
        return answer(text(f"Case {case.reference} has no label now. I go by its reference."))
    return answer(
        text(f"I call case {case.reference} {quoted(case.label)} from now on, wherever I list your cases."),
        small("E-mails and calendars show the reference alone."),
    )


def how_to_label(home: str) -> Message:
    """A label is wished for, and the words do not say which."""
    return answer(
        text("What would you like to call it? Say for example: call it the Tuesday family."),
        small("No names, please." + (f" You can also set it on the case’s own page: {home}/cases" if home else "")),
    )


def still_about(item: Listed) -> Block:
    """A reminder of another case came in between, so an answer may have been meant for that one."""
    meanwhile = "I reminded you of another case meanwhile, so I noted nothing."
    return text(f"{meanwhile} My question is about {told_apart(item)}.")


def over(desk: Desk) -> Message:
    """A case that is settled or closed is looked at."""
    case = desk.case
    if case is None:
        raise ValueError("only a case can be over")
    when = case.resolved_at or case.closed_at
    ended = f"ended on {say_date(local_date(when))}" if when else "is over"
    return answer(text(f"Case {case.reference} {ended}. Has it come undone, or is this something new?"),
                  buttons=(REOPEN, START_AGAIN))


def _lines(found: Caseload) -> list[str]:
    return [_line(item, item is found.current) for item in found.open[:SHOWN]]


def _line(item: Listed, current: bool) -> str:
    stage = item.policy.stage(item.case.stage).label if item.policy and item.case.stage else "not at a stage yet"
    due = f", due {say_date(item.due)}" if item.due else ""
    return f"{told_apart(item)}: {stage}{due}{' (the one that we are talking about)' if current else ''}"


def _more(found: Caseload) -> list[Block]:
    left = len(found.open) - SHOWN
    return [small(f"And {left} more. Give me the reference of the one that you mean.")] if left > 0 else []


def _turn_to(item: Listed) -> Button:
    return Button(_short(item), payload("switch_case", {"case": item.case.reference}))


def _short(item: Listed) -> str:
    if item.case.label:
        return f"{item.case.label} ({item.case.reference})"
    return f"{item.case.reference}, {item.policy.short}" if item.policy else item.case.reference


def moment(when: datetime | None) -> dict[str, str]:
    """When the thing that was reported happened, for the button that reports it."""
    return {"when": when.isoformat()} if when else {}
