"""One message as the assistant understood it, without the shape of Rasa's tracker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.assistant import NOT_UNDERSTOOD
from bot.casework.intake import Ask
from bot.understanding.asides import asked_aside
from bot.understanding.references import REFERENCE

CASE_FORM = "case_form"
DISAGREEMENT = "disagreement"
WORRIES = frozenset({"immediate_risk", "past_or_managed_risk"})
CORRECTION = "correct"
SILENT = frozenset({None, CASE_FORM, "action_listen", "action_extract_slots", "action_offer_meanings"})
"""Actions after which a message has still to be taken: they say nothing to it, or hand it on to the form."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Who says what, when, in answer to which question.

    ``chosen`` holds what a button stands for (question -> answer); ``text`` is empty then. ``returning`` says that
    another action has already answered this message, so that it must not be taken a second time.
    """

    actor: str
    now: datetime
    intent: str
    ranking: Mapping[str, float]
    categories: Mapping[str, float]
    text: str
    chosen: Mapping[str, str]
    asked: Ask | None
    in_form: bool
    returning: bool
    alarm: bool
    doubt: bool
    case: str | None = None
    """The reference that the message names, or its button."""
    when: datetime | None = None
    """When a thing happened, as a button says it that stands for words."""
    danger: float = 0.0
    """How likely the words tell of danger now, by what was learnt from messages (0 to 1)."""
    besides: str = ""
    """What the words plainly want besides telling of danger: an intent, or nothing."""
    abroad: bool = False
    """Whether the words are mostly in a language that Waymark does not work in: nothing is taken from them."""
    holder: str | None = None
    """Under which the gateway holds the person's turn: what is written is written for that turn, or not at all."""

    @property
    def said(self) -> dict[str, str]:
        """The words and their moment, for a button that means them to be heard again."""
        return {"said": self.text, "at": self.now.isoformat()} if self.text else {}

    @property
    def as_said(self) -> Turn:
        """The words that a pressed button brings back, read as on the day they were said; else the turn itself."""
        said, at = self.chosen.get("said"), self.chosen.get("at")
        return replace(self, text=said, chosen={}, now=datetime.fromisoformat(at)) if said and at else self

    @property
    def confidence(self) -> float:
        """How sure it is that the message means its intent (0 to 1); a pressed button is certain."""
        return self.ranking.get(self.intent, 0.0) if self.text else 1.0

    @property
    def is_question(self) -> bool:
        return self.intent.startswith("ask_")

    @property
    def tells(self) -> bool:
        """Whether the message tells of what is wrong, so that its words belong to the case."""
        return self.disagreement or self.intent in WORRIES

    @property
    def aside(self) -> str | None:
        """What is asked beside the case (bot.understanding.asides), where the message only asks that."""
        return None if self.tells or self.abroad else asked_aside(self.text)

    @property
    def disagreement(self) -> bool:
        """Whether the message tells of a disagreement, or most likely does."""
        understood = {intent: confidence for intent, confidence in self.ranking.items() if intent != NOT_UNDERSTOOD}
        likeliest = max(understood, key=lambda intent: understood[intent], default="")
        return DISAGREEMENT in (self.intent, likeliest if self.intent == NOT_UNDERSTOOD else "")


def read(tracker: Any, now: datetime) -> Turn:
    """The turn that a tracker (rasa_sdk) ends with."""
    message = tracker.latest_message or {}
    text = message.get("text") or ""
    metadata = message.get("metadata") or {}
    pressed = text.startswith("/")
    chosen = {e["entity"]: str(e["value"]) for e in message.get("entities") or ()} if pressed else {}
    loop = (tracker.active_loop or {}).get("name")
    asked = tracker.get_slot("requested_slot")
    return Turn(
        actor=str(tracker.sender_id),
        now=now,
        intent=(message.get("intent") or {}).get("name") or "",
        ranking={item["name"]: float(item["confidence"]) for item in message.get("intent_ranking") or ()},
        categories=message.get("categories") or {},
        text="" if pressed else text,
        chosen=chosen,
        asked=Ask(asked) if loop == CASE_FORM and asked in set(Ask) else None,
        in_form=loop == CASE_FORM,
        returning=_answered_already(tracker.events),
        alarm=bool(metadata.get("alarm")),
        doubt=bool(metadata.get("alarm") or metadata.get("ask")) or (message.get("risk") or {}).get("level") == "ask",
        case=chosen.get("case") or _reference(text),
        when=datetime.fromisoformat(chosen["when"]) if "when" in chosen else None,
        danger=float((message.get("risk") or {}).get("score") or 0),
        besides=str((message.get("risk") or {}).get("besides") or ""),
        abroad=bool(metadata.get("abroad")),
        holder=str(metadata["turn"]) if metadata.get("turn") else None,
    )


def _reference(text: str) -> str | None:
    found = REFERENCE.search(text)
    return found[0].upper() if found else None


def _answered_already(events: list[Mapping[str, Any]]) -> bool:
    for event in reversed(events):
        if event.get("event") == "user":
            return False
        if event.get("event") == "action" and event.get("name") not in SILENT:
            return True
    return False
