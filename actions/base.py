"""The guarded action: the one place where the actions read the clock, reach the service, and survive what breaks."""

from __future__ import annotations

import logging
import traceback
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.reading import Reader
from actions.turn import CASE_FORM, Turn, read
from bot import bootstrap
from bot.casework.case import Case
from bot.casework.caseload import Listed
from bot.casework.errors import CaseworkError
from bot.casework.labels import named_in, without
from bot.casework.message import Kind, Message
from bot.service import Casework, Desk
from bot.storage.fence import working_for
from bot.storage.sitting import sitting
from bot.wording import caseload, noting, refusing, safety, smalltalk
from bot.wording.shaping import text

log = logging.getLogger(__name__)

LABEL, SWITCH = "label_case", "switch_case"
OF_A_CASE = frozenset({Kind.ANSWER, Kind.ADVICE, Kind.QUESTION})


@dataclass(frozen=True, slots=True)
class Said:
    """What an action says, and what the assistant is to remember or do next."""

    messages: tuple[Message, ...] = ()
    events: tuple[Mapping[str, Any], ...] = ()


def say(*messages: Message, events: Iterable[Mapping[str, Any]] = ()) -> Said:
    """Say these messages."""
    return Said(messages, tuple(events))


def ask_what_is_missing() -> Mapping[str, Any]:
    """Go on with the questions that open a case."""
    return dict(FollowupAction(CASE_FORM))


def go_on(turn: Turn, desk: Desk) -> tuple[Mapping[str, Any], ...]:
    """Then ask what is open, danger first. In the middle of a question the form does so by itself."""
    return (ask_what_is_missing(),) if desk.asks and not turn.in_form else ()


def remember(slot: str, value: Any) -> Mapping[str, Any]:
    """Set a slot."""
    return dict(SlotSet(slot, value))


class CaseAction(Action, ABC):  # type: ignore[misc]  # rasa_sdk has no types
    """An action on the case in the practitioner's focus. Subclasses write ``name`` and ``handle``.

    rasa_sdk makes actions without arguments; tests pass their own parts.
    """

    def __init__(self, parts: bootstrap.Parts | None = None) -> None:
        self._parts = parts

    @property
    def parts(self) -> bootstrap.Parts:
        """The running Waymark."""
        return self._parts or bootstrap.parts()

    @property
    def casework(self) -> Casework:
        """The use cases."""
        return self.parts.casework

    def hears_first(self, turn: Turn) -> bool:
        """Whether no other action hears the message before this one, so that a hint of danger in it is its to note."""
        return not turn.in_form

    @property
    def heeds_any_language(self) -> bool:
        """Whether the action is taken also where the words are in another language: for what only asks or warns."""
        return False

    @abstractmethod
    def handle(self, turn: Turn) -> Said:
        """What to say to this turn. A CaseworkError becomes its sentence; anything else an honest failure."""

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        """Called by rasa_sdk. Never raises: rasa_sdk would log an error together with the whole conversation."""
        try:
            turn = read(tracker, self.parts.clock.now())
            with working_for(turn.actor, turn.holder), sitting():
                said = self._handled(turn)
        except Exception as error:
            # The kind of error and its place, never its message: that may hold a person's words.
            place = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{place.filename.rpartition('/')[2]}:{place.lineno}"
            log.error(
                "%s failed: person=%s error=%s at %s", self.name(), tracker.sender_id, type(error).__name__, where
            )
            said = Said((failure(self._safety_net()),))
        for message in said.messages:
            dispatcher.utter_message(json_message=message.as_dict())
        return [dict(event) for event in said.events]

    def _safety_net(self) -> Message:
        """With the organisation's own numbers, unless it is Waymark itself that could not be put together."""
        try:
            return bootstrap.safety_net(self.parts)
        except Exception:  # whatever is broken, the safety net is said
            return safety.safety_net()

    def _handled(self, turn: Turn) -> Said:
        if turn.doubt and not turn.returning and self.hears_first(turn):
            self.casework.doubt(turn.actor, turn.now)  # so that the question about danger is put, whatever comes next
        if turn.abroad and not self.heeds_any_language:
            return self._nothing_taken(turn)
        try:
            turn = self._about_a_case(turn)
            return self._headed(turn, self.handle(turn))
        except CaseworkError as error:
            desk = self.casework.look(turn.actor, turn.now)
            return say(refusing.refusal(error, desk), events=go_on(turn, desk))

    def _about_a_case(self, turn: Turn) -> Turn:
        """A case that the message names, by reference or label, is the one that is talked about from now on."""
        if turn.returning:
            return turn
        labelled = None if turn.case else self._labelled(turn)
        if labelled and labelled.label:
            turn = replace(turn, case=labelled.reference, text=without(turn.text, labelled.label))
        if turn.case:
            self.casework.turn_to(turn.actor, turn.case, turn.now)
        return turn

    def _labelled(self, turn: Turn) -> Case | None:
        """The case whose label the words hold; an answer to a question of ours is about the case of the question."""
        if not turn.text or turn.intent == LABEL or (turn.in_form and turn.intent != SWITCH):
            return None
        if not self.casework.has_others(turn.actor):
            return None
        found = self.casework.caseload(turn.actor, turn.now)
        return named_in(turn.text, (item.case for item in found.open)) if found.several else None

    def _nothing_taken(self, turn: Turn) -> Said:
        """Words in another language move nothing; what is open is asked, danger first (the door has spoken already)."""
        desk = self.casework.look(turn.actor, turn.now)
        return Said(events=go_on(turn, desk)) if desk.asks else say(noting.nothing_taken(desk))

    def which(self, turn: Turn, intent: str = "", about: Mapping[str, str] | None = None) -> Message | None:
        """The question which case is meant, where the words do not say it and it is not certain. Nothing is done then.

        Its buttons mean ``intent`` (or that of the words) for their case, and ``about`` besides.
        """
        if turn.case or not turn.text or turn.in_form or turn.alarm or not self.casework.has_others(turn.actor):
            return None
        found = self.casework.caseload(turn.actor, turn.now)
        return None if found.certain else caseload.which(found, intent or turn.intent, dict(about or {}))

    def _headed(self, turn: Turn, said: Said) -> Said:
        """What is said of a case says of which, as soon as there are several."""
        if turn.intent in smalltalk.SAYINGS or not said.messages or not self.casework.has_others(turn.actor):
            return said
        found = self.casework.caseload(turn.actor, turn.now)
        if not found.several or found.current is None:
            return said
        return Said(tuple(_of_case(message, found.current) for message in said.messages), said.events)


def _of_case(message: Message, item: Listed) -> Message:
    if message.kind not in OF_A_CASE:
        return message
    message = message.about(item.case.reference)
    if item.case.reference in message.text:
        return message
    return replace(message, blocks=(caseload.of_case(item), *message.blocks))


class ReadingAction(CaseAction):
    """An action that reads the message's own words."""

    @cached_property
    def reader(self) -> Reader:
        return Reader(self.parts)


def failure(net: Message) -> Message:
    """What is said when something broke: the safety net, and that nothing was saved."""
    sorry = text("Something went wrong on my side, and nothing was saved. Please say it again.")
    return Message(Kind.FAILURE, (sorry, *net.blocks))
