"""What of a conversation the dialogue needs no more: Rasa replays all that it holds, several times a turn.

Every rule begins with what a person says and ends within that turn, so the last turn and how things stand are enough.
What was answered is needed by nobody here: the gateway keeps it.
"""
from collections.abc import Sequence

from rasa.shared.core.events import (
    ActionExecuted,
    ActionExecutionRejected,
    ActiveLoop,
    BotUttered,
    Event,
    SessionStarted,
    SlotSet,
    UserUttered,
)


def spent(events: Sequence[Event]) -> list[int]:
    """The places of the events that can be forgotten."""
    events = list(events)
    session, spoke = last(events, SessionStarted), last(events, UserUttered)
    listened = max(last(events[:spoke], ActionExecuted), session)
    standing = set(stands(events, session).values())
    return [
        place for place, event in enumerate(events)
        if isinstance(event, BotUttered) or (place < listened and place not in standing)
    ]


def last(events: Sequence[Event], wanted: type[Event]) -> int:
    """Where the last one of that type is; 0 where there is none."""
    return max((place for place, event in enumerate(events) if isinstance(event, wanted)), default=0)


def stands(events: Sequence[Event], session: int) -> dict[str, int]:
    """Where the events are that say how things stand, however old: the session, the form, that it has stepped back and
    not run since, and each slot that is not empty, as all are when a session begins."""
    found: dict[str, int] = {}
    for place, event in enumerate(events[session:], session):
        if isinstance(event, SlotSet):
            found[f"slot {event.key}"] = place
        elif isinstance(event, (SessionStarted, ActiveLoop)):
            found[event.type_name] = place
        elif isinstance(event, (ActionExecutionRejected, ActionExecuted)):
            found[f"action {event.action_name}"] = place
    return {what: place for what, place in found.items() if tells(events[place])}


def tells(event: Event) -> bool:
    return not isinstance(event, ActionExecuted) and not (isinstance(event, SlotSet) and event.value is None)
