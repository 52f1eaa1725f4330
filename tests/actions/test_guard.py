"""Whatever breaks, the person is answered, and nothing of what they said is logged."""

from __future__ import annotations

import ast
import logging
from inspect import isabstract
from typing import NoReturn

import pytest
from sqlalchemy.exc import OperationalError

from actions import answers, intake, mending, progress
from actions.base import CaseAction, Said
from actions.turn import Turn
from bot.casework.errors import CaseworkError
from bot.casework.message import Kind
from bot.storage.case_store import CaseStore
from bot.wording import refusing
from tests.actions.conftest import Practitioner
from tests.conftest import ROOT

SECRET = "Persephone is hiding in the shed"
ACTIONS = {
    found.__name__: found
    for module in (answers, intake, mending, progress)
    for found in vars(module).values()
    if isinstance(found, type) and issubclass(found, CaseAction) and not isabstract(found)
}
NEED_NO_CASE = {"ActionOfferMeanings", "ValidateAgreedDateForm"}


class Breaks(CaseAction):
    def name(self) -> str:
        return "action_breaks"

    def handle(self, turn: Turn) -> Said:
        raise RuntimeError(f"cannot read {turn.text}")


class Refuses(CaseAction):
    def name(self) -> str:
        return "action_refuses"

    def handle(self, turn: Turn) -> Said:
        raise CaseworkError("date_past")


def test_what_breaks_is_answered_with_the_safety_net(me: Practitioner, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = me.to(Breaks, SECRET, "inform")
    assert answer.kinds == [Kind.FAILURE]
    assert "nothing was saved" in answer.text and "call 999" in answer.text
    assert "RuntimeError" in caplog.text and "Persephone" not in caplog.text


def test_what_is_refused_is_said_in_its_own_sentence(me: Practitioner, caplog: pytest.LogCaptureFixture) -> None:
    answer = me.stands().to(Refuses, SECRET, "inform")
    assert answer.kinds == [Kind.REFUSAL] and answer.text == refusing.REFUSALS["date_past"]
    assert not answer.goes_on and "Persephone" not in caplog.text


def test_a_refusal_with_questions_still_open_is_followed_by_them(me: Practitioner) -> None:
    assert me.to(Refuses, SECRET, "inform").goes_on


@pytest.mark.parametrize("name", sorted(ACTIONS))
@pytest.mark.parametrize("intent", ["inform", "report_refused", "correct", "ask_deadline", "immediate_risk"])
def test_no_action_is_silent_when_the_database_is_gone(
    me: Practitioner,
    name: str,
    intent: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    for door in ("transaction", "reading"):
        monkeypatch.setattr(CaseStore, door, gone)
    answer = me.to(ACTIONS[name], SECRET, intent)
    assert answer.kinds == [Kind.FAILURE] or name in NEED_NO_CASE
    assert answer.messages or answer.steps_back
    assert "Persephone" not in caplog.text


def gone(_: CaseStore) -> NoReturn:
    raise OperationalError(f"INSERT INTO entries VALUES ('{SECRET}')", {}, Exception("disk I/O error"))


def test_every_refusal_has_its_sentence() -> None:
    # What the command line refuses as well has its words there.
    rooms = (ROOT / "bot" / "service", ROOT / "bot" / "casework", ROOT / "actions")
    places = [place for room in rooms for place in room.glob("*.py")]
    sources = [path.read_text() for path in places]
    calls = [node for source in sources for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    raised = [call.args[0] for call in calls if isinstance(call.func, ast.Name) and call.func.id == "CaseworkError"]
    codes = {node.value for argument in raised for node in ast.walk(argument) if isinstance(node, ast.Constant)}
    worded_by_the_policy = {"no_extension", "only_shorter", "last_stage"}
    assert "closed" in codes
    assert codes - worded_by_the_policy <= set(refusing.REFUSALS)
