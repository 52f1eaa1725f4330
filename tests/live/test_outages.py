"""Parts die: the safety net stands, nothing is lost, and afterwards the case goes on where it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.live.person import Person
from tests.live.stack import Stack

pytestmark = pytest.mark.rasa

WORRY = "Social care in Stroud said today that a boy of 9 does not meet the threshold and we disagree"
DANGER = "he has a knife and he is attacking her right now"


@pytest.fixture
def me(stack: Stack, arrive: Callable[[], Person]) -> Iterator[Person]:
    """Somebody who has said a first thing. Whatever a test kills is back after it."""
    person = arrive()
    person.says(WORRY)
    yield person
    stack.wait()


@pytest.mark.parametrize("part", ["rasa", "actions"])
def test_while_a_part_is_down(stack: Stack, me: Person, part: str) -> None:
    """Words get the safety net and the open buttons; the buttons and the one question are answered all the same."""
    stack.kill(part)
    try:
        for words in ("no", "thank you"):
            answer = me.says(words)
            assert answer.kinds == ["failure", "question"] and not answer.saved
            assert "call 999" in answer.text and "Nothing was saved" in answer.text
            assert list(answer.buttons) == ["Yes", "No", "Not sure"]
        answer = me.says(DANGER)
        assert answer.kinds[:2] == ["emergency", "failure"]
        assert answer.messages[0]["text"].startswith("If someone is in danger now, call 999")
        assert me.says("what do I do now?").saved
        if "No" in me.last.buttons:
            me.presses("No")
        answer = me.presses("Nobody yet")
        assert answer.headings[-1].startswith("Gloucestershire, Stage 1")
        assert answer.deadline == "Monday 9 November 2026"
    finally:
        stack.bring_back(part)
    assert me.says("when is the deadline?").saved
    assert "Monday 9 November 2026" in me.last.text


def test_a_restart_of_everything_forgets_nothing(stack: Stack, me: Person) -> None:
    me.presses("No")
    before = me.history()
    stack.kill("rasa", "actions", "gateway")
    stack.bring_back("rasa", "actions", "gateway")
    assert me.history() == before
    answer = me.presses("Nobody yet")
    assert answer.headings[-1].startswith("Gloucestershire, Stage 1")
    stack.kill("gateway")
    stack.bring_back("gateway")
    assert me.says("they refused to change their decision").headings[-1].startswith("Gloucestershire, Stage 2")


def test_no_log_holds_what_was_said(stack: Stack, me: Person) -> None:
    me.says("the quokka in Stroud is hurt today")
    assert not [part for part in ("rasa", "actions", "gateway") if "quokka" in stack.log(part)]
