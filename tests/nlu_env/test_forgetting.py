"""What is forgotten of a conversation changes nothing of how it stands, and nothing of what the policies look at."""
import asyncio
from pathlib import Path

import pytest
import sqlalchemy as sa
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActionExecutionRejected,
    ActiveLoop,
    BotUttered,
    DefinePrevUserUtteredFeaturization,
    Event,
    LoopInterrupted,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

from bot.nlu.forgetting import spent
from bot.nlu.tracker_store import TrackerStore

DOMAIN = Domain.from_yaml("""
version: "3.1"
intents: [tell, ask]
slots:
  asked: {type: any, influence_conversation: false, mappings: [{type: custom}]}
  emptied: {type: any, influence_conversation: false, mappings: [{type: custom}]}
  told: {type: any, influence_conversation: false, mappings: [{type: custom}]}
forms:
  a_form: {required_slots: [asked]}
actions: [action_answer]
""")


def turn(number: int) -> list[Event]:
    """The form runs from the third turn on, and is interrupted once; from the sixth on it has stepped back, and runs
    again in the twentieth. One slot is set early, one emptied, one is set at each turn."""
    events: list[Event] = [UserUttered(f"words {number}", {"name": "tell"}), DefinePrevUserUtteredFeaturization(False)]
    events += [ActionExecutionRejected("a_form")] if number == 5 else []
    events += [ActionExecuted("a_form" if number in (2, 3, 4, 19) else "action_answer")]
    events += [SlotSet("told", "early")] if number == 1 else []
    events += [SlotSet("emptied", None if number else "early")] if number in (0, 4) else []
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
    held = loop and (loop.name, loop.is_interrupted, loop.rejected)
    return slots, held, tracker.latest_message, tracker.latest_action_name, tracker.sender_id


@pytest.mark.parametrize("turns", [1, 2, 9, 24])
def test_a_conversation_goes_on_as_if_nothing_had_been_forgotten(tmp_path: Path, turns: int) -> None:
    """Also while the next message is being answered: what it leads to depends on how things stood."""
    store, whole = store_in(tmp_path), DialogueStateTracker("me", DOMAIN.slots)
    for number in range(turns):
        tracker = asyncio.run(store.get_or_create_tracker("me", append_action_listen=False))
        for event in [*([] if number else beginning()), *turn(number)]:
            tracker.update(event, DOMAIN)
            whole.update(event, DOMAIN)
            assert standing(tracker) == standing(whole)
        asyncio.run(store.save(tracker))
        assert standing(tracker) == standing(whole), "what was saved can be gone on with"
    kept = asyncio.run(store.retrieve("me"))
    assert standing(kept) == standing(whole)
    assert [event.text for event in kept.events if isinstance(event, UserUttered)] == [f"words {turns - 1}"]
    assert not any(isinstance(event, BotUttered) for event in kept.events)


def test_what_is_forgotten_has_left_the_database(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    for number in range(20):
        tracker = asyncio.run(store.get_or_create_tracker("me", append_action_listen=False))
        for event in turn(number):
            tracker.update(event, DOMAIN)
        asyncio.run(store.save(tracker))
    with store.engine.connect() as connection:
        rows = connection.execute(sa.text("SELECT data FROM events")).scalars().all()
    assert len(rows) < len(turn(9)) + 5
    assert not any('"words 18"' in row for row in rows)


def test_no_rule_is_for_the_beginning_only() -> None:
    """What is left of a long conversation looks like a beginning."""
    for file in (Path(__file__).parents[2] / "data" / "rules").iterdir():
        assert "conversation_start" not in file.read_text()


def test_a_session_ends_what_was_before_it() -> None:
    old = [*beginning(), *turn(1), *turn(2)]
    events = [*old, *beginning(), *turn(0)]
    assert set(range(len(old))) <= set(spent(events))
    assert not set(range(len(old) + 1, len(events) - 2)) & set(spent(events))
