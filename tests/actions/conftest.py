"""Actions without Rasa: a practitioner's turn goes in as a tracker, what is said and remembered comes out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.base import CaseAction
from actions.intake import ValidateCaseForm
from actions.turn import CASE_FORM
from bot.bootstrap import Parts
from bot.casework.calendar import LONDON
from bot.casework.case import Answer as Answered
from bot.casework.case import Event, Tried
from bot.casework.intake import Ask, Told
from bot.casework.message import Kind, Message
from bot.casework.vocabulary import Category, Person
from bot.config import Settings
from bot.reminding import Reminding
from bot.service import Desk
from bot.storage import Database
from bot.storage.case_store import CaseStore

ME = "practitioner"
MONDAY = datetime(2026, 11, 2, 10, tzinfo=LONDON)


FACTS = {
    Ask.RISK: "no",
    Ask.PERSON: "child",
    Ask.CATEGORY: "thresholds",
    Ask.RAISED_ON: "today",
    Ask.TRIED: "nobody",
}


@dataclass
class Hands:
    """A clock that is set by hand."""

    moment: datetime = MONDAY

    def now(self) -> datetime:
        return self.moment


@dataclass(frozen=True)
class Answer:
    """What an action said, and the events that it gave back."""

    messages: tuple[Message, ...]
    events: tuple[Mapping[str, Any], ...]

    @property
    def text(self) -> str:
        return "\n\n".join(message.text for message in self.messages)

    @property
    def kinds(self) -> list[Kind]:
        return [message.kind for message in self.messages]

    @property
    def asks(self) -> str | None:
        """The question that is open now."""
        return self._slots.get("requested_slot")

    @property
    def goes_on(self) -> bool:
        """Whether the questions that open a case come next."""
        return any(event["event"] == "followup" and event["name"] == CASE_FORM for event in self.events)

    @property
    def steps_back(self) -> bool:
        """Whether the form leaves the message to its intent's own rule."""
        return not self.messages and not self._slots

    @property
    def _slots(self) -> Mapping[str, Any]:
        return {event["name"]: event["value"] for event in self.events if event["event"] == "slot"}


@dataclass
class Practitioner:
    """Somebody who says things to single actions. ``asked`` is the question that the form has just put."""

    parts: Parts
    clock: Hands

    def to(
        self,
        action: type[CaseAction],
        text: str = "",
        intent: str = "",
        asked: str | None = None,
        loop: str | None = None,
        before: tuple[str, ...] = (),
        confidence: float = 0.95,
        danger: float = 0.0,
        besides: str | None = None,
        **metadata: bool,
    ) -> Answer:
        """Say this to an action; text that begins with "/" is a pressed button. ``before`` has run already."""
        message = {
            "text": text,
            "intent": {"name": intent, "confidence": confidence},
            "intent_ranking": [{"name": name, "confidence": confidence} for name in (intent, besides) if name],
            "entities": _entities(text),
            "risk": {"level": "none", "score": danger, "besides": besides},
            "metadata": metadata,
        }
        events = [{"event": "user"}, *({"event": "action", "name": name} for name in before)]
        loops = {"name": loop or (CASE_FORM if asked else None)}
        tracker = Tracker(ME, {"requested_slot": asked}, message, events, False, None, loops, "action_listen")
        dispatcher = CollectingDispatcher()
        given = action(self.parts).run(dispatcher, tracker, {})
        return Answer(tuple(Message.from_dict(said["custom"]) for said in dispatcher.messages), tuple(given))

    def fills(
        self, text: str, asked: str | None, intent: str = "inform", danger: float = 0.0, **metadata: bool
    ) -> Answer:
        """Answer a question of the form."""
        return self.to(ValidateCaseForm, text, intent, asked, CASE_FORM, danger=danger, **metadata)

    @property
    def desk(self) -> Desk:
        return self.parts.casework.look(ME, self.clock.now())

    def press(self, asked: Ask | str, value: str) -> Answer:
        """Press the button that answers a question."""
        return self.fills(f'/inform{{"{asked}":"{value}"}}', asked)

    def stands(self, policy: str = "gloucestershire") -> Practitioner:
        """Everything is told and nobody is in danger: the case has entered the first stage."""
        now, casework = self.clock.now(), self.parts.casework
        child, thresholds, nobody = Person.CHILD, (Category.THRESHOLDS,), Tried(None)
        casework.answer_risk(ME, Ask.RISK, Answered.NO, now)
        casework.tell(ME, Told(policy=policy, person=child, categories=thresholds, raised_at=now, tried=nobody), now)
        assert self.desk.asks == () and self.desk.advice is not None
        return self

    @property
    def stage(self) -> str | None:
        case = self.desk.case
        return case.stage if case else None

    @property
    def record(self) -> list[Event]:
        """What the case's record holds."""
        case = self.desk.case
        with CaseStore(self.parts.database).transaction() as cases:
            return [entry.event for entry in cases.record_of(case.reference)] if case else []


def _entities(text: str) -> list[dict[str, str]]:
    _, brace, rest = text.partition("{")
    pairs = json.loads(brace + rest) if text.startswith("/") and brace else {}
    return [{"entity": name, "value": value} for name, value in pairs.items()]


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def parts(database: Database, reminding: Reminding, clock: Hands) -> Parts:
    return Parts(Settings.from_environment({"WAYMARK_MODE": "training"}), database, clock, reminding, reminding)


@pytest.fixture
def me(parts: Parts, clock: Hands) -> Practitioner:
    return Practitioner(parts, clock)
