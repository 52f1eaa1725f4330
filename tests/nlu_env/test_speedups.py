"""The code that bot/nlu/speedups.py and tracker_store.py replace is the code that they were written for."""
import subprocess
import sys

import pytest
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.events import Event, SlotSet

from bot.nlu.speedups import answer_validator, check_answer_quickly, speed_up

PATCHED = """
import hashlib, inspect
from rasa.core.actions.action import RemoteAction
from rasa.core.tracker_store import FailSafeTrackerStore, SQLTrackerStore
from rasa.shared.core.events import Event
for code in (
    Event.resolve_by_type, RemoteAction._validate_action_result, SQLTrackerStore._event_query, SQLTrackerStore.save,
    SQLTrackerStore._additional_events, FailSafeTrackerStore
):
    print(code.__qualname__, hashlib.sha256(inspect.getsource(code).encode()).hexdigest()[:12])
"""
KNOWN = {
    "Event.resolve_by_type": "b5cf570fa7f2",
    "RemoteAction._validate_action_result": "f8cdb4be6812",
    "SQLTrackerStore._event_query": "cd44f7901b86",
    "SQLTrackerStore.save": "57165e46eab3",
    "SQLTrackerStore._additional_events": "d22f99eb863a",
    "FailSafeTrackerStore": "84833481b14c",
}


def test_rasa_is_the_one_that_is_patched() -> None:
    """If this fails, Rasa has changed: read the new code, see whether the patch is still right, then renew KNOWN."""
    done = subprocess.run([sys.executable, "-c", PATCHED], stdout=subprocess.PIPE, text=True, check=True)
    assert dict(line.split() for line in done.stdout.splitlines()) == KNOWN


def test_events_are_resolved_as_before() -> None:
    speed_up()
    assert Event.resolve_by_type("slot") is SlotSet
    assert Event.resolve_by_type("topic") is None
    assert Event.resolve_by_type("no such event", default=SlotSet) is SlotSet
    with pytest.raises(ValueError, match="no such event"):
        Event.resolve_by_type("no such event")


def test_good_answers_pass_and_bad_ones_are_refused() -> None:
    speed_up()
    action = RemoteAction("action_note", None)
    assert RemoteAction._validate_action_result is check_answer_quickly
    assert action._validate_action_result({"events": [], "responses": [{"text": "hello"}]})
    for bad in ({"events": "none"}, {"events": [{"no": "event"}]}, {"responses": "hello"}):
        with pytest.raises(ValidationError):
            action._validate_action_result(bad)
    assert answer_validator() is answer_validator()
