"""The code that bot/nlu/speedups.py and tracker_store.py replace is the code that they were written for."""
import inspect
import itertools
import json
import re
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from jsonschema import ValidationError
from rasa.core import processor
from rasa.core.actions import forms
from rasa.core.actions.action import RemoteAction
from rasa.core.policies import rule_policy
from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.exceptions import GraphRunError
from rasa.engine.graph import GraphSchema, SchemaNode
from rasa.shared.core.events import (
    ActionExecuted,
    ActionExecutionRejected,
    ActiveLoop,
    Event,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.slots import AnySlot, TextSlot
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.speedups import check_answer_quickly, matching_rules, run_graph, speed_up
from bot.nlu.train import by_words, itself, known_by, told_in_one

PATCHED = """
import hashlib, inspect
from rasa.core.actions.action import RemoteAction
from rasa.core.policies.rule_policy import RulePolicy
from rasa.core.tracker_store import FailSafeTrackerStore, SQLTrackerStore
from rasa.engine.graph import GraphNode
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.shared.core.events import Event
from rasa.shared.core.slots import Slot
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
for code in (
    Event.resolve_by_type, Event.fingerprint, RemoteAction._validate_action_result, RulePolicy._get_possible_keys,
    RulePolicy._is_rule_applicable, RulePolicy._does_rule_match_state, DaskGraphRunner.run, GraphNode.__call__,
    DialogueStateTracker.copy, DialogueStateTracker.travel_back_in_time, DialogueStateTracker.__init__, Slot,
    Message.__eq__, Message.__hash__, Message.fingerprint, TrainingData.sanitize_examples,
    SQLTrackerStore._retrieve, SQLTrackerStore.save, FailSafeTrackerStore
):
    print(code.__qualname__, hashlib.sha256(inspect.getsource(code).encode()).hexdigest()[:12])
"""
KNOWN = {
    "Event.resolve_by_type": "b5cf570fa7f2",
    "Event.fingerprint": "acff766b6e5e",
    "RemoteAction._validate_action_result": "f8cdb4be6812",
    "RulePolicy._get_possible_keys": "2915fd81711e",
    "RulePolicy._is_rule_applicable": "64a108b016b4",
    "RulePolicy._does_rule_match_state": "d3109c1a97de",
    "DaskGraphRunner.run": "45f0f52f574f",
    "GraphNode.__call__": "66127a2bfb6f",
    "DialogueStateTracker.copy": "dfa48dca9f35",
    "DialogueStateTracker.travel_back_in_time": "09d16f28f007",
    "DialogueStateTracker.__init__": "8f39eb22462a",
    "Slot": "0a694d68aef3",
    "Message.__eq__": "3332c4455c4c",
    "Message.__hash__": "2abad92d8bed",
    "Message.fingerprint": "82b38330479e",
    "TrainingData.sanitize_examples": "8bcbceeb425c",
    "SQLTrackerStore._retrieve": "c8adbf6f4b61",
    "SQLTrackerStore.save": "57165e46eab3",
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
    assert action._validate_action_result({"events": [{"event": "slot", "name": "told", "value": None}]})
    lists = ({"events": ["slot"]}, {"responses": ["hello"]}, {"events": [{"no": "event"}]})
    for bad in ({"events": "none"}, {"responses": "hello"}, *lists):
        with pytest.raises(ValidationError):
            action._validate_action_result(bad)


def rule(*states: dict[str, object]) -> str:
    return json.dumps(states)


def after(action: str, intent: str, loop: str = "") -> dict[str, dict[str, object]]:
    state: dict[str, dict[str, object]] = {"prev_action": {"action_name": action}, "user": {"intent": intent}}
    return {**state, "active_loop": {"name": loop}} if loop else state


def test_rules_match_as_before_also_when_they_were_matched_already() -> None:
    """Against Rasa's own way, which asks each rule about each state."""
    acts, intents, loops = ("action_listen", "a_form", "action_answer"), ("tell", "ask"), ("", "a_form")
    every = [after(*choice) for choice in itertools.product(acts, intents, (*loops, "should_not_be_set"))]
    pairs = itertools.product(every, repeat=2)
    rules = {rule(*states): "x" for states in [*((state,) for state in every), *pairs]}
    rules[rule({}, after("action_listen", "tell"))] = "at the beginning"
    told = [after(*choice) for choice in itertools.product(acts, intents, loops)]
    policy = RulePolicy.__new__(RulePolicy)
    for states in [[{}, told[0]], *([{}, *pair] for pair in itertools.product(told, repeat=2)), told]:
        expected = {
            key for key in rules
            if all(policy._is_rule_applicable(key, back, state) for back, state in enumerate(reversed(states)))
        }
        assert matching_rules(policy, rules, states) == matching_rules(policy, rules, states) == expected
        assert matching_rules(policy, {}, states) == set()


def test_a_copied_conversation_is_the_same_and_goes_on_by_itself() -> None:
    slots = [AnySlot("told", mappings=[]), TextSlot("asked", mappings=[])]
    told = [UserUttered("words", {"name": "tell"}), ActionExecuted("a_form"), ActiveLoop("a_form"), SlotSet("told", 1)]
    tracker = DialogueStateTracker.from_events("me", told, slots)
    replayed = tracker.travel_back_in_time(float("inf"))
    speed_up()
    made = tracker.copy()
    seen = {name: value for name, value in made.__dict__.items() if name != "slots"}
    assert seen == {name: value for name, value in replayed.__dict__.items() if name != "slots"}
    assert made.current_slot_values() == replayed.current_slot_values()
    for event in (SlotSet("told", 2), ActionExecutionRejected("a_form"), UserUttered("other", {"name": "ask"})):
        made.update(event)
    assert tracker.current_state() == replayed.current_state() != made.current_state()
    assert tracker.events == replayed.events and not tracker.active_loop.rejected


def test_what_is_no_longer_copied_was_for_the_log_only() -> None:
    for module in (processor, rule_policy, forms):
        source = inspect.getsource(module)
        logged = re.findall(r"structlogger\.\w+\((?:[^()]|\([^()]*\))*\)", source)
        assert source.count("copy.deepcopy(") == sum(line.count("copy.deepcopy(") for line in logged) > 0
        assert not re.search(r"(?<![.\w])copy\.(?!deepcopy)", source)


def test_messages_are_told_apart_as_before() -> None:
    """By all that they hold, though the hash looks at less."""
    telling = {"text": "hello", "intent": "greet"}
    others = [{**telling, "metadata": {"risk": "ask"}}, {**telling, "intent": "tell"}, {"text": "hello"}]
    said = [telling, telling, *others]
    before = TrainingData.sanitize_examples([Message(data=dict(data)) for data in said])
    rasas = Message.__hash__
    try:
        Message.__hash__ = by_words
        after = TrainingData.sanitize_examples([Message(data=dict(data)) for data in said])
    finally:
        Message.__hash__ = rasas
    assert [message.data for message in before] == [message.data for message in after] == said[1:]


def test_files_are_put_together_as_before() -> None:
    files = [TrainingData([Message(data={"text": f"{n} {m}", "intent": "tell"}) for m in "abc"]) for n in "xyz"]
    before = TrainingData().merge(*files)
    try:
        Message.__deepcopy__ = itself
        after = TrainingData().merge(*files)
    finally:
        del Message.__deepcopy__
    assert [m.data for m in after.training_examples] == [m.data for m in before.training_examples]
    assert before.fingerprint() == after.fingerprint()


def message(row: float = 1.0, **data: object) -> Message:
    features = Features(np.array([[row, 0.5]], np.float32), FEATURE_TYPE_SENTENCE, "text", "encoder")
    return Message(data={"text": "they said no", "intent": "tell", **data}, features=[features])


def test_a_message_has_the_hash_of_all_that_it_holds() -> None:
    noted = {"metadata": {"intent": {"risk": "now"}}}
    others = [message(), message(2.0), message(text="they said yes"), message(intent="ask"), message(**noted)]
    others.append(Message(data=message().data))
    assert len({told_in_one(each) for each in others}) == len(others)
    assert told_in_one(message()) == told_in_one(message())
    assert told_in_one(Message(data={"a": 1, "b": 2})) == told_in_one(Message(data={"b": 2, "a": 1}))


def test_the_hash_of_a_message_follows_what_becomes_of_it() -> None:
    found = message()
    before = told_in_one(found)
    found.set("intent", "ask")
    assert told_in_one(found) != before


def test_an_event_has_the_hash_that_rasa_gives_it() -> None:
    events = [SlotSet("stage", "1"), SlotSet("stage", "2"), ActionExecuted("action_advise"), ActiveLoop("case_form")]
    assert [known_by(event) for event in events * 2] == [event.fingerprint() for event in events] * 2


class Runner:
    """A graph of three parts: two that double what comes in, one that adds what they give."""

    calls = 0

    def __init__(self) -> None:
        def node(**needs: str) -> SchemaNode:
            return SchemaNode(needs, object, "", "", {})

        parts = {"a": node(x="input"), "b": node(x="a"), "sum": node(x="a", y="b"), "not needed": node()}
        self._graph_schema = GraphSchema({**parts, "sum": replace(parts["sum"], is_target=True)})
        self._instantiated_nodes = {
            "a": lambda x: self.count("a", 2 * x[1]),
            "b": lambda x: self.count("b", 2 * x[1]),
            "sum": lambda x, y: self.count("sum", x[1] + y[1]),
            "not needed": lambda: self.count("not needed", 0),
        }

    def count(self, name: str, value: int) -> tuple[str, int]:
        self.calls += 1
        return name, value


def test_a_graph_runs_each_part_that_is_needed_once_and_after_those_it_needs() -> None:
    runner = Runner()
    assert run_graph(runner, {"input": 5}) == {"sum": 30}
    assert runner.calls == 3
    assert run_graph(runner, {"input": 5}, ["b", "a"]) == {"b": 20, "a": 10}


def test_a_part_that_breaks_breaks_the_graph_as_before() -> None:
    runner = Runner()

    def broken(_: object) -> None:
        raise RuntimeError

    runner._instantiated_nodes["a"] = broken
    with pytest.raises(GraphRunError):
        run_graph(runner, {"input": 5})
