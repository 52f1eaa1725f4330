"""Choices: what a pressed button says, which button "the second one" means, and the likely meanings of vague words."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from actions.turn import Turn
from bot.casework.calendar import london, start_of
from bot.casework.case import Outcome, Tried
from bot.casework.intake import Ask, Told
from bot.casework.message import Button, Message
from bot.casework.vocabulary import Category, Level, Person
from bot.wording import smalltalk


def chosen(what: Ask, value: str, now: datetime) -> Told:
    """What a pressed button says. Raises ValueError for a value that no button has."""
    today = london(now).date()
    days = {"today": now, "yesterday": start_of(date.fromordinal(today.toordinal() - 1))}
    match what:
        case Ask.POLICY:
            return Told(policy=value)
        case Ask.PERSON:
            return Told(person=Person(value))
        case Ask.URGENCY:
            return Told(circumstances={"urgent": value != "no"})  # not being sure takes the shorter time
        case Ask.CATEGORY:
            return Told(categories=(Category(value),))
        case Ask.RAISED_ON:
            return Told(raised_at=days.get(value))
        case Ask.TRIED:
            return Told(tried=Tried(None if value == "nobody" else Level(value)))
        case Ask.TRIED_OUTCOME:
            return Told(tried=Tried(None, Outcome(value)))
        case Ask.TRIED_ON:
            return Told(tried=Tried(None, None, days.get(value)))
        case _:
            return Told()


def likely_meanings(turn: Turn) -> Message:
    """What the words may mean, the likeliest first, as buttons."""
    likely = sorted(turn.ranking, key=lambda intent: -turn.ranking[intent])
    offered = [(smalltalk.MEANINGS[name], f"/{name}") for name in likely if name in smalltalk.MEANINGS]
    return smalltalk.meanings(tuple(dict(offered[:3] or smalltalk.COMMON).items()))


def picked(turn: Turn, choice: int | None, buttons: Sequence[Button]) -> Turn:
    """The turn as if that button of the open question had been pressed; 1 is the first, -1 the last."""
    if turn.asked is None or choice is None or not -1 <= choice <= len(buttons):
        return turn
    button = buttons[choice - 1 if choice > 0 else choice]
    return replace(turn, text="", intent="inform", chosen=json.loads(button.payload.removeprefix("/inform")))
