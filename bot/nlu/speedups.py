"""What Rasa does over and over at every turn, done once, or more simply.

Measured on Rasa 3.6.21 (docs/performance.md): resolving an event's class, re-checking the schema of the action server's
answers, matching hundreds of rules against states that were matched before, planning the same small graph as if it
were large. `tests/nlu_env` holds the fingerprints of the code replaced here, so a newer Rasa fails the tests rather
than being patched blindly.
"""
import copy
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from rasa.core import processor
from rasa.core.actions import forms
from rasa.core.actions.action import RemoteAction
from rasa.core.policies import rule_policy
from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.exceptions import GraphRunError
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.shared.core.events import Event
from rasa.shared.core.slots import Slot
from rasa.shared.core.trackers import DialogueStateTracker

State = Mapping[str, Mapping[str, Any]]
Frozen = tuple[tuple[str, tuple[tuple[str, Any], ...]], ...]

check_answer = RemoteAction._validate_action_result


def check_answer_quickly(action: RemoteAction, answer: dict[str, Any]) -> bool:
    """An answer of the right shape passes: reading its events checks the rest. Rasa itself complains about others."""
    events, responses = answer.get("events", []), answer.get("responses", [])
    whole = isinstance(events, list) and all(isinstance(event, dict) and "event" in event for event in events)
    told = isinstance(responses, list) and all(isinstance(response, dict) for response in responses)
    return (whole and told) or check_answer(action, answer)


def matching_rules(policy: RulePolicy, lookup: Mapping[str, Any], states: Sequence[State]) -> set[str]:
    """The rules that fit these states, the newest state first; few states are ever new."""
    rules = frozenset(lookup)
    for back, state in enumerate(reversed(states)):
        rules = that_fit(rules, back, frozen(state))
    return set(rules)


def frozen(state: State) -> Frozen:
    return tuple((part, tuple(sorted(values.items()))) for part, values in sorted(state.items()))


@lru_cache(maxsize=5000)
def that_fit(rules: frozenset[str], back: int, state: Frozen) -> frozenset[str]:
    thawed = {part: dict(values) for part, values in state}
    return frozenset(rule for rule in rules if RulePolicy._is_rule_applicable(RulePolicy, rule, back, thawed))


def run_graph(
    runner: DaskGraphRunner, inputs: Mapping[str, Any] | None = None, targets: Sequence[str] | None = None
) -> dict[str, Any]:
    """Each part after those that it needs. Dask finds out anew, each time, in which order that is."""
    nodes, schema = runner._instantiated_nodes, runner._graph_schema.nodes
    done: dict[str, Any] = {name: (name, value) for name, value in (inputs or {}).items()}

    def result(name: str) -> Any:
        if name not in done:
            needs = schema[name].needs.values() if name in schema else ()
            done[name] = nodes[name](*map(result, needs)) if name in nodes else name
        return done[name]

    try:
        return dict(map(result, targets or runner._graph_schema.target_names))
    except RuntimeError as error:
        raise GraphRunError("Error running runner.") from error


def copied(slot: Slot) -> Slot:
    """As copy.copy makes it, without asking the class how."""
    twin = object.__new__(type(slot))
    twin.__dict__.update(slot.__dict__)
    return twin


def twin(tracker: DialogueStateTracker) -> DialogueStateTracker:
    """The same conversation, to be gone on with by itself. Rasa replays all events to that end."""
    made = copy.copy(tracker)
    made.events = made.events.copy()
    made.slots = {name: copied(slot) for name, slot in made.slots.items()}
    made.active_loop = copy.copy(made.active_loop)
    return made


class Uncopied:
    """In the place of the module `copy`, for what goes into lines of a log that nobody reads."""

    @staticmethod
    def deepcopy(value: Any) -> Any:
        return value


def speed_up() -> None:
    if RemoteAction._validate_action_result is check_answer:
        RemoteAction._validate_action_result = check_answer_quickly
        Slot.__copy__ = copied
        DialogueStateTracker.copy = twin
        processor.copy = rule_policy.copy = forms.copy = Uncopied
        Event.resolve_by_type = staticmethod(lru_cache(maxsize=None)(Event.resolve_by_type))
        RulePolicy._get_possible_keys = matching_rules
        DaskGraphRunner.run = run_graph
