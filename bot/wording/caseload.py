"""Several cases at once: which is which, which one is meant, and how to come back to another."""

from __future__ import annotations

from datetime import datetime

from bot.casework.calendar import local_date, say_date, say_day
from bot.casework.caseload import Caseload, Listed
from bot.casework.message import Block, Button, Message
from bot.service import Desk
from bot.wording.questions import said_categories
from bot.wording.shaping import answer, listed, question, small, text
from bot.wording.turning import REOPEN, START_AGAIN

SHOWN = 5


def label(item: Listed) -> str:
    """A case without a name: "W-7K2M9QD, Gloucestershire, about thresholds, opened Monday 2 November"."""
    case = item.case
    parts = [case.reference]
    parts += [item.policy.short] if item.policy else []
    parts += [f"about {said_categories(case.categories)}"] if case.categories else []
    parts += [f"opened {say_day(local_date(case.opened_at))}"] if case.opened_at else []
    return ", ".join(parts)


def of_case(item: Listed) -> Block:
    """The head of an answer, where it could be about another case."""
    return small(f"Case {label(item)}")


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
    payloads = [{"case": item.case.reference, **about} for item in found.open[:SHOWN]]
    said = [f"/{intent}{_json(payload)}" for payload in payloads]
    return question(
        text("Which case is that about? I have changed nothing yet."),
        *_more(found),
        small("If someone is in danger now, call 999."),
        buttons=[Button(_short(item), payload) for item, payload in zip(found.open, said, strict=False)],
    )


def turned_to(item: Listed) -> Block:
    """Another case is talked about from now on."""
    return text(f"We are talking about case {label(item)} now.")


def still_about(item: Listed) -> Block:
    """A reminder of another case came in between, so an answer may have been meant for that one."""
    return text(f"I reminded you of another case meanwhile, so I noted nothing. My question is about {label(item)}.")


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
    return f"{label(item)}: {stage}{due}{' (the one that we are talking about)' if current else ''}"


def _more(found: Caseload) -> list[Block]:
    left = len(found.open) - SHOWN
    return [small(f"And {left} more. Give me the reference of the one that you mean.")] if left > 0 else []


def _turn_to(item: Listed) -> Button:
    return Button(_short(item), f"/switch_case{_json({'case': item.case.reference})}")


def _short(item: Listed) -> str:
    return f"{item.case.reference}, {item.policy.short}" if item.policy else item.case.reference


def _json(values: dict[str, str]) -> str:
    return "{" + ",".join(f'"{name}":"{value}"' for name, value in values.items()) + "}"


def moment(when: datetime | None) -> dict[str, str]:
    """When the thing that was reported happened, for the button that reports it."""
    return {"when": when.isoformat()} if when else {}
