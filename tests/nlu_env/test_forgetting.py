"""What is forgotten of a conversation changes nothing of how it stands, and nothing of what the policies look at."""
import asyncio
from pathlib import Path

import pytest
import sqlalchemy as sa
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    BotUttered,
    Event,
    LoopInterrupted,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

from bot.nlu.forgetting import TURNS, spent
from bot.nlu.tracker_store import TrackerStore

DOMAIN = Domain.from_yaml("""
version: "3.1"
intents: [tell, ask]
slots:
  asked: {type: any, influence_conversation: false, mappings: [{type: custom}]}
  told: {type: any, influence_conversation: false, mappings: [{type: custom}]}
forms:
  a_form: {required_slots: [asked]}
actions: [action_answer]
""")


def turn(number: int) -> list[Event]:
    """The form runs from the third turn on, and is interrupted once; one slot is set early, the other at each turn."""
    events: list[Event] = [UserUttered(f"words {number}", {"name": "tell"}), ActionExecuted("action_answer")]
    events += [SlotSet("told", "early")] if number == 1 else []
    events += [ActiveLoop("a_form")] if number == 2 else []
    events += [LoopInterrupted(True)] if number == 3 else []
    return [*events, SlotSet("asked", number), BotUttered("yes"), ActionExecuted("action_listen")]


def beginning() -> list[Event]:
    return [ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen")]


def store_in(folder: Path) -> TrackerStore:
    return TrackerStore(DOMAIN, host=f"sqlite:///{folder / 'tracker.db'}")


def standing(tracker: DialogueStateTracker) -> tuple[object, ...]:
    loop = tracker.active_loop
    slots = {name: slot.value for name, slot in tracker.slots.items()}
    return slots, loop and (loop.name, loop.is_interrupted), tracker.latest_message, tracker.latest_action_name


@pytest.mark.parametrize("turns", [1, TURNS, 2 * TURNS, 2 * TURNS + 1, 5 * TURNS, 60])
def test_a_conversation_goes_on_as_if_nothing_had_been_forgotten(tmp_path: Path, turns: int) -> None:
    store, whole = store_in(tmp_path), DialogueStateTracker("me", DOMAIN.slots)
    for number in range(turns):
        tracker = asyncio.run(store.get_or_create_tracker("me"))
        for event in [*([] if number else beginning()), *turn(number)]:
            tracker.update(event, DOMAIN)
            whole.update(event, DOMAIN)
        asyncio.run(store.save(tracker))
    kept = asyncio.run(store.retrieve("me"))
    assert standing(kept) == standing(whole)
    assert states(kept)[-2 * TURNS :] == states(whole)[-2 * TURNS :]
    told = [event.text for event in kept.events if isinstance(event, UserUttered)]
    assert told == [f"words {number}" for number in range(turns)][-len(told) :]
    assert min(turns, TURNS) <= len(told) <= 2 * TURNS


def states(tracker: DialogueStateTracker) -> list[object]:
    return list(tracker.past_states(DOMAIN))


def test_what_is_forgotten_has_left_the_database(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    for number in range(60):
        tracker = asyncio.run(store.get_or_create_tracker("me"))
        for event in turn(number):
            tracker.update(event, DOMAIN)
        asyncio.run(store.save(tracker))
    with store.engine.connect() as connection:
        rows = connection.execute(sa.text("SELECT data FROM events")).scalars().all()
    assert len(rows) < 2 * TURNS * len(turn(9)) + 10
    assert not any('"words 40"' in row for row in rows)


def test_nothing_of_a_short_conversation_is_forgotten() -> None:
    events = [*beginning(), *(event for number in range(2 * TURNS) for event in turn(number))]
    assert spent(events) == []
    assert spent([*events, *turn(99)]) != []
