"""Two look-ups that Rasa repeats for every event and every answer, done once instead.

Measured on Rasa 3.6.21: resolving an event's class takes a third of a long turn, re-checking the schema of
the action server's answers 20 ms an action. `tests/nlu_env` holds the fingerprints of the code patched here,
so a newer Rasa fails the tests rather than being patched blindly.
"""
from functools import lru_cache
from typing import Any

from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.events import Event

check_answer = RemoteAction._validate_action_result


@lru_cache(maxsize=1)
def answer_validator() -> Any:
    schema = RemoteAction.action_response_format_spec()
    return validator_for(schema)(schema)


def check_answer_quickly(action: RemoteAction, answer: dict[str, Any]) -> bool:
    """A good answer passes the validator that is already there; Rasa itself complains about a bad one."""
    return answer_validator().is_valid(answer) or check_answer(action, answer)


def speed_up() -> None:
    if RemoteAction._validate_action_result is check_answer:
        RemoteAction._validate_action_result = check_answer_quickly
        Event.resolve_by_type = staticmethod(lru_cache(maxsize=None)(Event.resolve_by_type))
