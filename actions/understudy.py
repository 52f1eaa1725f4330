"""What Rasa's rules do with a pressed button, done without Rasa: the same actions, so that buttons always work.

Words are not understood here, but for the one question that must always have an answer: "what do I do now?"
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answers import ActionAnswer
from actions.base import CaseAction
from actions.caseload import ActionLabelCase, ActionListCases, ActionSwitchCase
from actions.emergency import ActionEmergency
from actions.intake import ActionAdvise, ValidateCaseForm
from actions.mending import ActionCorrect, ActionStartAgain
from actions.progress import ActionRecordProgress
from actions.reaching import ActionSetPreference
from actions.turn import CASE_FORM
from bot.assistant import AssistantDown
from bot.bootstrap import Parts
from bot.casework.message import Message
from bot.understanding.next_step import asks_what_to_do

RULES: Mapping[str, type[CaseAction]] = {
    "immediate_risk": ActionEmergency,
    "correct": ActionCorrect,
    "start_again": ActionStartAgain,
    "list_cases": ActionListCases,
    "switch_case": ActionSwitchCase,
    "label_case": ActionLabelCase,
    "set_preference": ActionSetPreference,
    **dict.fromkeys(
        ("report_done", "report_refused", "report_no_answer", "report_unresolved", "report_resolved", "reopen"),
        ActionRecordProgress,
    ),
}
"""As in data/rules. What tells of a disagreement opens the form; whatever else there is, is a question."""
OPENS_THE_FORM = frozenset({"disagreement", "past_or_managed_risk", "inform", "affirm", "deny", "not_sure"})
NEEDS_WORDS = frozenset({"report_agreed_date"})
FORM_NEXT = frozenset({"immediate_risk", "start_again"})
WHERE_IT_STANDS = "/ask_next_step"


class Understudy:
    """Stands in for the assistant."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def ask(
        self, sender: str, text: str, metadata: Mapping[str, Any], timeout: float | None = None
    ) -> tuple[Message, ...]:
        """What the button leads to. Raises AssistantDown for words, and for a button that asks for words."""
        payload = text if text.startswith("/") else WHERE_IT_STANDS if asks_what_to_do(text) else ""
        intent, _, rest = payload.removeprefix("/").partition("{")
        if not payload or intent in NEEDS_WORDS:
            raise AssistantDown("words")
        scene = _Scene(self._parts, sender, payload, intent, json.loads("{" + rest) if rest else {}, metadata)
        if intent in OPENS_THE_FORM:
            scene.form(next(iter(scene.chosen), None))
        else:
            scene.play(RULES.get(intent, ActionAnswer))
            if intent in FORM_NEXT or scene.goes_on:
                scene.form(None)
        if not scene.said:
            raise AssistantDown("nothing to say")
        return tuple(scene.said)


class _Scene:
    """One button and the actions that it leads to, one after the other."""

    def __init__(
        self, parts: Parts, sender: str, text: str, intent: str, chosen: Mapping[str, str],
        metadata: Mapping[str, Any],
    ) -> None:  # fmt: skip
        self.chosen = chosen
        self.said: list[Message] = []
        self._parts, self._sender = parts, sender
        self._message = {
            "text": text,
            "intent": {"name": intent, "confidence": 1.0},
            "entities": [{"entity": name, "value": value} for name, value in chosen.items()],
            "metadata": dict(metadata),
        }
        self._events: list[dict[str, Any]] = [{"event": "user"}]

    @property
    def goes_on(self) -> bool:
        """Whether the questions that open a case come next."""
        return any(event["event"] == "followup" and event["name"] == CASE_FORM for event in self._events)

    def form(self, asked: str | None) -> None:
        """Take the answer to that question and ask the next one; where nothing is missing, advise."""
        slots = self.play(ValidateCaseForm, CASE_FORM, asked)
        if "requested_slot" in slots and slots["requested_slot"] is None:
            self.play(ActionAdvise)

    def play(self, action: type[CaseAction], loop: str | None = None, asked: str | None = None) -> dict[str, Any]:
        """Run an action; gives the slots that it sets."""
        tracker = Tracker(
            self._sender, {"requested_slot": asked}, self._message, self._events, False, None, {"name": loop}, None
        )
        dispatcher, played = CollectingDispatcher(), action(self._parts)
        given = played.run(dispatcher, tracker, {})
        self.said += [Message.from_dict(said["custom"]) for said in dispatcher.messages]
        self._events += [*given, {"event": "action", "name": played.name()}]
        return {event["name"]: event["value"] for event in given if event["event"] == "slot"}
