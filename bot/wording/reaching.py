"""How somebody is reached now, said plainly. ``home`` is where a page can be opened, or empty."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

from bot.casework.message import Block, Message
from bot.wording.shaping import answer, small, text

CHANNELS = {"teams": "in Microsoft Teams", "email": "by e-mail", "web": "on your Waymark page"}


def is_set(order: Sequence[str], start: time | None, end: time | None, home: str) -> Message:
    """What holds from now on."""
    return answer(text("Saved."), *_now(order, start, end), small(f"To change it: {_where(home)}"))


def not_plain(order: Sequence[str], start: time | None, end: time | None, home: str) -> Message:
    """Nothing was changed; where it can be."""
    lead = text(f"I have changed nothing. How and when I remind you: {_where(home)}")
    return answer(lead, *_now(order, start, end))


def no_email(home: str) -> Message:
    """E-mail is wished, and there is no address."""
    return answer(
        text("I have no e-mail address that you have confirmed, so I have changed nothing."),
        text(
            f"Give it at {home}/preferences (not here: I leave addresses out). I then remind you by e-mail."
            if home
            else "Addresses are given on a page that this Waymark does not have. I remind you here."
        ),
    )


def no_such_channel(channel: str, home: str) -> Message:
    """This Waymark does not have that channel."""
    line = f"I cannot remind you {CHANNELS[channel]}, so I have changed nothing. What I can do: {_where(home)}"
    return answer(text(line))


def _where(home: str) -> str:
    return f"{home}/preferences" if home else "tell me here, for example “nothing between 18:00 and 8:00”."


def _now(order: Sequence[str], start: time | None, end: time | None) -> list[Block]:
    ways = [CHANNELS[name] for name in order]
    found = [text(f"You are reminded {', or else '.join(ways)}.")]
    if start is not None and end is not None:
        hours = f"I send you nothing from {start:%H:%M} to {end:%H:%M}"
        found.append(text(f"{hours}, unless an urgent limit ends."))
    return found
