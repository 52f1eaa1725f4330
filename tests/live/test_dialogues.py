"""The dialogues in `dialogues/`, held with the real Waymark, one line after the other.

A line says when it is (`at`), what a practitioner says (`me`) or presses (`press`), and what the answer has to hold:
`stage` and `by` and `contact` of the advice, `cites`, words that are `said` and words that are `not_said`, the
question that is put last (`asks`), or the `kinds` of its messages.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.live.person import Answer, Person

pytestmark = pytest.mark.rasa

FILES = sorted(Path(__file__).with_name("dialogues").glob("*.yml"))
DIALOGUES = {
    f"{path.stem}: {name}": lines for path in FILES for name, lines in yaml.safe_load(path.read_text()).items()
}


def listed(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]


CHECKS: dict[str, Callable[[Answer, Any], bool]] = {
    "stage": lambda answer, value: any(line.startswith(f"{value}:") for line in answer.headings),
    "by": lambda answer, value: answer.deadline == value,
    "contact": lambda answer, value: value in (answer.contact or ""),
    "cites": lambda answer, value: set(listed(value)) <= set(answer.cites),
    "said": lambda answer, value: all(words in answer.text for words in listed(value)),
    "not_said": lambda answer, value: not any(words in answer.text for words in listed(value)),
    "asks": lambda answer, value: value in answer.question,
    "kinds": lambda answer, value: answer.kinds == listed(value),
}


@pytest.mark.parametrize("name", DIALOGUES)
def test_dialogue(me: Person, name: str) -> None:
    for number, line in enumerate(DIALOGUES[name], start=1):
        if "at" in line:
            me.at(line["at"])
        answer = me.says(line["me"]) if "me" in line else me.presses(line["press"])
        place = f"line {number}, {line.get('me', line.get('press'))!r}"
        assert answer.saved, place
        wrong = [key for key, value in line.items() if key in CHECKS and not CHECKS[key](answer, value)]
        found = f"by {answer.deadline}, contact {answer.contact}, cites {answer.cites}, kinds {answer.kinds}"
        assert not wrong, f"{place}: {wrong} expected {[line[key] for key in wrong]}; {found}; said:\n{answer.text}"


def test_every_line_checks_something() -> None:
    known = {"at", "me", "press", *CHECKS}
    for name, lines in DIALOGUES.items():
        assert all(set(line) <= known and set(line) & set(CHECKS) for line in lines), name
