"""The rules choose the same actions, whether a conversation is remembered whole or only as far as it is kept."""
import asyncio
from random import Random
from typing import Any

import pytest
from conftest import Assistant
from rasa.core.actions.action import RemoteAction
from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel
from rasa.core.processor import MessageProcessor
from rasa.shared.core.events import ActionExecuted, Event, FollowupAction, SlotSet, UserUtteranceReverted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.nlu.forgetting import spent
from bot.nlu.speedups import speed_up

INTENTS = ["greet", "say_goodbye", "cancel", "immediate_risk", "nlu_fallback", *["start_case"] * 3]
CONVERSATIONS, TURNS = 12, 12


def answers(dice: Random, action: str) -> list[Event]:
    """What our actions may answer: nothing, so that a form steps back; an end of the form; another question; a hint."""
    if action.startswith("validate"):
        asked = dice.choice([None, "policy", "area"])
        filled = [SlotSet("policy", None), SlotSet("requested_slot", asked)]
        return filled if dice.random() < 0.7 else []
    if action == "action_offer_meanings":
        return [UserUtteranceReverted()] if dice.random() < 0.5 else [FollowupAction("case_form")]
    return [FollowupAction("case_form")] if dice.random() < 0.2 else []


async def answered(processor: MessageProcessor, tracker: DialogueStateTracker, intent: str) -> list[str | None]:
    """The actions that were taken in answer to a message."""
    channel, before = CollectingOutputChannel(), len(tracker.events)
    await processor._update_tracker_session(tracker, channel)
    tracker.update(UserUttered("words", {"name": intent, "confidence": 1.0}), processor.domain)
    await processor.run_action_extract_slots(channel, tracker)
    await processor._run_prediction_loop(channel, tracker)
    return [event.action_name for event in list(tracker.events)[before:] if isinstance(event, ActionExecuted)]


def as_kept(tracker: DialogueStateTracker, processor: MessageProcessor) -> DialogueStateTracker:
    needless = spent(tracker.events)
    kept = [event for place, event in enumerate(tracker.events) if place not in needless]
    return DialogueStateTracker.from_events("me", kept, processor.domain.slots)


def test_the_same_actions_are_taken(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    async def run(action: RemoteAction, *given: Any) -> list[Event]:
        tracker = given[2]
        return answers(Random(f"{script} {action.name()} {len(done(tracker))}"), action.name())

    speed_up()
    monkeypatch.setattr(RemoteAction, "run", run)
    processor = Agent.load(str(assistant.folder / "models" / "small.tar.gz")).processor
    dice = Random(7)
    for _ in range(CONVERSATIONS):
        whole, kept = (DialogueStateTracker("me", processor.domain.slots) for _ in range(2))
        for _ in range(TURNS):
            intent, script = dice.choice(INTENTS), dice.random()
            taken = [asyncio.run(answered(processor, tracker, intent)) for tracker in (whole, kept)]
            assert taken[0] == taken[1]
            kept = as_kept(kept, processor)
            assert stands(kept) == stands(whole)


def done(tracker: DialogueStateTracker) -> list[Event]:
    """What was done since the message."""
    events = list(tracker.events)
    spoke = max(place for place, event in enumerate(events) if isinstance(event, UserUttered))
    return [event for event in events[spoke:] if isinstance(event, ActionExecuted)]


def stands(tracker: DialogueStateTracker) -> tuple[object, ...]:
    loop = tracker.active_loop
    return loop and (loop.name, loop.rejected), tracker.latest_action_name, tracker.current_slot_values()
