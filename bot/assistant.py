"""The way to Rasa: an HTTP client of its REST channel, which no person can reach."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit
from zlib import crc32

import urllib3
from urllib3.exceptions import HTTPError

from bot.casework.message import Block, Button, Kind, Message, Shape

RESTING_SECONDS = 5.0
KEPT = 32
"""Connections are kept, each for whichever thread asks next; a proxy that the machine may have is never asked."""
NOT_UNDERSTOOD = "nlu_fallback"
"""What Rasa calls the intent of a message of which it is not sure enough."""


class AssistantDown(Exception):
    """The assistant gave no answer that a person could be shown. The reason holds no word of what the person said."""


class Assistant:
    """Rasa, seen from the gateway. Safe to share between threads."""

    def __init__(self, base_url: str, timeout: float = 20.0) -> None:
        self._base_url = base_url.rstrip("/")
        self._webhook = f"{urlsplit(self._base_url).path}/webhooks/rest/webhook"
        self._timeout = timeout
        self._pool = urllib3.connection_from_url(self._base_url, maxsize=KEPT, retries=False)
        self._failed_at = -RESTING_SECONDS

    @property
    def rests(self) -> bool:
        """Whether it gave no answer a moment ago, so that another is rather asked."""
        return time.monotonic() - self._failed_at < RESTING_SECONDS

    def ask(
        self, sender: str, text: str, metadata: Mapping[str, Any], timeout: float | None = None
    ) -> tuple[Message, ...]:
        """What the assistant answers to this person. Raises AssistantDown where it gives no usable answer."""
        body = {"sender": sender, "message": text, "metadata": dict(metadata)}
        try:
            return self._asked(body, timeout or self._timeout)
        except AssistantDown:
            self._failed_at = time.monotonic()
            raise

    def _asked(self, body: Mapping[str, Any], timeout: float) -> tuple[Message, ...]:
        try:
            response = self._pool.request("POST", self._webhook, json=body, timeout=timeout)
        except HTTPError as error:
            raise AssistantDown(type(error).__name__) from None
        return _read(response)

    def healthy(self) -> bool:
        """Whether Rasa's REST channel is up."""
        return reachable(f"{self._base_url}/webhooks/rest/")


def in_order(assistants: Sequence[Assistant], person: str) -> list[Assistant]:
    """Whom to ask for this person, the likeliest to answer first; each person begins with the same one."""
    first = crc32(person.encode()) % len(assistants)
    turned = [*assistants[first:], *assistants[:first]]
    return sorted(turned, key=lambda assistant: assistant.rests)


def reachable(url: str, timeout: float = 2.0) -> bool:
    """Whether a part of Waymark answers there with 200."""
    try:
        with urllib3.PoolManager(retries=False) as pool:
            return pool.request("GET", url, timeout=timeout).status == 200
    except HTTPError:
        return False


def _read(response: urllib3.BaseHTTPResponse) -> tuple[Message, ...]:
    """Rasa answers 200 with an empty list when an action failed or the message was odd: that is no answer."""
    if response.status != 200:
        raise AssistantDown(f"status {response.status}")
    try:
        items = response.json()
    except ValueError:
        raise AssistantDown("not JSON") from None
    if not isinstance(items, list):
        raise AssistantDown("not a list")
    messages = tuple(message for item in items if (message := _message(item)))
    if not messages:
        raise AssistantDown("an empty answer")
    return messages


def _message(item: Any) -> Message | None:
    """One item of Rasa's answer: our own message, or a plain utterance of the domain."""
    if not isinstance(item, Mapping):
        return None
    try:
        if item.get("custom"):
            return Message.from_dict(item["custom"])
        buttons = tuple(Button(str(b["title"]), str(b["payload"])) for b in item.get("buttons") or ())
    except (KeyError, TypeError, ValueError, AttributeError):
        raise AssistantDown("an answer in an unknown shape") from None
    text = item.get("text")
    if not isinstance(text, str) or not text.strip():
        return None
    kind = Kind.QUESTION if buttons else Kind.ANSWER
    paragraphs = [part.strip() for part in text.split("\n\n") if part.strip()]
    return Message(kind, tuple(Block(Shape.TEXT, (part,)) for part in paragraphs), buttons)
