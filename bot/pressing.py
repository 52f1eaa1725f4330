"""Buttons under reminders: they are answered here, without the assistant, so that they work while it is down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.casework.message import Message
from bot.reminding import Effect, Reminding
from bot.wording import reminding as wording

ASK_FOR_DATE = "/report_agreed_date"
"""What makes the assistant ask which date was agreed."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """What a press came to. ``kept`` is False where nothing has changed.

    ``asks`` is what has still to be put to the assistant; ``messages`` are then said only if that is down.
    """

    title: str
    messages: tuple[Message, ...]
    kept: bool
    asks: str | None = None


@dataclass(frozen=True, slots=True)
class Pressing:
    """Takes presses for the conversation."""

    reminding: Reminding

    def press(self, person: str, token: str, now: datetime) -> Pressed | None:
        """What a press of that button says; None where no reminder of this person has it."""
        found = self.reminding.reply(person, token, now)
        if found is None:
            return None
        title = wording.SAID[found.reply]
        if found.effect is Effect.ASK_DATE:
            return Pressed(title, (wording.ask_for_date(found),), False, ASK_FOR_DATE)
        said = wording.replied(found, list(self.reminding.policies.values()))
        return Pressed(title, said, found.effect in (Effect.DONE, Effect.WAITING))

    def asked(self, person: str, token: str, now: datetime) -> None:
        """The assistant has put the question."""
        self.reminding.date_asked(person, token, now)
