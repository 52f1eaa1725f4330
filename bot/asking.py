"""Who answers a person: the assistants in turn, then the understudy, who knows buttons only. One of them, once.

Before another is asked, the one before is cut off: however late it is, it can record nothing any more.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from bot import metrics
from bot.assistant import AssistantDown
from bot.casework.message import Kind, Message
from bot.turns import Lease

log = logging.getLogger(__name__)

TURN = "turn"
"""Under this name the holder of the turn goes with a message, and comes back with what is to be written for it."""


class Asks(Protocol):
    """An assistant. ``timeout`` in seconds. Raises AssistantDown."""

    def ask(
        self, sender: str, text: str, metadata: Mapping[str, Any], timeout: float | None = None
    ) -> tuple[Message, ...]: ...


class Interrupted(Exception):
    """No answer came, though something has been recorded for the message: it must not be put to anybody again."""


def ask(
    assistants: Sequence[Asks], lease: Lease, text: str, metadata: Mapping[str, Any], patience: float
) -> tuple[Message, ...]:
    """The first answer that there is, after ``patience`` seconds at most. Raises AssistantDown or Interrupted."""
    until = time.monotonic() + patience
    for place, assistant in enumerate(assistants):
        share = max(until - time.monotonic(), 0.1) / max(len(assistants) - 1 - place, 1)  # the last answers at once
        try:
            answers = _whole(assistant.ask(lease.person, text, {**metadata, TURN: lease.holder}, share))
            metrics.ANSWERS.labels("understudy" if place and place == len(assistants) - 1 else "assistant").inc()
            return answers
        except AssistantDown as down:
            log.warning("no answer: person=%s asked=%s reason=%s", lease.person, place + 1, down)
        if lease.cut_off():
            metrics.ANSWERS.labels("interrupted").inc()
            raise Interrupted
    metrics.ANSWERS.labels("nobody").inc()
    raise AssistantDown("nobody answers")


def _whole(answers: tuple[Message, ...]) -> tuple[Message, ...]:
    """An answer that holds a failure is none: something broke behind the assistant."""
    if any(message.kind is Kind.FAILURE for message in answers):
        raise AssistantDown("something broke")
    return answers
