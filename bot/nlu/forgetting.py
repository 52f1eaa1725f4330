"""What of a conversation the dialogue needs no more: Rasa replays all that it holds, several times a turn."""
from collections.abc import Sequence

from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    Event,
    LoopInterrupted,
    SessionStarted,
    SlotSet,
    UserUttered,
)

TURNS = 3
"""The last turns stay: no rule looks further back. Up to twice as many are held, so that something is forgotten every
few turns only."""
STANDING = (SessionStarted, ActiveLoop, LoopInterrupted, SlotSet)
"""Events that say how things stand until there is another of their kind: of each the last one stays, however old."""


def spent(events: Sequence[Event]) -> list[int]:
    """The places of the events that can be forgotten; none while there are few turns."""
    turns = [place for place, event in enumerate(events) if isinstance(event, UserUttered)]
    if len(turns) <= 2 * TURNS:
        return []
    begins = turns[-TURNS]
    listened = (place for place in range(begins, -1, -1) if isinstance(events[place], ActionExecuted))
    before = range(next(listened, begins))
    last = {kind(events[place]): place for place in before if isinstance(events[place], STANDING)}
    return sorted(set(before) - set(last.values()))


def kind(event: Event) -> tuple[type[Event], str]:
    """Of a slot, which one."""
    return type(event), getattr(event, "key", "")
